#pragma once

#include "terms/secret.h"
#include "terms/tokenstory.h"
#include "token/httpsrequest.h"
#include "token/metadata.h"
#include "token/tokengrant.h"

#include <QDateTime>
#include <QNetworkProxy>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace stationer {

/// A server that was judged, and how.
struct JudgedServer {
    Endpoint server;
    Judgement judgement;
};

/// How the fetching of a token ended.
struct TokenFetchEnd {
    Secret token; ///< empty where there is none
    TokenStory story;
    QList<JudgedServer> servers; ///< in order; the last is the story's
    QList<Secret> secrets;       ///< what it was asked with: a server may have repeated it in its words
};

/// Fetches one token as a station does, without a person. It is used once; finished() comes once, never from within start().
///
///     start ─▶ [metadata ─answered─▶] token ─answered─▶ finished
///     every state ─a fault, the deadline, a server that is not trusted─▶ finished
class TokenFetch : public QObject {
    Q_OBJECT
public:
    struct Ways {
        std::chrono::milliseconds whole = std::chrono::seconds(15);
        qsizetype largestAnswer = 64 * 1024;
        std::optional<QNetworkProxy> proxy = {}; ///< the one that the user set
        std::function<QDateTime()> clock = QDateTime::currentDateTimeUtc;
    };
    TokenFetch(TokenGrant grant, ServerJudge judge, Ways ways, QObject* parent = nullptr);
    ~TokenFetch() override;

    void start();
    /// Whether the system's resolver may still work on a look-up, which holds the process's exit.
    bool mayHavePendingLookup() const;

signals:
    void finished(const stationer::TokenFetchEnd& end);

private:
    void approach(const QString& url);
    void askMetadata();
    void askToken(const QString& url);
    void launch(void (TokenFetch::*answered)(const HttpsAnswer&));
    bool take(const HttpsAnswer& answer);
    void onMetadata(const HttpsAnswer& answer);
    void onToken(const HttpsAnswer& answer);
    void fail(TokenFault fault);
    void end();

    TokenGrant m_grant;
    ServerJudge m_judge;
    Ways m_ways;
    QTimer m_deadline;
    std::unique_ptr<HttpsRequest> m_request;
    std::optional<ServerMetadata> m_metadata;
    TokenFetchEnd m_end;
    bool m_isOver = false;
    bool m_hasHung = false;
};

} // namespace stationer
