#include "connection/diagnosiscases.h"

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

QString maskedByFirewall(const Report& report)
{
    if (!isMasked(report))
        return {};
    return QCoreApplication::translate(
        "diagnosis", "The server's words arrive overwritten with asterisks or X's: a firewall on the way "
                     "inspects SMTP and hides the offer. Ask its owner to switch that off for this server.");
}

/// Where encryption from the first byte is an untried way out; never a step towards less of it.
QList<Remedy> useSsl(const Report& report)
{
    return {modeOnItsPort(report, SecurityMode::Ssl)};
}

} // namespace

Diagnosis startTlsMissing(const Report& report)
{
    return {QCoreApplication::translate("diagnosis", "The server offers no encryption on port %1, so the test stopped.")
                .arg(portOf(report)),
            joined({passwordNotSent(),
                    QCoreApplication::translate(
                        "diagnosis", "Either encryption is not set up there, or something on the way removes it, "
                                     "often a firewall that inspects mail. Do not turn encryption off to get past "
                                     "this."),
                    maskedByFirewall(report)}),
            useSsl(report)};
}

Diagnosis startTlsRefused(const Report& report)
{
    return {QCoreApplication::translate(
                "diagnosis", "The server does not start the encryption that it offers on port %1, so the test stopped.")
                .arg(portOf(report)),
            joined({passwordNotSent(), serverWords(report),
                    QCoreApplication::translate(
                        "diagnosis", "Most likely its certificate is not set up. Ask the server's owner. Do not turn "
                                     "encryption off to get past this.")}),
            useSsl(report)};
}

Diagnosis startTlsInjected(const Report& report)
{
    return {QCoreApplication::translate("diagnosis",
                                        "Something slipped words into the connection just before encryption began."),
            joined({passwordNotSent(),
                    QCoreApplication::translate(
                        "diagnosis", "More came than the server's go-ahead. That is how someone in between attacks a "
                                     "mail program; a faulty server or firewall can look the same. Test from another "
                                     "network, and tell the server's owner.")}),
            useSsl(report)};
}

Diagnosis tlsFailed(const Report& report)
{
    Diagnosis diagnosis;
    if (isVersionTrouble(report.libraryText) && report.settings.tlsMinimum == TlsVersion::Tls13) {
        diagnosis.headline = QCoreApplication::translate("diagnosis", "The server does not have TLS 1.3.");
        diagnosis.body = QCoreApplication::translate("diagnosis", "The account asks for nothing less. TLS 1.2 is safe too.");
        diagnosis.remedies = {
            {QCoreApplication::translate("diagnosis", "Allow TLS 1.2"), {{u"tlsMinProtocol"_s, u"tlsv1_2"_s}}}};
    } else if (isVersionTrouble(report.libraryText)) {
        diagnosis.headline = QCoreApplication::translate("diagnosis", "The server only has an old kind of encryption.");
        diagnosis.body = QCoreApplication::translate(
            "diagnosis", "It has nothing better than SSL 3.0, TLS 1.0 or TLS 1.1, which can be broken. Ask its "
                         "owner to update it. A station can be told to make do with TLS 1.0 or 1.1, by TLS Min "
                         "Protocol; SSL 3.0 is not spoken by anybody any more.");
    } else if (report.stage == Stage::Identity) {
        diagnosis.headline =
            QCoreApplication::translate("diagnosis", "The server showed no certificate that could be checked.");
        diagnosis.body =
            QCoreApplication::translate("diagnosis", "Ask the server's owner to look at its certificate chain.");
    } else {
        diagnosis.headline = QCoreApplication::translate("diagnosis", "The encrypted connection could not be set up.");
        diagnosis.body = QCoreApplication::translate(
            "diagnosis", "Port and mode are right, but server and computer found no way to encrypt. Either the "
                         "server is set up wrongly, or a firewall on the way disturbs it.");
    }
    diagnosis.body = joined({diagnosis.body, passwordNotSent()});
    return diagnosis;
}

Diagnosis preAuthenticated(const Report& report)
{
    if (report.settings.security == SecurityMode::StartTls)
        return {QCoreApplication::translate("diagnosis", "The server signs everybody in before encryption can begin."),
                joined({passwordNotSent(),
                        QCoreApplication::translate(
                            "diagnosis", "After that the connection cannot be encrypted any more, so the test "
                                         "stopped. A mail server on the internet does not do this: someone may be "
                                         "standing in between.")}),
                useSsl(report)};
    return {QCoreApplication::translate("diagnosis", "The server signs everybody in without asking."),
            joined({QCoreApplication::translate("diagnosis", "So user name and password could not be tested."),
                    passwordNotSent()}),
            {}};
}

} // namespace stationer::diagnosis
