#include "mail/smtpreply.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using Taken = SmtpReplyReader::Taken;

class SmtpReplyTest : public QObject {
    Q_OBJECT
private slots:
    void anEnhancedCodeHasThreeNumbers_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* line, const char* code, const char* text) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(code) << QByteArray(text);
        };
        // RFC 3463, section 2: class "." subject "." detail, of at most three digits each.
        row("535 5.7.8 no", "535 5.7.8", "no");
        row("535 5.123.456 no", "535 5.123.456", "no");
        row("535 5.7.8", "535 5.7.8", "");
        row("535 5.7 no", "535", "5.7 no");
        row("535 5.7.1234 no", "535", "5.7.1234 no");
        row("535 5..8 no", "535", "5..8 no");
        row("535 5.7. no", "535", "5.7. no");
        row("535 5.a.8 no", "535", "5.a.8 no");
        row("535 4.7.8 of another class", "535", "4.7.8 of another class");
        row("535  indented", "535", " indented");
    }
    void anEnhancedCodeHasThreeNumbers()
    {
        QFETCH(QByteArray, line);
        SmtpReplyReader reader;
        QCOMPARE(reader.take(line), Taken::Whole);
        QTEST(reader.reply().fullCode(), "code");
        QTEST(reader.reply().lines.join('|'), "text");
    }
};

STATIONER_TEST(SmtpReplyTest)
#include "smtpreply_test.moc"
