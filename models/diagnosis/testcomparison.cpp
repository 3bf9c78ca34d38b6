#include "diagnosis/testcomparison.h"

#include "catalogue/accountslots.h"
#include "connection/showntext.h"
#include "diagnosis/stagewords.h"
#include "terms/dates.h"

#include <QCoreApplication>

#include <algorithm>

namespace stationer {

namespace {

constexpr std::chrono::milliseconds noticeable{200};

/// The words of what changed.
struct TestComparison {
    Q_DECLARE_TR_FUNCTIONS(TestComparison)
};

QString shown(const QString& text)
{
    return shownText(text.toUtf8(), 120);
}

QString orNone(const QString& text)
{
    return text.isEmpty() ? TestComparison::tr("none") : text;
}

QString addressOf(const Report& report)
{
    for (const ConnectAttempt& attempt : report.attempts)
        if (attempt.succeeded)
            return attempt.address.toString();
    return {};
}

QString dialledOf(const Report& report)
{
    return shown(report.dialled.value_or(report.settings.server).toString());
}

const CertificateFacts* leafOf(const Report& report)
{
    return report.trust && !report.trust->sent.isEmpty() ? &report.trust->sent.first() : nullptr;
}

/// «mail.example, until 2027-03-12, 598D 23A8 …»
QString shown(const CertificateFacts& leaf)
{
    const QString name = leaf.commonName.isEmpty() ? leaf.subject : leaf.commonName;
    const QString until = shownDay(leaf.notAfter);
    //: A certificate in short: %1 its name, %2 a date, %3 the beginning of its fingerprint
    return TestComparison::tr("%1, until %2, %3 …").arg(shown(name), until, groupedFingerprint(leaf.sha256).left(9));
}

QString vouched(const Report& report)
{
    if (!report.trust)
        return {};
    switch (report.trust->verdict) {
    case Verdict::Trusted:
        if (report.trust->store == TrustStore::User)
            return TestComparison::tr("trusted, by the User Trust Store");
        return TestComparison::tr("trusted, by the System Trust Store");
    case Verdict::Exempted:
        return TestComparison::tr("passed by an exemption");
    case Verdict::Challenged:
        return TestComparison::tr("challenged");
    case Verdict::Rejected:
        return TestComparison::tr("rejected");
    }
    Q_UNREACHABLE();
}

QByteArrayList offeredIn(const Report& report)
{
    QByteArrayList all =
        report.learnt.mechanismsAfterTls.isEmpty() ? report.learnt.mechanismsBeforeTls : report.learnt.mechanismsAfterTls;
    std::ranges::sort(all);
    return all;
}

bool isOutOfTheOrdinary(std::chrono::nanoseconds one, std::chrono::nanoseconds other)
{
    const auto [less, more] = std::minmax(one, other);
    return more - less >= noticeable && more >= 2 * less;
}

} // namespace

QList<TestChange> changesBetween(const Report& before, const Report& now)
{
    QList<TestChange> changes;
    if (now.outcome == Outcome::Cancelled)
        return changes;
    const auto add = [&changes](const QString& what, const QString& was, const QString& is) {
        if (was != is)
            changes += TestChange{what, was, is};
    };
    /// Where one of the two did not get as far, its absence says nothing.
    const auto addKnown = [&add](const QString& what, const QString& was, const QString& is) {
        if (!was.isEmpty() && !is.isEmpty())
            add(what, was, is);
    };
    add(TestComparison::tr("Outcome"), labelOf(before.outcome), labelOf(now.outcome));
    add(TestComparison::tr("Ended at"), labelOf(before.stage), labelOf(now.stage));
    add(TestComparison::tr("Server"), shown(before.settings.server.toString()), shown(now.settings.server.toString()));
    if (before.dialled || now.dialled)
        add(TestComparison::tr("Connected to"), dialledOf(before), dialledOf(now));
    add(TestComparison::tr("Security"), labelOf(before.settings.security), labelOf(now.settings.security));
    add(TestComparison::tr("Account"), orNone(shown(before.settings.account.value_or(QString()))),
        orNone(shown(now.settings.account.value_or(QString()))));
    addKnown(TestComparison::tr("Address"), addressOf(before), addressOf(now));
    if (before.tls && now.tls) {
        add(TestComparison::tr("TLS version"), shown(before.tls->version), shown(now.tls->version));
        add(TestComparison::tr("Cipher"), shown(before.tls->cipher), shown(now.tls->cipher));
    }
    const CertificateFacts* oldLeaf = leafOf(before);
    const CertificateFacts* newLeaf = leafOf(now);
    if (oldLeaf && newLeaf && oldLeaf->sha256 != newLeaf->sha256)
        changes += TestChange{TestComparison::tr("Certificate"), shown(*oldLeaf), shown(*newLeaf)};
    addKnown(TestComparison::tr("Identity"), vouched(before), vouched(now));
    addKnown(TestComparison::tr("Way to sign in"), shownText(before.learnt.mechanism, 60),
             shownText(now.learnt.mechanism, 60));
    addKnown(TestComparison::tr("Mechanisms"), shownText(offeredIn(before).join(", ")),
             shownText(offeredIn(now).join(", ")));
    for (const StageRecord& record : now.stages) {
        const StageRecord* was = before.record(record.stage);
        if (was && was->status != StageStatus::Skipped && record.status != StageStatus::Skipped &&
            isOutOfTheOrdinary(was->duration, record.duration))
            //: %1 is a stage of the test such as «Find host»
            changes += TestChange{TestComparison::tr("Time of %1").arg(labelOf(record.stage)), shownDuration(was->duration),
                                  shownDuration(record.duration)};
    }
    return changes;
}

} // namespace stationer
