#include "views/connection/verdictview.h"

#include "views/common/accessibles.h"
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
    : QWidget(parent), m_sign(new PlainLabel({}, this)), m_headline(new PlainLabel({}, this)), m_row(new QWidget(this)),
      m_buttons(new FlowLayout(m_row)), m_chosen(new NoteLine(this))
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
    m_chosen->setObjectName(u"testChoices"_s);
    m_chosen->hide();

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 6);
    grid->setHorizontalSpacing(signGap);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_sign, 0, 0, Qt::AlignTop);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(m_row, 1, 1);
    grid->addWidget(m_chosen, 2, 1);
    connect(m_chosen, &NoteLine::remedyClicked, this, &VerdictView::resetRequested);
}

void VerdictView::setVerdict(Badge badge, const QString& headline)
{
    m_badge = badge;
    m_headline->setText(headline);
    m_headline->setVisible(!headline.isEmpty());
    showBadge();
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
    m_sign->setPixmap(badgePixmap(m_badge, extent, palette(), devicePixelRatioF()));
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

void VerdictView::setChosen(const QString& sentence)
{
    m_chosen->setNote(Badge::Info, sentence, sentence.isEmpty() ? QString() : tr("Reset"));
    m_chosen->remedyButton()->setObjectName(u"resetTestChoices"_s);
    m_chosen->setVisible(!sentence.isEmpty());
}

} // namespace stationer
