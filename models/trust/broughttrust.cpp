#include "trust/broughttrust.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace stationer {

namespace {

bool isNotTakenOver(const TrustFileFault& fault)
{
    return fault.kind == TrustFileFault::Kind::NotTakenOver;
}

} // namespace

BroughtTrust broughtWith(const TrustFolder& folder, const AllowedHosts& hosts, const UserTrustStore& roots)
{
    BroughtTrust brought;
    if (hosts.fault() && isNotTakenOver(*hosts.fault())) {
        AllowedHosts all;
        all.open(folder.asItIs());
        brought.hosts = all.rows();
    }
    QSet<QString> files;
    for (const TrustFileFault& fault : roots.faults())
        if (isNotTakenOver(fault))
            files << fault.path;
    if (files.isEmpty())
        return brought;
    UserTrustStore all;
    all.open(folder.asItIs());
    std::copy_if(all.roots().cbegin(), all.roots().cend(), std::back_inserter(brought.roots),
                 [&](const UserRoot& root) { return files.contains(all.pathOf(root.alias)); });
    return brought;
}

QString describe(const BroughtTrust& brought)
{
    if (brought.roots.isEmpty() && brought.hosts.isEmpty())
        return QCoreApplication::translate("trust",
                                           "This station brings notes of what was tested and done elsewhere with it.");
    const QString roots = brought.roots.size() == 1
                              ? QCoreApplication::translate("trust", "1 root CA")
                              : QCoreApplication::translate("trust", "%n root CAs", nullptr, int(brought.roots.size()));
    const QString hosts = brought.hosts.size() == 1
                              ? QCoreApplication::translate("trust", "1 exemption")
                              : QCoreApplication::translate("trust", "%n exemptions", nullptr, int(brought.hosts.size()));
    if (brought.hosts.isEmpty())
        //: %1 is «2 root CAs» or «1 exemption».
        return QCoreApplication::translate("trust", "This station brings %1 with it.").arg(roots);
    if (brought.roots.isEmpty())
        return QCoreApplication::translate("trust", "This station brings %1 with it.").arg(hosts);
    //: %1 is «2 root CAs», %2 «1 exemption».
    return QCoreApplication::translate("trust", "This station brings %1 and %2 with it.").arg(roots, hosts);
}

} // namespace stationer
