#include "catalogue/references.h"
#include "support/opened.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray sample(const QByteArray& name)
{
    return smallStation(account(name, "a", "OutgoingAccount") +
                            account("One", "c", "EmailRecipient", value("emailAccount", name)) +
                            account("Other", "d", "EmailRecipient", value("emailAccount", "Elsewhere")),
                        "   <p n='Far' h='e' m='x=other' t='x:Anything'>\n" + value("emailAccount", name) + "   </p>\n");
}

} // namespace

class ReferencesTest : public QObject {
    Q_OBJECT
private slots:
    void findsThemAnywhere();
    void renamesThemInOneEdit();
    void refusesATakenName();
};

void ReferencesTest::findsThemAnywhere()
{
    const Document document = opened(sample("Out"));
    const References references(document);
    QStringList paths;
    for (const Reference& each : references.to(document.find(u"/Services/EmailService/Out")))
        paths += document.path(each.slot);
    QCOMPARE(paths, (QStringList{u"/Services/EmailService/One/emailAccount"_s, u"/Services/Far/emailAccount"_s}));
    QVERIFY(references.to(document.find(u"/Services/EmailService/Other")).isEmpty());
}

void ReferencesTest::renamesThemInOneEdit()
{
    Document document = opened(sample("Out"));
    const References references(document);
    const SlotId account = document.find(u"/Services/EmailService/Out");
    const Result<Edit, EditFault> edit = references.renamed(account, u"Mailer"_s, references.to(account));
    QVERIFY(edit);
    QCOMPARE(document.xml(), sample("Out"));
    document.apply(edit.value());
    QCOMPARE(document.xml(), sample("Mailer"));
    document.revert(edit.value());
    QCOMPARE(document.xml(), sample("Out"));
}

void ReferencesTest::refusesATakenName()
{
    const Document document = opened(sample("Out"));
    const References references(document);
    const SlotId account = document.find(u"/Services/EmailService/Out");
    const Result<Edit, EditFault> edit = references.renamed(account, u"One"_s, references.to(account));
    QVERIFY(!edit);
    QCOMPARE(edit.error(), EditFault::NameTaken);
    QCOMPARE(document.xml(), sample("Out"));
}

STATIONER_TEST(ReferencesTest)
#include "references_test.moc"
