#pragma once

#include "countedtags.h"

#include "mail/dialogue.h"
#include "mail/linebuffer.h"
#include "mail/protocols.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QString>
#include <QtTest>

#include <algorithm>

namespace stationer::test {

/// A conversation written down, as the files under transcripts/ have it:
///
///     A title, one line.
///     key: value          the goal (security, depth, account, password …), the channel (tls, binding) and what is expected
///                         (end, code, phases, notes …)
///
///     S: what the server sends, with CRLF        L: the same with LF alone
///     E: the same as S, read together with what stands before it: before the client speaks next
///     C: the line the client must send           V: how the transcript shows it, where that is not the line itself
///     B: the goodbye: sent, not waited for       TLS  the handshake, asked for and done
///
/// `\r`, `\n`, `\0`, `\xHH` and `\\` are read in keys' values and lines.
struct Transcript {
    struct Line {
        char who = ' ';
        QByteArray text;
        int number = 0;
    };
    QString title;
    QMap<QByteArray, QByteArray> keys;
    QList<Line> lines;
};

inline QByteArray unescaped(const QByteArray& text)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != '\\' || i + 1 == text.size()) {
            result += text.at(i);
            continue;
        }
        const char next = text.at(++i);
        if (next == 'x') {
            result += QByteArray::fromHex(text.mid(i + 1, 2));
            i += 2;
        } else {
            result += next == 'r' ? '\r' : next == 'n' ? '\n' : next == '0' ? '\0' : next;
        }
    }
    return result;
}

inline Transcript readTranscript(const QString& path)
{
    Transcript transcript;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    const QByteArrayList lines = file.readAll().split('\n');
    transcript.title = QString::fromUtf8(lines.value(0));
    qsizetype i = 1;
    for (; i < lines.size() && !lines.at(i).isEmpty(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        transcript.keys.insert(lines.at(i).left(colon), unescaped(lines.at(i).mid(colon + 1).trimmed()));
    }
    for (; i < lines.size(); ++i) {
        const QByteArray& line = lines.at(i);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line == "TLS")
            transcript.lines += {'T', {}, int(i + 1)};
        else
            transcript.lines += {line.at(0), unescaped(line.mid(3)), int(i + 1)};
    }
    return transcript;
}

template <class Enum>
Enum named(const QByteArray& name, std::initializer_list<std::pair<const char*, Enum>> names)
{
    for (const auto& [text, value] : names)
        if (name == text)
            return value;
    qFatal("no such name: %s", name.constData());
}

inline Phase phaseNamed(const QByteArray& name)
{
    return named<Phase>(name, {{"greeting", Phase::Greeting},
                               {"starttls", Phase::StartTls},
                               {"capabilities", Phase::Capabilities},
                               {"login", Phase::Login},
                               {"envelope", Phase::Envelope},
                               {"message", Phase::Message}});
}

inline Fault faultNamed(const QByteArray& name)
{
    return named<Fault>(name, {{"greetingRefused", Fault::GreetingRefused},
                               {"wrongService", Fault::WrongService},
                               {"startTlsMissing", Fault::StartTlsMissing},
                               {"startTlsRefused", Fault::StartTlsRefused},
                               {"preAuthenticated", Fault::PreAuthenticated},
                               {"capabilityMissing", Fault::CapabilityMissing},
                               {"loginForbidden", Fault::LoginForbidden},
                               {"loginRejected", Fault::LoginRejected},
                               {"serverRefused", Fault::ServerRefused},
                               {"protocolBroken", Fault::ProtocolBroken},
                               {"badArgument", Fault::BadArgument}});
}

inline Service serviceNamed(const QByteArray& name)
{
    return named<Service>(name, {{"smtp", Service::Smtp},
                                 {"imap", Service::Imap},
                                 {"pop3", Service::Pop3},
                                 {"http", Service::Http},
                                 {"ssh", Service::Ssh},
                                 {"tls", Service::Tls},
                                 {"unknown", Service::Unknown}});
}

inline DialogueGoal goalOf(const Transcript& transcript, Protocol protocol)
{
    const auto& keys = transcript.keys;
    DialogueGoal goal;
    goal.protocol = protocol;
    goal.security = *securityModeNamed(QString::fromUtf8(keys.value("security", "none")));
    goal.depth = *depthNamed(QString::fromUtf8(keys.value("depth", keys.contains("account") ? "login" : "connect")));
    if (keys.contains("account"))
        goal.account = QString::fromUtf8(keys.value("account"));
    goal.password = Secret(keys.value("password"));
    goal.mechanism = keys.value("use");
    goal.signsInAsStation = keys.value("sign in") == "as the station";
    goal.letsPutOff = keys.value("put off") == "may be";
    goal.ehloName = keys.value("ehlo", "client.example");
    goal.sender = QString::fromUtf8(keys.value("sender"));
    if (keys.contains("recipient"))
        goal.recipients = {QString::fromUtf8(keys.value("recipient"))};
    else if (keys.contains("recipients"))
        goal.recipients = QString::fromUtf8(keys.value("recipients")).split(u' ');
    goal.opensInbox = keys.value("opens inbox") == "yes";
    goal.sought = keys.value("sought");
    goal.message = keys.value("message");
    goal.token = Secret(keys.value("token"));
    goal.nonce = keys.value("nonce");
    goal.mustSignIn = keys.value("must sign in") == "yes";
    goal.hasClientCertificate = keys.value("certificate") == "yes";
    return goal;
}

inline QByteArray nameOf(MechanismFate fate)
{
    switch (fate) {
    case MechanismFate::Used:
        return "used";
    case MechanismFate::Weaker:
        return "weaker";
    case MechanismFate::NotTheStations:
        return "notTheStations";
    case MechanismFate::NotChosen:
        return "notChosen";
    case MechanismFate::NotSpoken:
        return "notSpoken";
    case MechanismFate::NeedsPassword:
        return "needsPassword";
    case MechanismFate::NeedsToken:
        return "needsToken";
    case MechanismFate::NeedsCertificate:
        return "needsCertificate";
    case MechanismFate::NeedsBinding:
        return "needsBinding";
    case MechanismFate::NotPreparable:
        return "notPreparable";
    case MechanismFate::NotWanted:
        return "notWanted";
    }
    Q_UNREACHABLE();
}

inline QByteArray textOf(const QList<MechanismNote>& notes)
{
    QByteArrayList texts;
    for (const MechanismNote& note : notes)
        texts += note.name + ' ' + nameOf(note.fate);
    return texts.join(", ");
}

/// The keys `tls` and `binding`: the channel's version, and what both ends see of it.
inline ChannelFacts channelOf(const Transcript& transcript)
{
    ChannelFacts channel{transcript.keys.value("tls"), std::nullopt};
    if (transcript.keys.contains("binding"))
        channel.serverEndPoint = transcript.keys.value("binding");
    return channel;
}

/// Plays a transcript, the server's bytes in chunks of `chunk` octets (0: all that come before the client's turn at once).
class Player {
public:
    Player(const Transcript& transcript, Protocol protocol, qsizetype chunk)
        : m_transcript(transcript), m_goal(goalOf(transcript, protocol)), m_dialogue(makeDialogue(m_goal, countedTags())),
          m_chunk(chunk)
    {
    }

    void play()
    {
        take(m_dialogue->connected(m_goal.security == SecurityMode::StartTls ? ChannelFacts() : channelOf(m_transcript)));
        QByteArray fromServer;
        bool hasEarly = false;
        for (const Transcript::Line& line : m_transcript.lines) {
            m_line = line.number;
            if (line.who == 'S' || line.who == 'L' || line.who == 'E') {
                fromServer += line.text + (line.who == 'L' ? "\n" : "\r\n");
                hasEarly = hasEarly || line.who == 'E';
                continue;
            }
            feed(std::exchange(fromServer, {}), std::exchange(hasEarly, false));
            line.who == 'T' ? handshake() : expect(line);
            if (QTest::currentTestFailed())
                return;
        }
        feed(fromServer, hasEarly);
        expectEnd();
    }

private:
    void feed(const QByteArray& bytes, bool isReadTogether)
    {
        const qsizetype size = m_chunk == 0 ? std::max<qsizetype>(1, bytes.size()) : m_chunk;
        for (qsizetype i = 0; i < bytes.size(); i += size) {
            m_buffer.append(bytes.mid(i, size));
            if (!isReadTogether || i + size >= bytes.size())
                takeLines();
        }
    }

    void takeLines()
    {
        for (bool isEarly = m_buffer.isNextEarly(); const auto line = m_buffer.takeLine(); isEarly = m_buffer.isNextEarly())
            take(isEarly ? m_dialogue->onEarly(*line) : m_dialogue->on(*line));
    }

    void take(const Steps& steps)
    {
        for (const Step& step : steps) {
            if (const auto* entered = std::get_if<Enter>(&step)) {
                m_phases += entered->phase;
                continue;
            }
            if (const auto* sent = std::get_if<Send>(&step))
                checkSend(*sent);
            QVERIFY2(!m_isTlsAsked, "nothing may be asked between the go-ahead and TLS");
            m_isTlsAsked = std::holds_alternative<StartTls>(step);
            m_steps += step;
        }
    }

    /// What holds for every line of every transcript.
    void checkSend(const Send& sent)
    {
        if (sent.awaitsReply)
            m_buffer.markSent();
        QVERIFY(sent.bytes.endsWith("\r\n"));
        for (const QByteArray& secret : {m_goal.password.reveal(), m_goal.token.reveal()})
            for (const QByteArray& form : {secret, secret.toBase64()})
                QVERIFY2(form.isEmpty() || !sent.shown.contains(form), "a secret is shown");
        if (m_goal.security != SecurityMode::StartTls || m_isTlsDone)
            return;
        const QByteArrayList words = sent.bytes.trimmed().split(' ');
        const QByteArray verb = m_goal.protocol == Protocol::Imap ? words.value(1) : words.value(0);
        const QByteArrayList allowed{"EHLO", "CAPABILITY", "CAPA", "STARTTLS", "STLS", "LOGOUT", "QUIT"};
        QVERIFY2(allowed.contains(verb), ("leaves before TLS: " + sent.bytes).constData());
    }

    void expect(const Transcript::Line& line)
    {
        if (line.who == 'V') {
            QCOMPARE(m_lastShown, line.text);
            return;
        }
        QVERIFY2(!m_steps.isEmpty(), at("nothing was sent, expected " + line.text));
        const Step step = m_steps.takeFirst();
        const auto* sent = std::get_if<Send>(&step);
        QVERIFY2(sent, at("ended, expected " + line.text));
        QVERIFY2(sent->bytes == line.text + "\r\n", at("sent " + sent->bytes.trimmed() + ", expected " + line.text));
        QCOMPARE(sent->awaitsReply, line.who == 'C');
        m_lastShown = sent->shown;
    }

    void handshake()
    {
        QVERIFY2(m_steps.size() == 1 && std::holds_alternative<StartTls>(m_steps.first()), at("TLS was not asked for last"));
        QVERIFY2(m_buffer.isEmpty(), at("bytes are left before TLS"));
        m_steps.clear();
        m_isTlsAsked = false;
        m_isTlsDone = true;
        m_buffer = {};
        take(m_dialogue->encrypted(channelOf(m_transcript)));
    }

    void expectEnd()
    {
        const auto& keys = m_transcript.keys;
        m_line = 0;
        QVERIFY2(m_steps.size() == 1, at("steps left: " + QByteArray::number(m_steps.size())));
        const auto* failed = std::get_if<Fail>(&m_steps.first());
        if (keys.value("end") == "succeed") {
            QVERIFY2(std::holds_alternative<Succeed>(m_steps.first()),
                     failed ? "failed with fault " + QByteArray::number(int(failed->failure.fault)) + " over " +
                                  failed->failure.serverText
                            : QByteArray("asked for more"));
        } else {
            QVERIFY(failed);
            QCOMPARE(failed->failure.fault, faultNamed(keys.value("end")));
            if (keys.contains("in"))
                QCOMPARE(failed->failure.phase, phaseNamed(keys.value("in")));
            QCOMPARE(failed->failure.code, keys.value("code"));
            if (keys.contains("text"))
                QCOMPARE(failed->failure.serverText, keys.value("text"));
            QCOMPARE(failed->failure.service.has_value(), keys.contains("service"));
            if (keys.contains("service"))
                QCOMPARE(*failed->failure.service, serviceNamed(keys.value("service")));
        }
        const Learnt& learnt = m_dialogue->learnt();
        if (keys.contains("phases")) {
            QList<Phase> phases;
            for (const QByteArray& name : keys.value("phases").split(' '))
                phases += phaseNamed(name);
            QCOMPARE(m_phases, phases);
        }
        compare("alerts", learnt.alerts.join(" | "));
        compare("refused", failed ? failed->failure.command : QByteArray());
        compare("before the secret", failed && failed->failure.isBeforeSecret ? "yes" : "no");
        compare("mechanism", learnt.mechanism);
        compare("before", learnt.capabilitiesBeforeTls.join(" | "));
        compare("after", learnt.capabilitiesAfterTls.join(" | "));
        compare("mechanisms before", learnt.mechanismsBeforeTls.join(' '));
        compare("mechanisms after", learnt.mechanismsAfterTls.join(' '));
        compare("notes", textOf(learnt.mechanismNotes));
        compare("put off as", learnt.putOff);
        QByteArrayList answers;
        for (const RecipientAnswer& answer : learnt.recipients)
            answers += (answer.isAccepted ? "taken " : "refused ") + answer.code;
        compare("answers", answers.join(", "));
        compare("found", learnt.hasFound ? "yes" : "no");
        compare("inbox rights", learnt.inboxRights.value_or("-"));
        const auto opens = learnt.inboxOpensForWriting;
        compare("inbox opens", !opens ? "-" : *opens ? "for writing" : "not for writing");
        QVERIFY2(m_dialogue->on("* OK late").isEmpty() && m_dialogue->on("250 late").isEmpty(), "speaks after its end");
        QVERIFY2(m_dialogue->encrypted().isEmpty(), "speaks after its end");
    }

    void compare(const QByteArray& key, const QByteArray& actual)
    {
        if (m_transcript.keys.contains(key))
            QCOMPARE(actual, m_transcript.keys.value(key));
    }

    QByteArray at(const QByteArray& text) const { return "line " + QByteArray::number(m_line) + ": " + text; }

    const Transcript& m_transcript;
    DialogueGoal m_goal;
    std::unique_ptr<Dialogue> m_dialogue;
    qsizetype m_chunk;
    LineBuffer m_buffer;
    Steps m_steps;
    QList<Phase> m_phases;
    QByteArray m_lastShown;
    bool m_isTlsAsked = false;
    bool m_isTlsDone = false;
    int m_line = 0;
};

/// A row for every file of the folder and every chunk size.
inline void transcriptRows(const QString& folder)
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<qsizetype>("chunk");
    const QDir directory(folder);
    const QStringList names = directory.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString& name : names)
        for (const qsizetype chunk : {qsizetype(1), qsizetype(3), qsizetype(0)})
            QTest::addRow("%s, %s", qPrintable(name.chopped(4)), chunk == 0 ? "all" : qPrintable(QString::number(chunk)))
                << directory.filePath(name) << chunk;
}

inline void playTranscript(Protocol protocol)
{
    QFETCH(QString, path);
    QFETCH(qsizetype, chunk);
    const Transcript transcript = readTranscript(path);
    QVERIFY2(transcript.keys.contains("end"), "a transcript says how it ends");
    Player(transcript, protocol, chunk).play();
}

} // namespace stationer::test
