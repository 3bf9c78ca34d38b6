#include "views/nav/referencesdialog.h"

#include "catalogue/change.h"
#include "items/navmark.h"
#include "items/navtreemodel.h"
#include "session/openstation.h"
#include "station/slotname.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int slotRole = Qt::UserRole + 1;
constexpr qsizetype mostListed = 12;

} // namespace

QString placeOf(const Document& document, const Reference& reference)
{
    const QString holder = document.path(document.parent(reference.slot));
    //: A place in the station: %1 the path of a component, %2 the label of its property
    return shownOnOneLine(ReferencesDialog::tr("%1: %2").arg(holder, slotLabel(document.name(reference.slot))), 200);
}

QStringList placesOf(const Document& document, const QList<Reference>& references)
{
    QStringList places;
    for (const Reference& reference : references)
        places += placeOf(document, reference);
    places.removeDuplicates();
    return places;
}

QString inLines(const QStringList& places)
{
    const QString shown = places.mid(0, mostListed).join(u'\n');
    return places.size() > mostListed ? shown + u'\n' + ReferencesDialog::tr("and %1 more").arg(places.size() - mostListed)
                                      : shown;
}

ReferencesDialog::ReferencesDialog(const OpenStation& station, const QList<SlotId>& components, QWidget* window)
    : Dialog(window), m_station(station), m_components(components), m_summary(new PlainLabel({}, this)),
      m_list(new QListWidget(this))
{
    setObjectName(u"referencesDialog"_s);
    const QString name = components.size() == 1 ? shownOnOneLine(shownName(station, components.first()), 60)
                                                : tr("%n components", nullptr, int(components.size()));
    setWindowTitle(tr("References to %1").arg(name));
    m_summary->setObjectName(u"referencesSummary"_s);
    m_summary->setWrapped();
    m_list->setObjectName(u"references"_s);
    m_list->setAccessibleName(tr("Places that lead there"));
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter goes to the chosen place
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    const auto choose = [this](const QListWidgetItem* item) {
        if (item)
            emit placeChosen(SlotId(item->data(Qt::UserRole).toUInt()), item->data(slotRole).toString());
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(&station, &OpenStation::changed, this, &ReferencesDialog::fill);
    connect(&station, &OpenStation::aboutToBeReplaced, this, &QDialog::close);
    fill();
    resize(fontMetrics().averageCharWidth() * 88, fontMetrics().height() * 20);
}

void ReferencesDialog::fill()
{
    const Document& document = m_station.document();
    if (std::ranges::none_of(m_components, [&](SlotId each) { return document.exists(each); })) {
        close();
        return;
    }
    const int row = m_list->currentRow();
    m_list->clear();
    const QList<Reference> found = m_station.references().into(m_components);
    for (const Reference& reference : found) {
        const SlotId holder = document.parent(reference.slot);
        //: %1 a place in the station, %2 the value that stands there
        auto* item = new QListWidgetItem(
            icon(navIcon(document, holder)),
            tr("%1 = %2").arg(placeOf(document, reference), shownOnOneLine(reference.text, 120)), m_list);
        item->setData(Qt::UserRole, quint32(holder));
        item->setData(slotRole, document.name(reference.slot));
    }
    m_list->setCurrentRow(qBound(0, row, qMax(0, m_list->count() - 1)));
    m_list->setVisible(!found.isEmpty());
    m_summary->setText(found.isEmpty()
                           ? tr("Nothing in this station leads here, as far as it can be told from the file: account names, "
                                "handles and slot paths were looked for.")
                       : found.size() == 1 ? tr("One place leads here. Choose it to go there.")
                                           : tr("%n places lead here. Choose one to go there.", nullptr, int(found.size())));
}

} // namespace stationer
