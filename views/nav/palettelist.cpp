#include "views/nav/palettelist.h"

#include "catalogue/catalogue.h"
#include "session/bogmime.h"
#include "session/openstation.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/connection/foldbutton.h"
#include "views/nav/icondrag.h"

#include <QCoreApplication>
#include <QListWidget>
#include <QMimeData>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

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
    void startDrag(Qt::DropActions actions) override { dragAsIcon(*this, currentItem()->icon(), actions, Qt::CopyAction); }
};

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

} // namespace

PaletteList::PaletteList(const OpenStation& station, QWidget* parent)
    : QWidget(parent), m_station(station), m_fold(new FoldButton(tr("Palette"), this)), m_list(new TypeList(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QFont bold = m_fold->font();
    bold.setBold(true);
    m_fold->setFont(bold);
    m_fold->setObjectName(u"paletteFold"_s);
    auto* hint = new ElidedLabel(tr("double-click or drag to add"), this);
    hint->setMuted();
    m_list->setObjectName(u"palette"_s);
    m_list->setAccessibleName(tr("Palette: types to add"));
    m_list->setItemDelegate(new TypeDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setSizeAdjustPolicy(QAbstractItemView::AdjustToContents);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setBackgroundRole(QPalette::Window);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    for (const ComponentType* type : componentTypes()) {
        auto* item = new QListWidgetItem(icon(QLatin1StringView(type->icon)),
                                         QCoreApplication::translate("catalogue", type->label), m_list);
        item->setData(Qt::UserRole, QString(QLatin1StringView(type->name)));
        item->setToolTip(
            plainToolTip(tr("Double-click to add where it can be, nearest to the selected component, or drag into "
                            "the Nav tree")));
        item->setSizeHint(QSize(1, fontMetrics().height() + 8));
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(4, 6, 8, 2);
    top->setSpacing(8);
    top->addWidget(m_fold);
    top->addWidget(hint, 1);
    top->addStretch();
    layout->addLayout(top);
    auto* content = new QWidget(this);
    auto* inset = new QHBoxLayout(content);
    inset->setContentsMargins(8, 0, 8, 0);
    inset->addWidget(m_list);
    layout->addWidget(content, 1);
    m_fold->setContent(content);
    m_fold->setUnfolded(true);
    connect(m_fold, &FoldButton::toggled, hint, &QWidget::setVisible);
    connect(m_fold, &FoldButton::toggled, this, &PaletteList::fit);
    connect(m_fold, &FoldButton::clicked, this, [this] { m_isChosen = true; });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { emit typeChosen(item->data(Qt::UserRole).toString()); });
    connect(&m_station, &OpenStation::changed, this, &PaletteList::follow);
    connect(&m_station, &OpenStation::replaced, this, &PaletteList::follow);
    connect(&m_station, &OpenStation::pathChanged, this, &PaletteList::follow);
    follow();
}

/// A station has one EmailService.
void PaletteList::follow()
{
    const bool isMissing = m_station.isOpen() && emailService(m_station.document()) == SlotId::None;
    for (int row = 0; row < m_list->count(); ++row)
        if (QListWidgetItem* item = m_list->item(row); item->data(Qt::UserRole) == emailServiceType)
            item->setHidden(!isMissing);
    m_list->setEnabled(!m_station.isReadOnly());
    fit();
}

void PaletteList::fit()
{
    setFixedHeight(sizeHint().height());
    emit heightChanged();
}

QSize PaletteList::sizeHint() const
{
    const int head = m_fold->sizeHint().height() + 12;
    int lines = 0;
    for (int row = 0; m_fold->isUnfolded() && row < m_list->count(); ++row)
        lines += m_list->item(row)->isHidden() ? 0 : 1;
    return {fontMetrics().averageCharWidth() * 32, head + (fontMetrics().height() + 8) * lines + (lines > 0 ? 6 : 0)};
}

void PaletteList::suggestUnfolded(bool isUnfolded)
{
    if (!m_isChosen)
        m_fold->setUnfolded(isUnfolded);
}

} // namespace stationer
