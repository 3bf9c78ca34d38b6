#pragma once

#include "session/aside.h"
#include "terms/secret.h"
#include "trust/knownstation.h"
#include "views/common/dialog.h"
#include "views/trust/trustrooms.h"

#include <QStringList>

#include <optional>

class QLineEdit;
class QListWidget;

namespace stationer {

class GivenStoresModel;
class LastTests;
class MessageBar;
class OpenStation;
class PlainLabel;
class StationStores;
class TrustTable;
class Wishes;

/// What the user tells of the running station: its own trust stores and its host name; and which accounts would fail with
/// them. It counts for the station's verdict alone, and nothing here is trusted for it.
class StationStoresDialog : public Dialog {
    Q_OBJECT
public:
    struct Rooms {
        StationStores& stores;
        const OpenStation& station;
        const LastTests& tests;
        Wishes& wishes;
        std::function<TrustAnchors(TrustRooms::Roots)> anchors; ///< a viewed certificate is judged by
    };
    explicit StationStoresDialog(const Rooms& rooms, QWidget* parent = nullptr);

    /// Reads these files one after the other; where one is locked its password is asked for.
    void give(const QStringList& paths);

protected:
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    TrustTable* makeTable();
    QWidget* makeName();
    QWidget* makeAccounts();
    void choose();
    void next();
    void read(const QString& path, const std::optional<Secret>& password);
    void onRead(const QString& path, const Result<KeyStoreContents, KeyStoreFault>& contents);
    void askPassword(const QString& path, KeyStoreFault why);
    void removeSelected();
    void setHostName();
    void keep(const KnownStation& station);
    void followKnown();
    void followAccounts();

    Rooms m_rooms;
    GivenStoresModel* m_model;
    MessageBar* m_message;
    TrustTable* m_table;
    QLineEdit* m_hostName = nullptr;
    PlainLabel* m_summary = nullptr;
    QListWidget* m_failing = nullptr;
    Aside m_reading;
    QStringList m_waiting;                ///< files that are still to be read
    QStringList m_told;                   ///< of those that were, what to say
    std::optional<KnownStation> m_former; ///< what Undo brings back
};

} // namespace stationer
