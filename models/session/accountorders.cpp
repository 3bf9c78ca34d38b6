#include "session/accountorders.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "catalogue/recipients.h"
#include "connection/testmessage.h"
#include "rows/sheetrow.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "trust/truststores.h"

#include <QPointer>

namespace stationer {

namespace {

QStringList unsavedLabels(const Document& document, SlotId account)
{
    QStringList labels;
    for (const SheetRow& row : sheetRows(document, account))
        if (row.isChanged)
            labels += row.label;
    return labels;
}

} // namespace

AccountOrders::AccountOrders(const Rooms& rooms, QObject* parent)
    : QObject(parent), m_station(rooms.station), m_hosts(rooms.hosts), m_roots(rooms.roots), m_anchors(rooms.anchors),
      m_stores(rooms.stores), m_uses(rooms.hosts)
{
    connect(&m_station, &OpenStation::aboutToBeReplaced, this, [this] {
        m_uses.write(); // in the list of the station that they are about
        m_choices.clear();
    });
}

void AccountOrders::setChoices(SlotId account, const TestChoices& choices)
{
    if (choices.isDefault())
        m_choices.remove(account);
    else
        m_choices.insert(account, choices);
}

TestSubject AccountOrders::subject(SlotId account, const std::optional<Errand>& errand)
{
    const Document& document = m_station.document();
    if (document.type(account) == emailRecipientType)
        return alarmSubject(account, errand.value_or(Errand{Depth::Envelope, {}}));
    TestSubject subject{.order = {}, .judge = judgeNow()};
    TestOrder& order = subject.order;
    const Result<ConnectionSettings, SettingFault> settings = settingsOf(document, account);
    if (!settings) {
        order.settings.path = document.path(account);
        subject.fault = settings.error();
        return subject;
    }
    TestChoices chosen = choices(account);
    if (errand)
        chosen.depth = errand->depth;
    order = usualOrder(settings.value(), firstAlarmRecipient(document, m_station.references(), account));
    order.unsavedSlots = unsavedLabels(document, account);
    chosen.applyTo(order);
    if (order.ehloName.isEmpty())
        order.ehloName = m_stores.known().hostName.toUtf8();
    order.asksForStation = m_stores.known().roots().has_value();
    if (errand)
        order.recipient = errand->recipient;
    if (order.depth == Depth::Message)
        order.message = TestMessage::now(m_station.title(), order.settings, order.recipient).toBytes();
    subject.needsPassword = chosen.needsPassword(order.settings);
    return subject;
}

/// What proves an EmailRecipient's alarms, by what was chosen for the accounts that send and receive its message.
TestSubject AccountOrders::alarmSubject(SlotId recipient, const Errand& errand)
{
    const Document& document = m_station.document();
    const AlarmSettings read = alarmSettingsOf(document, recipient);
    TestSubject subject{.order = {}, .judge = judgeNow(), .fault = read.fault};
    TestOrder& order = subject.order;
    order.settings = read.settings;
    order.alarm = read.alarm;
    order.unsavedSlots = unsavedLabels(document, recipient);
    if (read.account != SlotId::None)
        order.unsavedSlots += unsavedLabels(document, read.account);
    TestChoices chosen = choices(read.account);
    chosen.depth = errand.depth;
    chosen.applyTo(order);
    subject.needsPassword = chosen.needsPassword(order.settings);
    if (errand.depth != Depth::Message || subject.fault)
        return subject;
    order.alarm->code = freshCode();
    order.alarm->through = document.path(errand.through);
    order.message = alarmMessage(*order.alarm, order.settings, m_station.title());
    const auto look = lookOrder(document, errand.through, order.alarm->code);
    if (!look) {
        subject.fault = look.error();
        return subject;
    }
    TestOrder seeing = look.value();
    TestChoices choice = choices(errand.through);
    choice.depth = Depth::Envelope;
    choice.applyTo(seeing);
    subject.needsPassword = subject.needsPassword || choice.needsPassword(seeing.settings);
    order.arrival = std::make_shared<const TestOrder>(std::move(seeing));
    return subject;
}

std::optional<SecretPlace> AccountOrders::passwordPlace(SlotId account) const
{
    if (!m_station.isOpen() || !m_station.document().exists(account))
        return std::nullopt;
    const Document& document = m_station.document();
    if (!isAccountType(document.type(account)))
        return std::nullopt;
    return stationer::passwordPlace(m_station.path(), document.path(account), textOf(document, account, hostnameSlot),
                                    textOf(document, account, accountSlot));
}

ChainJudge AccountOrders::judgeNow()
{
    return [self = QPointer<AccountOrders>(this)](const CertificateChain& chain, const Endpoint& server) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        if (!self) // the window is closing: nobody vouches
            return judge(chain, server.host, now, TrustAnchors());
        self->m_hosts.reload();
        return judge(chain, server.host, now, self->m_anchors.of(self->m_roots), self->m_hosts.find(server));
    };
}

} // namespace stationer
