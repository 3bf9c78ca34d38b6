#include "catalogue/accountslots.h"

#include "catalogue/catalogue.h"
#include "catalogue/change.h"
#include "station/value.h"

#include <QCoreApplication>

namespace stationer {

using namespace Qt::StringLiterals;

QLatin1StringView protocolSlot(QStringView accountType)
{
    return accountType == outgoingAccountType ? transportSlot : storeSlot;
}

Protocol usualProtocol(QStringView accountType)
{
    return accountType == outgoingAccountType ? Protocol::Smtp : Protocol::Pop3;
}

bool canSpeak(QStringView accountType, Protocol protocol)
{
    return sendsMail(protocol) == (accountType == outgoingAccountType);
}

QString textOf(const Document& document, SlotId account, QLatin1StringView slot)
{
    return effectiveValue(document, account, QString(slot)).value_or(QString());
}

bool isOn(const Document& document, SlotId account, QLatin1StringView slot)
{
    return readBoolean(textOf(document, account, slot)).value_or(false);
}

std::optional<Protocol> protocolOf(const Document& document, SlotId account)
{
    const QString type = document.type(account);
    const std::optional<Protocol> protocol = protocolNamed(textOf(document, account, protocolSlot(type)));
    return protocol && canSpeak(type, *protocol) ? protocol : std::nullopt;
}

std::optional<SecurityMode> securityModeOf(const Document& document, SlotId account)
{
    return securityMode(
        {.useSsl = isOn(document, account, useSslSlot), .useStartTls = isOn(document, account, useStartTlsSlot)});
}

std::optional<qint64> portOf(const Document& document, SlotId account)
{
    return readInteger(textOf(document, account, portSlot));
}

bool hasPassword(const Document& document, SlotId account)
{
    const SlotId password = document.child(account, QString(passwordSlot));
    return password != SlotId::None && !document.value(password).value_or(QString()).isEmpty();
}

bool isLocked(const Document& document, SlotId slot)
{
    return slot != SlotId::None && (document.isComponent(slot) || document.flags(slot).contains(u'r'));
}

bool isLocked(const Document& document, SlotId component, const QString& slot)
{
    return isLocked(document, document.child(component, slot));
}

QList<Assignment> assignmentsFor(SecurityMode mode)
{
    const Assignment ssl{useSslSlot, writeBoolean(mode == SecurityMode::Ssl)};
    const Assignment startTls{useStartTlsSlot, writeBoolean(mode == SecurityMode::StartTls)};
    return mode == SecurityMode::StartTls ? QList{startTls, ssl} : QList{ssl, startTls};
}

QList<Assignment> assignmentsFor(SecurityMode mode, int port)
{
    return assignmentsFor(mode) << Assignment{portSlot, QString::number(port)};
}

QString labelOf(SecurityMode mode)
{
    switch (mode) {
    case SecurityMode::None:
        //: How an account connects where it has neither Use Ssl nor Use Start Tls
        return QCoreApplication::translate("catalogue", "not encrypted");
    case SecurityMode::StartTls:
        return QCoreApplication::translate("catalogue", "Use Start Tls");
    case SecurityMode::Ssl:
        return QCoreApplication::translate("catalogue", "Use Ssl");
    }
    Q_UNREACHABLE();
}

} // namespace stationer
