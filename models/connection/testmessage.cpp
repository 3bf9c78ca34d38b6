#include "connection/testmessage.h"

#include "catalogue/accountslots.h"
#include "connection/report.h"
#include "connection/showntext.h"

#include <QCoreApplication>
#include <QStringList>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// RFC 2045, section 6.7.
constexpr qsizetype longestEncodedLine = 76;
/// RFC 2047, section 2: a line with encoded words has 76 characters at most, and the first begins with the field's name.
constexpr qsizetype longestEncodedWord = 66;

bool isPrintableAscii(char c)
{
    return c >= ' ' && c <= '~';
}

/// One character of UTF-8, whole.
qsizetype characterLength(QByteArrayView text)
{
    qsizetype length = 1;
    while (length < text.size() && (uchar(text[length]) & 0xc0) == 0x80)
        ++length;
    return length;
}

/// Text for a header field: as it is where it can stand so, else encoded words, one a line (RFC 2047, section 5).
QByteArray headerText(const QString& text)
{
    const QByteArray utf8 = shownText(text.toUtf8(), 200).toUtf8();
    const bool isPlain = std::all_of(utf8.begin(), utf8.end(), isPrintableAscii) && !utf8.contains("=?") && utf8.size() < 60;
    if (isPlain)
        return utf8;
    constexpr qsizetype frame = sizeof "=?utf-8?B?" - 1 + sizeof "?=" - 1;
    constexpr qsizetype mostBytes = (longestEncodedWord - frame) / 4 * 3;
    QByteArrayList words;
    QByteArray word;
    for (QByteArrayView rest = utf8; !rest.isEmpty();) {
        const qsizetype length = characterLength(rest);
        if (word.size() + length > mostBytes)
            words += std::exchange(word, {});
        word += rest.first(length);
        rest = rest.sliced(length);
    }
    words += word;
    for (QByteArray& encoded : words)
        encoded = "=?utf-8?B?" + encoded.toBase64() + "?=";
    return words.join("\r\n ");
}

/// An address between its brackets: nothing in it can end them or the line. Longer ones than fit are none (RFC
/// 5321, 4.5.3.1).
QByteArray addressField(const QString& address)
{
    constexpr qsizetype longest = 320;
    QByteArray safe;
    for (const char32_t c : address.toUcs4())
        if (safe.size() < longest && QChar::isPrint(c) && !QChar::isSpace(c) && c != U'<' && c != U'>')
            safe += QString::fromUcs4(&c, 1).toUtf8();
    return '<' + safe + '>';
}

/// A field of addresses, one a line.
QByteArray addressesField(QByteArrayView name, const QStringList& addresses)
{
    QByteArrayList fields;
    for (const QString& address : addresses)
        fields += addressField(address);
    return name.toByteArray() + ": " + fields.join(",\r\n ") + "\r\n";
}

/// The right side of the Message-ID: the sender's domain where it can stand there (RFC 5322, section 3.6.4).
QByteArray idDomain(const QString& sender)
{
    const QByteArray domain = sender.mid(sender.lastIndexOf(u'@') + 1).toLatin1();
    const bool fits =
        sender.contains(u'@') && !domain.isEmpty() && !domain.startsWith('.') && !domain.endsWith('.') &&
        !domain.contains("..") && domain.size() <= 255 && std::all_of(domain.begin(), domain.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        });
    return fits ? domain : "stationer.invalid"_ba;
}

/// One line of a body as quoted-printable (RFC 2045, section 6.7), in lines that are short enough.
QByteArray quotedPrintable(QByteArrayView line)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    QByteArray encoded;
    qsizetype width = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool endsInSpace = c == ' ' && i + 1 == line.size();
        const bool isLiteral = isPrintableAscii(c) && c != '=' && !endsInSpace;
        const QByteArray next =
            isLiteral ? QByteArray(1, c) : QByteArray("=") + digits[uchar(c) >> 4] + digits[uchar(c) & 15];
        if (width + next.size() >= longestEncodedLine) { // one column is for the soft line break
            encoded += "=\r\n";
            width = 0;
        }
        encoded += next;
        width += next.size();
    }
    return encoded;
}

/// A value in the text: what controls it holds can be seen, and it stays one line.
QString shown(const QString& value)
{
    return shownText(value.toUtf8());
}

QStringList bodyOf(const TestMessage& message)
{
    const ConnectionSettings& settings = message.settings;
    QStringList lines{QCoreApplication::translate(
                          "testmessage", "This is a test message from Stationer. It arrived, so mail gets through."),
                      QString()};
    if (!message.code.isEmpty())
        lines += QCoreApplication::translate("testmessage", "Code: %1").arg(QString::fromLatin1(message.code));
    if (!message.station.isEmpty())
        lines += QCoreApplication::translate("testmessage", "Station: %1").arg(shown(message.station));
    if (!message.alarm.isEmpty())
        //: %1 is the path of an EmailRecipient in the station
        lines += QCoreApplication::translate("testmessage", "As an alarm of: %1").arg(shown(message.alarm));
    lines += settings.path.isEmpty()
                 ? QCoreApplication::translate("testmessage", "Account: typed by hand, from no station file")
                 : QCoreApplication::translate("testmessage", "Account: %1").arg(shown(settings.path));
    //: %1: the host; %2: the port; %3: how it is encrypted
    lines += QCoreApplication::translate("testmessage", "Server: %1, port %2, %3")
                 .arg(shown(settings.server.host), QString::number(settings.server.port), labelOf(settings.security));
    lines += settings.account ? QCoreApplication::translate("testmessage", "Signed in as: %1").arg(shown(*settings.account))
                              : QCoreApplication::translate("testmessage", "Sent without signing in");
    lines += QCoreApplication::translate("testmessage", "Sent from this computer: %1").arg(shown(message.computer));
    lines += QCoreApplication::translate("testmessage", "Time: %1").arg(message.time.toString(u"yyyy-MM-dd HH:mm:ss t"));
    lines += QString();
    lines += QCoreApplication::translate(
        "testmessage", "It was sent from that computer, not by the station: the station's firewall, DNS and "
                       "clock may differ.");
    return lines;
}

} // namespace

QString senderOf(const ConnectionSettings& settings)
{
    return settings.replyTo.isEmpty() ? settings.account.value_or(QString()) : settings.replyTo;
}

TestMessage TestMessage::now(const QString& station, const ConnectionSettings& settings, const QString& recipient)
{
    const QDateTime time = QDateTime::currentDateTime();
    return {station,
            settings,
            recipient.isEmpty() ? QStringList() : QStringList{recipient},
            QSysInfo::machineHostName(),
            time.toOffsetFromUtc(time.offsetFromUtc()),
            QUuid::createUuid().toByteArray(QUuid::WithoutBraces)};
}

QByteArray TestMessage::toBytes() const
{
    const QString sender = senderOf(settings);
    const QString subject =
        station.isEmpty() ? QCoreApplication::translate("testmessage", "Test message from Stationer")
                          //: %1: the station's name
                          : QCoreApplication::translate("testmessage", "Test message of station %1").arg(shown(station));
    // The code stands first and by itself: whoever reads headers finds it as it is.
    const QByteArray mark = code.isEmpty() ? QByteArray() : code + "\r\n ";
    QByteArray bytes = "Date: " + time.toString(Qt::RFC2822Date).toLatin1() + "\r\nFrom: " + addressField(sender) + "\r\n" +
                       (to.isEmpty() ? "To: undisclosed-recipients:;\r\n"_ba : addressesField("To", to)) +
                       (cc.isEmpty() ? QByteArray() : addressesField("Cc", cc)) + "Message-ID: <" + id + '@' +
                       idDomain(sender) + ">\r\nSubject: " + mark + headerText(subject) +
                       "\r\nAuto-Submitted: auto-generated" // RFC 3834: nobody's absence note answers it
                       "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8"
                       "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    for (const QString& line : bodyOf(*this))
        bytes += quotedPrintable(line.toUtf8()) + "\r\n";
    return bytes;
}

} // namespace stationer
