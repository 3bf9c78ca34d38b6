#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <optional>

namespace stationer {

/// What became of one mechanism that the server offered.
enum class MechanismFate {
    Used,
    Weaker,         ///< a stronger one was used
    NotTheStations, ///< the one that a station takes was used
    NotChosen,      ///< another one was chosen by hand
    NotSpoken,      ///< not spoken here: NTLM, GSSAPI …
    NeedsPassword,  ///< a token or a client certificate signs in instead
    NeedsToken,
    NeedsCertificate, ///< no client certificate was given
    NeedsBinding,     ///< -PLUS, where the channel has no tls-server-end-point
    NotPreparable,    ///< account or password hold what SASLprep forbids (RFC 4013)
    NotWanted,        ///< the test was to end before the login
};
struct MechanismNote {
    QByteArray name; ///< as the server wrote it
    MechanismFate fate = MechanismFate::NotWanted;
    bool operator==(const MechanismNote&) const = default;
};

/// What the server said to one recipient (SMTP, RCPT).
struct RecipientAnswer {
    bool isAccepted = false;
    QByteArray code; ///< `550 5.1.1`
    QByteArray text; ///< its words
    bool operator==(const RecipientAnswer&) const = default;
};

/// What was learnt of the server. After TLS everything from before is kept only for the report and asked again.
struct Learnt {
    QByteArray greeting;
    QByteArrayList capabilitiesBeforeTls;
    QByteArrayList capabilitiesAfterTls; ///< in mode none the only ones stand in BeforeTls, in mode ssl in AfterTls
    QByteArrayList mechanismsBeforeTls;
    QByteArrayList mechanismsAfterTls;
    QByteArrayList alerts; ///< what the server wants shown to a person (IMAP `[ALERT]`; RFC 9051, section 7.1)
    /// SMTP: a recipient or sender that was put off (RFC 5321, 4yz), where the goal lets that pass: code and words.
    QByteArray putOff;
    QList<RecipientAnswer> recipients; ///< SMTP: of those that were asked for, in the goal's order
    bool hasFound = false;             ///< IMAP, POP3: the message that was looked for is in the inbox
    /// IMAP: what may be done with the INBOX (RFC 4314, MYRIGHTS); nothing where the server does not say.
    std::optional<QByteArray> inboxRights;
    /// IMAP: whether SELECT opens the INBOX, and not to be read only (RFC 3501, section 6.3.1); nothing where that was not
    /// asked.
    std::optional<bool> inboxOpensForWriting;
    /// What the server answered a token with before it refused it: JSON (RFC 7628, section 3.2.2), if it keeps to the form.
    QByteArray tokenError;
    QByteArray mechanism; ///< the one used, once the login began: `PLAIN`, `LOGIN`, `USER` …
    /// One a mechanism that counts (after TLS, or in the clear in mode none), in the order offered; made when the login
    /// begins, or when it ends for want of a usable one, or when the dialogue succeeds without a login.
    QList<MechanismNote> mechanismNotes;
};

} // namespace stationer
