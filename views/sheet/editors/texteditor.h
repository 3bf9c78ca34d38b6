#pragma once

#include "views/sheet/editors/editor.h"

namespace stationer {

class PlainLineEdit;

/// A String or an Ord: every key is said as typing, so that a test or a save never misses the last one.
class TextEditor : public Editor {
    Q_OBJECT
public:
    explicit TextEditor(QWidget* parent = nullptr);

    void setField(const Field& field) override;

private:
    PlainLineEdit* m_line;
    QString m_value;
};

} // namespace stationer
