#include "token/httpsrequest.h"

#include "token/httpsconfiguration.h"

#include <QLocale>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

std::optional<HttpsAnswer::Fault> faultOf(QNetworkReply::NetworkError error)
{
    using Fault = HttpsAnswer::Fault;
    switch (error) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return Fault::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::UnknownNetworkError: // no route
    case QNetworkReply::NetworkSessionFailedError:
        return Fault::Unreachable;
    case QNetworkReply::SslHandshakeFailedError:
        return Fault::TlsFailed;
    case QNetworkReply::RemoteHostClosedError:
        return Fault::ConnectionLost;
    default: // Qt's set is open; what else there is speaks of an answer that is none
        return Fault::Broken;
    }
}

QDateTime dateIn(const QByteArray& header)
{
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header).trimmed(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    return date.isValid() ? QDateTime(date.date(), date.time(), Qt::UTC) : QDateTime();
}

} // namespace

HttpsRequest::HttpsRequest(ServerJudge judge, qsizetype largestBody, const std::optional<QNetworkProxy>& proxy,
                           QObject* parent)
    : QObject(parent), m_judge(std::move(judge)), m_largestBody(largestBody)
{
    m_network.setProxy(proxy.value_or(QNetworkProxy(QNetworkProxy::NoProxy)));
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpsRequest::~HttpsRequest() = default;

QNetworkRequest HttpsRequest::requestTo(const QUrl& url) const
{
    QNetworkRequest request(url);
    request.setSslConfiguration(httpsConfiguration());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Stationer/" STATIONER_VERSION ""_s);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // what is packed would be unpacked beyond the bound
    request.setRawHeader("Connection", "close");
    return request;
}

void HttpsRequest::get(const QUrl& url)
{
    follow(m_network.get(requestTo(url)), url);
}

void HttpsRequest::post(const QUrl& url, const Secret& form, const Secret& authorization)
{
    QNetworkRequest request = requestTo(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization.reveal());
    follow(m_network.post(request, form.reveal()), url);
}

void HttpsRequest::follow(QNetworkReply* reply, const QUrl& url)
{
    m_reply = reply;
    m_server = {url.host(), quint16(url.port(443))};
    connect(reply, &QNetworkReply::encrypted, this, &HttpsRequest::judge);
    connect(reply, &QNetworkReply::readyRead, this, &HttpsRequest::take);
    connect(reply, &QNetworkReply::finished, this, &HttpsRequest::end, Qt::QueuedConnection);
}

/// Nothing of the request has left yet; the network's thread waits for this to return.
void HttpsRequest::judge()
{
    if (m_isOver)
        return;
    if (m_answer.wasEncrypted) // it would be sent once more, over a connection that comes in the place of one that fell away
        return abort(HttpsAnswer::Fault::ConnectionLost);
    m_answer.wasEncrypted = true;
    constexpr qsizetype largestChain = 100 * 1024;
    CertificateChain chain;
    qsizetype bytes = 0;
    for (const QSslCertificate& certificate : m_reply->sslConfiguration().peerCertificateChain()) {
        chain.append(certificate.toDer());
        bytes += chain.last().size();
    }
    if (chain.isEmpty() || bytes > largestChain)
        return abort(HttpsAnswer::Fault::TlsFailed);
    m_answer.trust = m_judge(chain, m_server);
    switch (m_answer.trust->verdict) {
    case Verdict::Challenged:
    case Verdict::Rejected:
        return abort(HttpsAnswer::Fault::Untrusted);
    case Verdict::Trusted:
    case Verdict::Exempted:
        return;
    }
}

void HttpsRequest::take()
{
    if (m_isOver)
        return;
    m_answer.body += m_reply->read(m_largestBody + 1 - m_answer.body.size());
    if (m_answer.body.size() > m_largestBody)
        abort(HttpsAnswer::Fault::TooLarge);
}

void HttpsRequest::abort(HttpsAnswer::Fault fault)
{
    m_answer.fault = fault;
    m_isOver = true;
    m_reply->abort(); // which ends it
}

void HttpsRequest::end()
{
    if (!m_isOver) {
        take();
        m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_answer.contentType = m_reply->rawHeader("Content-Type");
        m_answer.date = dateIn(m_reply->rawHeader("Date"));
        const QNetworkReply::NetworkError error = m_reply->error();
        const bool isCut = error == QNetworkReply::RemoteHostClosedError;
        const bool isSent = m_answer.trust.has_value();
        if (!m_answer.fault && (m_answer.status == 0 || isCut)) {
            m_answer.fault = faultOf(error).value_or(HttpsAnswer::Fault::Broken);
            if (isSent && m_answer.fault != HttpsAnswer::Fault::ConnectionLost)
                m_answer.fault = HttpsAnswer::Fault::Broken;
            m_answer.libraryText = m_reply->errorString();
        }
        if (!m_answer.fault && m_answer.status >= 300 && m_answer.status < 400)
            m_answer.fault = HttpsAnswer::Fault::Redirected;
    }
    m_isOver = true;
    emit finished(m_answer);
}

} // namespace stationer
