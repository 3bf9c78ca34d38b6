#pragma once

#include "catalogue/facets.h"

#include <QWidget>

class QGridLayout;

namespace stationer {

/// Facets as a small table to be read: key and value, each to be selected and copied.
class FacetsTable : public QWidget {
    Q_OBJECT
public:
    explicit FacetsTable(QWidget* parent = nullptr);
    void setRows(const QList<Facets::Entry>& rows);

private:
    QList<Facets::Entry> m_rows;
    QGridLayout* m_grid;
};

} // namespace stationer
