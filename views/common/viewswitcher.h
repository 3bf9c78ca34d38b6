#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace stationer {

/// The views of a component, side by side, the one that is shown pressed. Hidden where there is no choice. Reached by Tab,
/// moved along by the arrow keys.
class ViewSwitcher : public QWidget {
    Q_OBJECT
public:
    explicit ViewSwitcher(QWidget* parent = nullptr);

    void add(int id, const QString& text, const QString& name);
    void setChosen(int id);
    void setOffered(bool isOffered) { setVisible(isOffered); }

signals:
    void chosen(int id);

private:
    QButtonGroup* m_group;
    QHBoxLayout* m_layout;
};

} // namespace stationer
