#include "connection/probes.h"

namespace stationer {

Probes::Probes(const ConnectionSettings& settings, const CounterProbe::Target& target, const DialogueGoal& goal,
               const Limits& limits, QObject* parent)
    : QObject(parent), m_security(settings.security), m_protocol(settings.protocol), m_tlsMinimum(settings.tlsMinimum),
      m_target(target), m_goal(goal), m_limits(limits)
{
    m_silence.setSingleShot(true);
    // The silence and the probe together stay within five seconds.
    connect(&m_silence, &QTimer::timeout, this, [this] { ask(m_limits.counterProbe * 3 / 5); });
}

void Probes::watchSilence()
{
    m_silence.start(m_limits.counterProbe);
}

void Probes::watchSilenceInside(const CertificateChain& settled)
{
    m_settled = settled;
    m_silence.start(m_limits.counterProbe);
}

void Probes::settle()
{
    m_silence.stop();
    m_counter.reset(); // a slow answer wins
}

void Probes::ask(std::chrono::milliseconds bound)
{
    if (m_counter)
        return;
    m_silence.stop();
    m_counter.reset(new CounterProbe(m_target, m_goal, m_limits, bound, this));
    connect(m_counter.get(), &CounterProbe::answered, this, &Probes::onAnswered);
    if (m_settled)
        m_counter->askInside(*m_settled, m_tlsMinimum);
    else if (m_security == SecurityMode::Ssl)
        m_counter->askPlain();
    else
        m_counter->askTls();
}

void Probes::askInstead(Outcome fallback, const QString& detail)
{
    m_fallback = Conclusion{fallback, detail, {}, {}, {}};
    if (fallback == Outcome::WrongService)
        m_fallback->answeredBy = Service::Unknown;
    ask(m_limits.counterProbe * 8 / 5); // there was no silence: all of the five seconds are left
}

void Probes::onAnswered(const CounterProbe::Finding& finding)
{
    m_counter.reset();
    const bool isSsl = m_security == SecurityMode::Ssl;
    const bool isOwn = finding.service == serviceOf(m_protocol);
    // A port that answers the probe in the mode that was set gives no reason to end: its first answer is only late.
    const bool isAsSet = finding.service == Service::Tls ? isSsl : isOwn && !isSsl;
    if (finding.service && *finding.service != Service::Unknown && !isAsSet) {
        const Outcome outcome = finding.speaks ? Outcome::WrongMode : Outcome::WrongService;
        emit concluded({outcome, {}, finding.service, finding.speaks, {}});
    } else if (m_fallback && m_fallback->outcome == Outcome::TlsFailed) {
        askVersion(m_fallback->detail);
    } else if (m_fallback) {
        emit concluded(*m_fallback);
    }
}

/// Perhaps the server has only versions that are not spoken here. It is asked which; nothing falls back.
void Probes::askVersion(const QString& detail)
{
    settle();
    m_version.reset(new VersionProbe(m_target, m_goal, m_limits, m_limits.counterProbe * 3 / 5, this));
    connect(m_version.get(), &VersionProbe::answered, this, [this, detail](const QString& version, bool wantsCertificate) {
        emit concluded({Outcome::TlsFailed, detail, {}, {}, version, wantsCertificate});
    });
    m_version->ask();
}

void Probes::askBelowTls13()
{
    settle();
    m_version.reset(new VersionProbe(m_target, m_goal, m_limits, m_limits.counterProbe * 3 / 5, this));
    connect(m_version.get(), &VersionProbe::answered, this, [this] {
        const QString onlyOne = m_version->isVersionRefused() ? QStringLiteral("TLSv1.3") : QString();
        emit concluded({Outcome::Succeeded, {}, {}, {}, onlyOne});
    });
    m_version->ask();
}

} // namespace stationer
