#pragma once

#include <QWidget>

class QToolButton;

namespace stationer {

class FacetsTable;
class PlainLabel;
struct SheetRow;

/// A value that is only shown: a text to be selected, or facets as a table, and a button that copies the whole value however
/// much of it there is room for.
class ValueView : public QWidget {
    Q_OBJECT
public:
    ValueView(const QString& slot, QWidget* parent);
    void show(const SheetRow& row);

private:
    QString m_whole;
    PlainLabel* m_text;
    FacetsTable* m_table;
    QToolButton* m_copy;
};

} // namespace stationer
