#pragma once

#include "station/document.h"
#include "terms/depth.h"
#include "terms/endpoint.h"
#include "terms/protocol.h"
#include "terms/result.h"
#include "terms/securitymode.h"
#include "terms/tlsversion.h"

#include <QString>

#include <chrono>
#include <optional>

namespace stationer {

/// An account's values, parsed and checked: nobody downstream checks again.
struct ConnectionSettings {
    Protocol protocol = Protocol::Smtp;
    SecurityMode security = SecurityMode::None;
    Endpoint server; ///< host as typed, port as dialled
    bool isAutomaticPort = false;
    std::optional<QString> account; ///< nothing: the test is without login
    TlsVersion tlsMinimum = TlsVersion::Tls12;
    bool hasStoredPassword = false; ///< the station file holds one, unreadable here
    bool mustSignIn = false;        ///< an Email Authenticator signs in: nothing passes without
    /// How long a station waits to be connected and for every answer, with SMTP; 10 s where the file says nothing.
    std::chrono::milliseconds connectionTimeout = std::chrono::seconds(10);
    QString replyTo;
    bool isEnabled = true;
    QString path; ///< slot path; empty where typed on the command line

    bool operator==(const ConnectionSettings&) const = default;
};

/// Why a component's values make no settings: the slot to mend, and how it fails.
struct SettingFault {
    enum class Kind {
        Missing,
        BadValue,
        ForbiddenCharacter,
        BadHost,
        BothSwitches,
        PortZero,
        OutOfRange,
        NotAnAccount,
        NobodySignsIn,
        NoSuchAccount,   ///< an EmailRecipient names one that the station does not have
        AccountDisabled, ///< it names one that is off
        NotOutgoing,     ///< it names one that sends nothing
        NoRecipients,    ///< it has no address
        NoAddress,       ///< what stands there is none
        NoSender         ///< neither Reply To nor a user name
    };
    Kind kind = Kind::Missing;
    QString slot;
    QString value;
    QString path = {}; ///< of the component, where it is another than what is tested

    bool operator==(const SettingFault&) const = default;
};

Result<ConnectionSettings, SettingFault> settingsOf(const Document& document, SlotId account);
/// From what was typed; the port defaults to the table's.
Result<ConnectionSettings, SettingFault> settingsOf(Protocol protocol, SecurityMode security, const QString& host,
                                                    std::optional<int> port, const QString& account);

} // namespace stationer
