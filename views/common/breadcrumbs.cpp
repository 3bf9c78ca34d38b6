#include "views/common/breadcrumbs.h"

#include "views/common/plaintext.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stationer {

Breadcrumbs::Breadcrumbs(QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    setObjectName(u"breadcrumbs"_s);
    setAccessibleName(tr("Path to the component"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void Breadcrumbs::setSteps(const QStringList& names)
{
    if (names == m_names)
        return; // the one that has the focus keeps it
    m_names = names;
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the button that was just clicked
        }
        delete item;
    }
    for (int step = 0; step < names.size(); ++step) {
        if (step > 0) {
            auto* arrow = new PlainLabel(isRightToLeft() ? u"‹"_s : u"›"_s, this);
            arrow->setMuted();
            m_layout->addWidget(arrow);
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
        m_layout->addWidget(button);
    }
    m_layout->addStretch();
}

} // namespace stationer
