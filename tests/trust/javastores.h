#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>
#include <QString>

#include <optional>

namespace stationer::testing {

/// A JKS or JCEKS, written field by field.
class JksMaker {
public:
    explicit JksMaker(const QByteArray& magic = "feedfeed", quint32 version = 2)
        : m_head(QByteArray::fromHex(magic) + number(version, 4)), m_version(version)
    {
    }

    JksMaker& trusted(const QByteArray& alias, const QByteArray& der) { return entry(2, alias, certificate(der)); }
    JksMaker& privateKey(const QByteArray& alias, const QList<QByteArray>& chain)
    {
        QByteArray rest = sized("sealed", 4) + number(quint32(chain.size()), 4);
        for (const QByteArray& der : chain)
            rest += certificate(der);
        return entry(1, alias, rest);
    }
    JksMaker& secretKey(const QByteArray& alias) { return entry(3, alias, QByteArray("\xac\xed\x00\x05", 4) + "sealed"); }
    JksMaker& entry(quint32 tag, const QByteArray& alias, const QByteArray& rest)
    {
        m_entries += number(tag, 4) + sized(alias, 2) + QByteArray(8, '\1') + rest;
        ++m_count;
        return *this;
    }

    QByteArray bytes(const QString& password = QStringLiteral("changeit"), std::optional<quint32> count = {}) const
    {
        const QByteArray all = m_head + number(count.value_or(m_count), 4) + m_entries;
        QByteArray secret;
        for (const QChar c : password)
            secret += number(c.unicode(), 2);
        return all + QCryptographicHash::hash(secret + "Mighty Aphrodite" + all, QCryptographicHash::Sha1);
    }

    static QByteArray number(quint32 value, int size)
    {
        QByteArray bytes;
        while (size-- > 0)
            bytes += char(value >> (8 * size));
        return bytes;
    }
    static QByteArray sized(const QByteArray& bytes, int size) { return number(quint32(bytes.size()), size) + bytes; }

private:
    QByteArray certificate(const QByteArray& der) const
    {
        return (m_version == 2 ? sized("X.509", 2) : QByteArray()) + sized(der, 4);
    }

    QByteArray m_head;
    QByteArray m_entries;
    quint32 m_version;
    quint32 m_count = 0;
};

} // namespace stationer::testing
