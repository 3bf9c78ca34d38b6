#pragma once

#include "desktop.h"
#include "diagnosis/diagnosis.h"
#include "items/roles.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/trust/challengedialog.h"

#include <QDir>
#include <QHostInfo>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

#include <functional>
#include <memory>

namespace stationer::test {

using namespace stationer::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline constexpr auto password = "correct horse battery";

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

inline const QMap<QString, QString> useSsl{{u"useSsl"_s, u"true"_s}, {u"useStartTls"_s, u"false"_s}};
inline const QMap<QString, QString> useStartTls{{u"useSsl"_s, u"false"_s}, {u"useStartTls"_s, u"true"_s}};

inline const Script smtpGreeting{Say{"220 mx.acme.example ESMTP\r\n"_ba}, Hear{}};
inline const Script smtpStartTls =
    smtpGreeting + Script{Say{"250-mx\r\n250 STARTTLS\r\n"_ba}, Hear{}, Say{"220 go\r\n"_ba}, Encrypt{}};
inline const Script smtpAuth{Hear{}, Say{"250-mx\r\n250 AUTH PLAIN LOGIN\r\n"_ba}, Hear{}};
inline const Script smtpOverTls{Encrypt{}, Say{"220 mx.acme.example ESMTP\r\n"_ba}};
inline const Script imapOverTls{Encrypt{}, Say{"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hi\r\n"_ba}, Hear{}};
inline const Script pop3OverTls{Encrypt{}, Say{"+OK hi\r\n"_ba}, Hear{}, Say{"+OK\r\nUSER\r\nSASL PLAIN\r\n.\r\n"_ba},
                                Hear{}};

inline QByteArray typeOf(Protocol protocol)
{
    return protocol == Protocol::Smtp ? "OutgoingAccount" : "IncomingAccount";
}

/// A resolver that knows these addresses for every name.
inline Resolver knows(const QList<QHostAddress>& addresses)
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
inline QByteArray ssl3Hello()
{
    const QByteArray body = QByteArray::fromHex("0300") + QByteArray(32, 'r') + QByteArray::fromHex("00000a00");
    return QByteArray::fromHex("160300002a02000026") + body;
}

inline void row(const char* name, const Case& one)
{
    QTest::newRow(name) << one;
}

/// A server that shows this certificate.
inline auto identity(const TestCertificate& certificate)
{
    return [certificate](FaultServer& server) { server.setIdentity(certificate); };
}

/// A diagnosis in the real window: a server on loopback makes the condition, the test button is pressed, and what is said,
/// the buttons, the badge and one click's worth of change are what they should be. With STATIONER_PICTURES=FOLDER it also
/// saves a picture of each; with STATIONER_DARK too, in dark.
class SeenDiagnosis : protected Desktop {
protected:
    void see(const Case& one)
    {
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

        const Badge badge = report.outcome == Outcome::Succeeded ? Badge::PassedHere // whom the station trusts is not known
                            : isChallenge                        ? Badge::Challenged
                            : one.isCancelled                    ? Badge::None
                                                                 : Badge::Failed;
        const QVariant shown = m_desktop->window().navTree().view()->currentIndex().data(int(NavRole::Result));
        QCOMPARE(Badge(shown.toInt()), badge);
        const bool isSecretSafe = one.security == SecurityMode::None || !m_server->hasHeardInTheClear(password);
        QVERIFY(isSecretSafe);
        picture(m_desktop->window(), name);
        applyRemedy(one);
    }
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
        makeFolder();
        QByteArray lines =
            value("hostname", one.host) + value("port", QByteArray::number(m_port)) + value("account", "bob") + one.inside;
        if (one.security == SecurityMode::Ssl)
            lines += value("useSsl", "true");
        if (one.security == SecurityMode::StartTls)
            lines += value("useStartTls", "true");
        if (one.protocol == Protocol::Imap)
            lines += value("store", "imap");
        write(smallStation(account("Alarms", "a", typeOf(one.protocol), lines)));
        m_desktop = std::make_unique<Composition>(m_theme, *m_settings, KeyRing::Use::SessionOnly);
        m_desktop->window().resize(1180, 860);
        QVERIFY(showActive(m_desktop->window()));
        m_desktop->orders().limits = limits();
        Desktop::open();
        m_account = at("/Services/EmailService/Alarms");
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
        QTRY_COMPARE(stack->count(), 1); // a name is looked up first
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

    TestCa m_ca{u"Acme Root CA"_s};
    std::unique_ptr<FaultServer> m_server;
    SlotId m_account = SlotId::None;
    quint16 m_port = 0;
};

} // namespace stationer::test

Q_DECLARE_METATYPE(stationer::test::Case)
