#include "connection/connectiontest.h"

#include "connection/counterprobe.h"
#include "connection/deletelater.h"
#include "connection/exchange.h"
#include "connection/happyeyeballs.h"
#include "connection/resolution.h"
#include "connection/stageclock.h"
#include "connection/tlsconfiguration.h"
#include "connection/transcript.h"
#include "mail/protocols.h"
#include "trust/hostname.h"

#include <QSslCertificate>
#include <QSslCipher>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// The depth that can be reached: no login without an account, no message but by SMTP.
Depth reachableDepth(const TestOrder& order)
{
    if (order.depth == Depth::Login && !order.settings.account)
        return Depth::Connect;
    if (order.depth == Depth::Message && order.settings.protocol != Protocol::Smtp)
        return Depth::Envelope;
    return order.depth;
}

bool hasForbidden(QByteArrayView text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

/// Arguments that could smuggle in a line of their own are refused before anything is sent. The password is named, not shown.
std::optional<SettingFault> faultOf(const TestOrder& order)
{
    const auto fault = [](const QString& slot, const QString& value) {
        return SettingFault{SettingFault::Kind::ForbiddenCharacter, slot, value};
    };
    if (hasForbidden(order.settings.server.host.toUtf8()))
        return fault(u"hostname"_s, order.settings.server.host);
    if (order.dial && hasForbidden(order.dial->host.toUtf8()))
        return fault(u"hostname"_s, order.dial->host);
    if (order.settings.account && hasForbidden(order.settings.account->toUtf8()))
        return fault(u"account"_s, *order.settings.account);
    if (hasForbidden(order.password.reveal()))
        return fault(u"password"_s, {});
    if (hasForbidden(order.settings.replyTo.toUtf8()))
        return fault(u"replyTo"_s, order.settings.replyTo);
    return std::nullopt;
}

/// An address literal (RFC 5321, section 4.1.3): this computer's own name is seldom one that a server could look up.
QByteArray addressLiteral(QHostAddress address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return '[' + QHostAddress(ipv4).toString().toLatin1() + ']';
    address.setScopeId({});
    return "[IPv6:" + address.toString().toLatin1() + ']';
}

QString attemptsText(const QList<ConnectAttempt>& attempts)
{
    QStringList texts;
    for (const ConnectAttempt& attempt : attempts)
        texts << attempt.address.toString() + u": "_s + attempt.error;
    return texts.join(u"; "_s);
}

QString verdictText(const Judgement& judgement)
{
    QString text = nameOf(judgement.verdict);
    if (judgement.store)
        text += u", "_s + nameOf(*judgement.store);
    QStringList codes;
    for (const TrustFinding& finding : judgement.errors)
        codes << nameOf(finding.error);
    return codes.isEmpty() ? text : text + u": "_s + codes.join(u", "_s);
}

QString failureText(const DialogueFailure& failure)
{
    const QString code = shownText(failure.code);
    const QString words = shownText(failure.serverText);
    return code.isEmpty() || words.startsWith(code) ? words : (code + u' ' + words).trimmed();
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

} // namespace

/// The course of one test.
///
///     Idle ─start()─▶ Resolving ─▶ Connecting ─┬─ none, starttls ─▶ Talking ─succeeded─▶ Ended
///                                              │                    │    ▲
///                                              │           StartTls ▼    │ judged
///                                              └────── ssl ───▶ Encrypting
///     Talking (nothing heard yet), Encrypting (ssl) ─the connection fails─▶ Probing ─the probe answers─▶ Ended
///     every state ─a fault, a deadline, cancel()─▶ Ended
///
/// In Talking and Encrypting a counter-probe may run beside the connection when that stays silent.
class ConnectionTest::Private {
public:
    Private(ConnectionTest* test, TestOrder testOrder, ChainJudge chainJudge, Limits testLimits);

    void start();
    void finish(Outcome outcome, const QString& detail = {});

    Resolution resolution;

private:
    enum class State { Idle, Resolving, Connecting, Talking, Encrypting, Probing, Ended };

    std::chrono::nanoseconds now() const { return std::chrono::steady_clock::now() - m_began; }
    void enter(Stage stage);
    void pass(const QString& detail);
    void connectTo(const QList<QHostAddress>& addresses);
    void onConnected();
    void talk();
    void onEntered(Phase phase);
    void onBroke(Outcome outcome, const QString& libraryText);
    void onFailed(const DialogueFailure& failure);
    void encrypt();
    void onEncrypted();
    void onTlsError(QAbstractSocket::SocketError error);
    void judge();
    void startProbe(std::chrono::milliseconds bound);
    void probeInstead(Outcome fallback, const QString& detail, std::chrono::milliseconds bound);
    void onProbed(const CounterProbe::Finding& finding);
    Stage stageOf(Phase phase) const;

    ConnectionTest* q;
    TestOrder m_order;
    ChainJudge m_judge;
    Limits m_limits;
    DialogueGoal m_goal;
    Report m_report;
    std::chrono::steady_clock::time_point m_began;
    StageClock m_clock;
    Transcript m_transcript;
    State m_state = State::Idle;
    LaterPtr<HappyEyeballs> m_eyeballs;
    LaterPtr<QSslSocket> m_socket;
    LaterPtr<Exchange> m_exchange;
    LaterPtr<CounterProbe> m_probe;
    QHostAddress m_address;
    quint16 m_port = 0;
    Outcome m_fallback = Outcome::ConnectionLost; ///< of Probing, where the probe finds nothing
    QString m_fallbackDetail;
    QTimer m_step;    ///< connect, tls
    QTimer m_silence; ///< until the counter-probe
    QTimer m_whole;
};

ConnectionTest::Private::Private(ConnectionTest* test, TestOrder testOrder, ChainJudge chainJudge, Limits testLimits)
    : resolution(testLimits.resolve), q(test), m_order(std::move(testOrder)), m_judge(std::move(chainJudge)),
      m_limits(testLimits), m_began(std::chrono::steady_clock::now()), m_transcript(m_began)
{
    for (QTimer* timer : {&m_step, &m_silence, &m_whole})
        timer->setSingleShot(true);
    connect(&m_step, &QTimer::timeout, q, [this] {
        if (m_eyeballs)
            m_eyeballs->giveUp(u"timed out"_s);
        finish(Outcome::TimedOut, u"timed out"_s);
    });
    connect(&m_whole, &QTimer::timeout, q, [this] { finish(Outcome::TimedOut, u"timed out"_s); });
    // The silence and the probe together stay within five seconds.
    connect(&m_silence, &QTimer::timeout, q, [this] { startProbe(m_limits.counterProbe * 3 / 5); });
    connect(&resolution, &Resolution::slow, q, &ConnectionTest::resolvingSlowly);
    connect(&resolution, &Resolution::timedOut, q, [this] { finish(Outcome::TimedOut, u"timed out"_s); });
    connect(&resolution, &Resolution::failed, q, [this](const QString& error) {
        m_report.libraryText = error;
        finish(Outcome::HostNotFound, error);
    });
    connect(&resolution, &Resolution::resolved, q, [this](const QList<QHostAddress>& addresses) { connectTo(addresses); });
}

void ConnectionTest::Private::enter(Stage stage)
{
    if (m_clock.current() == stage)
        return;
    if (m_clock.current())
        pass({});
    m_clock.begin(stage, now());
    QMetaObject::invokeMethod(
        q, [test = q, stage] { emit test->stageBegan(stage); }, Qt::QueuedConnection);
}

void ConnectionTest::Private::pass(const QString& detail)
{
    const StageRecord record = m_clock.end(StageStatus::Passed, now(), detail);
    QMetaObject::invokeMethod(
        q, [test = q, record] { emit test->stageEnded(record); }, Qt::QueuedConnection);
}

void ConnectionTest::Private::start()
{
    const Depth depth = reachableDepth(m_order);
    const ConnectionSettings& settings = m_order.settings;
    const bool signsIn = settings.account && depth != Depth::Connect;
    m_began = std::chrono::steady_clock::now();
    m_transcript = Transcript(m_began);
    m_clock = StageClock(settings.security, depth, signsIn);
    m_report.settings = settings;
    m_report.depth = depth;
    m_report.began = QDateTime::currentDateTimeUtc();
    m_report.unsavedSlots = m_order.unsavedSlots;
    m_state = State::Resolving;
    if (m_limits.whole > std::chrono::milliseconds::zero())
        m_whole.start(m_limits.whole);

    enter(Stage::Settings);
    m_report.settingFault = faultOf(m_order);
    if (m_report.settingFault)
        return finish(Outcome::SettingInvalid, m_report.settingFault->slot);
    pass({});

    m_goal = {settings.protocol,
              settings.security,
              depth,
              settings.account,
              m_order.password,
              m_order.mechanism,
              m_order.ehloName,
              settings.replyTo.isEmpty() ? settings.account.value_or(QString()) : settings.replyTo,
              m_order.recipient,
              m_order.message};

    enter(Stage::Resolve);
    const Endpoint target = m_order.dial.value_or(settings.server);
    m_port = target.port;
    resolution.start(target.host);
}

void ConnectionTest::Private::connectTo(const QList<QHostAddress>& addresses)
{
    QStringList texts;
    for (const QHostAddress& address : addresses)
        texts << address.toString();
    pass(texts.join(u", "_s));
    enter(Stage::Connect);
    m_state = State::Connecting;
    m_step.start(m_limits.connect);
    m_eyeballs.reset(new HappyEyeballs(addresses, m_port, m_limits.attemptDelay, q));
    connect(m_eyeballs.get(), &HappyEyeballs::connected, q, [this] { onConnected(); });
    connect(m_eyeballs.get(), &HappyEyeballs::failed, q,
            [this] { finish(Outcome::Unreachable, attemptsText(m_eyeballs->attempts())); });
    m_eyeballs->start();
}

void ConnectionTest::Private::onConnected()
{
    m_step.stop();
    m_socket = m_eyeballs->takeWinner();
    m_socket->setParent(q);
    m_address = m_socket->peerAddress();
    m_report.from = m_socket->localAddress().toString();
    const QString where = Endpoint{m_address.toString(), m_port}.toString();
    pass(where);
    m_transcript.note(where);
    if (m_goal.ehloName.isEmpty())
        m_goal.ehloName = addressLiteral(m_socket->localAddress());
    m_exchange.reset(new Exchange(m_socket.get(), makeDialogue(m_goal), m_goal, m_limits, &m_transcript, q));
    connect(m_exchange.get(), &Exchange::heard, q, [this] {
        m_silence.stop();
        m_probe.reset(); // a slow greeting wins
    });
    connect(m_exchange.get(), &Exchange::entered, q, [this](Phase phase) { onEntered(phase); });
    connect(m_exchange.get(), &Exchange::startTlsWanted, q, [this] { encrypt(); });
    connect(m_exchange.get(), &Exchange::succeeded, q, [this] { finish(Outcome::Succeeded); });
    connect(m_exchange.get(), &Exchange::failed, q, [this](const DialogueFailure& failure) { onFailed(failure); });
    connect(m_exchange.get(), &Exchange::broke, q,
            [this](Outcome outcome, const QString& libraryText) { onBroke(outcome, libraryText); });
    if (m_order.settings.security == SecurityMode::Ssl)
        return encrypt();
    m_silence.start(m_limits.counterProbe);
    talk();
}

void ConnectionTest::Private::talk()
{
    m_state = State::Talking;
    enter(Stage::Greeting);
    m_exchange->begin();
}

/// Capabilities that are asked for in the clear only serve STARTTLS; those that count come after it.
Stage ConnectionTest::Private::stageOf(Phase phase) const
{
    switch (phase) {
    case Phase::Greeting:
        return Stage::Greeting;
    case Phase::StartTls:
        return Stage::StartTls;
    case Phase::Capabilities:
        return m_order.settings.security == SecurityMode::StartTls && !m_socket->isEncrypted() ? Stage::StartTls
                                                                                               : Stage::Capabilities;
    case Phase::Login:
        return Stage::Login;
    case Phase::Envelope:
        return Stage::Envelope;
    case Phase::Message:
        return Stage::Message;
    }
    Q_UNREACHABLE();
}

void ConnectionTest::Private::onEntered(Phase phase)
{
    const Stage stage = stageOf(phase);
    if (m_clock.current() == stage)
        return;
    const Learnt& learnt = m_exchange->learnt();
    if (m_clock.current() == Stage::Greeting)
        pass(shownText(learnt.greeting));
    else if (m_clock.current() == Stage::Login)
        pass(QString::fromLatin1(learnt.mechanism));
    enter(stage);
}

void ConnectionTest::Private::onBroke(Outcome outcome, const QString& libraryText)
{
    m_report.libraryText = libraryText;
    if (outcome == Outcome::WrongMode) {
        m_report.answeredBy = Service::Tls;
        m_report.speaks = SecurityMode::Ssl;
    }
    const bool isUnheard = !m_exchange->hasHeard() && !m_socket->isEncrypted();
    if (outcome == Outcome::ConnectionLost && isUnheard && m_order.settings.security != SecurityMode::Ssl)
        return probeInstead(outcome, libraryText, m_limits.counterProbe * 8 / 5);
    finish(outcome, outcome == Outcome::TimedOut ? u"timed out"_s : libraryText);
}

void ConnectionTest::Private::onFailed(const DialogueFailure& failure)
{
    enter(stageOf(failure.phase));
    m_report.failure = failure;
    if (failure.fault == Fault::WrongService) {
        m_report.answeredBy = failure.service;
        if (failure.service == Service::Tls) {
            m_report.speaks = SecurityMode::Ssl;
            return finish(Outcome::WrongMode);
        }
    }
    finish(outcomeOf(failure.fault), failureText(failure));
}

void ConnectionTest::Private::encrypt()
{
    if (m_clock.current() == Stage::StartTls)
        pass({});
    enter(Stage::Tls);
    m_state = State::Encrypting;
    if (m_socket->bytesAvailable() > 0) // text before the handshake: no TLS here, and it must not be read as if it had been
        return probeInstead(Outcome::WrongService, {}, m_limits.counterProbe * 8 / 5);
    if (m_order.settings.security == SecurityMode::Ssl)
        m_silence.start(m_limits.counterProbe);
    m_step.start(m_limits.tls);
    m_socket->setSslConfiguration(tlsConfiguration(m_order.settings.tlsMinimum));
    const QString host = m_order.settings.server.host;
    m_socket->setPeerVerifyName(normalisedHost(host).value_or(host)); // the name that the server is asked for
    connect(
        m_socket.get(), &QSslSocket::encrypted, q, [this] { onEncrypted(); }, Qt::QueuedConnection);
    connect(
        m_socket.get(), &QSslSocket::errorOccurred, q, [this](QAbstractSocket::SocketError error) { onTlsError(error); },
        Qt::QueuedConnection);
    m_socket->startClientEncryption();
}

void ConnectionTest::Private::onTlsError(QAbstractSocket::SocketError error)
{
    if (m_state != State::Encrypting || m_clock.current() != Stage::Tls)
        return;
    m_step.stop();
    const QString text = m_socket->errorString();
    m_report.libraryText = text;
    if (m_order.settings.security != SecurityMode::Ssl)
        return finish(Outcome::TlsFailed, text);
    if (error != QAbstractSocket::SslHandshakeFailedError)
        return probeInstead(Outcome::TlsFailed, text, m_limits.counterProbe * 8 / 5);
    if (saysNoTls(text))
        return probeInstead(Outcome::WrongService, text, m_limits.counterProbe * 8 / 5);
    finish(Outcome::TlsFailed, text);
}

void ConnectionTest::Private::onEncrypted()
{
    if (m_state != State::Encrypting)
        return;
    m_step.stop();
    m_silence.stop();
    m_probe.reset();
    m_report.tls = TlsFacts{tlsVersionOf(*m_socket), m_socket->sessionCipher().name()};
    const QString session = m_report.tls->version + u", "_s + m_report.tls->cipher;
    m_transcript.note(session);
    pass(session);
    judge();
}

/// Nothing has gone into TLS yet, and nothing will unless the judge says so.
void ConnectionTest::Private::judge()
{
    enter(Stage::Identity);
    CertificateChain chain;
    qsizetype bytes = 0;
    for (const QSslCertificate& certificate : m_socket->peerCertificateChain()) {
        chain.append(certificate.toDer());
        bytes += chain.last().size();
    }
    if (chain.isEmpty() || bytes > m_limits.chainBytes)
        return finish(Outcome::TlsFailed, chain.isEmpty() ? u"no certificate"_s : u"%1 bytes of certificates"_s.arg(bytes));
    m_report.trust = m_judge(chain, m_order.settings.server);
    const QString verdict = verdictText(*m_report.trust);
    switch (m_report.trust->verdict) {
    case Verdict::Challenged:
        return finish(Outcome::CertificateChallenged, verdict);
    case Verdict::Rejected:
        return finish(Outcome::CertificateRejected, verdict);
    case Verdict::Trusted:
    case Verdict::Exempted:
        break;
    }
    pass(verdict);
    if (m_order.settings.security == SecurityMode::Ssl)
        return talk();
    m_state = State::Talking;
    m_exchange->resumeEncrypted();
}

void ConnectionTest::Private::startProbe(std::chrono::milliseconds bound)
{
    if (m_probe)
        return;
    m_silence.stop();
    m_probe.reset(new CounterProbe(m_address, m_port, m_goal, m_limits, bound, q));
    connect(m_probe.get(), &CounterProbe::answered, q, [this](const CounterProbe::Finding& finding) { onProbed(finding); });
    if (m_order.settings.security == SecurityMode::Ssl)
        m_probe->askPlain();
    else
        m_probe->askTls();
}

void ConnectionTest::Private::probeInstead(Outcome fallback, const QString& detail, std::chrono::milliseconds bound)
{
    m_state = State::Probing;
    m_step.stop();
    m_exchange->stop();
    m_socket->abort();
    m_fallback = fallback;
    m_fallbackDetail = detail;
    if (fallback == Outcome::WrongService)
        m_report.answeredBy = Service::Unknown;
    startProbe(bound);
}

void ConnectionTest::Private::onProbed(const CounterProbe::Finding& finding)
{
    m_probe.reset();
    const bool isSsl = m_order.settings.security == SecurityMode::Ssl;
    const bool isOwn = finding.service == serviceOf(m_order.settings.protocol);
    // A port that answers the probe in the mode that was set gives no reason to end: its first answer is only late.
    const bool isAsSet = finding.service == Service::Tls ? isSsl : isOwn && !isSsl;
    if (finding.service && *finding.service != Service::Unknown && !isAsSet) {
        m_report.answeredBy = finding.service;
        m_report.speaks = finding.speaks;
        return finish(finding.speaks ? Outcome::WrongMode : Outcome::WrongService);
    }
    if (m_state == State::Probing)
        finish(m_fallback, m_fallbackDetail);
}

void ConnectionTest::Private::finish(Outcome outcome, const QString& detail)
{
    if (m_state == State::Ended || m_state == State::Idle)
        return;
    m_state = State::Ended;
    resolution.giveUp();
    for (QTimer* timer : {&m_step, &m_silence, &m_whole})
        timer->stop();
    m_probe.reset();

    const bool isSuccess = outcome == Outcome::Succeeded;
    if (m_clock.current() == Stage::Login && isSuccess)
        pass(QString::fromLatin1(m_exchange->learnt().mechanism));
    else if (m_clock.current() == Stage::Greeting && isSuccess)
        pass(shownText(m_exchange->learnt().greeting));
    else if (isSuccess)
        pass({});
    else {
        const StageRecord record = m_clock.end(StageStatus::Failed, now(), detail.isEmpty() ? nameOf(outcome) : detail);
        QMetaObject::invokeMethod(
            q, [test = q, record] { emit test->stageEnded(record); }, Qt::QueuedConnection);
    }

    if (m_eyeballs) {
        m_eyeballs->giveUp({});
        m_report.attempts = m_eyeballs->attempts();
    }
    if (m_exchange) {
        m_exchange->stop();
        m_report.learnt = m_exchange->learnt();
    }
    if (m_socket) {
        m_socket->disconnect(q);
        m_socket->flush(); // the goodbye
        if (isSuccess || m_report.failure)
            m_socket->disconnectFromHost();
        else
            m_socket->abort();
    }
    m_report.outcome = outcome;
    m_report.stage = m_clock.last();
    m_report.duration = now();
    m_report.stages = m_clock.records(m_report.duration);
    m_report.transcript = m_transcript.lines();
    QMetaObject::invokeMethod(
        q, [this] { emit q->finished(m_report); }, Qt::QueuedConnection);
}

ConnectionTest::ConnectionTest(TestOrder order, ChainJudge judge, Limits limits, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(order), std::move(judge), limits))
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start()
{
    d->start();
}

void ConnectionTest::cancel()
{
    d->finish(Outcome::Cancelled, u"cancelled"_s);
}

bool ConnectionTest::hasPendingLookup() const
{
    return d->resolution.isPending();
}

Report ConnectionTest::refused(const SettingFault& fault, const ConnectionSettings& known)
{
    Report report;
    report.settings = known;
    report.depth = known.account ? Depth::Login : Depth::Connect;
    report.outcome = Outcome::SettingInvalid;
    report.stage = Stage::Settings;
    report.settingFault = fault;
    report.began = QDateTime::currentDateTimeUtc();
    StageClock clock(known.security, report.depth, known.account.has_value());
    clock.begin(Stage::Settings, {});
    clock.end(StageStatus::Failed, {}, fault.slot);
    report.stages = clock.records({});
    return report;
}

} // namespace stationer
