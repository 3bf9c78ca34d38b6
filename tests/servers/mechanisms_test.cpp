// Every mechanism that the real servers offer, at every pair of protocol and mode, with what the user holds and with what is
// wrong.

#include "servers/signin.h"
#include "support/stationertest.h"

#include <QHash>

#include <algorithm>

using namespace stationer;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArrayList passwordMechanisms{"SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN", "LOGIN"};
const QByteArrayList bearerMechanisms{"OAUTHBEARER", "XOAUTH2"};

/// This Postfix tells Dovecot nothing of a client certificate, so its configuration leaves EXTERNAL out.
bool offersExternal(Protocol protocol)
{
    return protocol != Protocol::Smtp;
}

/// What signs in: a password, or what the servers gave their clients under this name.
enum class Proof {
    Password,
    WrongPassword,
    Token,
    ExpiredToken,
    ForgedToken,
    Certificate,
    NobodysCertificate,
    StrangersCertificate
};

struct Case {
    Pair pair;
    QByteArray mechanism; ///< empty: the strongest
    Proof credential = Proof::Password;
    const char* what = "";

    QByteArray name() const
    {
        return nameOf(pair.protocol).latin1() + QByteArray(", ") + nameOf(pair.mode).latin1() + ", " +
               (mechanism.isEmpty() ? "the strongest" : mechanism) + ", " + what;
    }
};

template <class Visit>
void forEachPair(Visit visit)
{
    for (const Protocol protocol : allProtocols)
        for (const SecurityMode mode : allSecurityModes)
            visit(Pair{protocol, mode});
}

QList<Case> rightCases()
{
    QList<Case> cases;
    forEachPair([&](Pair pair) {
        for (const QByteArray& mechanism : passwordMechanisms)
            cases += Case{pair, mechanism, Proof::Password, "password"};
        for (const QByteArray& mechanism : bearerMechanisms)
            cases += Case{pair, mechanism, Proof::Token, "token"};
        if (offersExternal(pair.protocol) && pair.mode != SecurityMode::None)
            cases += Case{pair, "EXTERNAL", Proof::Certificate, "certificate"};
    });
    return cases;
}

QList<Case> wrongCases()
{
    QList<Case> cases;
    forEachPair([&](Pair pair) {
        for (const QByteArray& mechanism : passwordMechanisms)
            cases += Case{pair, mechanism, Proof::WrongPassword, "wrong password"};
        for (const QByteArray& mechanism : bearerMechanisms) {
            cases += Case{pair, mechanism, Proof::ExpiredToken, "token that is over"};
            cases += Case{pair, mechanism, Proof::ForgedToken, "token signed by another key"};
        }
        if (offersExternal(pair.protocol) && pair.mode != SecurityMode::None) {
            cases += Case{pair, "EXTERNAL", Proof::NobodysCertificate, "certificate of no user"};
            cases += Case{pair, "EXTERNAL", Proof::StrangersCertificate, "certificate by an unknown CA"};
        }
    });
    return cases;
}

/// Nothing is chosen by hand.
QList<Case> strongestCases()
{
    QList<Case> cases;
    forEachPair([&](Pair pair) {
        cases += Case{pair, {}, Proof::Password, "password"};
        cases += Case{pair, {}, Proof::Token, "token"};
        cases += Case{pair, {}, Proof::Certificate, "certificate"};
    });
    return cases;
}

MechanismFate fateOf(const Learnt& learnt, const QByteArray& mechanism)
{
    for (const MechanismNote& note : learnt.mechanismNotes)
        if (note.name == mechanism)
            return note.fate;
    QTest::qFail("no note of " + mechanism, __FILE__, __LINE__);
    return {};
}

} // namespace

namespace stationer {

/// How QCOMPARE shows a fate: by its number.
inline char* toString(MechanismFate fate)
{
    return QTest::toString(int(fate));
}

} // namespace stationer

class MechanismsTest : public QObject {
    Q_OBJECT

    const MailServers m_servers = MailServers::running();
    QHash<QByteArray, Report> m_reports;

    TestOrder orderOf(const Case& wanted) const
    {
        TestOrder order = orderFor(m_servers, wanted.pair);
        order.mechanism = wanted.mechanism;
        order.signIn = SignIn::Strongest; // where none is named
        const auto hold = [&](const QString& name) {
            order.password = {};
            if (!name.endsWith(u".pem"_s)) {
                order.token = Secret(m_servers.held(name));
                return;
            }
            const auto identity = clientIdentityOf(m_servers.held(name), {});
            if (!identity)
                qFatal("%s is no certificate with its key.", qPrintable(name));
            order.clientIdentity = identity.value();
        };
        switch (wanted.credential) {
        case Proof::Password:
            break;
        case Proof::WrongPassword:
            order.password = Secret("wrong horse"_ba);
            break;
        case Proof::Token:
            hold(u"token"_s);
            break;
        case Proof::ExpiredToken:
            hold(u"expired-token"_s);
            break;
        case Proof::ForgedToken:
            hold(u"forged-token"_s);
            break;
        case Proof::Certificate:
            hold(u"user.pem"_s);
            break;
        case Proof::NobodysCertificate:
            hold(u"nobody.pem"_s);
            break;
        case Proof::StrangersCertificate:
            hold(u"stranger.pem"_s);
            break;
        }
        return order;
    }

    static void addRows(const QList<Case>& cases)
    {
        QTest::addColumn<Case>("wanted");
        for (const Case& wanted : cases)
            QTest::newRow(wanted.name().constData()) << wanted;
    }

private slots:
    // All at once, because Dovecot takes half a second to refuse a login.
    void initTestCase()
    {
        const QList<Case> cases = rightCases() + wrongCases() + strongestCases();
        QList<TestOrder> orders;
        for (const Case& wanted : cases)
            orders += orderOf(wanted);
        const QList<Report> ended = reports(orders, trusted);
        for (qsizetype i = 0; i < cases.size(); ++i)
            m_reports[cases[i].name()] = ended[i];
        QCOMPARE(m_reports.size(), cases.size());
    }

    void signsInByEachMechanism_data() { addRows(rightCases()); }
    void signsInByEachMechanism()
    {
        QFETCH(Case, wanted);
        const Report report = m_reports[wanted.name()];
        QCOMPARE(report.outcome, Outcome::Succeeded);
        QCOMPARE(report.record(Stage::Login)->status, StageStatus::Passed);
        QCOMPARE(report.learnt.mechanism, wanted.mechanism);
        for (const MechanismNote& note : report.learnt.mechanismNotes)
            QCOMPARE(note.fate == MechanismFate::Used, note.name == wanted.mechanism);
    }

    void isRefusedWithWhatIsWrong_data() { addRows(wrongCases()); }
    void isRefusedWithWhatIsWrong()
    {
        QFETCH(Case, wanted);
        const Report report = m_reports[wanted.name()];
        QCOMPARE(report.outcome, Outcome::LoginRejected);
        QCOMPARE(report.stage, Stage::Login);
        QCOMPARE(report.learnt.mechanism, wanted.mechanism);
        QVERIFY(!report.failure->serverText.isEmpty());
    }

    /// What takes so long is done in parts; the server sees nothing of it.
    void signsInWhereManyIterationsAreAskedFor_data() { addPairs(); }
    void signsInWhereManyIterationsAreAskedFor()
    {
        FETCH_PAIR();
        TestOrder order = orderFor(m_servers, pair);
        QList<TestOrder> orders;
        for (const auto& [account, mechanism] :
             {std::pair{u"sha256"_s, "SCRAM-SHA-256"_ba}, std::pair{u"sha1"_s, "SCRAM-SHA-1"_ba}}) {
            order.settings.account = account;
            order.mechanism = mechanism;
            order.password = Secret(m_servers.password);
            orders += order;
            order.password = Secret("wrong horse"_ba);
            orders += order;
        }
        const QList<Report> ended = reports(orders, trusted);
        for (qsizetype i = 0; i < ended.size(); ++i) {
            QCOMPARE(ended[i].learnt.mechanism, orders[i].mechanism);
            QCOMPARE(ended[i].outcome, i % 2 == 0 ? Outcome::Succeeded : Outcome::LoginRejected);
        }
    }

    void takesTheStrongest_data() { addPairs(); }
    void takesTheStrongest()
    {
        FETCH_PAIR();
        const Report report = m_reports[Case{pair, {}, Proof::Password, "password"}.name()];
        QCOMPARE(report.outcome, Outcome::Succeeded);
        QCOMPARE(report.learnt.mechanism, "SCRAM-SHA-256"_ba);
        QCOMPARE(fateOf(report.learnt, "SCRAM-SHA-256"), MechanismFate::Used);
        for (const QByteArray& weaker : passwordMechanisms.mid(1))
            QCOMPARE(fateOf(report.learnt, weaker), MechanismFate::Weaker);
        for (const QByteArray& bearer : bearerMechanisms)
            QCOMPARE(fateOf(report.learnt, bearer), MechanismFate::NeedsToken);
        if (offersExternal(pair.protocol))
            QCOMPARE(fateOf(report.learnt, "EXTERNAL"), MechanismFate::NeedsCertificate);
        // The tests above know every mechanism that is offered.
        QByteArrayList known = passwordMechanisms + bearerMechanisms;
        if (offersExternal(pair.protocol))
            known += "EXTERNAL";
        for (const MechanismNote& note : report.learnt.mechanismNotes)
            known.removeAll(note.name);
        QCOMPARE(known, QByteArrayList());
        for (const MechanismNote& note : report.learnt.mechanismNotes)
            QVERIFY2(note.fate == MechanismFate::Used || note.fate == MechanismFate::Weaker ||
                         note.fate == MechanismFate::NeedsToken || note.fate == MechanismFate::NeedsCertificate,
                     note.name.constData());
    }

    void signsInWithATokenWhereOneIsGiven_data() { addPairs(); }
    void signsInWithATokenWhereOneIsGiven()
    {
        FETCH_PAIR();
        const Report report = m_reports[Case{pair, {}, Proof::Token, "token"}.name()];
        QCOMPARE(report.outcome, Outcome::Succeeded);
        QCOMPARE(report.learnt.mechanism, "XOAUTH2"_ba);
        QCOMPARE(fateOf(report.learnt, "OAUTHBEARER"), MechanismFate::Weaker);
        for (const QByteArray& mechanism : passwordMechanisms)
            QCOMPARE(fateOf(report.learnt, mechanism), MechanismFate::NeedsPassword);
    }

    // A certificate is shown in the handshake, so it says nothing in the clear; and a server that does not ask for it offers
    // no EXTERNAL. Nothing else signs in in its place.
    void signsInWithACertificateWhereItCan_data() { addPairs(); }
    void signsInWithACertificateWhereItCan()
    {
        FETCH_PAIR();
        const Report report = m_reports[Case{pair, {}, Proof::Certificate, "certificate"}.name()];
        for (const QByteArray& mechanism : passwordMechanisms)
            QCOMPARE(fateOf(report.learnt, mechanism), MechanismFate::NeedsPassword);
        if (offersExternal(pair.protocol) && pair.mode != SecurityMode::None) {
            QCOMPARE(report.outcome, Outcome::Succeeded);
            QCOMPARE(report.learnt.mechanism, "EXTERNAL"_ba);
            return;
        }
        QCOMPARE(report.outcome, Outcome::CapabilityMissing);
        QCOMPARE(report.stage, Stage::Login);
        QCOMPARE(report.learnt.mechanism, QByteArray());
        for (const TranscriptLine& line : report.transcript)
            QVERIFY2(line.direction != TranscriptLine::Direction::ToServer || !line.text.contains(u"AUTH"_s),
                     qPrintable(line.text));
    }
};

STATIONER_TEST(MechanismsTest)
#include "mechanisms_test.moc"
