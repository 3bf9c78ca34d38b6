#include "connection/course.h"

#include "connection/sourceaddress.h"
#include "connection/stagedetail.h"
#include "connection/tlsconfiguration.h"
#include "mail/protocols.h"

#include <QPointer>

#include <numeric>

using namespace Qt::StringLiterals;

namespace stationer {

ConnectionTest::Course::Course(ConnectionTest* test, TestOrder testOrder, ChainJudge chainJudge, Limits testLimits,
                               Resolver resolver)
    : q(test), m_order(std::move(testOrder)), m_judge(std::move(chainJudge)), m_limits(testLimits),
      m_began(std::chrono::steady_clock::now()), m_transcript(m_began), m_resolver(std::move(resolver)),
      m_resolution(testLimits.resolve, testLimits.resolveSlow, m_resolver)
{
    for (QTimer* timer : {&m_connect, &m_whole})
        timer->setSingleShot(true);
    connect(&m_connect, &QTimer::timeout, q, [this] {
        if (m_eyeballs)
            m_eyeballs->giveUp(u"timed out"_s);
        finish(Outcome::TimedOut, u"timed out"_s);
    });
    connect(&m_whole, &QTimer::timeout, q, [this] { finish(Outcome::TimedOut, u"timed out"_s); });
    connect(&m_resolution, &Resolution::slow, q, &ConnectionTest::resolvingSlowly);
    connect(&m_resolution, &Resolution::timedOut, q, [this](const QString& error) {
        m_report.libraryText = error;
        finish(Outcome::TimedOut, u"timed out"_s);
    });
    connect(&m_resolution, &Resolution::failed, q, [this](const QString& error) {
        m_report.libraryText = error;
        finish(Outcome::HostNotFound, error);
    });
    connect(&m_resolution, &Resolution::resolved, q, [this](const QList<QHostAddress>& addresses) { connectTo(addresses); });
}

void ConnectionTest::Course::enter(Stage stage)
{
    if (m_clock.current() == stage)
        return;
    if (m_clock.current())
        pass();
    m_clock.begin(stage, now());
    QMetaObject::invokeMethod(
        q, [test = q, stage] { emit test->stageBegan(stage); }, Qt::QueuedConnection);
}

void ConnectionTest::Course::pass()
{
    const Learnt learnt = m_exchange ? m_exchange->learnt() : Learnt();
    pass(detailOf(m_clock.current().value_or(m_clock.last()), learnt, m_isSecured));
}

void ConnectionTest::Course::pass(const QString& detail)
{
    tell(m_clock.end(StageStatus::Passed, now(), detail));
}

void ConnectionTest::Course::tell(const StageRecord& record)
{
    QMetaObject::invokeMethod(
        q, [test = q, record] { emit test->stageEnded(record); }, Qt::QueuedConnection);
}

void ConnectionTest::Course::start()
{
    const Depth depth = reachableDepth(m_order);
    const ConnectionSettings& settings = m_order.settings;
    const bool signsIn = settings.account && depth != Depth::Connect;
    m_began = std::chrono::steady_clock::now();
    m_transcript = Transcript(m_began);
    m_clock = StageClock(settings.security, depth, signsIn, {fetchesToken(m_order), bool(m_order.arrival)});
    m_report.settings = settings;
    m_report.depth = depth;
    m_report.alarm = m_order.alarm;
    m_report.credential = credentialOf(m_order);
    m_report.isCredentialAscii = isCredentialAscii(m_order);
    m_report.began = QDateTime::currentDateTimeUtc();
    m_report.unsavedSlots = m_order.unsavedSlots;
    m_state = State::Fetching;
    if (m_limits.whole > std::chrono::milliseconds::zero())
        m_whole.start(m_limits.whole);

    enter(Stage::Settings);
    m_report.settingFault = faultOf(m_order);
    if (m_report.settingFault)
        return finish(Outcome::SettingInvalid, m_report.settingFault->slot);
    pass({});

    if (!fetchesToken(m_order))
        return resolve();
    enter(Stage::Token);
    if (m_isCancelled)
        return finish(Outcome::Cancelled, u"cancelled"_s);
    m_order.tokenSource(m_judge, [test = QPointer(q), this](const FetchedToken& fetched) {
        if (test)
            take(fetched);
    });
}

void ConnectionTest::Course::take(const FetchedToken& fetched)
{
    if (m_state != State::Fetching)
        return;
    const SoughtSecrets secrets(fetched.secrets + QList{fetched.token});
    m_transcript.withhold(secrets);
    for (const TokenLine& line : std::as_const(fetched.story.lines))
        line.isFromServer ? m_transcript.received(line.text, true) : m_transcript.sent(line.text, true);
    const TokenStory story = withoutSecrets(fetched.story, secrets);
    m_report.token = story;
    m_report.tokenTrust = fetched.trust;
    m_order.token = fetched.token;
    if (!story.fault) {
        pass(detailOf(story));
        return resolve();
    }
    m_report.trust = fetched.trust;
    m_report.libraryText = story.libraryText;
    finish(outcomeOf(*story.fault), detailOf(story));
}

void ConnectionTest::Course::resolve()
{
    m_state = State::Resolving;
    m_goal = goalOf(m_order);
    enter(Stage::Resolve);
    if (m_isCancelled)
        return finish(Outcome::Cancelled, u"cancelled"_s);
    m_report.dialled = m_order.dial;
    m_report.introducedAs = m_order.ehloName;
    const Endpoint target = m_order.dial.value_or(m_order.settings.server);
    m_port = target.port;
    m_resolution.start(target.host);
}

void ConnectionTest::Course::cancel()
{
    m_isCancelled = true;
    finish(Outcome::Cancelled, u"cancelled"_s);
}

void ConnectionTest::Course::connectTo(const QList<QHostAddress>& addresses)
{
    m_report.addresses = addresses;
    QStringList texts;
    for (const QHostAddress& address : addresses)
        texts << address.toString();
    pass(texts.join(u", "_s));
    enter(Stage::Connect);
    m_state = State::Connecting;
    m_connect.start(m_limits.connect);
    m_eyeballs.reset(new HappyEyeballs(addresses, m_port, m_limits.attemptDelay, q));
    connect(m_eyeballs.get(), &HappyEyeballs::connected, q, [this] { onConnected(); });
    connect(m_eyeballs.get(), &HappyEyeballs::failed, q,
            [this] { finish(Outcome::Unreachable, detailOf(m_eyeballs->attempts())); });
    m_eyeballs->start();
}

void ConnectionTest::Course::onConnected()
{
    m_connect.stop();
    m_socket = m_eyeballs->takeWinner();
    m_socket->setParent(q);
    m_address = m_socket->peerAddress();
    m_report.from = m_socket->localAddress().toString();
    const QString where = Endpoint{m_address.toString(), m_port}.toString();
    pass(where);
    m_transcript.note(where);
    if (m_goal.ehloName.isEmpty())
        m_goal.ehloName = ehloLiteral(m_socket->localAddress());
    m_exchange.reset(new Exchange(m_socket.get(), makeDialogue(m_goal), m_goal, m_limits, &m_transcript, q));
    m_probes.reset(new Probes(m_order.settings, {m_address, m_port, m_order.settings.server.host}, m_goal, m_limits, q));
    connect(m_probes.get(), &Probes::concluded, q, [this](const Probes::Conclusion& conclusion) { conclude(conclusion); });
    connect(m_exchange.get(), &Exchange::heard, m_probes.get(), &Probes::settle);
    connect(m_exchange.get(), &Exchange::entered, q, [this](Phase phase) { enter(stageOf(phase)); });
    connect(m_exchange.get(), &Exchange::startTlsWanted, q, [this] { encrypt(); });
    connect(m_exchange.get(), &Exchange::succeeded, q, [this] { onSucceeded(); });
    connect(m_exchange.get(), &Exchange::failed, q, [this](const DialogueFailure& failure) { onFailed(failure); });
    connect(m_exchange.get(), &Exchange::broke, q,
            [this](Outcome outcome, const QString& libraryText) { onBroke(outcome, libraryText); });
    if (m_order.settings.security == SecurityMode::Ssl)
        return encrypt();
    m_probes->watchSilence();
    talk();
}

void ConnectionTest::Course::talk()
{
    m_state = State::Talking;
    enter(Stage::Greeting);
    m_exchange->begin(m_channel);
}

/// Capabilities that are asked for in the clear only serve STARTTLS; those that count come after it.
Stage ConnectionTest::Course::stageOf(Phase phase) const
{
    switch (phase) {
    case Phase::Greeting:
        return Stage::Greeting;
    case Phase::StartTls:
        return Stage::StartTls;
    case Phase::Capabilities:
        return m_order.settings.security == SecurityMode::StartTls && !m_isSecured ? Stage::StartTls : Stage::Capabilities;
    case Phase::Login:
        return Stage::Login;
    case Phase::Envelope:
        return Stage::Envelope;
    case Phase::Message:
        return Stage::Message;
    }
    Q_UNREACHABLE();
}

void ConnectionTest::Course::onBroke(Outcome outcome, const QString& libraryText)
{
    m_report.libraryText = libraryText;
    if (outcome == Outcome::WrongMode) {
        m_report.answeredBy = Service::Tls;
        m_report.speaks = SecurityMode::Ssl;
    }
    // With TLS 1.3 the server looks at a client certificate when the handshake is done here (RFC 8446, section 4.4.2.4).
    if (outcome == Outcome::ConnectionLost && m_isSecured && m_clock.last() < Stage::Login &&
        saysClientCertificate(libraryText))
        return finish(Outcome::TlsFailed, libraryText);
    const bool isUnheard = !m_exchange->hasHeard();
    if (outcome == Outcome::ConnectionLost && isUnheard && m_order.settings.security != SecurityMode::Ssl)
        return probeInstead(outcome, libraryText);
    finish(outcome, outcome == Outcome::TimedOut ? u"timed out"_s : libraryText);
}

void ConnectionTest::Course::onFailed(const DialogueFailure& failure)
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
    finish(outcomeOf(failure.fault), detailOf(failure));
}

void ConnectionTest::Course::encrypt()
{
    enter(Stage::Tls);
    m_state = State::Encrypting;
    if (m_order.settings.security == SecurityMode::Ssl)
        m_probes->watchSilence();
    m_handshake.reset(new Handshake(m_socket.get(), m_order.settings.tlsMinimum, m_limits.tls, q));
    connect(m_handshake.get(), &Handshake::encrypted, q, [this] { judge(); });
    connect(m_handshake.get(), &Handshake::failed, q,
            [this](Handshake::Failure failure, const QString& libraryText) { onTlsFailed(failure, libraryText); });
    connect(m_handshake.get(), &Handshake::timedOut, q, [this] { finish(Outcome::TimedOut, u"timed out"_s); });
    m_handshake->identifyBy(m_order.clientIdentity);
    m_handshake->start(m_order.settings.server.host);
}

void ConnectionTest::Course::onTlsFailed(Handshake::Failure failure, const QString& libraryText)
{
    m_report.libraryText = libraryText;
    const QString hungUp = nameOf(Outcome::ConnectionLost);
    const bool mayBeTheMode = m_order.settings.security == SecurityMode::Ssl; // STARTTLS was agreed to in plain text
    switch (failure) {
    case Handshake::Failure::NotTls:
        return mayBeTheMode ? probeInstead(Outcome::WrongService, libraryText) : finish(Outcome::TlsFailed, libraryText);
    case Handshake::Failure::Closed:
        return mayBeTheMode ? probeInstead(Outcome::TlsFailed, hungUp) : probeVersion(hungUp);
    case Handshake::Failure::Refused:
        return probeVersion(libraryText);
    }
}

/// Nothing has gone into TLS yet, and nothing will unless the judge says so.
void ConnectionTest::Course::judge()
{
    m_probes->settle();
    m_report.tls = m_handshake->facts();
    m_channel = m_handshake->channel();
    m_transcript.note(detailOf(*m_report.tls));
    pass(detailOf(*m_report.tls));
    enter(Stage::Identity);
    const CertificateChain chain = m_handshake->chain();
    const qsizetype bytes = std::accumulate(chain.begin(), chain.end(), qsizetype(0),
                                            [](qsizetype sum, const QByteArray& der) { return sum + der.size(); });
    if (chain.isEmpty() || bytes > m_limits.chainBytes)
        return finish(Outcome::TlsFailed, u"%1 certificates, %2 bytes"_s.arg(chain.size()).arg(bytes));
    m_report.trust = m_judge(chain, m_order.settings.server);
    const QString verdict = detailOf(*m_report.trust);
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
    m_isSecured = true;
    if (m_order.settings.security == SecurityMode::Ssl) {
        m_probes->watchSilenceInside(chain); // a web server, say, waits to be spoken to
        return talk();
    }
    m_state = State::Talking;
    m_exchange->resumeEncrypted(m_channel);
}

void ConnectionTest::Course::onSucceeded()
{
    if (m_order.arrival)
        return awaitArrival();
    if (m_order.asksForStation && m_report.tls && m_report.tls->version == "TLSv1.3"_L1)
        return askBelowTls13();
    finish(Outcome::Succeeded);
}

/// The test is done but for a question that changes nothing about it.
void ConnectionTest::Course::askBelowTls13()
{
    pass();
    m_passedAt = now();
    m_state = State::Probing;
    m_exchange->stop();
    sayGoodbye();
    m_probes->askBelowTls13();
}

void ConnectionTest::Course::sayGoodbye()
{
    m_socket->disconnect(q);
    m_socket->flush();
    m_socket->disconnectFromHost();
}

void ConnectionTest::Course::awaitArrival()
{
    enter(Stage::Arrival);
    m_state = State::Awaiting;
    m_exchange->stop();
    sayGoodbye();
    m_arrival.reset(new ArrivalWatch(*m_order.arrival, m_judge, m_limits, m_resolver, q));
    connect(m_arrival.get(), &ArrivalWatch::ended, q,
            [this](Outcome outcome, const std::shared_ptr<const Report>& lastLook) {
                m_report.lastLook = lastLook;
                finish(outcome, outcome == Outcome::TimedOut ? u"timed out"_s : m_order.arrival->settings.path);
            });
    m_arrival->start();
}

/// The connection fell away, or has to: what is still to be found out is asked on others.
void ConnectionTest::Course::hangUp()
{
    m_state = State::Probing;
    m_connect.stop();
    m_exchange->stop();
    m_socket->abort();
}

void ConnectionTest::Course::probeInstead(Outcome fallback, const QString& detail)
{
    hangUp();
    m_probes->askInstead(fallback, detail);
}

void ConnectionTest::Course::probeVersion(const QString& detail)
{
    hangUp();
    m_probes->askVersion(detail);
}

void ConnectionTest::Course::conclude(const Probes::Conclusion& conclusion)
{
    m_report.answeredBy = conclusion.answeredBy;
    m_report.speaks = conclusion.speaks;
    m_report.serverTls = conclusion.serverTls;
    m_report.wantsClientCertificate = conclusion.wantsCertificate;
    finish(conclusion.outcome, conclusion.detail);
}

/// Where no connection says from which address it was made, the way there does.
void ConnectionTest::Course::nameSource()
{
    for (const ConnectAttempt& attempt : std::as_const(m_report.attempts))
        if (m_report.from.isEmpty())
            m_report.from = sourceAddress(attempt.address).toString();
}

void ConnectionTest::Course::finish(Outcome outcome, const QString& detail)
{
    if (m_state == State::Ended || m_state == State::Idle)
        return;
    m_state = State::Ended;
    m_resolution.giveUp();
    for (QTimer* timer : {&m_connect, &m_whole})
        timer->stop();
    if (m_probes)
        m_probes->settle();
    m_probes.reset();
    m_handshake.reset();

    if (m_arrival)
        m_arrival->stop();

    if (m_passedAt)
        outcome = Outcome::Succeeded;
    const bool isSuccess = outcome == Outcome::Succeeded;
    if (!isSuccess)
        tell(m_clock.end(StageStatus::Failed, now(), detail.isEmpty() ? QString(nameOf(outcome)) : detail));
    else if (!m_passedAt)
        m_arrival ? pass(detail) : pass();

    if (m_eyeballs) {
        m_eyeballs->giveUp({});
        m_report.attempts = m_eyeballs->attempts();
        nameSource();
    }
    if (m_exchange) {
        m_exchange->stop();
        m_report.learnt = m_exchange->learnt();
    }
    if (m_socket && !m_arrival && !m_passedAt) {
        if (isSuccess || m_report.failure) {
            sayGoodbye();
        } else {
            m_socket->disconnect(q);
            m_socket->flush();
            m_socket->abort();
        }
    }
    m_report.outcome = outcome;
    m_report.stage = m_clock.last();
    m_report.duration = m_passedAt.value_or(now());
    m_report.stages = m_clock.records(m_report.duration);
    m_report.transcript = m_transcript.lines();
    QMetaObject::invokeMethod(
        q, [test = q, report = std::move(m_report)] { emit test->finished(report); }, Qt::QueuedConnection);
}

} // namespace stationer
