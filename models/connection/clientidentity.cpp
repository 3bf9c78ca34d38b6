#include "connection/clientidentity.h"

#include "trust/pemtext.h"
#include "trust/privatekey.h"

namespace stationer {

namespace {

ClientIdentityFault faultOf(PrivateKeyFault fault)
{
    switch (fault) {
    case PrivateKeyFault::Missing:
    case PrivateKeyFault::Damaged:
        return ClientIdentityFault::NoKey;
    case PrivateKeyFault::PassphraseNeeded:
        return ClientIdentityFault::PassphraseNeeded;
    case PrivateKeyFault::WrongPassphrase:
        return ClientIdentityFault::WrongPassphrase;
    case PrivateKeyFault::OfAnother:
        return ClientIdentityFault::KeyOfAnother;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<ClientIdentity, ClientIdentityFault> clientIdentityOf(const QByteArray& pem, const Secret& passphrase)
{
    ClientIdentity identity;
    for (const PemBlock& block : pemBlocks(pem)) {
        if (!isCertificateLabel(block.label))
            continue;
        const QSslCertificate certificate(certificateOf(block), QSsl::Der);
        if (!certificate.isNull())
            identity.chain += certificate;
    }
    if (identity.chain.isEmpty())
        return ClientIdentityFault::NoCertificate;
    const auto key = privateKeyOf(pem, passphrase, identity.chain.first().toDer());
    if (!key)
        return faultOf(key.error());
    identity.key = key.value();
    return identity;
}

} // namespace stationer
