// What one command prints, another takes: any station, the real ones among them.

#include "catalogue/catalogue.h"
#include "cli/clirun.h"
#include "station/container.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QDirIterator>
#include <QSet>

using namespace stationer;
using namespace stationer::testing;

namespace {

QByteArray xmlOf(const QString& path)
{
    const auto opened = Container::open(path);
    return opened ? opened.value().document.openedXml() : QByteArray();
}

/// The paths of a tree as `tree --json` prints it.
void collect(const QJsonObject& component, QStringList& paths)
{
    paths += component["path"_L1].toString();
    for (const QJsonValue& child : component["children"_L1].toArray())
        collect(child.toObject(), paths);
}

/// At most `most` of them, spread over the whole.
QStringList spread(const QStringList& all, qsizetype most)
{
    QStringList some;
    for (qsizetype i = 0; i < all.size(); i += qMax<qsizetype>(1, all.size() / most))
        some += all[i];
    return some;
}

/// Another value of the same kind; nothing where there is none to make up.
std::optional<QString> another(const QJsonObject& row)
{
    const QString kind = row["kind"_L1].toString();
    const QString value = row["value"_L1].toString();
    if (kind == "boolean"_L1)
        return value == "true"_L1 ? u"false"_s : u"true"_s;
    if (kind == "integer"_L1 || kind == "double"_L1)
        return value == "1"_L1 ? u"2"_s : u"1"_s;
    if (kind == "relTime"_L1)
        return value == "61000"_L1 ? u"62000"_s : u"61000"_s;
    if (kind == "port"_L1)
        return u"2525"_s;
    if (kind == "absTime"_L1)
        return u"2001-02-03T04:05:06.007+01:00"_s;
    if (kind == "string"_L1 || kind == "ord"_L1 || kind == "accountName"_L1)
        return value + u" ß🎉 = <\"'&> $20"_s;
    return std::nullopt;
}

} // namespace

class RoundTripTest : public QObject {
    Q_OBJECT

    Cli m_cli;
    QByteArray m_bytes;

    /// The editable slots of a component that stand in the file, from `show --json`.
    QList<QJsonObject> editable(const QString& file, const QString& path) const
    {
        QList<QJsonObject> rows;
        QSet<QString> seen; // of duplicates, a path leads to the first
        for (const QJsonValue& each : m_cli.run({u"show"_s, file, path, u"--json"_s}).object()["slots"_L1].toArray()) {
            const QJsonObject row = each.toObject();
            const bool isFirst = !seen.contains(row["slot"_L1].toString());
            seen.insert(row["slot"_L1].toString());
            if (isFirst && row["isSet"_L1].toBool() && !row["readOnly"_L1].toBool() && row["value"_L1].isString())
                rows += row;
        }
        return rows;
    }

private slots:
    void init()
    {
        QFETCH(QByteArray, bytes);
        m_bytes = bytes;
    }
    void whatShowPrintsSetTakes_data() { stations(); }
    void whatShowPrintsSetTakes();
    void whatIsAddedAndRemovedLeavesNothing_data() { stations(); }
    void whatIsAddedAndRemovedLeavesNothing();
    void whatIsRemovedIsTheOnlyDifference_data() { stations(); }
    void whatIsRemovedIsTheOnlyDifference();

private:
    void stations();
};

void RoundTripTest::stations()
{
    QTest::addColumn<QByteArray>("bytes");
    // As a station writes: what has no children between double quotes, what has children between single ones.
    const QByteArray slotLines = R"(     <p n="b" t="b:Boolean" v="true"/>
     <p n="i" t="b:Integer" v="-7" x="min=i:-10|max=i:10|units=u:celsius;&#xb0;C;(K);+273.15;"/>
     <p n="d" t="b:Double" v="1.50"/>
     <p n="s" t="b:String" v="a&#xa;b&#x9;&lt;c&gt; &#x22;&#x27;&#xe9;"/>
     <p n="empty" t="b:String" v=""/>
     <p n="r" t="b:RelTime" v="1000"/>
     <p n="at" t="b:AbsTime" v="2019-03-11T16:25:38.832+01:00"/>
     <p n="e" t="b:DynamicEnum" v="1@{off=0,on=1}"/>
     <p n="secret" t="b:Password" v="[aes256.1]=c2VjcmV0"/>
     <p n="Last$20Alarm" t="b:String" v="x"/>
     <p n="hidden" f="h" t="b:String" v="x"/>
     <p n="locked" f="r" t="b:String" v="x"/>
     <p n="twice" t="b:String" v="1"/>
     <p n="twice" t="b:String" v="2"/>
)";
    QByteArray small =
        test::smallStation(test::outgoing(test::value("hostname", "mail.example") + test::value("port", "465") +
                                          test::value("useSsl", "true") + slotLines) +
                               test::incoming(test::value("store", "imap")),
                           "   <p n='Gadget' h='20' t='vendor:Gadget'>\r\n" + slotLines + "   </p>\n");
    small.replace("<p n='Folder' h='5' t='b:Folder'/>", "<p n=\"Folder\" h=\"5\" t=\"b:Folder\"/>");
    QTest::newRow("small") << small;
    const QString samples = qEnvironmentVariable("STATIONER_SAMPLES");
    QDirIterator files(samples, {u"*.bog"_s, u"*.palette"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (!samples.isEmpty() && files.hasNext()) {
        files.next();
        QTest::newRow(qPrintable(files.fileName())) << Cli::read(files.filePath());
    }
}

/// On the file itself it changes nothing; on one in which everything was changed it brings every byte of the XML back.
void RoundTripTest::whatShowPrintsSetTakes()
{
    const QString original = m_cli.write(u"original.bog"_s, m_bytes);
    const QString copy = m_cli.write(u"copy.bog"_s, m_bytes);
    QStringList paths;
    collect(m_cli.run({u"tree"_s, original, u"--json"_s}).object(), paths);
    QVERIFY(!paths.isEmpty());

    qsizetype changed = 0;
    for (const QString& path : spread(paths, 40)) {
        const QList<QJsonObject> rows = editable(original, path);
        QStringList same, other;
        for (const QJsonObject& row : rows) {
            const QString slot = row["slot"_L1].toString();
            same += slot + u'=' + row["value"_L1].toString();
            if (const auto value = another(row); value && row["default"_L1].isNull())
                other += slot + u'=' + *value;
        }
        if (same.isEmpty())
            continue;
        const Ended nothing = m_cli.run(QStringList{u"set"_s, copy, path, u"--json"_s} + same);
        COMPARE_STATUS(nothing, 0);
        QCOMPARE(nothing.object()["saved"_L1].toBool(true), false);
        if (other.isEmpty())
            continue;
        changed += other.size();
        COMPARE_STATUS(m_cli.run(QStringList{u"set"_s, copy, path} + other), 0);
        QVERIFY(!m_cli.run({u"diff"_s, original, copy, u"--json"_s}).object()["differences"_L1].toArray().isEmpty());
        COMPARE_STATUS(m_cli.run(QStringList{u"set"_s, copy, path} + same), 0);
    }
    QVERIFY(changed > 0 || paths.size() < 20);
    const QJsonObject difference = m_cli.run({u"diff"_s, original, copy, u"--json"_s}).object();
    QVERIFY2(difference["differences"_L1].toArray().isEmpty(), m_cli.run({u"diff"_s, original, copy}).out);
    QVERIFY2(xmlOf(copy) == xmlOf(original), m_cli.run({u"diff"_s, original, copy, u"--unified"_s}).out);
}

void RoundTripTest::whatIsAddedAndRemovedLeavesNothing()
{
    const QString file = m_cli.write(u"station.bog"_s, m_bytes);
    const QByteArray before = xmlOf(file);
    QStringList paths;
    collect(m_cli.run({u"tree"_s, file, u"--json"_s}).object(), paths);
    for (const QString& parent : spread(paths, 15)) {
        for (const QString& type : {u"baja:Folder"_s, u"vendor:Gadget"_s}) {
            const Ended added = m_cli.run({u"add"_s, file, parent, type, u"Neu & «alt»"_s, u"--json"_s});
            if (added.status == 2 && type == "baja:Folder"_L1)
                continue; // the catalogue knows that it may not live there
            COMPARE_STATUS(added, 0);
            const QString path = added.object()["path"_L1].toString();
            QCOMPARE(path, (parent == "/"_L1 ? QString() : parent) + u"/Neu$20$26$20$abalt$bb"_s);
            const QJsonObject shown = m_cli.run({u"show"_s, file, path, u"--json"_s}).object();
            QCOMPARE(shown["type"_L1].toString(), type);
            COMPARE_STATUS(m_cli.run({u"remove"_s, file, path}), 0);
            QCOMPARE(xmlOf(file), before);
        }
    }
}

void RoundTripTest::whatIsRemovedIsTheOnlyDifference()
{
    const QString original = m_cli.write(u"original.bog"_s, m_bytes);
    QStringList paths;
    collect(m_cli.run({u"tree"_s, original, u"--json"_s}).object(), paths);
    for (const QString& path : spread(paths.sliced(1), 15)) {
        const QString copy = m_cli.write(u"copy.bog"_s, m_bytes);
        COMPARE_STATUS(m_cli.run({u"remove"_s, copy, path}), 0);
        COMPARE_STATUS(m_cli.run({u"show"_s, copy, path}), 2);
        const QJsonArray found = m_cli.run({u"diff"_s, original, copy, u"--json"_s}).object()["differences"_L1].toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0]["kind"_L1].toString(), u"removed"_s);
        const QString holder = found[0]["path"_L1].toString();
        QCOMPARE((holder == "/"_L1 ? QString() : holder) + u'/' + found[0]["slot"_L1].toString(), path);
        QCOMPARE(found[0]["component"_L1].toBool(), true);
    }
}

STATIONER_TEST(RoundTripTest)
#include "roundtrip_test.moc"
