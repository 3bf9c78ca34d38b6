#pragma once

#include <QToolButton>

namespace stationer {

/// A title that folds what stands under it, with a chevron that says which way.
class FoldButton : public QToolButton {
    Q_OBJECT
public:
    explicit FoldButton(const QString& text, QWidget* parent = nullptr);
    /// Shown while unfolded.
    void setContent(QWidget* content);
    void setUnfolded(bool isUnfolded) { setChecked(isUnfolded); }
    bool isUnfolded() const { return isChecked(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    QWidget* m_content = nullptr;
};

} // namespace stationer
