#pragma once

// What a scripted server says as one that gives tokens: HTTP over TLS, for the answers that no real provider gives.

#include "support/certificates.h"
#include "support/faultserver.h"

#include <QByteArray>
#include <QDateTime>
#include <QLocale>

namespace stationer::testing {

/// An answer that ends with its body.
inline QByteArray httpAnswer(int status, const QByteArray& body, const QByteArray& headers = {},
                             const QDateTime& date = QDateTime::currentDateTimeUtc())
{
    return "HTTP/1.1 " + QByteArray::number(status) + " So\r\nContent-Type: application/json\r\nDate: " +
           QLocale::c().toString(date.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1() + "\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline Script answering(const QByteArray& answer)
{
    return {Encrypt{}, Hear{}, Say{answer}};
}

/// A scripted server on `localhost`, with a certificate that this authority has issued.
class TokenServer : public FaultServer {
public:
    explicit TokenServer(const TestCa& authority, Script script) : FaultServer(std::move(script))
    {
        setIdentity(authority.issueFor(QStringLiteral("localhost")));
    }
    QString url(const QString& path) const { return QStringLiteral("https://localhost:%1%2").arg(port()).arg(path); }
};

inline const QByteArray someToken = "2YotnFZFEjr1zCsicMWpAA";

inline QByteArray tokenAnswer(const QByteArray& token = someToken, const QByteArray& more = {})
{
    return httpAnswer(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600" + more + "}");
}

} // namespace stationer::testing
