#pragma once

// Looks for secrets in whatever a program wrote: as they stand, in parts of eight characters, in every way that servers,
// logs and formats write such a thing. It knows nothing of how the product masks.

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QString>
#include <QStringEncoder>
#include <QUrl>

#include <cstring>

namespace stationer::testing {

/// Signs that every way of writing changes.
inline const QString awkwardPassword = QStringLiteral(u"pä$s \"w=rd\\ <&>%+/é~Kx7");
inline const QString awkwardPassphrase = QStringLiteral(u"Schlüßel=\\ \"4\" <Tür>&%/+ß");
inline const QString awkwardToken = QStringLiteral(u"ya29.To+ken/with=all~<&>%\"\\-_end");

/// One way to write a text, and what for.
struct Writing {
    const char* name;
    QByteArray (*written)(const QString&);
};

namespace writing {

/// Every byte of the UTF-8 after a mark, in hex.
inline QByteArray eachByte(const QString& text, const QByteArray& mark)
{
    QByteArray all;
    for (const char byte : text.toUtf8())
        all += mark + QByteArray(1, byte).toHex();
    return all;
}
template <class Written>
QByteArray eachCharacter(const QString& text, Written written)
{
    QByteArray all;
    for (const QChar c : text)
        all += written(c.unicode());
    return all;
}
inline QByteArray inUtf16(const QString& text, QStringConverter::Encoding order)
{
    return QStringEncoder(order, QStringConverter::Flag::Default).encode(text);
}

} // namespace writing

inline const QList<Writing>& writings()
{
    using namespace writing;
    static const QList<Writing> known{
        {"UTF-8", [](const QString& text) { return text.toUtf8(); }},
        {"Latin-1", [](const QString& text) { return text.toLatin1(); }},
        {"UTF-16LE", [](const QString& text) { return inUtf16(text, QStringConverter::Utf16LE); }},
        {"UTF-16BE", [](const QString& text) { return inUtf16(text, QStringConverter::Utf16BE); }},
        {"capitals", [](const QString& text) { return text.toUtf8().toUpper(); }},
        {"base64", [](const QString& text) { return text.toUtf8().toBase64(); }},
        {"base64 after one", [](const QString& text) { return ("a" + text.toUtf8()).toBase64(); }},
        {"base64 after two", [](const QString& text) { return ("ab" + text.toUtf8()).toBase64(); }},
        {"base64 for URLs", [](const QString& text) { return text.toUtf8().toBase64(QByteArray::Base64UrlEncoding); }},
        {"percent", [](const QString& text) { return QUrl::toPercentEncoding(text); }},
        {"percent in a form", [](const QString& text) { return QUrl::toPercentEncoding(text, " ").replace(' ', '+'); }},
        {"percent, every byte", [](const QString& text) { return eachByte(text, "%"); }},
        {"hex", [](const QString& text) { return text.toUtf8().toHex(); }},
        {"hex in capitals", [](const QString& text) { return text.toUtf8().toHex().toUpper(); }},
        {"hex with blanks", [](const QString& text) { return text.toUtf8().toHex(' '); }},
        {"hex with colons", [](const QString& text) { return text.toUtf8().toHex(':'); }},
        {"quoted-printable",
         [](const QString& text) {
             QByteArray all;
             for (const char byte : text.toUtf8())
                 all +=
                     byte == '=' || uchar(byte) > 0x7e ? '=' + QByteArray(1, byte).toHex().toUpper() : QByteArray(1, byte);
             return all;
         }},
        {"quoted-printable, every byte", [](const QString& text) { return eachByte(text, "=").toUpper(); }},
        {"HTML", [](const QString& text) { return text.toHtmlEscaped().toUtf8(); }},
        {"HTML with names",
         [](const QString& text) {
             const QByteArray escaped = text.toHtmlEscaped().toUtf8();
             return QByteArray(escaped).replace("ä", "&auml;").replace("é", "&eacute;").replace("ü", "&uuml;");
         }},
        {"HTML in decimals",
         [](const QString& text) {
             return eachCharacter(text, [](int code) { return "&#" + QByteArray::number(code) + ';'; });
         }},
        {"HTML in hex",
         [](const QString& text) {
             return eachCharacter(text, [](int code) { return "&#x" + QByteArray::number(code, 16) + ';'; });
         }},
        {"JSON",
         [](const QString& text) {
             return eachCharacter(text, [](int code) {
                 return code == '"' || code == '\\' ? '\\' + QByteArray(1, char(code))
                        : code < 0x7f               ? QByteArray(1, char(code))
                                                    : "\\u" + QByteArray::number(code, 16).rightJustified(4, '0');
             });
         }},
        {"JSON, every character",
         [](const QString& text) {
             return eachCharacter(text,
                                  [](int code) { return "\\u" + QByteArray::number(code, 16).rightJustified(4, '0'); });
         }},
        {"quoted string", [](const QString& text) { return text.toUtf8().replace('\\', "\\\\").replace('"', "\\\""); }},
        {"backslash, every byte", [](const QString& text) { return eachByte(text, "\\x"); }},
    };
    return known;
}

class SecretSearch {
public:
    /// `least`: how many characters of it are telling.
    void add(const QByteArray& name, const QString& secret, qsizetype least = 8)
    {
        for (qsizetype at = 0; at + least <= secret.size(); ++at) {
            const QString part = secret.sliced(at, least);
            for (const Writing& writing : writings())
                if (!QByteArrayView(writing.name).startsWith("base64"))
                    add(writing.written(part), name + " (" + writing.name + ')');
            for (int before = 0; before < 3; ++before) { // what of the digits is this part's alone
                const QByteArray bytes = QByteArray(before, 'x') + part.toUtf8();
                const qsizetype first = (before * 8 + 5) / 6;
                const QByteArray digits = bytes.toBase64().sliced(first, bytes.size() * 8 / 6 - first);
                add(digits, name + " (base64)");
                add(QByteArray(digits).replace('+', '-').replace('/', '_'), name + " (base64 for URLs)");
            }
        }
    }

    /// What stands there first, and how; empty where nothing does.
    QByteArray foundIn(const QByteArray& bytes) const
    {
        const QByteArray raw = bytes.toLower();
        QByteArray joined, bare = raw;
        for (qsizetype at = 0; at < raw.size(); ++at) { // lines put together, as mail and SASL fold them
            const QByteArrayView rest = QByteArrayView(raw).sliced(at);
            const bool isSoft = rest.startsWith("=\r\n") || rest.startsWith("=\n") || rest.startsWith("= ");
            if (!isSoft && rest.front() != '\r' && rest.front() != '\n' && rest.front() != '\0') {
                joined += rest.front();
                continue;
            }
            while (at + 1 < raw.size() && QByteArrayView("\r\n\t ").contains(raw.at(at + 1)))
                ++at;
        }
        for (qsizetype size = -1; size != bare.size();) { // JSON within quotes within XML
            size = bare.size();
            bare.replace("\\", "").replace("&amp;", "&").replace("\xe2\x90\x80", "");
        }
        for (const QByteArray& view : {raw, joined, bare})
            if (const QByteArray found = lookedUpIn(view); !found.isEmpty())
                return found;
        return {};
    }

    /// In a file's name or bytes, of all below a folder.
    QByteArray foundBelow(const QString& folder, int* files = nullptr) const
    {
        QDirIterator each(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (files)
                ++*files;
            if (!file.open(QIODevice::ReadOnly))
                continue;
            if (const QByteArray found = foundIn(each.fileName().toUtf8() + '\n' + file.readAll()); !found.isEmpty())
                return file.fileName().toUtf8() + ": " + found;
        }
        return {};
    }

private:
    static quint64 beginning(const char* bytes)
    {
        quint64 word;
        std::memcpy(&word, bytes, sizeof word);
        return word;
    }
    void add(const QByteArray& written, const QByteArray& what)
    {
        for (QByteArray form : {written.toLower(), written.toLower().replace("\\", "").replace("&amp;", "&")})
            if (form.size() >= 8)
                m_forms[beginning(form.constData())] += {form, what};
    }
    QByteArray lookedUpIn(const QByteArray& text) const
    {
        for (qsizetype at = 0; at + 8 <= text.size(); ++at)
            if (const auto forms = m_forms.constFind(beginning(text.constData() + at)); forms != m_forms.cend())
                for (const auto& [form, what] : *forms)
                    if (QByteArrayView(text).sliced(at).startsWith(form))
                        return what + " at " + QByteArray::number(at) + ": " +
                               text.mid(std::max<qsizetype>(0, at - 40), 120);
        return {};
    }

    QHash<quint64, QList<std::pair<QByteArray, QByteArray>>> m_forms;
};

} // namespace stationer::testing
