#include "testing/testrun.h"

#include <QPointer>

#include <utility>

namespace stationer {

TestRun::TestRun(QList<TestSubject> subjects, PasswordSource passwords, Ways ways, QObject* parent)
    : QObject(parent), m_subjects(std::move(subjects)), m_passwords(std::move(passwords)), m_ways(std::move(ways)),
      m_tokens(m_ways.tokens)
{
}

void TestRun::start()
{
    ask();
}

/// A source may answer at once: then the loop goes on, and a thousand given passwords are no thousand frames of stack.
void TestRun::ask()
{
    if (m_isAsking || m_isOver)
        return;
    m_isAsking = true;
    while (m_next < m_subjects.size() && m_next - m_answered < m_ways.questions) {
        const qsizetype index = m_next++;
        const TestSubject& subject = m_subjects[index];
        if (subject.fault || !subject.needsPassword)
            ++m_answered;
        else
            m_passwords(index, [self = QPointer(this), index](const FoundPassword& found) {
                if (self)
                    self->take(index, found);
            });
    }
    m_isAsking = false;
    if (m_answered == m_subjects.size() && !m_isOver)
        launch();
}

void TestRun::take(qsizetype index, const FoundPassword& found)
{
    ++m_answered;
    TestOrder& order = m_subjects[index].order;
    if (found.grant)
        m_subjects[index].grant = found.grant;
    else if (found.secret)
        order.password = *found.secret;
    else
        order.depth = Depth::Connect;
    if (order.arrival) {
        TestOrder look = *order.arrival;
        look.password = found.arrival;
        order.arrival = std::make_shared<const TestOrder>(std::move(look));
    }
    m_isForgone = m_isForgone || (!found.grant && !found.secret && found.isIndispensable);
    ask();
}

void TestRun::launch()
{
    m_isOver = true;
    if (m_isForgone) {
        emit finished();
        return;
    }
    const QPointer<TestRun> self = this;
    emit testing();
    QList<JudgedOrder> orders;
    for (qsizetype i = 0; self && i < m_subjects.size(); ++i) {
        TestSubject& subject = m_subjects[i];
        if (subject.fault) {
            emit reported(i, ConnectionTest::refused(*subject.fault, subject.order));
            continue;
        }
        if (subject.grant)
            subject.order.tokenSource = m_tokens.sourceOf(*subject.grant);
        if (subject.arrivalGrant && subject.order.arrival) {
            TestOrder look = *subject.order.arrival;
            look.tokenSource = m_tokens.sourceOf(*subject.arrivalGrant);
            subject.order.arrival = std::make_shared<const TestOrder>(std::move(look));
        }
        orders.append({subject.order, std::move(subject.judge)});
        subject.order.password = {};
        subject.order.arrival.reset();
        m_tested += i;
    }
    if (!self) // whoever heard a report may have dropped the run
        return;
    m_batch.reset(new TestBatch(std::move(orders), m_ways.jobs, m_ways.limits, m_ways.resolver));
    const TestBatch* batch = m_batch.get();
    connect(batch, &TestBatch::testBegan, this, [this](qsizetype order) { emit began(m_tested[order]); });
    connect(batch, &TestBatch::stageBegan, this,
            [this](qsizetype order, Stage stage) { emit stageBegan(m_tested[order], stage); });
    connect(batch, &TestBatch::stageEnded, this,
            [this](qsizetype order, const StageRecord& record) { emit stageEnded(m_tested[order], record); });
    connect(batch, &TestBatch::resolvingSlowly, this, [this](qsizetype order) { emit resolvingSlowly(m_tested[order]); });
    connect(batch, &TestBatch::testFinished, this,
            [this](qsizetype order, const Report& report) { emit reported(m_tested[order], report); });
    connect(batch, &TestBatch::finished, this, &TestRun::finished);
    m_batch->start();
}

void TestRun::cancel()
{
    if (m_batch)
        m_batch->cancel();
    else if (!std::exchange(m_isOver, true))
        emit finished();
}

} // namespace stationer
