// The search that other tests trust: it finds a secret in each way of writing, whole and in part, and nothing where there is
// none. What it searches here was written by another program.

#include "support/secretsearch.h"
#include "support/stationertest.h"

using namespace stationer::testing;

class SecretSearchTest : public QObject {
    Q_OBJECT

    static SecretSearch search()
    {
        SecretSearch search;
        search.add("password", awkwardPassword);
        return search;
    }

private slots:
    void findsEachWayOfWriting_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("UTF-8") << QByteArray("p\xc3\xa4$s \"w=rd\\ <&>%+/\xc3\xa9~Kx7");
        QTest::newRow("Latin-1") << QByteArray("p\xe4$s \"w=rd\\ <&>%+/\xe9~Kx7");
        QTest::newRow("UTF-16LE") << QByteArray("<\0&\0>\0%\0+\0/\0\xe9\0~\0", 16);
        QTest::newRow("UTF-16BE") << QByteArray("\0<\0&\0>\0%\0+\0/\0\xe9\0~", 16);
        QTest::newRow("NUL made visible") << QByteArray("<\xe2\x90\x80&\xe2\x90\x80>%+/\xc3\xa9~Kx7");
        QTest::newRow("capitals") << QByteArray("P\xc3\xa4$S \"W=RD\\ ");
        QTest::newRow("base64") << QByteArray("cMOkJHMgInc9cmRcIDwmPiUrL8Opfkt4Nw==");
        QTest::newRow("in PLAIN") << QByteArray("AGJvYgBww6QkcyAidz1yZFwgPCY+JSsvw6l+S3g3");
        QTest::newRow("in PLAIN, after one more") << QByteArray("AGJvAHDDpCRzICJ3PXJkXCA8Jj4lKy/DqX5LeDc=");
        QTest::newRow("in PLAIN, after two more") << QByteArray("AGIAcMOkJHMgInc9cmRcIDwmPiUrL8Opfkt4Nw==");
        QTest::newRow("base64 for URLs") << QByteArray("AGJvAHDDpCRzICJ3PXJkXCA8Jj4lKy_DqX5LeDc");
        QTest::newRow("base64 over lines") << QByteArray("AGJvYgBww6\r\n QkcyAidz\r\n 1yZFwgPCY\r\n +JSs");
        QTest::newRow("base64 over bare line feeds") << QByteArray("cMOkJHMgI\nnc9cmR\ncIDwmPi");
        QTest::newRow("percent") << QByteArray("p%C3%A4%24s%20%22w%3Drd");
        QTest::newRow("percent in a form") << QByteArray("p%c3%a4%24s+%22w%3drd%5c+%3c");
        QTest::newRow("percent, every byte") << QByteArray("%70%c3%a4%24%73%20%22%77%3D");
        QTest::newRow("hex") << QByteArray("70c3a424732022773d72645c");
        QTest::newRow("hex in capitals") << QByteArray("203C263E252B2FC3A97E4B7837");
        QTest::newRow("hex with blanks") << QByteArray("20 3c 26 3e 25 2b 2f c3 a9 7e 4b");
        QTest::newRow("hex with colons") << QByteArray("20:3C:26:3E:25:2B:2F:C3:A9:7E:4B");
        QTest::newRow("quoted-printable") << QByteArray("p=C3=A4$s \"w=3Drd\\ <");
        QTest::newRow("with soft line breaks") << QByteArray("p=C3=\r\n=A4$s =\r\n\"w=3D=\nrd\\ <");
        QTest::newRow("quoted-printable, every byte") << QByteArray("=70=C3=A4=24=73=20=22=77=3D");
        QTest::newRow("HTML") << QByteArray("p\xc3\xa4$s &quot;w=rd\\ &lt;&amp;&gt;");
        QTest::newRow("HTML with names") << QByteArray("p&auml;$s &quot;w=rd");
        QTest::newRow("HTML in decimals") << QByteArray("&#112;&#228;&#36;&#115;&#32;&#34;&#119;&#61;&#114;");
        QTest::newRow("HTML in hex") << QByteArray("&#x70;&#xE4;&#x24;&#x73;&#x20;&#x22;&#x77;&#x3d;&#x72;");
        QTest::newRow("HTML twice") << QByteArray("p&amp;auml;$s &amp;quot;w=rd");
        QTest::newRow("JSON") << QByteArray("p\\u00e4$s \\\"w=rd\\\\ <&>%");
        QTest::newRow("JSON, every character")
            << QByteArray("\\u0070\\u00E4\\u0024\\u0073\\u0020\\u0022\\u0077\\u003d\\u0072");
        QTest::newRow("quoted string") << QByteArray("p\xc3\xa4$s \\\"w=rd\\\\ <&");
        QTest::newRow("quoted string in JSON") << QByteArray("p\xc3\xa4$s \\\\\\\"w=rd\\\\\\\\ <&");
        QTest::newRow("backslash, every byte") << QByteArray("\\x70\\xc3\\xa4\\x24\\x73\\x20\\x22\\x77\\x3d");
    }
    void findsEachWayOfWriting()
    {
        QFETCH(QByteArray, written);
        const QByteArray found = search().foundIn("535 what is " + written + "?\r\n");
        QVERIFY(found.startsWith("password ("));
    }

    void findsNothingElse()
    {
        const QByteArray others(
            "535 5.7.8 no p\xc3\xa4$s\r\nS: AUTH PLAIN ********\r\n\"w=rd\" <&>%+/ cMOkJHMg 70c3a42473202277");
        QCOMPARE(search().foundIn(others), QByteArray());
    }
};

STATIONER_TEST(SecretSearchTest)
#include "secretsearch_test.moc"
