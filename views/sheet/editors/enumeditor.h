#pragma once

#include "views/sheet/editors/editor.h"

namespace stationer {

class QuietComboBox;

/// A frozen enum: one of its tags. A tag that the type does not have is shown as it stands in the file.
class EnumEditor : public Editor {
    Q_OBJECT
public:
    explicit EnumEditor(QWidget* parent = nullptr);

    void setField(const Field& field) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QuietComboBox* m_combo;
    Field m_field;
};

} // namespace stationer
