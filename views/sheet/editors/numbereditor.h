#pragma once

#include "views/sheet/editors/lineeditor.h"

namespace stationer {

/// An Integer or a Double. The arrow keys step an integer.
class NumberEditor : public LineEditor {
    Q_OBJECT
public:
    enum class Kind { Integer, Double };
    explicit NumberEditor(Kind kind, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Kind m_kind;
};

} // namespace stationer
