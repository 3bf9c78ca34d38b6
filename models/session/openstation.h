#pragma once

#include "catalogue/arranging.h"
#include "catalogue/catalogue.h"
#include "catalogue/change.h"
#include "catalogue/references.h"
#include "rows/sheetnote.h"
#include "session/edits.h"
#include "station/container.h"
#include "station/difference.h"
#include "station/document.h"
#include "station/faulttext.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <optional>

namespace stationer {

/// Why components were not added, removed, renamed or arranged otherwise; the station is then untouched.
using StructureFault = ArrangingFault;

/// What a paste or a duplication brought.
struct Arrived {
    QList<SlotId> components;
    QStringList encoded; ///< paths of the slots that hold something encoded, which another station will probably not decode
};

/// The station a window has open: the document, the file it came from, and the undo stack. It lives as long as the window;
/// open(), openNew() and close() exchange what is in it. Views change the station here and nowhere else; each change is one
/// named undo step. It is no item model: those stand on it and follow its signals.
class OpenStation : public QObject {
    Q_OBJECT
public:
    explicit OpenStation(QObject* parent = nullptr); ///< nothing is open
    ~OpenStation() override;

    // --- the file
    std::optional<OpenFault> open(const QString& path);        ///< where it fails, what was open stays open
    void adopt(Container::Opened opened, const QString& path); ///< the same of what was read elsewhere
    void openNew();                                            ///< a new station without a path
    void close();
    int opening() const { return m_opening; } ///< another number for each document that was open
    bool isOpen() const { return m_document.has_value(); }
    QString path() const { return m_path; } ///< empty where it was not saved yet
    /// The station's own name, else the file's name without ending, else «New Station»; empty where nothing is open.
    QString title() const;
    /// It is a backup: looked at and tested, and saved elsewhere. Every change is refused.
    bool isReadOnly() const { return !m_container.entry().isEmpty(); }
    QString entry() const { return m_container.entry(); } ///< of a backup, which its station's file is
    bool isModified() const;                              ///< also true for a new station that was never saved and has edits
    const FileStamp& stamp() const { return m_container.stamp(); } ///< of the file as opened or last saved
    bool changedOnDisk() const; ///< another program wrote the file since it was opened or saved
    std::optional<SaveFault> save(Container::IfChanged ifChanged = Container::IfChanged::Refuse); ///< needs a path
    std::optional<SaveFault> saveAs(const QString& path);

    /// Brings back edited bytes that were never saved, as a step that can be undone. false: they are no station, or none
    /// that editing this one could have led to.
    bool restore(const QByteArray& xml);
    /// What was edited on the way from one XML to another and how far it can be done here, where the station is a third: a
    /// difference fits where this station still holds what it began with, or already what it led to.
    struct Replay {
        Edit edit;
        QList<Difference> fitting, other; ///< what already is so counts as fitting
    };
    std::optional<Replay> replayed(const QByteArray& before,
                                   const QByteArray& after) const; ///< nothing: these are no stations
    void restore(const Replay& replay);                            ///< what fits, as one step
    /// What differs from the file as opened or last saved, and its XML. Only while isOpen().
    QList<Difference> differencesToSaved() const { return changesSinceSaved(*m_document); }
    int unsavedSteps() const; ///< how many steps lead from what was saved to here; all there are where none leads back
    QByteArray savedXml() const { return m_document->openedXml(); }

    /// Only while isOpen().
    const Document& document() const { return *m_document; }
    QUndoStack* undoStack() { return &m_undo; }

    // --- changes
    /// Typing merges with what was typed before into the same slot, until endTyping(), a pause, or another change.
    enum class Entry { Committed, Typing };
    /// Sets or resets slots of one component, with the coupling of the port rules.
    std::optional<ChangeFault> change(SlotId component, const QList<Assignment>& assignments,
                                      Entry entry = Entry::Committed);
    /// The same of several components at once, as one step: all of them or none.
    std::optional<ChangeFault> change(const QList<SlotId>& components, const QList<Assignment>& assignments,
                                      Entry entry = Entry::Committed);
    /// Does what a note of these components offers: undoes the last step, or sets what mends it; nothing where one of them
    /// is gone.
    std::optional<ChangeFault> mend(const QList<SlotId>& components, const SheetNote& note);
    void endTyping() { m_isTyping = false; } ///< the editor lost the focus

    /// Adds a component of this known type with what the desktop brings along; its name is made free.
    Result<SlotId, StructureFault> add(SlotId parent, const QString& type);
    std::optional<StructureFault> remove(SlotId component);
    enum class References { Keep, Follow };
    /// `shownName` as typed; it is escaped here. Follow renames what leads to the component as well.
    std::optional<StructureFault> rename(SlotId component, const QString& shownName, References references);

    // --- several components; what is inside another of them goes with it, the station itself is never one
    enum class Removal { Delete, Cut };
    std::optional<StructureFault> remove(const QList<SlotId>& components, Removal why = Removal::Delete);
    /// As a small bog document, for the clipboard.
    QByteArray copied(const QList<SlotId>& components) const;
    /// The same as a file of its own, to be pasted into another station.
    Result<SavedSelection, SaveFault> saveSelection(const QList<SlotId>& components, const QString& path) const;
    Result<Arrived, StructureFault> paste(SlotId parent, const QByteArray& bog, SlotId before = SlotId::None);
    Result<Arrived, StructureFault> duplicate(const QList<SlotId>& components);
    std::optional<StructureFault> move(const QList<SlotId>& components, SlotId parent, SlotId before = SlotId::None);
    /// Components that have one parent, a step up or down among the components there; nothing happens at the end.
    enum class Direction { Up, Down };
    bool canMove(const QList<SlotId>& components, Direction direction) const;
    std::optional<StructureFault> move(const QList<SlotId>& components, Direction direction);
    std::optional<StructureFault> reorder(SlotId parent, const QList<SlotId>& order);
    /// Without the station itself and what is inside another of them, in document order.
    QList<SlotId> arrangeable(const QList<SlotId>& components) const;

    /// What leads where. Only while isOpen().
    const stationer::References& references() const { return *m_references; }
    /// What a component refers to that is not there. It is looked for a moment after a change and a little at a time, as it
    /// takes a look at all references of the station.
    QList<Reference> danglingIn(SlotId component) const { return m_dangling.value(component); }

    /// Where the last step changed something, done or undone, or would have, had it not been so already. Where it added or
    /// removed components, these or what they were in.
    const Place& lastPlace() const { return m_lastPlace; }
    /// What the step on top of the undo stack did to this component; nullptr where that was no change() of it.
    const Change* lastChange(SlotId component) const;

signals:
    void aboutToBeReplaced();                              ///< the document is about to be exchanged: forget every SlotId
    void replaced();                                       ///< by another one, or by none
    void changed(const QList<stationer::SlotId>& touched); ///< after an edit, an undo or a redo
    void stepped();                                        ///< a step was undone or done again, at lastPlace()
    void danglingChanged(const QList<stationer::SlotId>& components); ///< see danglingIn()
    void aboutToSave(const QString& path);                            ///< document() is what will be written there
    void saved();                                                     ///< red marks are measured from here
    void pathChanged(const QString& path);
    void titleChanged(const QString& title);
    void modifiedChanged(bool isModified);

private:
    friend class DocumentEdit;
    void apply(const Edit& edit);
    void revert(const Edit& edit);
    void replace(std::optional<Document> document, Container container, const QString& path);
    void noteState();
    void searchDangling();
    void noteDangling();
    void noteChanged(const QList<SlotId>& touched);
    template <class Fault>
    std::optional<StructureFault> push(const Result<Edit, Fault>& edit, const QString& text, const QList<SlotId>& components)
    {
        if (isReadOnly())
            return StructureFault(EditFault::IsBackup);
        if (!edit)
            return StructureFault(edit.error());
        pushEdit(edit.value(), text, components);
        return std::nullopt;
    }
    void pushEdit(const Edit& edit, const QString& text, const QList<SlotId>& components);
    void noteStep(const Place& place, bool isAnew);
    Result<Arrived, StructureFault> push(const Result<PastePlan, ArrangingFault>& plan, const QString& text);
    QString named(const QList<SlotId>& components) const;
    QList<SlotId> componentsIn(SlotId parent) const;

    std::optional<Document> m_document;
    std::unique_ptr<stationer::References> m_references;
    QHash<SlotId, QList<Reference>> m_dangling; ///< by the component that holds them
    std::unique_ptr<DanglingSearch> m_danglingSearch;
    QTimer m_danglingSoon;
    QTimer m_danglingSlices;
    Container m_container = Container::flat();
    QString m_path;
    QString m_title;
    QUndoStack m_undo;
    QHash<SlotId, Change> m_lastChanges;
    QHash<SlotId, Change> m_nextChanges; ///< of the step that is about to be pushed
    Place m_lastPlace;
    bool m_hasStepped = false; ///< and it was not told yet
    int m_opening = 0;
    bool m_wasModified = false;
    bool m_isTyping = false;
};

} // namespace stationer
