#include "app/composition.h"

#include "app/demo/demoserver.h"
#include "app/demo/demostation.h"
#include "connection/diagnosis.h"
#include "items/trustmodels.h"
#include "station/value.h"
#include "trust/hostname.h"
#include "views/connection/passwordprompt.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/sheet/propertysheet.h"
#include "views/stationfiles.h"
#include "views/trust/challengedialog.h"
#include "views/trust/importdialog.h"
#include "views/trust/trustwindow.h"

#include <QFileDialog>
#include <QHostInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

Composition::Composition(Theme& theme, QSettings& settings, KeyRing::Use use)
    : m_lastTests(m_station), m_tree(m_station, m_lastTests), m_sheet(m_station, m_lastTests), m_keyRing(use),
      m_accountTests({m_station, m_keyRing, m_hosts, m_roots, m_stages}),
      m_settingsFinder(m_station, [this] { return m_accountTests.judgeNow(); }),
      m_window(std::make_unique<MainWindow>(MainWindow::Models{m_station, m_lastTests, m_tree, m_sheet, m_stages}, theme,
                                            settings))
{
    openTrustFolder();
    connectSheet();
    connectTests();
    connect(&m_station, &OpenStation::aboutToBeReplaced, this, [this] {
        m_isReplacing = true;
        if (m_challenge)
            m_challenge->close();
    });
    connect(&m_station, &OpenStation::replaced, this, [this] {
        m_isReplacing = false;
        openTrustFolder();
        onShown(m_window->shown());
    });
    connect(&m_station, &OpenStation::pathChanged, this, &Composition::carryTrustAlong);
    connect(m_window.get(), &MainWindow::demoRequested, this, [this] {
        m_window->files().whenSettled([this] {
            QString error;
            if (!startDemo(&error))
                m_window->say(tr("The demo could not start: %1").arg(error));
        });
    });
    onShown(m_window->shown());
}

Composition::~Composition()
{
    // As the window goes its editors lose the focus; nothing may come of that any more.
    m_window->sheet().abandon();
    m_window->sheet().disconnect(this);
}

void Composition::connectSheet()
{
    MainWindow& window = *m_window;
    connect(&window, &MainWindow::componentShown, this, &Composition::onShown);
    connect(&window.sheet(), &PropertySheet::passwordEntered, this,
            [this](const Secret& password) { storePassword(m_window->shown(), password); });
    connect(&window.sheet(), &PropertySheet::forgetPasswordRequested, this, [this] {
        const SlotId account = m_window->shown();
        if (const std::optional<SecretPlace> place = m_accountTests.placeOf(account))
            m_keyRing.remove(*place, this, [this, account](const KeyRingAnswer&) { showPasswordFacts(account); });
    });
    // Host and user say where the password belongs; what the sheet shows of it follows them.
    connect(&m_station, &OpenStation::changed, this, [this] {
        m_placeTimer.start();
        if (!m_accountTests.isRunning())
            showTest(m_window->shown());
    });
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(300ms);
    connect(&m_placeTimer, &QTimer::timeout, this, [this] { showPasswordFacts(m_window->shown()); });
    connect(&window, &MainWindow::trustRequested, this, [this] {
        trustWindow().show();
        trustWindow().raise();
        trustWindow().activateWindow();
    });
}

void Composition::connectTests()
{
    TestPanel& panel = m_window->testPanel();
    connect(m_window.get(), &MainWindow::testRequested, &m_accountTests, &AccountTests::start);
    connect(m_window.get(), &MainWindow::findSettingsRequested, this,
            [this](SlotId account) { m_settingsFinder.open(account, m_window.get()); });
    connect(&m_settingsFinder, &SettingsFinder::refused, m_window.get(), &MainWindow::say);
    connect(m_window.get(), &MainWindow::cancelRequested, &m_accountTests, &AccountTests::cancel);
    connect(&m_accountTests, &AccountTests::began, this, [this](SlotId, const Endpoint& server) {
        m_window->setTestRunning(true);
        m_window->testPanel().showRunning(server);
    });
    connect(&m_accountTests, &AccountTests::resolvingSlowly, &panel, &TestPanel::showResolvingSlowly);
    connect(&m_accountTests, &AccountTests::finished, this, &Composition::onFinished);
    connect(&m_accountTests, &AccountTests::passwordNeeded, this, &Composition::onPasswordNeeded);
    connect(&m_accountTests, &AccountTests::otherPlaceKnown, this, &Composition::onOtherPlaceKnown);
    connect(&panel, &TestPanel::remedyRequested, this, [this](const Remedy& remedy) {
        QList<Assignment> assignments;
        for (auto it = remedy.set.cbegin(); it != remedy.set.cend(); ++it)
            assignments += Assignment{it.key(), it.value()};
        if (const std::optional<ChangeFault> fault = m_station.change(m_window->shown(), assignments))
            m_window->say(describe(*fault));
    });
    connect(&panel, &TestPanel::reviewRequested, this, [this] {
        const SlotId account = m_window->shown();
        if (const Report* report = m_lastTests.report(account))
            openChallenge(account, *report);
    });
    connect(&panel, &TestPanel::passwordRequested, this,
            [this] { askPassword(m_window->shown(), int(PasswordPrompt::Reason::Refused)); });
    connect(&panel, &TestPanel::saveRequested, this, &Composition::saveReport);
}

void Composition::onShown(SlotId component)
{
    if (!m_station.isOpen() || component == SlotId::None) {
        m_window->testPanel().showNothing(tr("Choose an account in the Nav tree to test it."));
        return;
    }
    showPasswordFacts(component);
    if (!m_accountTests.isRunning() || m_accountTests.account() != component)
        showTest(component);
}

void Composition::showTest(SlotId component)
{
    TestPanel& panel = m_window->testPanel();
    if (!m_station.isOpen() || component == SlotId::None || !m_station.document().exists(component))
        return panel.showNothing(tr("Choose an account in the Nav tree to test it."));
    const Document& document = m_station.document();
    if (!isAccountType(document.type(component)))
        return panel.showNothing(tr("Choose an account in the Nav tree to test it."));
    const bool isDebug = readBoolean(effectiveValue(document, component, u"debug").value_or(QString())).value_or(false);
    if (const Report* report = m_lastTests.report(component)) {
        m_stages.show(*report);
        panel.showReport(*report, m_lastTests.isCurrent(component));
        if (isDebug)
            panel.setTranscriptUnfolded(true);
        return;
    }
    panel.showNothing(
        tr("Not tested yet. Test Connection (F5) tries these values, saved or not, against the mail server; it never "
           "changes or fetches mail."));
}

void Composition::onFinished(SlotId account, const Report& report)
{
    m_window->setTestRunning(false);
    m_lastTests.record(account, report);
    showTest(m_window->shown());
    if (account == m_window->shown() && report.outcome == Outcome::CertificateChallenged)
        openChallenge(account, report);
    emit testFinished(account, report);
}

// --- passwords

void Composition::showPasswordFacts(SlotId component)
{
    if (!m_station.isOpen() || component == SlotId::None || !m_station.document().exists(component))
        return;
    const Document& document = m_station.document();
    const SlotId password = document.child(component, u"password");
    PasswordFacts facts;
    facts.isInFile = password != SlotId::None && !document.value(password).value_or(QString()).isEmpty();
    const std::optional<SecretPlace> place = m_accountTests.placeOf(component);
    if (!place) {
        ++m_factsAsked;
        return m_window->sheet().setPasswordFacts(facts);
    }
    // What is shown stays until the key ring answers: nothing flashes.
    m_keyRing.read(*place, this, [this, question = ++m_factsAsked, facts](const KeyRingAnswer& answer) mutable {
        if (question != m_factsAsked)
            return;
        if (answer.secret)
            facts.kept = answer.isForSession ? PasswordFacts::Kept::ForSession : PasswordFacts::Kept::InKeyRing;
        else if (answer.state == KeyRingState::Locked)
            facts.kept = PasswordFacts::Kept::KeyRingLocked;
        m_window->sheet().setPasswordFacts(facts);
    });
}

void Composition::storePassword(SlotId account, const Secret& password)
{
    const std::optional<SecretPlace> place = m_accountTests.placeOf(account);
    if (!place) {
        m_window->say(tr("A test password belongs to a host and a user: fill in Hostname and Account first."));
        return;
    }
    if (m_demoStation && m_station.path() == m_demoStation->path())
        return keepPassword(account, password); // never in the key ring
    m_keyRing.write(*place, password, this, [this, account](const KeyRingAnswer&) { showPasswordFacts(account); });
}

void Composition::keepPassword(SlotId account, const Secret& password)
{
    if (const std::optional<SecretPlace> place = m_accountTests.placeOf(account))
        m_keyRing.keepForSession(*place, password);
    showPasswordFacts(m_window->shown());
}

void Composition::onPasswordNeeded(SlotId account, KeyRingState state)
{
    askPassword(account, int(state == KeyRingState::Locked ? PasswordPrompt::Reason::KeyRingLocked
                                                           : PasswordPrompt::Reason::Missing));
}

void Composition::askPassword(SlotId account, int reason)
{
    const std::optional<SecretPlace> place = m_accountTests.placeOf(account);
    if (!place)
        return;
    auto* prompt = new PasswordPrompt(place->user, place->host, PasswordPrompt::Reason(reason), m_window.get());
    prompt->setAttribute(Qt::WA_DeleteOnClose);
    connect(prompt, &PasswordPrompt::entered, this, [this, account](const Secret& password) {
        storePassword(account, password);
        m_accountTests.startWith(account, password);
    });
    connect(prompt, &PasswordPrompt::skipped, this, [this, account] { m_accountTests.startWith(account, std::nullopt); });
    prompt->open();
}

void Composition::onOtherPlaceKnown(SlotId account, const SecretPlace& other)
{
    const std::optional<SecretPlace> place = m_accountTests.placeOf(account);
    if (!place)
        return;
    auto* box = new QMessageBox(m_window.get());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"otherHostQuestion"_s);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(u"Stationer"_s);
    box->setText(tr("Send the password stored for %1 to %2?").arg(other.host, place->host));
    box->setInformativeText(tr("It was typed for another host. Send it only if both belong to the same mail system."));
    QPushButton* send = box->addButton(tr("&Send It"), QMessageBox::AcceptRole);
    QPushButton* another = box->addButton(tr("&Enter Another…"), QMessageBox::ActionRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(another);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, account, other, send, another](const QAbstractButton* clicked) {
        if (clicked == another)
            return askPassword(account, int(PasswordPrompt::Reason::Missing));
        if (clicked != send)
            return;
        m_keyRing.read(other, this, [this, account](const KeyRingAnswer& answer) {
            if (!answer.secret)
                return askPassword(account, int(PasswordPrompt::Reason::Missing));
            storePassword(account, *answer.secret);
            m_accountTests.startWith(account, answer.secret);
        });
    });
    box->open();
}

// --- trust

TrustWindow& Composition::trustWindow()
{
    if (!m_trustWindow) {
        m_trustWindow = new TrustWindow(m_hosts, m_roots, m_window.get());
        m_trustWindow->setWindowFlag(Qt::Window);
    }
    return *m_trustWindow;
}

void Composition::openTrustFolder()
{
    m_trustFolder = m_station.isOpen() && !m_station.path().isEmpty() ? securityFolderOf(m_station.path()) : QString();
    for (const std::optional<TrustFileFault>& fault : {m_hosts.open(m_trustFolder), m_roots.open(m_trustFolder)})
        if (fault)
            m_window->say(describe(*fault));
}

/// Save As takes the trust along; what the new folder holds already stays.
void Composition::carryTrustAlong(const QString& path)
{
    const QString folder = path.isEmpty() ? QString() : securityFolderOf(path);
    if (m_isReplacing || !m_station.isOpen() || folder == m_trustFolder)
        return;
    const QList<AllowedHost> rows = m_hosts.rows();
    const QList<UserRoot> roots = m_roots.roots();
    openTrustFolder();
    for (const AllowedHost& row : rows)
        if (!m_hosts.find(row.host))
            if (const std::optional<TrustFileFault> fault = m_hosts.restore(row))
                m_window->say(describe(*fault));
    for (const UserRoot& root : roots) {
        bool isThere = false;
        for (const UserRoot& present : m_roots.roots())
            isThere = isThere || present.certificate.sha256 == root.certificate.sha256;
        if (isThere)
            continue;
        if (const std::optional<TrustFileFault> fault = m_roots.import(root.certificate, root.alias))
            m_window->say(describe(*fault));
    }
}

void Composition::openChallenge(SlotId account, const Report& report)
{
    if (m_challenge || !report.trust)
        return; // one host and port gives one challenge at a time
    auto* dialog = new ChallengeDialog(report, QDateTime::currentDateTimeUtc(), m_window.get());
    m_challenge = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChallengeDialog::approved, this,
            [this, account](const AllowedHost& row) { answer(account, m_hosts.approve(row)); });
    connect(dialog, &ChallengeDialog::refused, this, [this, account](const AllowedHost& row) {
        answer(account, m_hosts.reject(row)); // tested again at once, so that the sheet says «rejected»
    });
    connect(dialog, &ChallengeDialog::postponed, this, [this](const AllowedHost& row) {
        if (const std::optional<TrustFileFault> fault = m_hosts.noteUnanswered(row))
            m_window->say(describe(*fault));
    });
    connect(dialog, &ChallengeDialog::importRequested, this,
            [this, account](const QList<CertificateFacts>& roots) { importRoots(account, roots); });
    connect(dialog, &ChallengeDialog::nameChosen, this, [this, account](const QString& host) {
        if (const std::optional<ChangeFault> fault = m_station.change(account, {{u"hostname"_s, host}}))
            return m_window->say(describe(*fault));
        m_accountTests.start(account);
    });
    offerNames(*dialog);
    dialog->open();
    emit challengeOpened();
}

/// A name of the certificate is offered once it is known to lead to the address that answered.
void Composition::offerNames(ChallengeDialog& dialog)
{
    QHostAddress answered;
    for (const ConnectAttempt& attempt : dialog.report().attempts)
        if (attempt.succeeded)
            answered = attempt.address;
    if (answered.isNull())
        return;
    for (const QString& name : dialog.candidateNames())
        QHostInfo::lookupHost(name, &dialog, [&dialog, name, answered](const QHostInfo& found) {
            if (found.addresses().contains(answered))
                dialog.offerName(name);
        });
}

void Composition::answer(SlotId account, const std::optional<TrustFileFault>& fault)
{
    if (fault)
        return m_window->say(describe(*fault));
    // The dialog's own event has to end first: its successor may open another one.
    QMetaObject::invokeMethod(
        this, [this, account] { m_accountTests.start(account); }, Qt::QueuedConnection);
}

void Composition::importRoots(SlotId account, const QList<CertificateFacts>& roots)
{
    if (roots.isEmpty()) {
        if (m_challenge)
            m_challenge->close();
        TrustWindow& trust = trustWindow();
        trust.showTab(TrustWindow::Tab::UserTrustStore);
        trust.show();
        trust.importFromFile();
        return;
    }
    QList<QByteArray> present;
    for (const UserRoot& root : m_roots.roots())
        present += root.certificate.der;
    QByteArray pem;
    for (const CertificateFacts& root : roots)
        pem += toPem(root.der);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    auto* dialog = new ImportDialog(previewImport(pem, present, now), now,
                                    m_challenge ? static_cast<QWidget*>(m_challenge) : m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::confirmed, this, [this, account](const QList<CertificateFacts>& confirmed) {
        for (const CertificateFacts& root : confirmed)
            if (const std::optional<TrustFileFault> fault = m_roots.import(root))
                return m_window->say(describe(*fault));
        if (m_challenge)
            m_challenge->settle();
        answer(account, std::nullopt);
    });
    dialog->open();
}

// --- the demo

bool Composition::startDemo(QString* error)
{
    if (!m_demoServer) {
        auto server = std::make_unique<DemoServer>();
        if (!server->start()) {
            *error = server->errorText();
            return false;
        }
        m_demoServer = std::move(server);
    }
    std::unique_ptr<DemoStation> station = DemoStation::make(*m_demoServer, error);
    if (!station)
        return false;
    if (const std::optional<OpenFault> fault = m_station.open(station->path())) {
        *error = describe(*fault, station->path());
        return false;
    }
    m_demoStation = std::move(station);
    const Secret password(m_demoServer->login().password);
    for (const SlotId account : accounts(m_station.document()))
        if (const std::optional<SecretPlace> place = m_accountTests.placeOf(account))
            m_keyRing.keepForSession(*place, password);
    showPasswordFacts(m_window->shown());
    m_window->showDemoHint();
    return true;
}

void Composition::saveReport(const QString& text)
{
    auto* dialog = new QFileDialog(m_window.get(), tr("Save Report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Text (*.txt)")});
    dialog->setDefaultSuffix(u"txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString& path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
            m_window->say(tr("%1 could not be written: %2").arg(path, file.errorString()));
    });
    dialog->open();
}

} // namespace stationer
