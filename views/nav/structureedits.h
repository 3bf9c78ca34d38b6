#pragma once

#include "catalogue/references.h"
#include "session/openstation.h"
#include "views/nav/arrangeactions.h"

#include <QList>
#include <QObject>

class QWidget;

namespace stationer {

class Wishes;

/// Adding, renaming, deleting, copying and moving components, with the questions and warnings that belong to it; each is one undo step
/// of the station. What is refused is said.
class StructureEdits : public QObject {
    Q_OBJECT
public:
    StructureEdits(OpenStation& station, Wishes& wishes, QWidget& window);

    void add(SlotId parent, const QString& type);
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
    void failed(const QString& sentence);
    void warned(const QString& sentence);

private:
    void pasteFromClipboard(SlotId selected);
    void duplicate(const QList<SlotId>& components);
    void reorder(SlotId parent);
    void findReferences(const QList<SlotId>& components);
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
