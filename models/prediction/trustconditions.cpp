#include "prediction/seen.h"

#include "trust/javatrust.h"
#include "trust/judge.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer::prediction {

namespace {

/// Whose word the certificate passed by here, which says nothing of the station.
QString whoVouchedHere(const Judgement& judged)
{
    switch (judged.verdict) {
    case Verdict::Exempted:
        return QCoreApplication::translate("prediction", "Here it passed by an exemption, which is none there.");
    case Verdict::Challenged:
    case Verdict::Rejected:
        return QCoreApplication::translate("prediction", "Here nobody vouched for it.");
    case Verdict::Trusted:
        break;
    }
    switch (judged.store.value_or(TrustStore::Given)) {
    case TrustStore::System:
        return QCoreApplication::translate("prediction", "Here the System Trust Store vouched for it.");
    case TrustStore::User:
        return QCoreApplication::translate("prediction", "Here a CA of the User Trust Store vouched for it.");
    case TrustStore::Given:
        return {};
    }
    Q_UNREACHABLE();
}

QString sentenceOf(JavaTrustFault fault)
{
    const auto text = [](const char* source) { return QCoreApplication::translate("prediction", source); };
    switch (fault) {
    case JavaTrustFault::UnknownRoot:
        return text(
            QT_TRANSLATE_NOOP("prediction", "The station's trust stores do not have the root CA of this certificate."));
    case JavaTrustFault::MissingIntermediate:
        return text(QT_TRANSLATE_NOOP("prediction",
                                      "The issuer of this certificate was not sent and is in none of the station's trust "
                                      "stores."));
    case JavaTrustFault::NotACa:
        return text(QT_TRANSLATE_NOOP("prediction",
                                      "Who signed this certificate is no CA, and the station does not take it for one."));
    case JavaTrustFault::Expired:
        return text(QT_TRANSLATE_NOOP("prediction", "The certificate has run out."));
    case JavaTrustFault::NotYetValid:
        return text(QT_TRANSLATE_NOOP("prediction", "The certificate is not valid yet."));
    case JavaTrustFault::NameMismatch:
        return text(QT_TRANSLATE_NOOP("prediction", "The station does not take this certificate for the Hostname."));
    case JavaTrustFault::KeyUsage:
        return text(QT_TRANSLATE_NOOP("prediction",
                                      "The certificate's key usage lacks «digital signature», which the station's Java "
                                      "wants."));
    case JavaTrustFault::ExtendedKeyUsage:
        return text(QT_TRANSLATE_NOOP("prediction", "The certificate is not meant for servers."));
    case JavaTrustFault::UnknownCriticalExtension:
        return text(QT_TRANSLATE_NOOP("prediction",
                                      "The certificate has a critical extension that the station's Java does not know."));
    case JavaTrustFault::WeakKey:
        return text(QT_TRANSLATE_NOOP("prediction", "A key is too short for the station's Java (RSA under 1024 bits)."));
    case JavaTrustFault::WeakSignature:
        return text(QT_TRANSLATE_NOOP("prediction", "The station's Java does not take this kind of signature."));
    case JavaTrustFault::ChainTooLong:
        return text(QT_TRANSLATE_NOOP("prediction",
                                      "The server sends more than ten certificates, which the station's Java refuses."));
    case JavaTrustFault::BadSignature:
        return text(QT_TRANSLATE_NOOP("prediction", "A signature in the chain does not fit."));
    case JavaTrustFault::PathLength:
        return text(
            QT_TRANSLATE_NOOP("prediction", "There are more CAs between root and certificate than one of them allows."));
    case JavaTrustFault::NameConstraint:
        return text(QT_TRANSLATE_NOOP("prediction", "A CA of the chain may not sign for this name."));
    case JavaTrustFault::Malformed:
        return text(QT_TRANSLATE_NOOP("prediction", "The certificate cannot be read."));
    }
    Q_UNREACHABLE();
}

/// Without (EC)DHE the client seals a secret for the server's key; TLS 1.3 knows nothing else.
JavaKeyExchange exchangeOf(const Report& report)
{
    const QString cipher = report.tls ? report.tls->cipher : QString();
    const bool isSigned = cipher.isEmpty() || cipher.startsWith("TLS_"_L1) || cipher.contains("DHE"_L1);
    return isSigned ? JavaKeyExchange::Signed : JavaKeyExchange::Encrypted;
}

/// What a station with these stores says of the chain; without stores what it says whatever they hold, else nothing.
std::optional<JavaTrust> judgedByStation(const Seen& seen)
{
    const Report& report = seen.report;
    if (!report.trust || report.trust->sent.isEmpty() ||
        report.stage == Stage::Token) // by which stores it asks for tokens is not known
        return std::nullopt;
    const CertificateChain sent = report.trust->sentChain();
    const auto judgedBy = [&](const QList<QByteArray>& stores) {
        return javaTrust(sent, report.settings.server.host, report.began, stores, exchangeOf(report));
    };
    if (seen.station.roots)
        return judgedBy(*seen.station.roots);
    JavaTrust anyhow = judgedBy(sent); // as if it trusted all of them
    const bool isFault =
        anyhow.faults.contains(JavaTrustFault::NameMismatch) || anyhow.faults.contains(JavaTrustFault::ChainTooLong);
    anyhow.faults.removeIf(
        [](JavaTrustFault fault) { return fault != JavaTrustFault::NameMismatch && fault != JavaTrustFault::ChainTooLong; });
    return isFault ? std::optional(anyhow) : std::nullopt;
}

bool passes(const JavaTrust& judged)
{
    return judged.verdict == JavaTrust::Verdict::Passes ||
           (judged.verdict == JavaTrust::Verdict::Unknown && judged.isNamedByJava8);
}

/// Why the station would not go on with the certificate; none where it would.
std::optional<JavaTrust> refusedByStation(const Seen& seen)
{
    std::optional<JavaTrust> judged = judgedByStation(seen);
    // Where the two ways to match a name differ, an older Java's counts: it is the likelier one.
    return judged && !passes(*judged) ? judged : std::nullopt;
}

/// Importing the root or intermediate mends all of it.
bool isForWantOfRoot(const JavaTrust& judged)
{
    return !judged.faults.isEmpty() && std::ranges::all_of(judged.faults, [](JavaTrustFault fault) {
        return fault == JavaTrustFault::UnknownRoot || fault == JavaTrustFault::MissingIntermediate;
    });
}

QStringList sentencesOf(const JavaTrust& judged)
{
    QStringList sentences;
    for (const JavaTrustFault fault : judged.faults)
        sentences += sentenceOf(fault);
    if (sentences.isEmpty())
        sentences += sentenceOf(JavaTrustFault::NameMismatch);
    return {sentences.join(u' ')};
}

bool isBelowTls12(QStringView version)
{
    return version == u"SSLv3" || version == u"TLSv1.0" || version == u"TLSv1.1";
}

} // namespace

Met oldTls(const Seen& seen)
{
    const QString version = seen.report.tls ? seen.report.tls->version : seen.report.serverTls;
    return isBelowTls12(version) ? QStringList{version} : Met();
}

Met unknownCipher(const Seen& seen)
{
    const QString cipher = seen.report.tls ? seen.report.tls->cipher : QString();
    return cipher.contains("CCM"_L1) ? QStringList{cipher} : Met();
}

Met ageOfJava(const Seen& seen)
{
    QStringList young;
    if (seen.isOfLeaf(u"Ed25519") || seen.isOfLeaf(u"Ed448"))
        young += QCoreApplication::translate("prediction", "the certificate's key is %1")
                     .arg(seen.report.trust->sent.first().keyAlgorithm);
    const bool isTls13 = seen.report.tls && seen.report.tls->version == "TLSv1.3"_L1;
    if (isTls13 && seen.report.settings.tlsMinimum == TlsVersion::Tls13)
        young += QCoreApplication::translate("prediction", "nothing below TLS 1.3 is allowed");
    else if (isTls13 && seen.report.serverTls == "TLSv1.3"_L1)
        young += QCoreApplication::translate("prediction", "the server has nothing below TLS 1.3");
    if (seen.report.tls && !isTls13 && seen.report.tls->cipher.contains("CHACHA20"_L1))
        young += QCoreApplication::translate("prediction", "the server uses ChaCha20");
    return young.isEmpty() ? Met() : QStringList{young.join(u", "_s)};
}

Met rootsNotKnown(const Seen& seen)
{
    if (!seen.report.trust || seen.station.roots || seen.report.stage == Stage::Token || refusedByStation(seen))
        return std::nullopt;
    return QStringList{whoVouchedHere(*seen.report.trust)};
}

Met withoutItsRoot(const Seen& seen)
{
    const auto judged = refusedByStation(seen);
    return judged && isForWantOfRoot(*judged) ? sentencesOf(*judged) : Met();
}

Met untrusted(const Seen& seen)
{
    const auto judged = refusedByStation(seen);
    return judged && !isForWantOfRoot(*judged) ? sentencesOf(*judged) : Met();
}

Met namedByAge(const Seen& seen)
{
    const auto judged = judgedByStation(seen);
    if (!judged || judged->verdict != JavaTrust::Verdict::Unknown)
        return std::nullopt;
    return QStringList{
        judged->isNamedByJava8
            ? QCoreApplication::translate("prediction", "A station with a newer Java may not take this certificate for "
                                                        "the Hostname.")
            : QCoreApplication::translate("prediction", "A station with a newer Java may take this certificate for the "
                                                        "Hostname.")};
}

Met takenByStation(const Seen& seen)
{
    const auto judged = seen.station.roots ? judgedByStation(seen) : std::nullopt;
    const bool isRefusedHere = seen.report.trust && seen.report.trust->verdict != Verdict::Trusted;
    return isRefusedHere && judged && passes(*judged) ? QStringList() : Met();
}

} // namespace stationer::prediction
