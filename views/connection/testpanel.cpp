#include "views/connection/testpanel.h"

#include "items/lasttests.h"
#include "items/testmodel.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/connection/foldbutton.h"
#include "views/connection/waterfall.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype longestLine = 2000;

QString transcriptText(const Report& report)
{
    QStringList lines;
    for (const TranscriptLine& line : report.transcript) {
        QString mark;
        switch (line.direction) {
        case TranscriptLine::Direction::ToServer:
            mark = u"→"_s;
            break;
        case TranscriptLine::Direction::FromServer:
            mark = u"←"_s;
            break;
        case TranscriptLine::Direction::Note:
            mark = u"·"_s;
            break;
        }
        const double milliseconds = double(line.at.count()) / 1e6;
        lines += u"%1  %2 %3"_s.arg(QString::number(milliseconds, 'f', 1).rightJustified(9), mark,
                                    shownOnOneLine(line.text, longestLine));
    }
    return lines.join(u'\n');
}

/// «smtp.example:465, 192.0.2.7, from this computer, 10.0.4.7; …»
QString placeText(const Report& report)
{
    QStringList parts{shownOnOneLine(report.settings.server.toString(), 120)};
    for (const ConnectAttempt& attempt : report.attempts)
        if (attempt.succeeded)
            parts.last() += u", "_s + attempt.address.toString();
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

} // namespace

TestPanel::TestPanel(TestModel& stages, QWidget* parent)
    : QWidget(parent), m_badgeLabel(new PlainLabel({}, this)), m_headline(new PlainLabel({}, this)),
      m_body(new PlainLabel({}, this)), m_certificate(new PlainLabel({}, this)), m_place(new PlainLabel({}, this)),
      m_answers(new QWidget(this)), m_answerLayout(new QHBoxLayout(m_answers)),
      m_stagesFold(new FoldButton(tr("Stages"), this)), m_transcriptFold(new FoldButton(tr("Transcript"), this)),
      m_waterfall(new Waterfall(stages, this)), m_transcript(new QPlainTextEdit(this)),
      m_copy(new QPushButton(tr("&Copy Report"), this)), m_save(new QPushButton(tr("Sa&ve Report…"), this))
{
    setObjectName(u"testPanel"_s);
    setAccessibleName(tr("Connection test"));
    m_headline->setHeading(1.15);
    m_headline->setWrapped();
    m_headline->setObjectName(u"verdict"_s);
    m_body->setWrapped();
    m_body->setObjectName(u"verdictBody"_s);
    m_place->setWrapped();
    m_place->setMuted();
    m_place->setObjectName(u"testPlace"_s);
    m_certificate->setWrapped();
    m_certificate->setObjectName(u"testCertificate"_s);
    for (PlainLabel* label : {m_headline, m_body, m_certificate, m_place}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        label->setSizePolicy(policy);
    }
    m_answerLayout->setContentsMargins(0, 4, 0, 4);
    m_answerLayout->setSpacing(8);
    m_stagesFold->setObjectName(u"stages"_s);
    m_transcriptFold->setObjectName(u"transcript"_s);
    m_transcript->setReadOnly(true);
    m_transcript->setObjectName(u"transcriptText"_s);
    m_transcript->setAccessibleName(tr("Transcript of the test, passwords masked"));
    m_transcript->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_transcript->setTabChangesFocus(true);
    m_transcript->setFont(monospaceFont(*this));
    m_transcript->setMinimumHeight(fontMetrics().height() * 8);
    m_transcript->setUndoRedoEnabled(false);
    m_copy->setObjectName(u"copyReport"_s);
    m_save->setObjectName(u"saveReport"_s);
    for (QPushButton* button : {m_copy, m_save}) {
        button->setAutoDefault(false);
        button->setAccessibleName(button->text().remove(u'&'));
    }

    auto* content = new QWidget;
    auto* text = new QVBoxLayout;
    text->setSpacing(4);
    text->addWidget(m_headline);
    text->addWidget(m_body);
    text->addWidget(m_certificate);
    text->addWidget(m_answers);
    text->addWidget(m_place);
    auto* verdict = new QHBoxLayout;
    verdict->setSpacing(12);
    verdict->addWidget(m_badgeLabel, 0, Qt::AlignTop);
    verdict->addLayout(text, 1);
    auto* reports = new QHBoxLayout;
    reports->setSpacing(8);
    reports->addWidget(m_copy);
    reports->addWidget(m_save);
    verdict->addLayout(reports);
    verdict->setAlignment(reports, Qt::AlignTop);
    auto* folds = new QHBoxLayout;
    folds->setSpacing(8);
    folds->addWidget(m_stagesFold);
    folds->addWidget(m_transcriptFold);
    folds->addStretch();
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(verdict);
    layout->addLayout(folds);
    layout->addWidget(m_waterfall);
    layout->addWidget(m_transcript, 1);
    layout->addStretch();
    m_stagesFold->setContent(m_waterfall);
    m_transcriptFold->setContent(m_transcript);

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_report)
            QGuiApplication::clipboard()->setText(toText(*m_report, true));
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_report)
            emit saveRequested(toText(*m_report, true));
    });
    showNothing({});
}

QString TestPanel::headline() const
{
    return m_headline->text();
}

void TestPanel::setVerdict(Badge badge, const QString& headline, const QString& body)
{
    m_badge = badge;
    m_headline->setText(headline);
    m_body->setText(body);
    m_body->setVisible(!body.isEmpty());
    setAccessibleDescription(headline + u' ' + body);
    showBadge();
}

void TestPanel::showBadge()
{
    const int extent = int(m_headline->fontMetrics().height() * 1.25);
    m_badgeLabel->setVisible(m_badge != Badge::None);
    m_badgeLabel->setPixmap(badgePixmap(m_badge, extent, palette(), devicePixelRatioF()));
}

void TestPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_badgeLabel)
        showBadge();
}

void TestPanel::clearAnswers()
{
    while (QLayoutItem* item = m_answerLayout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the one that was clicked
        }
        delete item;
    }
    m_answers->hide();
}

QPushButton* TestPanel::addAnswer(const QString& text, const QString& name)
{
    auto* button = new QPushButton(QString(text).replace(u'&', "&&"_L1), m_answers);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    m_answerLayout->addWidget(button);
    m_answers->show();
    return button;
}

void TestPanel::showNothing(const QString& sentence)
{
    m_isRunning = false;
    m_report.reset();
    clearAnswers();
    setVerdict(Badge::None, {}, sentence);
    m_headline->hide();
    m_certificate->hide();
    m_place->hide();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_stagesFold), static_cast<QWidget*>(m_transcriptFold), static_cast<QWidget*>(m_copy),
          static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_waterfall), static_cast<QWidget*>(m_transcript)})
        widget->hide();
}

void TestPanel::showRunning(const Endpoint& server)
{
    m_isRunning = true;
    m_report.reset();
    clearAnswers();
    m_headline->show();
    setVerdict(Badge::None, tr("Testing %1…").arg(shownOnOneLine(server.toString(), 120)), {});
    QPushButton* cancel = addAnswer(tr("Cancel"), u"cancelTest"_s);
    connect(cancel, &QPushButton::clicked, this, &TestPanel::cancelRequested);
    m_answerLayout->addStretch();
    m_certificate->hide();
    m_place->hide();
    m_copy->hide();
    m_save->hide();
    m_stagesFold->show();
    m_waterfall->setVisible(m_stagesFold->isUnfolded());
    m_transcriptFold->hide();
    m_transcript->hide();
}

void TestPanel::showResolvingSlowly()
{
    if (!m_isRunning)
        return;
    m_body->setText(tr("The name server answers slowly."));
    m_body->show();
}

void TestPanel::showReport(const Report& report, bool isCurrent)
{
    m_isRunning = false;
    m_report = report;
    clearAnswers();
    m_headline->show();
    const Diagnosis diagnosis = diagnose(report);
    setVerdict(badgeOf(report.outcome), diagnosis.headline, diagnosis.body);

    if (report.outcome == Outcome::CertificateChallenged || report.outcome == Outcome::CertificateRejected) {
        QPushButton* review = addAnswer(tr("Review Certificate…"), u"review"_s);
        review->setProperty("primary", isCurrent);
        connect(review, &QPushButton::clicked, this, &TestPanel::reviewRequested);
    }
    if (report.outcome == Outcome::LoginRejected) {
        QPushButton* password = addAnswer(tr("Enter Password…"), u"enterPassword"_s);
        password->setProperty("primary", isCurrent);
        connect(password, &QPushButton::clicked, this, &TestPanel::passwordRequested);
    }
    for (int i = 0; i < diagnosis.remedies.size(); ++i) {
        const Remedy& remedy = diagnosis.remedies[i];
        QPushButton* button = addAnswer(remedy.label, u"remedy%1"_s.arg(i));
        button->setEnabled(isCurrent);
        button->setProperty("primary", i == 0 && !isAboutCertificate(report.outcome));
        connect(button, &QPushButton::clicked, this, [this, remedy] { emit remedyRequested(remedy); });
    }
    if (!isCurrent) {
        QPushButton* again = addAnswer(tr("Test Again"), u"testAgain"_s);
        again->setProperty("primary", true);
        connect(again, &QPushButton::clicked, this, &TestPanel::testRequested);
    }
    m_answerLayout->addStretch();

    showCertificate(report);
    QString place = placeText(report);
    if (!isCurrent)
        place = tr("Values were changed since this test.") + u' ' + place;
    m_place->setText(place);
    m_place->show();
    showTranscript(report);
    m_copy->show();
    m_save->show();
    m_stagesFold->show();
    m_waterfall->setVisible(m_stagesFold->isUnfolded());
    m_transcriptFold->show();
    m_transcript->setVisible(m_transcriptFold->isUnfolded());
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

void TestPanel::showTranscript(const Report& report)
{
    m_transcript->setPlainText(transcriptText(report));
}

void TestPanel::setTranscriptUnfolded(bool isUnfolded)
{
    m_transcriptFold->setUnfolded(isUnfolded);
    if (!m_report)
        m_transcript->hide();
}

void TestPanel::unfoldStages()
{
    m_stagesFold->setUnfolded(true);
}

} // namespace stationer
