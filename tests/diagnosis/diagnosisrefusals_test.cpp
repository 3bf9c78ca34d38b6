#include "reports.h"

#include "diagnosis/diagnosis.h"
#include "support/stationertest.h"

#include <QtTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

Report refusedLogin(const QByteArray& code, const QByteArray& text, const QString& host = u"mail.acme.example"_s)
{
    Report made = withAnswer(report(Outcome::LoginRejected, Stage::Login), Fault::LoginRejected, code, text);
    made.settings.server.host = host;
    return made;
}

Report refusedMail(const QByteArray& command, const QByteArray& code, const QByteArray& text, Stage stage = Stage::Envelope)
{
    Report made = withAnswer(report(Outcome::ServerRefused, stage), Fault::ServerRefused, code, text);
    made.failure->command = command;
    return made;
}

} // namespace

Q_DECLARE_METATYPE(stationer::Report)

/// What servers say when they refuse, as they say it in the field, and what is made of it.
class DiagnosisRefusalsTest : public QObject {
    Q_OBJECT
private slots:
    void aRefusedSignInIsTakenForWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("headline");
        const auto row = [](const char* code, const char* text, const QString& headline) {
            QTest::addRow("%s %s", code, text) << QByteArray(code) << QByteArray(text) << headline;
        };
        const QString wrong = u"The server refused the user name or password."_s;
        row("535 5.7.8", "Error: authentication failed: UGFzc3dvcmQ6", wrong);
        row("535 5.7.8", "Username and Password not accepted", wrong);
        row("535 5.7.3", "Authentication unsuccessful", wrong);
        row("NO [AUTHENTICATIONFAILED]", "Invalid credentials (Failure)", wrong);
        row("-ERR [AUTH]", "Authentication failed.", wrong);
        row("-ERR", "Invalid user name or password", wrong);
        row("535 5.7.8", "", wrong);
        row("535", "Incorrect authentication data", wrong);

        const QString notSaid = u"The server did not accept the sign-in."_s;
        row("NO", "LOGIN failed.", notSaid);
        row("NO [ALERT]", "Invalid credentials", notSaid);
        row("550 5.7.1", "no", notSaid);
        row("526", "Authentication failure", notSaid);
        row("535 5.7.139", "Authentication unsuccessful, the user credentials were incorrect.", notSaid);
        row("535", "Account is abnormal, service is not open, password is incorrect, or system is busy", notSaid);

        const QString way = u"The server refused the way to sign in."_s;
        row("501 5.5.2", "cannot decode", way);
        row("502 5.5.2", "Error: command not recognized", way);
        row("503 5.5.1", "Error: authentication not enabled", way);
        row("504 5.7.4", "Unrecognized authentication type", way);
        row("530 5.7.0", "Authentication required", way);
        row("BAD", "invalid command or parameters", way);
        row("NO [CANNOT]", "Unsupported", way);
        row("-ERR", "SASL mechanism not supported", way);
        row("535 5.7.8", "Error: authentication failed: no mechanism available", way);

        const QString encrypted = u"The server asks for encryption, although it is encrypted already."_s;
        row("530 5.7.0", "Must issue a STARTTLS command first", encrypted);
        row("538 5.7.11", "Encryption required", encrypted);
        row("NO [PRIVACYREQUIRED]", "Plaintext authentication disallowed", encrypted);

        const QString notNow = u"The server could not check the password just now."_s;
        row("454 4.7.0", "Temporary authentication failure: Connection lost to authentication server", notNow);
        row("421 4.7.0", "Service not available, closing transmission channel", notNow);
        row("450 4.3.2", "Please come back", notNow);
        row("435 4.7.8", "Error: authentication failed", notNow);
        row("535 5.7.8", "Error: authentication failed: Connection lost to authentication server", notNow);
        row("535 5.7.8", "Error: authentication failed: generic failure", notNow);
        row("454 4.7.0", "The account is disabled", notNow); // by a code that is for now
        row("NO [UNAVAILABLE]", "Temporary authentication failure.", notNow);
        row("NO [SERVERBUG]", "Internal error occurred.", notNow);
        row("-ERR [SYS/TEMP]", "Temporary authentication failure.", notNow);
        row("-ERR", "Server busy, try again later", notNow);

        const QString inUse = u"Someone else is reading this mailbox just now."_s;
        row("-ERR [IN-USE]", "Do you have another POP session running?", inUse);
        row("-ERR", "maildrop already locked", inUse);
        row("-ERR", "Unable to lock maildrop: Mailbox is locked by POP server", inUse);
        row("NO [INUSE]", "Mailbox in use", inUse);

        const QString connections = u"The server has too many connections from here already."_s;
        row("NO [LIMIT]", "Maximum number of connections from user+IP exceeded", connections);
        row("NO [ALERT]", "Too many simultaneous connections. (Failure)", connections);
        row("421 4.7.0", "Too many concurrent SMTP connections", connections);

        const QString failures = u"After too many attempts the server lets nobody sign in for a while."_s;
        row("535 5.7.0", "(#AUTH005) Too many bad auth attempts.", failures);
        row("454 4.7.0", "Too many login attempts, please try again later.", failures);
        row("-ERR [AUTH]", "Too many failed login attempts", failures);

        row("-ERR [LOGIN-DELAY]", "minimum time between mail checks violation",
            u"The server wants a longer pause between two sign-ins."_s);

        const QString locked = u"The server has locked this account."_s;
        row("525 5.7.13", "User account disabled", locked);
        row("535 5.7.139", "Authentication unsuccessful, user is locked by your organization's policy", locked);
        row("NO [CONTACTADMIN]", "Please ask your administrator", u"The server sends to its administrator."_s);
        row("535 5.7.13", "User account disabled on smtp.acme.example", locked); // the host's name is no word of its
        row("-ERR [SYS/PERM]", "Account is suspended", locked);
        row("NO", "Your mailbox has been blocked", locked);

        const QString expired = u"The account's password has run out."_s;
        row("NO [EXPIRED]", "That password isn't valid any more", expired);
        row("432 4.7.12", "A password transition is needed", expired);
        row("-ERR", "Your password has expired", expired);

        row("NO [ALERT]", "Your account is not enabled for IMAP use (Failure)", u"The account may not be used by SMTP."_s);
        row("535 5.7.139", "SmtpClientAuthentication is disabled for the Tenant", u"The account may not be used by SMTP."_s);
        row("535 5.7.8", "This user does not have access rights to this service", u"The account may not be used by SMTP."_s);
        row("NO [AUTHORIZATIONFAILED]", "No such authorization-ID",
            u"The server knows this account, but does not let it in."_s);

        const QString other = u"The server wants another way to sign in for this account."_s;
        row("534 5.7.9", "Authentication mechanism is too weak", other);
        row("535 5.7.30", "Basic authentication is not supported for Client Submission.", other);
        row("535 5.7.139", "Authentication unsuccessful, basic authentication is disabled.", other);

        const QString otherPassword = u"The server wants a password made for mail programs."_s;
        row("535", "Application-specific password required", otherPassword);
        row("534 5.7.9", "Application-specific password required.", otherPassword);
        row("535", "Login Fail. Please enter your authorization code to login.", otherPassword);
        row("535", "Login Fail.Please enter your authorization code", otherPassword);

        const QString browser = u"The server wants a sign-in by web browser first."_s;
        row("534 5.7.14", "Please log in via your web browser and then try again.", browser);
        row("NO [WEBALERT https://accounts.example/x]", "Web login required.", browser);
        row("535 5.7.8", "Your message looks like spam. Prove you are not a robot", browser);

        row("535 5.7.139", "Authentication unsuccessful, user is blocked by Conditional Access policies.",
            u"The server has locked this account."_s);
        row("535", "Sign-ins from your location are not allowed", u"A rule of the server forbids this sign-in."_s);
    }
    void aRefusedSignInIsTakenForWhatItIs()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        const Diagnosis diagnosis = diagnose(refusedLogin(code, text));
        QTEST(diagnosis.headline, "headline");
        const QString said = QString::fromLatin1(code + ' ' + text);
        QVERIFY2(
            diagnosis.body.startsWith(u"Connection, encryption and certificate are fine. Sign-in as «bob» was refused; the "
                                      "server said: «"_s +
                                      said.trimmed() + u"»."_s),
            qPrintable(diagnosis.body));
        QVERIFY(diagnosis.remedies.isEmpty());
        const bool isWrong = diagnosis.headline.startsWith(u"The server refused the user"_s);
        const bool mayBeWrong = isWrong || diagnosis.headline.startsWith(u"The server did not accept"_s);
        QCOMPARE(diagnosis.answers.contains(Answer::EditAccount), mayBeWrong);
        QCOMPARE(diagnosis.body.contains(u"whole e-mail address"_s), isWrong);
    }

    void aSignInInTheClearThatWantsEncryptionIsMendedByIt_data()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("SMTP") << Protocol::Smtp << "530 5.7.0"_ba
                              << "Must issue a STARTTLS command first"_ba;
        QTest::newRow("SMTP, mechanism") << Protocol::Smtp << "538 5.7.11"_ba
                                         << "Encryption required"_ba;
        QTest::newRow("IMAP") << Protocol::Imap << "NO [PRIVACYREQUIRED]"_ba
                              << "Plaintext authentication disallowed"_ba;
        QTest::newRow("POP3") << Protocol::Pop3 << "-ERR [AUTH]"_ba
                              << "Plaintext authentication disallowed on non-secure (SSL/TLS) connections."_ba;
    }
    void aSignInInTheClearThatWantsEncryptionIsMendedByIt()
    {
        QFETCH(Protocol, protocol);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        Report made = withAnswer(report(Outcome::LoginRejected, Stage::Login, SecurityMode::None, protocol, 2525),
                                 Fault::LoginRejected, code, text);
        made.learnt.capabilitiesBeforeTls = {protocol == Protocol::Pop3 ? "STLS"_ba : "STARTTLS"_ba};
        const Diagnosis diagnosis = diagnose(made);
        QCOMPARE(diagnosis.headline, u"The server takes no password over a connection that is not encrypted."_s);
        QVERIFY(diagnosis.body.startsWith(u"The password had crossed the network readable by then."_s));
        QCOMPARE(diagnosis.remedies.size(), 1);
        QCOMPARE(diagnosis.remedies.first().label, u"Set Use Start Tls"_s);
        QCOMPARE(diagnosis.remedies.first().set.value(u"port"_s), u"2525"_s);
    }

    void refusedMailIsTakenForWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("headline");
        const auto row = [](const char* command, const char* code, const char* text, const QString& headline) {
            QTest::addRow("%s %s %s", command, code, text)
                << QByteArray(command) << QByteArray(code) << QByteArray(text) << headline;
        };
        row("RCPT", "554 5.7.1", "<a@b.example>: Relay access denied",
            u"The server does not pass mail on to this recipient."_s);
        row("RCPT", "550 5.7.54", "SMTP; Unable to relay recipient in non-accepted domain",
            u"The server does not pass mail on to this recipient."_s);
        row("RCPT", "454 4.7.1", "<a@b.example>: Relay access denied",
            u"The server does not pass mail on to this recipient."_s);
        row("RCPT", "550", "relay not permitted", u"The server does not pass mail on to this recipient."_s);

        row("RCPT", "450 4.2.0", "<a@b.example>: Recipient address rejected: Greylisted, see http://x",
            u"The server asks to come again later."_s);
        row("RCPT", "451 4.7.1", "Please try again later", u"The server asks to come again later."_s);
        row("RCPT", "452 4.3.1", "Insufficient system storage", u"The server cannot take mail just now."_s);
        row("MAIL", "421 4.3.2", "Service shutting down", u"The server cannot take mail just now."_s);

        row("MAIL", "530 5.7.0", "Authentication required", u"The server takes mail only after a sign-in."_s);
        row("MAIL", "530 5.7.57", "Client not authenticated to send mail", u"The server takes mail only after a sign-in."_s);
        row("MAIL", "550 5.7.1", "SMTP AUTH required, please authenticate first",
            u"The server takes mail only after a sign-in."_s);
        row("MAIL", "530 5.7.0", "Must issue a STARTTLS command first",
            u"The server asks for encryption, although it is encrypted already."_s);

        row("MAIL", "553 5.7.1", "<a@b.example>: Sender address rejected: not owned by user bob",
            u"The server refused the sender's address."_s);
        row("DATA", "554 5.2.252", "SendAsDenied; bob not allowed to send as a",
            u"The server refused the sender's address."_s);
        row("MAIL", "550", "no", u"The server refused the sender's address."_s);

        row("RCPT", "550 5.1.1", "<a@b.example>: User unknown", u"The server does not know the recipient."_s);
        row("RCPT", "550", "No such recipient here", u"The server does not know the recipient."_s);
        row("RCPT", "552 5.2.2", "Mailbox full", u"The recipient's mailbox is full."_s);
        row("RCPT", "452 4.2.2", "The mailbox is over quota", u"The recipient's mailbox is full."_s);
        row("MAIL", "552 5.3.4", "Message size exceeds fixed limit", u"The message is larger than the server takes."_s);
        row("DATA", "552", "Message size exceeds maximum permitted", u"The message is larger than the server takes."_s);
        row("DATA", "550 5.4.5", "Daily user sending limit exceeded",
            u"The account has sent as much as the server allows."_s);
        row("RCPT", "554 5.7.1", "Service unavailable; client host [192.0.2.7] blocked using zen.spamhaus.org",
            u"The server does not trust the network this comes from."_s);
        row("RCPT", "550", "no", u"The server refused the recipient."_s);

        // MAIL is about the sender and RCPT about the recipient, whatever the words.
        const QString sender = u"The server refused the sender's address."_s;
        row("MAIL", "553", "Relaying disallowed as station@acme.example", sender);
        row("MAIL", "550 5.7.1", "Unable to relay for alarms@acme.example", sender);
        row("MAIL", "550 5.1.1", "User unknown", sender);
        row("MAIL", "552 5.2.2", "Mailbox full", sender);
        row("RCPT", "554 5.7.1", "Sender address rejected: Access denied", u"The server refused the recipient."_s);
        row("RCPT", "550 5.1.8", "Domain of sender does not exist", sender); // its code says so

        // But for the name that was said before either.
        const QString hello = u"The server refused the name that this computer goes by."_s;
        row("RCPT", "504 5.5.2", "<station>: Helo command rejected: need fully-qualified hostname", hello);
        row("RCPT", "450 4.7.1", "<station>: Helo command rejected: Host not found", hello);
        row("MAIL", "550", "Access denied - Invalid HELO name (See RFC2821 4.1.1.1)", hello);
        row("MAIL", "504 5.5.2", "<a>: Sender address rejected: need fully-qualified address", sender);
        row("MAIL", "550", "no from <helo.acme.example>", sender);
        row("DATA", "554", "no", u"The server refused the test message."_s);
    }
    void refusedMailIsTakenForWhatItIs()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        const Diagnosis diagnosis =
            diagnose(refusedMail(command, code, text, command == "DATA" ? Stage::Message : Stage::Envelope));
        QTEST(diagnosis.headline, "headline");
        QVERIFY(diagnosis.body.startsWith(u"The server said: «"_s + QString::fromLatin1(code + ' ' + text) + u"»."_s));
        QVERIFY(diagnosis.body.size() > code.size() + text.size() + 40); // it also says what to do
    }

    void aRefusedSenderIsMendedByTheAccountsOwnAddress()
    {
        Report made = refusedMail("MAIL", "553 5.7.1", "Sender address rejected");
        made.settings.account = u"alarms@acme.example"_s;
        made.settings.replyTo = u"boss@acme.example"_s;
        const Diagnosis diagnosis = diagnose(made);
        QCOMPARE(diagnosis.remedies.size(), 1);
        QCOMPARE(diagnosis.remedies.first().label, u"Set Reply To to alarms@acme.example"_s);
        const QMap<QString, QString> wanted{{u"replyTo"_s, u"alarms@acme.example"_s}};
        QCOMPARE(diagnosis.remedies.first().set, wanted);
        made.settings.account = u"alarms"_s; // no address
        QVERIFY(diagnose(made).remedies.isEmpty());
    }

    void fromPort25TheSubmissionPortsAreOffered()
    {
        Report made = refusedMail("RCPT", "554 5.7.1", "Relay access denied");
        made.settings.server.port = 25;
        for (StageRecord& record : made.stages)
            if (record.stage == Stage::Login)
                record.status = StageStatus::Skipped;
        const QList<Remedy> remedies = diagnose(made).remedies;
        QCOMPARE(remedies.size(), 2);
        QCOMPARE(remedies.first().label, u"Set Use Start Tls, port 587"_s);
        QCOMPARE(remedies.last().label, u"Set Use Ssl, port 465"_s);
    }

    void aGreetingSaysWhyItTurnsAway_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("for now") << "421 4.3.2"_ba
                                 << "busy"_ba << u"try again in a few minutes"_s;
        QTest::newRow("too many") << "421 4.7.0"_ba
                                  << "Too many connections from your IP"_ba << u"too many connections"_s;
        QTest::newRow("block list") << "554 5.7.1"_ba
                                    << "blocked using zen.spamhaus.org"_ba << u"list of networks"_s;
        QTest::newRow("no reason") << "554"_ba
                                   << "no SMTP service here"_ba << u"whether connections from here are allowed"_s;
    }
    void aGreetingSaysWhyItTurnsAway()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const Diagnosis diagnosis =
            diagnose(withAnswer(report(Outcome::GreetingRefused, Stage::Greeting), Fault::GreetingRefused, code, text));
        QCOMPARE(diagnosis.headline, u"The server answers, but turns this computer away."_s);
        QVERIFY2(diagnosis.body.contains(says), qPrintable(diagnosis.body));
    }

    void anFtpServerIsNoMailServer()
    {
        Report made = withAnswer(report(Outcome::ServerRefused, Stage::Capabilities, SecurityMode::None, Protocol::Smtp, 21),
                                 Fault::ServerRefused, "530", "Please login with USER and PASS.");
        made.learnt.greeting = "220 (vsFTPd 3.0.3)";
        QCOMPARE(diagnose(made).headline, u"On port 21 answers a server for files (FTP), but SMTP is expected."_s);
    }

    void theLargeProvidersAreKnown_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* host, const char* code, const char* text, const QString& says) {
            QTest::addRow("%s %s", host, code) << QString::fromLatin1(host) << QByteArray(code) << QByteArray(text) << says;
        };
        row("smtp.office365.com", "535 5.7.30", "Basic authentication is not supported", u"end of December 2026"_s);
        row("smtp.office365.com", "550 5.7.30", "Basic authentication is not supported", u"end of December 2026"_s);
        row("smtp.office365.com", "535 5.7.139", "SmtpClientAuthentication is disabled", u"«Authenticated SMTP»"_s);
        row("smtp.office365.com", "535 5.7.3", "Authentication unsuccessful", u"Either the password is wrong"_s);
        row("outlook.office365.com", "NO", "LOGIN failed.", u"Microsoft 365 no longer takes one for reading mail"_s);
        row("outlook.office365.com", "-ERR", "Logon failure: unknown user name or bad password.",
            u"Microsoft 365 no longer takes one for reading mail"_s);
        row("smtp-mail.outlook.com", "535 5.7.139", "basic authentication is disabled",
            u"Outlook.com usually takes no passwords"_s);
        row("smtp.gmail.com", "534 5.7.9", "Application-specific password required", u"Gmail wants an app password"_s);
        row("smtp.gmail.com", "535 5.7.8", "Username and Password not accepted", u"Google Workspace SMTP relay"_s);
        row("imap.gmail.com", "NO [AUTHENTICATIONFAILED]", "Invalid credentials", u"Google Workspace SMTP relay"_s);
        row("pop.gmail.com", "-ERR [AUTH]", "Username and password not accepted.", u"Google Workspace SMTP relay"_s);
        row("smtp.office365.com", "504 5.7.4", "Unrecognized authentication type", u"does not take this way to sign in"_s);
        row("smtp.office365.com", "535 5.7.139", "Authentication unsuccessful, the user credentials were incorrect.",
            u"it cannot be told which of the two"_s);
        row("smtp.office365.com", "535 5.7.139", "user is locked by your organization's security defaults policy",
            u"security defaults"_s);
        row("smtp.office365.com", "535 5.7.139", "user is blocked by Conditional Access policies", u"Conditional Access"_s);
        row("smtp.office365.com", "535 5.7.139", "the request did not meet the criteria", u"it cannot be told which"_s);
        row("smtp.gmail.com", "534 5.7.14", "Please log in via your web browser", u"web browser first"_s);
        row("smtp.yandex.com", "535 5.7.8", "looks like spam", u"Yandex may take the sign-in for spam"_s);
        row("imap.yandex.ru", "NO [AUTHENTICATIONFAILED]", "no", u"Yandex often wants an app password"_s);
        row("smtp.qq.com", "535", "Please enter your authorization code", u"authorization code"_s);
        row("imap.163.com", "NO", "Unsafe Login. Please contact kefu", u"IMAP command ID"_s);
        row("smtp.126.com", "535", "authentication failed", u"NetEase (163, 126)"_s);
        row("smtp.zoho.eu", "535", "Authentication Failed", u"Zoho usually wants"_s);
        row("SMTP.MAIL.YAHOO.COM.", "535 5.7.0", "(#AUTH005) Bad", u"app password"_s);
        row("imap.aol.com", "NO [AUTHENTICATIONFAILED]", "no", u"Yahoo and AOL"_s);
        row("smtp.mail.me.com", "535 5.7.8", "Error: authentication failed",
            u"app-specific password in the Apple Account"_s);
        row("mail.gmx.net", "535", "Authentication credentials invalid", u"POP3 and IMAP were switched on"_s);
        row("imap.web.de", "NO", "authentication failed", u"POP3 and IMAP were switched on"_s);
        row("securesmtp.t-online.de", "535 5.7.0", "auth failed", u"a password of its own"_s);
    }
    void theLargeProvidersAreKnown()
    {
        QFETCH(QString, host);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const QString body = diagnose(refusedLogin(code, text, host)).body;
        QVERIFY2(body.contains(says), qPrintable(body));
        static const QRegularExpression dated(u"\\(As of 20\\d\\d-\\d\\d\\.\\)"_s);
        QVERIFY2(dated.match(body).hasMatch(), qPrintable(body)); // what a provider does changes: each advice has its date
    }

    void aProvidersAdviceOnSending_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("5.7.57") << "530 5.7.57"_ba
                                << "Client not authenticated to send mail"_ba << u"takes no mail here without a sign-in"_s;
        QTest::newRow("SendAsDenied") << "554 5.2.252"_ba
                                      << "SendAsDenied; not allowed to send as"_ba << u"«Send As»"_s;
        QTest::newRow("5.7.60") << "550 5.7.60"_ba
                                << "Client does not have permissions to send as this sender"_ba << u"«Send As»"_s;
    }
    void aProvidersAdviceOnSending()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        Report made = refusedMail("MAIL", code, text);
        made.settings.server.host = u"smtp.office365.com"_s;
        QVERIFY2(diagnose(made).body.contains(says), qPrintable(diagnose(made).body));
        made.settings.server.host = u"smtp.acme.example"_s;
        QVERIFY(!diagnose(made).body.contains(u"Microsoft"_s));
    }
};

STATIONER_TEST(DiagnosisRefusalsTest)
#include "diagnosisrefusals_test.moc"
