#include "trust/importer.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

/// The cases of C2SP/x509-limbo. Those of must.txt have to be judged right; the others are counted and named.
class limbo_test : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void judgesEveryCaseThatMustBeRight_data();
    void judgesEveryCaseThatMustBeRight();
    void reportsTheOthers();

private:
    static QByteArray contents(const QString& name);
    static bool isJudgedRight(const QJsonObject& one, QString* answer);

    QList<QJsonObject> m_cases;
    QSet<QString> m_must;
};

QByteArray limbo_test::contents(const QString& name)
{
    QFile file(qEnvironmentVariable("STATIONER_SUITES") + u"/x509-limbo/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void limbo_test::initTestCase()
{
    if (!qEnvironmentVariableIsSet("STATIONER_SUITES"))
        QSKIP("STATIONER_SUITES is not set: x509-limbo is not judged");
    for (const QByteArray& line : contents(u"must.txt"_s).split('\n')) {
        if (!line.trimmed().isEmpty())
            m_must.insert(QString::fromUtf8(line.trimmed()));
    }
    for (const QJsonValue& one : QJsonDocument::fromJson(contents(u"limbo.json"_s))[u"testcases"_s].toArray())
        m_cases << one.toObject();
    QCOMPARE(m_must.size(), 135);
    QCOMPARE(m_cases.size(), 208);
}

bool limbo_test::isJudgedRight(const QJsonObject& one, QString* answer)
{
    const auto ders = [](const QJsonArray& pems) {
        QList<QByteArray> all;
        for (const QJsonValue& pem : pems)
            all << certificatesOfPem(pem.toString().toLatin1()).value_or(QList<QByteArray>());
        return all;
    };
    CertificateChain chain = ders({one[u"peer_certificate"_s]});
    chain << ders(one[u"untrusted_intermediates"_s].toArray());
    const QString time = one[u"validation_time"_s].toString();
    const QDateTime now = time.isEmpty() ? QDateTime::currentDateTimeUtc() : QDateTime::fromString(time, Qt::ISODateWithMs);
    const QString host = one[u"expected_peer_name"_s][u"value"_s].toString();
    const Judgement judgement = judge(chain, host, now, TrustAnchors::only(ders(one[u"trusted_certs"_s].toArray())));
    *answer = nameOf(judgement.verdict);
    for (const TrustFinding& error : judgement.errors)
        *answer += u" %1@%2"_s.arg(nameOf(error.error)).arg(error.depth);
    if ((judgement.verdict == Verdict::Trusted) != judgement.errors.isEmpty())
        return false;
    return (one[u"expected_result"_s].toString() == "SUCCESS"_L1) == judgement.errors.isEmpty();
}

void limbo_test::judgesEveryCaseThatMustBeRight_data()
{
    QTest::addColumn<QJsonObject>("one");
    int rows = 0;
    for (const QJsonObject& one : std::as_const(m_cases)) {
        const QString id = one[u"id"_s].toString();
        if (!m_must.contains(id))
            continue;
        QTest::newRow(qPrintable(id)) << one;
        ++rows;
    }
    QCOMPARE(rows, 135);
}

void limbo_test::judgesEveryCaseThatMustBeRight()
{
    QFETCH(QJsonObject, one);
    QString answer;
    const bool isRight = isJudgedRight(one, &answer);
    QVERIFY2(isRight, qPrintable(u"expected %1, got %2"_s.arg(one[u"expected_result"_s].toString(), answer)));
}

void limbo_test::reportsTheOthers()
{
    int right = 0;
    QStringList differing;
    for (const QJsonObject& one : std::as_const(m_cases)) {
        if (m_must.contains(one[u"id"_s].toString()) || one[u"validation_kind"_s].toString() != "SERVER"_L1 ||
            one[u"expected_peer_name"_s].isNull())
            continue;
        QString answer;
        if (isJudgedRight(one, &answer))
            ++right;
        else
            differing << one[u"id"_s].toString() + u" → "_s + answer;
    }
    qInfo().noquote() << right << "others as the suite wants," << differing.size() << "not:\n " << differing.join(u"\n  "_s);
}

QTEST_GUILESS_MAIN(limbo_test)
#include "limbo_test.moc"
