#pragma once

#include "catalogue/references.h"
#include "session/openstation.h"
#include "views/nav/arrangeactions.h"

#include <QList>
#include <QObject>

#include <functional>

class QWidget;

namespace stationer {

class Wishes;

/// Why something was not done, and what can be done instead, if anything.
struct Refusal {
    QString sentence;
    QString remedy = {}; ///< its label
    std::function<void()> act = {};
};

/// Adding, renaming, deleting, copying and moving components, with the questions and warnings that belong to it; each is one
/// undo step of the station. What is refused is said.
class StructureEdits : public QObject {
    Q_OBJECT
public:
    StructureEdits(OpenStation& station, Wishes& wishes, QWidget& window);

    void add(SlotId parent, const QString& type);
    void addNear(SlotId component, const QString& type); ///< where it may live, nearest to the component
    void rename(SlotId component);
    void remove(SlotId component) { remove(QList{component}); }
    void remove(const QList<SlotId>& components);
    void arrange(Arranging what, const QList<SlotId>& components);
    /// `asText` is what a program that knows no components pastes; empty: their bog.
    void copy(const QList<SlotId>& components, const QString& asText = {});
    /// What was dropped: components of this station, or a bog from elsewhere.
    void drop(const QList<SlotId>& components, Qt::DropAction action, SlotId parent, SlotId before);
    void paste(const QByteArray& bog, SlotId parent, SlotId before);

signals:
    void added(stationer::SlotId component);
    void arrived(const QList<stationer::SlotId>& components); ///< pasted, duplicated or moved: to be selected
    void refused(const stationer::Refusal& refusal);
    void warned(const QString& sentence);

private:
    Refusal refusalOf(const StructureFault& fault, SlotId component, const QString& type);
    void pasteFromClipboard(SlotId selected);
    void duplicate(const QList<SlotId>& components);
    void reorder(SlotId parent);
    void findReferences(const QList<SlotId>& components);
    void saveSelection(const QList<SlotId>& components);
    void saveSelectionTo(const QString& path, const QList<SlotId>& components);
    void cut(const QList<SlotId>& components);
    void askBefore(const QList<SlotId>& components, const QList<Reference>& left);
    void removeNow(const QList<SlotId>& components);
    void tell(const Arrived& arrived, bool isOfThisStation);
    bool tell(const std::optional<StructureFault>& fault); ///< true where there is none

    OpenStation& m_station;
    Wishes& m_wishes;
    QWidget& m_window;
};

} // namespace stationer
