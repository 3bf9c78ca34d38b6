#include "trust/javanames.h"

#include "trust/certificatefacts.h"
#include "trust/hostname.h"

#include <openssl/err.h>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const ASN1_STRING* string)
{
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, string);
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(utf8), std::max(size, 0));
    OPENSSL_free(utf8);
    return text;
}

/// What is compared with a name: the dNSNames, or the last of the common names where there is none; lower case.
QStringList namesOf(X509* certificate)
{
    QStringList names;
    const Owned<GENERAL_NAMES> alternatives(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; alternatives && i < sk_GENERAL_NAME_num(alternatives.get()); ++i) {
        const GENERAL_NAME* const name = sk_GENERAL_NAME_value(alternatives.get(), i);
        if (name->type == GEN_DNS)
            names << textOf(name->d.dNSName).toLower();
    }
    const X509_NAME* const subject = X509_get_subject_name(certificate);
    int last = -1;
    for (int at = -1; names.isEmpty() && (at = X509_NAME_get_index_by_NID(subject, NID_commonName, at)) >= 0;)
        last = at;
    if (last >= 0)
        names << textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, last))).toLower();
    ERR_clear_error();
    return names;
}

// What Java takes for a name: letters, digits and hyphens inside, no trailing dot.
bool isJavaName(QStringView lower)
{
    const auto labels = lower.split(u'.');
    return std::all_of(labels.begin(), labels.end(), [](QStringView label) {
        return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-') && !label.endsWith(u'-') &&
               std::all_of(label.begin(), label.end(),
                           [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; });
    });
}

// The parts of a label between its wildcards, one after the other.
bool matchesLabel(QStringView label, QStringView pattern)
{
    const auto parts = pattern.split(u'*');
    if (parts.size() == 1)
        return label == pattern;
    if (pattern.startsWith("xn--"_L1)) // stands for other letters than it is written with
        return false;
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        const qsizetype at = label.indexOf(parts[i]);
        if (at < 0 || (i == 0 && at > 0))
            return false;
        label = label.sliced(at + parts[i].size());
    }
    return label.endsWith(parts.back());
}

bool matchesJava8(QStringView host, const QString& pattern)
{
    const qsizetype wildcard = pattern.lastIndexOf(u'*');
    if (wildcard >= 0 && !QStringView(pattern).sliced(wildcard).contains(u'.'))
        return false;
    if (!isJavaName(QString(pattern).replace(u'*', u'z')))
        return false;
    const auto firstDot = [](QStringView name) { return name.contains(u'.') ? name.indexOf(u'.') : name.size(); };
    const qsizetype inHost = firstDot(host);
    const qsizetype inPattern = firstDot(pattern);
    return matchesLabel(host.first(inHost), QStringView(pattern).first(inPattern)) &&
           host.sliced(inHost) == QStringView(pattern).sliced(inPattern);
}

bool matchesJavaMail(QStringView host, QStringView pattern)
{
    if (!pattern.startsWith("*."_L1))
        return host == pattern;
    return pattern.size() > 2 && host.size() > pattern.size() - 2 && host.endsWith(pattern.sliced(1));
}

} // namespace

bool isNamedByJava8(X509* certificate, const QString& host)
{
    const auto address = normalisedHost(host);
    if (address && isIpAddress(*address))
        return matches(factsOf(certificate, {}), *address);
    const QString lower = host.toLower();
    const QStringList names = namesOf(certificate);
    return isJavaName(lower) &&
           std::any_of(names.begin(), names.end(), [&](const QString& name) { return matchesJava8(lower, name); });
}

bool isNamedByJavaMail(X509* certificate, const QString& host)
{
    const QString lower = host.toLower();
    const QStringList names = namesOf(certificate);
    return std::any_of(names.begin(), names.end(), [&](const QString& name) { return matchesJavaMail(lower, name); });
}

} // namespace stationer
