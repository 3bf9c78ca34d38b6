// Random edits, undone and done again: the bytes of every state come back, and what the document says of itself is what a
// fresh reading of its bytes says.

#include "station/container.h"
#include "station/difference.h"
#include "station/fragment.h"
#include "support/documentview.h"
#include "support/opened.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

namespace {

QList<SlotId> allSlots(const Document& document)
{
    QList<SlotId> all;
    QList<SlotId> open{document.root()};
    while (!open.isEmpty()) {
        all.append(open.takeLast());
        open += document.children(all.last());
    }
    return all;
}

/// Plans something somewhere; an edit that is refused is an empty one.
Edit randomEdit(const Document& document, QRandomGenerator& random)
{
    static const QStringList names{u"a"_s, u"b"_s, u"hostname"_s, u"port"_s, u"x$20y"_s};
    static const QStringList types{
        u"email:OutgoingAccount"_s, u"baja:Folder"_s, u"weather:Thing"_s, u"web:Thing"_s, u"kit:K"_s, QString()};
    static const QStringList values{u""_s, u"1"_s, u"2525"_s, u"mail.example"_s, u"<'\"&\n>"_s};
    const auto any = [&](const auto& list) { return list[random.bounded(list.size())]; };
    const QList<SlotId> all = allSlots(document);
    const SlotId slot = any(all);
    auto edit = [&]() -> Result<Edit, EditFault> {
        switch (random.bounded(9)) {
        case 0:
            return document.setValue(slot, any(names), any(values), any(types), names);
        case 1:
            return document.setValue(slot, any(names), std::nullopt);
        case 2: {
            const SlotId parent = document.parent(slot);
            return document.setValue(parent, document.name(slot),
                                     random.bounded(2) ? std::optional(any(values)) : document.openedValue(slot));
        }
        case 3:
            return document.add(slot, NewSlot{any(names),
                                              any(types),
                                              {},
                                              true,
                                              {NewSlot{u"in"_s, any(types), any(values), false, {}},
                                               NewSlot{u"sub"_s, any(types), {}, true, {}}}});
        case 4:
            return random.bounded(3) ? document.rename(slot, any(names)) : document.remove(slot);
        case 5:
            return document.move({slot, any(all)}, any(all));
        case 6: {
            QList<SlotId> order = document.children(slot);
            if (order.size() > 1)
                order.swapItemsAt(0, random.bounded(order.size()));
            return document.reorder(slot, order);
        }
        case 7: {
            const auto fragment = Fragment::fromBog(document.copied({slot, any(all)}));
            if (!fragment)
                return Edit();
            const auto pasted = document.paste(any(all), fragment.value());
            return pasted ? pasted.value().edit : Edit();
        }
        default: {
            const auto first = document.setValue(slot, any(names), any(values), any(types));
            if (!first)
                return first;
            const auto second = document.previewed(first.value()).setValue(slot, any(names), any(values), any(types), names);
            return second ? Document::joined({first.value(), second.value()}) : second;
        }
        }
    }();
    return edit ? edit.value() : Edit();
}

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT
private slots:
    void randomEditsCanBeUndoneAndRedone_data();
    void randomEditsCanBeUndoneAndRedone();
    void twoEditsBecomeOne();
    void aPreviewLeavesTheDocumentAlone();
    void editsMadeBeforeSavingCanBeReverted();
};

void HistoryTest::randomEditsCanBeUndoneAndRedone_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("steps");
    for (const quint32 seed : {1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u})
        QTest::addRow("golden, seed %u", seed) << goldenXml() << seed << 250;
    for (const QString& path : sampleFiles()) {
        auto file = Container::open(path);
        QVERIFY(bool(file));
        const QByteArray xml = file.value().document.openedXml();
        QTest::addRow("%s", qPrintable(path)) << xml << 9u << (xml.size() > 100000 ? 12 : 150);
    }
}

void HistoryTest::randomEditsCanBeUndoneAndRedone()
{
    QFETCH(QByteArray, xml);
    QFETCH(quint32, seed);
    QFETCH(int, steps);
    QRandomGenerator random(seed);
    Document document = opened(xml);
    QList<Edit> done, undone;
    QList<QByteArray> states{xml}; // before each edit done, and now
    QByteArray saved = xml;
    for (int step = 0; step < steps; ++step) {
        const quint32 what = random.bounded(10u);
        if (what == 0 && random.bounded(4) == 0) {
            document.markSaved();
            saved = states.last();
            QVERIFY(!document.isModified());
        } else if (what < 3 && !done.isEmpty()) {
            document.revert(done.last());
            undone.append(done.takeLast());
            states.removeLast();
        } else if (what < 5 && !undone.isEmpty()) {
            document.apply(undone.last());
            done.append(undone.takeLast());
            states.append(document.xml());
        } else {
            const Edit edit = randomEdit(document, random);
            QCOMPARE(document.xml(), states.last());
            if (edit.isEmpty())
                continue;
            document.apply(edit);
            done.append(edit);
            undone.clear();
            states.append(document.xml());
        }
        QCOMPARE(document.xml(), states.last());
        QCOMPARE(document.openedXml(), saved);
        const Document again = opened(document.xml());
        QCOMPARE(documentView(document), documentView(again));
        if (!document.isModified())
            QCOMPARE(document.xml(), saved);
        QCOMPARE(Document::withDelta(document.openedXml(), document.delta()), document.xml());
        if (!document.isModified())
            QVERIFY(changesSinceSaved(document).isEmpty());
    }
    while (!done.isEmpty())
        document.revert(done.takeLast());
    QCOMPARE(document.xml(), xml);
    QCOMPARE(document.isModified(), saved != xml);
}

void HistoryTest::twoEditsBecomeOne()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    const auto first = document.setValue(account, u"useSsl"_s, u"true"_s).value();
    const auto second = document.previewed(first).setValue(account, u"port"_s, u"465"_s).value();
    const auto third =
        document.previewed(Document::joined({first, second})).setValue(account, u"useSsl"_s, std::nullopt).value();
    const Edit both = Document::joined({first, second});
    document.apply(both);
    QVERIFY(document.xml().contains("<p n=\"port\" v=\"465\"/>"));
    QVERIFY(document.xml().contains("<p n=\"useSsl\" v=\"true\"/>"));
    document.revert(both);
    QCOMPARE(document.xml(), goldenXml());
    document.apply(Document::joined({both, third}));
    QByteArray expected = goldenXml();
    expected.replace("v=\"2525\"", "v=\"465\"");
    QCOMPARE(document.xml(), expected);
    // What cancels out is no edit at all.
    document.revert(Document::joined({both, third}));
    const auto back = document.previewed(first).setValue(account, u"useSsl"_s, std::nullopt).value();
    QVERIFY(Document::joined({first, back}).isEmpty());
}

void HistoryTest::aPreviewLeavesTheDocumentAlone()
{
    Document document = opened(goldenXml());
    const SlotId account = document.find(u"/Services/EmailService/OutgoingAccount");
    const auto edit = document.add(account, NewSlot{u"x"_s, u"baja:Folder"_s, {}, true, {}}).value();
    const Document preview = document.previewed(edit);
    QVERIFY(preview.exists(edit.subject()));
    QVERIFY(!document.exists(edit.subject()));
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(preview.isModified());
}

void HistoryTest::editsMadeBeforeSavingCanBeReverted()
{
    Document document = opened(goldenXml());
    const auto edit = document.remove(document.find(u"/Services/EmailService")).value();
    document.apply(edit);
    document.markSaved();
    QVERIFY(!document.isModified());
    document.revert(edit);
    QVERIFY(document.isModified());
    QCOMPARE(document.xml(), goldenXml());
    QVERIFY(document.hasChanges(document.find(u"/Services/EmailService")));
    document.apply(edit);
    QVERIFY(!document.isModified());
}

STATIONER_TEST(HistoryTest)
#include "history_test.moc"
