#pragma once

#include "mail/dialogue.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace stationer {

/// What stands in a transcript in the place of a secret, whatever its length.
inline constexpr QByteArrayView maskedSecret = "********";

/// Whether a text may stand in a command line at all: without CR, LF and NUL.
bool isCleanArgument(QByteArrayView text);
/// Whether a text may stand between `<` and `>` as an SMTP path (RFC 5321, section 4.1.2): clean, and without controls,
/// spaces and angle brackets, with which further parameters could be smuggled in.
bool isCleanAddress(QByteArrayView address);
/// Whether a message may follow DATA: every CR is followed by LF and every LF preceded by CR (RFC 5321, section 2.3.8), no
/// NUL.
bool isCleanMessage(QByteArrayView message);

/// A command line that may be shown as it is.
Send command(const QByteArray& line);
/// A command line of which the transcript shows something else.
Send command(const QByteArray& line, const QByteArray& shown);
/// The goodbye: sent, and not waited for.
Send goodbyeCommand(const QByteArray& line);

/// A message ready to follow 354: dots stuffed, the end mark added (RFC 5321, section 4.5.2).
QByteArray dotStuffed(QByteArrayView message);

/// How long a literal may be that is sent without waiting for the server's go-ahead.
enum class LiteralStyle { Synchronising, Minus, Plus }; ///< RFC 3501; LITERAL- and LITERAL+ of RFC 7888

/// An IMAP command (RFC 3501, section 2.2) with its arguments written as quoted strings or literals. It is cut where the
/// server has to say `+` before more may be sent.
class ImapCommand {
public:
    ImapCommand(const QByteArray& tagAndName, LiteralStyle style);
    void addArgument(QByteArrayView text);
    void addSecret(QByteArrayView text); ///< the same, masked in the transcript
    QList<Send> parts() const;           ///< one at least

private:
    void add(QByteArrayView text, QByteArrayView shown);

    LiteralStyle m_style;
    QList<Send> m_parts; ///< whole ones, each ending in a literal's announcement
    QByteArray m_line, m_shown;
};

} // namespace stationer
