// The sheet as text, page and JSON, of a station whose names mean harm.

#include "handover/handoversheet.h"

#include "support/stationertest.h"

#include <QJsonArray>
#include <QXmlStreamReader>

using namespace stationer;
using namespace Qt::StringLiterals;

class HandoverSheetTest : public QObject {
    Q_OBJECT

    static HandoverSheet sheet(const QString& name)
    {
        HandoverItem file;
        file.kind = HandoverKind::PutFile;
        file.path = u"/"_s;
        file.text = name;
        file.changes = {{u"/Services/"_s + name, name, name, std::nullopt}};
        HandoverItem retest;
        retest.path = u"/Services/"_s + name;
        retest.accounts = {retest.path};
        retest.host = Endpoint{name, 465};
        retest.text = name;
        retest.isDone = true;
        return {name, u"/home/"_s + name + u".bog"_s, name, QDateTime::currentDateTime(), {file, retest}};
    }

private slots:
    void noNameIsATag_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a script") << u"<script>alert(1)</script>"_s;
        QTest::newRow("an attribute") << u"\" onload=\"alert(1)"_s;
        QTest::newRow("an entity") << u"&lt;b&gt;"_s;
        QTest::newRow("an image") << u"<img src=x onerror='alert(1)'>"_s;
        QTest::newRow("places of arguments") << u"%1 %2 %3"_s;
        QTest::newRow("a mark that turns the line") << u"a\u202eb"_s;
        QTest::newRow("a NUL") << QString(u'a') + QChar(QChar::Null) + u'b';
        QTest::newRow("the end of the style") << u"</style><h1>"_s;
    }
    void noNameIsATag()
    {
        QFETCH(QString, name);
        const QString page = toHtml(sheet(name));
        // As XML it has the elements that every page has, and no others.
        const auto elements = [](QString html) {
            html.replace(u"<!DOCTYPE html>\n"_s, QString());
            for (const QString& open : {u"<meta "_s, u"<br"_s})
                for (qsizetype at = html.indexOf(open); at >= 0; at = html.indexOf(open, at + 1))
                    html.insert(html.indexOf(u'>', at), u'/');
            QXmlStreamReader reader(html);
            QStringList names;
            while (!reader.atEnd())
                if (reader.readNext() == QXmlStreamReader::StartElement) {
                    names += reader.name().toString();
                    for (const auto& attribute : reader.attributes())
                        names += attribute.name().toString();
                }
            return reader.hasError() ? QStringList{reader.errorString()} : names;
        };
        QCOMPARE(elements(page), elements(toHtml(sheet(u"acme"_s))));
        QVERIFY(!page.contains(QChar(0x202e)) && !page.contains(QChar(QChar::Null)));
        QVERIFY(!toText(sheet(name)).contains(QChar(0x202e)));
    }

    void textHasEveryItemWithItsSlots()
    {
        const QString text = toText(sheet(u"acme"_s));
        for (const char* line : {"Handover sheet: acme", "1. [ ] Put the file on the station", "2. [x] Let the station try",
                                 "• Services ▸ acme ▸ acme: acme → (none)"})
            QVERIFY2(text.contains(QString::fromUtf8(line)), qPrintable(text));
    }

    void aPageLoadsNothingAndHasAPlaceToSign()
    {
        const QString page = toHtml(sheet(u"acme"_s));
        for (const char* word : {"<script", "http:", "https:", "url(", "@import", "<link", "<img"})
            QVERIFY2(!page.contains(QLatin1StringView(word)), word);
        for (const char* word : {"Signature", "class=\"box\"", "default-src 'none'", "acme.bog", "✓"})
            QVERIFY2(page.contains(QString::fromUtf8(word)), word);
    }

    void jsonLeavesOutWhatDoesNotApply()
    {
        const QJsonObject json = toJson(sheet(u"acme"_s));
        QCOMPARE(json.keys(), (QStringList{u"items"_s, u"station"_s}));
        const QJsonArray items = json[u"items"].toArray();
        QCOMPARE(items.at(0).toObject().keys(), (QStringList{u"done"_s, u"kind"_s, u"path"_s, u"slots"_s, u"text"_s}));
        QCOMPARE(items.at(0)[u"slots"].toArray().at(0).toObject().keys(), (QStringList{u"old"_s, u"path"_s, u"slot"_s}));
        QCOMPARE(items.at(1).toObject().keys(),
                 (QStringList{u"done"_s, u"host"_s, u"kind"_s, u"path"_s, u"port"_s, u"text"_s}));
        QCOMPARE(items.at(1)[u"done"].toBool(), true);
    }

    void remindsOfNoAccountWithWhichNothingWasDone()
    {
        QList<HandoverItem> items = sheet(u"Out"_s).items;
        items[1].isDone = false;
        QCOMPARE(openItems(items).all, 2);
        QCOMPARE(openItems(items).byAccount.value(u"/Services/Out"_s), 1);
        items.first().changes.first().path = u"/Services/Other"_s;
        QCOMPARE(openItems(items).all, 1);
        items.removeFirst();
        QVERIFY(openItems(items) == OpenItems());
        HandoverItem password;
        password.kind = HandoverKind::TypePassword;
        password.accounts = {u"/Services/Out"_s};
        items.prepend(password);
        QCOMPARE(openItems(items).byAccount.value(u"/Services/Out"_s), 2);
        items.first().isDone = true;
        QCOMPARE(openItems(items).byAccount.value(u"/Services/Out"_s), 1);
    }
};

STATIONER_TEST(HandoverSheetTest)
#include "handoversheet_test.moc"
