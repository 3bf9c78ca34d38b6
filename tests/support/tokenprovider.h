#pragma once

// A real authorization server for the time of a test: oidc-provider, which ./check installs
// (resources/setup/install-token-provider).

#include "support/certificates.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace stationer::testing {

class TokenProvider {
public:
    const TestCa authority{QStringLiteral("Token Test CA")};
    const TestCertificate certificate = makeRsa(); ///< of the client that proves itself by one

    /// Its tokens are for this user, and signed by this key (base64), which a mail server has too.
    void start(const QString& installed, const QString& user, const QByteArray& signingKey,
               const QStringList& methods = {QStringLiteral("client_secret_post"), QStringLiteral("client_secret_basic"),
                                             QStringLiteral("private_key_jwt")})
    {
        using namespace Qt::StringLiterals;
        const QString modules = installed + u"/node_modules"_s;
        if (!QFile::exists(modules + u"/oidc-provider"_s))
            QFAIL("oidc-provider is not installed; ./check does that, or resources/setup/install-token-provider BUILD");
        const TestCertificate server = authority.issueFor(u"localhost"_s);
        const auto write = [this](const QString& name, const QByteArray& bytes) {
            QFile file(m_folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                QTest::qFail("cannot write", __FILE__, __LINE__);
            return file.fileName();
        };
        const auto client = [](const QString& id, const QString& secret, const QString& method) {
            return QJsonObject{{u"id"_s, id}, {u"secret"_s, secret}, {u"method"_s, method}};
        };
        const QJsonObject options{
            {u"modules"_s, modules},
            {u"certificate"_s, write(u"server.pem"_s, server.pem())},
            {u"key"_s, write(u"server.key"_s, server.keyPem())},
            {u"signingKey"_s, QString::fromLatin1(signingKey)},
            {u"subject"_s, user},
            {u"methods"_s, QJsonArray::fromStringList(methods)},
            {u"clients"_s, QJsonArray{client(u"poster"_s, secret(), u"client_secret_post"_s),
                                      client(u"the header's"_s, secret(), u"client_secret_basic"_s)}},
            {u"certified"_s,
             QJsonObject{{u"id"_s, u"certified"_s}, {u"certificate"_s, write(u"client.pem"_s, certificate.pem())}}}};
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(u"node"_s, {QStringLiteral(STATIONER_TESTS "/servers/tokens/provider.mjs"),
                                    write(u"options.json"_s, QJsonDocument(options).toJson())});
        QVERIFY2(QTest::qWaitFor([this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; },
                                 30000) &&
                     m_process.canReadLine(),
                 m_process.readAllStandardError().constData());
        m_issuer = QString::fromUtf8(m_process.readLine().trimmed());
    }
    ~TokenProvider()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }

    static QString secret() { return QStringLiteral("s:%x~ +&= a secret of some length"); }
    static QString scope() { return QStringLiteral("https://outlook.office365.com/.default"); }
    QString metadata() const { return m_issuer + QStringLiteral("/.well-known/openid-configuration"); }
    QString endpoint() const { return m_issuer + QStringLiteral("/token"); }
    QString issuer() const { return m_issuer; }

private:
    static TestCertificate makeRsa()
    {
        CertificateOptions options;
        options.commonName = QStringLiteral("station");
        options.key = KeyKind::Rsa2048;
        return makeCertificate(options);
    }
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_issuer;
};

} // namespace stationer::testing
