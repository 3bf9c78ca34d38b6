#include "views/nav/reorderdialog.h"

#include "items/navmark.h"
#include "items/navtreemodel.h"
#include "session/openstation.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

ReorderDialog::ReorderDialog(const OpenStation& station, SlotId parent, QWidget* window)
    : Dialog(window), m_list(new QListWidget(this)), m_up(new QPushButton(icon(u"move-up"_s), tr("Move &Up"), this)),
      m_down(new QPushButton(icon(u"move-down"_s), tr("Move Do&wn"), this))
{
    setObjectName(u"reorderDialog"_s);
    setWindowTitle(tr("Reorder %1").arg(shownOnOneLine(shownName(station, parent), 60)));
    const Document& document = station.document();
    for (const SlotId child : document.children(parent)) {
        if (!document.isComponent(child))
            continue;
        auto* item =
            new QListWidgetItem(icon(navIcon(document, child)), shownOnOneLine(shownName(station, child), 120), m_list);
        item->setData(Qt::UserRole, quint32(child));
        m_before += child;
    }
    m_list->setObjectName(u"order"_s);
    m_list->setAccessibleName(tr("Components in their order"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    m_list->setCurrentRow(0);
    auto* hint = new PlainLabel(tr("Drag a component to its place, or move it with the buttons."), this);
    hint->setMuted();
    hint->setWrapped();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_apply = buttons->addButton(tr("Reorder"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"confirmOrder"_s);
    m_up->setObjectName(u"orderUp"_s);
    m_down->setObjectName(u"orderDown"_s);
    m_up->setAutoDefault(false);
    m_down->setAutoDefault(false);

    auto* side = new QVBoxLayout;
    side->addWidget(m_up);
    side->addWidget(m_down);
    side->addStretch();
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addLayout(side);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(hint);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);

    connect(m_up, &QPushButton::clicked, this, [this] { shift(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { shift(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ReorderDialog::follow);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ReorderDialog::follow);
    connect(m_list->model(), &QAbstractItemModel::rowsRemoved, this, &ReorderDialog::follow);
    connect(m_list->model(), &QAbstractItemModel::rowsInserted, this, &ReorderDialog::follow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        emit orderChosen(order());
    });
    follow();
    resize(fontMetrics().averageCharWidth() * 64, fontMetrics().height() * 24);
}

void ReorderDialog::shift(int by)
{
    const int row = m_list->currentRow();
    const int next = row + by;
    if (row < 0 || next < 0 || next >= m_list->count())
        return;
    QListWidgetItem* item = m_list->takeItem(row);
    m_list->insertItem(next, item);
    m_list->setCurrentRow(next);
}

void ReorderDialog::follow()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_apply->setEnabled(order() != m_before);
}

QList<SlotId> ReorderDialog::order() const
{
    QList<SlotId> order;
    for (int row = 0; row < m_list->count(); ++row)
        order += SlotId(m_list->item(row)->data(Qt::UserRole).toUInt());
    return order;
}

} // namespace stationer
