// The station's own trust stores in their dialog: given, looked at and removed; its host name; and what that means for the
// accounts.

#include "keyboardway.h"
#include "session/stationstores.h"
#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/javastores.h"
#include "trustdesktop.h"
#include "views/common/messagebar.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/secretprompt.h"
#include "views/trust/stationstoresdialog.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QTableView>

#include <openssl/pkcs12.h>
#include <openssl/x509.h>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

/// As OpenSSL seals it: locked, and with nothing in it that Java trusts.
QByteArray lockedStore(const TestCertificate& certificate)
{
    STACK_OF(X509)* const all = sk_X509_new_null();
    sk_X509_push(all, certificate.x509());
    PKCS12* const bundle = PKCS12_create("correct", nullptr, nullptr, nullptr, all, 0, 0, 100, 100, 0);
    sk_X509_free(all);
    unsigned char* bytes = nullptr;
    const int size = i2d_PKCS12(bundle, &bytes);
    const QByteArray written(reinterpret_cast<char*>(bytes), size);
    OPENSSL_free(bytes);
    PKCS12_free(bundle);
    return written;
}

} // namespace

class StationStoresTest : public QObject, TrustDesktop {
    Q_OBJECT

    TestCa m_acme{u"Acme Root CA"_s};
    TestCa m_bravo{u"Bravo Root CA"_s};

    StationStoresDialog* dialog() { return window().findChild<StationStoresDialog*>(u"stationStores"_s); }
    QTableView* table() { return in<QTableView>(*dialog(), u"givenStores"_s); }
    MessageBar* message() { return in<MessageBar>(*dialog(), u"storesMessage"_s); }
    const KnownStation& known() { return m_desktop->stationStores().known(); }
    QString cell(int row, const QString& header)
    {
        const QAbstractItemModel* model = table()->model();
        for (int column = 0; column < model->columnCount(); ++column)
            if (model->headerData(column, Qt::Horizontal).toString() == header)
                return model->index(row, column).data().toString();
        return u"no such column"_s;
    }
    QString file(const QString& name, const QByteArray& bytes)
    {
        write(bytes, path(name));
        return path(name);
    }
    QString jks(const QString& name, const TestCa& ca) { return file(name, JksMaker().trusted("root", ca.der()).bytes()); }
    void give(const QStringList& paths, int rows)
    {
        dialog()->give(paths);
        QTRY_COMPARE(table()->model()->rowCount(), rows);
    }

private slots:
    void init()
    {
        openDemo();
        window().findChild<QAction*>(u"toolsStationStores"_s)->trigger();
        QTRY_VERIFY(dialog() && dialog()->isVisible());
    }
    void cleanup() { closeDemo(); }

    void showsWhatAStoreHolds()
    {
        QVERIFY(!table()->isVisible()); // but what to do
        give({jks(u"cacerts.jks"_s, m_acme), file(u"more.txt"_s, m_bravo.pem())}, 2);
        QCOMPARE(cell(0, u"Store"_s), u"cacerts.jks"_s);
        QCOMPARE(cell(0, u"Kind"_s), u"JKS"_s);
        QCOMPARE(cell(0, u"Alias"_s), u"root"_s);
        QVERIFY(cell(0, u"Subject"_s).contains(u"Acme Root CA"));
        QVERIFY(cell(0, u"Issued By"_s).contains(u"Acme Root CA"));
        QCOMPARE(cell(0, u"SHA-256"_s), groupedFingerprint(m_acme.certificate().sha256()));
        for (const QString& date : {u"Not Before"_s, u"Not After"_s, u"Given"_s})
            QVERIFY(!cell(0, date).isEmpty());
        QCOMPARE(cell(1, u"Kind"_s), u"PEM"_s);
        QVERIFY2(message()->text().contains(u"cacerts.jks: JKS, trusts one certificate. Not verified"),
                 qPrintable(message()->text()));
        QVERIFY(QFile::exists(path(u"acme.security/station.json"_s)));
        QCOMPARE(known().stores.size(), 2);
        QCOMPARE(*known().roots(), (QList<QByteArray>{m_acme.der(), m_bravo.der()}));
        picture(*dialog(), u"stores"_s);

        in<QLineEdit>(*dialog(), u"trustFilter"_s)->setText(QString::fromLatin1(m_bravo.certificate().sha256().left(20)));
        QCOMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        click(*dialog(), u"viewGiven"_s);
        QTRY_VERIFY(dialog()->findChild<CertificateViewer*>());
    }

    void isGivenAnewUnderItsName()
    {
        give({jks(u"cacerts.jks"_s, m_acme)}, 1);
        dialog()->give({jks(u"cacerts.jks"_s, m_bravo)});
        QTRY_VERIFY(cell(0, u"Subject"_s).contains(u"Bravo"));
        QCOMPARE(known().stores.size(), 1);
    }

    void asksForThePassword()
    {
        dialog()->give({file(u"locked.p12"_s, lockedStore(m_acme.certificate())), jks(u"cacerts.jks"_s, m_bravo)});
        const auto enter = [this](const QString& secret) {
            const QPointer<SecretPrompt> prompt = dialog()->findChild<SecretPrompt*>();
            in<QLineEdit>(*prompt, u"secretFirst"_s)->setText(secret);
            click(*prompt, u"secretOk"_s);
            QTRY_VERIFY(!prompt);
        };
        QTRY_VERIFY(dialog()->findChild<SecretPrompt*>());
        enter(u"wrong"_s);
        QTRY_VERIFY(dialog()->findChild<SecretPrompt*>()); // and nothing was taken
        QVERIFY(known().stores.isEmpty());
        enter(u"correct"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 2); // the one that waited, too
        QCOMPARE(cell(1, u"Store"_s), u"locked.p12"_s);
        QCOMPARE(cell(1, u"Valid"_s), u"trusts no certificate"_s);
    }

    void goesOnWhereNoPasswordIsGiven()
    {
        dialog()->give({file(u"locked.p12"_s, lockedStore(m_acme.certificate())), jks(u"cacerts.jks"_s, m_bravo)});
        QTRY_VERIFY(dialog()->findChild<SecretPrompt*>());
        dialog()->findChild<SecretPrompt*>()->reject();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(known().stores.first().name, u"cacerts.jks"_s);
    }

    void saysWhatCannotBeRead()
    {
        dialog()->give({file(u"picture.jks"_s, "\x89PNG and more"), path(u"none.jks"_s), path(u"."_s)});
        QTRY_VERIFY(message()->isVisible());
        QTRY_VERIFY2(message()->text().contains(u"cannot be read"), qPrintable(message()->text()));
        QCOMPARE(message()->badge(), Badge::Fault);
        QVERIFY(known().stores.isEmpty());
    }

    void removesAndBringsBack()
    {
        give({jks(u"one.jks"_s, m_acme), jks(u"two.jks"_s, m_bravo)}, 2);
        table()->selectRow(1);
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(known().stores.first().name, u"one.jks"_s);
        QCOMPARE(message()->text(), u"two.jks was removed."_s);
        emit message()->actionClicked();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(!message()->isVisible());
    }

    void keepsTheHostName()
    {
        auto* name = in<QLineEdit>(*dialog(), u"stationHostName"_s);
        const SlotId out = at("/Services/EmailService/Out");
        QVERIFY(m_desktop->orders().subject(out).order.ehloName.isEmpty());
        name->setFocus();
        name->setText(u"jace.acme.example"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(known().hostName, u"jace.acme.example"_s);
        QCOMPARE(m_desktop->orders().subject(out).order.ehloName, "jace.acme.example");
        TestChoices chosen;
        chosen.ehloName = "other.example";
        m_desktop->orders().setChoices(out, chosen);
        QCOMPARE(m_desktop->orders().subject(out).order.ehloName, "other.example");
        QVERIFY(dialog()->isVisible()); // Return closes nothing

        name->setText(u"no host name"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(message()->text().contains(u"«no host name» was not taken"));
        QCOMPARE(known().hostName, u"jace.acme.example"_s);
        name->clear();
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(known().hostName.isEmpty());
    }

    void namesTheAccountsThatWouldFail()
    {
        auto* list = in<QListWidget>(*dialog(), u"failingAccounts"_s);
        auto* summary = in<QLabel>(*dialog(), u"failingSummary"_s);
        QVERIFY(!list->isVisible() && summary->text().contains(u"once they were tested"));
        click(u"testButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->challenge() && m_desktop->challenge()->isVisible(), 30000);
        m_desktop->challenge()->close();
        QTRY_VERIFY(summary->text().contains(u"not proven")); // whom it trusts is not known yet
        give({jks(u"cacerts.jks"_s, m_acme)}, 1);             // not the demo's
        QTRY_COMPARE(list->count(), 1);
        QVERIFY2(summary->text().contains(u"1 account would fail"), qPrintable(summary->text()));
        QVERIFY2(list->item(0)->text().startsWith(u"Out – "_s), qPrintable(list->item(0)->text()));
        picture(*dialog(), u"stores-failing"_s);
        window().showComponent(at("/Services"));
        emit list->itemActivated(list->item(0));
        QTRY_COMPARE(window().shown(), at("/Services/EmailService/Out"));
        const CertificateChain chain = m_desktop->lastTests().report(at("/Services/EmailService/Out"))->trust->sentChain();
        dialog()->give({file(u"demo.pem"_s, toPem(chain.last()))});
        QTRY_COMPARE(list->count(), 0);
        QVERIFY(!list->isVisible());
    }

    void goesWithItsStation()
    {
        give({jks(u"cacerts.jks"_s, m_acme)}, 1);
        write(smallStation({}), path(u"other.bog"_s));
        window().files().open(path(u"other.bog"_s));
        QTRY_COMPARE(station().path(), path(u"other.bog"_s));
        QVERIFY(!dialog() || !dialog()->isVisible());
        QVERIFY(known().stores.isEmpty());
    }

    void isWalkedByKeyboardAndNamed()
    {
        give({jks(u"cacerts.jks"_s, m_acme)}, 1);
        QVERIFY(showActive(*dialog()));
        checkWay(*dialog());
        for (const QString& name : {u"givenStores"_s, u"trustFilter"_s, u"stationHostName"_s, u"failingAccounts"_s,
                                    u"viewGiven"_s, u"addStore"_s, u"removeStore"_s})
            QVERIFY2(!in<QWidget>(*dialog(), name)->accessibleName().isEmpty(), qPrintable(name));
    }
};

STATIONER_TEST(StationStoresTest)
#include "stationstores_test.moc"
