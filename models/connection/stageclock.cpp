#include "connection/stageclock.h"

using namespace Qt::StringLiterals;

namespace stationer {

StageClock::StageClock(SecurityMode security, Depth depth, bool signsIn, Extras extras)
    : m_security(security), m_depth(depth), m_signsIn(signsIn), m_extras(extras)
{
}

void StageClock::begin(Stage stage, Moment at)
{
    if (stage >= Stage::Envelope && !m_records.contains(Stage::Login)) { // a relay takes mail without a sign-in
        m_signsIn = false;
        m_depth = stage == Stage::Envelope ? Depth::Envelope : Depth::Message;
    }
    m_current = stage;
    m_last = stage;
    m_began = at;
}

StageRecord StageClock::end(StageStatus status, Moment at, const QString& detail)
{
    const Stage stage = m_current.value_or(m_last);
    const StageRecord record{stage, status, m_began, at - m_began, detail};
    m_records.insert(stage, record);
    if (status == StageStatus::Failed)
        m_failed = stage;
    m_current.reset();
    return record;
}

QList<Stage> StageClock::course() const
{
    QList<Stage> course{Stage::Settings};
    if (m_extras.isTokenFetched)
        course << Stage::Token;
    course << Stage::Resolve << Stage::Connect;
    if (m_security == SecurityMode::Ssl)
        course << Stage::StartTls << Stage::Tls << Stage::Identity << Stage::Greeting;
    else
        course << Stage::Greeting << Stage::StartTls << Stage::Tls << Stage::Identity;
    course << Stage::Capabilities << Stage::Login;
    if (m_depth == Depth::Envelope)
        course << Stage::Envelope;
    if (m_depth == Depth::Message)
        course << Stage::Message;
    if (m_extras.isArrivalAwaited)
        course << Stage::Arrival;
    return course;
}

QString StageClock::whyUnused(Stage stage) const
{
    const bool isTlsStage = stage == Stage::StartTls || stage == Stage::Tls || stage == Stage::Identity;
    if (isTlsStage && m_security == SecurityMode::None)
        return u"not used"_s;
    if (stage == Stage::StartTls && m_security == SecurityMode::Ssl)
        return u"not used"_s;
    if (stage == Stage::Login && !m_signsIn)
        return u"not used"_s;
    return {};
}

QList<StageRecord> StageClock::records(Moment at) const
{
    const QList<Stage> order = course();
    const qsizetype failedAt = m_failed ? order.indexOf(*m_failed) : order.size();
    QMap<Stage, StageRecord> all = m_records; // a map keeps the stages in their own order
    for (qsizetype i = 0; i < order.size(); ++i) {
        const Stage stage = order.at(i);
        if (all.contains(stage))
            continue;
        const QString unused = whyUnused(stage);
        if (!unused.isEmpty())
            all.insert(stage, {stage, StageStatus::Skipped, at, {}, unused});
        else if (i < failedAt) // told on the way, without a round trip of its own: capabilities in a greeting
            all.insert(stage, {stage, StageStatus::Passed, at, {}, {}});
        else
            all.insert(stage, {stage, StageStatus::Skipped, at, {}, nameOf(*m_failed)});
    }
    return all.values();
}

} // namespace stationer
