// The Certificate Manager without a station: its four tables, what import answers, and keys of one's own.

#include "certificatedesk.h"
#include "items/roles.h"
#include "items/userkeystoremodel.h"
#include "support/stationertest.h"
#include "views/common/messagebar.h"
#include "views/common/noteline.h"
#include "views/trust/importdialog.h"
#include "views/trust/newkeydialog.h"
#include "views/trust/secretprompt.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class CertificateManagerTest : public QObject, CertificateDesk {
    Q_OBJECT

    template <class Widget>
    Widget* in(const QString& name)
    {
        return m_manager->findChild<Widget*>(name);
    }
    QTableView* table(const QString& name) { return in<QTableView>(name); }
    void click(const QString& name)
    {
        QPushButton* found = nullptr;
        for (QPushButton* button : m_manager->findChildren<QPushButton*>(name))
            if (button->isVisible())
                found = button;
        QVERIFY2(found && found->isEnabled(), qPrintable(name));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    AllowedHost hostRow(const QString& host, const TestCertificate& leaf, Approval approval)
    {
        AllowedHost row;
        row.host = {host, 465};
        row.approval = approval;
        row.sha256 = leaf.sha256();
        row.errors = {TrustError::UnknownRoot};
        row.created = QDateTime::currentDateTimeUtc();
        row.chain = {leaf.der(), m_ca.der()};
        return row;
    }
    QStringList notesOf(const QByteArray& bytes)
    {
        manager().importBytes(bytes);
        auto* dialog = in<ImportDialog>(u"importDialog"_s);
        QStringList notes;
        for (const QWidget* note : dialog->findChildren<QWidget*>(u"importNote"_s))
            notes += note->accessibleName();
        return notes;
    }
    QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString put(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    /// Answers the file dialog that is about to open.
    void choose(const QString& path)
    {
        QTRY_VERIFY(m_manager->findChild<QFileDialog*>());
        auto* dialog = m_manager->findChild<QFileDialog*>();
        emit dialog->fileSelected(path);
        delete dialog;
    }
    /// Answers the question for a secret that is about to open.
    void enter(const QString& secret)
    {
        const auto open = [this]() -> SecretPrompt* {
            for (auto* each : m_manager->findChildren<SecretPrompt*>())
                if (each->isVisible())
                    return each;
            return nullptr;
        };
        QTRY_VERIFY(open());
        SecretPrompt* prompt = open();
        for (auto* line : prompt->findChildren<QLineEdit*>())
            line->setText(secret);
        prompt->findChild<QPushButton*>(u"secretOk"_s)->click();
    }
    void closeImport()
    {
        if (auto* dialog = in<ImportDialog>(u"importDialog"_s)) {
            dialog->reject();
            QTRY_VERIFY(!in<ImportDialog>(u"importDialog"_s));
        }
    }

private slots:
    void init() { openManager(); }
    void cleanup() { closeManager(); }

    void showsEachStoreInItsColumns()
    {
        auto* tabs = in<QTabWidget>(u"trustTabs"_s);
        QCOMPARE(tabs->count(), 4);
        QStringList titles;
        for (int i = 0; i < tabs->count(); ++i)
            titles += tabs->tabText(i).remove(u'&');
        QCOMPARE(titles,
                 (QStringList{u"User Key Store"_s, u"System Trust Store"_s, u"User Trust Store"_s, u"Allowed Hosts"_s}));
        const auto headers = [&](const QString& name) {
            QStringList texts;
            const QAbstractItemModel* model = table(name)->model();
            for (int i = 0; i < model->columnCount(); ++i)
                texts += model->headerData(i, Qt::Horizontal).toString();
            return texts;
        };
        const QStringList certificates{u"Alias"_s,     u"Subject"_s,       u"Issued By"_s, u"Not Before"_s,
                                       u"Not After"_s, u"Key Algorithm"_s, u"Key Size"_s,  u"Signature Algorithm"_s,
                                       u"Valid"_s};
        for (const char* name : {"userKeyStore", "systemTrustStore", "userTrustStore"})
            QCOMPARE(headers(QLatin1StringView(name)), certificates);
        QCOMPARE(headers(u"allowedHosts"_s), (QStringList{u"Host"_s, u"Port"_s, u"Approval"_s, u"Subject"_s, u"Issued By"_s,
                                                          u"Created"_s, u"Last Used"_s, u"Expires"_s, u"Used By"_s,
                                                          u"Note"_s, u"Not Before"_s, u"Not After"_s, u"Reasons"_s}));
        // The system's roots are read when they are looked at.
        QCOMPARE(table(u"systemTrustStore"_s)->model()->rowCount(), 0);
        manager().showTab(CertificateManager::Tab::SystemTrustStore);
        QTRY_COMPARE(table(u"systemTrustStore"_s)->model()->rowCount(), int(systemRoots().size()));
        if (table(u"systemTrustStore"_s)->model()->rowCount() > 0)
            table(u"systemTrustStore"_s)->selectRow(0);
        picture(manager(), u"1-system"_s);
    }

    void filtersSortsAndActsOnMany()
    {
        const TestCertificate leaf = m_ca.issueFor(u"mail.example"_s);
        for (const char* name : {"b.example", "a.example", "c.example", "d.test"})
            QVERIFY(!m_hosts.approve(hostRow(QLatin1StringView(name), leaf, Approval::Approved)));
        QVERIFY(!m_hosts.reject(hostRow(u"evil.test"_s, leaf, Approval::Rejected)));
        QVERIFY(!m_hosts.noteUnanswered(hostRow(u"later.test"_s, leaf, Approval::Unanswered)));
        manager().showTab(CertificateManager::Tab::AllowedHosts);
        QTableView* hosts = table(u"allowedHosts"_s);
        QCOMPARE(hosts->model()->index(0, 0).data().toString(), u"a.example"_s);
        picture(manager(), u"2-hosts"_s);
        manager().showHosts(u".EXAMPLE:465 approved"_s);
        QCOMPARE(hosts->model()->rowCount(), 3);
        hosts->selectAll();
        click(u"deleteHost"_s);
        QCOMPARE(m_hosts.rows().size(), 3);
        QVERIFY(m_hosts.find({u"d.test"_s, 465}));
        m_edits->stack()->undo();
        QCOMPARE(m_hosts.rows().size(), 6);
        manager().showHosts({});
        QCOMPARE(hosts->model()->rowCount(), 6);
        hosts->selectAll();
        click(u"approveHost"_s);
        QVERIFY(std::ranges::all_of(m_hosts.rows(), [](auto& row) { return row.approval == Approval::Approved; }));
        m_edits->stack()->undo();
        QCOMPARE(m_hosts.find({u"evil.test"_s, 465})->approval, Approval::Rejected);
    }

    void theBannerRemovesOnlyWhatIsStillUnneeded()
    {
        QVERIFY(!m_hosts.approve(hostRow(u"a.test"_s, m_ca.issueFor(u"a.test"_s), Approval::Approved)));
        QVERIFY(!m_roots.import(*certificateSketch(m_ca.der())));
        manager().showTab(CertificateManager::Tab::AllowedHosts);
        auto* banner = in<MessageBar>(u"unneededBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!m_roots.remove(m_roots.roots().first().alias)); // the row is needed again, and the banner not yet gone
        QVERIFY(banner->isVisible());
        emit banner->actionClicked();
        QTRY_VERIFY(!banner->isVisible());
        QCOMPARE(m_hosts.rows().size(), 1);

        QVERIFY(!m_roots.import(*certificateSketch(m_ca.der())));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!m_hosts.setNote({u"a.test"_s, 465}, u"boiler"_s)); // looked at anew, to the same end
        emit banner->actionClicked();
        QTRY_VERIFY(m_hosts.rows().isEmpty());
    }

    void anOpenManagerDoesNotSearchTwice()
    {
        manager().showTab(CertificateManager::Tab::AllowedHosts);
        QSignalSpy window(m_unneeded.get(), &UnneededHosts::found); // whoever else shows them
        QVERIFY(!m_hosts.approve(hostRow(u"a.test"_s, m_ca.issueFor(u"a.test"_s), Approval::Approved)));
        QTRY_COMPARE(window.size(), 1);
        m_searches = 0;
        QVERIFY(!m_roots.import(*certificateSketch(m_ca.der())));
        auto* banner = in<MessageBar>(u"unneededBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        QTest::qWait(50);
        QCOMPARE(window.size(), 2);
        QCOMPARE(m_searches, 1);
    }

    void answersForTheWrongThing()
    {
        const auto says = [&](const QByteArray& bytes, const QString& what) {
            const QStringList notes = notesOf(bytes);
            const bool isSaid = notes.join(u' ').contains(what);
            if (!isSaid)
                qWarning() << notes;
            auto* import = in<QPushButton>(u"confirmImport"_s);
            const bool isRefused = !import->isVisible();
            closeImport();
            return isSaid && isRefused;
        };
        QVERIFY(says({}, u"nothing in it"_s));
        QVERIFY(says("-----BEGIN CERTIFICATE-----\ngarbage\n-----END CERTIFICATE-----\n", u"damaged"_s));
        QVERIFY(says(m_ca.certificate().keyPem(), u"private key"_s));
        QVERIFY(says(m_ca.certificate().requestPem(), u"certificate request"_s));
        QVERIFY(says(m_ca.issueFor(u"mail.example"_s).pem(), u"exemption instead"_s));
        QVERIFY(says(selfSignedFor(u"mail.example"_s).pem(), u"exemption instead"_s));
        QVERIFY(says(m_ca.issueCa(u"Acme Issuing"_s).pem(), u"intermediate CA"_s));
        CertificateOptions old;
        old.commonName = u"Old Root"_s;
        old.isCa = true;
        old.notBefore = QDateTime::currentDateTimeUtc().addYears(-3);
        old.notAfter = QDateTime::currentDateTimeUtc().addYears(-1);
        QVERIFY(says(TestCa(old).pem(), u"ran out"_s));
        m_edits->import({{u"acme"_s, *certificateFacts(m_ca.der())}});
        QVERIFY(says(m_ca.pem(), u"already"_s));
    }

    void importsManyUnderTheirAliases()
    {
        const TestCa second(u"Other Root CA"_s);
        manager().importBytes(m_ca.pem() + second.pem() + m_ca.certificate().keyPem());
        auto* dialog = in<ImportDialog>(u"importDialog"_s);
        const auto aliases = dialog->findChildren<QLineEdit*>(u"importAlias"_s);
        QCOMPARE(aliases.size(), 2);
        aliases[0]->setText(u"first one"_s);
        dialog->findChildren<QCheckBox*>(u"importThis"_s)[1]->setChecked(false);
        auto* import = dialog->findChild<QPushButton*>(u"confirmImport"_s);
        QVERIFY(!import->isEnabled());
        dialog->findChild<QCheckBox*>(u"compared"_s)->setChecked(true);
        QVERIFY(import->isEnabled());
        picture(*dialog, u"3-import"_s);
        import->click();
        QCOMPARE(m_roots.roots().size(), 1);
        QVERIFY(m_roots.find(u"first one"_s));
        QVERIFY(!table(u"userTrustStore"_s)->model()->index(0, 0).data().toString().isEmpty());
        picture(manager(), u"4-user"_s);
        m_edits->stack()->undo();
        QVERIFY(m_roots.roots().isEmpty());
    }

    void pastesAndDrops()
    {
        manager().showTab(CertificateManager::Tab::UserTrustStore);
        QGuiApplication::clipboard()->setText(QString::fromLatin1(m_ca.pem()));
        click(u"pasteRoot"_s);
        QVERIFY(in<ImportDialog>(u"importDialog"_s));
        closeImport();
        QFile file(m_folder->filePath(u"root.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_ca.pem());
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&manager(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&manager(), &drop);
        auto* dialog = in<ImportDialog>(u"importDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->findChildren<QLineEdit*>(u"importAlias"_s).size(), 1);
        closeImport();
    }

    void unlocksPkcs12()
    {
        NewCertificate wanted;
        wanted.commonName = u"alarms"_s;
        const Secret passphrase = UserKeyStore::randomPassphrase();
        const auto alias = m_keys.generate(wanted, passphrase);
        QVERIFY(bool(alias));
        const auto bundle = m_keys.exportPkcs12(alias.value(), passphrase, Secret(u"open sesame"_s));
        QVERIFY(bool(bundle));
        manager().importBytes(bundle.value());
        auto* dialog = in<ImportDialog>(u"importDialog"_s);
        auto unlock = [&](const QString& password) {
            dialog->findChild<QLineEdit*>(u"importPassword"_s)->setText(password);
            dialog->findChild<QPushButton*>(u"unlockImport"_s)->click();
            QCoreApplication::sendPostedEvents();
        };
        unlock(u"wrong"_s);
        QTRY_VERIFY(dialog->findChild<QWidget*>(u"importNote"_s));
        QVERIFY(dialog->findChild<QWidget*>(u"importNote"_s)->accessibleName().contains(u"does not open"_s));
        unlock(u"open sesame"_s);
        QTRY_VERIFY(!dialog->findChild<QLineEdit*>(u"importPassword"_s));
        QVERIFY(dialog->findChild<QWidget*>(u"importNote"_s)->accessibleName().contains(u"alarms"_s));
        closeImport();
    }

    void makesAndDeletesKeys()
    {
        manager().showTab(CertificateManager::Tab::UserKeyStore);
        click(u"newKey"_s);
        auto* dialog = in<NewKeyDialog>(u"newKeyDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QPushButton*>(u"makeKey"_s)->click();
        QVERIFY(dialog->isVisible()); // nothing to be called by
        auto* note = dialog->findChild<NoteLine*>();
        QVERIFY(!note->isEmpty());
        dialog->findChild<QLineEdit*>(u"newKeyName"_s)->setText(u"alarms@acme.example"_s);
        QVERIFY(note->isEmpty());
        picture(*dialog, u"5-new-key"_s);
        dialog->findChild<QPushButton*>(u"makeKey"_s)->click();
        QCOMPARE(m_keys.keys().size(), 1);
        QTRY_VERIFY(in<MessageBar>(u"trustMessage"_s)->isVisible()); // no key ring here: it says so
        QTableView* keys = table(u"userKeyStore"_s);
        QCOMPARE(Badge(keys->model()->index(0, 0).data(int(TrustRole::Badge)).toInt()), Badge::Warning);
        QCOMPARE(keys->model()->index(0, 8).data().toString(), u"self-signed"_s);
        picture(manager(), u"6-keys"_s);
        keys->selectRow(0);
        const QByteArray before = m_keys.identityPem(m_keys.keys()[0].alias).value();
        click(u"deleteKey"_s);
        QVERIFY(m_keys.keys().isEmpty());
        m_edits->stack()->undo();
        QCOMPARE(m_keys.keys().size(), 1);
        QCOMPARE(m_keys.identityPem(m_keys.keys()[0].alias).value(), before);
    }

    void aKeyGoesRoundByRequestAnswerExportAndImport()
    {
        manager().showTab(CertificateManager::Tab::UserKeyStore);
        click(u"newKey"_s);
        auto* dialog = in<NewKeyDialog>(u"newKeyDialog"_s);
        dialog->findChild<QLineEdit*>(u"newKeyName"_s)->setText(u"alarms"_s);
        dialog->findChild<QPushButton*>(u"makeKey"_s)->click();
        QTableView* keys = table(u"userKeyStore"_s);
        const auto cell = [&](CertificatesModel::Column column) {
            return keys->model()->index(0, column).data().toString();
        };
        QCOMPARE(cell(CertificatesModel::ValidColumn), u"self-signed"_s);

        // The request goes to the CA, and its answer takes the place of the self-signed certificate.
        const QString request = m_folder->filePath(u"alarms.csr"_s);
        keys->selectRow(0);
        click(u"requestCertificate"_s);
        choose(request);
        QTRY_VERIFY(QFile::exists(request));
        QCOMPARE(QFile::permissions(request) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QString answer = put(u"answer.pem"_s, m_ca.answer(read(request)));
        keys->selectRow(0);
        click(u"takeAnswer"_s);
        choose(answer);
        QTRY_COMPARE(cell(CertificatesModel::IssuedByColumn), u"Acme Root CA"_s);
        QCOMPARE(cell(CertificatesModel::ValidColumn), u"valid"_s);
        QCOMPARE(cell(CertificatesModel::SubjectColumn), u"CN=alarms"_s);
        const QByteArray answered = m_keys.keys()[0].certificate.sha256;

        const QString bundle = m_folder->filePath(u"alarms.p12"_s);
        keys->selectRow(0);
        click(u"exportKey"_s);
        enter(u"open sesame"_s);
        choose(bundle);
        QTRY_VERIFY(QFile::exists(bundle));
        QVERIFY(!read(bundle).contains("PRIVATE KEY"));

        keys->selectRow(0);
        click(u"deleteKey"_s);
        QVERIFY(m_keys.keys().isEmpty());
        click(u"importKey"_s);
        choose(bundle);
        enter(u"wrong"_s); // and asked again
        enter(u"open sesame"_s);
        QTRY_COMPARE(m_keys.keys().size(), 1);
        QCOMPARE(m_keys.keys()[0].certificate.sha256, answered);
        QCOMPARE(cell(CertificatesModel::IssuedByColumn), u"Acme Root CA"_s);
        const QString alias = m_keys.keys()[0].alias;
        QCOMPARE(m_edits->stack()->undoText(), u"Import key %1"_s.arg(alias));
        QCOMPARE(in<QLabel>(u"trustLastStep"_s)->text(), u"Last step: Import key %1"_s.arg(alias));
        m_edits->stack()->undo();
        QVERIFY(m_keys.keys().isEmpty());
        m_edits->stack()->undo(); // the deletion
        QCOMPARE(m_keys.keys()[0].certificate.sha256, answered);
        m_edits->stack()->undo(); // the answer
        QCOMPARE(cell(CertificatesModel::ValidColumn), u"self-signed"_s);
    }

    void saysWhatCannotBeWritten()
    {
        manager().complain(u"<b>x</b>"_s);
        QCOMPARE(in<MessageBar>(u"trustMessage"_s)->text(), u"<b>x</b>"_s);
    }
};

STATIONER_TEST(CertificateManagerTest)
#include "certificatemanager_test.moc"
