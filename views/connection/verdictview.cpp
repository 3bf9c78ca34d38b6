#include "views/connection/verdictview.h"

#include "views/common/accessibles.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/linkbutton.h"
#include "views/common/noteline.h"
#include "views/common/plaintext.h"
#include "views/connection/flowlayout.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr int signGap = 12;
}

VerdictView::VerdictView(QWidget* parent)
    : QWidget(parent), m_sign(new PlainLabel({}, this)), m_headline(new PlainLabel({}, this)), m_station(new NoteLine(this)),
      m_row(new QWidget(this)), m_buttons(new FlowLayout(m_row)), m_next(new QWidget(m_row)),
      m_save(new LinkButton(tr("Save"), m_next)), m_between(new PlainLabel(u"·"_s, m_next)),
      m_handOver(new LinkButton({}, m_next)), m_words(new PlainLabel({}, m_row)), m_chosen(new NoteLine(this))
{
    m_headline->setHeading(1.15);
    Accessibles::setRole(*m_headline, QAccessible::Notification);
    m_headline->setWrapped();
    m_headline->setObjectName(u"verdict"_s);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy wraps(QSizePolicy::Expanding, QSizePolicy::Minimum);
    wraps.setHeightForWidth(true);
    m_headline->setSizePolicy(wraps);
    m_row->setSizePolicy(wraps);
    m_buttons->setSpacing(8);
    m_buttons->addWidget(m_words);
    m_buttons->addWidget(m_next);
    m_words->setObjectName(u"testWords"_s);
    m_station->setObjectName(u"stationVerdict"_s);
    m_station->hide();
    m_chosen->setObjectName(u"testChoices"_s);
    m_chosen->hide();
    m_save->setObjectName(u"nextSave"_s);
    m_handOver->setObjectName(u"nextHandover"_s);
    m_between->setMuted();
    auto* steps = new QHBoxLayout(m_next);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(6);
    for (QWidget* step : std::initializer_list<QWidget*>{m_save, m_between, m_handOver})
        steps->addWidget(step);
    m_next->hide();

    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(signGap);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_sign, 0, 0, Qt::AlignTop);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(m_station, 1, 1);
    grid->addWidget(m_row, 2, 1);
    grid->addWidget(m_chosen, 3, 1);
    connect(m_save, &LinkButton::clicked, this, &VerdictView::saveRequested);
    connect(m_handOver, &LinkButton::clicked, this, &VerdictView::handoverRequested);
    connect(m_station, &NoteLine::remedyClicked, this, &VerdictView::stationAnswered);
    connect(m_chosen, &NoteLine::remedyClicked, this, &VerdictView::resetRequested);
    setWords({});
}

void VerdictView::setVerdict(Badge badge, const QString& headline, Age age)
{
    m_badge = badge;
    m_age = age;
    m_headline->setText(headline);
    m_headline->setMuted(age == Age::Outdated);
    m_headline->setVisible(!headline.isEmpty());
    m_words->hide();
    showBadge();
    leaveRoom();
}

void VerdictView::setWords(const QString& words, const QString& explanation)
{
    setVerdict(Badge::None, {});
    m_words->setText(words);
    m_words->setToolTip(explanation.isEmpty() ? QString() : plainToolTip(explanation));
    m_words->setAccessibleDescription(explanation);
    m_words->setVisible(!words.isEmpty());
}

QString VerdictView::words() const
{
    return m_words->isHidden() ? QString() : m_words->text();
}

/// A line by itself has the same room above and below; a headline more above, where the text goes on below it.
void VerdictView::leaveRoom()
{
    const bool isLine = m_headline->isHidden();
    layout()->setContentsMargins(16, isLine ? 8 : 12, 16, isLine ? 8 : 6);
}

void VerdictView::announce()
{
    Accessibles::announce(*m_headline);
}

QString VerdictView::headline() const
{
    return m_headline->text();
}

int VerdictView::indent() const
{
    return m_badge == Badge::None ? 0 : signExtent() + signGap;
}

int VerdictView::signExtent() const
{
    return int(m_headline->fontMetrics().height() * 1.25);
}

void VerdictView::showBadge()
{
    const int extent = signExtent();
    m_sign->setVisible(m_badge != Badge::None);
    const QColor muted = Colours::of(palette()).muted;
    m_sign->setPixmap(m_age == Age::Outdated
                          ? tintedPixmap(badgeIconName(m_badge), muted, muted, {extent, extent}, devicePixelRatioF())
                          : badgePixmap(m_badge, extent, palette(), devicePixelRatioF()));
}

void VerdictView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_sign)
        showBadge();
}

void VerdictView::clearAnswers()
{
    for (QPushButton* answer : std::exchange(m_answers, {})) {
        m_buttons->removeWidget(answer);
        answer->hide();
        answer->deleteLater(); // it may be the one that was clicked
    }
}

QPushButton* VerdictView::addAnswer(const QString& text, const QString& name)
{
    auto* button = new QPushButton(QString(text).replace(u'&', "&&"_L1), m_row);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    m_answers += button;
    m_buttons->addWidget(button);
    button->show();
    return button;
}

void VerdictView::addTool(QWidget* tool)
{
    m_buttons->addAtEnd(tool);
}

void VerdictView::setStation(Badge badge, const QString& sentence, const QString& answer)
{
    m_station->setNote(badge, sentence, answer);
    m_station->remedyButton()->setObjectName(u"stationAnswer"_s);
    m_station->setVisible(!sentence.isEmpty());
}

void VerdictView::setNextSteps(bool canSave, int handoverItems)
{
    const QString text =
        handoverItems == 1 ? tr("1 item on the handover sheet") : tr("%1 items on the handover sheet").arg(handoverItems);
    m_handOver->setText(text);
    m_handOver->setAccessibleName(text);
    m_save->setVisible(canSave);
    m_between->setVisible(canSave && handoverItems > 0);
    m_handOver->setVisible(handoverItems > 0);
    m_next->setVisible(canSave || handoverItems > 0);
}

void VerdictView::setChosen(const QString& sentence)
{
    m_chosen->setNote(Badge::Info, sentence, sentence.isEmpty() ? QString() : tr("Reset"));
    m_chosen->remedyButton()->setObjectName(u"resetTestChoices"_s);
    m_chosen->setVisible(!sentence.isEmpty());
}

} // namespace stationer
