#include "rows/sheetnote.h"
#include "rows/sheetrow.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace Qt::StringLiterals;

/// Rows without a window, as the command line has them too.
class SheetRowTest : public QObject {
    Q_OBJECT
private slots:
    /// Whatever slot it stands in: in the row, in its tool tip or under it.
    void whatIsEncodedIsNotShown()
    {
        const QByteArray inside = test::value("replyTo", "[aes.1]=c2VjcmV0") + test::value("port", "[aes.1]=c2VjcmV0") +
                                  test::value("hostname", "mail.example");
        const auto opened = Document::fromXml(test::smallStation(test::outgoing(inside)));
        QVERIFY(opened);
        const Document& document = opened.value();
        const SlotId account = document.find(u"/Services/EmailService/Out"_s);
        QStringList encoded;
        for (const SheetRow& row : sheetRows(document, account)) {
            QVERIFY2(!row.value.contains(u"c2Vj") && !row.meaning.contains(u"c2Vj"), qPrintable(row.slot));
            if (row.isSecret)
                encoded += row.slot;
        }
        QCOMPARE(encoded, (QStringList{u"port"_s, u"password"_s, u"replyTo"_s}));
        for (const SheetNote& note : sheetNotes(document, account, nullptr, nullptr))
            QVERIFY2(!note.text.contains(u"c2Vj"), qPrintable(note.text));
    }
};

STATIONER_TEST(SheetRowTest)
#include "sheetrow_test.moc"
