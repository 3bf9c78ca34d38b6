#include "views/sheet/groupview.h"

#include "views/common/accessibles.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/linkbutton.h"
#include "views/sheet/rowview.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

GroupView::GroupView(const QString& title, Start start, QWidget* parent)
    : QWidget(parent), m_title(new QToolButton(this)), m_content(new QWidget(this)), m_layout(new QVBoxLayout(m_content)),
      m_more(new LinkButton(tr("More…"), m_content)), m_isFolded(start == Start::Folded)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title, 0, Qt::AlignLeft);
    layout->addWidget(m_content);

    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setText(title);
    m_title->setAccessibleName(title);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()) * 0.7);
    m_title->setAutoRaise(true);
    m_title->setFocusPolicy(Qt::TabFocus);
    m_title->setObjectName(u"groupTitle"_s);
    connect(m_title, &QToolButton::clicked, this, [this] {
        m_isChosen = true;
        setFolded(!m_isFolded);
    });

    m_layout->setContentsMargins(0, 0, 0, 8);
    m_layout->setSpacing(0);
    auto* more = new QHBoxLayout;
    more->setContentsMargins(9, 2, 0, 0);
    more->addWidget(m_more, 0, Qt::AlignLeft);
    m_layout->addLayout(more);
    m_more->setObjectName(u"more"_s);
    m_more->setToolTip(tr("Properties that are hidden, or that few stations have"));
    connect(m_more, &LinkButton::clicked, this, [this] {
        m_showsRare = !m_showsRare;
        refresh();
    });
    setFolded(m_isFolded);
}

void GroupView::insert(int position, RowView* row)
{
    m_rows.insert(position, row);
    m_layout->insertWidget(position, row);
    refresh();
}

void GroupView::remove(RowView* row)
{
    m_rows.removeOne(row);
    m_layout->removeWidget(row);
    refresh();
}

void GroupView::append(QWidget* widget)
{
    m_others.append(widget);
    m_layout->addWidget(widget);
}

void GroupView::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    refresh();
}

void GroupView::reveal(RowView* row)
{
    m_showsRare = m_showsRare || row->isHiddenByDefault();
    setFolded(false);
}

void GroupView::suggestFolded(bool isFolded)
{
    if (!m_isChosen && isFolded != m_isFolded)
        setFolded(isFolded);
}

void GroupView::setFilter(const QString& text)
{
    m_filter = text;
    refresh();
}

void GroupView::refresh()
{
    const bool filters = !m_filter.isEmpty();
    bool hasRare = false;
    bool hasMatch = false;
    for (RowView* row : std::as_const(m_rows)) {
        const bool matches = !filters || row->label().contains(m_filter, Qt::CaseInsensitive) ||
                             row->slot().contains(m_filter, Qt::CaseInsensitive);
        const bool isRare = row->isHiddenByDefault();
        hasRare = hasRare || isRare;
        hasMatch = hasMatch || matches;
        row->setVisible(matches && (filters || m_showsRare || !isRare));
    }
    const bool isOpen = filters || !m_isFolded;
    m_more->setVisible(hasRare && !filters);
    m_more->setText(m_showsRare ? tr("Fewer") : tr("More…"));
    m_content->setVisible(isOpen);
    setSizePolicy(isOpen ? QSizePolicy::Preferred : QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_title->setIcon(icon(isOpen ? u"chevron-down"_s : isRightToLeft() ? u"chevron-left"_s : u"chevron-right"_s));
    Accessibles::setUnfolded(*m_title, isOpen);
    setVisible(filters ? hasMatch : !m_rows.isEmpty() || !m_others.isEmpty());
    update();
}

void GroupView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(Colours::of(palette()).separator);
    const int y = m_title->geometry().center().y();
    if (layoutDirection() == Qt::LeftToRight)
        painter.drawLine(m_title->geometry().right() + 8, y, width(), y);
    else
        painter.drawLine(0, y, m_title->geometry().left() - 8, y);
}

} // namespace stationer
