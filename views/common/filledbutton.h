#pragma once

#include <QObject>

class QPushButton;

namespace stationer {

/// Which button of a window is the filled one: two of them would say nothing. A button asks for it with the property
/// `primary`, a dialog's default button by being that. Of those that can be seen and pressed, the one that stands back least
/// is filled.
bool isFilled(const QPushButton& button);
/// Asks for it, behind whoever stands back less; 0 is what buttons do otherwise.
void askToBeFilled(QPushButton& button, int standsBack);

/// Paints the others of a window anew where one that asks comes, goes, or can be pressed again.
class FilledButtons : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace stationer
