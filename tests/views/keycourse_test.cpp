// Signing in with a key of one's own in the window: from the store, by the options of a test, and by the answer of a CA.

#include "support/certificates.h"
#include "support/mailservers.h"
#include "support/stationertest.h"
#include "trustdesktop.h"
#include "views/common/messagebar.h"
#include "views/connection/testpanel.h"
#include "views/trust/secretprompt.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class KeyCourseTest : public QObject, TrustDesktop {
    Q_OBJECT

private slots:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void signsInWithAKeyOfTheStore()
    {
        QVERIFY(!m_desktop->keys().open(m_folder->filePath(u"keys"_s)));
        manager().show();
        manager().showTab(CertificateManager::Tab::UserKeyStore);
        click(manager(), u"newKey"_s);
        auto* dialog = in<QDialog>(manager(), u"newKeyDialog"_s);
        in<QLineEdit>(*dialog, u"newKeyName"_s)->setText(u"alarms"_s);
        click(*dialog, u"makeKey"_s);
        QCOMPARE(m_desktop->keys().keys().size(), 1);
        in<QTableView>(manager(), u"userKeyStore"_s)->selectRow(0);
        click(manager(), u"useKey"_s);
        QTRY_VERIFY(window().testPanel().choices().clientIdentity);
        QCOMPARE(window().testPanel().choices().clientIdentity->chain.first().subjectDisplayName(), u"alarms"_s);
        QTRY_VERIFY(in<MessageBar>(manager(), u"trustMessage"_s)->text().contains(u"Out"_s));
    }

    void theTestOptionsOfferTheKeysOfTheStore()
    {
        UserKeyStore& keys = m_desktop->keys();
        QVERIFY(!keys.open(m_folder->filePath(u"keys"_s)));
        NewCertificate wanted;
        wanted.commonName = u"alarms"_s;
        QVERIFY(bool(keys.generate(wanted, Secret(u"open sesame"_s))));
        click(window(), u"testOptions"_s);
        auto* options = in<QDialog>(window(), u"testChoicesDialog"_s);
        QVERIFY(options);
        auto* store = in<QPushButton>(*options, u"chooseOwnCertificate"_s);
        QVERIFY(store->isEnabled());
        QCOMPARE(store->menu()->actions().size(), 1);
        QVERIFY(store->menu()->actions()[0]->text().startsWith(u"alarms, until "));
        picture(*options, u"12-options"_s);
        store->menu()->actions()[0]->trigger();
        const auto enter = [&](const QString& secret) {
            const auto prompt = [&]() -> SecretPrompt* {
                for (auto* each : options->findChildren<SecretPrompt*>())
                    if (each->isVisible())
                        return each;
                return nullptr;
            };
            QTRY_VERIFY(prompt());
            SecretPrompt* asked = prompt();
            in<QLineEdit>(*asked, u"secretFirst"_s)->setText(secret);
            in<QPushButton>(*asked, u"secretOk"_s)->click();
        };
        enter(u"wrong"_s); // and asked again
        enter(u"open sesame"_s);
        auto* state = in<QLabel>(*options, u"clientCertificateState"_s);
        QTRY_VERIFY(state->text().startsWith(u"alarms, valid until "));
        click(*options, u"keepChoices"_s);
        QTRY_VERIFY(window().testPanel().choices().clientIdentity);
        // What was typed is known from now on.
        click(window(), u"testOptions"_s);
        QTRY_VERIFY(in<QDialog>(window(), u"testChoicesDialog"_s) &&
                    in<QDialog>(window(), u"testChoicesDialog"_s) != options);
        options = in<QDialog>(window(), u"testChoicesDialog"_s);
        click(*options, u"removeClientCertificate"_s);
        in<QPushButton>(*options, u"chooseOwnCertificate"_s)->menu()->actions()[0]->trigger();
        state = in<QLabel>(*options, u"clientCertificateState"_s);
        QTRY_VERIFY(state->text().startsWith(u"alarms, valid until "));
        QVERIFY(options->findChildren<SecretPrompt*>().isEmpty());
        options->close();
    }

    /// The whole way: a key made here, a request, the answer of the CA that Dovecot asks, and signing in with it.
    void signsInAtARealServerByTheAnswerOfItsCa()
    {
        const testing::MailServers servers = testing::MailServers::running();
        if (servers.host.isEmpty())
            QFAIL("no servers");
        UserKeyStore& keys = m_desktop->keys();
        QVERIFY(!keys.open(m_folder->filePath(u"keys"_s)));
        QVERIFY(!m_desktop->roots().import(*certificateFacts(QSslCertificate(servers.caPem()).toDer()), u"servers"_s));
        const SlotId in0 = m_desktop->station().document().find(u"/Services/EmailService/In");
        QVERIFY(in0 != SlotId::None);
        QVERIFY(
            !m_desktop->station().change(in0, {{u"hostname"_s, servers.host},
                                               {u"store"_s, u"imap"_s},
                                               {u"useSsl"_s, u"true"_s},
                                               {u"port"_s, QString::number(servers.port(Protocol::Imap, SecurityMode::Ssl))},
                                               {u"account"_s, servers.user}}));
        window().showComponent(in0);
        manager().show();
        manager().showTab(CertificateManager::Tab::UserKeyStore);
        click(manager(), u"newKey"_s);
        auto* dialog = in<QDialog>(manager(), u"newKeyDialog"_s);
        in<QLineEdit>(*dialog, u"newKeyName"_s)->setText(servers.user);
        click(*dialog, u"makeKey"_s);
        QTableView* table = in<QTableView>(manager(), u"userKeyStore"_s);
        const auto choose = [&](const QString& path) {
            QTRY_VERIFY(manager().findChild<QFileDialog*>());
            auto* files = manager().findChild<QFileDialog*>();
            emit files->fileSelected(path);
            delete files;
        };
        const QString request = m_folder->filePath(u"request.csr"_s);
        table->selectRow(0);
        click(manager(), u"requestCertificate"_s);
        choose(request);
        QFile csr(request);
        QTRY_VERIFY(csr.exists());
        QVERIFY(csr.open(QIODevice::ReadOnly));
        const testing::TestCa ca(servers.held(u"client-ca.pem"_s), servers.held(u"client-ca.private"_s));
        QFile answer(m_folder->filePath(u"answer.pem"_s));
        QVERIFY(answer.open(QIODevice::WriteOnly));
        answer.write(ca.answer(csr.readAll()));
        answer.close();
        table->selectRow(0);
        click(manager(), u"takeAnswer"_s);
        choose(answer.fileName());
        QTRY_COMPARE(keys.keys()[0].certificate.issuerName, u"Client ca"_s);
        table->selectRow(0);
        click(manager(), u"useKey"_s);
        QTRY_VERIFY(window().testPanel().choices().clientIdentity);
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(window(), u"testButton"_s);
        QVERIFY(!finished.isEmpty() || finished.wait(30000));
        const auto report = finished.last()[1].value<Report>();
        QCOMPARE(nameOf(report.outcome), nameOf(Outcome::Succeeded));
        QCOMPARE(report.learnt.mechanism, "EXTERNAL"_ba);
    }
};

STATIONER_TEST(KeyCourseTest)
#include "keycourse_test.moc"
