#include "support/certificates.h"
#include "support/stationertest.h"
#include "trust/judge.h"
#include "trust/truststores.h"

#include <QTest>

#include <openssl/x509_vfy.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace stationer;
using namespace stationer::testing;

namespace {

using Findings = QList<std::pair<TrustError, int>>;

/// Where on the way up from the leaf a certificate stands: 1, 2 or 3, the last one sent or not, and trusted or not.
enum class Place { LeafsIssuer, Middle, Anchor, UntrustedRoot };

int depthOf(Place place)
{
    return place == Place::LeafsIssuer ? 1 : place == Place::Middle ? 2 : 3;
}

/// A way to be, or not to be, a CA.
struct Kind {
    const char* name;
    CertificateOptions options;
    std::optional<TrustError> fault;         ///< wherever it stands
    bool isFineAsAnchor = false;             ///< though it has that fault elsewhere
    bool passesOpensslAsRoot = false;        ///< which minds it less there than Stationer does
    bool isRemarked = false;                 ///< where it passes
    Place passesUpTo = Place::UntrustedRoot; ///< it has the fault beyond
};

CertificateOptions caOptions()
{
    CertificateOptions options;
    options.isCa = true;
    return options;
}

QList<Kind> kinds()
{
    QList<Kind> all;
    const auto add = [&](const Kind& kind, auto change) {
        all << kind;
        change(all.last().options);
    };
    const CertificateOptions ca = caOptions();
    const CertificateOptions none;
    add({"a CA", ca, {}}, [](auto&) {});
    add({.name = "version 1",
         .options = none,
         .fault = TrustError::NotACa,
         .isFineAsAnchor = true,
         .passesOpensslAsRoot = true,
         .isRemarked = true},
        [](auto& o) { o.version = 1; });
    add({.name = "version 1 with the extensions of a CA", .options = ca, .fault = {}, .isRemarked = true}, [](auto& o) {
        o.version = 1;
        o.hasExtensions = true;
    });
    add({"neither basicConstraints nor key usage", none, TrustError::NotACa}, [](auto& o) { o.basicConstraints = ""; });
    add({.name = "keyCertSign without basicConstraints",
         .options = none,
         .fault = TrustError::NotACa,
         .passesOpensslAsRoot = true},
        [](auto& o) {
            o.basicConstraints = "";
            o.keyUsage = {"digitalSignature", "keyCertSign"};
        });
    add({.name = "nsCertType sslCA without basicConstraints",
         .options = none,
         .fault = TrustError::NotACa,
         .passesOpensslAsRoot = true},
        [](auto& o) {
            o.basicConstraints = "";
            o.nsCertType = "sslCA";
        });
    add({"CA:FALSE with keyCertSign", none, TrustError::NotACa}, [](auto& o) { o.keyUsage = {"keyCertSign"}; });
    add({"CA:FALSE with nsCertType sslCA", none, TrustError::NotACa}, [](auto& o) { o.nsCertType = "sslCA"; });
    add({"CA:TRUE without keyCertSign", ca, TrustError::NotACa}, [](auto& o) { o.keyUsage = {"digitalSignature"}; });
    add({.name = "CA:TRUE without key usage", .options = none, .fault = {}, .isRemarked = true},
        [](auto& o) { o.basicConstraints = "critical,CA:TRUE"; });
    add({.name = "CA:TRUE that is not critical", .options = ca, .fault = {}, .isRemarked = true},
        [](auto& o) { o.basicConstraints = "CA:TRUE"; });
    add({.name = "a path length of none", .options = ca, .fault = TrustError::PathLength, .passesUpTo = Place::LeafsIssuer},
        [](auto& o) { o.pathLength = 0; });
    add({.name = "a path length of one", .options = ca, .fault = TrustError::PathLength, .passesUpTo = Place::Middle},
        [](auto& o) { o.pathLength = 1; });
    add({"a CA for clients", ca, TrustError::WrongPurpose}, [](auto& o) { o.extendedKeyUsage = {"clientAuth"}; });
    add({"nsCertType emailCA beside basicConstraints", ca, {}}, [](auto& o) { o.nsCertType = "emailCA"; });
    add({"a critical extension that nobody knows", ca, TrustError::UnknownCriticalExtension},
        [](auto& o) { o.criticalExtensions = {"1.3.6.1.4.1.55738.666.1"}; });
    add({"a weak key", ca, TrustError::WeakKey}, [](auto& o) { o.key = KeyKind::Rsa1024; });
    add({"ended", ca, TrustError::Expired}, [](auto& o) { o.notAfter = QDateTime::currentDateTimeUtc().addSecs(-60); });
    add({"not begun", ca, TrustError::NotYetValid},
        [](auto& o) { o.notBefore = QDateTime::currentDateTimeUtc().addDays(1); });
    return all;
}

// OpenSSL's own word, without anything of ours and without strictness.
int opensslSays(const CertificateChain& chain, const QByteArray& anchor)
{
    struct Free {
        void operator()(X509* certificate) const { X509_free(certificate); }
        void operator()(X509_STORE* store) const { X509_STORE_free(store); }
        void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
        void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
    };
    const auto read = [](const QByteArray& der) {
        const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
        return d2i_X509(nullptr, &at, long(der.size()));
    };
    const std::unique_ptr<X509_STORE, Free> store(X509_STORE_new());
    const std::unique_ptr<X509, Free> root(read(anchor));
    X509_STORE_add_cert(store.get(), root.get());
    const std::unique_ptr<STACK_OF(X509), Free> sent(sk_X509_new_null());
    for (const QByteArray& der : chain.sliced(1))
        sk_X509_push(sent.get(), read(der));
    const std::unique_ptr<X509, Free> leaf(read(chain.first()));
    const std::unique_ptr<X509_STORE_CTX, Free> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), sent.get());
    X509_STORE_CTX_set_default(context.get(), "ssl_server");
    X509_VERIFY_PARAM_set_auth_level(X509_STORE_CTX_get0_param(context.get()), 2);
    return X509_verify_cert(context.get()) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context.get());
}

const QString host = u"mail.example.com"_s;

} // namespace

/// Every way to be a CA, or none, at every place of a chain: what the judge says, and that it never trusts where OpenSSL,
/// asked without strictness, does not.
class IssuersTest : public QObject {
    Q_OBJECT
private slots:
    void eachAtItsPlace_data();
    void eachAtItsPlace();
    void aLeafMayBeAnyKind_data();
    void aLeafMayBeAnyKind();
    void aWeakLeafHidesNoUnknownIssuer();
    void anExtensionThatCannotBeReadIsAFault();
};

void IssuersTest::eachAtItsPlace_data()
{
    QTest::addColumn<CertificateOptions>("options");
    QTest::addColumn<Place>("place");
    QTest::addColumn<Findings>("expected");
    QTest::addColumn<bool>("passesOpenssl");
    QTest::addColumn<bool>("isRemarked");
    for (const Kind& kind : kinds()) {
        for (const auto& [place, name] :
             {std::pair(Place::LeafsIssuer, "issuer of the leaf"), std::pair(Place::Middle, "middle"),
              std::pair(Place::Anchor, "anchor"), std::pair(Place::UntrustedRoot, "untrusted root")}) {
            Findings expected;
            if (place == Place::UntrustedRoot)
                expected << std::pair(TrustError::UnknownRoot, 3);
            const bool isPathLength = kind.fault == TrustError::PathLength;
            const bool isFine =
                (place == Place::Anchor && kind.isFineAsAnchor) || (isPathLength && place <= kind.passesUpTo);
            if (kind.fault && !isFine)
                expected << std::pair(*kind.fault, depthOf(place));
            std::sort(expected.begin(), expected.end(),
                      [](auto& a, auto& b) { return a.second != b.second ? a.second < b.second : a.first < b.first; });
            QTest::addRow("%s, %s", kind.name, name)
                << kind.options << place << expected
                << (expected.isEmpty() || (place == Place::Anchor && kind.passesOpensslAsRoot))
                << (expected.isEmpty() && kind.isRemarked);
        }
    }
}

void IssuersTest::eachAtItsPlace()
{
    QFETCH(CertificateOptions, options);
    QFETCH(Place, place);
    QFETCH(Findings, expected);
    QFETCH(bool, passesOpenssl);
    QFETCH(bool, isRemarked);
    const auto optionsAt = [&](int depth) {
        CertificateOptions made = depth == depthOf(place) ? options : caOptions();
        made.commonName = u"Number %1"_s.arg(depth);
        return made;
    };
    const TestCertificate root = makeCertificate(optionsAt(3));
    const TestCertificate middle = makeCertificate(optionsAt(2), &root);
    const TestCertificate issuer = makeCertificate(optionsAt(1), &middle);
    const TestCertificate leaf = makeCertificate(optionsFor(host), &issuer);
    const CertificateChain chain{leaf.der(), issuer.der(), middle.der(), root.der()};
    const QByteArray anchor = place == Place::UntrustedRoot ? TestCa(u"Another"_s).der() : root.der();

    const Judgement judgement = judge(chain, host, QDateTime::currentDateTimeUtc(), TrustAnchors::only({anchor}));
    Findings found;
    for (const TrustFinding& one : judgement.errors)
        found << std::pair(one.error, one.depth);
    QCOMPARE(found, expected);
    QCOMPARE(judgement.verdict, expected.isEmpty() ? Verdict::Trusted : Verdict::Challenged);
    QCOMPARE(opensslSays(chain, anchor) == X509_V_OK, passesOpenssl);
    if (judgement.verdict == Verdict::Trusted)
        QCOMPARE(!judgement.remarks.isEmpty(), isRemarked);
}

void IssuersTest::aLeafMayBeAnyKind_data()
{
    QTest::addColumn<CertificateOptions>("options");
    QTest::addColumn<Findings>("expected");
    for (const Kind& kind : kinds()) {
        if (kind.options.version < 3)
            continue; // it has no names
        Findings expected;
        const bool isOfALeaf = kind.fault && *kind.fault != TrustError::NotACa && *kind.fault != TrustError::PathLength;
        // What may only sign certificates, or says that it is something else, is no server's.
        const bool isNoServers = !kind.options.nsCertType.isEmpty() ||
                                 (!kind.options.keyUsage.isEmpty() && !kind.options.keyUsage.contains("digitalSignature"));
        if (isOfALeaf || isNoServers)
            expected << std::pair(isNoServers ? TrustError::WrongPurpose : *kind.fault, 0);
        QTest::addRow("%s", kind.name) << kind.options << expected;
    }
}

void IssuersTest::aLeafMayBeAnyKind()
{
    QFETCH(CertificateOptions, options);
    QFETCH(Findings, expected);
    options.dnsNames = {host};
    if (options.isCa && options.keyUsage.isEmpty())
        options.keyUsage = {"digitalSignature", "keyCertSign"};
    const TestCa root;
    const CertificateChain chain{root.issue(options).der()};
    const Judgement judgement = judge(chain, host, QDateTime::currentDateTimeUtc(), TrustAnchors::only({root.der()}));
    Findings found;
    for (const TrustFinding& one : judgement.errors)
        found << std::pair(one.error, one.depth);
    QCOMPARE(found, expected);
    QCOMPARE(opensslSays(chain, root.der()) == X509_V_OK, expected.isEmpty());
}

void IssuersTest::aWeakLeafHidesNoUnknownIssuer()
{
    const TestCa foreign(u"Foreign"_s);
    CertificateOptions weak = optionsFor(host);
    weak.key = KeyKind::Rsa1024;
    const QByteArray leaf = foreign.issue(weak).der();
    const auto errorsOf = [](const CertificateChain& chain) {
        Findings found;
        for (const TrustFinding& one :
             judge(chain, host, QDateTime::currentDateTimeUtc(), TrustAnchors::only({TestCa().der()})).errors)
            found << std::pair(one.error, one.depth);
        return found;
    };
    QCOMPARE(errorsOf({leaf, foreign.der()}), (Findings{{TrustError::WeakKey, 0}, {TrustError::UnknownRoot, 1}}));
    QCOMPARE(errorsOf({leaf}), (Findings{{TrustError::MissingIssuer, 0}, {TrustError::WeakKey, 0}}));
    QCOMPARE(errorsOf({makeCertificate(weak).der()}), (Findings{{TrustError::SelfSigned, 0}, {TrustError::WeakKey, 0}}));
}

void IssuersTest::anExtensionThatCannotBeReadIsAFault()
{
    CertificateOptions options = optionsFor(host);
    options.basicConstraints = "CA:FALSE,pathlen:-1";
    const TestCa root;
    const Judgement judgement =
        judge({root.issue(options).der()}, host, QDateTime::currentDateTimeUtc(), TrustAnchors::only({root.der()}));
    QCOMPARE(judgement.verdict, Verdict::Challenged);
    QVERIFY(std::any_of(judgement.errors.cbegin(), judgement.errors.cend(),
                        [](const TrustFinding& one) { return one.error == TrustError::Malformed && one.depth == 0; }));
}

STATIONER_TEST(IssuersTest)
#include "issuers_test.moc"
