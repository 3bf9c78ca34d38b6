#include "activewindow.h"
#include "app/composition.h"
#include "diagnosis/diagnosis.h"
#include "items/roles.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "views/common/theme.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/stationfiles.h"
#include "views/trust/challengedialog.h"

#include <QApplication>
#include <QDir>
#include <QHostInfo>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto password = "correct horse battery";

/// One condition of a server, and what the window is to say of it.
struct Case {
    Protocol protocol = Protocol::Smtp;
    SecurityMode security = SecurityMode::None;
    Script script = {};
    QString headline = {}; ///< `%port` stands for the port
    QStringList remedies = {};
    QString says = {};               ///< somewhere in the body
    QMap<QString, QString> set = {}; ///< in force after a click on the first remedy
    std::function<void(FaultServer&)> server = {};
    std::function<void(Composition&, SlotId, quint16)> desktop = {};
    QByteArray host = "127.0.0.1";
    QByteArray inside = {};   ///< more slots of the account
    int port = 0;             ///< another than the server's
    bool isCancelled = false; ///< as soon as it is connected
};

const QMap<QString, QString> useSsl{{u"useSsl"_s, u"true"_s}, {u"useStartTls"_s, u"false"_s}};
const QMap<QString, QString> useStartTls{{u"useSsl"_s, u"false"_s}, {u"useStartTls"_s, u"true"_s}};

const Script smtpGreeting{Say{"220 mx.acme.example ESMTP\r\n"_ba}, Hear{}};
const Script smtpStartTls =
    smtpGreeting + Script{Say{"250-mx\r\n250 STARTTLS\r\n"_ba}, Hear{}, Say{"220 go\r\n"_ba}, Encrypt{}};
const Script smtpAuth{Hear{}, Say{"250-mx\r\n250 AUTH PLAIN LOGIN\r\n"_ba}, Hear{}};
const Script smtpOverTls{Encrypt{}, Say{"220 mx.acme.example ESMTP\r\n"_ba}};
const Script imapOverTls{Encrypt{}, Say{"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi\r\n"_ba}, Hear{}};
const Script pop3OverTls{Encrypt{}, Say{"+OK hi\r\n"_ba}, Hear{}, Say{"+OK\r\nUSER\r\nSASL PLAIN\r\n.\r\n"_ba}, Hear{}};

QByteArray typeOf(Protocol protocol)
{
    return protocol == Protocol::Smtp ? "OutgoingAccount" : "IncomingAccount";
}

/// A resolver that knows these addresses for every name.
Resolver knows(const QList<QHostAddress>& addresses)
{
    return [addresses](const QString& host, QObject& waiting, const std::function<void(const QHostInfo&)>& answer) {
        QHostInfo info;
        info.setHostName(host);
        info.setAddresses(addresses);
        QMetaObject::invokeMethod(
            &waiting, [info, answer] { answer(info); }, Qt::QueuedConnection);
    };
}

/// The first words of a server that is as old as SSL 3.0; no library here can be made to say them.
QByteArray ssl3Hello()
{
    const QByteArray body = QByteArray::fromHex("0300") + QByteArray(32, 'r') + QByteArray::fromHex("00000a00");
    return QByteArray::fromHex("160300002a02000026") + body;
}

} // namespace

Q_DECLARE_METATYPE(Case)

/// Every diagnosis in the real window: a server on loopback makes the condition, the test button is pressed, and what is said,
/// the buttons, the badge and one click's worth of change are what they should be. With STATIONER_PICTURES=FOLDER it also
/// saves a picture of each; with STATIONER_DARK too, in dark.
class DiagnosesTest : public QObject {
    Q_OBJECT

    Theme m_theme{*qApp};
    TestCa m_ca{u"Acme Root CA"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<Composition> m_desktop;
    SlotId m_account = SlotId::None;
    quint16 m_port = 0;

    static Limits limits()
    {
        Limits limits;
        limits.resolve = 5s;
        limits.connect = 2s;
        limits.tls = 3s;
        limits.greeting = 1500ms;
        limits.counterProbe = 600ms;
        limits.reply = 1500ms;
        limits.loginReply = 1500ms;
        return limits;
    }

    template <class Widget>
    Widget* named(const QString& name)
    {
        return m_desktop->window().findChild<Widget*>(name);
    }

    void open(const Case& one)
    {
        m_server = std::make_unique<FaultServer>(one.script);
        m_server->setIdentity(m_ca.issueFor(u"127.0.0.1"_s));
        if (one.server)
            one.server(*m_server);
        QVERIFY(m_server->isListening());
        m_port = one.port ? quint16(one.port) : m_server->port();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        QByteArray lines =
            value("hostname", one.host) + value("port", QByteArray::number(m_port)) + value("account", "bob") + one.inside;
        if (one.security == SecurityMode::Ssl)
            lines += value("useSsl", "true");
        if (one.security == SecurityMode::StartTls)
            lines += value("useStartTls", "true");
        if (one.protocol == Protocol::Imap)
            lines += value("store", "imap");
        const QString path = m_folder->filePath(u"acme.bog"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(account("Alarms", "a", typeOf(one.protocol), lines)));
        file.close();
        m_desktop = std::make_unique<Composition>(m_theme, *m_settings, KeyRing::Use::SessionOnly);
        m_desktop->window().resize(1180, 860);
        QVERIFY(showActive(m_desktop->window()));
        m_desktop->orders().limits = limits();
        m_desktop->window().files().open(path);
        QTRY_VERIFY(m_desktop->station().isOpen());
        m_account = m_desktop->station().document().find(u"/Services/EmailService/Alarms");
        QVERIFY(m_account != SlotId::None);
        m_desktop->window().showComponent(m_account);
        const auto root = certificateFacts(m_ca.der());
        QVERIFY(root && !m_desktop->roots().import(*root, u"acme"_s));
        m_desktop->keepPassword(m_account, Secret(QByteArray(password)));
        if (one.desktop)
            one.desktop(*m_desktop, m_account, m_port);
    }

    Report test(bool isCancelled)
    {
        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        auto* button = named<QAbstractButton>(u"testButton"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        if (isCancelled) {
            if (!QTest::qWaitFor([this] { return m_server->connections() > 0; }))
                QTest::qFail("nothing was connected to", __FILE__, __LINE__);
            QTest::mouseClick(named<QAbstractButton>(u"cancelTest"_s), Qt::LeftButton);
        }
        if (finished.isEmpty() && !finished.wait(10000)) {
            QTest::qFail("the connection test did not end", __FILE__, __LINE__);
            return {};
        }
        return finished.takeLast()[1].value<Report>();
    }

    QList<QPushButton*> remedies()
    {
        QList<QPushButton*> buttons;
        for (int i = 0; auto* button = named<QPushButton>(u"remedy%1"_s.arg(i)); ++i)
            buttons += button;
        return buttons;
    }

    void picture(QWidget& widget, const QString& name)
    {
        const QString to = qEnvironmentVariable("STATIONER_PICTURES");
        if (to.isEmpty())
            return;
        const QDir folder(to);
        QVERIFY(folder.mkpath(u"."_s));
        QTest::qWait(60); // layouts follow through the event loop
        QString file = name;
        file.replace(QRegularExpression(u"[^A-Za-z0-9]+"_s), u"-"_s);
        const auto save = [&](const QString& ending) { QVERIFY(widget.grab().save(folder.filePath(file + ending))); };
        save(u".png"_s);
        if (qEnvironmentVariableIsEmpty("STATIONER_DARK"))
            return;
        m_theme.apply(Appearance::Dark);
        QTest::qWait(60);
        save(u"-dark.png"_s);
        m_theme.apply(Appearance::Light);
    }

    QString inForce(const QString& slot)
    {
        return effectiveValue(m_desktop->station().document(), m_account, slot).value_or(QString());
    }

    /// One click, one undo step, and back.
    void applyRemedy(const Case& one)
    {
        const QList<QPushButton*> buttons = remedies();
        if (buttons.isEmpty())
            return;
        QVERIFY(buttons.first()->isVisible() && buttons.first()->isEnabled());
        QMap<QString, QString> before;
        for (auto slot = one.set.keyBegin(); slot != one.set.keyEnd(); ++slot)
            before[*slot] = inForce(*slot);
        QUndoStack* stack = m_desktop->station().undoStack();
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QCOMPARE(stack->count(), 1);
        for (auto slot = one.set.cbegin(); slot != one.set.cend(); ++slot)
            QCOMPARE(inForce(slot.key()), slot.value());
        QVERIFY(m_desktop->window().isWindowModified());
        m_desktop->tests().one().cancel(); // of a remedy that tests at once
        QTRY_VERIFY(!m_desktop->tests().one().isRunning());
        stack->undo();
        for (auto slot = before.cbegin(); slot != before.cend(); ++slot)
            QCOMPARE(inForce(slot.key()), slot.value());
        QVERIFY(stack->isClean());
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup()
    {
        m_desktop.reset();
        m_server.reset();
    }

    void everyDiagnosisIsSeen_data();
    void everyDiagnosisIsSeen()
    {
        QFETCH(Case, one);
        open(one);
        if (QTest::currentTestFailed())
            return;
        const Report report = test(one.isCancelled);
        if (QTest::currentTestFailed())
            return;
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const bool isChallenge = report.outcome == Outcome::CertificateChallenged;
        if (isChallenge) {
            QTRY_VERIFY(m_desktop->challenge() && m_desktop->challenge()->isVisible());
            picture(*m_desktop->challenge(), name + u" challenge"_s);
            QTest::keyClick(m_desktop->challenge(), Qt::Key_Escape);
            QTRY_VERIFY(!m_desktop->challenge());
        }
        const QString headline = QString(one.headline).replace(u"%port"_s, QString::number(m_port));
        QTRY_COMPARE(m_desktop->window().testPanel().headline(), headline);
        auto* body = named<QLabel>(u"verdictBody"_s);
        QVERIFY(body && (body->isVisible() || diagnose(report).body.isEmpty()));
        const QString said = body->text().remove(QChar(0x200b)); // a long word may be broken there
        QVERIFY2(said.contains(one.says), qPrintable(said));
        QCOMPARE(body->textFormat(), Qt::PlainText);
        if (isChallenge)
            QVERIFY(body->text().endsWith(u"Your password was not sent."_s));
        QStringList labels;
        for (const QPushButton* button : remedies())
            labels += button->text();
        QStringList wanted = one.remedies;
        wanted.replaceInStrings(u"%port"_s, QString::number(m_port));
        QCOMPARE(labels, wanted);

        const Badge badge = report.outcome == Outcome::Succeeded ? Badge::Passed
                            : isChallenge                        ? Badge::Challenged
                            : one.isCancelled                    ? Badge::None
                                                                 : Badge::Failed;
        const QVariant shown = m_desktop->window().navTree().view()->currentIndex().data(int(NavRole::Badge));
        // What the sheet itself has to say of the account may be the graver thing.
        const Badge graver = badge == Badge::Passed || badge == Badge::None ? Badge::Warning : Badge::Fault;
        QVERIFY2(shown.toInt() == int(badge) || shown.toInt() == int(graver), qPrintable(shown.toString()));
        const bool isSecretSafe = one.security == SecurityMode::None || !m_server->hasHeardInTheClear(password);
        QVERIFY(isSecretSafe);
        picture(m_desktop->window(), name);
        applyRemedy(one);
    }
};

void DiagnosesTest::everyDiagnosisIsSeen_data()
{
    QTest::addColumn<Case>("one");
    const auto row = [](const char* name, const Case& one) { QTest::newRow(name) << one; };
    using enum SecurityMode;

    // The wrong mode, in both directions.
    row("wrong mode TLS port SMTP", {.script = smtpOverTls,
                                     .headline = u"Port %port expects encryption from the first byte, but Use Ssl is off."_s,
                                     .remedies = {u"Set Use Ssl"_s},
                                     .says = u"Server and network are fine."_s,
                                     .set = useSsl});
    row("wrong mode TLS port POP3 with Use Start Tls",
        {.protocol = Protocol::Pop3,
         .security = StartTls,
         .script = pop3OverTls,
         .headline = u"Port %port expects encryption from the first byte, but Use Ssl is off."_s,
         .remedies = {u"Set Use Ssl"_s},
         .set = useSsl});
    row("wrong mode plain port IMAP", {.protocol = Protocol::Imap,
                                       .security = Ssl,
                                       .script = {Say{"* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n"_ba}, Hear{}},
                                       .headline = u"Port %port starts unencrypted, but Use Ssl is on."_s,
                                       .remedies = {u"Set Use Start Tls"_s},
                                       .says = u"The server offers Use Start Tls here."_s,
                                       .set = useStartTls});
    row("wrong mode plain port without encryption", {.security = Ssl,
                                                     .script = smtpGreeting + Script{Say{"250 mx\r\n"_ba}},
                                                     .headline = u"Port %port starts unencrypted, but Use Ssl is on."_s,
                                                     .remedies = {u"Set port 465"_s},
                                                     .says = u"The server offers no encryption here."_s,
                                                     .set = {{u"port"_s, u"465"_s}}});

    // The wrong service, by its first bytes.
    row("wrong service SSH",
        {.script = {Say{"SSH-2.0-OpenSSH_9.2p1\r\n"_ba}},
         .headline = u"On port %port answers a server for remote sign-in (SSH), but SMTP is expected."_s,
         .remedies = {u"Set port 25"_s},
         .set = {{u"port"_s, u"25"_s}}});
    row("wrong service web", {.protocol = Protocol::Imap,
                              .security = Ssl,
                              .script = {Hear{}, Say{"HTTP/1.1 400 Bad Request\r\n\r\n"_ba}, Close{}},
                              .headline = u"On port %port answers a web server, but IMAP is expected."_s,
                              .remedies = {u"Set port 993"_s},
                              .set = {{u"port"_s, u"993"_s}}});
    row("wrong service POP3 for IMAP",
        {.protocol = Protocol::Imap,
         .script = {Say{"+OK POP3 ready\r\n"_ba}},
         .headline = u"On port %port answers a server for incoming mail (POP3), but IMAP is expected."_s,
         .remedies = {u"Set port 143"_s, u"Set Store to POP3"_s},
         .set = {{u"port"_s, u"143"_s}}});
    row("wrong service IMAP for SMTP",
        {.script = {Say{"* OK IMAP ready\r\n"_ba}},
         .headline = u"On port %port answers a server for incoming mail (IMAP), but SMTP is expected."_s,
         .remedies = {u"Set port 25"_s}});
    row("wrong service SMTP for POP3",
        {.protocol = Protocol::Pop3,
         .script = {Say{"220 mx ESMTP\r\n"_ba}},
         .headline = u"On port %port answers a server for outgoing mail (SMTP), but POP3 is expected."_s,
         .remedies = {u"Set port 110"_s}});

    // Encryption that does not come about.
    row("STARTTLS stripped", {.security = StartTls,
                              .script = smtpGreeting + Script{Say{"250-mx\r\n250 SIZE 1000\r\n"_ba}},
                              .headline = u"The server offers no encryption on port %port, so the test stopped."_s,
                              .remedies = {u"Test Use Ssl"_s},
                              .says = u"Your password was not sent."_s,
                              .set = {{u"useSsl"_s, u"true"_s}, {u"port"_s, u"465"_s}}});
    row("STARTTLS masked", {.security = StartTls,
                            .script = {Say{"220 ************************0*2***\r\n"_ba}, Hear{},
                                       Say{"250-mx\r\n250-XXXXXXXA\r\n250 SIZE 1000\r\n"_ba}},
                            .headline = u"The server offers no encryption on port %port, so the test stopped."_s,
                            .remedies = {u"Test Use Ssl"_s},
                            .says = u"a firewall on the way inspects SMTP"_s});
    row("STARTTLS refused",
        {.security = StartTls,
         .script =
             smtpGreeting + Script{Say{"250-mx\r\n250 STARTTLS\r\n"_ba}, Hear{}, Say{"454 4.7.0 TLS not available\r\n"_ba}},
         .headline = u"The server does not start the encryption that it offers on port %port, so the test stopped."_s,
         .remedies = {u"Test Use Ssl"_s}});
    row("STARTTLS refused after the offer",
        {.protocol = Protocol::Imap,
         .security = StartTls,
         .script = {Say{"* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n"_ba}, Hear{}, Say{"%t NO TLS is broken\r\n"_ba}},
         .headline = u"The server does not start the encryption that it offers on port %port, so the test stopped."_s,
         .remedies = {u"Test Use Ssl"_s}});
    row("STARTTLS injected", {.security = StartTls,
                              .script = smtpGreeting + Script{Say{"250-mx\r\n250 STARTTLS\r\n"_ba}, Hear{},
                                                              Say{"220 go\r\n250 AUTH PLAIN\r\n"_ba}},
                              .headline = u"Something slipped words into the connection just before encryption began."_s,
                              .remedies = {u"Test Use Ssl"_s}});
    row("PREAUTH", {.protocol = Protocol::Imap,
                    .security = StartTls,
                    .script = {Say{"* PREAUTH [CAPABILITY IMAP4rev1] welcome\r\n"_ba}},
                    .headline = u"The server signs everybody in before encryption can begin."_s,
                    .remedies = {u"Test Use Ssl"_s}});
    row("old TLS 1.0", {.security = StartTls,
                        .script = smtpStartTls,
                        .headline = u"The server has nothing better than TLS 1.0."_s,
                        .server = [](FaultServer& server) { server.setProtocol(QSsl::AnyProtocol, "TLSv1"_ba); }});
    row("old SSL 3", {.security = Ssl,
                      .script = {Pause{50ms}, Say{ssl3Hello()}, Pause{200ms}, Close{}},
                      .headline = u"The server has nothing better than SSL 3.0."_s,
                      .says = u"RFC 7568"_s});
    row("no TLS 1.3", {.security = Ssl,
                       .script = smtpOverTls,
                       .headline = u"The server does not have TLS 1.3."_s,
                       .remedies = {u"Allow TLS 1.2"_s},
                       .set = {{u"tlsMinProtocol"_s, u"tlsv1_2"_s}},
                       .server = [](FaultServer& server) { server.setProtocol(QSsl::AnyProtocol, "TLSv1.2"_ba); },
                       .inside = value("tlsMinProtocol", "tlsv1_3")});
    row("TLS without a certificate", {.security = Ssl,
                                      .script = smtpOverTls,
                                      .headline = u"The server and this computer found no safe way to encrypt."_s,
                                      .server = [](FaultServer& server) { server.setIdentity({}, {}); }});

    // Certificates.
    const auto identity = [](const TestCertificate& certificate) {
        return [certificate](FaultServer& server) { server.setIdentity(certificate); };
    };
    const TestCa other(u"Other Root CA"_s);
    row("unknown root", {.security = Ssl,
                         .script = smtpOverTls,
                         .headline = u"This computer cannot find out who signed this server's certificate."_s,
                         .says = u"leaves out an intermediate certificate"_s,
                         .server = identity(other.issueFor(u"127.0.0.1"_s))});
    row("unknown root sent",
        {.security = Ssl,
         .script = smtpOverTls,
         .headline = u"This computer does not know who signed this server's certificate."_s,
         .says = u"It is signed by «Other Root CA»"_s,
         .server = [other](FaultServer& server) {
             const TestCertificate leaf = other.issueFor(u"127.0.0.1"_s);
             server.setIdentity({QSslCertificate(leaf.der(), QSsl::Der), QSslCertificate(other.der(), QSsl::Der)},
                                QSslKey(leaf.keyPem(), QSsl::Ec));
         }});
    row("scanner", {.security = Ssl,
                    .script = smtpOverTls,
                    .headline = u"This computer cannot find out who signed this server's certificate."_s,
                    .says = u"looks like a virus scanner"_s,
                    .server = identity(TestCa(u"Avast Web/Mail Shield Root"_s).issueFor(u"127.0.0.1"_s))});
    row("self-signed", {.security = Ssl,
                        .script = smtpOverTls,
                        .headline = u"This server vouches for itself. Nobody else does."_s,
                        .says = u"Replace it with the root CA later."_s,
                        .server = identity(selfSignedFor(u"127.0.0.1"_s))});
    row("name mismatch",
        {.security = Ssl,
         .script = smtpOverTls,
         .headline = u"The certificate is for another name."_s,
         .remedies = {u"Use mail.acme.example"_s},
         .says = u"You typed 127.0.0.1. The certificate names mail.acme.example. Its signature is trusted."_s,
         .set = {{u"hostname"_s, u"mail.acme.example"_s}},
         .server = identity(m_ca.issueFor(u"mail.acme.example"_s))});
    const auto dated = [this](int from, int to) {
        CertificateOptions options = optionsFor(u"127.0.0.1"_s);
        options.notBefore = QDateTime::currentDateTimeUtc().addDays(from);
        options.notAfter = QDateTime::currentDateTimeUtc().addDays(to);
        return m_ca.issue(options);
    };
    const QString day = QDateTime::currentDateTimeUtc().addDays(-12).toLocalTime().toString(u"yyyy-MM-dd"_s);
    row("expired", {.security = Ssl,
                    .script = smtpOverTls,
                    .headline = u"The certificate ran out 12 days ago, on %1."_s.arg(day),
                    .says = u"Everything else is in order."_s,
                    .server = identity(dated(-90, -12))});
    const QString later = QDateTime::currentDateTimeUtc().addDays(3).toLocalTime().toString(u"yyyy-MM-dd"_s);
    row("not yet valid", {.security = Ssl,
                          .script = smtpOverTls,
                          .headline = u"The certificate is valid only from %1 on."_s.arg(later),
                          .says = u"Most likely the clock is slow"_s,
                          .server = identity(dated(3, 90))});
    const QString theirs =
        QLocale::c().toString(QDateTime::currentDateTimeUtc().addDays(-40), u"ddd, d MMM yyyy HH:mm:ss"_s);
    row("clock", {.security = StartTls,
                  .script = Script{Say{"220 mx ESMTP Exim 4.96 "_ba + theirs.toLatin1() + " +0000\r\n"_ba}, Hear{}} +
                            smtpStartTls.mid(2),
                  .headline = u"The certificate ran out 12 days ago, on %1."_s.arg(day),
                  .says = u"most likely this computer's clock is wrong"_s,
                  .server = identity(dated(-90, -12))});
    const TestCertificate own = selfSignedFor(u"127.0.0.1"_s);
    const auto withRow = [](Approval approval, const QByteArray& sha256) {
        return [approval, sha256](Composition& desktop, SlotId, quint16 port) {
            AllowedHost known;
            known.host = {u"127.0.0.1"_s, port};
            known.sha256 = sha256;
            known.created = QDateTime(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);
            known.approval = approval;
            known.errors = {TrustError::SelfSigned};
            QVERIFY(!desktop.hosts().put({known}));
        };
    };
    row("changed", {.security = Ssl,
                    .script = smtpOverTls,
                    .headline = u"This is not the certificate you accepted on 2026-03-04."_s,
                    .says = u"or someone is standing in between"_s,
                    .server = identity(own),
                    .desktop = withRow(Approval::Approved, QByteArray(64, 'b'))});
    row("rejected", {.security = Ssl,
                     .script = smtpOverTls,
                     .headline = u"You rejected this server's certificate on 2026-03-04."_s,
                     .says = u"Allowed Hosts"_s,
                     .server = identity(own),
                     .desktop = withRow(Approval::Rejected, own.sha256())});

    // Signing in.
    const auto login = [](const QByteArray& answer) { return smtpOverTls + smtpAuth + Script{Say{answer}}; };
    row("wrong password",
        {.security = Ssl,
         .script = login("535 5.7.8 Error: authentication failed\r\n"),
         .headline = u"The server refused the user name or password."_s,
         .says = u"Sign-in as «bob» by PLAIN was refused; the server said: «535 5.7.8 Error: authentication "
                 "failed»."_s});
    row("hostile words", {.security = Ssl,
                          .script = login("535-5.7.8 <img src='file:///etc/hostname'><h1>\x1b[31mPWNED\r\n535 5.7.8 "
                                          "correct horse battery \xe2\x80\xae gnitset\r\n"),
                          .headline = u"The server refused the user name or password."_s,
                          .says = u"<img src='file:///etc/hostname'><h1>␛[31mPWNED"_s});
    row("not just now", {.security = Ssl,
                         .script = login("454 4.7.0 Temporary authentication failure\r\n"),
                         .headline = u"The server could not check the password just now."_s});
    row("account locked", {.security = Ssl,
                           .script = login("525 5.7.13 User account disabled\r\n"),
                           .headline = u"The server has locked this account."_s});
    row("too many failures", {.security = Ssl,
                              .script = login("535 5.7.0 Too many bad auth attempts\r\n"),
                              .headline = u"After too many attempts the server lets nobody sign in for a while."_s});
    row("app password", {.security = Ssl,
                         .script = login("534 5.7.9 Application-specific password required\r\n"),
                         .headline = u"The server wants a password made for mail programs."_s});
    row("mailbox in use", {.protocol = Protocol::Pop3,
                           .security = Ssl,
                           .script = pop3OverTls + Script{Say{"-ERR [IN-USE] Do you have another session?\r\n"_ba}},
                           .headline = u"Someone else is reading this mailbox just now."_s});
    row("IMAP switched off",
        {.protocol = Protocol::Imap,
         .security = Ssl,
         .script = imapOverTls + Script{Say{"%t NO [ALERT] Your account is not enabled for IMAP use\r\n"_ba}},
         .headline = u"The account may not be used by IMAP."_s});
    row("password has run out", {.protocol = Protocol::Imap,
                                 .security = Ssl,
                                 .script = imapOverTls + Script{Say{"%t NO [EXPIRED] Change your password\r\n"_ba}},
                                 .headline = u"The account's password has run out."_s});
    row("forbidden in the clear", {.script = smtpGreeting + Script{Say{"250-mx\r\n250 STARTTLS\r\n"_ba}},
                                   .headline = u"The server takes no password over a connection that is not encrypted."_s,
                                   .remedies = {u"Set Use Start Tls"_s},
                                   .says = u"Your password was not sent."_s,
                                   .set = useStartTls});
    row("no mechanism", {.security = Ssl,
                         .script = smtpOverTls + Script{Hear{}, Say{"250-mx\r\n250 AUTH GSSAPI NTLM\r\n"_ba}},
                         .headline = u"The server offers no way to sign in that can be used here."_s,
                         .says = u"It offers: GSSAPI, NTLM."_s});
    row("tokens alone", {.security = Ssl,
                         .script = smtpOverTls + Script{Hear{}, Say{"250-mx\r\n250 AUTH XOAUTH2\r\n"_ba}},
                         .headline = u"The server takes no passwords, only a provider's tokens."_s});
    row("no sign-in on this port", {.security = StartTls,
                                    .script = smtpStartTls + Script{Hear{}, Say{"250 mx\r\n"_ba}, Hear{},
                                                                    Say{"530 5.7.0 Authentication required\r\n"_ba}},
                                    .headline = u"The server takes mail only after a sign-in."_s,
                                    .says = u"On this port it offers no way to sign in."_s,
                                    .remedies = {u"Set port 587"_s, u"Set Use Ssl, port 465"_s},
                                    .set = {{u"port"_s, u"587"_s}}});

    // Refusals, silence, and nobody there.
    const auto resolved = [](const QList<QHostAddress>& addresses) {
        return [addresses](Composition& desktop, SlotId, quint16) { desktop.orders().resolver = knows(addresses); };
    };
    row("turned away", {.script = {Say{"554 5.7.1 blocked using zen.spamhaus.org\r\n"_ba}, Close{}},
                        .headline = u"The server answers, but turns this computer away."_s,
                        .says = u"list of networks"_s});
    row("EHLO refused", {.script = smtpGreeting + Script{Say{"504 5.5.2 need fully-qualified hostname\r\n"_ba}},
                         .headline = u"The server refused to go on after the greeting."_s,
                         .says = u"EHLO name"_s});
    row("FTP", {.script = {Say{"220 (vsFTPd 3.0.3)\r\n"_ba}, Hear{}, Say{"530 Please login with USER and PASS.\r\n"_ba}},
                .headline = u"On port %port answers a server for files (FTP), but SMTP is expected."_s,
                .remedies = {u"Set port 25"_s}});
    row("broken greeting", {.script = {Say{"Welcome to the machine\r\n"_ba}},
                            .headline = u"What answers on port %port did not greet as an SMTP server does."_s,
                            .remedies = {u"Set port 25"_s}});
    row("broken answer", {.script = smtpGreeting + Script{Say{"250-mx\r\nnonsense\r\n"_ba}},
                          .headline = u"The server gave an answer that SMTP does not have."_s});
    row("hung up",
        {.script = {Close{}}, .headline = u"The server hung up without a word."_s, .remedies = {u"Set port 25"_s}});
    row("hung up at the sign-in", {.security = Ssl,
                                   .script = smtpOverTls + smtpAuth + Script{Close{}},
                                   .headline = u"The server hung up during the sign-in."_s});
    row("silent", {.script = {Silence{}},
                   .headline = u"The server took the connection on port %port and then said nothing."_s,
                   .remedies = {u"Set port 25"_s}});
    row("silent at the sign-in", {.security = Ssl,
                                  .script = smtpOverTls + smtpAuth + Script{Silence{}},
                                  .headline = u"The server did not answer the sign-in in time."_s});
    row("nobody there", {.headline = u"The computer 127.0.0.1 is there, but no service answers on port %port."_s,
                         .remedies = {u"Set port 25"_s},
                         .port = 9});
    // Nothing ever connects to the broadcast address, and nothing leaves this computer.
    row("blocked port 25", {.headline = u"This computer cannot reach mail.acme.example on port 25."_s,
                            .remedies = {u"Set Use Ssl, port 465"_s, u"Set Use Start Tls, port 587"_s},
                            .says = u"Many networks block port 25"_s,
                            .set = {{u"useSsl"_s, u"true"_s}, {u"port"_s, u"465"_s}},
                            .desktop = resolved({QHostAddress::Broadcast}),
                            .host = "mail.acme.example",
                            .port = 25});
    row("cancelled", {.script = {Silence{}}, .headline = u"The test was cancelled."_s, .isCancelled = true});
    row("host not found", {.headline = u"There is no server named «nowhere.invalid»."_s,
                           .says = u"Check the Hostname for typing mistakes."_s,
                           .host = "nowhere.invalid"});
    row("both switches", {.security = Ssl,
                          .headline = u"Use Ssl and Use Start Tls are both on. Switch one of them off."_s,
                          .remedies = {u"Set Use Ssl, port 465"_s, u"Set Use Start Tls, port 587"_s},
                          .inside = value("useStartTls", "true")});
    row("no host", {.headline = u"Hostname is empty."_s, .host = ""});

    // The envelope, asked for in the panel.
    const auto envelope = [](Composition& desktop, SlotId account, quint16) {
        TestChoices choices;
        choices.depth = Depth::Envelope;
        choices.recipient = u"boss@other.example"_s;
        desktop.orders().setChoices(account, choices);
    };
    const Script signedIn =
        smtpOverTls + smtpAuth + Script{Say{"235 2.7.0 ok\r\n"_ba}, Hear{}, Say{"250 2.1.0 ok\r\n"_ba}, Hear{}};
    row("greylisted", {.security = Ssl,
                       .script = signedIn + Script{Say{"450 4.2.0 Greylisted, come back in 5 minutes\r\n"_ba}},
                       .headline = u"The server asks to come again later."_s,
                       .desktop = envelope});
    row("relay denied", {.security = Ssl,
                         .script = signedIn + Script{Say{"554 5.7.1 Relay access denied\r\n"_ba}},
                         .headline = u"The server does not pass mail on to this recipient."_s,
                         .desktop = envelope});
    row("sender refused",
        {.security = Ssl,
         .script = smtpOverTls + smtpAuth +
                   Script{Say{"235 ok\r\n"_ba}, Hear{}, Say{"553 5.7.1 Sender address rejected: not owned by bob\r\n"_ba}},
         .headline = u"The server refused the sender's address."_s,
         .desktop = envelope});
    row("recipient unknown", {.security = Ssl,
                              .script = signedIn + Script{Say{"550 5.1.1 User unknown\r\n"_ba}},
                              .headline = u"The server does not know the recipient."_s,
                              .desktop = envelope});
    const auto dialled = [](Composition& desktop, SlotId account, quint16 port) {
        TestChoices choices;
        choices.dial = Endpoint{u"127.0.0.1"_s, port};
        desktop.orders().setChoices(account, choices);
    };
    row("Gmail", {.security = Ssl,
                  .script = login("535 5.7.8 Username and Password not accepted\r\n"),
                  .headline = u"The server refused the user name or password."_s,
                  .says = u"Google Workspace SMTP relay"_s,
                  .server = identity(m_ca.issueFor(u"smtp.gmail.com"_s)),
                  .desktop = dialled,
                  .host = "smtp.gmail.com"});
    row("Microsoft 365",
        {.security = Ssl,
         .script = login("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled\r\n"),
         .headline = u"The account may not be used by SMTP."_s,
         .says = u"«Authenticated SMTP»"_s,
         .server = identity(m_ca.issueFor(u"smtp.office365.com"_s)),
         .desktop = dialled,
         .host = "smtp.office365.com"});

    // And what passes.
    row("signed in", {.security = Ssl,
                      .script = login("235 2.7.0 ok\r\n"),
                      .headline = u"It works: signed in as «bob»."_s,
                      .says = u"Connection, encryption and certificate are fine."_s});
    row("signed in readable", {.script = smtpGreeting + smtpAuth.mid(1) + Script{Say{"235 2.7.0 ok\r\n"_ba}},
                               .headline = u"It works: signed in as «bob»."_s,
                               .remedies = {u"Set Use Ssl, port 465"_s},
                               .says = u"the password crossed the network readable"_s,
                               .set = {{u"useSsl"_s, u"true"_s}, {u"port"_s, u"465"_s}}});
    row("dead IPv6", {.security = Ssl,
                      .script = login("235 2.7.0 ok\r\n"),
                      .headline = u"It works: signed in as «bob»."_s,
                      .says = u"The server's IPv6 address ::1 did not answer, its IPv4 address 127.0.0.1 did."_s,
                      .server = identity(m_ca.issueFor(u"mail.acme.example"_s)),
                      .desktop = resolved({QHostAddress::LocalHostIPv6, QHostAddress::LocalHost}),
                      .host = "mail.acme.example"});
}

STATIONER_TEST(DiagnosesTest)
#include "diagnoses_test.moc"
