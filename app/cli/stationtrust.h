#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "connection/connectiontest.h"
#include "trust/allowedhosts.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace stationer {

/// Whom the tests of one station trust: its `.security` folder beside the System Trust Store, and a leaf that is accepted for
/// this run. It writes no row; of those there are it notes the last use, and where one is not needed any more.
class StationTrust {
public:
    using AnchorsOf = std::function<TrustAnchors(const QList<QByteArray>& userDer)>;

    /// An empty folder: the System Trust Store alone. Stations with the same roots may share anchors, and with them what those
    /// verified lately.
    StationTrust(const QString& folder, std::optional<QByteArray> acceptedLeaf, const Console& console,
                 const AnchorsOf& anchorsOf = TrustAnchors::systemAnd);

    /// Not Done where a file of the folder was damaged, which was said: what it held is then not trusted.
    ExitStatus status() const { return m_status; }
    const QString& folder() const { return m_folder; }

    /// Valid as long as this lives.
    ChainJudge judge();
    /// Of a row there is: that it was used, or that the server is trusted without it now.
    void noteUse(const Report& report, const Console& console);
    /// What was noted goes to the file now, else after some dozens: a fleet's tests do not wait for the disk after each of them.
    void writeUses(const Console& console);

private:
    Judgement judgement(const CertificateChain& chain, const Endpoint& host) const;

    QString m_folder;
    std::optional<QByteArray> m_acceptedLeaf;
    static constexpr qsizetype MostUnwritten = 64;
    QList<HostUse> m_uses; ///< not in the file yet
    AllowedHosts m_allowed;
    UserTrustStore m_roots;
    TrustAnchors m_anchors;
    ExitStatus m_status = ExitStatus::Done;
};

/// What a fault of a trust file means for the script.
ExitStatus statusOf(const TrustFileFault& fault);

} // namespace stationer
