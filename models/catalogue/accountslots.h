#pragma once

#include "station/document.h"
#include "terms/protocol.h"
#include "terms/securitymode.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace stationer {

struct Assignment;

/// The slots of an account that anyone asks for by name; the types' tables have them all.
inline constexpr QLatin1StringView hostnameSlot("hostname");
inline constexpr QLatin1StringView portSlot("port");
inline constexpr QLatin1StringView useSslSlot("useSsl");
inline constexpr QLatin1StringView useStartTlsSlot("useStartTls");
inline constexpr QLatin1StringView tlsMinProtocolSlot("tlsMinProtocol");
inline constexpr QLatin1StringView connectionTimeoutSlot("connectionTimeout");
inline constexpr QLatin1StringView transportSlot("transport"); ///< the protocol of an outgoing account
inline constexpr QLatin1StringView storeSlot("store");         ///< the protocol of an incoming account
inline constexpr QLatin1StringView accountSlot("account");
inline constexpr QLatin1StringView passwordSlot("password");
inline constexpr QLatin1StringView emailAuthenticatorSlot("emailAuthenticator"); ///< stations from 4.13 on
inline constexpr QLatin1StringView useAuthenticationSlot("useAuthentication");
inline constexpr QLatin1StringView replyToSlot("replyTo");
inline constexpr QLatin1StringView deliveryPolicySlot("deliveryPolicy");
inline constexpr QLatin1StringView pollrateSlot("pollrate");
inline constexpr QLatin1StringView enabledSlot("enabled");
inline constexpr QLatin1StringView debugSlot("debug");

/// The slot that says which protocol an account of this type speaks, and the protocol where it says none that fits.
QLatin1StringView protocolSlot(QStringView accountType);
Protocol usualProtocol(QStringView accountType);
/// Whether an account of this type can speak the protocol: an outgoing one sends, an incoming one fetches.
bool canSpeak(QStringView accountType, Protocol protocol);

/// A slot's value in force: as text, empty where there is none; as a switch, off where it is none.
QString textOf(const Document& document, SlotId account, QLatin1StringView slot);
bool isOn(const Document& document, SlotId account, QLatin1StringView slot);
/// What the account speaks; nothing where the value is no protocol or one that the account cannot speak.
std::optional<Protocol> protocolOf(const Document& document, SlotId account);
/// How it encrypts; nothing where both switches are on.
std::optional<SecurityMode> securityModeOf(const Document& document, SlotId account);
/// The port as it stands, -1 where it is automatic; nothing where the value is no number.
std::optional<qint64> portOf(const Document& document, SlotId account);
/// Whether the file has a password for it, which nobody here can read.
bool hasPassword(const Document& document, SlotId account);
/// Whether the file keeps a slot from being set: it is a component there, or has the flag `r`. What is not there is free.
bool isLocked(const Document& document, SlotId slot);
bool isLocked(const Document& document, SlotId component, const QString& slot);

/// What makes a security mode: both switches, first the one that it is about. With a port, this holds whatever follows the
/// mode.
QList<Assignment> assignmentsFor(SecurityMode mode);
QList<Assignment> assignmentsFor(SecurityMode mode, int port);

/// `Use Ssl`, `Use Start Tls`, `not encrypted`; translated.
QString labelOf(SecurityMode mode);

} // namespace stationer
