// Every course of a connection test, against servers that repeat what they heard, or know it beforehand, in every way of
// writing and at every place of their replies: what is known of the test afterwards holds no secret, nor what was made of
// one.

#include "attacks.h"

#include "diagnosis/diagnosis.h"
#include "diagnosis/reportjson.h"
#include "diagnosis/reporttext.h"
#include "mail/scram.h"
#include "support/secretsearch.h"
#include "support/stationertest.h"

#include <QJsonDocument>

using namespace stationer;
using namespace stationer::testing;

namespace {

const QString plainPassword = QStringLiteral(u"p$s \"w=rd\\ <&>%+/~Kx7Qz"); // goes into a quoted string
const QByteArrayList commonMechanisms{"PLAIN",         "LOGIN",   "CRAM-MD5",   "SCRAM-SHA-1",
                                      "SCRAM-SHA-256", "XOAUTH2", "OAUTHBEARER"};

/// What the server keeps in mind through one course.
struct Memory {
    QByteArray tag, clientFirst, serverFirst;
    QByteArrayList derived; ///< digests, proofs and signatures
};
using Shared = std::shared_ptr<Memory>;

struct Course {
    Protocol protocol = Protocol::Smtp;
    SecurityMode security = SecurityMode::None;
    QByteArray mechanism;
    QString password = awkwardPassword;
    Depth depth = Depth::Login;
    Script script = {};
    Outcome outcome = Outcome::LoginRejected;
    Shared memory = std::make_shared<Memory>();
};

QByteArray decodedWord(const QByteArray& line)
{
    return QByteArray::fromBase64(line.split(' ').last());
}

QByteArray refusal(const Course& course, const QByteArray& words)
{
    switch (course.protocol) {
    case Protocol::Smtp:
        return "535 5.7.8 " + words + "\r\n";
    case Protocol::Imap:
        return course.memory->tag + " NO " + words + "\r\n";
    case Protocol::Pop3:
        return "-ERR " + words + "\r\n";
    }
    Q_UNREACHABLE();
}

QByteArray capabilities(const Course& course, const QByteArray& more = {})
{
    const bool isOwn = course.mechanism.isEmpty() || course.mechanism == "USER" || course.mechanism == "APOP";
    switch (course.protocol) {
    case Protocol::Smtp:
        return "250-mx\r\n250-" + more + "\r\n250 AUTH " + course.mechanism + "\r\n";
    case Protocol::Imap:
        return "* CAPABILITY IMAP4rev1" + (isOwn ? QByteArray() : " AUTH=" + course.mechanism) + ' ' + more +
               "\r\n%t OK done\r\n";
    case Protocol::Pop3:
        return "+OK\r\n" + (isOwn ? course.mechanism : "SASL " + course.mechanism) + "\r\n" + more + "\r\n.\r\n";
    }
    Q_UNREACHABLE();
}

QCryptographicHash::Algorithm hashOf(const QByteArray& mechanism)
{
    return mechanism == "SCRAM-SHA-1" ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
}

QByteArray scramFirst(const Course& course, const QByteArray& heard)
{
    const QByteArrayList parts = decodedWord(heard).split(',');
    course.memory->clientFirst = parts.mid(2).join(',');
    course.memory->serverFirst = parts.last() + "srv,s=" + QByteArray("salt of the server").toBase64() + ",i=4096";
    return course.memory->serverFirst.toBase64();
}

QByteArray scramFinal(const Course& course, const QByteArray& heard)
{
    const QByteArray final = decodedWord(heard);
    const qsizetype proofAt = final.indexOf(",p=");
    const auto hash = hashOf(course.mechanism);
    const ScramKeys keys = scramKeys(hash, course.password.toUtf8(), "salt of the server", 4096);
    const QByteArray said = course.memory->clientFirst + ',' + course.memory->serverFirst + ',' + final.first(proofAt);
    const QByteArray signature = QMessageAuthenticationCode::hash(said, keys.server, hash).toBase64();
    course.memory->derived = {final.sliced(proofAt + 3), signature};
    return "v=" + signature;
}

/// Up to where the server has heard all that signs in, and its last word is due.
Script untilProof(const Course& course)
{
    const QByteArray& mechanism = course.mechanism;
    const bool isImap = course.protocol == Protocol::Imap;
    const auto asks = [prefix = QByteArray(course.protocol == Protocol::Smtp ? "334 " : "+ ")](const QByteArray& challenge) {
        return prefix + challenge + "\r\n";
    };
    Script script = untilCapabilities(course.protocol, course.security);
    if (mechanism == "APOP")
        for (Act& act : script)
            if (auto* say = std::get_if<Say>(&act); say && say->bytes == "+OK hi\r\n")
                say->bytes = "+OK hi <1896.697170952@mx.example>\r\n";
    script += Script{Say{capabilities(course)}, Hear{}, Echo{[memory = course.memory](const QByteArray& heard) {
                         memory->tag = heard.split(' ').first();
                         return QByteArray();
                     }}};
    const auto hear = [&script](const QByteArray& after) { script += Script{Say{after}, Hear{}}; };
    if (mechanism.isEmpty()) { // IMAP's LOGIN, where a literal is asked for
        if (course.password == awkwardPassword)
            hear("+ go\r\n");
    } else if (mechanism == "USER") {
        hear("+OK\r\n");
    } else if (mechanism == "LOGIN") {
        hear(asks("VXNlcm5hbWU6"));
        hear(asks("UGFzc3dvcmQ6"));
    } else if (mechanism == "CRAM-MD5") {
        hear(asks(QByteArray("<1896.697170952@mx.example>").toBase64()));
    } else if (mechanism.startsWith("SCRAM")) {
        if (isImap)
            hear(asks({}));
        script += Script{Echo{[course, asks](const QByteArray& heard) { return asks(scramFirst(course, heard)); }}, Hear{}};
    } else if (isImap) {
        hear(asks({}));
    }
    script += Echo{[course](const QByteArray& heard) { // what may not be seen again
        if (course.mechanism == "CRAM-MD5")
            course.memory->derived = {decodedWord(heard).split(' ').last()};
        if (course.mechanism == "APOP")
            course.memory->derived = {heard.split(' ').last()};
        if (course.mechanism.startsWith("SCRAM"))
            scramFinal(course, heard);
        return QByteArray();
    }};
    return script;
}

/// What was said, over as many lines as it needs.
QByteArray folded(const Course& course, const QByteArray& words)
{
    QByteArray all;
    for (qsizetype at = 0; at < words.size(); at += 7) {
        if (course.protocol == Protocol::Smtp)
            all += "535-5.7.8 " + words.mid(at, 7) + "\r\n";
        else if (course.protocol == Protocol::Imap)
            all += "* NO [ALERT] " + words.mid(at, 7) + "\r\n";
        else
            all += words.mid(at, 7) + "\r\n";
    }
    return all;
}

/// All that is left of a test.
QByteArray everythingIn(const Report& report)
{
    const Diagnosis diagnosis = diagnose(report);
    QByteArray all = toText(report, true).toUtf8() + QJsonDocument(toJson(report)).toJson() + report.libraryText.toUtf8() +
                     diagnosis.headline.toUtf8() + diagnosis.body.toUtf8() + '\n' + report.learnt.greeting + '\n';
    for (const Remedy& remedy : diagnosis.remedies)
        all += remedy.label.toUtf8() + QStringList(remedy.set.values()).join(u' ').toUtf8() + '\n';
    for (const QByteArrayList& list : {report.learnt.capabilitiesBeforeTls, report.learnt.capabilitiesAfterTls,
                                       report.learnt.mechanismsBeforeTls, report.learnt.mechanismsAfterTls})
        all += list.join(' ') + '\n' + list.join('\n') + '\n';
    for (const MechanismNote& note : report.learnt.mechanismNotes)
        all += note.name + ' ';
    for (const StageRecord& record : report.stages)
        all += record.detail.toUtf8() + '\n';
    if (report.failure)
        all += report.failure->code + '\n' + report.failure->serverText + '\n';
    QByteArray said, folded; // as somebody would put the lines together
    for (const TranscriptLine& line : report.transcript) {
        all += line.text.toUtf8() + '\n';
        const bool isPlainCode = line.text.size() > 3 && line.text[3] == u'-' && !line.text.startsWith(u"535-5.7.8");
        const QString words =
            isPlainCode ? line.text.sliced(4) : line.text.section(u' ', line.text.startsWith(u"* NO") ? 3 : 2);
        said += words.toUtf8();
        folded += words.toUtf8() + '\n';
    }
    return all + said + '\n' + folded;
}

} // namespace

class SecretNowhereTest : public QObject {
    Q_OBJECT

    TestCertificate m_certificate = TestCa().issueFor(u"127.0.0.1"_s);
    SecretSearch m_search;

    void row(const Course& course, const QByteArray& what, const Script& script, Outcome outcome)
    {
        Course whole = course;
        whole.script = script;
        whole.outcome = outcome;
        const QByteArray mechanism = course.mechanism.isEmpty() ? "LOGIN command"_ba : course.mechanism;
        const QByteArray how = course.password == plainPassword ? ", quoted"_ba : ""_ba;
        QTest::newRow(attackName(course.protocol, course.security, mechanism + ", " + what + how)) << whole;
    }
    /// Each way in which a course may end once the server has heard what signs in.
    void endRows(const Course& course)
    {
        const auto ends = [this, &course, proven = untilProof(course)](const char* what, const Script& end,
                                                                       Outcome outcome) {
            row(course, what, proven + end, outcome);
        };
        const auto repeats = [&](const char* what, QByteArray (*of)(const QByteArray&)) {
            const auto said = [course, of](const QByteArray& heard) { return refusal(course, of(heard)); };
            ends(what, {Echo{said}}, Outcome::LoginRejected);
        };
        repeats("repeats the line", [](const QByteArray& heard) { return heard; });
        repeats("repeats it in capitals", [](const QByteArray& heard) { return heard.toUpper(); });
        repeats("repeats its meaning", decodedWord);
        repeats("repeats the last word", [](const QByteArray& heard) {
            const QByteArray meaning = decodedWord(heard);
            return meaning.mid(std::max(meaning.lastIndexOf(' '), meaning.lastIndexOf(",p=") + 2) + 1);
        });
        ends("hangs up", {Say{"* BYE"}, Close{}}, Outcome::ConnectionLost);
        const auto in = [course](const QByteArray&) {
            return mannersOf(course.protocol).letsIn.replace("%t", course.memory->tag);
        };
        const Script letsIn{Echo{in}, Hear{}};
        const auto proof = [course](const QByteArray& heard) {
            const QByteArray prefix = course.protocol == Protocol::Smtp ? "334 " : "+ ";
            return prefix + scramFinal(course, heard).toBase64() + "\r\n";
        };
        if (course.mechanism.startsWith("SCRAM"))
            ends("proves itself", Script{Echo{proof}, Hear{}} + letsIn, Outcome::Succeeded);
        else
            ends("lets in", letsIn, Outcome::Succeeded);
        if (course.security == SecurityMode::None)
            ends("says no more", {Silence{}}, Outcome::TimedOut);
    }
    /// Ways to end for a server that has the password from an earlier time.
    void knownRows(const Course& course, const Writing& writing)
    {
        const auto known = [&](const char* what, const Script& script, Outcome outcome = Outcome::LoginRejected) {
            row(course, what + QByteArray(" in ") + writing.name, script, outcome);
        };
        const bool isSmtp = course.protocol == Protocol::Smtp, isPop3 = course.protocol == Protocol::Pop3;
        const QByteArray word = writing.written(awkwardPassword);
        const QByteArray ok = isSmtp ? "220 mx " : isPop3 ? "+OK " : "* OK ";
        const Script last{Hear{}, Close{}};
        const Script greeted = untilCapabilities(course.protocol, course.security);
        known("greets with it", Script{Say{ok + word + "\r\n"}, Hear{}, Say{capabilities(course)}} + last,
              Outcome::ConnectionLost);
        known("can it", greeted + Script{Say{capabilities(course, word)}} + last, Outcome::ConnectionLost);
        Course offering = course;
        offering.mechanism += (course.protocol == Protocol::Imap ? " AUTH=" : " ") + word;
        known("offers it", greeted + Script{Say{capabilities(offering)}} + last, Outcome::ConnectionLost);
        const Script proven = untilProof(course);
        const auto refuses = [&](const QByteArray& words) {
            return proven + Script{Echo{[course, words](const QByteArray&) { return refusal(course, words); }}};
        };
        known("refuses with it", refuses(word));
        known("refuses with a part", refuses(writing.written(awkwardPassword.first(16)) + "..."));
        known("refuses with the end", refuses("near " + writing.written(awkwardPassword.sliced(8))));
        known("refuses after a long word", refuses(QByteArray(490, 'x') + ' ' + word));
        if (!isSmtp)
            known("makes it a code", refuses('[' + word + "] no"));
        if (isPop3) // it has no refusal of several lines
            known("folds it", greeted + Script{Say{capabilities(course, folded(course, word).chopped(2))}} + last,
                  Outcome::ConnectionLost);
        else
            known("folds it", proven + Script{Say{folded(course, word)},
                                              Echo{[course](const QByteArray&) { return refusal(course, "no"); }}});
        if (isSmtp) // quoted-printable's own way, and a reply without enhanced codes
            known("folds it softly",
                  proven + Script{Say{folded(course, word).replace("5.7.8 ", "").replace("\r\n", "=\r\n") + "535 no\r\n"}});
        Course deep = course;
        deep.depth = isSmtp ? Depth::Message : Depth::Envelope;
        const auto refusesMail = [course, word](const QByteArray& heard) {
            course.memory->tag = heard.split(' ').first();
            return course.protocol == Protocol::Smtp ? "550 5.1.0 " + word + "\r\n" : refusal(course, word);
        };
        row(deep, QByteArray("refuses mail with it in ") + writing.name,
            proven + Script{Say{mannersOf(course.protocol).letsIn}, Hear{}, Echo{refusesMail}}, Outcome::ServerRefused);
    }

private slots:
    void initTestCase()
    {
        m_search.add("password", awkwardPassword);
        m_search.add("password", plainPassword);
        m_search.add("token", awkwardToken);
    }

    void noCourseLeavesASecret_data()
    {
        QTest::addColumn<Course>("course");
        for (const Protocol protocol : allProtocols)
            for (const SecurityMode security : allSecurityModes) {
                for (const QByteArray& mechanism : commonMechanisms)
                    endRows({protocol, security, mechanism});
                if (protocol == Protocol::Imap) {
                    endRows({protocol, security, {}});
                    endRows({protocol, security, {}, plainPassword});
                }
                if (protocol == Protocol::Pop3)
                    endRows({protocol, security, "USER"});
                if (protocol == Protocol::Pop3 && security != SecurityMode::StartTls)
                    endRows({protocol, security, "APOP"});
            }
        for (const Protocol protocol : allProtocols)
            for (const Writing& writing : writings())
                knownRows({protocol, SecurityMode::None, "PLAIN"}, writing);
    }
    void noCourseLeavesASecret()
    {
        QFETCH(Course, course);
        FaultServer server(course.script);
        server.setIdentity(m_certificate);
        TestOrder order = stationer::testing::order(server, course.protocol, course.security);
        order.mechanism = course.mechanism;
        order.depth = course.depth;
        order.message = "Subject: x\r\n\r\nx\r\n";
        order.settings.replyTo = order.recipient = u"bob@acme.example"_s;
        order.password = Secret(course.password);
        if (course.mechanism.endsWith("AUTH2") || course.mechanism.endsWith("BEARER"))
            order.token = Secret(awkwardToken);
        Limits limits = shortLimits();
        if (course.outcome == Outcome::TimedOut)
            limits.loginReply = 200ms;
        QByteArray told;
        const Report report = run(order, limits, Verdict::Trusted, [&told](const ConnectionTest& test) {
            connect(&test, &ConnectionTest::stageEnded,
                    [&told](const StageRecord& record) { told += record.detail.toUtf8(); });
        });
        QVERIFY2(report.outcome == course.outcome, qPrintable(outcomeText(report)));
        const QByteArray all = everythingIn(report) + told;
        const QByteArray found = m_search.foundIn(all);
        QVERIFY2(found.isEmpty(), found);
        if (course.memory->derived.isEmpty())
            return;
        SecretSearch derived;
        for (const QByteArray& one : course.memory->derived)
            derived.add("what was made of it", QString::fromLatin1(one), 16);
        const QByteArray foundDerived = derived.foundIn(all);
        QVERIFY2(foundDerived.isEmpty(), foundDerived);
    }
};

STATIONER_TEST(SecretNowhereTest)
#include "secretnowhere_test.moc"
