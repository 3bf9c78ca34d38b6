#include "app/cli/certificatejson.h"
#include "app/cli/inputfile.h"
#include "app/cli/secretinput.h"
#include "app/cli/secretsfile.h"
#include "app/cli/terminal.h"
#include "app/cli/texts.h"
#include "app/cli/trustactions.h"
#include "trust/importer.h"
#include "trust/truststores.h"
#include "trust/trusttext.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// Files in the store that cannot be used are said and cost nothing else. What came with the station is shown to who asks
/// for it.
std::optional<ExitStatus> open(UserTrustStore& store, const TrustOrder& order, const Console& console,
                               TrustFolder::Belief belief = TrustFolder::Belief::AsItIs)
{
    auto fault = store.open(order.folder);
    const auto& faults = store.faults();
    const auto brought = std::find_if(faults.cbegin(), faults.cend(), [](const TrustFileFault& one) {
        return one.kind == TrustFileFault::Kind::NotTakenOver;
    });
    if (brought != faults.cend()) {
        trustFault(*brought, order, console);
        if (belief == TrustFolder::Belief::AsItIs)
            fault = store.open(order.folder.asItIs());
    }
    for (const TrustFileFault& each : store.faults())
        if (each.kind != TrustFileFault::Kind::NotTakenOver)
            trustFault(each, order, console);
    if (fault && store.faults().isEmpty())
        return trustFault(*fault, order, console);
    return std::nullopt;
}

ExitStatus list(const TrustOrder& order, Console& console)
{
    UserTrustStore store;
    if (const auto status = open(store, order, console))
        return *status;
    if (order.format == OutputFormat::Json) {
        QJsonArray roots;
        for (const UserRoot& root : store.roots()) {
            QJsonObject object = toJson(root.certificate);
            object[u"alias"] = root.alias;
            roots += object;
        }
        console.print(roots);
    } else if (store.roots().isEmpty() && store.faults().isEmpty()) { // what is not used is not nothing
        console.print(Texts::tr("The User Trust Store is empty."));
    } else {
        for (const UserRoot& root : store.roots()) {
            console.print(shown(root.alias) + "  "_L1 + shown(root.certificate.subject));
            console.print("  "_L1 + Texts::tr("until %1").arg(root.certificate.notAfter.toUTC().toString(Qt::ISODate)) +
                          "  SHA-256 "_L1 + QString::fromLatin1(root.certificate.sha256));
        }
    }
    return store.faults().isEmpty() ? ExitStatus::Done : ExitStatus::CannotRead;
}

/// What is in the store now and was not before. A root that could not be written is not among them: nobody will read it.
void sayImported(const QList<UserRoot>& wanted, const QList<UserRoot>& before, const UserTrustStore& store,
                 const TrustOrder& order, QJsonArray& imported, Console& console)
{
    QSet<QByteArray> present;
    for (const UserRoot& root : before)
        present << root.certificate.der;
    QHash<QByteArray, QString> aliases;
    for (const UserRoot& root : store.roots())
        if (store.isStored(root.alias))
            aliases.insert(root.certificate.der, root.alias);
    for (const UserRoot& root : wanted) {
        const auto alias = aliases.constFind(root.certificate.der);
        if (alias == aliases.cend() || present.contains(root.certificate.der))
            continue;
        QJsonObject object = toJson(root.certificate);
        object[u"alias"] = *alias;
        imported += object;
        if (order.format == OutputFormat::Json)
            continue;
        console.print(Texts::tr("Imported %1 as «%2».").arg(shown(root.certificate.subject), shown(*alias)));
        console.print("  SHA-256 "_L1 + QString::fromLatin1(root.certificate.sha256));
        console.print("  "_L1 +
                      (root.certificate.rejection.isEmpty()
                           ? Texts::tr("It now vouches for every host it signs. Compare the fingerprint with its owner.")
                           : Texts::tr("Its file rejects it for servers: it vouches for none.")));
    }
}

/// Imports what one file holds and says what became of each certificate.
ExitStatus importFile(const QString& path, const std::optional<Secret>& given, UserTrustStore& store,
                      const TrustOrder& order, QJsonArray& imported, Console& console)
{
    const auto bytes = readInput(path, console);
    if (!bytes)
        return bytes.error();
    const auto read = [&](const Secret& password) {
        return previewImport(bytes.value(), store.ders(), QDateTime::currentDateTimeUtc(), password);
    };
    ImportPreview preview = read(given.value_or(Secret()));
    if (preview.fault == ImportFault::PasswordNeeded && !given && isTerminal())
        if (const auto typed = askSecret(Texts::tr("Password of %1: ").arg(shown(path))))
            preview = read(*typed);
    if (preview.fault) {
        console.complain(shown(path) + ": "_L1 + shown(describe(*preview.fault)));
        return ExitStatus::Usage;
    }
    ExitStatus status = ExitStatus::Done;
    QList<UserRoot> wanted;
    for (const ImportFind& find : preview.finds) {
        if (find.isImportable()) {
            wanted << UserRoot{order.arguments.value(u"alias").value_or(QString()), find.certificate};
            continue;
        }
        console.complain(shown(path) + ": "_L1 + shown(describe(find)));
        if (find.kind != ImportFind::Kind::Duplicate)
            status = ExitStatus::Usage;
    }
    const QList<UserRoot> before = store.roots();
    const auto fault = store.import(wanted);
    sayImported(wanted, before, store, order, imported, console);
    return fault ? trustFault(*fault, order, console) : status;
}

ExitStatus import(const TrustOrder& order, Console& console)
{
    UserTrustStore store;
    if (const auto status = open(store, order, console, TrustFolder::Belief::Recorded))
        return *status;
    std::optional<Secret> password; // opens what is locked, PKCS#12
    if (const auto path = order.arguments.value(u"password-file")) {
        const auto bytes = readSecretInput(*path, console);
        if (!bytes)
            return bytes.error();
        password = withoutFinalLineBreak(bytes.value());
    }
    ExitStatus status = ExitStatus::Done;
    QJsonArray imported;
    for (const QString& path : order.given)
        status = graver(status, importFile(path, password, store, order, imported, console));
    if (order.format == OutputFormat::Json)
        console.print(imported);
    return status;
}

const UserRoot* rootNamed(const UserTrustStore& store, const QString& alias, const Console& console)
{
    const UserRoot* const root = store.find(alias);
    if (!root)
        console.complain(Texts::tr("The User Trust Store has no «%1».").arg(shown(alias)));
    return root;
}

ExitStatus exportOne(const TrustOrder& order, Console& console)
{
    UserTrustStore store;
    if (const auto status = open(store, order, console))
        return *status;
    const UserRoot* const root = rootNamed(store, order.given.at(0), console);
    if (!root)
        return ExitStatus::Usage;
    const ExportFormat format = order.exportFormat.value_or(ExportFormat::Pem);
    const bool isPem = format == ExportFormat::Pem; // which says as well that it is rejected
    const QByteArray bytes =
        isPem ? toPem(root->certificate.withRejection()) : exported({root->certificate.der}, format).value_or(QByteArray());
    const auto out = order.arguments.value(u"out");
    if (!out) {
        if (order.format == OutputFormat::Json)
            console.print(QJsonObject{{u"alias"_s, root->alias},
                                      {isPem                         ? u"pem"_s
                                       : format == ExportFormat::Der ? u"der"_s
                                                                     : u"pkcs7"_s,
                                       QString::fromLatin1(isPem ? bytes : bytes.toBase64())}});
        else
            console.write(bytes);
        return ExitStatus::Done;
    }
    QSaveFile file(*out);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        console.complain(Texts::tr("%1 cannot be written (%2).").arg(shown(*out), shown(file.errorString())));
        return ExitStatus::CannotWrite;
    }
    if (order.format == OutputFormat::Json)
        console.print(QJsonObject{{u"alias"_s, root->alias}, {u"out"_s, *out}});
    else
        console.print(Texts::tr("Wrote %1.").arg(shown(*out)));
    return ExitStatus::Done;
}

ExitStatus remove(const TrustOrder& order, Console& console)
{
    UserTrustStore store;
    if (const auto status = open(store, order, console))
        return *status;
    const UserRoot* const root = rootNamed(store, order.given.at(0), console);
    if (!root)
        return ExitStatus::Usage;
    QJsonObject gone = toJson(root->certificate);
    gone[u"alias"] = root->alias;
    const QString sentence = Texts::tr("Removed «%1», %2.").arg(shown(root->alias), shown(root->certificate.subject));
    if (const auto fault = store.remove(root->alias))
        return trustFault(*fault, order, console);
    if (order.format == OutputFormat::Json)
        console.print(gone);
    else
        console.print(sentence);
    return ExitStatus::Done;
}

constexpr const char* importOptions[] = {"alias", "password-file"};
constexpr const char* exportOptions[] = {"out"}; // and --format, which every action has
constexpr TrustAction storeActions[] = {
    {"list", 0, 0, {}, false, list},
    {"import", 1, std::numeric_limits<int>::max(), importOptions, true, import},
    {"export", 1, 1, exportOptions, false, exportOne},
    {"remove", 1, 1, {}, false, remove},
};

} // namespace

std::span<const TrustAction> userTrustStoreActions()
{
    return storeActions;
}

} // namespace stationer
