#pragma once

#include "securityfolder.h"

#include "trust/allowedhosts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>

namespace stationer::testing {

/// As much of a certificate as the file asks for.
inline QByteArray der(const QByteArray& name)
{
    return "\x30" + QByteArray(1, char(name.size())) + name;
}

inline AllowedHost row(const QString& host = u"mail.example"_s, quint16 port = 465)
{
    AllowedHost one;
    one.host = {host, port};
    one.publicKeySha256 = QByteArray(64, 'b');
    one.errors = {TrustError::SelfSigned, TrustError::Expired};
    one.created = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC);
    one.note = u"«checked» by phone"_s;
    one.chain = {der("first"), der("second")};
    one.sha256 = QCryptographicHash::hash(one.chain.first(), QCryptographicHash::Sha256).toHex();
    return one;
}

/// A folder for Allowed Hosts, and the file in it as it is on disk.
class HostRows : protected SecurityFolder {
protected:
    QString path() const { return folder() + u"/allowed-hosts.json"_s; }
    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& text) const
    {
        QDir().mkpath(folder());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
};

} // namespace stationer::testing
