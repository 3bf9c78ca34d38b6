#include "views/trust/trusttable.h"

#include "items/roles.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// Texts of certificates are shown on one line each, as they are; the first column carries the badge.
class TrustDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = shownOnOneLine(option->text, 300);
        if (index.column() != 0)
            return;
        const Badge badge = Badge(index.data(int(TrustRole::Badge)).toInt());
        if (badge == Badge::None)
            return;
        const int extent = option->fontMetrics.height();
        const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = QIcon(badgePixmap(badge, extent, option->palette, ratio));
        option->decorationSize = QSize(extent, extent);
    }
};

} // namespace

TrustTable::TrustTable(QAbstractItemModel& model, const QString& name, const QString& whenEmpty, QWidget* parent)
    : QWidget(parent), m_proxy(new QSortFilterProxyModel(this)), m_table(new QTableView(this)),
      m_stack(new QStackedWidget(this)), m_buttons(new QHBoxLayout)
{
    m_proxy->setSourceModel(&model);
    m_proxy->setSortRole(int(TrustRole::Sort));
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new TrustDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(name);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto* filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Filter"));
    filter->setAccessibleName(tr("Filter %1").arg(name));
    filter->setClearButtonEnabled(true);
    filter->addAction(icon(u"filter"_s), QLineEdit::LeadingPosition);
    filter->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    filter->setObjectName(u"trustFilter"_s);
    connect(filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);

    auto* empty = new PlainLabel(whenEmpty, this);
    empty->setMuted();
    empty->setWrapped();
    empty->setAlignment(Qt::AlignCenter);
    empty->setContentsMargins(32, 32, 32, 32);
    empty->setBackgroundRole(QPalette::Base);
    empty->setAutoFillBackground(true);
    m_stack->addWidget(m_table);
    m_stack->addWidget(empty);

    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(filter);
    layout->addWidget(m_stack, 1);
    layout->addLayout(m_buttons);

    connect(m_table, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { emit rowActivated(m_proxy->mapToSource(index).row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrustTable::follow);
    connect(&model, &QAbstractItemModel::modelReset, this, &TrustTable::follow);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TrustTable::follow);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &TrustTable::follow);
    follow();
}

QPushButton* TrustTable::addButton(const QString& text, const QString& name, Needs needs)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    if (needs == Needs::Selection)
        m_needingSelection += button;
    follow();
    return button;
}

QList<int> TrustTable::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows += m_proxy->mapToSource(index).row();
    std::ranges::sort(rows, std::greater<>());
    return rows;
}

void TrustTable::follow()
{
    m_stack->setCurrentIndex(m_proxy->sourceModel()->rowCount() == 0 ? 1 : 0);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_proxy->columnCount(); ++column)
        m_table->setColumnWidth(column, qBound(fontMetrics().averageCharWidth() * 8, m_table->columnWidth(column) + 12,
                                               fontMetrics().averageCharWidth() * 36));
    const bool hasSelection = m_table->selectionModel()->hasSelection();
    for (QPushButton* button : std::as_const(m_needingSelection))
        button->setEnabled(hasSelection);
}

} // namespace stationer
