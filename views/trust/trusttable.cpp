#include "views/trust/trusttable.h"

#include "views/common/filterline.h"
#include "views/common/plaintext.h"
#include "views/trust/trustdelegate.h"
#include "views/trust/trustfilter.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr int measuredRows = 50; // of thousands
constexpr int widestColumn = 36; // letters
} // namespace

TrustTable::TrustTable(QAbstractItemModel& model, const QString& name, const QString& whenEmpty, QWidget* parent)
    : QWidget(parent), m_filtered(new TrustFilter(this)), m_table(new QTableView(this)), m_filter(new FilterLine(this)),
      m_stack(new QStackedWidget(this)), m_count(new PlainLabel({}, this)), m_buttons(new QHBoxLayout)
{
    m_filtered->setSourceModel(&model);
    m_table->setModel(m_filtered);
    m_table->setItemDelegate(new TrustDelegate(m_table));
    m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true); // sorts by it, once
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(name);
    m_table->installEventFilter(this);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setResizeContentsPrecision(measuredRows);

    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter %1").arg(name));
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 44);
    m_filter->setObjectName(u"trustFilter"_s);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setWords(text);
        if (m_nothingLeft)
            m_nothingLeft->setText(nothingLeft());
        followRows();
    });
    m_count->setMuted();
    m_count->setObjectName(u"trustCount"_s);

    m_stack->addWidget(m_table);
    for (const QString& sentence : {whenEmpty, nothingLeft()}) {
        auto* empty = new PlainLabel(sentence, this);
        empty->setMuted();
        empty->setWrapped();
        empty->setAlignment(Qt::AlignCenter);
        empty->setContentsMargins(32, 32, 32, 32);
        empty->setBackgroundRole(QPalette::Base);
        empty->setAutoFillBackground(true);
        m_stack->addWidget(empty);
        m_nothingLeft = empty; // the last one
    }

    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_filter, 1);
    top->addStretch();
    top->addWidget(m_count);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    layout->addLayout(m_buttons);

    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (m_first && !(index.flags() & Qt::ItemIsEditable))
            m_first->click();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrustTable::followSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &TrustTable::followRows);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TrustTable::followRows);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &TrustTable::followRows);
    connect(&model, &QAbstractItemModel::dataChanged, this, &TrustTable::growColumns);
    connect(&model, &QAbstractItemModel::dataChanged, this, &TrustTable::followSelection);
    followRows();
}

QPushButton* TrustTable::addButton(const QString& text, const QString& name, Needs needs, std::function<bool(int row)> fits)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    m_needing += {button, needs, std::move(fits)};
    if (!m_first)
        m_first = button;
    followSelection();
    return button;
}

void TrustTable::showFirst(const QList<int>& columns)
{
    QHeaderView* header = m_table->horizontalHeader();
    for (int place = 0; place < columns.size(); ++place)
        header->moveSection(header->visualIndex(columns[place]), place);
}

QList<int> TrustTable::selectedRows() const
{
    QList<QModelIndex> shown = m_table->selectionModel()->selectedRows();
    std::ranges::sort(shown, {}, &QModelIndex::row);
    QList<int> rows;
    for (const QModelIndex& index : std::as_const(shown))
        rows += m_filtered->mapToSource(index).row();
    return rows;
}

void TrustTable::selectRow(int row)
{
    const QModelIndex index = m_filtered->mapFromSource(m_filtered->sourceModel()->index(row, 0));
    m_table->selectRow(index.row());
    m_table->scrollTo(index);
}

void TrustTable::filterBy(const QString& text, const QString& whenNothing)
{
    m_filter->setText(text);
    m_nothingLeft->setText(whenNothing.isEmpty() ? nothingLeft() : whenNothing);
}

QString TrustTable::nothingLeft()
{
    return tr("No row has all words of the filter.");
}

bool TrustTable::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    QPushButton* pressed = key == Qt::Key_Delete                           ? m_delete
                           : key == Qt::Key_Return || key == Qt::Key_Enter ? m_first
                                                                           : nullptr;
    if (!pressed)
        return QWidget::eventFilter(watched, event);
    // From a note that is being typed it only ends that.
    if (!m_table->isAncestorOf(QApplication::focusWidget()) || m_table->hasFocus())
        pressed->click();
    return true;
}

void TrustTable::followRows()
{
    const int all = m_filtered->sourceModel()->rowCount();
    const int shown = m_filtered->rowCount();
    m_stack->setCurrentIndex(all == 0 ? 1 : shown == 0 ? 2 : 0);
    m_count->setVisible(all > 0); // where there is none, that is said in their place
    if (shown != all)
        //: How many rows of a table a filter leaves
        m_count->setText(tr("%1 of %2 rows").arg(shown).arg(all));
    else
        m_count->setText(all == 1 ? tr("1 row") : tr("%1 rows").arg(all));
    if (!m_isSized && shown > 0 && isVisible())
        sizeColumns();
    setFocusProxy(shown > 0 ? static_cast<QWidget*>(m_table) : m_filter);
    followSelection();
}

void TrustTable::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    followRows();
}

/// Once: afterwards the widths are the user's.
void TrustTable::sizeColumns()
{
    m_isSized = true;
    m_table->horizontalHeader()->setStretchLastSection(false); // it takes what the others leave, once they have theirs
    m_table->resizeColumnsToContents();
    const int letter = fontMetrics().averageCharWidth();
    m_widths.clear();
    for (int column = 0; column < m_filtered->columnCount(); ++column) {
        m_widths += qBound(letter * 8, m_table->columnWidth(column), letter * widestColumn);
        m_table->setColumnWidth(column, m_widths.last());
    }
    m_table->horizontalHeader()->setStretchLastSection(true);
}

/// A longer text gets its room, unless the user chose another width.
void TrustTable::growColumns()
{
    const int widest = fontMetrics().averageCharWidth() * widestColumn;
    for (int column = 0; column < m_widths.size(); ++column) {
        const int wanted = qMin(static_cast<QAbstractItemView*>(m_table)->sizeHintForColumn(column), widest);
        if (m_table->columnWidth(column) != m_widths[column] || wanted <= m_widths[column])
            continue;
        m_widths[column] = wanted;
        m_table->setColumnWidth(column, wanted);
    }
}

void TrustTable::followSelection()
{
    const QList<int> rows = selectedRows();
    for (const auto& [button, needs, fits] : std::as_const(m_needing)) {
        const bool isMet = needs == Needs::Nothing || (needs == Needs::One ? rows.size() == 1 : !rows.isEmpty());
        button->setEnabled(isMet && (!fits || std::ranges::any_of(rows, fits)));
    }
}

} // namespace stationer
