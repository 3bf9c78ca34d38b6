#include "views/nav/palettelist.h"

#include "catalogue/catalogue.h"
#include "session/bogmime.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QCoreApplication>
#include <QListWidget>
#include <QMimeData>
#include <QVBoxLayout>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

class TypeList : public QListWidget {
public:
    using QListWidget::QListWidget;

protected:
    QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override
    {
        auto* dragged = new QMimeData;
        if (!items.isEmpty())
            dragged->setData(draggedTypeFormat, items.first()->data(Qt::UserRole).toString().toUtf8());
        return dragged;
    }
};

} // namespace
/// What is selected is pale unless the keyboard is here: the tree above is what the window is about.
class TypeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!option->state.testFlag(QStyle::State_Selected) || (option->widget && option->widget->hasFocus()))
            return;
        option->state.setFlag(QStyle::State_Selected, false);
        option->backgroundBrush = paleSelection(option->palette);
    }
};


PaletteList::PaletteList(QWidget* parent) : QWidget(parent), m_list(new TypeList(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* title = new PlainLabel(tr("Palette"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto* hint = new PlainLabel(tr("double-click or drag to add"), this);
    hint->setMuted();
    m_list->setObjectName(u"palette"_s);
    m_list->setAccessibleName(tr("Palette: types to add"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setDragEnabled(true);
    m_list->setItemDelegate(new TypeDelegate(m_list));
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setSizeAdjustPolicy(QAbstractItemView::AdjustToContents);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setBackgroundRole(QPalette::Window);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    for (const ComponentType* type : componentTypes()) {
        if (QLatin1StringView(type->name) == emailServiceType)
            continue; // a station has one, and Services offers it where it is missing
        auto* item = new QListWidgetItem(icon(QLatin1StringView(type->icon)),
                                         QCoreApplication::translate("catalogue", type->label), m_list);
        item->setData(Qt::UserRole, QString(QLatin1StringView(type->name)));
        item->setToolTip(plainToolTip(tr("Double-click to add to the selected component, or drag into the Nav tree")));
        item->setSizeHint(QSize(1, fontMetrics().height() + 8));
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 8, 8, 4);
    top->setSpacing(8);
    top->addWidget(title);
    top->addWidget(hint, 1);
    layout->addLayout(top);
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(8, 0, 8, 0);
    inset->addWidget(m_list);
    layout->addLayout(inset, 1);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { emit typeChosen(item->data(Qt::UserRole).toString()); });
}

QSize PaletteList::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 32, (fontMetrics().height() + 8) * (m_list->count() + 1) + 20};
}

} // namespace stationer
