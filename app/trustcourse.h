#pragma once

#include "connection/clientidentity.h"
#include "station/slotid.h"
#include "views/connection/owncertificates.h"
#include "views/trust/certificatemanager.h"
#include "views/trust/trustrooms.h"

#include <QObject>
#include <QPointer>

namespace stationer {

class LastTests;
class MainWindow;
class OpenStation;
class StationStores;
class StationStoresDialog;
class Wishes;

/// The user's trust on its way through the window: to the Certificate Manager, to the tests that sign in with a key of one's
/// own, and to the offer to remove the exemptions that an imported root CA makes needless.
class TrustCourse : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        TrustRooms trust;
        Wishes& wishes;
        MainWindow& window;
        StationStores& stores;
        const LastTests& tests;
        QString keyFolder; ///< the user's keys, read when they are first looked at; empty: there are none
    };
    explicit TrustCourse(const Rooms& rooms);

    CertificateManager& manager();

private:
    void openKeys();
    OwnCertificates ownCertificates();
    void showManager(SlotId account);
    void showStationStores();
    void signInWith(const ClientIdentity& identity, const QString& alias);
    void offerCleaning(const QList<Endpoint>& unneeded);

    Rooms m_rooms;
    MainWindow& m_window;
    QPointer<CertificateManager> m_manager;
    QPointer<StationStoresDialog> m_stationStores;
    QList<Endpoint> m_unneeded; ///< rows that their removal was offered for
    QString m_offered;          ///< the sentence that offered it
    bool m_areKeysOpen = false;
};

} // namespace stationer
