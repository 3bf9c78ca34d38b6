#pragma once

#include "views/sheet/editors/editor.h"

namespace stationer {

class PlainLineEdit;
class QuietComboBox;

/// A value that is typed or taken from a list of usual ones: a port with the table of its protocol, the name of an account.
/// Said when it is finished or picked.
class ListedEditor : public Editor {
    Q_OBJECT
public:
    ListedEditor(int columns, QWidget* parent = nullptr);

    void setField(const Field& field) override;
    void commit() override;
    bool abandon() override;
    QWidget* control() override;

private:
    QuietComboBox* m_combo;
    PlainLineEdit* m_line;
    Field m_field;
};

} // namespace stationer
