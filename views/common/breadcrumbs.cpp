#include "views/common/breadcrumbs.h"

#include "views/common/plaintext.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

Breadcrumbs::Breadcrumbs(QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    setObjectName(u"breadcrumbs"_s);
    setAccessibleName(tr("Path to the component"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint); // it may be as narrow as its last step
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* leftOut = new PlainLabel(u"…"_s, this);
    leftOut->setMuted();
    m_leftOut = leftOut;
    m_layout->addWidget(m_leftOut);
    m_layout->addStretch();
}

void Breadcrumbs::setSteps(const QStringList& names)
{
    if (names == m_names)
        return; // the one that has the focus keeps it
    m_names = names;
    for (QWidget* part : std::as_const(m_parts)) {
        m_layout->removeWidget(part);
        part->hide();
        part->deleteLater(); // it may be the button that was just clicked
    }
    m_parts.clear();
    const auto add = [this](QWidget* part) {
        m_parts += part;
        m_layout->insertWidget(int(m_parts.size()), part); // behind what stands for those left out, before the stretch
    };
    for (int step = 0; step < names.size(); ++step) {
        if (step > 0) {
            auto* arrow = new PlainLabel(isRightToLeft() ? u"‹"_s : u"›"_s, this);
            arrow->setMuted();
            add(arrow);
        }
        auto* button = new QToolButton(this);
        const QString shown =
            fontMetrics().elidedText(shownOnOneLine(names[step]), Qt::ElideMiddle, fontMetrics().averageCharWidth() * 28);
        button->setText(QString(shown).replace(u'&', "&&"_L1));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setObjectName(u"breadcrumb%1"_s.arg(step));
        button->setAccessibleName(tr("Go to %1").arg(names[step]));
        if (step + 1 == names.size()) {
            QFont font = button->font();
            font.setBold(true);
            button->setFont(font);
        }
        connect(button, &QToolButton::clicked, this, [this, step] { emit stepClicked(step); });
        add(button);
    }
    fit();
}

void Breadcrumbs::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// The last step is always there, and before it what has room.
void Breadcrumbs::fit()
{
    int all = 0;
    for (const QWidget* part : std::as_const(m_parts))
        all += part->sizeHint().width();
    int room = all > width() ? width() - m_leftOut->sizeHint().width() : width();
    qsizetype first = m_parts.size();
    while (first > 0) {
        const qsizetype before =
            qMax<qsizetype>(0, first - (first == m_parts.size() ? 1 : 2)); // a button and the arrow behind it
        int needed = 0;
        for (qsizetype i = before; i < first; ++i)
            needed += m_parts[i]->sizeHint().width();
        if (needed > room && first < m_parts.size())
            break;
        room -= needed;
        first = before;
    }
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        m_parts[i]->setVisible(i >= first);
    m_leftOut->setVisible(first > 0 && !m_parts.isEmpty());
}

} // namespace stationer
