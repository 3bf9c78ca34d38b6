#pragma once

#include <QWidget>

class QListWidget;

namespace stationer {

class FoldButton;
class OpenStation;

/// The types that can be added: double click or Enter adds nearest to the selected component, a drag to any. An EmailService
/// is among them while the station has none. In a low window it is folded to its title.
class PaletteList : public QWidget {
    Q_OBJECT
public:
    /// The station must outlive it.
    explicit PaletteList(const OpenStation& station, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    void suggestUnfolded(bool isUnfolded); ///< as long as the user did not say

signals:
    void typeChosen(const QString& type);
    void heightChanged(); ///< it was folded or unfolded, and is as high as its sizeHint()

private:
    void follow();
    void fit();

    const OpenStation& m_station;
    FoldButton* m_fold;
    QListWidget* m_list;
    bool m_isChosen = false;
};

} // namespace stationer
