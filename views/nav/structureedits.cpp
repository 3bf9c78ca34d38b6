#include "views/nav/structureedits.h"

#include "items/navtreemodel.h"
#include "session/bogmime.h"
#include "views/common/messagebox.h"
#include "views/common/plaintext.h"
#include "views/common/proposedname.h"
#include "views/common/wishes.h"
#include "views/nav/referencesdialog.h"
#include "views/nav/renamedialog.h"
#include "views/nav/reorderdialog.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype mostNamed = 12; ///< places in a warning

QString named(const QStringList& paths)
{
    QStringList shown;
    for (const QString& path : paths.mid(0, mostNamed))
        shown += shownOnOneLine(path, 120);
    return shown.join(u", "_s);
}

} // namespace

StructureEdits::StructureEdits(OpenStation& station, Wishes& wishes, QWidget& window)
    : QObject(&window), m_station(station), m_wishes(wishes), m_window(window)
{
}

void StructureEdits::add(SlotId parent, const QString& type)
{
    if (!m_station.isOpen() || parent == SlotId::None)
        return;
    const Result<SlotId, StructureFault> result = m_station.add(parent, type);
    if (result)
        emit added(result.value());
    else
        emit refused(refusalOf(result.error(), parent, type));
}

void StructureEdits::addNear(SlotId component, const QString& type)
{
    if (!m_station.isOpen())
        return;
    const SlotId place = nearestPlace(m_station.document(), component, type);
    add(place == SlotId::None ? component : place, type);
}

/// Adding elsewhere is offered where it can be done, else what has to be there first.
Refusal StructureEdits::refusalOf(const StructureFault& fault, SlotId component, const QString& type)
{
    const Document& document = m_station.document();
    Refusal refusal{describe(fault)};
    if (m_station.isReadOnly())
        return refusal;
    if (const SlotId place = nearestPlace(document, component, type); place != SlotId::None) {
        //: A button beside the words why a component was not added: %1 is the name of another one, where it can be
        refusal.remedy = tr("Add to %1").arg(shownOnOneLine(shownName(m_station, place), 60));
        refusal.act = [this, place, type] { add(place, type); };
    } else if (const SlotId services = nearestPlace(document, component, QString(emailServiceType));
               services != SlotId::None) {
        const ComponentType* wished = componentType(type);
        //: %1 is a type such as «OutgoingAccount»
        refusal.sentence = tr("%1 goes into the EmailService, which this station does not have yet.")
                               .arg(wished ? QCoreApplication::translate("catalogue", wished->label) : type);
        refusal.remedy = tr("Add EmailService");
        refusal.act = [this, services] { add(services, emailServiceType); };
    }
    return refusal;
}

void StructureEdits::rename(SlotId component)
{
    if (!m_station.isOpen() || m_station.arrangeable({component}).isEmpty())
        return;
    const QStringList places = placesOf(m_station.document(), m_station.references().to(component));
    auto* dialog = new RenameDialog(shownName(m_station, component), places, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RenameDialog::nameChosen, this, [this, component](const QString& name, bool follow) {
        tell(m_station.rename(component, name, follow ? OpenStation::References::Follow : OpenStation::References::Keep));
    });
    dialog->open();
}

bool StructureEdits::tell(const std::optional<StructureFault>& fault)
{
    if (fault)
        emit refused({describe(*fault)});
    return !fault;
}

void StructureEdits::remove(const QList<SlotId>& components)
{
    if (!m_station.isOpen() || m_station.arrangeable(components).isEmpty())
        return;
    const QList<Reference> left = m_station.references().into(m_station.arrangeable(components));
    if (left.isEmpty())
        removeNow(components); // it can be undone
    else
        askBefore(components, left);
}

void StructureEdits::askBefore(const QList<SlotId>& components, const QList<Reference>& left)
{
    auto* box = new MessageBox(m_window, tr("Other components refer to what would be deleted."),
                               tr("These would lead nowhere:\n%1").arg(inLines(placesOf(m_station.document(), left))));
    box->setObjectName(u"deleteQuestion"_s);
    QPushButton* remove = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, components, remove](const QAbstractButton* clicked) {
        if (clicked == remove)
            removeNow(components);
    });
    box->open();
}

void StructureEdits::removeNow(const QList<SlotId>& components)
{
    tell(m_station.remove(components));
}

// --- the rest

void StructureEdits::arrange(Arranging what, const QList<SlotId>& components)
{
    if (!m_station.isOpen() || components.isEmpty())
        return;
    switch (what) {
    case Arranging::Cut:
        return cut(components);
    case Arranging::Copy:
        return copy(components);
    case Arranging::Paste:
        return pasteFromClipboard(components.first());
    case Arranging::Duplicate:
        return duplicate(components);
    case Arranging::Rename:
        return rename(components.first());
    case Arranging::Delete:
        return remove(components);
    case Arranging::MoveUp:
    case Arranging::MoveDown:
        if (tell(m_station.move(components,
                                what == Arranging::MoveUp ? OpenStation::Direction::Up : OpenStation::Direction::Down)))
            emit arrived(components);
        return;
    case Arranging::Reorder:
        return reorder(components.first());
    case Arranging::FindReferences:
        return findReferences(components);
    case Arranging::SaveSelection:
        return saveSelection(components);
    }
    Q_UNREACHABLE();
}

void StructureEdits::copy(const QList<SlotId>& components, const QString& asText)
{
    const QList<SlotId> chosen = m_station.arrangeable(components);
    if (chosen.isEmpty())
        return;
    auto* copied = new BogMimeData(m_station.copied(chosen), m_station, chosen);
    if (!asText.isEmpty())
        copied->setText(asText);
    QGuiApplication::clipboard()->setMimeData(copied);
}

void StructureEdits::cut(const QList<SlotId>& components)
{
    copy(components);
    tell(m_station.remove(components, OpenStation::Removal::Cut)); // what leads there is pasted back as well
}

void StructureEdits::pasteFromClipboard(SlotId selected)
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const QByteArray bog = bogIn(data);
    if (bog.isEmpty()) {
        emit refused({tr("The clipboard holds no components. Copy some in the Nav tree of this window or another.")});
        return;
    }
    const auto* own = qobject_cast<const BogMimeData*>(data);
    const bool isOfThisStation = own && !own->componentsOf(m_station).isEmpty();
    const Document& document = m_station.document();
    Result<Arrived, StructureFault> result = m_station.paste(selected, bog);
    // What may not live in the selected component is put behind it, if it may live there.
    if (!result && std::holds_alternative<PlacementFault>(result.error()) && selected != document.root()) {
        const QList<SlotId> siblings = document.children(document.parent(selected));
        const SlotId next = siblings.value(siblings.indexOf(selected) + 1, SlotId::None);
        if (auto beside = m_station.paste(document.parent(selected), bog, next))
            result = std::move(beside);
    }
    if (result)
        return tell(result.value(), isOfThisStation);
    Refusal refusal{describe(result.error())};
    const QList<SlotId> places = placesFrom(document, selected);
    const auto place = std::ranges::find_if(places, [&](SlotId each) { return bool(planPaste(document, each, bog)); });
    if (place != places.end()) {
        //: A button beside the words why components were not pasted: %1 is the name of another one, where they can be
        refusal.remedy = tr("Paste into %1").arg(shownOnOneLine(shownName(m_station, *place), 60));
        refusal.act = [this, bog, isOfThisStation, into = *place] {
            if (const auto pasted = m_station.paste(into, bog))
                tell(pasted.value(), isOfThisStation);
        };
    }
    emit refused(refusal);
}

void StructureEdits::paste(const QByteArray& bog, SlotId parent, SlotId before)
{
    if (!m_station.isOpen())
        return;
    const Result<Arrived, StructureFault> result = m_station.paste(parent, bog, before);
    if (result)
        tell(result.value(), false);
    else
        tell(result.error());
}

void StructureEdits::duplicate(const QList<SlotId>& components)
{
    const Result<Arrived, StructureFault> result = m_station.duplicate(components);
    if (result)
        tell(result.value(), true);
    else
        tell(result.error());
}

void StructureEdits::drop(const QList<SlotId>& components, Qt::DropAction action, SlotId parent, SlotId before)
{
    if (!m_station.isOpen())
        return;
    if (action == Qt::CopyAction) {
        const Result<Arrived, StructureFault> result = m_station.paste(parent, m_station.copied(components), before);
        if (result)
            tell(result.value(), true);
        else
            tell(result.error());
    } else if (tell(m_station.move(components, parent, before))) {
        emit arrived(components);
    }
}

void StructureEdits::tell(const Arrived& arrived, bool isOfThisStation)
{
    emit this->arrived(arrived.components);
    if (isOfThisStation || arrived.encoded.isEmpty())
        return;
    emit warned(
        tr("What came in holds passwords that another station encoded: %1. This station will probably not be able to "
           "decode them; type them in there again.")
            .arg(named(arrived.encoded)));
}

void StructureEdits::saveSelection(const QList<SlotId>& components)
{
    const QList<SlotId> chosen = m_station.arrangeable(components);
    if (chosen.isEmpty())
        return;
    auto* dialog = new QFileDialog(&m_window, tr("Save Selection"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"saveSelection"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Station files (*.bog)")});
    dialog->setDefaultSuffix(u"bog"_s);
    if (!m_station.path().isEmpty())
        dialog->setDirectory(QFileInfo(m_station.path()).path());
    //: The name of a file with several components that were selected
    dialog->selectFile((chosen.size() == 1 ? proposedName(m_station.document().name(chosen.first())) : tr("Selection")) +
                       u".bog"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, chosen](const QString& path) { saveSelectionTo(path, chosen); });
    dialog->open();
}

void StructureEdits::saveSelectionTo(const QString& path, const QList<SlotId>& components)
{
    const Result<SavedSelection, SaveFault> saved = m_station.saveSelection(components, path);
    if (!saved)
        return emit refused({describe(saved.error(), shownOnOneLine(path, 200))});
    if (!saved.value().encoded.isEmpty())
        emit warned(tr("The selection holds passwords that this station encoded: %1. Another station will probably not be "
                       "able to decode them; type them in there again.")
                        .arg(named(saved.value().encoded)));
}

void StructureEdits::reorder(SlotId parent)
{
    auto* dialog = new ReorderDialog(m_station, parent, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReorderDialog::orderChosen, this,
            [this, parent](const QList<SlotId>& order) { tell(m_station.reorder(parent, order)); });
    dialog->open();
}

void StructureEdits::findReferences(const QList<SlotId>& components)
{
    auto* dialog = new ReferencesDialog(m_station, m_station.arrangeable(components), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReferencesDialog::placeChosen, this,
            [this](SlotId component, const QString& slot) { m_wishes.showSheet({component}, slot); });
    dialog->show();
}

} // namespace stationer
