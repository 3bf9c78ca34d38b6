#include "session/openstation.h"

#include "catalogue/accountslots.h"
#include "station/value.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <chrono>

namespace stationer {

namespace {

/// Before what leads nowhere is looked for, and for how long before the event loop has its turn.
constexpr std::chrono::milliseconds editingPause{200};
constexpr std::chrono::milliseconds searchSlice{4};

/// What a step is named after: the first that was asked for and was not so before. A port goes with what it is for, and a
/// switch that goes off with the one that goes on.
const Assignment& namingOne(const QList<Assignment>& assignments, const Changes& changes)
{
    const auto rank = [&](const Assignment& assignment) {
        const auto isIt = [&](const Change::Moved& moved) { return moved.slot == assignment.slot; };
        if (std::ranges::none_of(changes.each,
                                 [&](const auto& each) { return std::ranges::any_of(each.change.moved, isIt); }))
            return 3;
        return assignment.slot == portSlot ? 2 : assignment.value == writeBoolean(false) ? 1 : 0;
    };
    return *std::ranges::min_element(assignments, {}, rank);
}

} // namespace

using namespace Qt::StringLiterals;

OpenStation::OpenStation(QObject* parent) : QObject(parent)
{
    m_danglingSoon.setSingleShot(true);
    m_danglingSoon.setInterval(editingPause);
    m_danglingSlices.setInterval(0);
    connect(&m_danglingSoon, &QTimer::timeout, this, [this] {
        m_danglingSearch->restart();
        m_danglingSlices.start();
    });
    connect(&m_danglingSlices, &QTimer::timeout, this, &OpenStation::searchDangling);
    // Once the stack is through with it: whoever hears of it may take another step.
    connect(&m_undo, &QUndoStack::indexChanged, this, [this] {
        if (std::exchange(m_hasStepped, false))
            emit stepped();
    });
}

OpenStation::~OpenStation()
{
    m_undo.clear(); // its steps belong to the document
}

std::optional<OpenFault> OpenStation::open(const QString& path)
{
    Result<Container::Opened, OpenFault> opened = Container::open(path);
    if (!opened)
        return opened.error();
    adopt(std::move(opened.value()), path);
    return std::nullopt;
}

void OpenStation::adopt(Container::Opened opened, const QString& path)
{
    replace(std::move(opened.document), std::move(opened.container), path);
}

void OpenStation::openNew()
{
    Result<Document, OpenFault> document = Document::fromXml(newStationXml());
    Q_ASSERT(document);
    replace(std::move(document.value()), Container::flat(), {});
}

void OpenStation::close()
{
    replace(std::nullopt, Container::flat(), {});
}

void OpenStation::replace(std::optional<Document> document, Container container, const QString& path)
{
    emit aboutToBeReplaced();
    ++m_opening;
    m_undo.clear();
    m_lastChanges.clear();
    m_lastPlace = {};
    m_isTyping = false;
    m_danglingSoon.stop();
    m_danglingSlices.stop();
    m_dangling.clear();
    m_danglingSearch.reset();
    m_references.reset();
    m_document.reset();
    if (document) {
        m_document.emplace(std::move(*document));
        m_references = std::make_unique<stationer::References>(*m_document);
        m_danglingSearch = std::make_unique<DanglingSearch>(*m_document, *m_references);
        m_danglingSoon.start();
    }
    m_container = std::move(container);
    m_path = path;
    emit replaced();
    emit pathChanged(m_path);
    noteState();
}

QString OpenStation::title() const
{
    if (!m_document)
        return {};
    if (const QString name = stationName(*m_document); !name.isEmpty())
        return name;
    return m_path.isEmpty() ? tr("New Station") : QFileInfo(m_path).completeBaseName();
}

bool OpenStation::isModified() const
{
    return m_document && m_document->isModified();
}

bool OpenStation::changedOnDisk() const
{
    return m_document && !m_path.isEmpty() && m_container.changedOnDisk(m_path);
}

int OpenStation::unsavedSteps() const
{
    const int clean = m_undo.cleanIndex();
    return clean < 0 ? m_undo.count() : qAbs(m_undo.index() - clean);
}

std::optional<SaveFault> OpenStation::save(Container::IfChanged ifChanged)
{
    Q_ASSERT(m_document && !m_path.isEmpty());
    emit aboutToSave(m_path);
    if (const std::optional<SaveFault> fault = m_container.save(*m_document, m_path, ifChanged))
        return fault;
    m_document->markSaved();
    m_undo.setClean();
    emit saved();
    noteState();
    return std::nullopt;
}

std::optional<SaveFault> OpenStation::saveAs(const QString& path)
{
    Q_ASSERT(m_document);
    emit aboutToSave(path);
    if (const std::optional<SaveFault> fault = m_container.saveAs(*m_document, path))
        return fault;
    m_document->markSaved();
    m_undo.setClean();
    const bool isMoved = path != m_path;
    m_path = path;
    if (isMoved)
        emit pathChanged(m_path);
    emit saved();
    noteState();
    return std::nullopt;
}

std::optional<ChangeFault> OpenStation::change(SlotId component, const QList<Assignment>& assignments, Entry entry)
{
    return change(QList{component}, assignments, entry);
}

std::optional<ChangeFault> OpenStation::change(const QList<SlotId>& components, const QList<Assignment>& assignments,
                                               Entry entry)
{
    if (assignments.isEmpty())
        return std::nullopt;
    if (isReadOnly())
        return ChangeFault{ChangeFault::Kind::IsBackup, assignments.first().slot, {}};
    const Result<Changes, ChangesFault> planned = planChanges(*m_document, components, assignments);
    if (!planned)
        return planned.error().fault;
    const Edit& edit = planned.value().edit;
    if (edit.isEmpty()) {
        m_lastPlace = {components, assignments.first().slot};
        return std::nullopt;
    }

    const Assignment& first = namingOne(assignments, planned.value());
    const QString label = slotLabel(first.slot);
    //: An undo step: %1 is the label of a property
    const QString text = first.value ? tr("Set %1").arg(label) : tr("Reset %1").arg(label);
    std::optional<DocumentEdit::Typed> typed;
    if (entry == Entry::Typing)
        typed = DocumentEdit::Typed{m_isTyping};
    m_nextChanges.clear();
    for (const Changes::Each& each : planned.value().each)
        if (!each.change.edit.isEmpty())
            m_nextChanges.insert(each.component, each.change);
    const int steps = m_undo.index();
    m_undo.push(new DocumentEdit(*this, edit, text, {components, first.slot}, typed));
    m_isTyping = entry == Entry::Typing;
    if (m_undo.index() < steps) { // typed back to what it was: there is no step left that a note could undo
        m_lastChanges.clear();
        emit changed(edit.touched());
    }
    return std::nullopt;
}

std::optional<ChangeFault> OpenStation::mend(const QList<SlotId>& components, const SheetNote& note)
{
    if (note.undoes)
        m_undo.undo();
    const bool isThere = std::ranges::all_of(components, [this](SlotId each) { return m_document->exists(each); });
    return note.undoes || !isThere ? std::nullopt : change(components, note.remedy);
}

void OpenStation::pushEdit(const Edit& edit, const QString& text, const QList<SlotId>& components)
{
    m_isTyping = false;
    if (!edit.isEmpty())
        m_undo.push(new DocumentEdit(*this, edit, text, {components, {}}));
}

void OpenStation::noteStep(const Place& place, bool isAnew)
{
    m_lastPlace = place;
    m_hasStepped = m_hasStepped || isAnew;
}

const Change* OpenStation::lastChange(SlotId component) const
{
    const auto found = m_lastChanges.constFind(component);
    return found == m_lastChanges.constEnd() ? nullptr : &*found;
}

void OpenStation::apply(const Edit& edit)
{
    m_document->apply(edit);
    m_lastChanges = std::exchange(m_nextChanges, {});
    noteChanged(edit.touched());
}

void OpenStation::revert(const Edit& edit)
{
    m_document->revert(edit);
    m_lastChanges.clear();
    m_isTyping = false;
    noteChanged(edit.touched());
}

void OpenStation::noteChanged(const QList<SlotId>& touched)
{
    emit changed(touched);
    m_danglingSlices.stop();
    m_danglingSoon.start();
    noteState();
}

void OpenStation::searchDangling()
{
    if (!m_danglingSearch->advance(searchSlice))
        return;
    m_danglingSlices.stop();
    noteDangling();
}

void OpenStation::noteDangling()
{
    QHash<SlotId, QList<Reference>> found;
    for (const Reference& reference : m_danglingSearch->found())
        found[m_document->parent(reference.slot)] += reference;
    if (found == m_dangling)
        return;
    QSet<SlotId> touched(found.keyBegin(), found.keyEnd());
    touched += QSet<SlotId>(m_dangling.keyBegin(), m_dangling.keyEnd());
    m_dangling = found;
    emit danglingChanged(touched.values());
}

void OpenStation::noteState()
{
    if (const QString now = title(); now != m_title) {
        m_title = now;
        emit titleChanged(m_title);
    }
    if (const bool now = isModified(); now != m_wasModified) {
        m_wasModified = now;
        emit modifiedChanged(m_wasModified);
    }
}

} // namespace stationer
