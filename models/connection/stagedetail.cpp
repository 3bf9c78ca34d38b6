#include "connection/stagedetail.h"
#include "connection/showntext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace stationer {

QString detailOf(const QList<ConnectAttempt>& attempts)
{
    QStringList texts;
    for (const ConnectAttempt& attempt : attempts)
        texts << attempt.address.toString() + u": "_s + attempt.error;
    return texts.join(u"; "_s);
}

QString detailOf(const Judgement& judgement)
{
    QString text = nameOf(judgement.verdict);
    if (judgement.store)
        text += u", "_s + nameOf(*judgement.store);
    QStringList codes;
    for (const TrustFinding& finding : judgement.errors)
        codes << nameOf(finding.error);
    return codes.isEmpty() ? text : text + u": "_s + codes.join(u", "_s);
}

QString detailOf(const TlsFacts& tls)
{
    return tls.version + u", "_s + tls.cipher;
}

QString detailOf(const TokenStory& story)
{
    QString text = shownText(story.server.toString().toUtf8(), 120);
    QStringList more;
    if (story.fault && story.status > 0)
        more += QString::number(story.status);
    if (!story.error.isEmpty())
        more += shownText(story.error, 80);
    for (const int code : story.providerCodes)
        more += u"AADSTS%1"_s.arg(code);
    return more.isEmpty() ? text : text + u": "_s + more.join(u' ');
}

QString detailOf(const DialogueFailure& failure)
{
    const QString code = shownText(failure.code);
    const QString words = shownText(failure.serverText);
    return code.isEmpty() || words.startsWith(code) ? words : (code + u' ' + words).trimmed();
}

QString detailOf(Stage stage, const Learnt& learnt, bool isSecured)
{
    switch (stage) {
    case Stage::Greeting:
        return shownText(learnt.greeting);
    case Stage::Capabilities:
        return shownText((isSecured ? learnt.capabilitiesAfterTls : learnt.capabilitiesBeforeTls).join(", "));
    case Stage::Login:
        return QString::fromLatin1(learnt.mechanism);
    case Stage::Envelope:
        return shownText(learnt.putOff);
    case Stage::Settings:
    case Stage::Token:
    case Stage::Resolve:
    case Stage::Connect:
    case Stage::StartTls:
    case Stage::Tls:
    case Stage::Identity:
    case Stage::Message:
    case Stage::Arrival:
        return {};
    }
    Q_UNREACHABLE();
}

Outcome outcomeOf(Fault fault)
{
    switch (fault) {
    case Fault::GreetingRefused:
        return Outcome::GreetingRefused;
    case Fault::WrongService:
        return Outcome::WrongService;
    case Fault::StartTlsMissing:
        return Outcome::StartTlsMissing;
    case Fault::StartTlsRefused:
        return Outcome::StartTlsRefused;
    case Fault::PreAuthenticated:
        return Outcome::PreAuthenticated;
    case Fault::CapabilityMissing:
        return Outcome::CapabilityMissing;
    case Fault::LoginForbidden:
        return Outcome::LoginForbidden;
    case Fault::LoginRejected:
        return Outcome::LoginRejected;
    case Fault::ServerRefused:
        return Outcome::ServerRefused;
    case Fault::ProtocolBroken:
        return Outcome::ProtocolBroken;
    case Fault::BadArgument:
        return Outcome::SettingInvalid;
    }
    Q_UNREACHABLE();
}

} // namespace stationer
