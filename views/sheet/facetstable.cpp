#include "views/sheet/facetstable.h"

#include "views/common/plaintext.h"

#include <QGridLayout>

namespace stationer {

namespace {

constexpr qsizetype mostRows = 40;

} // namespace

FacetsTable::FacetsTable(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 2, 0, 2);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(2);
}

void FacetsTable::setRows(const QList<Facets::Entry>& rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < qMin(rows.size(), mostRows); ++i) {
        auto* key = new PlainLabel(shownOnOneLine(rows[i].key, 60), this);
        key->setMuted();
        auto* value = new PlainLabel(shownOnOneLine(rows[i].value, 120), this);
        value->setSelectable();
        value->setAccessibleName(rows[i].key);
        m_grid->addWidget(key, int(i), 0);
        m_grid->addWidget(value, int(i), 1);
    }
    if (rows.size() > mostRows)
        m_grid->addWidget(new PlainLabel(tr("and %1 more").arg(rows.size() - mostRows), this), int(mostRows), 0, 1, 2);
}

} // namespace stationer
