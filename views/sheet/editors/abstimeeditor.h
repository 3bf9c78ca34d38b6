#pragma once

#include "views/sheet/editors/editor.h"

namespace stationer {

class PlainLineEdit;

/// A point in time, ISO 8601 with offset as in the file; seconds, zone and the T may be left out when typing.
class AbsTimeEditor : public Editor {
    Q_OBJECT
public:
    explicit AbsTimeEditor(QWidget* parent = nullptr);

    void setField(const Field& field) override;
    void commit() override;
    bool abandon() override;
    QWidget* control() override;

private:
    PlainLineEdit* m_line;
    Field m_field;
};

} // namespace stationer
