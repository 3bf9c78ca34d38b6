#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/change.h"
#include "station/container.h"
#include "station/document.h"
#include "station/faulttext.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <optional>
#include <variant>

namespace stationer {

/// Why a component was not added, removed or renamed; the station is then untouched.
using StructureFault = std::variant<PlacementFault, EditFault>;
/// The sentences for a person, translated.
QString describe(const StructureFault& fault); ///< translated

/// The station a window has open: the document, the file it came from, and the undo stack. It lives as long as the window; open(),
/// openNew() and close() exchange what is in it. Views change the station here and nowhere else; each change is one named undo step.
/// It is no item model: those stand on it and follow its signals.
class OpenStation : public QObject {
    Q_OBJECT
public:
    explicit OpenStation(QObject* parent = nullptr); ///< nothing is open
    ~OpenStation() override;

    // --- the file
    std::optional<OpenFault> open(const QString& path); ///< where it fails, what was open stays open
    void openNew();                                     ///< a new station without a path
    void close();
    bool isOpen() const { return m_document.has_value(); }
    QString path() const { return m_path; } ///< empty where it was not saved yet
    /// The station's own name, else the file's name without ending, else «New Station»; empty where nothing is open.
    QString title() const;
    bool isModified() const;    ///< also true for a new station that was never saved and has edits
    bool changedOnDisk() const; ///< another program wrote the file since it was opened or saved
    std::optional<SaveFault> save(Container::IfChanged ifChanged = Container::IfChanged::Refuse); ///< needs a path
    std::optional<SaveFault> saveAs(const QString& path);

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
    void endTyping() { m_isTyping = false; } ///< the editor lost the focus

    /// Adds a component of this known type with what the desktop brings along; its name is made free.
    Result<SlotId, StructureFault> add(SlotId parent, const QString& type);
    /// The emailAccount slots that would be left without their account, beside those that go too.
    QList<SlotId> orphanedBy(SlotId component) const;
    std::optional<StructureFault> remove(SlotId component);
    enum class References { Keep, Follow };
    /// `shownName` as typed; it is escaped here. Follow renames the references to an account as well.
    std::optional<StructureFault> rename(SlotId component, const QString& shownName, References references);

    /// What the step on top of the undo stack did to this component; nullptr where that was no change() of it.
    const Change* lastChange(SlotId component) const;

signals:
    void aboutToBeReplaced();                              ///< the document is about to be exchanged: forget every SlotId
    void replaced();                                       ///< by another one, or by none
    void changed(const QList<stationer::SlotId>& touched); ///< after an edit, an undo or a redo
    void saved();                                          ///< red marks are measured from here
    void pathChanged(const QString& path);
    void titleChanged(const QString& title);
    void modifiedChanged(bool isModified);

private:
    friend class DocumentEdit;
    void apply(const Edit& edit);
    void revert(const Edit& edit);
    void replace(std::optional<Document> document, Container container, const QString& path);
    void noteState();
    void noteChanged(const QList<SlotId>& touched);
    std::optional<StructureFault> push(const Result<Edit, EditFault>& edit, const QString& text);

    struct LastChange {
        SlotId component = SlotId::None;
        Change change;
    };

    std::optional<Document> m_document;
    Container m_container = Container::flat();
    QString m_path;
    QString m_title;
    QUndoStack m_undo;
    QList<LastChange> m_lastChanges;
    QList<LastChange> m_nextChanges; ///< of the step that is about to be pushed
    bool m_wasModified = false;
    bool m_isTyping = false;
};

} // namespace stationer
