#pragma once

#include "station/fault.h"
#include "station/slotid.h"
#include "terms/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace stationer {

class Edit;

/// What a document's XML is at one moment, without the XML: equal states are equal bytes. Copying is cheap.
class DocumentState {
public:
    bool operator==(const DocumentState& other) const;

private:
    friend class Document;
    struct Data;
    std::shared_ptr<const Data> m_data;
};

/// What an element is: a property, a frozen action or topic, or an element the grammar does not know.
enum class SlotKind : quint8 { Property, Action, Topic, Other };

/// What a new slot is made of. `type` is `module:Type` with the module's full name, empty where the type is the default's.
/// A component gets a handle and may bring children; a simple value has `value`.
struct NewSlot {
    QString name; ///< as it is to stand in the file, escaped
    QString type;
    std::optional<QString> value;
    bool isComponent = false;
    QList<NewSlot> children;
};

/// A simple slot and the value it is to have, nothing to reset it. `type` is for a slot that is not there yet.
struct SlotValue {
    QString name;
    std::optional<QString> value;
    QString type;
};

class Fragment;
class ReadingProgress;
struct Difference;

/// What a paste would do.
struct Pasted;

/// A station file in memory: the bytes as read, an index into them, and the edits on top. It is the only writer.
/// It is not a QObject and knows nothing of what a type means; that is the catalogue's.
///
/// Reading is by SlotId. A slot without an own value (an element that only changes flags, or no element) has none here;
/// the default is the catalogue's to know. Names and values are decoded from XML, names stay `$`-escaped.
///
/// Editing makes an Edit, a value that apply() and revert() toggle; both are exact, so that undoing gives the bytes back.
class Document {
public:
    static Result<Document, OpenFault> fromXml(QByteArray xml, ReadingProgress* progress = nullptr);

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    SlotId root() const;            ///< the top `p`, which has no name; None if the graph is empty
    qsizetype elementCount() const; ///< elements in the file as opened
    QList<DocumentRemark> remarks() const;

    // --- one slot
    bool exists(SlotId slot) const; ///< false once removed
    SlotKind kind(SlotId slot) const;
    QString name(SlotId slot) const;
    QString
    type(SlotId slot) const; ///< `module:Type` with the symbol resolved, `?sym:Type` where undeclared, empty if absent
    std::optional<QString> value(SlotId slot) const;
    std::optional<QString> openedValue(SlotId slot) const; ///< as in the file when it was opened or last saved
    QString flags(SlotId slot) const;
    QString facets(SlotId slot) const;
    std::optional<quint64> handle(SlotId slot) const;

    // --- the tree
    SlotId parent(SlotId slot) const;
    QList<SlotId> children(SlotId slot) const; ///< in document order, all kinds
    qsizetype childCount(SlotId slot) const;
    SlotId child(SlotId slot, QStringView name) const; ///< None if there is none; the first of duplicates
    bool isComponent(SlotId slot) const;               ///< has a handle or children, or is the root: what the Nav tree shows
    QStringList pathNames(SlotId slot) const;
    bool isWithin(SlotId slot, SlotId ancestor) const; ///< or the same
    QString path(SlotId slot) const;                   ///< `/Services/EmailService`, `/` for the root
    SlotId find(QStringView path) const;               ///< by escaped names; None if it does not lead anywhere
    /// All living slots of this resolved type, in document order.
    QList<SlotId> ofType(QStringView type) const;
    /// The first living slot with this handle; None if there is none.
    SlotId withHandle(quint64 handle) const;

    /// What was found in a stretch of the file's bytes, and where to go on.
    struct Stretch {
        QList<SlotId> slotIds;
        qsizetype next = -1; ///< −1 at the end
    };
    /// The slots of the file as opened, living or not and edits left aside, whose tag has these bytes in it and begins in
    /// this stretch: a quick way to candidates, a little at a time where the file is large.
    Stretch mentioning(QByteArrayView bytes, qsizetype from, qsizetype length) const;
    /// All whose tag, list of children or place is not what it was in an earlier state of this document; a default one is as
    /// opened.
    QList<SlotId> differingFrom(const DocumentState& state) const;

    // --- edits: each returns what it would do; nothing changes until apply()
    /// Sets the value of `name` under `component`, adding the slot (with `type`, at its place in `order`) where it is not
    /// there. nullopt resets: the value goes, flags stay, an element left with nothing but its name goes with its line.
    Result<Edit, EditFault> setValue(SlotId component, const QString& name, const std::optional<QString>& value,
                                     const QString& type = {}, const QStringList& order = {}) const;
    /// The same of several slots, as one edit.
    Result<Edit, EditFault> setValues(SlotId component, const QList<SlotValue>& values, const QStringList& order = {}) const;
    /// Adds a slot under `parent`: at its place in `order` if that names it, else as the last child.
    Result<Edit, EditFault> add(SlotId parent, const NewSlot& slot, const QStringList& order = {}) const;
    Result<Edit, EditFault> remove(SlotId slot) const;
    /// The same of several, as one edit; one that is inside another goes with it.
    Result<Edit, EditFault> remove(const QList<SlotId>& slotIds) const;
    Result<Edit, EditFault> rename(SlotId slot, const QString& name) const;
    /// Moves slots under `parent`, in this order, before its child `before` or behind all. They keep ids, handles and bytes,
    /// but for the indentation of their lines; a name that is taken there is made free. Where they have the parent already,
    /// they change places. What is inside another of them goes with it.
    Result<Edit, EditFault> move(const QList<SlotId>& slotIds, SlotId parent, SlotId before = SlotId::None) const;
    /// Brings the children of `parent` into this order; those that are not named stay where they are.
    Result<Edit, EditFault> reorder(SlotId parent, const QList<SlotId>& order) const;

    /// These components as a small bog document of their own, for the clipboard or a file: with the declarations they need,
    /// in document order, what is inside another one only there. Encoded passwords are copied as they are.
    QByteArray copied(const QList<SlotId>& components) const;
    /// Adds a fragment's components under `parent`, before its child `before` or behind all: handles made anew, `h:` links
    /// inside them following, symbols those of this document, names made free, laid out as the file around them.
    Result<Pasted, PasteFault> paste(SlotId parent, const Fragment& fragment, SlotId before = SlotId::None) const;

    void apply(const Edit& edit);
    void revert(const Edit& edit); ///< the edit must be the last one applied
    /// Rolls edits that are applied in this order into one.
    static Edit joined(const QList<Edit>& edits);
    /// What makes this document what another is, whose text was edited from the same bytes: then it has its bytes. Where the
    /// texts outside the elements differ besides, they stay.
    Edit leadingTo(const Document& wanted) const;
    /// One edit of several that were planned on the same document, none on top of another; nothing where two touch the same.
    static std::optional<Edit> combined(const QList<Edit>& edits);
    /// This document with `edit` applied, to plan the next edit on top of it and join the two. It shares the bytes and the
    /// index, so that it costs little; an edit it makes fits this document once `edit` is applied.
    Document previewed(const Edit& edit) const;

    bool hasChanges(SlotId slot)
        const; ///< it is new, or it or anything below it differs from the file as opened or saved: the red marks
    bool isModified() const;
    /// Whether the value of `name` under `component` differs from the file as opened or last saved, gone and new included.
    bool isValueChanged(SlotId component, QStringView name) const;

    /// A name under `parent` that is free: `wanted`, else `wanted1`, `wanted2` …
    QString freeName(SlotId parent, const QString& wanted) const;

    /// The XML with all edits in it, the untouched bytes copied. Written in one pass.
    QByteArray xml() const;
    /// The same in pieces, to be written one after the other. Those that no edit touched are not copies: the document has
    /// to outlive them.
    QList<QByteArray> xmlPieces() const;
    DocumentState state() const;
    /// The bytes as opened or last saved, and the same in pieces like xmlPieces().
    const QByteArray& openedXml() const;
    QList<QByteArray> openedXmlPieces() const;
    /// What leads from openedXml() to xml(), in little space and time; nobody but withDelta() reads it.
    QByteArray delta() const;
    /// The edited bytes again; nothing where the delta is not of these opened ones.
    static std::optional<QByteArray> withDelta(const QByteArray& openedXml, const QByteArray& delta);
    /// Says that xml() is now what is on disk: marks are measured from here. Edits made before can still be reverted.
    void markSaved();

private:
    friend class Fragment;
    friend QList<Difference> differences(const Document& before, const Document& after);
    friend QList<Difference> changesSinceSaved(const Document& document);
    struct Data;
    explicit Document(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// One reversible change of a Document, made by it and only meaningful for it. Copying is cheap.
class Edit {
public:
    Edit(); ///< changes nothing
    Edit(const Edit&);
    Edit& operator=(const Edit&);
    ~Edit();
    bool isEmpty() const;
    SlotId subject() const; ///< the slot set, added, removed or renamed
    /// The components whose own tag or list of children this changes, for views to update.
    QList<SlotId> touched() const;

private:
    friend class Document;
    friend class Draft;
    struct Data;
    std::shared_ptr<const Data> m_data;
};

struct Pasted {
    Edit edit;
    QList<SlotId> components; ///< what it adds under the parent; they are there once it is applied
    qsizetype slotCount = 0;  ///< all slots of them
};

} // namespace stationer
