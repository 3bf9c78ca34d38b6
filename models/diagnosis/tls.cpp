#include "catalogue/accountslots.h"
#include "diagnosis/cases.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

/// What the library says when the versions do not meet. Its words, so they are matched and never shown alone.
bool isVersionTrouble(const QString& libraryText)
{
    static constexpr std::array words{"unsupported protocol"_L1, "protocol version"_L1, "version too low"_L1,
                                      "no protocols available"_L1, "inappropriate fallback"_L1};
    return std::any_of(words.begin(), words.end(),
                       [&libraryText](QLatin1StringView word) { return libraryText.contains(word, Qt::CaseInsensitive); });
}

/// Where encryption from the first byte is an untried way out; never a step towards less of it.
QList<Remedy> useSsl(const Report& report)
{
    if (report.settings.security == SecurityMode::Ssl)
        return {};
    Remedy remedy = modeOnItsPort(report, SecurityMode::Ssl);
    remedy.labelOfChange = remedy.label;
    remedy.label = QCoreApplication::translate("diagnosis", "Test Use Ssl");
    remedy.testsAtOnce = true;
    return {remedy};
}

bool says(const Report& report, QLatin1StringView words)
{
    return report.libraryText.contains(words, Qt::CaseInsensitive);
}

/// The server and this computer have no version in common.
Diagnosis oldTls(const Report& report)
{
    const QString best = report.serverTls;
    if (report.settings.tlsMinimum == TlsVersion::Tls13 && (best.isEmpty() || best == "TLSv1.2"_L1))
        return {QCoreApplication::translate("diagnosis", "The server does not have TLS 1.3."),
                QCoreApplication::translate("diagnosis", "The account asks for nothing less. TLS 1.2 is safe too."),
                {{QCoreApplication::translate("diagnosis", "Allow TLS 1.2"), {{tlsMinProtocolSlot, u"tlsv1_2"_s}}}}};
    if (best == "SSLv3"_L1)
        return {QCoreApplication::translate("diagnosis", "The server has nothing better than SSL 3.0."),
                QCoreApplication::translate(
                    "diagnosis", "SSL 3.0 is from 1996 and broken; it must not be used any more (RFC 7568), and no current "
                                 "program or station speaks it. The server has to be updated."),
                {}};
    if (!best.isEmpty())
        //: %1 is such as TLS 1.0
        return {
            QCoreApplication::translate("diagnosis", "The server has nothing better than %1.")
                .arg(best == "TLSv1.1"_L1 ? u"TLS 1.1"_s : u"TLS 1.0"_s),
            QCoreApplication::translate(
                "diagnosis", "That is an old kind of encryption that can be broken. Ask the server's owner to update it."),
            {}};
    return {QCoreApplication::translate("diagnosis", "The server only has an old kind of encryption."),
            QCoreApplication::translate(
                "diagnosis", "It has nothing better than SSL 3.0, TLS 1.0 or TLS 1.1, which can be broken. Ask its "
                             "owner to update it."),
            {}};
}

bool isOldTls(const Report& report)
{
    if (report.serverTls.isEmpty())
        return isVersionTrouble(report.libraryText);
    return report.serverTls != "TLSv1.2"_L1 || report.settings.tlsMinimum == TlsVersion::Tls13;
}

/// Whether the connection ended in the handshake without a word of TLS about it.
bool hungUp(const Report& report)
{
    const StageRecord* record = report.record(Stage::Tls);
    return record && record->detail == nameOf(Outcome::ConnectionLost);
}

Diagnosis hungUpDiagnosis(const Report& report)
{
    const QString headline = QCoreApplication::translate("diagnosis", "The server hung up when encryption was to begin.");
    if (report.settings.security == SecurityMode::StartTls)
        return {headline,
                QCoreApplication::translate(
                    "diagnosis", "It agreed to begin and then closed the connection. Most likely its certificate is "
                                 "not set up, or a firewall on the way disturbs the encryption."),
                {},
                {},
                Certainty::Unknown};
    return {headline,
            QCoreApplication::translate("diagnosis",
                                        "It took the connection on port %1 and closed it without a word. Often it takes no "
                                        "connections from this network, another service listens there, or a firewall on the "
                                        "way disturbs the encryption.")
                .arg(portOf(report)),
            usualPort(report),
            {Answer::FindSettings},
            Certainty::Unknown};
}

Diagnosis handshakeFailed(const Report& report)
{
    if (isOldTls(report))
        return oldTls(report);
    if (isAboutClientCertificate(report))
        return clientCertificateRefused(report);
    if (says(report, "unrecognized name"_L1))
        return {QCoreApplication::translate("diagnosis", "The server does not go by the name %1.").arg(shownHost(report)),
                QCoreApplication::translate("diagnosis",
                                            "It answers, but has no certificate for this Hostname. Ask the mail "
                                            "server's owner for the right name."),
                {},
                {Answer::EditAccount}};
    if (says(report, "too small"_L1) || says(report, "too weak"_L1) || says(report, "no shared cipher"_L1))
        return {QCoreApplication::translate("diagnosis", "The server and this computer found no safe way to encrypt."),
                QCoreApplication::translate("diagnosis", "Port and mode are right. The server's ways are too weak or too "
                                                         "unusual. Ask its owner to update its TLS settings."),
                {}};
    if (says(report, "handshake failure"_L1))
        return {QCoreApplication::translate("diagnosis", "The server and this computer found no safe way to encrypt."),
                QCoreApplication::translate("diagnosis",
                                            "Port and mode are right. The server's ways to encrypt may be too weak "
                                            "or too unusual. Ask its owner to look at its TLS settings."),
                {},
                {},
                Certainty::Likely};
    if (hungUp(report))
        return hungUpDiagnosis(report);
    return {QCoreApplication::translate("diagnosis", "The encrypted connection could not be set up."),
            QCoreApplication::translate(
                "diagnosis", "Port and mode are right, but server and computer found no way to encrypt. Either the "
                             "server is set up wrongly, or a firewall on the way disturbs it."),
            {},
            {},
            Certainty::Unknown};
}

} // namespace

Diagnosis startTlsMissing(const Report& report)
{
    return {QCoreApplication::translate("diagnosis", "The server offers no encryption on port %1, so the test stopped.")
                .arg(portOf(report)),
            joined({credentialNotSent(report),
                    QCoreApplication::translate(
                        "diagnosis", "Either encryption is not set up there, or something on the way removes it, "
                                     "often a firewall that inspects mail. Do not turn encryption off to get past "
                                     "this.")}),
            useSsl(report),
            {Answer::FindSettings}};
}

Diagnosis startTlsRefused(const Report& report)
{
    return {QCoreApplication::translate(
                "diagnosis", "The server does not start the encryption that it offers on port %1, so the test stopped.")
                .arg(portOf(report)),
            joined({credentialNotSent(report), serverWords(report),
                    QCoreApplication::translate(
                        "diagnosis", "Most likely its certificate is not set up. Ask the server's owner. Do not turn "
                                     "encryption off to get past this.")}),
            useSsl(report)};
}

Diagnosis startTlsInjected(const Report& report)
{
    return {QCoreApplication::translate("diagnosis",
                                        "Something slipped words into the connection just before encryption began."),
            joined({credentialNotSent(report),
                    QCoreApplication::translate(
                        "diagnosis", "More came than the server's go-ahead. That is how someone in between attacks a "
                                     "mail program; a faulty server or firewall can look the same. Test from another "
                                     "network, and tell the server's owner.")}),
            useSsl(report)};
}

Diagnosis tlsFailed(const Report& report)
{
    if (report.stage == Stage::Identity)
        return {QCoreApplication::translate("diagnosis", "The server showed no certificate that could be checked."),
                QCoreApplication::translate("diagnosis", "Ask the server's owner to look at its certificate chain."),
                {}};
    return handshakeFailed(report);
}

Diagnosis preAuthenticated(const Report& report)
{
    if (report.settings.security == SecurityMode::StartTls)
        return {QCoreApplication::translate("diagnosis", "The server signs everybody in before encryption can begin."),
                joined({credentialNotSent(report),
                        QCoreApplication::translate(
                            "diagnosis", "After that the connection cannot be encrypted any more, so the test "
                                         "stopped. A mail server on the internet does not do this: someone may be "
                                         "standing in between.")}),
                useSsl(report)};
    return {
        QCoreApplication::translate("diagnosis", "The server signs everybody in without asking."),
        joined({QCoreApplication::translate("diagnosis", "So signing in could not be tested."), credentialNotSent(report)}),
        {}};
}

} // namespace stationer::diagnosis
