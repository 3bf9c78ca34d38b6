#pragma once

#include "terms/endpoint.h"
#include "terms/secret.h"
#include "trust/judge.h"

#include <QByteArray>
#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace stationer {

/// Judges a server's chain for a host and port. The caller binds stores, exemptions and clock.
using ServerJudge = std::function<Judgement(const CertificateChain& chain, const Endpoint& server)>;

/// What came of one request.
struct HttpsAnswer {
    enum class Fault {
        HostNotFound,
        Unreachable,
        TlsFailed,
        Untrusted, ///< by the judgement that comes along; nothing was sent
        ConnectionLost,
        Redirected, ///< and not followed
        TooLarge,
        Broken, ///< no HTTP
    };
    std::optional<Fault> fault;
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    QDateTime date; ///< the server's, UTC; invalid where it said none
    std::optional<Judgement> trust;
    bool wasEncrypted = false; ///< the way there was found: no look-up hangs
    QString libraryText;
};

/// One request over HTTPS and its answer. Its server is judged when the connection is encrypted, before a byte of the
/// request leaves, which has a price: on a connection that is used again nobody is asked, so each request has a
/// QNetworkAccessManager of its own. HTTP/1.1, no redirect, no cookie, nothing kept, no proxy unless one is given. Used
/// once; finished() comes once, never from within get() or post().
class HttpsRequest : public QObject {
    Q_OBJECT
public:
    HttpsRequest(ServerJudge judge, qsizetype largestBody, const std::optional<QNetworkProxy>& proxy,
                 QObject* parent = nullptr);
    ~HttpsRequest() override;

    void get(const QUrl& url);
    void post(const QUrl& url, const Secret& form, const Secret& authorization);
    bool wasEncrypted() const { return m_answer.wasEncrypted; }

signals:
    void finished(const stationer::HttpsAnswer& answer);

private:
    QNetworkRequest requestTo(const QUrl& url) const;
    void follow(QNetworkReply* reply, const QUrl& url);
    void judge();
    void take();
    void end();
    void abort(HttpsAnswer::Fault fault);

    ServerJudge m_judge;
    qsizetype m_largestBody;
    QNetworkAccessManager m_network;
    QNetworkReply* m_reply = nullptr; ///< the manager's
    Endpoint m_server;
    HttpsAnswer m_answer;
    bool m_isOver = false;
};

} // namespace stationer
