// What is written for a server out of a file's and a person's words, by the first byte: the one message, its fields from the
// lines; or the arguments of commands. Whatever they hold, a field stays a field, a line a line and an argument one
// argument.

#include "connection/testmessage.h"
#include "fuzz/entry.h"
#include "mail/command.h"

using namespace stationer;

namespace {

void writeMessage(const QByteArrayList& words)
{
    const auto word = [&words](qsizetype at) { return QString::fromUtf8(words.value(at)); };
    ConnectionSettings settings;
    settings.server = {word(0), 587};
    settings.path = word(1);
    settings.replyTo = word(2);
    if (words.size() > 3)
        settings.account = word(3);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(1767225600, Qt::UTC);
    const QByteArray message = TestMessage{word(4), settings, {word(5)}, word(6), time, "id"}.toBytes();
    fuzz::require(isCleanMessage(message));
    const qsizetype end = message.indexOf("\r\n\r\n");
    QByteArrayList fields;
    for (const QByteArray& line : message.first(end).split('\n')) {
        fuzz::require(line.size() <= 999); // RFC 5322, section 2.1.1, with its CR
        if (!line.startsWith(' '))
            fields += line.first(line.indexOf(':'));
    }
    fuzz::require(fields == QByteArrayList{"Date", "From", "To", "Message-ID", "Subject", "Auto-Submitted", "MIME-Version",
                                           "Content-Type", "Content-Transfer-Encoding"});
    for (const QByteArray& line : message.sliced(end + 4).split('\n'))
        fuzz::require(line.size() <= 77 &&
                      std::ranges::all_of(line, [](char c) { return c == '\r' || (c >= ' ' && c <= '~'); }));
}

void writeArgument(const QByteArray& text)
{
    ImapCommand command("a1 LOGIN", LiteralStyle::Minus);
    command.addArgument(text);
    command.addSecret("secret");
    QByteArray line;
    for (const Send& part : command.parts()) {
        line += part.bytes;
        fuzz::require(!part.shown.contains("secret") || text.contains("secret"));
    }
    QByteArray read; // the argument, as a server reads it (RFC 3501, section 4.3)
    if (line.startsWith("a1 LOGIN {")) {
        const qsizetype begin = line.indexOf('\n') + 1;
        read = line.mid(begin, line.mid(10).split('}').first().replace('+', "").toLongLong());
    } else {
        qsizetype at = 10;
        for (; line.at(at) != '"'; ++at)
            read += line.at(line.at(at) == '\\' ? ++at : at);
    }
    fuzz::require(read == text && line.endsWith("\r\n"));
}

} // namespace

STATIONER_FUZZ_ENTRY(message, 40000)
{
    QByteArray rest = bytes;
    switch (fuzz::choice(rest, 3)) {
    case 0:
        writeMessage(rest.split('\n'));
        break;
    case 1:
        if (isCleanArgument(rest))
            writeArgument(rest);
        fuzz::require(!isCleanAddress(rest) || (isCleanArgument(rest) && !rest.contains(' ') && !rest.contains('>')));
        break;
    case 2:
        if (!isCleanMessage(rest))
            break;
        const QByteArray stuffed = dotStuffed(rest);
        const qsizetype end = stuffed.startsWith(".\r\n") ? 0 : stuffed.indexOf("\r\n.\r\n") + 2;
        fuzz::require(end + 3 == stuffed.size());
        QByteArray read = stuffed.first(end);
        read = (read.startsWith('.') ? read.sliced(1) : read).replace("\r\n.", "\r\n");
        fuzz::require(read == rest || read == rest + "\r\n");
        break;
    }
}
