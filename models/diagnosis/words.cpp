#include "connection/showntext.h"
#include "diagnosis/cases.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

QString nameOfService(Service service)
{
    switch (service) {
    case Service::Smtp:
        return QCoreApplication::translate("diagnosis", "a server for outgoing mail (SMTP)");
    case Service::Imap:
        return QCoreApplication::translate("diagnosis", "a server for incoming mail (IMAP)");
    case Service::Pop3:
        return QCoreApplication::translate("diagnosis", "a server for incoming mail (POP3)");
    case Service::Http:
        return QCoreApplication::translate("diagnosis", "a web server");
    case Service::Ssh:
        return QCoreApplication::translate("diagnosis", "a server for remote sign-in (SSH)");
    case Service::Tls:
        return QCoreApplication::translate("diagnosis", "a server that wants encryption from the first byte (TLS)");
    case Service::Unknown:
        return QCoreApplication::translate("diagnosis", "something that is no mail server");
    }
    Q_UNREACHABLE();
}

QString shownHost(const Report& report)
{
    return shownText(report.settings.server.host.toUtf8(), 255);
}

QString userName(const Report& report)
{
    return shownText(report.settings.account.value_or(QString()).toUtf8(), 120);
}

bool isClear(const Report& report)
{
    return report.settings.security == SecurityMode::None;
}

int portOf(const Report& report)
{
    return report.settings.server.port;
}

QString serverLine(const Report& report)
{
    if (!report.failure)
        return {};
    const QString code = shownText(report.failure->code, 80);
    const QString words = shownText(report.failure->serverText, 300);
    return words.startsWith(code) ? words : (code + u' ' + words).trimmed();
}

QString serverWords(const Report& report)
{
    const QString line = serverLine(report);
    if (line.isEmpty())
        return {};
    //: %1 is the server's own text
    return QCoreApplication::translate("diagnosis", "The server said: «%1».").arg(line);
}

QString joined(const QStringList& sentences)
{
    QStringList present = sentences;
    present.removeAll(QString());
    return present.join(u' ');
}

bool hasSignedIn(const Report& report)
{
    const StageRecord* const login = report.record(Stage::Login);
    return login && login->status == StageStatus::Passed;
}

QString credentialNotSent(const Report& report)
{
    if (report.stage == Stage::Token)
        return QCoreApplication::translate("diagnosis", "Nothing to sign in with was sent.");
    switch (report.credential) {
    case Credential::Password:
        return QCoreApplication::translate("diagnosis", "Your password was not sent.");
    case Credential::Token:
        return QCoreApplication::translate("diagnosis", "Your token was not sent.");
    case Credential::ClientCertificate: // it may have been shown in the handshake
        return QCoreApplication::translate("diagnosis", "No password was sent.");
    }
    Q_UNREACHABLE();
}

namespace {

bool hold(const QByteArrayList& lines, QByteArrayView capability)
{
    return std::any_of(lines.begin(), lines.end(), [capability](const QByteArray& line) {
        return capability.compare(line.split(' ').first(), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool offers(const Report& report, QByteArrayView capability)
{
    return report.tls ? hold(report.learnt.capabilitiesAfterTls, capability) : offersInClear(report, capability);
}

bool offersInClear(const Report& report, QByteArrayView capability)
{
    return hold(report.learnt.capabilitiesBeforeTls, capability);
}

bool isMasked(const Report& report)
{
    // Firewalls keep a line's length and overwrite its letters: `220 ****…` with a digit left here and there, `XXXXXXXA` in
    // the place of STARTTLS. A few asterisks around a banner are decoration.
    const QByteArray banner = report.learnt.greeting.sliced(std::min<qsizetype>(4, report.learnt.greeting.size()));
    const auto isX = [](const QByteArray& line) { return line.toUpper().startsWith("XXXX"); };
    const QByteArrayList& offered = report.learnt.capabilitiesBeforeTls;
    return sendsMail(report.settings.protocol) &&
           ((banner.count('*') >= 4 && 2 * banner.count('*') > banner.size()) || isX(banner) ||
            std::any_of(offered.begin(), offered.end(),
                        [&isX](const QByteArray& line) { return isX(line) || line.startsWith("****"); }));
}

const QByteArrayList& mechanisms(const Report& report)
{
    return report.tls ? report.learnt.mechanismsAfterTls : report.learnt.mechanismsBeforeTls;
}

QString whatIsOffered(const Report& report)
{
    if (mechanisms(report).isEmpty())
        return {};
    //: %1 is a list of mechanisms such as GSSAPI, NTLM
    return QCoreApplication::translate("diagnosis", "It offers: %1.").arg(shownText(mechanisms(report).join(", "), 200));
}

QString whatIsFine(const Report& report)
{
    return isClear(report) ? QCoreApplication::translate("diagnosis", "The connection is fine, though not encrypted.")
                           : QCoreApplication::translate("diagnosis", "Connection, encryption and certificate are fine.");
}

QString signedInAs(const Report& report)
{
    const QString mechanism = shownText(report.learnt.mechanism, 40);
    const QString attempt =
        mechanism.isEmpty()
            ? QCoreApplication::translate("diagnosis", "Sign-in as «%1» was refused").arg(userName(report))
            //: %2 is a mechanism such as PLAIN
            : QCoreApplication::translate("diagnosis", "Sign-in as «%1» by %2 was refused").arg(userName(report), mechanism);
    const QString words = serverLine(report);
    if (words.isEmpty())
        return attempt + u'.';
    //: %1 is such as «Sign-in as «bob» was refused»
    return QCoreApplication::translate("diagnosis", "%1; the server said: «%2».").arg(attempt, words);
}

QString inWords(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Known:
        return {};
    case Certainty::Likely:
        return QCoreApplication::translate("diagnosis", "That is likely, and not certain.");
    case Certainty::Unknown:
        return QCoreApplication::translate("diagnosis", "The cause is not certain.");
    }
    Q_UNREACHABLE();
}

} // namespace stationer::diagnosis
