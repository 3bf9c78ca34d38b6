#include "app/cli/clientcertificate.h"

#include "app/cli/inputfile.h"
#include "app/cli/secretsfile.h"
#include "app/cli/terminal.h"
#include "app/cli/texts.h"

#include <QFile>
#include <QFileInfo>

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

bool isOpenToOthers(const QString& path)
{
    return QFileInfo(path).permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther);
}

} // namespace

Result<ClientIdentity, ExitStatus> readClientIdentity(const QString& pemPath, const std::optional<QString>& passphrasePath,
                                                      const Console& console)
{
    const auto pem = readInput(pemPath, console);
    if (!pem)
        return pem.error();
    Secret passphrase;
    if (passphrasePath) {
        const auto bytes = readInput(*passphrasePath, console);
        if (!bytes)
            return bytes.error();
        passphrase = withoutFinalLineBreak(bytes.value());
    }
    auto identity = clientIdentityOf(pem.value(), passphrase);
    const bool isLocked = !identity && identity.error() == ClientIdentityFault::PassphraseNeeded;
    if (isLocked && !passphrasePath && isTerminal()) {
        if (const auto typed = askSecret(Texts::tr("Passphrase of the private key in %1: ").arg(shown(pemPath))))
            identity = clientIdentityOf(pem.value(), *typed);
    }
    if (!identity) {
        console.complain(describe(identity.error()).arg(shown(pemPath)));
        return ExitStatus::Usage;
    }
    if (!isLocked && !passphrasePath && isOpenToOthers(pemPath))
        console.note(Texts::tr("%1 holds a private key and others can read it: chmod 600 is safer.").arg(shown(pemPath)));
    return identity.value();
}

} // namespace stationer
