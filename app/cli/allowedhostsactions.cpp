#include "app/cli/allowedhostjson.h"
#include "app/cli/inputfile.h"
#include "app/cli/pem.h"
#include "app/cli/stationtrust.h"
#include "app/cli/texts.h"
#include "app/cli/trustactions.h"
#include "handover/handoverfile.h"
#include "trust/allowedhosts.h"
#include "trust/hostname.h"
#include "trust/judge.h"
#include "trust/truststores.h"
#include "trust/trusttext.h"

#include <QDateTime>
#include <QJsonArray>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString errorNames(const AllowedHost& row)
{
    QStringList names;
    for (const TrustError error : row.errors)
        names += QString(nameOf(error));
    return names.join(", "_L1);
}

QString approvalText(Approval approval)
{
    switch (approval) {
    case Approval::Unanswered:
        return Texts::tr("unanswered");
    case Approval::Approved:
        return Texts::tr("approved");
    case Approval::Rejected:
        return Texts::tr("rejected");
    }
    return {};
}

void printRow(const AllowedHost& row, Console& console)
{
    console.print(shown(row.host.toString()) + "  "_L1 + approvalText(row.approval) +
                  (row.errors.isEmpty() ? QString() : u" ("_s + errorNames(row) + u')'));
    console.print("  SHA-256 "_L1 + QString::fromLatin1(row.sha256));
    if (row.expires.isValid())
        console.print("  "_L1 + Texts::tr("until %1").arg(row.expires.toUTC().toString(Qt::ISODate)));
    if (row.lastUsed.isValid())
        console.print("  "_L1 + Texts::tr("last used %1").arg(row.lastUsed.toUTC().toString(Qt::ISODate)));
    if (!row.note.isEmpty())
        console.print("  "_L1 + shown(row.note));
}

/// What came with the station is shown to who asks for it, which is how he decides, and changed by nobody.
std::optional<ExitStatus> open(AllowedHosts& allowed, const TrustOrder& order, const Console& console,
                               TrustFolder::Belief belief = TrustFolder::Belief::Recorded)
{
    auto fault = allowed.open(order.folder);
    if (fault && fault->kind == TrustFileFault::Kind::NotTakenOver && belief == TrustFolder::Belief::AsItIs) {
        trustFault(*fault, order, console);
        fault = allowed.open(order.folder.asItIs());
    }
    if (fault)
        return trustFault(*fault, order, console);
    noteHostsTwice(allowed, console);
    return std::nullopt;
}

ExitStatus hosts(const TrustOrder& order, Console& console)
{
    AllowedHosts allowed;
    if (const auto status = open(allowed, order, console, TrustFolder::Belief::AsItIs))
        return *status;
    if (order.format == OutputFormat::Json) {
        QJsonArray rows;
        for (const AllowedHost& row : allowed.rows())
            rows += toJson(row);
        console.print(rows);
        return ExitStatus::Done;
    }
    if (allowed.rows().isEmpty())
        console.print(Texts::tr("The Allowed Hosts list is empty."));
    for (const AllowedHost& row : allowed.rows())
        printRow(row, console);
    return ExitStatus::Done;
}

/// `HOST:PORT` with the host in the form that rows have.
std::optional<Endpoint> hostOf(const QString& text, const Console& console)
{
    const auto endpoint = Endpoint::parse(text);
    const auto host = endpoint ? normalisedHost(endpoint->host) : std::nullopt;
    if (!host) {
        trustUsageError(
            Texts::tr("«%1» is not of the form HOST:PORT, such as mail.example:465 or [::1]:993.").arg(shown(text)),
            console);
        return std::nullopt;
    }
    return Endpoint{*host, endpoint->port};
}

std::optional<QByteArray> fingerprintOf(const QString& text, const Console& console)
{
    const auto fingerprint = readFingerprint(text);
    if (!fingerprint)
        trustUsageError(Texts::tr("«%1» is no SHA-256 fingerprint.").arg(shown(text)), console);
    return fingerprint;
}

std::optional<QList<TrustError>> errorsOf(const std::optional<QString>& codes, const Console& console)
{
    QList<TrustError> errors;
    for (const QString& code : codes.value_or(QString()).split(u',', Qt::SkipEmptyParts)) {
        const auto error = trustErrorNamed(code.trimmed());
        if (!error) {
            trustUsageError(Texts::tr("There is no error code «%1».").arg(shown(code)), console);
            return std::nullopt;
        }
        if (!errors.contains(*error))
            errors += *error;
    }
    if (errors.isEmpty()) {
        trustUsageError(Texts::tr("--errors is needed: the error codes that are accepted, such as unknownRoot."), console);
        return std::nullopt;
    }
    return errors;
}

/// Takes the chain of `--chain` into the row; it must be the certificate that is named.
ExitStatus takeChain(AllowedHost& row, const QString& path, const Console& console)
{
    const auto bytes = readInput(path, console);
    if (!bytes)
        return bytes.error();
    const auto chain = chainOfPem(bytes.value());
    const auto leaf = chain ? certificateFacts(chain->first()) : std::nullopt;
    if (!leaf) {
        console.complain(Texts::tr("%1 holds no certificates in PEM, or a damaged one.").arg(shown(path)));
        return ExitStatus::CannotRead;
    }
    if (leaf->sha256 != row.sha256)
        return trustUsageError(Texts::tr("The first certificate of %1 has another fingerprint: %2.")
                                   .arg(shown(path), QString::fromLatin1(leaf->sha256)),
                               console);
    row.chain = *chain;
    row.publicKeySha256 = leaf->publicKeySha256;
    return ExitStatus::Done;
}

void print(const AllowedHost& row, const QString& sentence, OutputFormat format, Console& console)
{
    if (format == OutputFormat::Json)
        console.print(toJson(row));
    else
        console.print(sentence);
}

ExitStatus allow(const TrustOrder& order, Console& console)
{
    const auto host = hostOf(order.given.at(0), console);
    const auto fingerprint = host ? fingerprintOf(order.given.at(1), console) : std::nullopt;
    const auto errors = fingerprint ? errorsOf(order.arguments.value(u"errors"), console) : std::nullopt;
    if (!errors)
        return ExitStatus::Usage;
    AllowedHost row;
    row.host = *host;
    row.approval = Approval::Approved;
    row.sha256 = *fingerprint;
    row.errors = *errors;
    row.created = QDateTime::currentDateTimeUtc();
    if (const auto chain = order.arguments.value(u"chain"))
        if (const ExitStatus status = takeChain(row, *chain, console); status != ExitStatus::Done)
            return status;
    AllowedHosts allowed;
    if (const auto status = open(allowed, order, console))
        return *status;
    if (const auto fault = allowed.approve(row))
        return trustFault(*fault, order, console);
    print(
        row,
        Texts::tr("%1 is allowed with the certificate %2 in spite of: %3. Any other certificate, port or error asks again.")
            .arg(shown(row.host.toString()), QString::fromLatin1(row.sha256), errorNames(row)),
        order.format, console);
    return ExitStatus::Done;
}

ExitStatus reject(const TrustOrder& order, Console& console)
{
    const auto host = hostOf(order.given.at(0), console);
    const auto fingerprint = host ? fingerprintOf(order.given.at(1), console) : std::nullopt;
    if (!fingerprint)
        return ExitStatus::Usage;
    AllowedHosts allowed;
    if (const auto status = open(allowed, order, console))
        return *status;
    AllowedHost row;
    // A row about the same certificate keeps what was seen of it.
    if (const auto present = allowed.find(*host); present && present->sha256 == *fingerprint)
        row = *present;
    row.host = *host;
    row.approval = Approval::Rejected;
    row.sha256 = *fingerprint;
    row.created = QDateTime::currentDateTimeUtc();
    if (const auto fault = allowed.reject(row))
        return trustFault(*fault, order, console);
    print(row,
          Texts::tr("%1 is rejected: tests end there without asking, until it is allowed or forgotten.")
              .arg(shown(row.host.toString())),
          order.format, console);
    return ExitStatus::Done;
}

/// What was needed no more here has to be deleted on the station too.
void keepForHandover(const QList<AllowedHost>& rows, const TrustOrder& order, const Console& console)
{
    if (rows.isEmpty())
        return;
    if (const auto fault = changeHandover(order.folder, [&rows](HandoverFile& file) { file.notePruned(rows); }))
        console.note(shown(describe(*fault)));
}

ExitStatus forget(const TrustOrder& order, Console& console)
{
    const auto host = hostOf(order.given.at(0), console);
    if (!host)
        return ExitStatus::Usage;
    AllowedHosts allowed;
    if (const auto status = open(allowed, order, console))
        return *status;
    const auto row = allowed.find(*host);
    if (!row) {
        console.complain(Texts::tr("The Allowed Hosts list has no %1.").arg(shown(host->toString())));
        return ExitStatus::Usage;
    }
    UserTrustStore store;
    store.open(order.folder);
    const bool isUnneeded = isNoLongerNeeded(*row, TrustAnchors::systemAnd(store.ders()), QDateTime::currentDateTimeUtc());
    if (const auto fault = allowed.forget(*host))
        return trustFault(*fault, order, console);
    if (isUnneeded)
        keepForHandover({*row}, order, console);
    print(*row, Texts::tr("%1 is forgotten: the next test asks again.").arg(shown(host->toString())), order.format, console);
    return ExitStatus::Done;
}

/// Removes the exemptions whose chain would be trusted without them.
ExitStatus prune(const TrustOrder& order, Console& console)
{
    UserTrustStore store;
    if (const auto fault = store.open(order.folder); fault && store.faults().isEmpty())
        return trustFault(*fault, order, console);
    AllowedHosts allowed;
    if (const auto status = open(allowed, order, console))
        return *status;
    const TrustAnchors anchors = TrustAnchors::systemAnd(store.ders());
    const RemovedHosts removed = allowed.prune(anchors, QDateTime::currentDateTimeUtc());
    if (removed.fault)
        return trustFault(*removed.fault, order, console);
    keepForHandover(removed.rows, order, console);
    QJsonArray pruned;
    for (const AllowedHost& row : removed.rows) {
        pruned += toJson(row);
        if (order.format == OutputFormat::Text)
            console.print(Texts::tr("%1 is no longer needed and was removed.").arg(shown(row.host.toString())));
    }
    if (order.format == OutputFormat::Json)
        console.print(pruned);
    else if (pruned.isEmpty())
        console.print(Texts::tr("Every exemption is still needed."));
    return ExitStatus::Done;
}

constexpr const char* allowOptions[] = {"errors", "chain"};
constexpr TrustAction hostActions[] = {
    {"hosts", 0, 0, {}, false, hosts},   {"allow", 2, 2, allowOptions, true, allow}, {"reject", 2, 2, {}, true, reject},
    {"forget", 1, 1, {}, false, forget}, {"prune", 0, 0, {}, false, prune},
};

} // namespace

std::span<const TrustAction> allowedHostsActions()
{
    return hostActions;
}

} // namespace stationer
