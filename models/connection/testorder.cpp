#include "connection/testorder.h"

#include "catalogue/accountslots.h"
#include "connection/testmessage.h"
#include "mail/dialogue.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

bool hasForbidden(QByteArrayView text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

bool isAscii(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return uchar(c) < 0x80; });
}

} // namespace

TestOrder usualOrder(const ConnectionSettings& settings, const QString& alarmRecipient)
{
    TestOrder order;
    order.settings = settings;
    order.depth = settings.account ? Depth::Login : Depth::Connect;
    if (settings.account && sendsMail(settings.protocol) && !alarmRecipient.isEmpty()) {
        order.depth = Depth::Envelope;
        order.recipient = alarmRecipient;
        order.letsPutOff = true;
    }
    return order;
}

Depth reachableDepth(const TestOrder& order)
{
    if (order.depth == Depth::Login && !order.settings.account)
        return Depth::Connect;
    if (order.depth == Depth::Message && !sendsMail(order.settings.protocol))
        return Depth::Envelope;
    return order.depth;
}

std::optional<SettingFault> faultOf(const TestOrder& order)
{
    const ConnectionSettings& settings = order.settings;
    const std::array<std::pair<QString, QString>, 6> shown{{{hostnameSlot, settings.server.host},
                                                            {hostnameSlot, order.dial ? order.dial->host : QString()},
                                                            {accountSlot, settings.account.value_or(QString())},
                                                            {replyToSlot, settings.replyTo},
                                                            {u"to"_s, order.recipient},
                                                            {u"ehlo"_s, QString::fromLatin1(order.ehloName)}}};
    for (const auto& [slot, value] : shown)
        if (hasForbidden(value.toUtf8()))
            return SettingFault{SettingFault::Kind::ForbiddenCharacter, slot, value};
    if (hasForbidden(order.password.reveal()))
        return SettingFault{SettingFault::Kind::ForbiddenCharacter, passwordSlot, {}};
    if (hasForbidden(order.token.reveal()))
        return SettingFault{SettingFault::Kind::ForbiddenCharacter, u"token"_s, {}};
    return std::nullopt;
}

bool fetchesToken(const TestOrder& order)
{
    return order.tokenSource && order.settings.account && reachableDepth(order) != Depth::Connect;
}

Credential credentialOf(const TestOrder& order)
{
    if (order.clientIdentity)
        return Credential::ClientCertificate;
    return order.token.isEmpty() && !order.tokenSource ? Credential::Password : Credential::Token;
}

bool isCredentialAscii(const TestOrder& order)
{
    return isAscii(order.settings.account.value_or(QString()).toUtf8()) && isAscii(order.password.reveal());
}

DialogueGoal goalOf(const TestOrder& order)
{
    const ConnectionSettings& settings = order.settings;
    DialogueGoal goal;
    goal.protocol = settings.protocol;
    goal.security = settings.security;
    goal.depth = reachableDepth(order);
    goal.account = settings.account;
    goal.password = order.password;
    goal.token = order.token;
    goal.mustSignIn = settings.mustSignIn;
    goal.hasClientCertificate = order.clientIdentity.has_value();
    goal.mechanism = order.mechanism;
    goal.signsInAsStation =
        order.signIn == SignIn::AsTheStation || (order.signIn == SignIn::Usual && settings.security != SecurityMode::None);
    goal.letsPutOff = order.letsPutOff;
    goal.opensInbox = order.asksForStation && goal.depth != Depth::Connect;
    goal.ehloName = order.ehloName;
    goal.sender = senderOf(settings);
    if (order.alarm) {
        for (const Addressee& one : order.alarm->addressees)
            goal.recipients += one.address;
    } else if (const QString one = order.recipient.isEmpty() ? goal.sender : order.recipient; !one.isEmpty()) {
        goal.recipients = {one};
    }
    goal.sought = order.sought;
    goal.message = order.message;
    return goal;
}

QByteArray ehloLiteral(QHostAddress address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return '[' + QHostAddress(ipv4).toString().toLatin1() + ']';
    address.setScopeId({});
    return "[IPv6:" + address.toString().toLatin1() + ']';
}

} // namespace stationer
