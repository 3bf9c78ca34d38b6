#include "app/trustcourse.h"

#include "session/hostusers.h"
#include "session/openstation.h"
#include "session/trustedits.h"
#include "session/unneededhosts.h"
#include "station/slotname.h"
#include "terms/dates.h"
#include "views/common/wishes.h"
#include "views/connection/testpanel.h"
#include "views/mainwindow.h"
#include "views/trust/keyunlocking.h"
#include "views/trust/stationstoresdialog.h"
#include "views/windowundo.h"

namespace stationer {

TrustCourse::TrustCourse(const Rooms& rooms) : m_rooms(rooms), m_window(rooms.window)
{
    connect(&m_rooms.trust.unneeded, &UnneededHosts::found, this, &TrustCourse::offerCleaning);
    connect(&m_rooms.wishes, &Wishes::certificatesWished, this, &TrustCourse::showManager);
    connect(&m_rooms.wishes, &Wishes::giveStoresWished, this, &TrustCourse::showStationStores);
    m_window.testPanel().setOwnCertificates(ownCertificates());
}

CertificateManager& TrustCourse::manager()
{
    if (!m_manager) {
        openKeys();
        m_manager = new CertificateManager(m_rooms.trust, &m_window);
        m_manager->setWindowFlag(Qt::Window);
        m_window.undo().add(*m_rooms.trust.edits.stack(), *m_manager);
        connect(m_manager, &CertificateManager::identityChosen, this, &TrustCourse::signInWith);
    }
    m_manager->setUsers(hostUsers(m_rooms.station));
    return *m_manager;
}

void TrustCourse::openKeys()
{
    if (std::exchange(m_areKeysOpen, true) || m_rooms.keyFolder.isEmpty())
        return;
    if (const std::optional<TrustFileFault> fault = m_rooms.trust.keys.open(m_rooms.keyFolder))
        m_window.say(describe(*fault));
}

OwnCertificates TrustCourse::ownCertificates()
{
    OwnCertificates own;
    own.list = [this] {
        openKeys();
        QList<OwnCertificates::One> all;
        for (const UserKey& key : m_rooms.trust.keys.keys())
            //: A certificate to choose: %1 its alias, %2 the last day of it
            all += OwnCertificates::One{key.alias, tr("%1, until %2").arg(key.alias, shownDay(key.certificate.notAfter))};
        return all;
    };
    own.open = [this](const QString& alias, QWidget& window, const std::function<void(const ClientIdentity&)>& opened) {
        auto* unlocking = new KeyUnlocking(m_rooms.trust.keys, m_rooms.trust.keyRing, window);
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
    m_rooms.trust.hosts.reload();
    m_rooms.trust.roots.reload();
    CertificateManager& shown = manager();
    const std::optional<Endpoint> server = serverOf(m_rooms.station, account);
    if (server)
        shown.showHosts(server->toString());
    else if (!shown.isVisible())
        shown.showHosts({}); // not what it was left at, for another account
    shown.show();
    shown.raise();
    shown.activateWindow();
}

void TrustCourse::showStationStores()
{
    if (!m_stationStores)
        m_stationStores = new StationStoresDialog(
            {m_rooms.stores, m_rooms.station, m_rooms.tests, m_rooms.wishes, m_rooms.trust.anchors}, &m_window);
    m_stationStores->show();
    m_stationStores->raise();
    m_stationStores->activateWindow();
}

/// The panel's options of the account that tests are about take the certificate.
void TrustCourse::signInWith(const ClientIdentity& identity, const QString& alias)
{
    const SlotId account = m_rooms.station.isOpen() ? m_window.account() : SlotId::None;
    if (account == SlotId::None)
        return m_manager->complain(tr("Show the account that shall sign in with it first."));
    TestChoices choices = m_window.testPanel().choices();
    choices.clientIdentity = identity;
    m_rooms.wishes.choose(account, choices);
    m_manager->tell(tr("Tests of %1 sign in with «%2» until Stationer closes.")
                        .arg(shownSlotName(m_rooms.station.document().name(account)), alias));
}

/// The last step of importing a root CA, which everyone forgets: what it makes needless can go.
void TrustCourse::offerCleaning(const QList<Endpoint>& unneeded)
{
    const QList<Endpoint> known = std::exchange(m_unneeded, unneeded);
    if (unneeded.isEmpty())
        m_window.takeBack(std::exchange(m_offered, {})); // removed in the Certificate Manager, perhaps
    if (inBoth(unneeded, known).size() == unneeded.size())
        return;
    m_offered =
        unneeded.size() == 1
            ? tr("The exemption of %1 is no longer needed: its certificate is trusted now.").arg(unneeded.first().toString())
            : tr("%1 exemptions are no longer needed: their certificates are trusted now.").arg(unneeded.size());
    m_window.offer(m_offered, tr("Remove"), [this, unneeded] { m_rooms.trust.unneeded.remove(unneeded); });
}

} // namespace stationer
