#pragma once

#include <QTreeView>

#include <functional>

namespace stationer {

/// The format of a type that is dragged from the palette: `module:Type` in UTF-8.
inline constexpr QLatin1StringView draggedTypeFormat("application/x-stationer-type");

/// The tree itself: one column, keys for what the menu offers, and drops of types from the palette.
class NavView : public QTreeView {
    Q_OBJECT
public:
    explicit NavView(QWidget* parent = nullptr);
    /// Whether a type may be dropped on a row.
    void setPlacement(std::function<bool(const QModelIndex&, const QString&)> isAllowed)
    {
        m_isAllowed = std::move(isAllowed);
    }

signals:
    void typeDropped(const QModelIndex& on, const QString& type);
    void renamePressed();
    void deletePressed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::function<bool(const QModelIndex&, const QString&)> m_isAllowed;
};

} // namespace stationer
