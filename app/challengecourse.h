#pragma once

#include "connection/report.h"
#include "station/slotid.h"
#include "views/trust/challengedialog.h"
#include "views/trust/trustrooms.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace stationer {

class MainWindow;
class OpenStation;
class OpenTrust;

/// A challenge before the user, and how it becomes an answer in the stores. It tests nothing; whoever puts a challenge
/// before the user is told when it was answered.
class ChallengeCourse : public QObject {
    Q_OBJECT
public:
    ChallengeCourse(OpenStation& station, OpenTrust& folder, const TrustRooms& trust, MainWindow& window);

    ChallengeDialog* dialog() const { return m_dialog; }
    /// Puts the report's challenge before the user; while one is open, there is no other. `others` wait for the same answer.
    /// `answered` is called once the answer holds and another test would find it, never from within the dialog's own event;
    /// «Not Now» is none.
    void open(SlotId account, const Report& report, int others, std::function<void()> answered);

signals:
    void opened();

private:
    void importRoots(const QList<CertificateFacts>& roots, const QString& wanted, const std::function<void()>& settle);
    void view();

    OpenStation& m_station;
    OpenTrust& m_folder;
    TrustRooms m_trust;
    MainWindow& m_window;
    QPointer<ChallengeDialog> m_dialog;
};

} // namespace stationer
