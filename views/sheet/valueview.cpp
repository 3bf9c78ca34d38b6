#include "views/sheet/valueview.h"

#include "rows/sheetrow.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/sheet/facetstable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype longest = 200;

} // namespace

ValueView::ValueView(const QString& slot, QWidget* parent)
    : QWidget(parent), m_text(new PlainLabel({}, this)), m_table(new FacetsTable(this)), m_copy(new QToolButton(this))
{
    m_text->setSelectable();
    m_text->setObjectName(slot);
    m_copy->setIcon(icon(u"copy"_s));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::TabFocus);
    m_copy->setObjectName(u"copy-"_s + slot);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_whole); });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(m_table);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    m_table->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void ValueView::show(const SheetRow& row)
{
    m_whole = row.value;
    m_table->setRows(row.table);
    m_table->setVisible(!row.table.isEmpty());
    m_table->setAccessibleName(row.label);
    m_text->setVisible(row.table.isEmpty());
    m_text->setText(shownOnOneLine(row.value, longest));
    m_text->setAccessibleName(row.label);
    m_copy->setVisible(!row.value.isEmpty());
    m_copy->setToolTip(plainToolTip(tr("Copy the value of %1").arg(row.label)));
    m_copy->setAccessibleName(tr("Copy %1").arg(row.label));
}

} // namespace stationer
