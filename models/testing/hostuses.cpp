#include "testing/hostuses.h"

#include <utility>

namespace stationer {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostUnwritten = 64;
constexpr auto betweenWrites = 3s;

} // namespace

HostUses::HostUses(AllowedHosts& hosts, QObject* parent) : QObject(parent), m_hosts(hosts)
{
    m_later.setSingleShot(true);
    m_later.setInterval(betweenWrites);
    connect(&m_later, &QTimer::timeout, this, &HostUses::write);
}

HostUses::~HostUses()
{
    write(); // the program may end in the middle of a run
}

void HostUses::note(const Report& report)
{
    if (report.lastLook)
        note(*report.lastLook);
    if (report.stage != Stage::Token) // it is the same there
        note(report.tokenTrust);
    note(report.trust);
}

void HostUses::note(const std::optional<Judgement>& trust)
{
    if (!trust || !trust->row)
        return;
    const Endpoint host = trust->row->host;
    const std::optional<AllowedHost> row = m_hosts.find(host);
    if (!row || row->sha256 != trust->row->sha256)
        return; // it was one for this test alone, or another took its place
    if (trust->verdict == Verdict::Exempted)
        m_uses += HostUse{host, QDateTime::currentDateTimeUtc(), {}};
    if (trust->verdict == Verdict::Trusted || trust->isIdentityChanged) {
        if (const CertificateChain sent = trust->sentChain(); !sent.isEmpty())
            m_uses += HostUse{host, {}, sent};
    }
    if (m_uses.size() >= mostUnwritten)
        write();
    else if (!m_uses.isEmpty() && !m_later.isActive())
        m_later.start();
}

void HostUses::write()
{
    m_later.stop();
    if (m_uses.isEmpty())
        return;
    if (const auto fault = m_hosts.noteUses(std::exchange(m_uses, {})))
        emit faulted(*fault);
}

} // namespace stationer
