#include "app/cli/stationtrust.h"

#include "app/cli/shellword.h"
#include "app/cli/texts.h"
#include "trust/broughttrust.h"
#include "trust/hostname.h"
#include "trust/trusttext.h"

#include <QDateTime>
#include <QFileInfo>

#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

StationTrust::StationTrust(const TrustFolder& folder, std::optional<QByteArray> acceptedLeaf, const Console& console,
                           CurrentAnchors& anchors)
    : m_console(console), m_folder(folder), m_acceptedLeaf(std::move(acceptedLeaf)), m_uses(m_allowed), m_anchors(anchors)
{
    m_allowed.open(folder);
    m_roots.open(folder);
    const auto unread = m_notes.open(folder);
    sayFaults(unread ? QList{*unread} : QList<TrustFileFault>());
    noteHostsTwice(m_allowed, console);
    const auto say = [this](const TrustFileFault& fault) { m_console.note(shown(describe(fault))); };
    QObject::connect(&m_uses, &HostUses::faulted, say);
    QObject::connect(&m_notes, &TestNotes::faulted, say);
}

void StationTrust::note(const TestNote& test)
{
    if (QFileInfo::exists(m_folder.path()))
        m_notes.note(test);
}

// Each once. What came with the station is one sentence, however many files it is.
void StationTrust::sayFaults(const QList<TrustFileFault>& more)
{
    QList<TrustFileFault> faults = m_roots.faults() + more;
    if (m_allowed.fault() && !faults.contains(*m_allowed.fault()))
        faults << *m_allowed.fault();
    bool isBrought = false;
    for (const TrustFileFault& fault : std::as_const(faults)) {
        if (m_said.contains(fault))
            continue;
        m_said << fault;
        m_status = graver(m_status, statusOf(fault));
        if (fault.kind == TrustFileFault::Kind::NotTakenOver)
            isBrought = true;
        else
            m_console.complain(shown(describe(fault)));
    }
    if (!isBrought)
        return;
    //: %1 is «This station brings 2 root CAs with it.», %2 a folder.
    m_console.complain(Texts::tr("%1 They are in %2, were not taken over here and are not used.")
                           .arg(describe(broughtWith(m_folder, m_allowed, m_roots)), shown(m_folder.path())));
    m_console.note(howToTakeOver(m_folder) + u' ' + Texts::tr("For this run alone: --trust-as-is."));
}

QString howToTakeOver(const TrustFolder& folder)
{
    const QString trust = "stationer-cli trust "_L1 + quotedWord(folder.path());
    return Texts::tr("To look at it: %1 list, %1 hosts. To take it over: %1 adopt.").arg(shown(trust));
}

ChainJudge StationTrust::judge()
{
    return [this](const CertificateChain& chain, const Endpoint& host) { return judgement(chain, host); };
}

Judgement StationTrust::judgement(const CertificateChain& chain, const Endpoint& host)
{
    // Trust that any program took away counts no more, in a run that goes on for hours too.
    m_allowed.reload();
    const TrustAnchors anchors = m_anchors.of(m_roots);
    sayFaults();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto normalised = normalisedHost(host.host);
    const auto row = normalised ? m_allowed.find({*normalised, host.port}) : std::nullopt;
    const Judgement judged = stationer::judge(chain, host.host, now, anchors, row);
    const bool isAccepted = judged.verdict == Verdict::Challenged && normalised && m_acceptedLeaf &&
                            !judged.sent.isEmpty() && judged.sent.first().sha256 == *m_acceptedLeaf;
    if (!isAccepted)
        return judged;
    AllowedHost accepted;
    accepted.host = {*normalised, host.port};
    accepted.approval = Approval::Approved;
    accepted.scope = Scope::Session;
    accepted.sha256 = *m_acceptedLeaf;
    accepted.publicKeySha256 = judged.sent.first().publicKeySha256;
    for (const TrustFinding& finding : judged.errors)
        accepted.errors += finding.error;
    return stationer::judge(chain, host.host, now, anchors, accepted);
}

void noteHostsTwice(const AllowedHosts& allowed, const Console& console)
{
    constexpr qsizetype mostNamed = 20;
    const QList<Endpoint> hosts = allowed.hostsTwice();
    for (const Endpoint& host : hosts.first(qMin(hosts.size(), mostNamed)))
        console.note(Texts::tr("Note: %1").arg(shown(describeTwice(host))));
    if (hosts.size() > mostNamed)
        console.note(Texts::tr("Note: so do %1 more.").arg(hosts.size() - mostNamed));
}

ExitStatus statusOf(const TrustFileFault& fault)
{
    switch (fault.kind) {
    case TrustFileFault::Kind::CannotRead:
    case TrustFileFault::Kind::Damaged:
    case TrustFileFault::Kind::NewerVersion:
    case TrustFileFault::Kind::Link:
    case TrustFileFault::Kind::AnotherOwner:
    case TrustFileFault::Kind::WritableByOthers:
    case TrustFileFault::Kind::NotTakenOver:
        return ExitStatus::CannotRead;
    case TrustFileFault::Kind::CannotWrite:
        return ExitStatus::CannotWrite;
    }
    return ExitStatus::CannotRead;
}

} // namespace stationer
