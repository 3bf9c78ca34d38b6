#include "app/cli/testmessage.h"

#include "app/cli/texts.h"

#include <QDateTime>
#include <QUuid>

namespace stationer {

using namespace Qt::StringLiterals;

QString senderOf(const ConnectionSettings& settings)
{
    return settings.replyTo.isEmpty() ? settings.account.value_or(QString()) : settings.replyTo;
}

QByteArray testMessage(const QString& sender, const QString& recipient)
{
    // A header field is a line: what could begin another one does not get in.
    const auto oneLine = [](const QString& text) { return text.simplified().toUtf8(); };
    const QByteArray body =
        Texts::tr("This is a test message from Stationer. Whoever asked for it knows now that mail arrives.").toUtf8();
    return "From: <" + oneLine(sender) + ">\r\nTo: <" + oneLine(recipient) +
           ">\r\nSubject: Stationer test message\r\nDate: " +
           QDateTime::currentDateTime().toString(Qt::RFC2822Date).toLatin1() + "\r\nMessage-ID: <" +
           QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + "@stationer.invalid>\r\nMIME-Version: 1.0\r\n" +
           "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + body + "\r\n";
}

} // namespace stationer
