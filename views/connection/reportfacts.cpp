#include "views/connection/reportfacts.h"

#include "catalogue/accountslots.h"
#include "catalogue/change.h"
#include "connection/showntext.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/mechanismwords.h"
#include "diagnosis/stagewords.h"
#include "items/testmodel.h"
#include "rows/standing.h"
#include "terms/dates.h"
#include "views/common/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// The words of the test panel's sections.
struct ReportFacts {
    Q_DECLARE_TR_FUNCTIONS(ReportFacts)
};

QString shown(const QString& text, qsizetype maximum = 300)
{
    return shownOnOneLine(text, maximum);
}

QString shown(const QByteArrayList& items)
{
    return shownText(items.join(", "), 1500);
}

QString resultOf(const ConnectAttempt& attempt)
{
    const QString time = shownDuration(attempt.duration);
    if (attempt.succeeded)
        //: An address that was tried: %1 is a duration
        return ReportFacts::tr("answered after %1").arg(time);
    if (attempt.error.isEmpty())
        return ReportFacts::tr("given up after %1, as another one was faster").arg(time);
    //: %1 is the operating system's reason, %2 a duration
    return ReportFacts::tr("%1, after %2").arg(shown(attempt.error), time);
}

QString day(const QDateTime& time)
{
    return time.isValid() ? shownDay(time) : ReportFacts::tr("unknown");
}

Badge badgeOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Trusted:
    case Verdict::Exempted:
        return Badge::Passed;
    case Verdict::Challenged:
        return Badge::Challenged;
    case Verdict::Rejected:
        return Badge::Failed;
    }
    Q_UNREACHABLE();
}

QString wordsOf(const Judgement& judgement)
{
    switch (judgement.verdict) {
    case Verdict::Trusted:
        if (!judgement.store)
            return ReportFacts::tr("trusted");
        switch (*judgement.store) {
        case TrustStore::System:
            return ReportFacts::tr("trusted; a root CA of the System Trust Store vouches for it");
        case TrustStore::User:
            return ReportFacts::tr("trusted; a root CA of the User Trust Store vouches for it");
        case TrustStore::Given:
            return ReportFacts::tr("trusted; a root CA that was given vouches for it");
        }
        Q_UNREACHABLE();
    case Verdict::Exempted:
        return ReportFacts::tr("passed by an exemption in Allowed Hosts; nobody known vouches for it");
    case Verdict::Challenged:
        return judgement.isIdentityChanged ? ReportFacts::tr("challenged; another one than before")
                                           : ReportFacts::tr("challenged");
    case Verdict::Rejected:
        return ReportFacts::tr("rejected in Allowed Hosts");
    }
    Q_UNREACHABLE();
}

void addCertificate(QList<Fact>& facts, const Report& report)
{
    const Judgement& judgement = *report.trust;
    facts += Fact{ReportFacts::tr("Certificate"), {}};
    facts += Fact{ReportFacts::tr("Verdict"), wordsOf(judgement), badgeOf(judgement.verdict)};
    for (const TrustFinding& finding : judgement.errors)
        facts += Fact{{}, shown(describe(finding, judgement, report.began), 600)};
    if (judgement.sent.isEmpty())
        return;
    const CertificateFacts& leaf = judgement.sent.first();
    facts += Fact{ReportFacts::tr("Subject"), shown(leaf.subject.isEmpty() ? ReportFacts::tr("none") : leaf.subject)};
    const QStringList names = leaf.dnsNames + leaf.ipAddresses;
    facts += Fact{ReportFacts::tr("Names"),
                  names.isEmpty() ? ReportFacts::tr("none") : shown(names.mid(0, 40).join(u", "_s), 600)};
    facts += Fact{ReportFacts::tr("Issued by"), shown(leaf.issuer)};
    //: The validity of a certificate: from one date to another
    facts += Fact{ReportFacts::tr("Valid"), ReportFacts::tr("%1 to %2").arg(day(leaf.notBefore), day(leaf.notAfter))};
    facts += Fact{ReportFacts::tr("Key"), shown(leaf.keyAlgorithm + u", "_s + leaf.signatureAlgorithm)};
    facts += Fact{u"SHA-256"_s, groupedFingerprint(leaf.sha256), Badge::None, true};
    for (const QString& remark : judgement.remarks)
        facts += Fact{remark == judgement.remarks.first() ? ReportFacts::tr("Remark") : QString(), shown(remark)};
}

const QByteArrayList& mechanismsThatCount(const Report& report)
{
    return report.learnt.mechanismsAfterTls.isEmpty() ? report.learnt.mechanismsBeforeTls : report.learnt.mechanismsAfterTls;
}

} // namespace

QList<Fact> connectionFacts(const Report& report)
{
    QList<Fact> facts;
    //: %1 is a host and port, %2 a security mode such as «Use Ssl»
    facts += Fact{ReportFacts::tr("Server"), ReportFacts::tr("%1, %2").arg(shown(report.settings.server.toString()),
                                                                           labelOf(report.settings.security))};
    if (report.dialled)
        facts += Fact{ReportFacts::tr("Connected to"),
                      //: %1 is a host and port, such as a tunnel's end
                      ReportFacts::tr("%1 instead; names are verified as typed").arg(shown(report.dialled->toString()))};
    facts += Fact{ReportFacts::tr("From"), report.from.isEmpty() ? ReportFacts::tr("this computer")
                                                                 //: %1 is a network address
                                                                 : ReportFacts::tr("this computer, %1").arg(report.from)};
    bool isFirst = true;
    for (const ConnectAttempt& attempt : report.attempts) {
        facts += Fact{isFirst ? ReportFacts::tr("Addresses tried") : QString(),
                      //: %1 is a network address, %2 what came of it
                      ReportFacts::tr("%1: %2").arg(attempt.address.toString(), resultOf(attempt)),
                      attempt.succeeded         ? Badge::Passed
                      : attempt.error.isEmpty() ? Badge::Info
                                                : Badge::Failed};
        isFirst = false;
    }
    if (report.tls)
        facts += Fact{ReportFacts::tr("Encryption"), shown(report.tls->version + u", "_s + report.tls->cipher)};
    if (report.trust)
        addCertificate(facts, report);
    return facts;
}

QList<Fact> signInFacts(const Report& report)
{
    const Learnt& learnt = report.learnt;
    QList<Fact> facts;
    if (!learnt.mechanism.isEmpty())
        facts += Fact{ReportFacts::tr("Signed in by"), shownText(learnt.mechanism, 60)};
    if (!learnt.greeting.isEmpty())
        facts += Fact{ReportFacts::tr("Greeting"), shownText(learnt.greeting, 300)};
    const auto offered = [&facts](const QString& title, const QByteArrayList& mechanisms,
                                  const QByteArrayList& capabilities) {
        if (mechanisms.isEmpty() && capabilities.isEmpty())
            return;
        facts += Fact{title, {}};
        facts += Fact{ReportFacts::tr("Mechanisms"), mechanisms.isEmpty() ? ReportFacts::tr("none") : shown(mechanisms)};
        if (!capabilities.isEmpty())
            facts += Fact{ReportFacts::tr("Capabilities"), shown(capabilities)};
    };
    offered(report.settings.security == SecurityMode::None ? ReportFacts::tr("Offered, not encrypted")
                                                           : ReportFacts::tr("Offered before encryption"),
            learnt.mechanismsBeforeTls, learnt.capabilitiesBeforeTls);
    offered(ReportFacts::tr("Offered inside encryption"), learnt.mechanismsAfterTls, learnt.capabilitiesAfterTls);
    if (!learnt.mechanismNotes.isEmpty())
        facts += Fact{ReportFacts::tr("Why this one and no other"), {}};
    for (const MechanismNote& note : learnt.mechanismNotes)
        facts += Fact{shownText(note.name, 60), describe(note, report),
                      note.fate == MechanismFate::Used ? Badge::Passed : Badge::None};
    return facts;
}

QList<Fact> recipientFacts(const Report& report)
{
    QList<Fact> facts;
    if (!report.alarm)
        return facts;
    QLatin1StringView role;
    for (qsizetype i = 0; i < report.alarm->addressees.size(); ++i) {
        const Addressee& one = report.alarm->addressees[i];
        const bool isAsked = i < report.learnt.recipients.size();
        const RecipientAnswer answer = isAsked ? report.learnt.recipients[i] : RecipientAnswer();
        //: %1 is an e-mail address, %2 what the server said to it
        const QString said =
            isAsked ? ReportFacts::tr("%1: %2").arg(shown(one.address), shownText(answer.code + ' ' + answer.text, 200))
                    //: %1 is an e-mail address that the server was not asked for
                    : ReportFacts::tr("%1: not asked").arg(shown(one.address));
        facts += Fact{one.role == role ? QString() : slotLabel(one.role), said,
                      !isAsked            ? Badge::None
                      : answer.isAccepted ? Badge::Passed
                                          : Badge::Failed};
        role = one.role;
    }
    if (!report.alarm->code.isEmpty()) {
        facts += Fact{ReportFacts::tr("Looked for through"), shown(report.alarm->through)};
        facts += Fact{ReportFacts::tr("Code in the subject"), QString::fromLatin1(report.alarm->code), Badge::None, true};
    }
    return facts;
}

QString recipientSummary(const Report& report)
{
    const qsizetype taken = std::ranges::count_if(report.learnt.recipients, &RecipientAnswer::isAccepted);
    //: How many recipients the server takes, %1 of %2
    return report.alarm ? ReportFacts::tr("%1 of %2 taken").arg(taken).arg(report.alarm->addressees.size()) : QString();
}

QList<Fact> rawFacts(const Report& report)
{
    QList<Fact> facts;
    if (report.outcome == Outcome::Succeeded && report.libraryText.isEmpty())
        return facts;
    facts += Fact{ReportFacts::tr("Outcome"), nameOf(report.outcome), Badge::None, true};
    facts += Fact{ReportFacts::tr("Stage"), nameOf(report.stage), Badge::None, true};
    if (report.failure && !report.failure->code.isEmpty())
        facts += Fact{ReportFacts::tr("Server's code"), shownText(report.failure->code), Badge::None, true};
    if (report.failure && !report.failure->serverText.isEmpty())
        facts += Fact{ReportFacts::tr("Server's words"), shownText(report.failure->serverText, 2000), Badge::None, true};
    if (!report.libraryText.isEmpty())
        facts += Fact{ReportFacts::tr("Library"), shown(report.libraryText, 2000), Badge::None, true};
    return facts;
}

QList<Fact> stationFacts(const StationVerdict& verdict)
{
    const auto labelOf = [](StationReason::Weight weight) {
        switch (weight) {
        case StationReason::Weight::Fails:
            return ReportFacts::tr("Would fail");
        case StationReason::Weight::Unknown:
            return ReportFacts::tr("Not known");
        case StationReason::Weight::Remark:
            return ReportFacts::tr("Note");
        }
        Q_UNREACHABLE();
    };
    QList<Fact> facts;
    std::optional<StationReason::Weight> last;
    for (const StationReason& reason : verdict.reasons) {
        facts += Fact{last == reason.weight ? QString() : labelOf(reason.weight), reason.text};
        last = reason.weight;
    }
    return facts;
}

QList<Fact> changeFacts(const QList<TestChange>& changes)
{
    QList<Fact> facts;
    for (const TestChange& change : changes) {
        //: What a test found this time, and (%2) what the one before it found
        facts += Fact{change.what, ReportFacts::tr("%1; before: %2").arg(change.now, change.before)};
    }
    return facts;
}

QString stagesSummary(const Report& report)
{
    const QString time = shownDuration(report.duration);
    if (report.outcome == Outcome::Succeeded)
        //: %1 is a duration: all stages of the test were passed
        return ReportFacts::tr("all passed in %1").arg(time);
    //: %1 is a stage of the test, %2 a duration
    return ReportFacts::tr("ended at %1 after %2").arg(labelOf(report.stage), time);
}

QString connectionSummary(const Report& report)
{
    QStringList parts;
    for (const ConnectAttempt& attempt : report.attempts)
        if (attempt.succeeded)
            parts += attempt.address.toString();
    if (parts.isEmpty() && !report.attempts.isEmpty())
        parts += report.attempts.size() == 1
                     ? ReportFacts::tr("one address tried, it did not answer")
                     : ReportFacts::tr("%n addresses tried, none answered", nullptr, int(report.attempts.size()));
    if (report.tls)
        parts += shown(report.tls->version);
    if (report.trust && report.outcome != Outcome::Succeeded && report.trust->verdict == Verdict::Challenged)
        parts += ReportFacts::tr("certificate challenged");
    return parts.join(u"  ·  "_s);
}

QString signInSummary(const Report& report)
{
    const qsizetype offered = mechanismsThatCount(report).size();
    QStringList parts;
    if (!report.learnt.mechanism.isEmpty())
        parts += shownText(report.learnt.mechanism, 60);
    if (offered > 0)
        parts += offered == 1 ? ReportFacts::tr("one mechanism offered")
                              : ReportFacts::tr("%n mechanisms offered", nullptr, int(offered));
    return parts.join(u"  ·  "_s);
}

QString transcriptSummary(const Report& report)
{
    if (report.transcript.isEmpty())
        return ReportFacts::tr("nothing was said");
    const int lines = int(report.transcript.size());
    return lines == 1 ? ReportFacts::tr("one line, times in ms, secrets masked")
                      : ReportFacts::tr("%n lines, times in ms, secrets masked", nullptr, lines);
}

QString changesSummary(const QList<TestChange>& changes)
{
    QStringList parts;
    for (const TestChange& change : changes.first(std::min<qsizetype>(3, changes.size())))
        //: A change since the test before, in short: %1 is what changed, %2 what it is now
        parts += ReportFacts::tr("%1: %2").arg(change.what, change.now);
    return parts.join(u"  ·  "_s);
}

} // namespace stationer
