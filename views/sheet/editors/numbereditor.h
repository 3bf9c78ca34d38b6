#pragma once

#include "views/sheet/editors/editor.h"

namespace stationer {

class PlainLineEdit;

/// An Integer or a Double: said when it is finished. The arrow keys step an integer. What is no number is said as well, so
/// that the refusal can be read, and then taken back.
class NumberEditor : public Editor {
    Q_OBJECT
public:
    enum class Kind { Integer, Double };
    explicit NumberEditor(Kind kind, QWidget* parent = nullptr);

    void setField(const Field& field) override;
    void commit() override;
    bool abandon() override;
    QWidget* control() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Kind m_kind;
    PlainLineEdit* m_line;
    Field m_field;
};

} // namespace stationer
