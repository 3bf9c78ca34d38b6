#include "app/cli/stationtrust.h"

#include "trust/hostname.h"
#include "trust/trusttext.h"

#include <QDateTime>
#include <QDir>

#include <utility>

namespace stationer {

StationTrust::StationTrust(const QString& folder, std::optional<QByteArray> acceptedLeaf, const Console& console,
                           const AnchorsOf& anchorsOf)
    : m_folder(folder), m_acceptedLeaf(std::move(acceptedLeaf))
{
    // A folder that is not there is no trust; opening it must not make one.
    if (!folder.isEmpty() && QDir(folder).exists()) {
        const auto note = [&](const TrustFileFault& fault) {
            console.complain(shown(describe(fault)));
            m_status = graver(m_status, statusOf(fault));
        };
        if (const auto fault = m_allowed.open(folder))
            note(*fault);
        const auto fault = m_roots.open(folder);
        for (const TrustFileFault& each : m_roots.faults())
            note(each);
        if (fault && m_roots.faults().isEmpty())
            note(*fault);
    }
    m_anchors = anchorsOf(m_roots.ders());
}

ChainJudge StationTrust::judge()
{
    return [this](const CertificateChain& chain, const Endpoint& host) { return judgement(chain, host); };
}

Judgement StationTrust::judgement(const CertificateChain& chain, const Endpoint& host) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto normalised = normalisedHost(host.host);
    const auto row = normalised ? m_allowed.find({*normalised, host.port}) : std::nullopt;
    const Judgement judged = stationer::judge(chain, host.host, now, m_anchors, row);
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
    return stationer::judge(chain, host.host, now, m_anchors, accepted);
}

void StationTrust::noteUse(const Report& report, const Console& console)
{
    if (!report.trust || !report.trust->row)
        return;
    const Endpoint host = report.trust->row->host;
    const auto row = m_allowed.find(host);
    if (!row || row->sha256 != report.trust->row->sha256)
        return;
    if (report.trust->verdict == Verdict::Exempted) {
        m_uses << HostUse{host, QDateTime::currentDateTimeUtc(), {}};
    } else if (report.trust->verdict == Verdict::Trusted) {
        HostUse use{host, {}, {}};
        for (const CertificateFacts& certificate : report.trust->sent)
            use.verified += certificate.der;
        m_uses << use;
    }
    if (m_uses.size() >= MostUnwritten)
        writeUses(console);
}

void StationTrust::writeUses(const Console& console)
{
    if (const auto fault = m_allowed.noteUses(std::exchange(m_uses, {})))
        console.note(shown(describe(*fault)));
}

ExitStatus statusOf(const TrustFileFault& fault)
{
    switch (fault.kind) {
    case TrustFileFault::Kind::CannotRead:
    case TrustFileFault::Kind::Damaged:
    case TrustFileFault::Kind::NewerVersion:
        return ExitStatus::CannotRead;
    case TrustFileFault::Kind::CannotWrite:
        return ExitStatus::CannotWrite;
    }
    return ExitStatus::CannotRead;
}

} // namespace stationer
