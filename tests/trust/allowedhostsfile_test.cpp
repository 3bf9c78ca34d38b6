// The text of allowed-hosts.json: what is taken for a row, what makes the file damaged, and how much of it is read.

#include "support/stationertest.h"
#include "trust/allowedhostsfile.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using Fault = AllowedHostsFile::Fault;
using Excess = AllowedHostsFile::Excess;

namespace {

/// As much of a certificate as the file asks for: a sequence of DER of that many bytes.
QByteArray sequence(qsizetype content)
{
    return "\x30\x83" + QByteArray{1, char(content >> 16)} + char(content >> 8) + char(content) + QByteArray(content, 'x');
}

QString sha256Of(const QByteArray& der)
{
    return QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex());
}

QJsonArray chainOf(const QByteArray& der)
{
    return {QString::fromLatin1(der.toBase64())};
}

QJsonObject whole()
{
    return {{u"host"_s, u"mail.example"_s},
            {u"port"_s, 465},
            {u"approval"_s, u"approved"_s},
            {u"scope"_s, u"untilDeleted"_s},
            {u"binding"_s, u"certificate"_s},
            {u"sha256"_s, sha256Of("\x30\x03\x02\x01\x01")},
            {u"publicKeySha256"_s, QString(64, u'0')},
            {u"errors"_s, QJsonArray{u"selfSigned"_s}},
            {u"created"_s, u"2026-01-02T03:04:05.000Z"_s},
            {u"note"_s, u"by phone"_s},
            {u"chain"_s, chainOf("\x30\x03\x02\x01\x01")}};
}

QJsonObject with(const QString& name, const QJsonValue& value)
{
    QJsonObject row = whole();
    row[name] = value;
    return row;
}

Result<AllowedHostsFile, Fault> readRows(const QJsonArray& rows)
{
    const QJsonObject document{{u"version"_s, 1}, {u"hosts"_s, rows}};
    return AllowedHostsFile::read(QJsonDocument(document).toJson(QJsonDocument::Compact));
}

bool isDamaged(const Result<AllowedHostsFile, Fault>& read)
{
    return !read && read.error() == Fault::Damaged;
}

} // namespace

class AllowedHostsFileTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsOfItsTypeIsRead_data()
    {
        QTest::addColumn<QJsonObject>("row");
        QTest::newRow("everything") << whole();
        for (const QString& name : {u"sha256"_s, u"publicKeySha256"_s, u"errors"_s, u"created"_s, u"note"_s, u"chain"_s}) {
            QJsonObject row = whole();
            row.remove(name);
            QTest::addRow("without %s", qPrintable(name)) << row;
        }
        QTest::newRow("no fingerprint") << with(u"publicKeySha256"_s, u""_s);
        QTest::newRow("the longest note") << with(u"note"_s, QString(1000, u'n'));
        QTest::newRow("the largest chain") << with(u"chain"_s, chainOf(sequence(100 * 1024 - 5)));
        QTest::newRow("another host form") << with(u"host"_s, u"MAIL.example."_s);
        QTest::newRow("what a later version writes") << with(u"colour"_s, QJsonArray{1, u"red"_s});
    }
    void whatIsOfItsTypeIsRead()
    {
        QFETCH(QJsonObject, row);
        const auto read = readRows({row});
        QVERIFY(read);
        QCOMPARE(read.value().rows.size(), 1);
        QCOMPARE(read.value().rows.first().host, (Endpoint{u"mail.example"_s, 465}));
        const auto again = read.value().write();
        QVERIFY(again);
        QCOMPARE(AllowedHostsFile::read(again.value()).value().rows, read.value().rows);
        QCOMPARE(QJsonDocument::fromJson(again.value())[u"hosts"][0][u"colour"], row.value(u"colour"_s));
    }

    void whatIsNotOfItsTypeIsDamage_data()
    {
        QTest::addColumn<QJsonObject>("row");
        const auto row = [](const char* name, const QString& field, const QJsonValue& value) {
            QTest::newRow(name) << with(field, value);
        };
        row("a host that is none", u"host"_s, u"mail\u001b[31m"_s);
        row("a host that is a number", u"host"_s, 7);
        row("port 0", u"port"_s, 0);
        row("port 65536", u"port"_s, 65536);
        row("half a port", u"port"_s, 25.5);
        row("a port as text", u"port"_s, u"25"_s);
        row("an unknown answer", u"approval"_s, u"perhaps"_s);
        row("an unknown scope", u"scope"_s, u"forEver"_s);
        row("an unknown binding", u"binding"_s, u"host"_s);
        row("a fingerprint that a terminal obeys", u"sha256"_s, u"\u001b]0;title\u0007"_s + QString(52, u'a'));
        row("a fingerprint of 63 digits", u"sha256"_s, QString(63, u'a'));
        row("a fingerprint of 65 digits", u"sha256"_s, QString(65, u'a'));
        row("a fingerprint in capitals", u"sha256"_s, QString(64, u'A'));
        row("a fingerprint with a letter too many", u"publicKeySha256"_s, QString(63, u'a') + u'g');
        row("digits that are no ASCII", u"sha256"_s, QString(64, QChar(0x0661)));
        row("a fingerprint that is a number", u"sha256"_s, 5);
        row("a date that is none", u"created"_s, u"2026-02-30T00:00:00.000Z"_s);
        row("a date as a number", u"lastUsed"_s, 5);
        row("an end that is none", u"expires"_s, u"never"_s);
        row("errors that are no list", u"errors"_s, u"selfSigned"_s);
        row("an error that is a number", u"errors"_s, QJsonArray{1});
        row("a note that is too long", u"note"_s, QString(1001, u'n'));
        row("a note that is a list", u"note"_s, QJsonArray{u"n"_s});
        row("a chain that is no list", u"chain"_s, u"MAA="_s);
        row("what is not base64", u"chain"_s, QJsonArray{u"MAMC!AQE="_s});
        row("base64 of what cannot be a certificate", u"chain"_s, chainOf("\x1b]0;title\x07"));
        row("a certificate and more", u"chain"_s, chainOf("\x30\x03\x02\x01\x01x"));
        row("a certificate cut off", u"verifiedChain"_s, chainOf("\x30\x04\x02\x01\x01"));
        row("a chain that is too large", u"chain"_s, chainOf(sequence(100 * 1024 - 4)));
    }
    void whatIsNotOfItsTypeIsDamage()
    {
        QFETCH(QJsonObject, row);
        QVERIFY(readRows({whole()}));
        QVERIFY(isDamaged(readRows({row})));
    }

    void ofSeveralRowsNoneApproves_data()
    {
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<Approval>("stands");
        const auto row = [](const QString& answers, Approval stands) {
            QTest::newRow(qPrintable(answers)) << answers.split(u' ') << stands;
        };
        row(u"approved rejected"_s, Approval::Rejected);
        row(u"rejected approved"_s, Approval::Rejected);
        row(u"approved approved rejected"_s, Approval::Rejected);
        row(u"unanswered rejected approved"_s, Approval::Rejected);
        row(u"rejected unanswered"_s, Approval::Rejected);
        row(u"approved unanswered"_s, Approval::Unanswered);
        row(u"unanswered approved"_s, Approval::Unanswered);
        row(u"approved approved"_s, Approval::Unanswered);
        row(u"approved approved approved"_s, Approval::Unanswered);
    }
    void ofSeveralRowsNoneApproves()
    {
        QFETCH(QStringList, answers);
        QFETCH(Approval, stands);
        QJsonArray rows;
        for (const QString& answer : answers) {
            QJsonObject row = with(u"approval"_s, answer);
            row[u"host"_s] = rows.isEmpty() ? u"mail.example"_s : u"Mail.Example."_s; // which is the same host
            row[u"colour"_s] = answer;
            row[u"sha256"_s] = QString::number(rows.size()).repeated(64);
            row.remove(u"chain"_s); // it would be another certificate's
            rows << row;
        }
        QJsonObject other = whole();
        other[u"port"_s] = 993;
        const auto read = readRows(rows + other);
        QVERIFY(read);
        QCOMPARE(read.value().rows.size(), 2);
        QCOMPARE(read.value().rows.first().approval, stands);
        QCOMPARE(read.value().rows.last().approval, Approval::Approved);
        QCOMPARE(read.value().twice, (QList<Endpoint>{{u"mail.example"_s, 465}}));
        const qsizetype chosen = qMax(qsizetype(0), answers.indexOf(u"rejected"_s));
        QCOMPARE(read.value().rows.first().sha256, QByteArray(64, char('0' + chosen)));
        QCOMPARE(read.value().strangers[u"mail.example:465"_s][u"colour"_s].toString(), answers[chosen]);
    }

    void aSessionInTheFileIsOver()
    {
        const auto approved = readRows({with(u"scope"_s, u"session"_s)});
        QVERIFY(approved);
        QCOMPARE(approved.value().rows.first().approval, Approval::Unanswered);
        QVERIFY(approved.value().twice.isEmpty());
        QJsonObject row = with(u"scope"_s, u"session"_s);
        row[u"approval"_s] = u"rejected"_s;
        QCOMPARE(readRows({row}).value().rows.first().approval, Approval::Rejected);
    }

    void anApprovalThatShowsAnotherCertificateIsNone()
    {
        const QString another = QString(64, u'a');
        const auto approved = readRows({with(u"sha256"_s, another)});
        QVERIFY(approved);
        QCOMPARE(approved.value().rows.first().approval, Approval::Unanswered);
        QJsonObject row = with(u"sha256"_s, another);
        row.remove(u"chain"_s); // as the command line writes it
        QCOMPARE(readRows({row}).value().rows.first().approval, Approval::Approved);
        row = with(u"sha256"_s, another);
        row[u"approval"_s] = u"rejected"_s;
        QCOMPARE(readRows({row}).value().rows.first().approval, Approval::Rejected);
    }

    void noMoreIsReadThanIsWritten()
    {
        QJsonArray rows;
        for (int i = 0; i < 10'000; ++i)
            rows << QJsonObject{{u"host"_s, u"host%1.example"_s.arg(i)},
                                {u"port"_s, 465},
                                {u"approval"_s, u"rejected"_s},
                                {u"scope"_s, u"untilDeleted"_s},
                                {u"binding"_s, u"certificate"_s}};
        auto read = readRows(rows);
        QVERIFY(read);
        QVERIFY(read.value().write());
        QVERIFY(isDamaged(readRows(rows + whole())));
        AllowedHostsFile file = read.value();
        file.rows << file.rows.first();
        QCOMPARE(file.write().error(), Excess::Rows);
    }

    void manyValuesAreNotParsed()
    {
        // Two bytes each in the file, and more than a gigabyte in memory were it as large as a file may be.
        const auto values = [](int count) {
            return "{\"version\":1,\"hosts\":[],\"x\":[" + QByteArray("1,").repeated(count) + "1]}";
        };
        QVERIFY(AllowedHostsFile::read(values(600'000)));
        QVERIFY(isDamaged(AllowedHostsFile::read(values(640'000))));
        // Commas in a text are none, after a quote in it neither.
        QVERIFY(AllowedHostsFile::read("{\"version\":1,\"hosts\":[],\"x\":\"\\\"" + QByteArray(650'000, ',') + "\"}"));
    }

    void aLargeFileIsNotParsed()
    {
        const QByteArray document = "{\"version\":1,\"hosts\":[]}";
        const QByteArray padded = document + QByteArray(AllowedHostsFile::LargestFile - document.size(), ' ');
        QVERIFY(AllowedHostsFile::read(padded));
        QVERIFY(isDamaged(AllowedHostsFile::read(padded + ' ')));
    }

    void whatWouldBeDamageIsNotWritten()
    {
        AllowedHostsFile file = readRows({whole()}).value();
        const auto excessWith = [&file](auto change) {
            AllowedHostsFile changed = file;
            change(changed.rows.first());
            const auto written = changed.write();
            return written ? std::nullopt : std::optional(written.error());
        };
        QVERIFY(!excessWith([](AllowedHost&) {}));
        QCOMPARE(excessWith([](AllowedHost& row) { row.note = QString(1001, u'n'); }), Excess::Row);
        QCOMPARE(excessWith([](AllowedHost& row) { row.chain = {sequence(100 * 1024)}; }), Excess::Row);
        QCOMPARE(excessWith([](AllowedHost& row) { row.verifiedChain = {"no certificate"}; }), Excess::Row);
        file.rows.first().chain = {sequence(90'000)};
        for (quint16 port = 1; file.rows.size() < 800; ++port) { // 800 of 120 KB in base64
            file.rows << file.rows.first();
            file.rows.last().host.port = port;
        }
        QCOMPARE(file.write().error(), Excess::Size);
    }
};

STATIONER_TEST(AllowedHostsFileTest)
#include "allowedhostsfile_test.moc"
