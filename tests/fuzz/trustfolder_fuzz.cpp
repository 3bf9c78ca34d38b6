// The files of a `.security` folder and of the record of them, by the first byte: a CA's PEM, the list of Allowed Hosts,
// what the user's own data says of both. A file counts or is a fault, and nothing is believed that the record does not say.

#include "fuzz/entry.h"
#include "trust/allowedhosts.h"
#include "trust/truststores.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace stationer;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    fuzz::require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void clear(const QString& folder)
{
    for (const QString& left : QDir(folder).entryList(QDir::Files | QDir::Hidden))
        QFile::remove(folder + u'/' + left);
}

} // namespace

STATIONER_FUZZ_ENTRY(trustfolder, 10000)
{
    static const QTemporaryDir folder, records;
    static const QString roots = folder.filePath(QStringLiteral("user-trust-store"));
    static const bool isMade = QDir().mkpath(roots) && QFile::setPermissions(roots, QFile::Permissions(0x7700));
    fuzz::require(isMade);
    QByteArray rest = bytes;
    switch (fuzz::choice(rest, 3)) {
    case 0: {
        write(roots + QStringLiteral("/ca.pem"), rest);
        UserTrustStore store;
        store.open(TrustFolder(folder.path()));
        fuzz::require(store.roots().size() + store.faults().size() == 1);
        for (const UserRoot& root : store.roots())
            fuzz::require(!root.certificate.der.isEmpty() && root.alias == QStringLiteral("ca"));
        static_cast<void>(TrustAnchors::only(store.ders()));
        clear(roots);
        break;
    }
    case 1: {
        write(folder.filePath(QStringLiteral("allowed-hosts.json")), rest);
        AllowedHosts hosts;
        const auto fault = hosts.open(TrustFolder(folder.path()));
        fuzz::require(!fault || hosts.rows().isEmpty());
        for (const AllowedHost& row : hosts.rows())
            fuzz::require(row.host.port != 0 && hosts.find(row.host) == row);
        clear(folder.path());
        break;
    }
    case 2:
        static const QByteArray hash(64, 'a');
        static const TrustRecord record(records.path(), folder.path());
        static const QString name = QStringLiteral("allowed-hosts.json");
        static const bool isRecorded = !record.settle({{name, hash}});
        static const QString path = records.filePath(QDir(records.path()).entryList({QStringLiteral("*.json")}).value(0));
        write(path, rest);
        if (record.read().answerFor(name, hash) != TrustRecord::Answer::Unknown)
            fuzz::require(isRecorded && QJsonDocument::fromJson(rest).toJson().contains(hash));
        break;
    }
}
