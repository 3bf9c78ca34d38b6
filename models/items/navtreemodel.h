#pragma once

#include "items/navrows.h"
#include "items/roles.h"
#include "station/slotid.h"

#include <QAbstractItemModel>
#include <QString>
#include <QTimer>

#include <memory>

namespace stationer {

class LastTests;
class OpenHandover;
class NavFilter;
class OpenStation;

/// The components of the open station as a tree, its root row the station itself. Children are looked up when they are first
/// asked for, so that a file of a million elements costs what is seen of it. Follows edits by rows put in and taken out.
/// Components can be dragged out of it and into it, types from the palette dropped on it; what may not live somewhere is
/// refused while it is still in the air. Doing it is others'. With a filter it holds the components whose name or type
/// matches, and the way to them; they come in slices of a few milliseconds, so that typing never waits.
class NavTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    /// Both must outlive the model. Roles are those of NavRole.
    NavTreeModel(const OpenStation& station, const LastTests& tests, QObject* parent = nullptr);
    ~NavTreeModel() override;
    void setHandover(const OpenHandover& handover); ///< whose open items are shown then; it must outlive the model

    SlotId slotAt(const QModelIndex& index) const; ///< None for no index
    QModelIndex indexOf(SlotId slot);              ///< looks up the way to it; invalid where it is not shown

    void setFilter(const QString& text); ///< empty shows all; a match has everything below it
    QString filter() const { return m_filterText; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override;
    Qt::DropActions supportedDropActions() const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

signals:
    /// Components of this station were dropped under `parent`, before its child `before` or behind all.
    void componentsDropped(const QList<stationer::SlotId>& components, Qt::DropAction action, stationer::SlotId parent,
                           stationer::SlotId before);
    void bogDropped(const QByteArray& bog, stationer::SlotId parent, stationer::SlotId before); ///< from elsewhere
    void typeDropped(stationer::SlotId parent, const QString& type);
    void filterFinished(int matches); ///< all matches of the filter are in the tree

private:
    NavRows::Row* rowOf(const QModelIndex& index) const;
    QModelIndex indexOf(const NavRows::Row* row) const;
    bool isShown(SlotId child, const NavRows::Row& parent) const;
    QList<SlotId> shownChildren(const NavRows::Row& row) const;
    void populate(NavRows::Row& row);
    void follow(NavRows::Row& row);
    void dropGone(NavRows::Row& row);
    void putIn(NavRows::Row& row, qsizetype number, const QList<SlotId>& slotIds);
    void followAll(const QList<SlotId>& touched);
    void rebuild();
    void refresh(SlotId slot);
    void takeSlice();
    void take(SlotId match);
    SlotId childAt(const QModelIndex& parent, int row) const;

    const OpenStation& m_station;
    const LastTests& m_tests;
    const OpenHandover* m_handover = nullptr;
    NavRows m_rows;
    bool m_isFollowing = false; ///< rows are being put in and taken out: nobody may ask for more of them meanwhile
    QString m_filterText;
    std::unique_ptr<NavFilter> m_filter; ///< none: all is shown
    QTimer m_slices;
};

/// The name of a component as the tree and the breadcrumbs show it: unescaped; the root is the station's title.
QString shownName(const OpenStation& station, SlotId slot);

} // namespace stationer
