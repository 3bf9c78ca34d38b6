// tree, show, set, add and remove on station files: what they print, and what becomes of the file.

#include "cli/clirun.h"
#include "station/container.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QRegularExpression>

using namespace stationer;
using namespace stationer::testing;

namespace {

const QString outPath = u"/Services/EmailService/Out"_s;

QByteArray stationWithOut(const QByteArray& inside = {})
{
    return test::smallStation(test::outgoing(inside));
}

QStringList changedLines(const QByteArray& before, const QByteArray& after)
{
    const QByteArrayList oldLines = before.split('\n');
    const QSet<QByteArray> old(oldLines.begin(), oldLines.end());
    QStringList lines;
    for (const QByteArray& line : after.split('\n'))
        if (!old.contains(line))
            lines += QString::fromUtf8(line).trimmed();
    return lines;
}

} // namespace

class EditTest : public QObject {
    Q_OBJECT

    Cli m_cli;

private slots:
    void showsATree();
    void cutsATreeAtItsDepth();
    void showsASheet();
    void neverShowsAPassword();
    void setsWithTheCoupling();
    void namesWhatThePortFollows();
    void saysWhatIsReadOnly();
    void showsItsUsageInUtf8();
    void saysThatThePortWasKept();
    void changesNothingInADryRun();
    void saysThatNothingChanges();
    void addsAndRemoves();
    void takesANameAsPeopleWriteIt();
    void takesTheSymbolOfBaja();
    void saysWhichValuesThereAre();
    void namesOrphans();
    void namesLinksThatLedIn();
    void setsManyAtOnce();
    void showsWhatTwoStationsDifferIn();
    void showsHowTheXmlDiffers();
    void escapesHostileText();
    void writesAZipBack();
    void changesOnlyItsLinesInARealStation();
};

void EditTest::showsATree()
{
    const QString file = m_cli.write(u"a.bog"_s, stationWithOut());
    const Ended text = m_cli.run({u"tree"_s, file});
    COMPARE_STATUS(text, 0);
    QVERIFY(text.out.startsWith("/  baja:Station\n  Services  baja:ServiceContainer\n    EmailService  email:EmailService\n"
                                "      Out  email:OutgoingAccount\n"));

    const Ended json = m_cli.run({u"tree"_s, file, u"/Services"_s, u"--json"_s});
    COMPARE_STATUS(json, 0);
    const QJsonObject services = json.object();
    QCOMPARE(services["path"_L1].toString(), u"/Services"_s);
    QCOMPARE(services["name"_L1].toString(), u"Services"_s);
    QCOMPARE(services["type"_L1].toString(), u"baja:ServiceContainer"_s);
    QCOMPARE(services["handle"_L1].toString(), u"2"_s);
    const QJsonObject out = services["children"_L1][0]["children"_L1][0].toObject();
    QCOMPARE(out["path"_L1].toString(), outPath);
    QCOMPARE(out["type"_L1].toString(), u"email:OutgoingAccount"_s);
    QCOMPARE(out["children"_L1].toArray().size(), 0);
}

void EditTest::cutsATreeAtItsDepth()
{
    const QString file = m_cli.write(u"a.bog"_s, stationWithOut());
    const Ended text = m_cli.run({u"tree"_s, file, u"--depth"_s, u"1"_s});
    QCOMPARE(text.out, "/  baja:Station\n  Services  baja:ServiceContainer  … 1\n  Drivers  baja:Folder  … 1\n"_ba);
    const QJsonObject root = m_cli.run({u"tree"_s, file, u"--depth=0"_s, u"--json"_s}).object();
    QCOMPARE(root["path"_L1].toString(), u"/"_s);
    QCOMPARE(root["children"_L1].toArray().size(), 0);
    QCOMPARE(root["notShown"_L1].toInt(), 2);
}

void EditTest::showsASheet()
{
    const QString file = m_cli.write(u"a.bog"_s, stationWithOut(test::value("port", "465") + test::value("strange", "x")));
    const Ended json = m_cli.run({u"show"_s, file, outPath, u"--format"_s, u"json"_s});
    COMPARE_STATUS(json, 0);
    QCOMPARE(json.object()["type"_L1].toString(), u"email:OutgoingAccount"_s);
    QMap<QString, QJsonObject> rows;
    for (const QJsonValue& row : json.object()["slots"_L1].toArray())
        rows[row["slot"_L1].toString()] = row.toObject();
    QCOMPARE(rows[u"port"_s]["value"_L1].toString(), u"465"_s);
    QCOMPARE(rows[u"port"_s]["default"_L1].toString(), u"25"_s);
    QCOMPARE(rows[u"port"_s]["isSet"_L1].toBool(), true);
    QCOMPARE(rows[u"useSsl"_s]["value"_L1].toString(), u"false"_s);
    QCOMPARE(rows[u"useSsl"_s]["isSet"_L1].toBool(), false);
    QCOMPARE(rows[u"useSsl"_s]["kind"_L1].toString(), u"boolean"_s);
    QCOMPARE(rows[u"useSsl"_s]["label"_L1].toString(), u"Use Ssl"_s);
    QCOMPARE(rows[u"strange"_s]["value"_L1].toString(), u"x"_s);
    QVERIFY(!rows.contains(u"persistent"_s)); // seen nowhere, and not in this file

    const Ended text = m_cli.run({u"show"_s, file, outPath});
    QVERIFY(text.out.startsWith("/Services/EmailService/Out  email:OutgoingAccount\n"));
    QVERIFY(text.out.contains("465"));
}

void EditTest::neverShowsAPassword()
{
    const QByteArray secret = "[aes256.1]=c2VjcmV0";
    const QString file = m_cli.write(u"a.bog"_s, stationWithOut(R"(     <p n="password" t="b:Password" v=")" + secret +
                                                                "\"/>\n" + R"(     <p n="other" t="b:Password" v=")" +
                                                                secret + "\"/>\n" + test::value("untyped", secret)));
    for (const QString& format : {u"text"_s, u"json"_s}) {
        const Ended ended = m_cli.run({u"show"_s, file, outPath, u"--format"_s, format});
        COMPARE_STATUS(ended, 0);
        QVERIFY(!ended.out.contains("c2VjcmV0"));
    }
    QVERIFY(m_cli.run({u"show"_s, file, outPath}).out.contains("Password"));
}

void EditTest::setsWithTheCoupling()
{
    const QByteArray before = stationWithOut();
    const QString file = m_cli.write(u"a.bog"_s, before);
    const Ended ended = m_cli.run({u"set"_s, file, outPath, u"useSsl=true"_s});
    COMPARE_STATUS(ended, 0);
    QVERIFY(ended.out.contains("useSsl: false → true\n"));
    QVERIFY(ended.out.contains("port: 25 → 465 (with useSsl)\n"));
    QCOMPARE(changedLines(before, Cli::read(file)).replaceInStrings(u"\""_s, u"'"_s),
             QStringList({u"<p n='Out' h='a' t='email:OutgoingAccount'>"_s, u"<p n='port' v='465'/>"_s,
                          u"<p n='useSsl' v='true'/>"_s, u"</p>"_s}));
    QCOMPARE(Cli::read(file + u".bak"_s), before);

    const QJsonObject json = m_cli.run({u"set"_s, file, outPath, u"useStartTls=true"_s, u"--json"_s}).object();
    QCOMPARE(json["path"_L1].toString(), outPath);
    QMap<QString, QJsonObject> changes;
    for (const QJsonValue& change : json["changes"_L1].toArray())
        changes[change["slot"_L1].toString()] = change.toObject();
    QCOMPARE(changes[u"useStartTls"_s]["coupled"_L1].toBool(), false);
    QCOMPARE(changes[u"useSsl"_s]["after"_L1].toString(), u"false"_s);
    QCOMPARE(changes[u"useSsl"_s]["coupled"_L1].toBool(), true);
    QCOMPARE(changes[u"port"_s]["before"_L1].toString(), u"465"_s);
    QCOMPARE(changes[u"port"_s]["after"_L1].toString(), u"587"_s);
    QVERIFY(json["notes"_L1].isArray());

    // Set back to what it was, the file is what it was.
    COMPARE_STATUS(m_cli.run({u"set"_s, file, outPath, u"useStartTls=false"_s, u"port=25"_s}), 0);
}

void EditTest::namesWhatThePortFollows()
{
    const QString file = m_cli.write(u"a.bog"_s, stationWithOut());
    const Ended several = m_cli.run({u"set"_s, file, outPath, u"account=bob"_s, u"useSsl=true"_s, u"replyTo=x"_s});
    COMPARE_STATUS(several, 0);
    QVERIFY2(several.out.contains("port: 25 → 465 (with useSsl)\n"), several.out);

    // Both on in the file: naming one that stays settles the other.
    const QString both =
        m_cli.write(u"both.bog"_s, stationWithOut(test::value("useSsl", "true") + test::value("useStartTls", "true")));
    const Ended settled = m_cli.run({u"set"_s, both, outPath, u"useSsl=true"_s});
    COMPARE_STATUS(settled, 0);
    QVERIFY2(settled.out.contains("useStartTls: true → false (with useSsl)\n"), settled.out);
}

void EditTest::saysWhatIsReadOnly()
{
    const QString file = m_cli.write(u"a.bog"_s, stationWithOut("     <p n=\"flagged\" f=\"r\" t=\"b:Integer\" v=\"7\"/>\n"
                                                                "     <p n=\"free\" t=\"b:Integer\" v=\"7\"/>\n" +
                                                                test::value("untyped", "x")));
    const Ended shown = m_cli.run({u"show"_s, file, outPath, u"--json"_s});
    COMPARE_STATUS(shown, 0);
    QMap<QString, bool> readOnly;
    for (const QJsonValue& row : shown.object()["slots"_L1].toArray())
        readOnly[row["slot"_L1].toString()] = row["readOnly"_L1].toBool();
    for (const QString& slot : {u"flagged"_s, u"untyped"_s, u"status"_s}) {
        QVERIFY2(readOnly.value(slot), qPrintable(slot));
        COMPARE_STATUS(m_cli.run({u"set"_s, file, outPath, slot + u"=1"_s}), 2);
    }
    for (const QString& slot : {u"free"_s, u"port"_s}) {
        QVERIFY2(!readOnly.value(slot, true), qPrintable(slot));
        COMPARE_STATUS(m_cli.run({u"set"_s, file, outPath, slot + u"=8"_s}), 0);
    }
}

void EditTest::showsItsUsageInUtf8()
{
    const Ended ended = m_cli.run({u"set"_s});
    COMPARE_STATUS(ended, 2);
    QVERIFY2(ended.err.contains("SLOT=VALUE…"), ended.err);
    QVERIFY(m_cli.run({u"trust"_s, u"x"_s, u"allow"_s, u"--errors"_s}).err.contains("CODE,…"));
}

void EditTest::saysThatThePortWasKept()
{
    const QString file = m_cli.write(u"a.bog"_s, stationWithOut(test::value("port", "2525")));
    const Ended ended = m_cli.run({u"set"_s, file, outPath, u"useSsl=true"_s});
    COMPARE_STATUS(ended, 0);
    QVERIFY2(ended.out.contains("Port 2525 kept"), ended.out);
    QVERIFY(Cli::read(file).contains("v=\"2525\""));
}

void EditTest::changesNothingInADryRun()
{
    const QByteArray before = stationWithOut();
    const QString file = m_cli.write(u"dry.bog"_s, before);
    const Ended ended = m_cli.run({u"set"_s, file, outPath, u"useSsl=true"_s, u"--dry-run"_s});
    COMPARE_STATUS(ended, 0);
    QVERIFY(ended.out.contains("port: 25 → 465"));
    QCOMPARE(Cli::read(file), before);
    QVERIFY(!QFile::exists(file + u".bak"_s));
}

void EditTest::saysThatNothingChanges()
{
    const QString file = m_cli.write(u"b.bog"_s, stationWithOut());
    const Ended ended = m_cli.run({u"set"_s, file, outPath, u"useSsl=false"_s});
    COMPARE_STATUS(ended, 0);
    QVERIFY(!ended.out.isEmpty());
    QVERIFY(!QFile::exists(file + u".bak"_s));
}

void EditTest::addsAndRemoves()
{
    const QByteArray before = stationWithOut();
    const QString file = m_cli.write(u"a.bog"_s, before);
    const Ended added = m_cli.run({u"add"_s, file, u"/Services/EmailService"_s, u"email:OutgoingAccount"_s});
    COMPARE_STATUS(added, 0);
    QCOMPARE(added.out, "/Services/EmailService/OutgoingAccount\n"_ba);
    const Ended second = m_cli.run({u"add"_s, file, u"/Services/EmailService"_s, u"email:OutgoingAccount"_s, u"--json"_s});
    COMPARE_STATUS(second, 0);
    const QString secondPath = second.object()["path"_L1].toString();
    QVERIFY(secondPath.startsWith(u"/Services/EmailService/OutgoingAccount"_s));
    QVERIFY(secondPath != u"/Services/EmailService/OutgoingAccount"_s);

    COMPARE_STATUS(m_cli.run({u"remove"_s, file, secondPath}), 0);
    COMPARE_STATUS(m_cli.run({u"remove"_s, file, u"/Services/EmailService/OutgoingAccount"_s, u"--json"_s}), 0);
    QCOMPARE(Cli::read(file), before);

    // A type that nobody here knows is the station's to judge.
    const Ended unknown = m_cli.run({u"add"_s, file, u"/Drivers"_s, u"vendor:Gadget"_s});
    COMPARE_STATUS(unknown, 0);
    QVERIFY(unknown.err.contains("vendor:Gadget"));
    QVERIFY(Cli::read(file).contains("m=\"vendor=vendor\"") || Cli::read(file).contains("=vendor"));
}

void EditTest::takesANameAsPeopleWriteIt()
{
    const QString file = m_cli.write(u"a.bog"_s, stationWithOut());
    const QStringList add{u"add"_s, file, u"/Services/EmailService"_s, u"email:IncomingAccount"_s};
    QCOMPARE(m_cli.run(add + QStringList{u"Night Shift"_s}).out, "/Services/EmailService/Night$20Shift\n"_ba);
    COMPARE_STATUS(m_cli.run(add + QStringList{u"Night$20Shift"_s}), 2); // taken, written as the file has it
    COMPARE_STATUS(m_cli.run(add + QStringList{QString()}), 2);
}

/// Every station calls the module `baja` `b`, and so do people.
void EditTest::takesTheSymbolOfBaja()
{
    const QString file = m_cli.write(u"a.bog"_s, stationWithOut());
    const Ended added = m_cli.run({u"add"_s, file, u"/Drivers"_s, u"b:Folder"_s, u"--json"_s});
    COMPARE_STATUS(added, 0);
    QCOMPARE(added.object()["type"_L1].toString(), u"baja:Folder"_s);
    QCOMPARE(added.object()["notes"_L1].toArray().size(), 0);
    QVERIFY(Cli::read(file).contains("<p n='Folder1' h='b' t='b:Folder'/>"));
}

void EditTest::saysWhichValuesThereAre()
{
    const QString file =
        m_cli.write(u"a.bog"_s, stationWithOut("     <p n=\"level\" t=\"b:Integer\" v=\"7\" x=\"min=i:0|max=i:10\"/>\n"
                                               "     <p n=\"mode\" t=\"b:DynamicEnum\" v=\"1@{off=0,on=1}\"/>\n"));
    const auto said = [&](const QString& assignment) { return m_cli.run({u"set"_s, file, outPath, assignment}).err; };
    QCOMPARE(said(u"level=11"_s), "stationer-cli: Level cannot be 11. It can be 0 to 10.\n"_ba);
    QCOMPARE(said(u"mode=dim"_s), "stationer-cli: «dim» is no value for Mode. It can be: off, on.\n"_ba);
    QCOMPARE(said(u"Enabled=true"_s), "stationer-cli: There is no property «Enabled» here.\n"_ba);
}

void EditTest::namesOrphans()
{
    const QByteArray recipient =
        "   <p n='Alarms' h='20' t='email:EmailRecipient'>\n    <p n=\"emailAccount\" v=\"Out\"/>\n   </p>\n";
    const QString file = m_cli.write(u"a.bog"_s, test::smallStation(test::outgoing(), recipient));
    const QString other = m_cli.write(u"b.bog"_s, test::smallStation(test::outgoing(), recipient));
    const Ended text = m_cli.run({u"remove"_s, file, outPath});
    COMPARE_STATUS(text, 0);
    QVERIFY2(text.out.contains("/Services/Alarms"), text.out);
    const QJsonObject json = m_cli.run({u"remove"_s, other, u"/Services/EmailService"_s, u"--json"_s}).object();
    QCOMPARE(json["orphaned"_L1][0]["path"_L1].toString(), u"/Services/Alarms"_s);
    QCOMPARE(json["orphaned"_L1][0]["emailAccount"_L1].toString(), u"Out"_s);
}

void EditTest::namesLinksThatLedIn()
{
    const QByteArray link = "   <p n='Far' h='20' t='b:Folder'>\n    <p n=\"sourceOrd\" v=\"h:a\"/>\n"
                            "    <p n=\"way\" t=\"b:Ord\" v=\"station:|slot:/Services/EmailService/Out\"/>\n   </p>\n";
    const QString file = m_cli.write(u"a.bog"_s, test::smallStation(test::outgoing(), link));
    const QJsonObject json = m_cli.run({u"remove"_s, file, outPath, u"--json"_s}).object();
    QCOMPARE(json["orphaned"_L1].toArray().size(), 0);
    QMap<QString, QString> kinds;
    for (const QJsonValue& each : json["references"_L1].toArray())
        kinds[each["slot"_L1].toString()] = each["kind"_L1].toString();
    QCOMPARE(kinds, (QMap<QString, QString>{{u"sourceOrd"_s, u"handle"_s}, {u"way"_s, u"slotPath"_s}}));
}

/// All components that the path means, or none of them.
void EditTest::setsManyAtOnce()
{
    const QByteArray before = test::smallStation(test::outgoing() + test::account("Out2", "b", "OutgoingAccount") +
                                                 test::account("In", "c", "IncomingAccount"));
    const QString file = m_cli.write(u"a.bog"_s, before);
    const Ended refused = m_cli.run({u"set"_s, file, u"/Services/EmailService/*"_s, u"transport=smtp"_s, u"port=26"_s});
    COMPARE_STATUS(refused, 2);
    QVERIFY2(refused.err.contains("/Services/EmailService/In"), refused.err);
    QCOMPARE(Cli::read(file), before);
    for (const QString& nowhere : {u"/Services/EmailService/Nobody*"_s, u"*"_s, u"Services/*"_s})
        COMPARE_STATUS(m_cli.run({u"set"_s, file, nowhere, u"port=26"_s}), 2);

    const Ended text = m_cli.run({u"set"_s, file, u"/Serv*/*/Out*"_s, u"useSsl=true"_s});
    COMPARE_STATUS(text, 0);
    for (const QByteArray& line : {"/Services/EmailService/Out\n"_ba, "/Services/EmailService/Out2\n"_ba})
        QVERIFY2(text.out.contains(line), text.out);
    QVERIFY(!text.out.contains("/In"));
    QCOMPARE(Cli::read(file).count("v=\"465\"") + Cli::read(file).count("v='465'"), 2);

    const QJsonObject json =
        m_cli.run({u"set"_s, file, u"/Services/EmailService/Out*"_s, u"useSsl=false"_s, u"--json"_s}).object();
    QCOMPARE(json["components"_L1].toArray().size(), 2);
    QCOMPARE(json["components"_L1][1]["path"_L1].toString(), u"/Services/EmailService/Out2"_s);
    QCOMPARE(json["saved"_L1].toBool(), true);
}

void EditTest::showsWhatTwoStationsDifferIn()
{
    const QString one = m_cli.write(u"a.bog"_s, stationWithOut(test::value("port", "465")));
    const QString other = m_cli.write(u"b.bog"_s, stationWithOut(test::value("port", "587") + test::value("hostname", "x")));
    const Ended text = m_cli.run({u"diff"_s, one, other});
    COMPARE_STATUS(text, 0);
    QCOMPARE(text.out, "~ /Services/EmailService/Out/port: 465 → 587\n+ /Services/EmailService/Out/hostname = x\n"_ba);
    const QJsonObject json = m_cli.run({u"diff"_s, one, other, u"--json"_s}).object();
    QCOMPARE(json["identical"_L1].toBool(true), false);
    QCOMPARE(json["differences"_L1][0]["kind"_L1].toString(), u"value"_s);
    QCOMPARE(json["differences"_L1][0]["path"_L1].toString(), outPath);
    QCOMPARE(json["differences"_L1][0]["slot"_L1].toString(), u"port"_s);
    QCOMPARE(json["differences"_L1][0]["before"_L1].toString(), u"465"_s);
    QCOMPARE(json["differences"_L1][0]["after"_L1].toString(), u"587"_s);
    QCOMPARE(json["differences"_L1].toArray().size(), 2);
    COMPARE_STATUS(m_cli.run({u"diff"_s, one, one}), 0);
    COMPARE_STATUS(m_cli.run({u"diff"_s, one, m_cli.path(u"nothing.bog"_s)}), 4);
    COMPARE_STATUS(m_cli.run({u"diff"_s, one}), 2);
    COMPARE_STATUS(m_cli.run({u"diff"_s, one, other, u"--unified"_s, u"--json"_s}), 2);
}

void EditTest::showsHowTheXmlDiffers()
{
    const QByteArray secret = "     <p n=\"password\" t=\"b:Password\" v=\"[aes.1]=c2VjcmV0\"/>\n";
    const QString one = m_cli.write(u"a.bog"_s, stationWithOut(secret + test::value("port", "465")));
    const QString other = m_cli.write(u"b.bog"_s, stationWithOut(secret + test::value("port", "587")));
    const Ended text = m_cli.run({u"diff"_s, one, other, u"--unified"_s});
    COMPARE_STATUS(text, 0);
    QVERIFY2(text.out.contains("\n-     <p n=\"port\" v=\"465\"/>\n+     <p n=\"port\" v=\"587\"/>\n"), text.out);
    QVERIFY(!text.out.contains("c2VjcmV0"));
}

/// Nothing that a terminal obeys comes out, whatever the file holds.
void EditTest::escapesHostileText()
{
    // A control, a bidi mark, a tab, a tag, a variation selector, two noncharacters.
    const QByteArray hostile = "\xc2\x9b"
                               "31m\xe2\x80\xae&#x9;evil&#xe0041;&#xfe0f;&#xfdd0;&#x1fffe;";
    const QString file = m_cli.write(
        u"a.bog"_s, stationWithOut(test::value("hostname", hostile)).replace("n='Folder'", "n='" + hostile + "'"));
    const QList<QStringList> runs{{u"tree"_s, file},
                                  {u"tree"_s, file, u"--json"_s},
                                  {u"show"_s, file, outPath},
                                  {u"show"_s, file, outPath, u"--json"_s},
                                  {u"set"_s, file, outPath, u"hostname=x"_s, u"--dry-run"_s},
                                  {u"set"_s, file, outPath, u"hostname=x"_s, u"--dry-run"_s, u"--json"_s}};
    for (const QStringList& arguments : runs) {
        const Ended ended = m_cli.run(arguments);
        COMPARE_STATUS(ended, 0);
        for (const QByteArray& harm : {"\xc2\x9b"_ba, "\xe2\x80\xae"_ba, "\x1b"_ba, "\t"_ba, "\xf3\xa0\x81\x81"_ba,
                                       "\xef\xb8\x8f"_ba, "\xef\xb7\x90"_ba, "\xf0\x9f\xbf\xbe"_ba})
            QVERIFY2(!(ended.out + ended.err).contains(harm), arguments.join(u' ').toUtf8());
    }
    const QJsonObject drivers = m_cli.run({u"tree"_s, file, u"/Drivers"_s, u"--json"_s}).object();
    const Ended added = m_cli.run({u"add"_s, file, drivers["children"_L1][0]["path"_L1].toString(), u"x:T"_s});
    QVERIFY2((added.out + added.err).contains("evil<U+E0041>"), added.out + added.err);
    QVERIFY2(!(added.out + added.err).contains("\xe2\x80\xae"), added.out + added.err);
    // JSON carries it whole all the same.
    const QJsonObject json = m_cli.run({u"show"_s, file, outPath, u"--json"_s}).object();
    QCOMPARE(json["slots"_L1][0]["value"_L1].toString(), u"\u009b31m\u202e\tevil\U000e0041\ufe0f\ufdd0\U0001fffe"_s);
    // And what is typed on the command line is as little trusted.
    const Ended typed = m_cli.run({u"show"_s, file, u"/\u001b[31m"_s});
    COMPARE_STATUS(typed, 2);
    QVERIFY(!typed.err.contains('\x1b'));
}

void EditTest::writesAZipBack()
{
    const QString samples = qEnvironmentVariable("STATIONER_SAMPLES");
    if (samples.isEmpty())
        QSKIP("STATIONER_SAMPLES does not name the folder of real station files");
    const QString file = m_cli.write(u"zip.bog"_s, Cli::read(samples + u"/btib/station.bog"_s));
    COMPARE_STATUS(m_cli.run({u"set"_s, file, u"/Services/JobService"_s, u"nonsense=1"_s}), 2);
    COMPARE_STATUS(m_cli.run({u"add"_s, file, u"/Services"_s, u"email:EmailService"_s}), 0);
    QVERIFY(Cli::read(file).startsWith("PK"));
    COMPARE_STATUS(m_cli.run({u"tree"_s, file, u"/Services/EmailService"_s}), 0);
}

/// After `add` on the real station, `set` changes only the lines it must, and moves the port saying so.
void EditTest::changesOnlyItsLinesInARealStation()
{
    const QString samples = qEnvironmentVariable("STATIONER_SAMPLES");
    if (samples.isEmpty())
        QSKIP("STATIONER_SAMPLES does not name the folder of real station files");
    const QString file = m_cli.write(u"station.bog"_s, Cli::read(samples + u"/btib/station.bog"_s));
    const auto xml = [&] {
        const auto opened = Container::open(file);
        return opened ? opened.value().document.openedXml() : QByteArray();
    };
    const QByteArray original = xml();
    QVERIFY(!original.isEmpty());
    COMPARE_STATUS(m_cli.run({u"add"_s, file, u"/Services"_s, u"email:EmailService"_s}), 0);
    COMPARE_STATUS(m_cli.run({u"add"_s, file, u"/Services/EmailService"_s, u"email:OutgoingAccount"_s}), 0);
    const QByteArray added = xml();
    const Ended set = m_cli.run({u"set"_s, file, u"/Services/EmailService/OutgoingAccount"_s, u"useSsl=true"_s});
    COMPARE_STATUS(set, 0);
    QVERIFY(set.out.contains("port: 25 → 465 (with useSsl)"));
    const QByteArray after = xml();
    QCOMPARE(after.split('\n').size(), added.split('\n').size() + 3); // two values and an end tag
    QCOMPARE(changedLines(added, after).size(), 4);

    COMPARE_STATUS(m_cli.run({u"remove"_s, file, u"/Services/EmailService"_s}), 0);
    QCOMPARE(xml(), original);
}

STATIONER_TEST(EditTest)
#include "edit_test.moc"
