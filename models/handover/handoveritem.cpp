#include "handover/handoveritem.h"

#include "trust/hostname.h"

namespace stationer {

using namespace Qt::StringLiterals;

QLatin1StringView nameOf(HandoverKind kind)
{
    switch (kind) {
    case HandoverKind::PutFile:
        return "putFile"_L1;
    case HandoverKind::TypePassword:
        return "typePassword"_L1;
    case HandoverKind::ImportRoot:
        return "importRoot"_L1;
    case HandoverKind::ApproveHost:
        return "approveHost"_L1;
    case HandoverKind::DeleteExemption:
        return "deleteExemption"_L1;
    case HandoverKind::OpenPath:
        return "openPath"_L1;
    case HandoverKind::Retest:
        return "retest"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<HandoverKind> handoverKindNamed(QStringView name)
{
    for (const HandoverKind kind : allHandoverKinds)
        if (name == nameOf(kind))
            return kind;
    return std::nullopt;
}

bool HandoverItem::isNamed(HandoverKind wanted, QStringView subject) const
{
    if (kind != wanted)
        return false;
    if (kind == HandoverKind::PutFile)
        return subject.isEmpty() || subject == path; // there is one
    if (subject == path || accounts.contains(subject.toString()))
        return true;
    const auto server = Endpoint::parse(subject);
    return host && server && server->port == host->port &&
           normalisedHost(server->host).value_or(server->host) == normalisedHost(host->host).value_or(host->host);
}

} // namespace stationer
