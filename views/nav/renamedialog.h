#pragma once

#include "views/common/dialog.h"

class QCheckBox;
class QLineEdit;

namespace stationer {

/// Asks for the new name of a component; where others refer to it, whether they follow.
class RenameDialog : public Dialog {
    Q_OBJECT
public:
    RenameDialog(const QString& name, int references, QWidget* parent = nullptr);

signals:
    void nameChosen(const QString& name, bool followReferences);

private:
    QLineEdit* m_name;
    QCheckBox* m_follow = nullptr;
};

} // namespace stationer
