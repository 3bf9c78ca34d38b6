#include "app/cli/clientcertificate.h"

#include "app/cli/inputfile.h"
#include "app/cli/secretinput.h"
#include "app/cli/secretsfile.h"
#include "app/cli/terminal.h"
#include "app/cli/texts.h"

#include <QFile>

namespace stationer {

namespace {

QString describe(ClientIdentityFault fault)
{
    switch (fault) {
    case ClientIdentityFault::NoCertificate:
        return Texts::tr("%1 holds no certificate. It takes a PEM file with the certificate and its private key.");
    case ClientIdentityFault::NoKey:
        return Texts::tr(
            "%1 holds no private key that can be read. It takes a PEM file with the certificate and its private "
            "key.");
    case ClientIdentityFault::PassphraseNeeded:
        return Texts::tr("The private key in %1 is encrypted. Give its passphrase with --key-password-file.");
    case ClientIdentityFault::WrongPassphrase:
        return Texts::tr("The passphrase does not open the private key in %1.");
    case ClientIdentityFault::KeyOfAnother:
        return Texts::tr("The private key in %1 does not belong to the first certificate there.");
    }
    Q_UNREACHABLE();
}

} // namespace

Result<ClientIdentity, ExitStatus> readClientIdentity(const QString& pemPath, const std::optional<QString>& passphrasePath,
                                                      const Console& console)
{
    QFile file(pemPath);
    if (!openInput(file, console))
        return ExitStatus::CannotRead;
    const auto pem = readInput(file, console);
    if (!pem)
        return pem.error();
    std::optional<Secret> passphrase;
    if (passphrasePath) {
        const auto bytes = readSecretInput(*passphrasePath, console);
        if (!bytes)
            return bytes.error();
        passphrase = withoutFinalLineBreak(bytes.value());
    }
    auto identity = clientIdentityOf(pem.value(), Secret());
    if (identity) { // the key lies there unlocked
        if (const auto refused = refuseUnlessPrivate(privacyOf(file), pemPath, console); refused != ExitStatus::Done)
            return refused;
    } else if (identity.error() == ClientIdentityFault::PassphraseNeeded) {
        if (!passphrase && isTerminal())
            passphrase = askSecret(Texts::tr("Passphrase of the private key in %1: ").arg(shown(pemPath)));
        if (passphrase)
            identity = clientIdentityOf(pem.value(), *passphrase);
    }
    if (!identity) {
        console.complain(describe(identity.error()).arg(shown(pemPath)));
        return ExitStatus::Usage;
    }
    return identity.value();
}

} // namespace stationer
