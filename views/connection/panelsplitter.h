#pragma once

#include <QSplitter>

namespace stationer {

/// A view and below it a panel that is as high as what it says, up to a share of the whole. Dragging the line between them
/// changes that share.
class PanelSplitter : public QSplitter {
    Q_OBJECT
public:
    static constexpr double UsualShare = 0.45;
    explicit PanelSplitter(QWidget* parent = nullptr);

    void add(QWidget& view, QWidget& panel);
    double share() const { return m_share; } ///< the most that the panel takes
    void setShare(double share);             ///< one that is none of a height is the usual one

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int room() const;
    void fit();

    QWidget* m_panel = nullptr;
    double m_share = UsualShare;
    int m_wanted = 0; ///< of the panel when it was fitted last: what was dragged since stays until it says something else
    int m_most = 0;
};

} // namespace stationer
