#pragma once

#include "mail/dialogue.h"

namespace stationer {

/// What a dialogue's server must not bring into a report, prepared for being looked for.
class Secrets {
public:
    struct Sought;

    Secrets() : Secrets(QList<Secret>()) {}
    explicit Secrets(const QList<Secret>& secrets);
    const QList<Sought>& sought() const { return *m_sought; }

private:
    std::shared_ptr<const QList<Sought>> m_sought;
};

/// The password, the token and what was made of them.
Secrets secretsOf(const DialogueGoal& goal, const QList<Secret>& derived = {});

/// A line from the server with the secrets masked: some servers repeat what they do not understand. They are found as they were
/// sent and as servers and logs write such a thing: in base64, at any place of a longer word too, in hex, with characters
/// escaped as in URLs, quoted-printable, HTML, JSON and quoted strings, in Latin-1 and UTF-16, and half of one too.
/// For transcripts, stage details and reports; a dialogue itself reads the line as it came.
/// Secrets of one or two characters are left alone: masking them would only tell what they are.
QByteArray withoutSecrets(QByteArrayView line, const Secrets& secrets);
/// Masks what goes over the end of a line, past what the lines of a reply begin with. What is within one stays: it comes after.
void maskFolded(const QList<QByteArray*>& lines, const Secrets& secrets);
/// The same for all that was learnt of a server.
Learnt withoutSecrets(Learnt learnt, const Secrets& secrets);

} // namespace stationer
