#include "views/connection/testpanel.h"

#include "diagnosis/reporttext.h"
#include "items/testmodel.h"
#include "prediction/stationwords.h"
#include "rows/standing.h"
#include "session/lasttests.h"
#include "views/common/linkbutton.h"
#include "views/common/plaintext.h"
#include "views/common/wishes.h"
#include "views/connection/othertestbar.h"
#include "views/connection/testchoicesdialog.h"
#include "views/connection/testsections.h"
#include "views/connection/verdictview.h"
#include "views/connection/verdictwords.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

LinkButton* makeTool(const QString& text, const QString& name, QWidget* parent)
{
    auto* tool = new LinkButton(text, parent);
    tool->setAccessibleName(text);
    tool->setObjectName(name);
    return tool;
}

int heightOf(const QWidget& part, int width)
{
    return part.hasHeightForWidth() ? part.heightForWidth(width) : part.sizeHint().height();
}

} // namespace

TestPanel::TestPanel(TestModel& stages, Wishes& wishes, QWidget* parent)
    : QWidget(parent), m_stages(stages), m_wishes(wishes), m_other(new OtherTestBar(wishes, this)),
      m_verdict(new VerdictView(this)), m_body(new PlainLabel({}, this)), m_certificate(new PlainLabel({}, this)),
      m_place(new PlainLabel({}, this)), m_sections(new TestSections(stages)), m_scroll(new QScrollArea(this)),
      m_options(makeTool(tr("Options…"), u"testOptions"_s, this)),
      m_copy(makeTool(tr("Copy Report"), u"copyReport"_s, this)), m_save(makeTool(tr("Save Report…"), u"saveReport"_s, this))
{
    setObjectName(u"testPanel"_s);
    setAccessibleName(tr("Connection test"));
    m_options->setToolTip(plainToolTip(tr("How far tests of this account go, where they connect to and how they sign in")));
    arrange();
    connect(m_options, &LinkButton::clicked, this, &TestPanel::openChoices);
    connect(m_verdict, &VerdictView::resetRequested, this, [this] { m_wishes.choose(m_account, {}); });
    connect(m_verdict, &VerdictView::stationAnswered, this, &TestPanel::answerStation);
    connect(m_verdict, &VerdictView::saveRequested, &m_wishes, &Wishes::save);
    connect(m_verdict, &VerdictView::handoverRequested, &m_wishes, &Wishes::handOver);
    connect(m_copy, &LinkButton::clicked, this, [this] {
        if (m_report)
            QApplication::clipboard()->setText(reportText());
    });
    connect(m_save, &LinkButton::clicked, this, [this] {
        if (m_report)
            m_wishes.saveReport(m_account, reportText());
    });
    connect(&m_stages, &TestModel::dataChanged, this, &TestPanel::followRun);
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
        // What a wrapped label hints at is narrow and many lines high: as a minimum it would be scrolled for nothing.
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
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
    layout->addWidget(m_sections);
    layout->addStretch();

    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    content->installEventFilter(this);
    m_scroll->installEventFilter(this);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_other);
    outer->addWidget(m_verdict);
    outer->addWidget(m_scroll, 1);
}

/// Whatever the sections hold, the panel can be made as low as its verdict and a few lines.
QSize TestPanel::minimumSizeHint() const
{
    const int few = fontMetrics().height() * 8;
    return {fontMetrics().averageCharWidth() * 40, m_isRunning ? few : qMin(few, heightForWidth(width()))};
}

int TestPanel::heightForWidth(int width) const
{
    int wanted = m_scroll->isHidden() ? 0 : heightOf(*m_scroll->widget(), width);
    for (const QWidget* part : {static_cast<QWidget*>(m_other), static_cast<QWidget*>(m_verdict)})
        if (!part->isHidden())
            wanted += heightOf(*part, width);
    return m_isRunning ? qMax(wanted, height()) : wanted; // it does not jump up and down around a short test
}

/// What is below the verdict does not say by itself that it grew: the scroll area keeps that. And what just fits would keep
/// a scroll bar that is there, for the room that the bar takes.
bool TestPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        const bool fits = heightOf(*m_scroll->widget(), m_scroll->width()) <= m_scroll->height();
        m_scroll->setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    }
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QWidget::eventFilter(watched, event);
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
    setAccessibleDescription((headline() + m_verdict->words() + u' ' + text).trimmed());
    updateGeometry();
}

void TestPanel::showParts(Shown what)
{
    const bool isReport = what == Shown::Report;
    m_isRunning = what == Shown::Running;
    m_isResolvingSlowly = false;
    QWidget* const focused = QApplication::focusWidget();
    const bool isFocusHere = m_verdict->isAncestorOf(focused);
    if (isFocusHere)
        setFocus();
    m_verdict->clearAnswers();
    m_scroll->setVisible(what != Shown::Nothing);
    m_certificate->hide();
    m_place->setVisible(isReport);
    m_copy->setVisible(isReport);
    m_save->setVisible(isReport);
    m_options->setVisible(m_settings && !m_isRunning);
    // Who pressed a button that goes stays in the panel, on nothing that a second press would set off.
    if (isFocusHere && !focused->isHidden())
        focused->setFocus();
    else if (isFocusHere && !m_options->isHidden())
        m_options->setFocus();
    if (!isReport) {
        m_report.reset();
        m_verdict->setStation(Badge::None, {});
        m_verdict->setNextSteps(false, 0);
    }
}

void TestPanel::showNothing(const QString& sentence)
{
    showParts(Shown::Nothing);
    m_sections->showNothing();
    m_verdict->setWords(sentence);
    setBody({});
}

void TestPanel::showUntested()
{
    showNothing({});
    //: F5 is the key that starts the test
    m_verdict->setWords(tr("Not tested yet · F5"), tr("Test Connection tries these values, saved or not, against the mail "
                                                      "server; it never changes or fetches mail."));
    QPushButton* test = m_verdict->addAnswer(tr("Test"), u"testNow"_s);
    connect(test, &QPushButton::clicked, this, [this] { m_wishes.test(m_account); });
    setBody({});
}

void TestPanel::showUnproven()
{
    showNothing({});
    m_verdict->setWords(tr("Not proven yet"),
                        tr("Prove This Alarm asks the mail server for every recipient, and can send them one "
                           "message and see it arrive."));
    QPushButton* prove = m_verdict->addAnswer(tr("Prove This Alarm…"), u"proveNow"_s);
    connect(prove, &QPushButton::clicked, this, [this] { m_wishes.proveAlarm(m_account); });
    setBody({});
}

void TestPanel::showRunning(const Endpoint& server)
{
    showParts(Shown::Running);
    m_running = m_account;
    m_sections->showRunning();
    m_verdict->setVerdict(Badge::None, tr("Testing %1…").arg(shownOnOneLine(server.toString(), 120)));
    QPushButton* cancel = m_verdict->addAnswer(tr("Cancel"), u"cancelTest"_s);
    connect(cancel, &QPushButton::clicked, &m_wishes, &Wishes::cancelTest);
    if (hasFocus())
        cancel->setFocus();
    setBody({});
    followRun();
}

/// The stage that runs, with its seconds.
void TestPanel::followRun()
{
    if (!m_isRunning)
        return;
    const QString stage = m_stages.runningStage();
    const QString slowly = m_isResolvingSlowly ? tr("The name server answers slowly.") : QString();
    const QString text = stage.isEmpty() || slowly.isEmpty() ? stage + slowly : stage + u"  ·  "_s + slowly;
    // Between two stages the last one stays: nothing flashes.
    if (!text.isEmpty() && text != m_body->text())
        setBody(text);
}

void TestPanel::showOtherRunning(const std::optional<Endpoint>& server)
{
    m_other->setServer(server);
}

void TestPanel::showResolvingSlowly()
{
    m_isResolvingSlowly = m_isRunning;
    followRun();
}

void TestPanel::showReport(const Report& report, bool isCurrent, const Report* earlier,
                           const std::optional<StationVerdict>& station)
{
    // Typing into the sheet shows the same report again and again; what is unfolded and selected in it stays.
    const bool isShown = m_report && report.began.isValid() && m_report->began == report.began &&
                         m_report->duration == report.duration && m_earlierBegan == (earlier ? earlier->began : QDateTime());
    const bool hasCome = m_isRunning && m_running == m_account;
    showParts(Shown::Report);
    m_report = report;
    m_station = station;
    m_earlierBegan = earlier ? earlier->began : QDateTime();
    const Diagnosis diagnosis = diagnose(report);
    if (isCurrent)
        m_verdict->setVerdict(badgeOf(report), diagnosis.headline);
    else
        //: The verdict of a test whose values were changed since: %1 is a sentence
        m_verdict->setVerdict(badgeOf(report), tr("Before your change: %1").arg(diagnosis.headline),
                              VerdictView::Age::Outdated);
    setBody(diagnosis.body);
    addAnswers(diagnosis, isCurrent);
    showStation(diagnosis, isCurrent);
    showCertificate(report);
    m_place->setText(breakable(placeText(report)));
    if (!isShown)
        m_sections->showReport(report, earlier);
    if (hasCome)
        m_verdict->announce();
}

void TestPanel::setNextSteps(bool canSave, int handoverItems)
{
    m_verdict->setNextSteps(canSave, handoverItems);
}

QString TestPanel::reportText() const
{
    const QString text = toText(*m_report, true);
    return m_station ? text + u'\n' + toText(*m_station) : text;
}

void TestPanel::showCertificate(const Report& report)
{
    const QString sentence = certificateText(report, m_body->text());
    m_certificate->setText(sentence);
    m_certificate->setVisible(!sentence.isEmpty());
}

void TestPanel::setAccount(SlotId account, const std::optional<ConnectionSettings>& settings, const TestChoices& choices)
{
    m_account = account;
    m_settings = settings;
    m_choices = choices;
    m_options->setVisible(settings && !m_isRunning);
    const QStringList phrases = settings ? describe(choices) : QStringList();
    m_verdict->setChosen(phrases.isEmpty() ? QString()
                                           //: %1 is such as «through localhost:2525, by PLAIN»
                                           : tr("Chosen for tests of this account: %1.").arg(phrases.join(u", "_s)));
}

void TestPanel::openChoices()
{
    if (!m_settings)
        return;
    auto* dialog = new TestChoicesDialog(*m_settings, m_choices, m_own, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TestChoicesDialog::chosen, this,
            [this](const TestChoices& chosen) { m_wishes.choose(m_account, chosen); });
    connect(dialog, &TestChoicesDialog::testRequested, this, [this] { m_wishes.test(m_account); });
    dialog->open();
}

void TestPanel::setTranscriptUnfolded(bool isUnfolded)
{
    m_sections->setTranscriptUnfolded(isUnfolded);
}

void TestPanel::unfoldStages()
{
    m_sections->unfoldStages();
}

void TestPanel::setUnfolded(bool isUnfolded)
{
    m_sections->setUnfolded(isUnfolded);
}

} // namespace stationer
