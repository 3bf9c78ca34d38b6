#pragma once

#include <QList>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace stationer {

class LinkButton;
class RowView;

/// A group of rows under its name, a line across; folded it is its name alone, which shares a line with others
/// (GroupsLayout). Rare rows wait behind «More».
class GroupView : public QWidget {
    Q_OBJECT
public:
    enum class Start { Unfolded, Folded };
    GroupView(const QString& title, Start start, QWidget* parent);

    void insert(int position, RowView* row);
    void remove(RowView* row);
    const QList<RowView*>& rows() const { return m_rows; }
    /// Any widget that is not a row, at the end.
    void append(QWidget* widget);

    void setFolded(bool isFolded);
    /// The same, unless the user folded or unfolded it by hand.
    void suggestFolded(bool isFolded);
    void reveal(RowView* row); ///< one of its own: unfolds, also what waits behind «More»
    bool isFolded() const { return m_isFolded; }
    /// Shows the rows that match in label or slot, unfolded while there is a filter.
    void setFilter(const QString& text);
    void refresh(); ///< after rows were shown anew

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* m_title;
    QWidget* m_content;
    QVBoxLayout* m_layout;
    LinkButton* m_more;
    QList<RowView*> m_rows;
    QList<QWidget*> m_others;
    QString m_filter;
    bool m_isFolded = false;
    bool m_showsRare = false;
    bool m_isChosen = false;
};

} // namespace stationer
