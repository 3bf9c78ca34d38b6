#include "token/tokenfetch.h"

#include "token/tokenreply.h"
#include "token/tokenrequest.h"

#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

TokenFault faultOf(const HttpsAnswer& answer)
{
    switch (*answer.fault) {
    case HttpsAnswer::Fault::HostNotFound:
        return TokenFault::HostNotFound;
    case HttpsAnswer::Fault::Unreachable:
        return TokenFault::Unreachable;
    case HttpsAnswer::Fault::TlsFailed:
        return TokenFault::TlsFailed;
    case HttpsAnswer::Fault::Untrusted:
        return answer.trust && answer.trust->verdict == Verdict::Rejected ? TokenFault::Rejected : TokenFault::Challenged;
    case HttpsAnswer::Fault::ConnectionLost:
        return TokenFault::ConnectionLost;
    case HttpsAnswer::Fault::Redirected:
        return TokenFault::Redirected;
    case HttpsAnswer::Fault::TooLarge:
        return TokenFault::TooLarge;
    case HttpsAnswer::Fault::Broken:
        return TokenFault::NotJson;
    }
    Q_UNREACHABLE();
}

} // namespace

TokenFetch::TokenFetch(TokenGrant grant, ServerJudge judge, Ways ways, QObject* parent)
    : QObject(parent), m_grant(std::move(grant)), m_judge(std::move(judge)), m_ways(std::move(ways))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(TokenFault::TimedOut); });
    TokenStory& story = m_end.story;
    story.proof = proofOf(m_grant);
    story.client = m_grant.client;
    story.scope = m_grant.scope;
    if (const auto* const secret = std::get_if<Secret>(&m_grant.proof)) {
        story.isSecretAnId = isIdentifier(*secret);
        m_end.secrets = {*secret};
    }
}

TokenFetch::~TokenFetch() = default;

bool TokenFetch::mayHavePendingLookup() const
{
    return m_hasHung || (!m_isOver && m_request && !m_request->wasEncrypted());
}

void TokenFetch::start()
{
    m_deadline.start(m_ways.whole);
    approach(m_grant.endpoint);
    m_end.story.isAtMetadata = isMetadataUrl(m_grant.endpoint);
    if (const auto fault = faultOf(m_grant)) {
        QMetaObject::invokeMethod(
            this, [this, fault] { fail(*fault); }, Qt::QueuedConnection);
        return;
    }
    m_end.story.isAtMetadata ? askMetadata() : askToken(m_grant.endpoint);
}

/// From now on the story is about this server.
void TokenFetch::approach(const QString& url)
{
    m_end.story.url = url;
    m_end.story.server = serverOf(url);
    m_end.story.status = 0;
}

void TokenFetch::askMetadata()
{
    launch(&TokenFetch::onMetadata);
    m_end.story.lines += TokenLine{false, "GET " + m_grant.endpoint.toUtf8()};
    m_request->get(QUrl(m_grant.endpoint));
}

void TokenFetch::askToken(const QString& url)
{
    approach(url);
    m_end.story.isAtMetadata = false;
    const auto request =
        tokenRequest(m_grant, m_metadata, url, m_ways.clock(), QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (!request) { // not from within start()
        QMetaObject::invokeMethod(
            this, [this, fault = request.error()] { fail(fault); }, Qt::QueuedConnection);
        return;
    }
    m_end.secrets = request.value().secrets;
    launch(&TokenFetch::onToken);
    m_end.story.lines += TokenLine{false, "POST " + url.toUtf8()};
    if (!request.value().authorization.isEmpty())
        m_end.story.lines += TokenLine{false, "Authorization: Basic ********"};
    m_end.story.lines += TokenLine{false, request.value().shownBody};
    m_request->post(QUrl(url), request.value().body, request.value().authorization);
}

void TokenFetch::launch(void (TokenFetch::*answered)(const HttpsAnswer&))
{
    if (m_request) // it is in the middle of its signal
        m_request.release()->deleteLater();
    m_request = std::make_unique<HttpsRequest>(m_judge, m_ways.largestAnswer, m_ways.proxy, this);
    connect(m_request.get(), &HttpsRequest::finished, this, answered);
}

/// What any answer tells; false where it ends the fetching.
bool TokenFetch::take(const HttpsAnswer& answer)
{
    if (m_isOver)
        return false;
    TokenStory& story = m_end.story;
    story.ourTime = m_ways.clock().toUTC();
    story.theirTime = answer.date;
    story.status = answer.status;
    story.libraryText = answer.libraryText;
    if (answer.trust)
        m_end.servers += JudgedServer{story.server, *answer.trust};
    if (answer.status > 0)
        story.lines += TokenLine{true, "HTTP " + QByteArray::number(answer.status) + ' ' + answer.contentType};
    if (!answer.fault)
        return true;
    fail(faultOf(answer));
    return false;
}

void TokenFetch::onMetadata(const HttpsAnswer& answer)
{
    if (!take(answer))
        return;
    if (answer.status != 200) {
        m_end.story.lines += TokenLine{true, answer.body};
        return fail(answer.status >= 500 || answer.status == 429 ? TokenFault::Refused : TokenFault::NotJson);
    }
    const auto metadata = readMetadata(answer.body);
    if (!metadata)
        return fail(metadata.error());
    m_metadata = metadata.value();
    if (m_metadata->issuer != issuerOf(m_grant.endpoint))
        m_end.story.otherIssuer = m_metadata->issuer;
    m_end.story.lines += TokenLine{true, "token_endpoint: " + m_metadata->tokenEndpoint.toUtf8()};
    askToken(m_metadata->tokenEndpoint);
}

void TokenFetch::onToken(const HttpsAnswer& answer)
{
    if (!take(answer))
        return;
    TokenStory& story = m_end.story;
    const TokenReply reply = readTokenReply(answer.status, answer.body, story.proof, story.ourTime);
    story.error = reply.error;
    story.description = reply.description;
    story.providerCodes = reply.providerCodes;
    if (reply.fault) {
        story.lines += TokenLine{true, *reply.fault == TokenFault::CredentialsRefused || *reply.fault == TokenFault::Refused
                                           ? answer.body
                                           : QByteArray::number(answer.body.size()) + " bytes"};
        return fail(*reply.fault);
    }
    m_end.token = reply.given->token;
    m_end.secrets += m_end.token;
    story.claims = reply.given->claims;
    story.lines += TokenLine{true, "access_token: ********"};
    end();
}

void TokenFetch::fail(TokenFault fault)
{
    if (m_isOver)
        return;
    m_hasHung = fault == TokenFault::TimedOut && m_request && !m_request->wasEncrypted();
    m_end.story.fault = fault;
    end();
}

void TokenFetch::end()
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_deadline.stop();
    if (m_request) {
        m_request->disconnect(this);
        m_request.release()->deleteLater();
    }
    emit finished(m_end);
}

} // namespace stationer
