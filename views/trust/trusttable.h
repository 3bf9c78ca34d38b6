#pragma once

#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace stationer {

/// A table of trust with its filter and a row of buttons; empty, it says what to do instead.
class TrustTable : public QWidget {
    Q_OBJECT
public:
    TrustTable(QAbstractItemModel& model, const QString& name, const QString& whenEmpty, QWidget* parent = nullptr);

    enum class Needs { Nothing, Selection };
    QPushButton* addButton(const QString& text, const QString& name, Needs needs);
    QList<int> selectedRows() const; ///< of the model, from the last up, so that rows can be deleted one by one
    QTableView* table() const { return m_table; }

signals:
    void rowActivated(int row);

private:
    void follow();
    QSortFilterProxyModel* m_proxy;
    QTableView* m_table;
    QStackedWidget* m_stack;
    QHBoxLayout* m_buttons;
    QList<QPushButton*> m_needingSelection;
};

} // namespace stationer
