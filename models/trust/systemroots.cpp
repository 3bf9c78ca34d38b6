#include "trust/derslices.h"
#include "trust/openssl.h"
#include "trust/pemtext.h"
#include "trust/truststores.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

// The one file that knows where the operating system keeps its roots. OpenSSL looks them up one by one when it judges; to
// show them all, the same places are read here.

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString placeOf(const char* variable, const char* otherwise)
{
    const QString named = qEnvironmentVariable(variable);
    return named.isEmpty() ? QString::fromLocal8Bit(otherwise) : named;
}

void take(const QString& path, QList<QByteArray>& roots, QSet<QByteArray>& seen)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const PemBlock& block : pemBlocks(file.readAll())) {
        const QByteArray der = isCertificateLabel(block.label) ? certificateOf(block) : QByteArray();
        if (!seen.contains(der) && slicesOf(der)) {
            seen.insert(der);
            roots << der;
        }
    }
}

QString file()
{
    return placeOf(X509_get_default_cert_file_env(), X509_get_default_cert_file());
}

QStringList folders()
{
    return placeOf(X509_get_default_cert_dir_env(), X509_get_default_cert_dir())
        .split(QDir::listSeparator(), Qt::SkipEmptyParts);
}

} // namespace

QByteArray systemRootsStamp()
{
    QByteArray stamp;
    for (const QString& path : QStringList{file()} + folders()) {
        const QFileInfo info(path);
        stamp += path.toUtf8() + ' ' + QByteArray::number(info.size()) + ' ' +
                 QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + '\n';
    }
    return stamp;
}

QList<QByteArray> systemRoots()
{
    QList<QByteArray> roots;
    QSet<QByteArray> seen;
    take(file(), roots, seen);
    // In a folder OpenSSL finds what is named after the hash of the subject.
    static const QRegularExpression hashed(u"^[0-9a-f]{8}\\.[0-9]+$"_s);
    for (const QString& folder : folders()) {
        const QStringList names = QDir(folder).entryList(QDir::Files).filter(hashed);
        for (const QString& name : names)
            take(folder + u'/' + name, roots, seen);
    }
    return roots;
}

} // namespace stationer
