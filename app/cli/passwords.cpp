#include "app/cli/passwords.h"

#include "app/cli/clientcertificate.h"
#include "app/cli/secretinput.h"
#include "app/cli/terminal.h"
#include "app/cli/texts.h"
#include "testing/passwordplace.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestPassword = 64 * 1024;

QString nameOf(const TestTarget& target)
{
    return target.settings.path.isEmpty() ? target.settings.server.toString() : target.settings.path;
}

} // namespace

ExitStatus Passwords::take(const GivenPassword& given)
{
    switch (given.source) {
    case GivenPassword::Source::None:
        return ExitStatus::Done;
    case GivenPassword::Source::File:
    case GivenPassword::Source::TokenFile: {
        const auto bytes = readSecretInput(given.path, m_console);
        if (!bytes)
            return bytes.error();
        m_areNeeded = given.source == GivenPassword::Source::File;
        (m_areNeeded ? m_forAll.emplace() : m_token) = withoutFinalLineBreak(bytes.value());
        return ExitStatus::Done;
    }
    case GivenPassword::Source::ClientCertificate: {
        auto identity = readClientIdentity(given.path, given.keyPasswordPath, m_console);
        if (!identity)
            return identity.error();
        m_clientIdentity = std::move(identity.value());
        m_areNeeded = false;
        return ExitStatus::Done;
    }
    case GivenPassword::Source::StandardInput: {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly)) {
            m_console.complain(Texts::tr("Standard input cannot be read."));
            return ExitStatus::CannotRead;
        }
        QByteArray bytes;
        while (bytes.size() <= longestPassword) {
            const QByteArray more = input.read(longestPassword);
            if (more.isEmpty())
                break;
            bytes += more;
        }
        m_isInputTaken = true;
        m_forAll = withoutFinalLineBreak(bytes);
        return ExitStatus::Done;
    }
    case GivenPassword::Source::Secrets: {
        auto secrets = SecretsFile::read(given.path, m_console);
        if (!secrets)
            return secrets.error();
        m_secrets = std::move(secrets.value());
        return ExitStatus::Done;
    }
    }
    return ExitStatus::Done;
}

void Passwords::find(const TestTarget& target, const std::function<void(std::optional<Secret>)>& found)
{
    if (m_forAll)
        return found(m_forAll);
    if (m_secrets)
        if (const auto secret = m_secrets->find(target.file, target.settings.path))
            return found(secret);
    const QString station = target.file.isEmpty() ? QString() : QFileInfo(target.file).absoluteFilePath();
    const std::optional<SecretPlace> place = passwordPlace(station, target.settings.path, target.settings.server.host,
                                                           target.settings.account.value_or(QString()));
    if (!place)
        return ask(target, KeyRingState::Absent, found);
    if (!m_keyRing)
        m_keyRing = std::make_unique<KeyRing>(KeyRing::Use::System, m_patience);
    m_keyRing->read(*place, this, [this, target, found](const KeyRingAnswer& answer) {
        if (answer.secret)
            found(answer.secret);
        else
            ask(target, answer.state, found);
    });
}

void Passwords::ask(const TestTarget& target, KeyRingState state, const std::function<void(std::optional<Secret>)>& found)
{
    if (state == KeyRingState::Locked)
        m_console.note(Texts::tr("The key ring is locked; a password in it cannot be read."));
    if (state == KeyRingState::Silent && !std::exchange(m_isSilenceSaid, true))
        m_console.note(Texts::tr("The key ring does not answer; a password in it cannot be read."));
    if (!m_isInputTaken && isTerminal()) {
        const auto typed = askSecret(Texts::tr("Password of %1 at %2: ")
                                         .arg(shown(target.settings.account.value_or(QString())), shown(nameOf(target))));
        if (typed)
            return found(typed);
        m_isInputTaken = true; // its end
    }
    m_console.complain(
        Texts::tr("The password of %1 is not known. Give it with --password-file, --password-stdin or --secrets.")
            .arg(shown(nameOf(target))));
    found(std::nullopt);
}

} // namespace stationer
