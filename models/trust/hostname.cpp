#include "trust/hostname.h"

#include <QHostAddress>
#include <QUrl>

#include <libpsl.h>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestHost = 253;
constexpr qsizetype LongestLabel = 63;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Four decimal numbers without leading zeros: the other forms that resolvers know mean different hosts to different ones.
bool isIpv4(QStringView text)
{
    const auto parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               return !part.isEmpty() && part.size() <= 3 && std::all_of(part.begin(), part.end(), isDigit) &&
                      (part.size() == 1 || part[0] != u'0') && part.toInt() <= 255;
           });
}

std::optional<QString> normalisedIpv6(QStringView text)
{
    const qsizetype percent = text.indexOf(u'%');
    const QStringView address = percent < 0 ? text : text.first(percent);
    const bool isWritten = std::all_of(address.begin(), address.end(), [](QChar c) {
        const QChar lower = c.toLower();
        return isDigit(c) || (lower >= u'a' && lower <= u'f') || c == u':' || c == u'.';
    });
    QHostAddress parsed;
    if (!isWritten || !parsed.setAddress(address.toString()) || parsed.protocol() != QAbstractSocket::IPv6Protocol)
        return std::nullopt;
    const qsizetype dot = address.indexOf(u'.');
    if (dot >= 0 && !isIpv4(address.sliced(address.lastIndexOf(u':') + 1)))
        return std::nullopt;
    if (percent < 0)
        return parsed.toString().toLower();
    // A zone tells link-local addresses apart and means nothing elsewhere (RFC 4007).
    const QStringView zone = text.sliced(percent + 1);
    const bool isZone = !zone.isEmpty() && zone.size() <= 32 && std::all_of(zone.begin(), zone.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-');
    });
    if (!isZone || !parsed.isLinkLocal())
        return std::nullopt;
    return parsed.toString().toLower() + u'%' + zone.toString();
}

// Letters, digits, hyphens inside, and underscores, which some internal names have.
bool isLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= LongestLabel && !label.startsWith(u'-') && !label.endsWith(u'-') &&
           std::all_of(label.begin(), label.end(),
                       [](QChar c) { return isDigit(c) || (c >= u'a' && c <= u'z') || c == u'-' || c == u'_'; });
}

bool isName(QStringView lower)
{
    if (lower.isEmpty() || lower.size() > LongestHost)
        return false;
    const auto labels = lower.split(u'.');
    if (!std::all_of(labels.begin(), labels.end(), isLabel))
        return false;
    // A last label that is a number makes it an address to resolvers («127.1», «0x7f000001»), not a name.
    const QStringView last = labels.back();
    const QStringView digits = last.startsWith("0x"_L1) ? last.sliced(2) : last;
    return !std::all_of(digits.begin(), digits.end(), [isHex = digits.size() != last.size()](QChar c) {
        return isDigit(c) || (isHex && c >= u'a' && c <= u'f');
    });
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// A certificate's pattern against a host, both lower case.
bool matchesName(const QString& pattern, QStringView host)
{
    if (!pattern.startsWith("*."_L1))
        return isName(pattern) && pattern == host;
    const QStringView parent = QStringView(pattern).sliced(2);
    const qsizetype dot = host.indexOf(u'.');
    if (!isName(parent) || dot <= 0 || host.sliced(dot + 1) != parent)
        return false;
    return psl_is_public_suffix2(psl_builtin(), parent.toLatin1().constData(), PSL_TYPE_ICANN) == 0;
}

} // namespace

std::optional<QString> normalisedHost(QStringView typed)
{
    if (typed.startsWith(u'[') && typed.endsWith(u']') && typed.size() > 2) {
        const QStringView inside = typed.sliced(1, typed.size() - 2);
        return inside.contains(u':') ? normalisedIpv6(inside) : std::nullopt;
    }
    if (typed.contains(u':'))
        return normalisedIpv6(typed);
    QString host;
    if (isAscii(typed)) {
        host = typed.toString().toLower();
    } else {
        // Spaces and controls are refused before the conversion: it drops some and maps others.
        if (typed.size() > LongestHost || std::any_of(typed.begin(), typed.end(), [](QChar c) {
                return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
            }))
            return std::nullopt;
        host = QString::fromLatin1(QUrl::toAce(typed.toString())).toLower();
    }
    if (host.endsWith(u'.'))
        host.chop(1);
    if (isIpv4(host) || isName(host))
        return host;
    return std::nullopt;
}

bool isIpAddress(QStringView normalisedHost)
{
    return normalisedHost.contains(u':') || isIpv4(normalisedHost);
}

bool matches(const CertificateFacts& certificate, const QString& normalisedHost)
{
    if (isIpAddress(normalisedHost)) {
        const qsizetype zone = normalisedHost.indexOf(u'%');
        return certificate.ipAddresses.contains(zone < 0 ? normalisedHost : normalisedHost.first(zone));
    }
    return std::any_of(certificate.dnsNames.begin(), certificate.dnsNames.end(),
                       [&](const QString& name) { return isAscii(name) && matchesName(name.toLower(), normalisedHost); });
}

} // namespace stationer
