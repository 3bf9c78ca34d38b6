// Which slots are marked as changed since the file was saved, and what above them is. What is undone after saving is a
// change as well.

#include "station/document.h"
#include "support/stationertest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

namespace {

Document opened()
{
    auto document = Document::fromXml("<bajaObjectGraph version='4.0'>\n"
                                      " <p h='1' m='b=baja' t='b:Station'>\n"
                                      "  <p n='A' h='2' t='b:Folder'>\n"
                                      "   <p n='Moving' h='3' t='b:Folder'/>\n"
                                      "   <p n='Staying' h='4' t='b:Folder'/>\n"
                                      "  </p>\n"
                                      "  <p n='B' h='5' t='b:Folder'/>\n"
                                      "  <p n='C' h='6' t='b:Folder'/>\n"
                                      " </p>\n"
                                      "</bajaObjectGraph>\n");
    if (!document)
        qFatal("the document is refused");
    return std::move(document).value();
}

/// The paths of the slots whose subtree carries the mark.
QStringList marked(const Document& document)
{
    QStringList paths;
    QList<SlotId> open{document.root()};
    while (!open.isEmpty()) {
        const SlotId slot = open.takeFirst();
        if (document.hasChanges(slot))
            paths += document.path(slot);
        open += document.children(slot);
    }
    return paths;
}

Edit move(const Document& document)
{
    const auto edit = document.move({document.find(u"/A/Moving")}, document.find(u"/B"));
    if (!edit)
        qFatal("the move is refused");
    return edit.value();
}

const NewSlot folder{u"New"_s, u"baja:Folder"_s, {}, true, {}};

} // namespace

class ChangedSlotsTest : public QObject {
    Q_OBJECT
private slots:
    void whatMovedIsMarkedWhereItIsNow()
    {
        Document document = opened();
        document.apply(move(document));
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/A"_s, u"/B"_s, u"/B/Moving"_s}));
        QVERIFY(document.hasChanges(document.find(u"/B/Moving")));
    }

    void whatMovedAndWasSavedIsMarkedWhenItIsBack()
    {
        Document document = opened();
        const Edit edit = move(document);
        document.apply(edit);
        document.markSaved();
        QCOMPARE(marked(document), QStringList());
        document.revert(edit);
        QVERIFY(document.hasChanges(document.find(u"/A/Moving")));
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/A"_s, u"/B"_s, u"/A/Moving"_s}));
        document.apply(edit);
        QCOMPARE(marked(document), QStringList());
    }

    void whereSomethingNewWasSavedAndUndoneIsMarked()
    {
        Document document = opened();
        const auto edit = document.add(document.find(u"/B"), folder);
        QVERIFY(bool(edit));
        document.apply(edit.value());
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/B"_s, u"/B/New"_s}));
        document.markSaved();
        document.revert(edit.value());
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/B"_s}));
    }

    void whatWasRemovedSavedAndUndoneIsMarked()
    {
        Document document = opened();
        const auto edit = document.remove(document.find(u"/A/Staying"));
        QVERIFY(bool(edit));
        document.apply(edit.value());
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/A"_s}));
        document.markSaved();
        document.revert(edit.value());
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/A"_s, u"/A/Staying"_s}));
    }

    void whatWasRenamedSavedAndUndoneIsMarked()
    {
        Document document = opened();
        const auto edit = document.rename(document.find(u"/A/Staying"), u"Other"_s);
        QVERIFY(bool(edit));
        document.apply(edit.value());
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/A"_s, u"/A/Other"_s}));
        document.markSaved();
        document.revert(edit.value());
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/A"_s, u"/A/Staying"_s}));
    }

    void whatIsNewAndSavedIsMarkedWhenItMoves()
    {
        Document document = opened();
        const auto added = document.add(document.find(u"/B"), folder);
        QVERIFY(bool(added));
        document.apply(added.value());
        document.markSaved();
        const auto edit = document.move({added.value().subject()}, document.find(u"/C"));
        QVERIFY(bool(edit));
        document.apply(edit.value());
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/B"_s, u"/C"_s, u"/C/New"_s}));
        document.markSaved();
        document.revert(edit.value());
        QCOMPARE(marked(document), (QStringList{u"/"_s, u"/B"_s, u"/C"_s, u"/B/New"_s}));
    }
};

STATIONER_TEST(ChangedSlotsTest)
#include "changedslots_test.moc"
