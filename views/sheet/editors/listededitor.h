#pragma once

#include "views/sheet/editors/lineeditor.h"

namespace stationer {

class QuietComboBox;

/// A value that is typed or taken from a list of usual ones: a port with the table of its protocol, the name of an account.
/// Said when it is finished or picked.
class ListedEditor : public LineEditor {
    Q_OBJECT
public:
    ListedEditor(int columns, QWidget* parent = nullptr);

    void setField(const Field& field) override;

protected:
    QString encoded(const QString& typed) const override;
    void showField() override;

private:
    QuietComboBox* m_combo;
};

} // namespace stationer
