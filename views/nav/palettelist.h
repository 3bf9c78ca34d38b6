#pragma once

#include <QWidget>

class QListWidget;

namespace stationer {

/// The types that can be added: double click or Enter adds to the selected component, a drag to any other.
class PaletteList : public QWidget {
    Q_OBJECT
public:
    explicit PaletteList(QWidget* parent = nullptr);
    QSize sizeHint() const override;

signals:
    void typeChosen(const QString& type);

private:
    QListWidget* m_list;
};

} // namespace stationer
