#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "connection/connectiontest.h"
#include "testing/hostuses.h"
#include "testing/testnotes.h"
#include "trust/currentanchors.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace stationer {

/// Whom the tests of one station trust: its `.security` folder beside the System Trust Store, and a leaf that is accepted
/// for this run. It writes no row; of those there are it notes the last use, and where one is not needed any more.
class StationTrust {
public:
    /// No folder: the System Trust Store alone. `anchors` outlives this.
    StationTrust(const TrustFolder& folder, std::optional<QByteArray> acceptedLeaf, const Console& console,
                 CurrentAnchors& anchors);

    /// Not Done where a file of the folder was damaged, or may be somebody else's, which was said: what it held is then not
    /// trusted.
    ExitStatus status() const { return m_status; }

    /// By what is on the disk when it judges. Valid as long as this lives.
    ChainJudge judge();
    /// What tests show of its rows; that it could not be written was said.
    HostUses& uses() { return m_uses; }
    /// Its tests, remembered where the folder is there already; that they could not be written was said.
    void note(const TestNote& test);
    TestNotes& notes() { return m_notes; }
    const AllowedHosts& allowed() const { return m_allowed; }
    const UserTrustStore& roots() const { return m_roots; }
    TrustAnchors anchors() { return m_anchors.of(m_roots); }

private:
    Judgement judgement(const CertificateChain& chain, const Endpoint& host);
    void sayFaults(const QList<TrustFileFault>& more = {});

    const Console& m_console;
    TrustFolder m_folder;
    std::optional<QByteArray> m_acceptedLeaf;
    AllowedHosts m_allowed;
    HostUses m_uses;
    TestNotes m_notes;
    UserTrustStore m_roots;
    CurrentAnchors& m_anchors;
    QList<TrustFileFault> m_said;
    ExitStatus m_status = ExitStatus::Done;
};

/// Says which hosts and ports have several rows in the file, and what becomes of them.
void noteHostsTwice(const AllowedHosts& allowed, const Console& console);
/// What a fault of a trust file means for the script.
ExitStatus statusOf(const TrustFileFault& fault);
/// How the user looks at what came with a station, and takes it over.
QString howToTakeOver(const TrustFolder& folder);

} // namespace stationer
