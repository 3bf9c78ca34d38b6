#pragma once

#include "connection/batch.h"
#include "connection/connectiontest.h"
#include "support/mailservers.h"

#include <QTest>

#include <optional>

namespace stationer::testing {

/// The nine pairs as rows of a test's data: protocol, mode.
inline void addPairs()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("mode");
    for (const Protocol protocol : allProtocols)
        for (const SecurityMode mode : allSecurityModes)
            QTest::addRow("%s, %s", nameOf(protocol).data(), nameOf(mode).data()) << int(protocol) << int(mode);
}

struct Pair {
    Protocol protocol;
    SecurityMode mode;
};

/// The pair of the row that runs.
#define FETCH_PAIR()                                                                                                        \
    QFETCH(int, protocol);                                                                                                  \
    QFETCH(int, mode);                                                                                                      \
    const Pair pair                                                                                                         \
    {                                                                                                                       \
        Protocol(protocol), SecurityMode(mode)                                                                              \
    }

/// A test of that pair at the running servers, with the right password.
inline TestOrder orderFor(const MailServers& servers, Pair pair, quint16 port = 0)
{
    TestOrder order;
    order.settings.protocol = pair.protocol;
    order.settings.security = pair.mode;
    order.settings.server = {servers.host, port ? port : servers.port(pair.protocol, pair.mode)};
    order.settings.account = servers.user;
    order.password = Secret(servers.password);
    return order;
}

/// The report of one whole connection test; a test that never ends fails here.
inline Report report(const TestOrder& order, ChainJudge judge, const Limits& limits = {})
{
    ConnectionTest test(order, std::move(judge), limits);
    std::optional<Report> ended;
    QObject::connect(&test, &ConnectionTest::finished, &test, [&ended](const Report& report) { ended = report; });
    test.start();
    if (!QTest::qWaitFor([&ended] { return ended.has_value(); }, 40000))
        QTest::qFail("the connection test did not end", __FILE__, __LINE__);
    return ended.value_or(Report{});
}

/// The reports of many tests that run at once, in the order of the orders.
inline QList<Report> reports(const QList<TestOrder>& orders, ChainJudge judge, const Limits& limits = {})
{
    TestBatch batch(orders, 24, std::move(judge), limits);
    QList<Report> ended(orders.size());
    bool isOver = false;
    QObject::connect(&batch, &TestBatch::testFinished, &batch,
                     [&ended](qsizetype index, const Report& report) { ended[index] = report; });
    QObject::connect(&batch, &TestBatch::finished, &batch, [&isOver] { isOver = true; });
    batch.start();
    if (!QTest::qWaitFor([&isOver] { return isOver; }, 60000 + 5000 * int(orders.size()))) // sanitizers are slow
        QTest::qFail("the connection tests did not end", __FILE__, __LINE__);
    return ended;
}

/// For tests to which it does not matter who is on the other end.
inline Judgement trusted(const CertificateChain&, const Endpoint&)
{
    Judgement judgement;
    judgement.verdict = Verdict::Trusted;
    return judgement;
}

} // namespace stationer::testing

namespace stationer {

/// How QCOMPARE shows an outcome.
inline char* toString(Outcome outcome)
{
    return QTest::toString(QString(nameOf(outcome)));
}

} // namespace stationer
