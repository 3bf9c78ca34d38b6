#include "connection/tlsconfiguration.h"

#include <QSslSocket>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// OpenSSL's name for the least version, where it is one that OpenSSL does not speak by itself (RFC 8996).
QByteArray deprecatedMinimum(TlsVersion minimum)
{
    switch (minimum) {
    case TlsVersion::Tls10:
        return "TLSv1"_ba;
    case TlsVersion::Tls11:
        return "TLSv1.1"_ba;
    case TlsVersion::Tls12:
    case TlsVersion::Tls13:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QSslConfiguration tlsConfiguration(TlsVersion minimum, const std::optional<ClientIdentity>& identity)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({});
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(minimum == TlsVersion::Tls13 ? QSsl::TlsV1_3OrLater : QSsl::TlsV1_2OrLater);
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    configuration.setSslOption(QSsl::SslOptionDisableCompression, true);
    configuration.setOcspStaplingEnabled(false); // Qt fails the handshake where a server staples nothing
    configuration.setSessionTicket({});
    if (const QByteArray oldest = deprecatedMinimum(minimum); !oldest.isEmpty()) {
        // Handshake signatures of that age need security level 0; Qt's list of ciphers cannot say so.
        configuration.setProtocol(QSsl::AnyProtocol);
        configuration.setBackendConfigurationOption("MinProtocol"_ba, oldest);
        configuration.setBackendConfigurationOption("CipherString"_ba, "DEFAULT@SECLEVEL=0"_ba);
    }
    if (identity) {
        configuration.setLocalCertificateChain(identity->chain);
        configuration.setPrivateKey(identity->key);
    }
    return configuration;
}

QString tlsVersionOf(const QSslSocket& socket)
{
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    switch (socket.sessionProtocol()) {
    case QSsl::TlsV1_0:
        return u"TLSv1.0"_s;
    case QSsl::TlsV1_1:
        return u"TLSv1.1"_s;
    case QSsl::TlsV1_2:
        return u"TLSv1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLSv1.3"_s;
    default: // Qt's set is open and names ranges as well; a session has one version
        return {};
    }
    QT_WARNING_POP
}

bool saysNoTls(const QString& libraryText)
{
    return libraryText.contains("wrong version number"_L1) || libraryText.contains("packet length too long"_L1) ||
           libraryText.contains("http request"_L1) || libraryText.contains("unknown protocol"_L1);
}

bool saysClientCertificate(const QString& libraryText)
{
    static constexpr std::array alerts{
        "alert certificate required"_L1, "alert bad certificate"_L1,     "alert unsupported certificate"_L1,
        "alert certificate revoked"_L1,  "alert certificate expired"_L1, "alert certificate unknown"_L1,
        "alert unknown ca"_L1,           "alert access denied"_L1};
    return std::any_of(alerts.begin(), alerts.end(),
                       [&libraryText](QLatin1StringView alert) { return libraryText.contains(alert); });
}

} // namespace stationer
