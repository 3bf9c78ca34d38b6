#include "views/connection/testpanel.h"

#include "items/lasttests.h"
#include "items/testcomparison.h"
#include "items/testmodel.h"
#include "views/common/linkbutton.h"
#include "views/common/plaintext.h"
#include "views/connection/factsheet.h"
#include "views/connection/reportfacts.h"
#include "views/connection/section.h"
#include "views/connection/testchoicesdialog.h"
#include "views/connection/transcriptview.h"
#include "views/connection/verdictview.h"
#include "views/connection/waterfall.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// «smtp.example:465, 192.0.2.7, from this computer, 10.0.4.7; …»
QString placeText(const Report& report, bool isCurrent)
{
    QStringList parts;
    if (!isCurrent)
        parts += TestPanel::tr("Values were changed since this test.");
    QString server = shownOnOneLine(report.settings.server.toString(), 120);
    for (const ConnectAttempt& attempt : report.attempts)
        if (attempt.succeeded)
            server += u", "_s + attempt.address.toString();
    parts += server;
    if (report.dialled)
        //: %1 is a host and port, such as a tunnel's end
        parts +=
            TestPanel::tr("connected to %1, names verified as typed").arg(shownOnOneLine(report.dialled->toString(), 120));
    parts +=
        report.from.isEmpty()
            ? TestPanel::tr("from this computer; the station's firewall, DNS and clock may differ")
            : TestPanel::tr("from this computer, %1; the station's firewall, DNS and clock may differ").arg(report.from);
    if (!report.unsavedSlots.isEmpty())
        parts += TestPanel::tr("tested with unsaved changes: %1").arg(report.unsavedSlots.join(u", "_s));
    return parts.join(u"  ·  "_s);
}

bool isAboutCertificate(Outcome outcome)
{
    return outcome == Outcome::CertificateChallenged || outcome == Outcome::CertificateRejected;
}

LinkButton* makeTool(const QString& text, const QString& name, QWidget* parent)
{
    auto* tool = new LinkButton(text, parent);
    tool->setAccessibleName(text);
    tool->setObjectName(name);
    return tool;
}

/// A word without end would make a label wider than the panel: it may be broken.
QString breakable(const QString& text)
{
    constexpr int longestWord = 36;
    QString broken;
    broken.reserve(text.size());
    int word = 0;
    for (const QChar character : text) {
        word = character.isSpace() ? 0 : word + 1;
        if (word > longestWord && !character.isLowSurrogate()) {
            broken += QChar(0x200b);
            word = 1;
        }
        broken += character;
    }
    return broken;
}

} // namespace

TestPanel::TestPanel(TestModel& stages, QWidget* parent)
    : QWidget(parent), m_verdict(new VerdictView(this)), m_body(new PlainLabel({}, this)),
      m_certificate(new PlainLabel({}, this)), m_place(new PlainLabel({}, this)), m_waterfall(new Waterfall(stages)),
      m_changes(new FactSheet(tr("What differs from the run before"))), m_connection(new FactSheet(tr("Connection"))),
      m_signIn(new FactSheet(tr("Sign-in"))), m_transcript(new TranscriptView), m_details(new FactSheet(tr("Details"))),
      m_stagesSection(new Section(tr("Stages"), u"stages"_s, m_waterfall)),
      m_changesSection(new Section(tr("Changed"), u"changes"_s, m_changes)),
      m_connectionSection(new Section(tr("Connection"), u"connection"_s, m_connection)),
      m_signInSection(new Section(tr("Sign-in"), u"signIn"_s, m_signIn)),
      m_transcriptSection(new Section(tr("Transcript"), u"transcript"_s, m_transcript)),
      m_detailsSection(new Section(tr("Details"), u"details"_s, m_details)),
      m_options(makeTool(tr("Options…"), u"testOptions"_s, this)),
      m_copy(makeTool(tr("Copy Report"), u"copyReport"_s, this)), m_save(makeTool(tr("Save Report…"), u"saveReport"_s, this))
{
    setObjectName(u"testPanel"_s);
    setAccessibleName(tr("Connection test"));
    m_options->setToolTip(plainToolTip(tr("How far tests of this account go, where they connect to and how they sign in")));
    arrange();
    connect(m_options, &LinkButton::clicked, this, &TestPanel::openChoices);
    connect(m_verdict, &VerdictView::resetRequested, this, [this] { emit choicesChanged(TestChoices()); });
    connect(m_copy, &LinkButton::clicked, this, [this] {
        if (m_report)
            QGuiApplication::clipboard()->setText(toText(*m_report, true));
    });
    connect(m_save, &LinkButton::clicked, this, [this] {
        if (m_report)
            emit saveRequested(toText(*m_report, true));
    });
    showNothing({});
}

void TestPanel::arrange()
{
    m_body->setObjectName(u"verdictBody"_s);
    m_place->setMuted();
    m_place->setObjectName(u"testPlace"_s);
    m_certificate->setObjectName(u"testCertificate"_s);
    for (PlainLabel* label : {m_body, m_certificate, m_place}) {
        label->setWrapped();
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        label->setSizePolicy(policy);
    }
    for (LinkButton* tool : {m_options, m_copy, m_save})
        m_verdict->addTool(tool);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 2, 16, 12);
    layout->setSpacing(4);
    m_words = new QVBoxLayout; // begins where the headline does
    m_words->setSpacing(4);
    m_words->addWidget(m_body);
    m_words->addWidget(m_certificate);
    m_words->addWidget(m_place);
    layout->addLayout(m_words);
    layout->addSpacing(6);
    auto* sections = new QVBoxLayout;
    sections->setSpacing(0);
    for (Section* section :
         {m_stagesSection, m_changesSection, m_connectionSection, m_signInSection, m_transcriptSection, m_detailsSection})
        sections->addWidget(section);
    layout->addLayout(sections);
    layout->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_verdict);
    outer->addWidget(scroll, 1);
}

/// Whatever the sections hold, the panel can be made as low as its verdict and a few lines.
QSize TestPanel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 8};
}

QString TestPanel::headline() const
{
    return m_verdict->headline();
}

void TestPanel::setBody(const QString& text)
{
    m_body->setText(breakable(text));
    m_body->setVisible(!text.isEmpty());
    const int indent = m_verdict->indent();
    m_words->setContentsMargins(isRightToLeft() ? 0 : indent, 0, isRightToLeft() ? indent : 0, 0);
    setAccessibleDescription((headline() + u' ' + text).trimmed());
}

void TestPanel::showParts(Shown what)
{
    const bool isReport = what == Shown::Report;
    m_isRunning = what == Shown::Running;
    m_verdict->clearAnswers();
    m_certificate->hide();
    m_place->setVisible(isReport);
    m_copy->setVisible(isReport);
    m_save->setVisible(isReport);
    m_options->setVisible(m_account && !m_isRunning);
    m_stagesSection->setVisible(what != Shown::Nothing);
    m_connectionSection->setVisible(isReport);
    m_transcriptSection->setVisible(isReport);
    if (isReport)
        return;
    m_report.reset();
    for (Section* section : {m_changesSection, m_signInSection, m_detailsSection})
        section->hide();
}

void TestPanel::showNothing(const QString& sentence)
{
    showParts(Shown::Nothing);
    m_verdict->setVerdict(Badge::None, {});
    setBody(sentence);
}

void TestPanel::showRunning(const Endpoint& server)
{
    showParts(Shown::Running);
    m_verdict->setVerdict(Badge::None, tr("Testing %1…").arg(shownOnOneLine(server.toString(), 120)));
    QPushButton* cancel = m_verdict->addAnswer(tr("Cancel"), u"cancelTest"_s);
    connect(cancel, &QPushButton::clicked, this, &TestPanel::cancelRequested);
    m_stagesSection->setSummary({});
    setBody({});
}

void TestPanel::showResolvingSlowly()
{
    if (m_isRunning)
        setBody(tr("The name server answers slowly."));
}

void TestPanel::showReport(const Report& report, bool isCurrent, const Report* earlier)
{
    // Typing into the sheet shows the same report again and again; what is unfolded and selected in it stays.
    const bool isShown = m_report && report.began.isValid() && m_report->began == report.began &&
                         m_report->duration == report.duration && m_earlierBegan == (earlier ? earlier->began : QDateTime());
    showParts(Shown::Report);
    m_report = report;
    m_earlierBegan = earlier ? earlier->began : QDateTime();
    const Diagnosis diagnosis = diagnose(report);
    m_verdict->setVerdict(badgeOf(report), diagnosis.headline);
    setBody(diagnosis.body);
    addAnswers(diagnosis, isCurrent);
    showCertificate(report);
    m_place->setText(breakable(placeText(report, isCurrent)));
    if (!isShown)
        showSections(report, earlier);
}

void TestPanel::addAnswers(const Diagnosis& diagnosis, bool isCurrent)
{
    // The first thing to do is the one that stands out.
    bool isFirst = isCurrent;
    const auto add = [&](const QString& text, const QString& name) {
        QPushButton* button = m_verdict->addAnswer(text, name);
        button->setProperty("primary", std::exchange(isFirst, false));
        return button;
    };
    const auto addRemedies = [&] {
        for (int i = 0; i < diagnosis.remedies.size(); ++i) {
            const Remedy& remedy = diagnosis.remedies[i];
            QPushButton* button = add(remedy.label, u"remedy%1"_s.arg(i));
            button->setEnabled(isCurrent);
            connect(button, &QPushButton::clicked, this, [this, remedy] { emit remedyRequested(remedy); });
        }
    };
    const bool isToReview = diagnosis.answers.contains(Answer::ReviewCertificate);
    if (!isToReview)
        addRemedies();
    for (const Answer answer : diagnosis.answers) {
        switch (answer) {
        case Answer::ReviewCertificate:
            connect(add(tr("Review Certificate…"), u"review"_s), &QPushButton::clicked, this, &TestPanel::reviewRequested);
            break;
        case Answer::EnterPassword:
            connect(add(tr("Enter Password…"), u"enterPassword"_s), &QPushButton::clicked, this,
                    &TestPanel::passwordRequested);
            break;
        case Answer::FindSettings:
            connect(add(tr("Find Settings…"), u"findSettings"_s), &QPushButton::clicked, this,
                    &TestPanel::findSettingsRequested);
            break;
        case Answer::EditAccount:
            connect(add(tr("Edit Account"), u"editAccount"_s), &QPushButton::clicked, this,
                    [this] { emit editRequested(u"account"_s); });
            break;
        }
    }
    if (isToReview)
        addRemedies();
    if (!isCurrent) {
        QPushButton* again = m_verdict->addAnswer(tr("Test Again"), u"testAgain"_s);
        again->setProperty("primary", true);
        connect(again, &QPushButton::clicked, this, &TestPanel::testRequested);
    }
}

void TestPanel::showCertificate(const Report& report)
{
    const bool hasLeaf = report.trust && !report.trust->sent.isEmpty() && isAboutCertificate(report.outcome);
    m_certificate->setVisible(hasLeaf);
    if (!hasLeaf)
        return;
    const CertificateFacts& leaf = report.trust->sent.first();
    const QDate until = leaf.notAfter.toLocalTime().date();
    // The body may name the fingerprint already.
    const QString fingerprint = groupedFingerprint(leaf.sha256);
    if (m_body->text().contains(fingerprint))
        return m_certificate->setText(
            tr("Issued by %1  ·  valid until %2")
                .arg(shownOnOneLine(leaf.issuerName, 120), QLocale().toString(until, QLocale::ShortFormat)));
    m_certificate->setText(
        tr("Issued by %1  ·  valid until %2  ·  SHA-256 %3")
            .arg(shownOnOneLine(leaf.issuerName, 120), QLocale().toString(until, QLocale::ShortFormat), fingerprint));
}

void TestPanel::showSections(const Report& report, const Report* earlier)
{
    const auto fill = [](Section* section, FactSheet* sheet, const QList<Fact>& facts, const QString& summary) {
        sheet->setFacts(facts);
        section->setSummary(summary);
        section->setVisible(!facts.isEmpty());
    };
    const bool isCompared = earlier && report.outcome != Outcome::Cancelled;
    QString stages = stagesSummary(report);
    QString before;
    if (isCompared) {
        before = QLocale().toString(earlier->began.toLocalTime().time(), QLocale::ShortFormat);
        //: What the thin grey bars of the waterfall are; %1 is a time of day
        stages += u"  ·  "_s + tr("grey: the run at %1").arg(before);
    }
    m_stagesSection->setSummary(stages);
    const QList<TestChange> changes = isCompared ? changesBetween(*earlier, report) : QList<TestChange>();
    //: %1 is what changed since the test before, %2 its time of day
    fill(m_changesSection, m_changes, changeFacts(changes), tr("since %2  ·  %1").arg(changesSummary(changes), before));
    fill(m_connectionSection, m_connection, connectionFacts(report), connectionSummary(report));
    fill(m_signInSection, m_signIn, signInFacts(report), signInSummary(report));
    fill(m_detailsSection, m_details, rawFacts(report), tr("as the server and the libraries said it"));
    m_transcript->setLines(report.transcript);
    m_transcriptSection->setSummary(transcriptSummary(report));
}

void TestPanel::setChoices(const std::optional<ConnectionSettings>& account, const TestChoices& choices)
{
    m_account = account;
    m_choices = choices;
    m_options->setVisible(account && !m_isRunning);
    const QStringList phrases = account ? describe(choices) : QStringList();
    m_verdict->setChosen(phrases.isEmpty() ? QString()
                                           //: %1 is such as «through localhost:2525, by PLAIN»
                                           : tr("Chosen for tests of this account: %1.").arg(phrases.join(u", "_s)));
}

void TestPanel::openChoices()
{
    if (!m_account)
        return;
    auto* dialog = new TestChoicesDialog(*m_account, m_choices, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TestChoicesDialog::chosen, this, &TestPanel::choicesChanged);
    connect(dialog, &TestChoicesDialog::testRequested, this, &TestPanel::testRequested);
    dialog->open();
}

void TestPanel::setTranscriptUnfolded(bool isUnfolded)
{
    m_transcriptSection->setUnfolded(isUnfolded);
}

void TestPanel::unfoldStages()
{
    m_stagesSection->setUnfolded(true);
}

void TestPanel::setUnfolded(bool isUnfolded)
{
    for (Section* section :
         {m_stagesSection, m_changesSection, m_connectionSection, m_signInSection, m_transcriptSection, m_detailsSection})
        section->setUnfolded(isUnfolded);
}

} // namespace stationer
