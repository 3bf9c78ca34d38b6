// What Find Settings tries, as tables.

#include "connection/candidates.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

QString written(const QList<Candidate>& candidates)
{
    QStringList words;
    for (const Candidate& candidate : candidates)
        words += nameOf(candidate.security) + u' ' + QString::number(candidate.port);
    return words.join(u", "_s);
}

} // namespace

class CandidatesTest : public QObject {
    Q_OBJECT
private slots:
    void triesEveryModeOnEveryPort_data();
    void triesEveryModeOnEveryPort();
    void takesOtherPortsThanTheTables();
};

void CandidatesTest::triesEveryModeOnEveryPort_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("ownPort"); // 0: none
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Protocol protocol, int ownPort, const QString& expected) {
        QTest::newRow(name) << int(protocol) << ownPort << expected;
    };
    row("smtp", Protocol::Smtp, 0,
        u"ssl 465, ssl 25, ssl 587, starttls 587, starttls 25, starttls 465, none 25, none 587, none 465"_s);
    row("imap", Protocol::Imap, 0, u"ssl 993, ssl 143, starttls 143, starttls 993, none 143, none 993"_s);
    row("pop3", Protocol::Pop3, 0, u"ssl 995, ssl 110, starttls 110, starttls 995, none 110, none 995"_s);
    row("a standard port of its own is tried once, and in its usual place", Protocol::Smtp, 25,
        u"ssl 465, ssl 25, ssl 587, starttls 587, starttls 25, starttls 465, none 25, none 587, none 465"_s);
    row("a port that somebody chose comes first", Protocol::Imap, 2143,
        u"ssl 2143, ssl 993, ssl 143, starttls 2143, starttls 143, starttls 993, none 2143, none 143, none 993"_s);
    row("another protocol's port was chosen too", Protocol::Pop3, 993,
        u"ssl 993, ssl 995, ssl 110, starttls 993, starttls 110, starttls 995, none 993, none 110, none 995"_s);
}

void CandidatesTest::triesEveryModeOnEveryPort()
{
    QFETCH(int, protocol);
    QFETCH(int, ownPort);
    QFETCH(QString, expected);
    const auto own = ownPort == 0 ? std::nullopt : std::optional<quint16>(quint16(ownPort));
    QCOMPARE(written(candidates(Protocol(protocol), own)), expected);
}

void CandidatesTest::takesOtherPortsThanTheTables()
{
    QCOMPARE(written(candidates(Protocol::Imap, {4001, 4002, 4001}, std::nullopt)),
             u"ssl 4001, ssl 4002, starttls 4001, starttls 4002, none 4001, none 4002"_s);
    QCOMPARE(written(candidates(Protocol::Imap, {4001, 0}, quint16(4002))),
             u"ssl 4002, ssl 4001, starttls 4002, starttls 4001, none 4002, none 4001"_s);
    QCOMPARE(written(candidates(Protocol::Imap, {}, std::nullopt)), QString());
}

STATIONER_TEST(CandidatesTest)
#include "candidates_test.moc"
