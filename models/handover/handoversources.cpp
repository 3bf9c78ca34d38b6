#include "handover/handoversources.h"

#include "catalogue/catalogue.h"
#include "station/difference.h"
#include "station/value.h"
#include "trust/alias.h"
#include "trust/pemtext.h"
#include "trust/trustfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// Beside the trust files, and not among those that are trusted.
QString rootsFolder()
{
    return u"handover"_s;
}

QByteArray fingerprintOf(const QByteArray& der)
{
    return QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex();
}

bool isInForce(const AllowedHost& row, const QDateTime& now)
{
    return row.approval == Approval::Approved && (row.scope != Scope::UntilDate || row.expires > now);
}

KnownRoot knownRoot(const CertificateSketch& certificate)
{
    return {certificate.sha256,
            certificate.commonName.isEmpty() ? certificate.subject : certificate.commonName,
            {},
            certificate.der};
}

/// Those of these fingerprints that a store here has.
QHash<QByteArray, KnownRoot> rootsOf(const QSet<QByteArray>& wanted, const UserTrustStore& store, bool areSystemsWanted)
{
    QHash<QByteArray, KnownRoot> found;
    for (const UserRoot& root : store.roots()) {
        if (!wanted.contains(root.certificate.sha256))
            continue;
        KnownRoot known = knownRoot(root.certificate);
        known.isUsers = true;
        if (store.isStored(root.alias))
            known.file = QFileInfo(store.pathOf(root.alias)).absoluteFilePath();
        found.insert(known.sha256, known);
    }
    if (!areSystemsWanted || found.size() == wanted.size())
        return found;
    for (const QByteArray& der : systemRoots()) {
        const QByteArray sha256 = fingerprintOf(der);
        if (!wanted.contains(sha256) || found.contains(sha256))
            continue;
        if (const auto sketch = certificateSketch(der))
            found.insert(sha256, knownRoot(*sketch));
    }
    return found;
}

/// What is in a new component, slot by slot.
void addInner(QList<ChangedSlot>& changes, const Document& document, SlotId component)
{
    const QString path = document.path(component);
    for (const SlotId slot : document.children(component)) {
        const std::optional<QString> value = document.value(slot);
        const bool isSecret = value && isEncoded(document.type(slot), *value);
        if (document.isComponent(slot)) {
            changes += ChangedSlot{path, document.name(slot), {}, document.type(slot)};
            addInner(changes, document, slot);
        } else if (value) {
            changes += ChangedSlot{path, document.name(slot), {}, isSecret ? std::nullopt : value};
        }
    }
}

} // namespace

QList<ChangedSlot> changedSlots(const Document& base, const Document& now)
{
    QList<ChangedSlot> changes;
    for (const Difference& each : differences(base, now)) {
        ChangedSlot change{each.path, each.slot, each.before, each.after};
        const auto usual = [&each](const Document& document) {
            const SlotId component = each.path == "/"_L1 ? document.root() : document.find(each.path);
            return component == SlotId::None || each.isSecret ? std::nullopt
                                                              : effectiveValue(document, component, each.slot);
        };
        const auto child = [&each](const Document& document) {
            const SlotId component = each.path == "/"_L1 ? document.root() : document.find(each.path);
            return component == SlotId::None ? SlotId::None : document.child(component, each.slot);
        };
        switch (each.kind) {
        case Difference::Kind::Added:
            if (!each.isComponent) {
                change.before = usual(base);
            } else if (const SlotId component = child(now); component != SlotId::None) {
                change.after = now.type(component);
                changes += change;
                addInner(changes, now, component);
                continue;
            }
            break;
        case Difference::Kind::Removed:
            if (!each.isComponent)
                change.after = usual(now);
            else if (const SlotId component = child(base); component != SlotId::None)
                change.before = base.type(component);
            break;
        case Difference::Kind::Value:
        case Difference::Kind::Type:
        case Difference::Kind::Flags:
        case Difference::Kind::Facets:
        case Difference::Kind::Renamed:
        case Difference::Kind::Moved:
            break;
        case Difference::Kind::Handle:
        case Difference::Kind::Reordered:
            continue; // nobody does that by hand
        }
        changes += change;
    }
    return changes;
}

FileChange fileChange(const HandoverFile& kept, const Document& document)
{
    FileChange change;
    change.isOurs = !kept.baseSha256.isEmpty() && kept.isOurs(document.openedXml());
    const auto base = change.isOurs ? kept.base() : std::nullopt;
    if (const auto before = base ? Document::fromXml(*base) : Result<Document, OpenFault>(OpenFault())) {
        change.changes = changedSlots(before.value(), document);
        change.isOurs = !change.changes.isEmpty(); // no slot, or only the bytes around them
    }
    return change;
}

HandoverFacts handoverFacts(const HandoverSources& sources)
{
    HandoverFacts facts;
    facts.file = sources.file;
    facts.change = sources.change;
    facts.ticks = sources.kept.ticks;

    QSet<QByteArray> vouchers;
    for (const SlotId slot : accounts(sources.document)) {
        HandoverFacts::Account account;
        account.path = sources.document.path(slot);
        const auto settings = settingsOf(sources.document, slot);
        if (settings)
            account.settings = settings.value();
        account.tests = sources.tests(account.path);
        if (const auto voucher = voucherOf(account))
            vouchers += voucher->sha256;
        facts.accounts += account;
    }
    if (const auto trusted = sources.station.roots()) {
        facts.trusted.emplace();
        for (const QByteArray& der : *trusted)
            facts.trusted->insert(fingerprintOf(der));
    }
    facts.roots = rootsOf(vouchers, sources.roots, facts.trusted.has_value());

    for (const AllowedHost& row : sources.hosts.rows()) {
        if (row.approval != Approval::Approved)
            continue;
        if (sources.unneeded.contains(row.host))
            facts.unneeded += PrunedHost{row.host, row.sha256};
        else if (isInForce(row, sources.now))
            facts.approved += row;
    }
    for (const PrunedHost& row : sources.kept.pruned)
        if (!sources.hosts.find(row.host)) // it may have come back
            facts.unneeded += row;
    return facts;
}

std::optional<TrustFileFault> placeRoots(HandoverFacts& facts, const TrustFolder& folder)
{
    std::optional<TrustFileFault> first;
    for (KnownRoot& root : facts.roots) {
        if (!root.file.isEmpty() || folder.isEmpty())
            continue;
        const QString alias = fileSafeAlias(root.name);
        const QString name = rootsFolder() + u'/' + (alias.isEmpty() ? QString() : alias + u'-') +
                             QString::fromLatin1(root.sha256.left(8)) + u".pem"_s;
        const QByteArray pem = pemOf("CERTIFICATE", root.der);
        QFile present(folder.pathOf(name));
        std::optional<TrustFileFault> fault;
        if (!present.open(QIODevice::ReadOnly) || present.read(pem.size() + 1) != pem) {
            fault = folder.make();
            if (!fault)
                fault = makeTrustFolder(folder.pathOf(rootsFolder()));
            if (!fault)
                fault = folder.write(name, pem);
        }
        if (!fault)
            root.file = QFileInfo(folder.pathOf(name)).absoluteFilePath();
        else if (!first)
            first = fault;
    }
    return first;
}

} // namespace stationer
