#include "app/trustcourse.h"

#include "catalogue/accountslots.h"
#include "items/trustmodels.h"
#include "session/hostusers.h"
#include "session/openstation.h"
#include "session/unneededhosts.h"
#include "station/slotname.h"
#include "terms/dates.h"
#include "trust/broughttrust.h"
#include "trust/hostname.h"
#include "trust/importer.h"
#include "trust/truststores.h"
#include "views/common/wishes.h"
#include "views/connection/testpanel.h"
#include "views/mainwindow.h"
#include "views/trust/broughttrustdialog.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/keyunlocking.h"
#include "views/trust/rootimport.h"
#include "views/windowundo.h"

namespace stationer {

TrustCourse::TrustCourse(const Rooms& rooms)
    : m_rooms(rooms), m_station(rooms.station), m_hosts(rooms.hosts), m_roots(rooms.roots), m_window(rooms.window),
      m_edits(rooms.hosts, rooms.roots, rooms.keys), m_anchors(rooms.roots), m_needs(new UnneededHosts(this))
{
    openFolder();
    m_clean.setSingleShot(true);
    connect(&m_clean, &QTimer::timeout, this, &TrustCourse::checkNeeds);
    connect(m_needs, &UnneededHosts::answered, this, &TrustCourse::offerCleaning);
    const auto checkAgain = [this] {
        m_needs->cancel(); // what is answered now was asked before the change
        m_clean.start();
    };
    connect(&m_roots, &UserTrustStore::changed, this, checkAgain);
    connect(&m_hosts, &AllowedHosts::changed, this, checkAgain);
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
    connect(&rooms.wishes, &Wishes::certificatesWished, this, &TrustCourse::showManager);
    connect(&rooms.wishes, &Wishes::showBroughtTrustWished, this, &TrustCourse::showBrought);
    connect(&rooms.wishes, &Wishes::takeBroughtTrustWished, this, [this] { answerBrought(&TrustFolder::adopt); });
    connect(&rooms.wishes, &Wishes::leaveBroughtTrustWished, this, [this] { answerBrought(&TrustFolder::leave); });
    connect(&m_edits, &TrustEdits::faulted, &m_window, &MainWindow::say);
    m_window.testPanel().setOwnCertificates(ownCertificates());
}

CertificateManager& TrustCourse::manager()
{
    if (!m_manager) {
        openKeys();
        m_manager = new CertificateManager(trustRooms(), &m_window);
        m_manager->setWindowFlag(Qt::Window);
        m_window.undo().add(*m_edits.stack(), *m_manager);
        connect(m_manager, &CertificateManager::identityChosen, this, &TrustCourse::signInWith);
    }
    m_manager->setUsers(hostUsers(m_station));
    return *m_manager;
}

void TrustCourse::openKeys()
{
    if (std::exchange(m_areKeysOpen, true) || m_rooms.keyFolder.isEmpty())
        return;
    if (const std::optional<TrustFileFault> fault = m_rooms.keys.open(m_rooms.keyFolder))
        m_window.say(describe(*fault));
}

OwnCertificates TrustCourse::ownCertificates()
{
    OwnCertificates own;
    own.list = [this] {
        openKeys();
        QList<OwnCertificates::One> all;
        for (const UserKey& key : m_rooms.keys.keys())
            //: A certificate to choose: %1 its alias, %2 the last day of it
            all += OwnCertificates::One{key.alias, tr("%1, until %2").arg(key.alias, shownDay(key.certificate.notAfter))};
        return all;
    };
    own.open = [this](const QString& alias, QWidget& window, const std::function<void(const ClientIdentity&)>& opened) {
        auto* unlocking = new KeyUnlocking(m_rooms.keys, m_rooms.keyRing, window);
        connect(unlocking, &KeyUnlocking::failed, &m_window, &MainWindow::say);
        unlocking->openIdentity(alias, opened);
    };
    return own;
}

/// What belongs to one account. None: to the one that is shown, and all of it once it is open.
void TrustCourse::showManager(SlotId account)
{
    if (account == SlotId::None && !(m_manager && m_manager->isVisible()))
        account = m_window.shown();
    // What was removed by another program is no longer shown as if it were trusted.
    m_hosts.reload();
    m_roots.reload();
    CertificateManager& shown = manager();
    const std::optional<Endpoint> server = serverOf(m_station, account);
    if (server)
        shown.showHosts(server->toString());
    else if (!shown.isVisible())
        shown.showHosts({}); // not what it was left at, for another account
    shown.show();
    shown.raise();
    shown.activateWindow();
}

/// The panel's options of the account that tests are about take the certificate.
void TrustCourse::signInWith(const ClientIdentity& identity, const QString& alias)
{
    const SlotId account = m_station.isOpen() ? m_window.account() : SlotId::None;
    if (account == SlotId::None)
        return m_manager->complain(tr("Show the account that shall sign in with it first."));
    TestChoices choices = m_window.testPanel().choices();
    choices.clientIdentity = identity;
    m_rooms.wishes.choose(account, choices);
    m_manager->tell(tr("Tests of %1 sign in with «%2» until Stationer closes.")
                        .arg(shownSlotName(m_station.document().name(account)), alias));
}

/// The last step of importing a root CA, which everyone forgets: what it makes needless can go.
void TrustCourse::checkNeeds()
{
    lookForBrought(); // another program may have changed the files
    m_needs->start(m_hosts.rows(), anchors(TrustRooms::Roots::SystemAndUser), QDateTime::currentDateTimeUtc());
}

void TrustCourse::offerCleaning(const QList<Endpoint>& unneeded)
{
    const QList<Endpoint> known = std::exchange(m_unneeded, unneeded);
    if (unneeded.isEmpty())
        m_window.takeBack(std::exchange(m_offered, {})); // removed in the Certificate Manager, perhaps
    if (inBoth(unneeded, known).size() < unneeded.size()) {
        m_offered = unneeded.size() == 1
                        ? tr("The exemption of %1 is no longer needed: its certificate is trusted now.")
                              .arg(unneeded.first().toString())
                        : tr("%1 exemptions are no longer needed: their certificates are trusted now.").arg(unneeded.size());
        m_window.offer(m_offered, tr("Remove"), [this, unneeded] { clean(unneeded); });
    }
    if (!m_cleaning.isEmpty())
        m_edits.removeUnneeded(inBoth(std::exchange(m_cleaning, {}), m_unneeded));
}

/// While they are being looked at anew, those that were offered may be needed again.
void TrustCourse::clean(const QList<Endpoint>& offered)
{
    if (m_clean.isActive() || m_needs->isAsking())
        m_cleaning = offered;
    else
        m_edits.removeUnneeded(inBoth(offered, m_unneeded));
}

TrustAnchors TrustCourse::anchors(TrustRooms::Roots which)
{
    return which == TrustRooms::Roots::System ? TrustAnchors::systemAnd({}) : m_anchors.now();
}

TrustRooms TrustCourse::trustRooms()
{
    return {m_hosts,      m_roots,         m_rooms.keys,
            m_edits,      m_rooms.keyRing, [this](TrustRooms::Roots which) { return anchors(which); },
            m_rooms.judge};
}

void TrustCourse::openFolder()
{
    const bool hasFolder = m_station.isOpen() && !m_station.path().isEmpty();
    openFolder(hasFolder ? TrustFolder(securityFolderOf(m_station.path()), m_rooms.trustRecords) : TrustFolder());
}

void TrustCourse::openFolder(const TrustFolder& folder)
{
    m_edits.stack()->clear(); // its steps are about another station's stores
    m_cleaning.clear();
    m_folder = folder;
    for (const std::optional<TrustFileFault>& fault : {m_hosts.open(m_folder), m_roots.open(m_folder)})
        if (fault && fault->kind != TrustFileFault::Kind::NotTakenOver)
            m_window.say(describe(*fault));
    if (const QList<Endpoint> twice = m_hosts.hostsTwice(); !twice.isEmpty())
        m_window.say(describeTwice(twice.first()));
    lookForBrought();
}

void TrustCourse::leaveUnrecorded()
{
    openFolder(TrustFolder(m_folder.path()));
}

/// Asks about what came with the station, or no longer.
void TrustCourse::lookForBrought()
{
    const BroughtTrust brought = broughtWith(m_folder, m_hosts, m_roots);
    m_window.askAboutBroughtTrust(brought.isEmpty() ? QString() : describe(brought));
}

void TrustCourse::showBrought()
{
    auto* dialog = new BroughtTrustDialog(
        broughtWith(m_folder, m_hosts, m_roots), [this](TrustRooms::Roots which) { return anchors(which); }, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BroughtTrustDialog::takenOver, this, [this] { answerBrought(&TrustFolder::adopt); });
    connect(dialog, &BroughtTrustDialog::left, this, [this] { answerBrought(&TrustFolder::leave); });
    connect(&m_station, &OpenStation::aboutToBeReplaced, dialog, &QDialog::close);
    dialog->open();
}

void TrustCourse::answerBrought(std::optional<TrustFileFault> (TrustFolder::*answer)() const)
{
    if (const std::optional<TrustFileFault> fault = (m_folder.*answer)())
        m_window.say(describe(*fault));
    m_hosts.reload();
    m_roots.reload();
    lookForBrought();
}

/// Save As takes the trust along; what the new folder holds already stays.
void TrustCourse::carryAlong(const QString& path)
{
    const QString folder = path.isEmpty() ? QString() : securityFolderOf(path);
    if (m_isReplacing || !m_station.isOpen() || folder == m_folder.path())
        return;
    const QList<AllowedHost> rows = m_hosts.rows();
    const QList<UserRoot> roots = m_roots.roots();
    openFolder();
    QList<AllowedHost> missing;
    for (const AllowedHost& row : rows)
        if (!m_hosts.find(row.host))
            missing += row;
    if (const std::optional<TrustFileFault> fault = m_hosts.put(missing))
        m_window.say(describe(*fault));
    m_roots.importInBackground(roots); // a fault in writing comes by way of the edits
}

void TrustCourse::open(SlotId account, const Report& report, int others, std::function<void()> answered)
{
    if ((m_challenge && m_challenge->isVisible()) || !report.trust)
        return;       // one host and port gives one challenge at a time; one that was answered may not be gone yet
    lookForBrought(); // what another program laid there meanwhile may know the certificate
    m_answered = std::move(answered);
    auto* dialog = new ChallengeDialog(report, QDateTime::currentDateTimeUtc(), &m_window);
    m_challenge = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChallengeDialog::approved, this, [this](const AllowedHost& row) {
        m_edits.answer({row}, tr("Accept the certificate of %1").arg(row.host.toString()));
        settle();
    });
    connect(dialog, &ChallengeDialog::refused, this, [this](const AllowedHost& row) {
        m_edits.answer({row}, tr("Reject the certificate of %1").arg(row.host.toString()));
        settle(); // tested again at once, so that the sheet says «rejected»
    });
    connect(dialog, &ChallengeDialog::postponed, this, [this](const AllowedHost& row) {
        if (const std::optional<TrustFileFault> fault = m_hosts.noteUnanswered(row))
            m_window.say(describe(*fault));
    });
    connect(dialog, &ChallengeDialog::importRequested, this,
            [this, dialog](const QList<CertificateFacts>& roots, const QString& wanted) {
                importRoots(*dialog, roots, wanted);
            });
    connect(dialog, &ChallengeDialog::viewRequested, this, [this, dialog] {
        const Judgement& trust = *dialog->report().trust;
        CertificateChain chain;
        for (const CertificateFacts& facts : trust.sent)
            chain += facts.der;
        auto* viewer = new CertificateViewer({chain, dialog->report().settings.server, trust.row}, trustRooms().anchors,
                                             QDateTime::currentDateTimeUtc(), dialog);
        viewer->setAttribute(Qt::WA_DeleteOnClose);
        viewer->open();
    });
    connect(dialog, &ChallengeDialog::nameChosen, this, [this, account](const QString& host) {
        if (const std::optional<ChangeFault> fault = m_station.change(account, {{hostnameSlot, host}}))
            return m_window.say(describe(*fault));
        settle();
    });
    dialog->showCovered(others);
    dialog->open();
    emit challengeOpened();
}

void TrustCourse::settle()
{
    // The dialog's own event has to end first: what follows may open another one.
    QMetaObject::invokeMethod(
        this,
        [answered = std::exchange(m_answered, {})] {
            if (answered)
                answered();
        },
        Qt::QueuedConnection);
}

void TrustCourse::importRoots(ChallengeDialog& dialog, const QList<CertificateFacts>& roots, const QString& wanted)
{
    auto* import = new RootImport(m_roots, m_edits, dialog);
    connect(import, &RootImport::failed, &m_window, &MainWindow::say);
    connect(import, &RootImport::imported, this, [this] {
        if (m_challenge)
            m_challenge->settle();
        settle();
    });
    if (roots.isEmpty())
        return import->fromFile(wanted);
    QByteArray pem;
    for (const CertificateFacts& root : roots)
        pem += toPem(root.der);
    import->fromBytes(pem);
}

} // namespace stationer
