#include "session/lasttests.h"

#include "diagnosis/stagewords.h"
#include "rows/standing.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "trust/hostname.h"

#include <QCoreApplication>
#include <QLocale>

namespace stationer {

namespace {

/// What of the settings a test depends on.
bool areSame(ConnectionSettings one, const ConnectionSettings& other)
{
    one.path = other.path;
    one.isEnabled = other.isEnabled;
    return one == other;
}

} // namespace

LastTests::LastTests(const OpenStation& station, const StationStores& stores, QObject* parent)
    : QObject(parent), m_station(station), m_stores(stores)
{
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] {
        m_reports.clear();
        m_earlier.clear();
        m_verdicts.clear();
    });
    connect(&stores, &StationStores::changed, this, [this] {
        m_verdicts.clear();
        for (const SlotId account : m_reports.keys())
            emit changed(account);
    });
}

void LastTests::record(SlotId account, const Report& report)
{
    if (const Report* last = this->report(account); last && last->outcome != Outcome::Cancelled)
        m_earlier.insert(account, *last);
    m_reports.insert(account, report);
    m_verdicts.remove(account);
    emit changed(account);
}

void LastTests::forget(SlotId account)
{
    m_earlier.remove(account);
    m_verdicts.remove(account);
    if (m_reports.remove(account))
        emit changed(account);
}

const Report* LastTests::report(SlotId account) const
{
    const auto found = m_reports.constFind(account);
    return found == m_reports.constEnd() ? nullptr : &*found;
}

const Report* LastTests::earlier(SlotId account) const
{
    const auto found = m_earlier.constFind(account);
    return found == m_earlier.constEnd() ? nullptr : &*found;
}

std::optional<StationVerdict> LastTests::verdict(SlotId account) const
{
    const Report* last = report(account);
    if (!last || last->outcome == Outcome::Cancelled)
        return std::nullopt;
    auto found = m_verdicts.find(account);
    if (found == m_verdicts.end())
        found = m_verdicts.insert(account, m_stores.verdictOf(*last));
    return *found;
}

int LastTests::othersToReviewWith(SlotId account) const
{
    const Report* mine = report(account);
    const QString challenge = mine ? challengeOf(*mine) : QString();
    int others = 0;
    if (!challenge.isEmpty())
        for (auto it = m_reports.cbegin(); it != m_reports.cend(); ++it)
            others += it.key() != account && challengeOf(*it) == challenge && isCurrent(it.key());
    return others;
}

bool LastTests::isCurrent(SlotId account) const
{
    const Report* last = report(account);
    if (!last || !m_station.isOpen() || !m_station.document().exists(account))
        return false;
    if (last->alarm) {
        const AlarmSettings now = alarmSettingsOf(m_station.document(), account);
        return now.alarm.addressees == last->alarm->addressees && areSame(now.settings, last->settings) &&
               (!now.fault || now.fault == last->settingFault);
    }
    const Result<ConnectionSettings, SettingFault> now = settingsOf(m_station.document(), account);
    if (!now)
        return last->settingFault == now.error();
    return !last->settingFault && areSame(now.value(), last->settings);
}

bool LastTests::isOfSameServer(SlotId account) const
{
    const Report* last = report(account);
    if (!last || !m_station.isOpen() || !m_station.document().exists(account))
        return false;
    const Result<ConnectionSettings, SettingFault> now = settingsOf(m_station.document(), account);
    return now && now.value().server == last->settings.server && now.value().protocol == last->settings.protocol &&
           now.value().security == last->settings.security;
}

Badge LastTests::badge(SlotId account) const
{
    return isCurrent(account) ? badgeOf(*report(account)) : Badge::None;
}

QString LastTests::line(SlotId account) const
{
    const Report* last = report(account);
    if (!last)
        return {};
    const QString time = QLocale().toString(last->began.toLocalTime().time(), QLocale::ShortFormat);
    //: The last test: %1 a time of day, %2 a duration, %3 how it ended
    const QString line =
        QCoreApplication::translate("test", "%1, %2, %3").arg(time, shownDuration(last->duration), endOf(*last));
    //: %1 is such as «14:02, 212 ms, passed»
    return isCurrent(account) ? line : QCoreApplication::translate("test", "%1 – values changed since").arg(line);
}

} // namespace stationer
