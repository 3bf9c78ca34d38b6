#include "app/cli/demojob.h"

#include "app/cli/texts.h"
#include "diagnosis/diagnosis.h"
#include "station/container.h"
#include "station/faulttext.h"
#include "trust/hostname.h"
#include "trust/importer.h"
#include "trust/trusttext.h"

#include <QDateTime>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString accountPath()
{
    return u"/Services/EmailService/OutgoingAccount"_s;
}

} // namespace

DemoJob::DemoJob(Console& console) : m_console(console) {}

DemoJob::~DemoJob() = default;

void DemoJob::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (prepare())
                test();
        },
        Qt::QueuedConnection);
}

bool DemoJob::holdsProcess() const
{
    return m_test && m_test->hasPendingLookup();
}

bool DemoJob::prepare()
{
    if (!m_server.start()) {
        fail(Texts::tr("The demo mail server did not start: %1.").arg(shown(m_server.errorText())));
        return false;
    }
    QString error;
    m_station = DemoStation::make(m_server, &error);
    if (!m_station) {
        fail(Texts::tr("The sample station was not written: %1.").arg(shown(error)));
        return false;
    }
    auto opened = Container::open(m_station->path());
    if (!opened) {
        fail(shown(describe(opened.error(), m_station->path())));
        return false;
    }
    const Document& document = opened.value().document;
    const auto settings = settingsOf(document, document.find(accountPath()));
    if (!settings) {
        fail(describe(settings.error()));
        return false;
    }
    m_settings = settings.value();
    say(Texts::tr("A mail server runs inside this program, with a certificate that nobody knows. A sample station is at %1.")
            .arg(shown(m_station->path())));
    say(Texts::tr("1. Test %1: SMTP, Use Ssl, %2.").arg(accountPath(), m_settings.server.toString()));
    return true;
}

void DemoJob::test()
{
    m_trust = std::make_unique<StationTrust>(securityFolderOf(m_station->path()), std::nullopt, m_console, m_anchors);
    TestOrder order;
    order.settings = m_settings;
    order.password = Secret(m_server.login().password);
    m_test = std::make_unique<ConnectionTest>(order, m_trust->judge());
    // The next test replaces this one, which is still telling its report: so the report is taken afterwards.
    connect(m_test.get(), &ConnectionTest::finished, this, &DemoJob::take, Qt::QueuedConnection);
    m_test->start();
}

void DemoJob::take(const Report& report)
{
    const Diagnosis diagnosis = diagnose(report);
    m_console.print("   "_L1 + diagnosis.headline);
    m_console.print("   "_L1 + diagnosis.body);
    m_trust->uses().note(report);
    m_trust->uses().write();
    const std::optional<Verdict> verdict = report.trust ? std::optional(report.trust->verdict) : std::nullopt;
    switch (m_step) {
    case Step::Unknown:
        if (report.outcome != Outcome::CertificateChallenged || !acceptExemption(report))
            return fail(Texts::tr("The certificate should have been challenged."));
        m_step = Step::Exempted;
        say(Texts::tr("2. Accept this certificate as an exemption, for this host and port alone, and test again."));
        return test();
    case Step::Exempted:
        if (report.outcome != Outcome::Succeeded || verdict != Verdict::Exempted || !importRoot(report))
            return fail(Texts::tr("The test should have passed with the exemption."));
        m_step = Step::Imported;
        return test();
    case Step::Imported:
        if (report.outcome != Outcome::Succeeded || verdict != Verdict::Trusted)
            return fail(Texts::tr("The test should have passed without the exemption."));
        say(Texts::tr("That is the whole course. On your own station:\n"
                      "   stationer-cli test station.bog   or   stationer station.bog"));
        emit finished(ExitStatus::Done);
        return;
    }
}

bool DemoJob::acceptExemption(const Report& report)
{
    const auto host = normalisedHost(m_settings.server.host);
    if (!host || !report.trust || report.trust->sent.isEmpty())
        return false;
    const CertificateFacts& leaf = report.trust->sent.first();
    AllowedHost row;
    row.host = {*host, m_settings.server.port};
    row.approval = Approval::Approved;
    row.sha256 = leaf.sha256;
    row.publicKeySha256 = leaf.publicKeySha256;
    for (const TrustFinding& finding : report.trust->errors)
        row.errors += finding.error;
    row.created = QDateTime::currentDateTimeUtc();
    for (const CertificateFacts& certificate : report.trust->sent)
        row.chain += certificate.der;
    AllowedHosts allowed;
    auto fault = allowed.open(securityFolderOf(m_station->path()));
    if (!fault)
        fault = allowed.approve(row);
    if (fault)
        m_console.complain(shown(describe(*fault)));
    return !fault;
}

bool DemoJob::importRoot(const Report& report)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<CertificateFacts>& sent = report.trust->sent;
    const auto root = std::find_if(sent.begin(), sent.end(),
                                   [&](const CertificateFacts& certificate) { return isImportableRoot(certificate, now); });
    if (root == sent.end())
        return false;
    say(Texts::tr(
            "3. Better than an exemption: import the root CA «%1», which the server sent along. Its fingerprint has to be "
            "compared with its owner first: %2")
            .arg(shown(root->commonName), groupedFingerprint(root->sha256)));
    const QString folder = securityFolderOf(m_station->path());
    UserTrustStore store;
    AllowedHosts allowed;
    auto fault = store.open(folder);
    if (!fault)
        fault = store.import(*root);
    if (!fault)
        fault = allowed.open(folder);
    if (fault) {
        m_console.complain(shown(describe(*fault)));
        return false;
    }
    const TrustAnchors anchors = TrustAnchors::systemAnd(store.ders());
    const QList<AllowedHost> rows = allowed.rows();
    for (const AllowedHost& row : rows) {
        if (!isNoLongerNeeded(row, anchors, now))
            continue;
        if (allowed.forget(row.host))
            return false;
        m_console.print("   "_L1 + Texts::tr("The exemption for %1 is no longer needed and is removed. Test again:")
                                       .arg(shown(row.host.toString())));
    }
    return allowed.rows().isEmpty();
}

void DemoJob::fail(const QString& sentence)
{
    m_console.complain(sentence);
    emit finished(ExitStatus::TestFailed);
}

void DemoJob::say(const QString& sentence)
{
    m_console.print(QString());
    m_console.print(sentence);
    m_console.flush();
}

} // namespace stationer
