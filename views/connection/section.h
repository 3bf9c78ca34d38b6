#pragma once

#include <QWidget>

namespace stationer {

class ElidedLabel;
class FoldButton;

/// A part of the test panel under a title that folds it. Beside the title stands in a few words what is in it. Folded it is
/// its title, and several share a line; unfolded it takes a line of its own.
class Section : public QWidget {
    Q_OBJECT
public:
    /// `name` is that of the button that folds.
    Section(const QString& title, const QString& name, QWidget* content, QWidget* parent = nullptr);

    void setSummary(const QString& summary);
    QString summary() const;
    void setUnfolded(bool isUnfolded);
    bool isUnfolded() const;

    QSize sizeHint() const override;

signals:
    void toggled(bool isUnfolded); ///< by the user

private:
    void follow();

    FoldButton* m_fold;
    ElidedLabel* m_summary;
};

} // namespace stationer
