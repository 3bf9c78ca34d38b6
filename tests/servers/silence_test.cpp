// Nothing is said inside TLS before the identity is settled, by what the servers themselves log. This runs alone, so that
// every line in the logs is its own.

#include "servers/signin.h"
#include "support/stationertest.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QFile>
#include <QTest>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

// What the log of a server gained since this was made.
class LogTail {
public:
    explicit LogTail(const QString& path) : m_path(path), m_from(QFile(path).size()) {}

    QByteArray read() const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly) || !file.seek(m_from))
            return {};
        return file.readAll();
    }

private:
    QString m_path;
    qint64 m_from;
};

} // namespace

class SilenceTest : public QObject {
    Q_OBJECT

    MailServers m_servers = MailServers::running();

private slots:
    void saysNothingToAStranger_data() { addPairs(); }
    void saysNothingToAStranger()
    {
        FETCH_PAIR();
        if (pair.mode == SecurityMode::None)
            return;
        const LogTail dovecot(m_servers.logs + u"/dovecot.log"_s);
        const LogTail postfix(m_servers.logs + u"/postfix.log"_s);
        const TrustAnchors nobody = TrustAnchors::only({});
        const Report answer =
            report(orderFor(m_servers, pair), [&nobody](const CertificateChain& chain, const Endpoint& host) {
                return judge(chain, host.host, QDateTime::currentDateTimeUtc(), nobody);
            });
        QCOMPARE(answer.outcome, Outcome::CertificateChallenged);
        if (pair.protocol == Protocol::Smtp) {
            // Postfix counts the commands of a connection when it ends.
            QTRY_VERIFY(postfix.read().contains("disconnect from"));
            const QByteArray ended = postfix.read();
            QCOMPARE(ended.count("disconnect from"), 1);
            QVERIFY2(ended.contains(pair.mode == SecurityMode::Ssl ? " commands=0/0\n" : " ehlo=1 starttls=1 commands=2\n"),
                     ended.constData());
        } else {
            const QByteArray service = pair.protocol == Protocol::Imap ? "imap-login: Info: " : "pop3-login: Info: ";
            QTRY_VERIFY(dovecot.read().contains(service));
            const QByteArray ended = dovecot.read();
            QCOMPARE(ended.count(service), 1);
            QVERIFY2(ended.contains("(no auth attempts") && ended.contains("user=<>"), ended.constData());
        }
    }
};

STATIONER_TEST(SilenceTest)
#include "silence_test.moc"
