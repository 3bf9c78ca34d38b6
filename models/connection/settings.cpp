#include "connection/settings.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "catalogue/portrules.h"
#include "station/value.h"
#include "trust/hostname.h"

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

using Kind = SettingFault::Kind;

/// What an account has of stations from 4.13 on. The names of the types were seen in no public file, so only what says that
/// nobody signs in is read.
enum class Authenticator { None, NoAuth, SignsIn };

Authenticator authenticatorOf(const Document& document, SlotId account)
{
    const SlotId slot = document.child(account, QString(emailAuthenticatorSlot));
    if (slot == SlotId::None)
        return Authenticator::None;
    return document.type(slot).contains("NoAuth"_L1, Qt::CaseInsensitive) ? Authenticator::NoAuth : Authenticator::SignsIn;
}

/// Reads an account's slots; the first fault stays.
class Slots {
public:
    Slots(const Document& document, SlotId account) : m_document(document), m_account(account) {}

    const std::optional<SettingFault>& fault() const { return m_fault; }

    void refuse(Kind kind, const QString& slot, const QString& value)
    {
        if (!m_fault)
            m_fault = SettingFault{kind, slot, value};
    }
    QString text(const QString& slot) const { return effectiveValue(m_document, m_account, slot).value_or(QString()); }
    bool boolean(const QString& slot, bool otherwise)
    {
        const QString value = text(slot);
        const std::optional<bool> read = readBoolean(value);
        if (!read && !value.isEmpty())
            refuse(Kind::BadValue, slot, value);
        return read.value_or(otherwise);
    }
    QString line(const QString& slot)
    {
        const QString value = text(slot);
        if (hasForbidden(value))
            refuse(Kind::ForbiddenCharacter, slot, value);
        return value;
    }

    /// Where an Email Authenticator signs in, the user name stands in it.
    QString userName(Authenticator authenticator)
    {
        switch (authenticator) {
        case Authenticator::None:
            return line(accountSlot);
        case Authenticator::NoAuth:
            return {};
        case Authenticator::SignsIn:
            break;
        }
        const SlotId inside =
            m_document.child(m_document.child(m_account, QString(emailAuthenticatorSlot)), QString(accountSlot));
        const QString value = inside == SlotId::None ? QString() : m_document.value(inside).value_or(QString());
        if (hasForbidden(value))
            refuse(Kind::ForbiddenCharacter, QString(emailAuthenticatorSlot), value);
        return value.isEmpty() ? line(accountSlot) : value;
    }

    static bool hasForbidden(const QString& value)
    {
        return std::ranges::any_of(value, [](QChar c) { return c == u'\r' || c == u'\n' || c == u'\0'; });
    }

private:
    const Document& m_document;
    SlotId m_account;
    std::optional<SettingFault> m_fault;
};

std::optional<SettingFault> hostFault(const QString& host)
{
    if (host.isEmpty())
        return SettingFault{Kind::Missing, hostnameSlot, host};
    if (Slots::hasForbidden(host))
        return SettingFault{Kind::ForbiddenCharacter, hostnameSlot, host};
    if (!normalisedHost(host))
        return SettingFault{Kind::BadHost, hostnameSlot, host};
    return std::nullopt;
}

std::optional<SettingFault> portFault(qint64 port, const QString& typed)
{
    if (port == 0)
        return SettingFault{Kind::PortZero, portSlot, typed};
    if (port < 1 || port > 65535)
        return SettingFault{Kind::OutOfRange, portSlot, typed};
    return std::nullopt;
}

std::optional<TlsVersion> tlsVersionNamed(QStringView tag)
{
    if (tag == u"tlsv1")
        return TlsVersion::Tls10;
    if (tag == u"tlsv1_1")
        return TlsVersion::Tls11;
    if (tag == u"tlsv1_2")
        return TlsVersion::Tls12;
    if (tag == u"tlsv1_3")
        return TlsVersion::Tls13;
    return std::nullopt;
}

Protocol protocolOf(Slots& values, const QString& type)
{
    const QString value = values.text(protocolSlot(type));
    const std::optional<Protocol> protocol = protocolNamed(value);
    if (protocol && canSpeak(type, *protocol))
        return *protocol;
    values.refuse(Kind::BadValue, protocolSlot(type), value);
    return usualProtocol(type);
}

} // namespace

Result<ConnectionSettings, SettingFault> settingsOf(const Document& document, SlotId account)
{
    const QString type = document.type(account);
    if (!isAccountType(type))
        return SettingFault{Kind::NotAnAccount, {}, type};

    Slots values(document, account);
    ConnectionSettings settings;
    settings.path = document.path(account);
    settings.protocol = protocolOf(values, type);

    settings.server.host = values.text(hostnameSlot);
    if (const std::optional<SettingFault> fault = hostFault(settings.server.host))
        values.refuse(fault->kind, fault->slot, fault->value);

    PortState state{.protocol = settings.protocol,
                    .useSsl = values.boolean(useSslSlot, false),
                    .useStartTls = values.boolean(useStartTlsSlot, false)};
    const std::optional<SecurityMode> mode = securityMode(state);
    if (!mode)
        values.refuse(Kind::BothSwitches, useStartTlsSlot, u"true"_s);
    settings.security = mode.value_or(SecurityMode::None);

    const QString port = values.text(portSlot);
    const std::optional<qint64> number = readInteger(port);
    settings.isAutomaticPort = number == -1;
    if (!number)
        values.refuse(Kind::BadValue, portSlot, port);
    else if (const auto fault = settings.isAutomaticPort ? std::nullopt : portFault(*number, port))
        values.refuse(fault->kind, fault->slot, fault->value);
    else
        state.port = int(*number);
    settings.server.port = quint16(dialledPort(state));

    const Authenticator authenticator = authenticatorOf(document, account);
    settings.mustSignIn = authenticator == Authenticator::SignsIn;
    const QString name = values.userName(authenticator);
    if (!name.isEmpty() && values.boolean(useAuthenticationSlot, true))
        settings.account = name;
    else if (settings.mustSignIn)
        values.refuse(Kind::NobodySignsIn, QString(emailAuthenticatorSlot), {});
    settings.hasStoredPassword = hasPassword(document, account);
    const QString tls = values.text(tlsMinProtocolSlot);
    const std::optional<TlsVersion> version = tlsVersionNamed(tls);
    if (!version)
        values.refuse(Kind::BadValue, tlsMinProtocolSlot, tls);
    settings.tlsMinimum = version.value_or(TlsVersion::Tls12);
    settings.connectionTimeout = readRelTime(values.text(connectionTimeoutSlot)).value_or(settings.connectionTimeout);
    settings.replyTo = values.line(replyToSlot);
    settings.isEnabled = values.boolean(enabledSlot, true);

    if (values.fault())
        return *values.fault();
    return settings;
}

Result<ConnectionSettings, SettingFault> settingsOf(Protocol protocol, SecurityMode security, const QString& host,
                                                    std::optional<int> port, const QString& account)
{
    if (const std::optional<SettingFault> fault = hostFault(host))
        return *fault;
    ConnectionSettings settings;
    settings.protocol = protocol;
    settings.security = security;
    settings.isAutomaticPort = !port || *port == -1;
    const int dialled = settings.isAutomaticPort ? standardPort(protocol, security) : *port;
    if (const std::optional<SettingFault> fault = portFault(dialled, QString::number(dialled)))
        return *fault;
    settings.server = Endpoint{host, quint16(dialled)};
    if (Slots::hasForbidden(account))
        return SettingFault{Kind::ForbiddenCharacter, accountSlot, account};
    if (!account.isEmpty())
        settings.account = account;
    return settings;
}

} // namespace stationer
