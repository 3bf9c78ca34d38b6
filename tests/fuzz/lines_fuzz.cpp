// What a server says, before a dialogue gives it a meaning; the first byte chooses: lines cut out of a stream, an SMTP
// reply, an IMAP response, a POP3 greeting, and a line that may repeat a secret.

#include "fuzz/entry.h"
#include "mail/apop.h"
#include "mail/imapresponse.h"
#include "mail/linebuffer.h"
#include "mail/smtpreply.h"
#include "mail/transcriptmask.h"

using namespace stationer;

namespace {

/// All lines of a stream that comes in pieces, and what is left.
QByteArrayList linesOf(const QByteArray& stream, qsizetype piece)
{
    LineBuffer buffer;
    QByteArrayList lines;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        buffer.append(QByteArrayView(stream).sliced(at, std::min(piece, stream.size() - at)));
        while (const auto line = buffer.takeLine()) {
            fuzz::require(line->size() <= LineBuffer::maximumLine && !line->contains('\n'));
            lines += *line;
        }
    }
    return buffer.isOverfull() ? lines : lines << buffer.rest().toByteArray();
}

} // namespace

STATIONER_FUZZ_ENTRY(lines, 80000)
{
    QByteArray rest = bytes;
    switch (fuzz::choice(rest, 5)) {
    case 0:
        fuzz::require(linesOf(rest, 1) == linesOf(rest, 3) && linesOf(rest, 1) == linesOf(rest, rest.size() + 1));
        break;
    case 1: {
        SmtpReplyReader reader;
        int lines = 0;
        for (const QByteArray& line : rest.split('\n')) {
            const auto taken = reader.take(line);
            lines = taken == SmtpReplyReader::Taken::Broken ? 0 : lines + 1;
            if (taken == SmtpReplyReader::Taken::Broken)
                break;
            if (taken != SmtpReplyReader::Taken::Whole)
                continue;
            const SmtpReply reply = reader.reply();
            fuzz::require(reply.kind() >= 2 && reply.kind() <= 5 && line.startsWith(QByteArray::number(reply.code)));
            fuzz::require(reply.lines.size() == lines && rest.contains(reply.enhanced));
            fuzz::require(reply.enhanced.isEmpty() || reply.enhanced.front() == line.front());
            lines = 0;
        }
        break;
    }
    case 2: {
        ImapResponseReader reader;
        for (const QByteArray& line : rest.split('\n')) {
            const auto taken = reader.take(line);
            if (taken == ImapResponseReader::Taken::Broken)
                break;
            const ImapResponse& response = reader.response();
            fuzz::require((response.kind == ImapResponse::Kind::Tagged) == (!response.tag.isEmpty() && response.tag != "*"));
            for (const QByteArray& capability : response.capabilities())
                fuzz::require(!capability.isEmpty() && !capability.contains(' '));
            static_cast<void>(response.fullCode());
        }
        break;
    }
    case 3:
        if (const auto timestamp = apopTimestamp(rest)) {
            fuzz::require(rest.contains(*timestamp) && timestamp->startsWith('<') && timestamp->endsWith('>'));
            fuzz::require(std::ranges::all_of(*timestamp, [](char c) { return c > ' ' && c < 0x7f; }));
        }
        static_cast<void>(serviceOf(rest));
        break;
    case 4: {
        DialogueGoal goal;
        goal.password = Secret(QByteArray("correct horse"));
        goal.token = Secret(QByteArray("eyJhbGciOi"));
        const SoughtSecrets secrets = secretsOf(goal);
        const QByteArray shown = withoutSecrets(rest, secrets);
        fuzz::require(!shown.toLower().contains("correct horse") && !shown.toLower().contains("eyjhbgcioi") &&
                      withoutSecrets(shown, secrets) == shown);
        for (const QByteArray& word : shown.split(' '))
            if (const auto said = QByteArray::fromBase64Encoding(word, QByteArray::AbortOnBase64DecodingErrors))
                fuzz::require(!said.decoded.contains("correct horse"));
        break;
    }
    }
}
