#include "support/mailbox.h"

#include <QTcpSocket>
#include <QtGlobal>

namespace stationer::testing {

namespace {

QByteArray readUntil(QTcpSocket& socket, const QByteArray& end)
{
    QByteArray bytes;
    while (!("\r\n" + bytes).contains(end)) {
        if (!socket.bytesAvailable() && !socket.waitForReadyRead(10000))
            qFatal("The mailbox does not answer: %s", bytes.constData());
        bytes += socket.readAll();
    }
    return bytes;
}

} // namespace

QByteArray Mailbox::ask(const QByteArray& command) const
{
    QTcpSocket socket;
    socket.connectToHost(m_servers.host, m_servers.port(Protocol::Imap, SecurityMode::None));
    readUntil(socket, "* OK");
    socket.write("a LOGIN " + m_servers.user.toUtf8() + " \"" + m_servers.password.toUtf8() + "\"\r\n");
    readUntil(socket, "\r\na ");
    socket.write("b EXAMINE INBOX\r\n");
    readUntil(socket, "\r\nb ");
    socket.write("c " + command + "\r\n");
    return readUntil(socket, "\r\nc ");
}

QByteArrayList Mailbox::with(const QByteArray& id) const
{
    return found("HEADER Message-ID \"" + id + '"');
}

QByteArrayList Mailbox::to(const QByteArray& address) const
{
    return found("HEADER To \"" + address + '"');
}

bool Mailbox::isUnseen(const QByteArray& id) const
{
    return !found("UNSEEN HEADER Message-ID \"" + id + '"').isEmpty();
}

QByteArrayList Mailbox::found(const QByteArray& search) const
{
    // The answer to a search is one line: «* SEARCH 4 7».
    QByteArray list = ask("UID SEARCH " + search);
    list = list.sliced(list.indexOf("* SEARCH") + 8);
    list = list.left(list.indexOf('\r')).trimmed();
    QByteArrayList mails;
    for (const QByteArray& uid : list.split(' ')) {
        if (uid.isEmpty())
            continue;
        const QByteArray answer = ask("UID FETCH " + uid + " (BODY.PEEK[])");
        const qsizetype open = answer.indexOf('{');
        const qsizetype close = answer.indexOf("}\r\n", open);
        mails += answer.mid(close + 3, answer.mid(open + 1, close - open - 1).toInt());
    }
    return mails;
}

QByteArray field(const QByteArray& mail, const QByteArray& name)
{
    QByteArray head = mail.left(mail.indexOf("\r\n\r\n") + 2);
    head.replace("\r\n ", " ").replace("\r\n\t", " ");
    QByteArrayList values;
    for (const QByteArray& line : head.split('\n'))
        if (line.toLower().startsWith(name.toLower() + ": "))
            values += line.sliced(name.size() + 2).trimmed();
    return values.size() == 1 ? values.first() : "not one but " + QByteArray::number(values.size());
}

QString decodedBody(const QByteArray& mail)
{
    QByteArray body = mail.sliced(mail.indexOf("\r\n\r\n") + 4);
    body.replace("=\r\n", "").replace("\r\n", "\n");
    QByteArray decoded;
    for (qsizetype i = 0; i < body.size(); ++i) {
        if (body[i] != '=') {
            decoded += body[i];
            continue;
        }
        decoded += char(body.mid(i + 1, 2).toInt(nullptr, 16));
        i += 2;
    }
    return QString::fromUtf8(decoded);
}

} // namespace stationer::testing
