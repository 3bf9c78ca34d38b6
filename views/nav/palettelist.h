#pragma once

#include <QWidget>

class QListWidget;

namespace stationer {

class OpenStation;

/// The types that can be added: double click or Enter adds nearest to the selected component, a drag to any. An EmailService is among
/// them while the station has none.
class PaletteList : public QWidget {
    Q_OBJECT
public:
    /// The station must outlive it.
    explicit PaletteList(const OpenStation& station, QWidget* parent = nullptr);
    QSize sizeHint() const override;

signals:
    void typeChosen(const QString& type);

private:
    void follow();

    const OpenStation& m_station;
    QListWidget* m_list;
};

} // namespace stationer
