#include "app/trustcourse.h"

#include "items/openstation.h"
#include "items/trustmodels.h"
#include "trust/hostname.h"
#include "trust/truststores.h"
#include "views/mainwindow.h"
#include "views/trust/importdialog.h"

#include <QHostInfo>

using namespace Qt::StringLiterals;

namespace stationer {

TrustCourse::TrustCourse(OpenStation& station, AllowedHosts& hosts, UserTrustStore& roots, MainWindow& window)
    : m_station(station), m_hosts(hosts), m_roots(roots), m_window(window)
{
    openFolder();
    connect(&m_station, &OpenStation::aboutToBeReplaced, this, [this] {
        m_isReplacing = true;
        m_answered = {};
        if (m_challenge)
            m_challenge->close();
    });
    connect(&m_station, &OpenStation::replaced, this, [this] {
        m_isReplacing = false;
        openFolder();
    });
    connect(&m_station, &OpenStation::pathChanged, this, &TrustCourse::carryAlong);
    connect(&m_window, &MainWindow::trustRequested, this, [this] {
        stores().show();
        stores().raise();
        stores().activateWindow();
    });
}

TrustWindow& TrustCourse::stores()
{
    if (!m_trustWindow) {
        m_trustWindow = new TrustWindow(m_hosts, m_roots, &m_window);
        m_trustWindow->setWindowFlag(Qt::Window);
    }
    return *m_trustWindow;
}

void TrustCourse::openFolder()
{
    m_folder = m_station.isOpen() && !m_station.path().isEmpty() ? securityFolderOf(m_station.path()) : QString();
    for (const std::optional<TrustFileFault>& fault : {m_hosts.open(m_folder), m_roots.open(m_folder)})
        if (fault)
            m_window.say(describe(*fault));
}

/// Save As takes the trust along; what the new folder holds already stays.
void TrustCourse::carryAlong(const QString& path)
{
    const QString folder = path.isEmpty() ? QString() : securityFolderOf(path);
    if (m_isReplacing || !m_station.isOpen() || folder == m_folder)
        return;
    const QList<AllowedHost> rows = m_hosts.rows();
    const QList<UserRoot> roots = m_roots.roots();
    openFolder();
    for (const AllowedHost& row : rows)
        if (!m_hosts.find(row.host))
            if (const std::optional<TrustFileFault> fault = m_hosts.restore(row))
                m_window.say(describe(*fault));
    for (const UserRoot& root : roots) {
        bool isThere = false;
        for (const UserRoot& present : m_roots.roots())
            isThere = isThere || present.certificate.sha256 == root.certificate.sha256;
        if (isThere)
            continue;
        if (const std::optional<TrustFileFault> fault = m_roots.import(root.certificate, root.alias))
            m_window.say(describe(*fault));
    }
}

void TrustCourse::open(SlotId account, const Report& report, int others, std::function<void()> answered)
{
    if (m_challenge || !report.trust)
        return; // one host and port gives one challenge at a time
    m_answered = std::move(answered);
    auto* dialog = new ChallengeDialog(report, QDateTime::currentDateTimeUtc(), &m_window);
    m_challenge = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChallengeDialog::approved, this, [this](const AllowedHost& row) { settle(m_hosts.approve(row)); });
    connect(dialog, &ChallengeDialog::refused, this, [this](const AllowedHost& row) {
        settle(m_hosts.reject(row)); // tested again at once, so that the sheet says «rejected»
    });
    connect(dialog, &ChallengeDialog::postponed, this, [this](const AllowedHost& row) {
        if (const std::optional<TrustFileFault> fault = m_hosts.noteUnanswered(row))
            m_window.say(describe(*fault));
    });
    connect(dialog, &ChallengeDialog::importRequested, this, &TrustCourse::importRoots);
    connect(dialog, &ChallengeDialog::nameChosen, this, [this, account](const QString& host) {
        if (const std::optional<ChangeFault> fault = m_station.change(account, {{u"hostname"_s, host}}))
            return m_window.say(describe(*fault));
        settle(std::nullopt);
    });
    dialog->showCovered(others);
    offerNames(*dialog);
    dialog->open();
    emit challengeOpened();
}

/// A name of the certificate is offered once it is known to lead to the address that answered.
void TrustCourse::offerNames(ChallengeDialog& dialog)
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

void TrustCourse::settle(const std::optional<TrustFileFault>& fault)
{
    if (fault)
        m_window.say(describe(*fault)); // an answer that could not be written holds in memory all the same
    // The dialog's own event has to end first: what follows may open another one.
    QMetaObject::invokeMethod(
        this,
        [answered = std::exchange(m_answered, {})] {
            if (answered)
                answered();
        },
        Qt::QueuedConnection);
}

void TrustCourse::importRoots(const QList<CertificateFacts>& roots)
{
    if (roots.isEmpty()) {
        if (m_challenge)
            m_challenge->close();
        TrustWindow& trust = stores();
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
                                    m_challenge ? static_cast<QWidget*>(m_challenge) : &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::confirmed, this, [this](const QList<CertificateFacts>& confirmed) {
        for (const CertificateFacts& root : confirmed)
            if (const std::optional<TrustFileFault> fault = m_roots.import(root))
                return m_window.say(describe(*fault));
        if (m_challenge)
            m_challenge->settle();
        settle(std::nullopt);
    });
    dialog->open();
}

} // namespace stationer
