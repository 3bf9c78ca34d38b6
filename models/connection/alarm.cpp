#include "connection/alarm.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "connection/testmessage.h"
#include "connection/testorder.h"

#include <QRandomGenerator>

#include <algorithm>

namespace stationer {

namespace {

using Kind = SettingFault::Kind;

std::optional<SettingFault> faultOf(const Document& document, SlotId recipient, const AlarmSettings& read)
{
    const QString name = textOf(document, recipient, emailAccountSlot);
    if (name.isEmpty())
        return SettingFault{Kind::Missing, emailAccountSlot, {}};
    if (read.account == SlotId::None)
        return SettingFault{Kind::NoSuchAccount, emailAccountSlot, name};
    if (document.type(read.account) != outgoingAccountType)
        return SettingFault{Kind::NotOutgoing, emailAccountSlot, name};
    if (textOf(document, read.account, enabledSlot) == QLatin1StringView("false"))
        return SettingFault{Kind::AccountDisabled, emailAccountSlot, name};
    const QList<Addressee>& addressees = read.alarm.addressees;
    if (addressees.isEmpty())
        return SettingFault{Kind::NoRecipients, toSlot, {}};
    const auto bad = std::ranges::find_if(addressees, [](const Addressee& one) { return !isAddress(one.address); });
    if (bad != addressees.end())
        return SettingFault{Kind::NoAddress, bad->role, bad->address};
    return std::nullopt;
}

} // namespace

AlarmSettings alarmSettingsOf(const Document& document, SlotId recipient)
{
    AlarmSettings read;
    read.alarm.path = document.path(recipient);
    read.alarm.addressees = addresseesOf(document, recipient);
    read.account = accountNamedBy(document, recipient);
    read.fault = faultOf(document, recipient, read);
    if (read.account == SlotId::None || document.type(read.account) != outgoingAccountType)
        return read;
    const auto settings = settingsOf(document, read.account);
    if (settings)
        read.settings = settings.value();
    if (read.fault)
        return read;
    if (!settings) {
        read.fault = settings.error();
        read.fault->path = document.path(read.account);
    } else if (senderOf(read.settings).isEmpty()) {
        read.fault = SettingFault{Kind::NoSender, replyToSlot, {}, read.settings.path};
    }
    return read;
}

QByteArray freshCode()
{
    static constexpr QByteArrayView letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none that are taken for one another
    QByteArray code(10, 'A');
    for (char& letter : code)
        letter = letters[qsizetype(QRandomGenerator::system()->bounded(quint32(letters.size())))];
    return code;
}

QByteArray alarmMessage(const AlarmFacts& alarm, const ConnectionSettings& settings, const QString& station)
{
    const auto in = [&alarm](QLatin1StringView role) {
        QStringList addresses;
        for (const Addressee& one : alarm.addressees)
            if (one.role == role)
                addresses += one.address;
        return addresses;
    };
    TestMessage message = TestMessage::now(station, settings, {});
    message.to = in(toSlot);
    message.cc = in(ccSlot); // nobody sees who else is in Bcc
    message.alarm = alarm.path;
    message.code = alarm.code;
    return message.toBytes();
}

Result<TestOrder, SettingFault> lookOrder(const Document& document, SlotId incoming, const QByteArray& code)
{
    const auto refused = [&](SettingFault fault) {
        fault.path = document.path(incoming);
        return fault;
    };
    if (document.type(incoming) != incomingAccountType)
        return refused({Kind::NotAnAccount, {}, document.type(incoming)});
    const auto settings = settingsOf(document, incoming);
    if (!settings)
        return refused(settings.error());
    if (!settings.value().account)
        return refused({Kind::Missing, accountSlot, {}});
    TestOrder order;
    order.settings = settings.value();
    order.depth = Depth::Envelope;
    order.sought = code;
    return order;
}

} // namespace stationer
