#pragma once

#include "views/sheet/editors/editor.h"

class QCheckBox;

namespace stationer {

/// A Boolean: said as soon as it is set.
class BooleanEditor : public Editor {
    Q_OBJECT
public:
    explicit BooleanEditor(QWidget* parent = nullptr);

    void setField(const Field& field) override;

private:
    QCheckBox* m_box;
    Field m_field;
};

} // namespace stationer
