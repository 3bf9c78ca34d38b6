#pragma once

#include <QWidget>

#include <functional>

class QAbstractItemModel;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace stationer {

class PlainLabel;
class TrustFilter;

/// A table of trust with its filter and a row of buttons; empty, it says what to do instead. Double click and Enter mean the
/// first button, the Delete key the one that deletes.
class TrustTable : public QWidget {
    Q_OBJECT
public:
    TrustTable(QAbstractItemModel& model, const QString& name, const QString& whenEmpty, QWidget* parent = nullptr);

    enum class Needs { Nothing, One, Some };
    /// Where it `fits` only some rows, one of those has to be selected.
    QPushButton* addButton(const QString& text, const QString& name, Needs needs, std::function<bool(int row)> fits = {});
    void setDeleteButton(QPushButton* button) { m_delete = button; }
    QList<int> selectedRows() const; ///< of the model, in the order shown
    void selectRow(int row);         ///< of the model
    /// Empty: all rows. `whenNothing` is said where no row is left, until another filter is typed.
    void filterBy(const QString& text, const QString& whenNothing = {});
    /// These stand first, in this order; the others follow as the model has them.
    void showFirst(const QList<int>& columns);
    QTableView* table() const { return m_table; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    static QString nothingLeft();
    void followRows();
    void followSelection();
    void sizeColumns();
    void growColumns();

    TrustFilter* m_filtered;
    QTableView* m_table;
    QLineEdit* m_filter;
    QStackedWidget* m_stack;
    PlainLabel* m_count;
    PlainLabel* m_nothingLeft = nullptr;
    QHBoxLayout* m_buttons;
    struct Needing {
        QPushButton* button;
        Needs needs;
        std::function<bool(int row)> fits;
    };
    QList<Needing> m_needing;
    QPushButton* m_first = nullptr;
    QPushButton* m_delete = nullptr;
    bool m_isSized = false;
    QList<int> m_widths; ///< of the columns, as they were set here
};

} // namespace stationer
