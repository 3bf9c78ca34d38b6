#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>

using EVP_PKEY = struct evp_pkey_st;
using X509 = struct x509_st;

namespace stationer::testing {

enum class KeyKind { EcP256, EcP192, Rsa2048, Rsa1024, Rsa768, Ed25519, X25519 };

/// What a certificate made for a test says. The defaults make a good server certificate's frame: add names and issue it.
struct CertificateOptions {
    QString commonName;
    QList<std::pair<QByteArray, QByteArray>> subject; ///< more subject fields, raw bytes: {"O", "Acme"}
    QStringList dnsNames;
    QStringList ipAddresses;
    QList<QByteArray> rawDnsNames; ///< as they stand, NUL and all
    QList<QByteArray> rawIpAddresses;
    QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(90);
    KeyKind key = KeyKind::EcP256;
    QByteArray digest = "SHA256"; ///< of the signature; not used where an Edwards key signs
    bool isCa = false;
    std::optional<int> pathLength;
    /// As OpenSSL's configuration writes it, empty for no such extension; without it what isCa and pathLength say.
    std::optional<QByteArray> basicConstraints;
    QByteArray nsCertType;                ///< "sslCA" …
    QList<QByteArray> keyUsage;           ///< "digitalSignature" …; empty: certificate signing for a CA, else absent
    QList<QByteArray> extendedKeyUsage;   ///< "serverAuth" …; empty: absent
    QList<QByteArray> nameConstraints;    ///< "permitted;DNS:example.com" …
    QList<QByteArray> criticalExtensions; ///< object identifiers of extensions that nobody knows
    int version = 3;                      ///< before 3 without extensions, unless …
    bool hasExtensions = false;
    long serial = 0; ///< 0: a random one
};

/// A certificate and its private key, made at run time.
class TestCertificate {
public:
    const QByteArray& der() const { return m_der; }
    QByteArray pem() const;
    QByteArray keyPem() const;                      ///< PKCS#8, not encrypted
    QByteArray keyPem(QByteArray passphrase) const; ///< PKCS#8, sealed with AES-256
    QByteArray requestPem() const;                  ///< a certificate request with this key
    QByteArray sha256() const;                      ///< lower-case hex
    EVP_PKEY* key() const { return m_key.get(); }
    X509* x509() const { return m_x509.get(); }

private:
    friend class TestCa;
    friend TestCertificate makeCertificate(const CertificateOptions&, const TestCertificate*, const TestCertificate*);
    std::shared_ptr<X509> m_x509;
    std::shared_ptr<EVP_PKEY> m_key;
    QByteArray m_der;
};

/// Issued by `issuer`, or self-signed without one. With `sameKeyAs`, that certificate's key is used again.
TestCertificate makeCertificate(const CertificateOptions& options, const TestCertificate* issuer = nullptr,
                                const TestCertificate* sameKeyAs = nullptr);

/// A certification authority: its own self-signed certificate, and those it issues.
class TestCa {
public:
    explicit TestCa(const QString& commonName = QStringLiteral("Test Root CA"));
    explicit TestCa(CertificateOptions options);
    /// One that is there already.
    TestCa(const QByteArray& certificatePem, const QByteArray& keyPem);

    const TestCertificate& certificate() const { return m_certificate; }
    QByteArray der() const { return m_certificate.der(); }
    QByteArray pem() const { return m_certificate.pem(); }

    TestCertificate issue(const CertificateOptions& options) const { return makeCertificate(options, &m_certificate); }
    /// A server certificate for one host name or address.
    TestCertificate issueFor(const QString& host) const;
    /// What it answers a certificate request with, PEM: a client certificate of the request's name and key.
    QByteArray answer(const QByteArray& requestPem) const;
    /// An intermediate CA.
    TestCa issueCa(CertificateOptions options) const;
    TestCa issueCa(const QString& commonName) const;

private:
    explicit TestCa(TestCertificate certificate) : m_certificate(std::move(certificate)) {}
    TestCertificate m_certificate;
};

/// A self-signed server certificate for one host name or address, as `openssl req -x509` makes it: CA:TRUE.
TestCertificate selfSignedFor(const QString& host);
/// Options of a server certificate for one host name or address.
CertificateOptions optionsFor(const QString& host);

} // namespace stationer::testing
