#include "trust/newcertificate.h"

#include "trust/hostname.h"

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

// The upper bounds of RFC 5280, appendix A.1.
constexpr qsizetype LongestName = 64;
constexpr qsizetype LongestPlace = 128;

bool isField(const QString& text, qsizetype longest)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    return text.trimmed().size() <= longest && std::none_of(text.cbegin(), text.cend(), isControl);
}

bool isDnsName(const QString& text)
{
    QString name = text.trimmed();
    if (name.startsWith("*."_L1))
        name.remove(0, 2);
    const auto host = normalisedHost(name);
    return host && !isIpAddress(*host);
}

bool isAddress(const QString& text)
{
    const auto host = normalisedHost(text.trimmed());
    return host && isIpAddress(*host);
}

// ASCII only: what is beyond needs another kind of name (RFC 8398).
bool isMailAddress(const QString& text)
{
    const QString address = text.trimmed();
    const bool isPlain = std::all_of(address.cbegin(), address.cend(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    const qsizetype at = address.lastIndexOf(u'@');
    return isPlain && at > 0 && isDnsName(address.mid(at + 1));
}

} // namespace

std::optional<KeyFault> faultOf(const NewCertificate& wanted)
{
    const bool hasAlternative =
        !wanted.dnsNames.isEmpty() || !wanted.ipAddresses.isEmpty() || !wanted.mailAddresses.isEmpty();
    if (wanted.commonName.trimmed().isEmpty() && !hasAlternative)
        return KeyFault::NameMissing;
    for (const QString& name : {wanted.commonName, wanted.organization, wanted.organizationalUnit}) {
        if (!isField(name, LongestName))
            return KeyFault::FieldInvalid;
    }
    if (!isField(wanted.locality, LongestPlace) || !isField(wanted.state, LongestPlace))
        return KeyFault::FieldInvalid;
    const QString country = wanted.country.trimmed();
    const bool isCountry = country.size() == 2 && std::all_of(country.cbegin(), country.cend(),
                                                              [](QChar c) { return c.isLetter() && c < u'\x7f'; });
    if (!country.isEmpty() && !isCountry)
        return KeyFault::CountryInvalid;
    if (!std::all_of(wanted.dnsNames.cbegin(), wanted.dnsNames.cend(), isDnsName) ||
        !std::all_of(wanted.ipAddresses.cbegin(), wanted.ipAddresses.cend(), isAddress) ||
        !std::all_of(wanted.mailAddresses.cbegin(), wanted.mailAddresses.cend(), isMailAddress))
        return KeyFault::AlternativeNameInvalid;
    const auto isYear = [](const QDateTime& moment) {
        return moment.isValid() && moment.toUTC().date().year() >= 1950 && moment.toUTC().date().year() <= 9998;
    };
    if (!isYear(wanted.notBefore) || !isYear(wanted.notAfter) || wanted.notAfter <= wanted.notBefore)
        return KeyFault::ValidityInvalid;
    return std::nullopt;
}

} // namespace stationer
