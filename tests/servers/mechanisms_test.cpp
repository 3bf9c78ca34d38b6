// Every mechanism that the real servers offer, at every pair of protocol and mode.

#include "servers/signin.h"

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

/// Who is on the other end is another test's matter.
Judgement trusted(const CertificateChain&, const Endpoint&)
{
    Judgement judgement;
    judgement.verdict = Verdict::Trusted;
    return judgement;
}

} // namespace

class MechanismsTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();

    static void addMechanisms()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QByteArray>("mechanism");
        for (const Protocol protocol : allProtocols)
            for (const SecurityMode mode : allSecurityModes)
                for (const QByteArray mechanism : {"SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN", "LOGIN"})
                    QTest::addRow("%s, %s, %s", nameOf(protocol).data(), nameOf(mode).data(), mechanism.data())
                        << int(protocol) << int(mode) << mechanism;
    }

private slots:
    void signsInByEachMechanism_data() { addMechanisms(); }
    void signsInByEachMechanism()
    {
        FETCH_PAIR();
        QFETCH(QByteArray, mechanism);
        TestOrder order = orderFor(m_servers, pair);
        order.mechanism = mechanism;
        const Report answer = report(order, trusted);
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        QCOMPARE(answer.learnt.mechanism, mechanism);
    }

    void isRefusedWithAWrongPassword_data() { addMechanisms(); }
    void isRefusedWithAWrongPassword()
    {
        FETCH_PAIR();
        QFETCH(QByteArray, mechanism);
        TestOrder order = orderFor(m_servers, pair);
        order.mechanism = mechanism;
        order.password = Secret("wrong horse"_ba);
        const Report answer = report(order, trusted);
        QCOMPARE(answer.outcome, Outcome::LoginRejected);
        QCOMPARE(answer.learnt.mechanism, mechanism);
    }

    void takesTheStrongestByItself_data() { addPairs(); }
    void takesTheStrongestByItself()
    {
        FETCH_PAIR();
        const Report answer = report(orderFor(m_servers, pair), trusted);
        QCOMPARE(answer.outcome, Outcome::Succeeded);
        QCOMPARE(answer.learnt.mechanism, "SCRAM-SHA-256"_ba);
    }
};

QTEST_GUILESS_MAIN(MechanismsTest)
#include "mechanisms_test.moc"
