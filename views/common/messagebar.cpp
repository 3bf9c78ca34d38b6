#include "views/common/messagebar.h"

#include "views/common/accessibles.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/linkbutton.h"
#include "views/common/messagestack.h"
#include "views/common/noteline.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stationer {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_note(new NoteLine(this)), m_others{new LinkButton({}, this), new LinkButton({}, this)},
      m_more(new LinkButton({}, this)), m_close(new QToolButton(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->addWidget(m_note, 1);
    for (LinkButton* const other : m_others) {
        layout->addWidget(other, 0, Qt::AlignVCenter);
        other->hide();
    }
    layout->addWidget(m_more, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    m_more->setObjectName(u"messageBarMore"_s);
    m_more->setToolTip(tr("Shows the other messages as well"));
    m_more->hide();
    connect(m_more, &LinkButton::clicked, this, &MessageBar::moreClicked);
    m_others[0]->setObjectName(u"messageBarSecond"_s);
    m_others[1]->setObjectName(u"messageBarThird"_s);
    connect(m_others[0], &LinkButton::clicked, this, &MessageBar::secondClicked);
    connect(m_others[1], &LinkButton::clicked, this, &MessageBar::thirdClicked);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setObjectName(u"messageBarClose"_s);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    connect(m_note, &NoteLine::remedyClicked, this, &MessageBar::actionClicked);
    Accessibles::setRole(*this, QAccessible::Notification);
    hide();
}

void MessageBar::say(Badge badge, const QString& text, const QString& action, const QString& second, const QString& third)
{
    m_badge = badge;
    m_note->setNote(badge == Badge::Info ? Badge::None : badge, text, action);
    for (const auto& [button, words] : {std::pair(m_others[0], second), std::pair(m_others[1], third)}) {
        button->setText(words);
        button->setAccessibleName(words);
        button->setVisible(!words.isEmpty());
    }
    setAccessibleName(text);
    show();
    Accessibles::announce(*this);
    update();
}

void MessageBar::setVisible(bool isVisible)
{
    m_isSaying = isVisible;
    if (m_stack)
        m_stack->follow(*this);
    else
        QFrame::setVisible(isVisible);
}

void MessageBar::present(bool isSeen, int others)
{
    //: How many messages there are beside the one that is shown
    m_more->setText(tr("+%1").arg(others));
    m_more->setAccessibleName(tr("%n more messages", nullptr, others));
    m_more->setVisible(others > 0);
    QFrame::setVisible(isSeen);
}

QString MessageBar::text() const
{
    return m_note->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor tint = m_badge == Badge::Info || m_badge == Badge::None ? Colours::of(palette()).accent
                                                                   : Colours::of(palette()).of(m_badge);
    tint.setAlphaF(0.12f);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Colours::of(palette()).separator);
}

} // namespace stationer
