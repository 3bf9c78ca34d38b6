#pragma once

#include "connection/report.h"
#include "station/slotid.h"
#include "trust/allowedhosts.h"
#include "views/trust/challengedialog.h"
#include "views/trust/trustwindow.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace stationer {

class MainWindow;
class OpenStation;
class UserTrustStore;

/// Trust on its way between the station's folder, the stores and the user: the folder's stores follow the open station, and a
/// challenge becomes an answer in them. It tests nothing; whoever put a challenge before the user is told when it was answered.
class TrustCourse : public QObject {
    Q_OBJECT
public:
    TrustCourse(OpenStation& station, AllowedHosts& hosts, UserTrustStore& roots, MainWindow& window);

    TrustWindow& stores();
    ChallengeDialog* challenge() const { return m_challenge; }
    /// Puts the report's challenge before the user; while one is open, there is no other. `others` wait for the same answer.
    /// `answered` is called once the answer holds and another test would find it, never from within the dialog's own event; «Not Now» is none.
    void open(SlotId account, const Report& report, int others, std::function<void()> answered);

signals:
    void challengeOpened();

private:
    void openFolder();
    void carryAlong(const QString& path);
    void offerNames(ChallengeDialog& dialog);
    void importRoots(const QList<CertificateFacts>& roots);
    void settle(const std::optional<TrustFileFault>& fault);

    OpenStation& m_station;
    AllowedHosts& m_hosts;
    UserTrustStore& m_roots;
    MainWindow& m_window;
    QPointer<TrustWindow> m_trustWindow;
    QPointer<ChallengeDialog> m_challenge;
    std::function<void()> m_answered;
    QString m_folder;
    bool m_isReplacing = false;
};

} // namespace stationer
