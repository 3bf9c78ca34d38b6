// What people type, or a file has in the place of it: hosts, endpoints, fingerprints, names for files and for certificates.

#include "connection/settings.h"
#include "fuzz/entry.h"
#include "trust/alias.h"
#include "trust/hostname.h"

using namespace stationer;

STATIONER_FUZZ_ENTRY(typed, 50000)
{
    const QString text = QString::fromUtf8(bytes);
    const auto host = normalisedHost(text);
    if (host) {
        const auto belongs = [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || QStringView(u"-_.:%").contains(c);
        };
        const QStringView withoutZone = QStringView(*host).first(host->contains(u'%') ? host->indexOf(u'%') : host->size());
        fuzz::require(!host->isEmpty() && host->size() <= 253 && std::ranges::all_of(withoutZone, belongs));
        fuzz::require(normalisedHost(*host) == host);
        CertificateFacts certificate;
        certificate.dnsNames = {QStringLiteral("*.com"), QStringLiteral("*.*.example"), QStringLiteral("*")};
        fuzz::require(!matches(certificate, *host));
        certificate.dnsNames = {*host};
        fuzz::require(matches(certificate, *host) != isIpAddress(*host));
    }
    const auto settings = settingsOf(Protocol::Imap, SecurityMode::Ssl, text, std::nullopt, text);
    fuzz::require(!settings || (host && settings.value().server.port == 993));
    if (const auto endpoint = Endpoint::parse(text)) {
        fuzz::require(endpoint->port != 0 && Endpoint::parse(endpoint->toString()) == endpoint);
        fuzz::require(text.back().isDigit() && text[text.lastIndexOf(u':') + 1].isDigit());
    }
    if (const auto fingerprint = readFingerprint(text)) {
        fuzz::require(fingerprint->size() == 64 && fingerprint->toLower() == *fingerprint);
        fuzz::require(readFingerprint(groupedFingerprint(*fingerprint)) == fingerprint);
    }
    const QString alias = fileSafeAlias(text);
    fuzz::require(!alias.contains(u'/') && !alias.startsWith(u'.') && alias.size() <= 63 &&
                  (alias + QStringLiteral(".pem")).toUtf8().size() <= 255);
}
