#include "views/connection/section.h"

#include "views/common/plaintext.h"
#include "views/connection/foldbutton.h"

#include <QVBoxLayout>

namespace stationer {

Section::Section(const QString& title, const QString& name, QWidget* content, QWidget* parent)
    : QWidget(parent), m_fold(new FoldButton(title, this)), m_summary(new ElidedLabel({}, this))
{
    m_fold->setObjectName(name);
    QFont bold = m_fold->font();
    bold.setBold(true);
    m_fold->setFont(bold);
    m_summary->setMuted();
    m_summary->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_fold);
    head->addWidget(m_summary, 1);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(fontMetrics().height(), 2, 0, 8);
    body->addWidget(content);
    auto* frame = new QWidget(this);
    frame->setLayout(body);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(frame);
    m_fold->setContent(frame);
    connect(m_fold, &FoldButton::toggled, this, &Section::follow);
    connect(m_fold, &FoldButton::clicked, this, &Section::toggled);
    follow();
}

void Section::follow()
{
    m_summary->setVisible(isUnfolded());
    m_fold->setToolTip(isUnfolded() ? QString() : plainToolTip(summary()));
    updateGeometry();
}

QSize Section::sizeHint() const
{
    const QSize own = QWidget::sizeHint();
    return isUnfolded() ? QSize(QWIDGETSIZE_MAX, own.height()) : own;
}

void Section::setSummary(const QString& summary)
{
    m_summary->setText(summary);
    follow();
}

QString Section::summary() const
{
    return m_summary->text();
}

void Section::setUnfolded(bool isUnfolded)
{
    m_fold->setUnfolded(isUnfolded);
}

bool Section::isUnfolded() const
{
    return m_fold->isUnfolded();
}

} // namespace stationer
