#pragma once

#include "views/sheet/editors/editor.h"

namespace stationer {

class PlainLineEdit;
class QuietComboBox;

/// A time span, milliseconds in the file, shown in the largest unit that keeps it whole; 90 s stays 90 s.
class RelTimeEditor : public Editor {
    Q_OBJECT
public:
    explicit RelTimeEditor(QWidget* parent = nullptr);

    void setField(const Field& field) override;
    void commit() override;
    bool abandon() override;
    QWidget* control() override;

private:
    PlainLineEdit* m_line;
    QuietComboBox* m_unit;
    Field m_field;
    bool m_isUnitPicked = false;
};

} // namespace stationer
