#include "session/lasttests.h"

#include "diagnosis/stagewords.h"
#include "rows/standing.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "terms/dates.h"
#include "testing/testnotes.h"
#include "trust/hostname.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

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
    emit recorded(account, report);
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

void LastTests::remember(const TestNotes& notes)
{
    m_notes = &notes;
    connect(&notes, &TestNotes::opened, this, [this] {
        if (m_station.isOpen())
            for (const SlotId account : accounts(m_station.document()))
                emit changed(account);
    });
}

const QList<TestNote>& LastTests::notesOf(SlotId account) const
{
    static const QList<TestNote> none;
    return m_notes && m_station.isOpen() && m_station.document().exists(account)
               ? m_notes->of(m_station.document().path(account))
               : none;
}

std::optional<RememberedTest> LastTests::remembered(SlotId account) const
{
    const TestNote* const note = report(account) ? nullptr : latest(notesOf(account));
    if (!note)
        return std::nullopt;
    return RememberedTest{note->began,
                          note->duration,
                          note->outcome,
                          note->isWithoutSignIn(),
                          note->forecast,
                          note->values.security,
                          note->values.server.toString(),
                          note->certificateEnd};
}

QString LastTests::history(SlotId account) const
{
    const QList<TestNote>& notes = notesOf(account);
    QStringList parts;
    if (const TestNote* const success = lastSuccess(notes))
        //: %1 is a date and time
        parts += QCoreApplication::translate("test", "Last success %1").arg(shownMoment(success->began));
    if (const TestNote* const failure = lastFailure(notes))
        //: %1 is a date and time, %2 how the test ended
        parts += QCoreApplication::translate("test", "Last failure %1: %2")
                     .arg(shownMoment(failure->began), labelOf(failure->outcome));
    return parts.size() < 2 ? QString() : parts.join(u"  ·  "_s); // one alone is the last test itself
}

std::optional<CertificateEnd> LastTests::certificateEnd(SlotId account, const QDateTime& now) const
{
    if (const Report* const last = report(account))
        return stationer::certificateEnd(*last, now);
    const std::optional<RememberedTest> test = remembered(account);
    return test ? stationer::certificateEnd(*test, now) : std::nullopt;
}

std::optional<Forecast> LastTests::forecast(SlotId account) const
{
    if (const std::optional<StationVerdict> station = verdict(account))
        return station->forecast;
    const std::optional<RememberedTest> test = remembered(account);
    return test ? test->forecast : std::nullopt;
}

bool LastTests::isCurrent(SlotId account) const
{
    const Report* last = report(account);
    const TestNote* const note = last ? nullptr : latest(notesOf(account));
    if (!(last || note) || !m_station.isOpen() || !m_station.document().exists(account))
        return false;
    if (last && last->alarm) {
        const AlarmSettings now = alarmSettingsOf(m_station.document(), account);
        return now.alarm.addressees == last->alarm->addressees && areSame(now.settings, last->settings) &&
               (!now.fault || now.fault == last->settingFault);
    }
    const Result<ConnectionSettings, SettingFault> now = settingsOf(m_station.document(), account);
    if (note)
        return now && TestedValues::of(now.value()) == note->values;
    if (!now)
        return last->settingFault == now.error();
    return !last->settingFault && areSame(now.value(), last->settings);
}

bool LastTests::isOfSameServer(SlotId account) const
{
    const Report* last = report(account);
    const TestNote* const note = last ? nullptr : latest(notesOf(account));
    if (!(last || note) || !m_station.isOpen() || !m_station.document().exists(account))
        return false;
    const Result<ConnectionSettings, SettingFault> now = settingsOf(m_station.document(), account);
    if (note)
        return now && TestedValues::of(now.value()).isSameServer(note->values);
    return now && now.value().server == last->settings.server && now.value().protocol == last->settings.protocol &&
           now.value().security == last->settings.security;
}

Badge LastTests::badge(SlotId account) const
{
    if (!isCurrent(account))
        return Badge::None;
    const Report* const last = report(account);
    return last ? badgeOf(*last) : badgeOf(*remembered(account));
}

QString LastTests::line(SlotId account) const
{
    const Report* last = report(account);
    const std::optional<RememberedTest> test = last ? std::nullopt : remembered(account);
    if (!last && !test)
        return {};
    const QString time =
        last ? QLocale().toString(last->began.toLocalTime().time(), QLocale::ShortFormat) : shownMoment(test->began);
    //: The last test: %1 a time of day, or a date and a time, %2 a duration, %3 how it ended
    const QString line =
        QCoreApplication::translate("test", "%1, %2, %3")
            .arg(time, shownDuration(last ? last->duration : test->duration), last ? endOf(*last) : endOf(*test));
    //: %1 is such as «14:02, 212 ms, passed»
    return isCurrent(account) ? line : QCoreApplication::translate("test", "%1 – values changed since").arg(line);
}

} // namespace stationer
