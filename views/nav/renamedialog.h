#pragma once

#include "views/common/dialog.h"

class QCheckBox;
class QLineEdit;

namespace stationer {

/// Asks for the new name of a component; where others refer to it, whether these follow, and which they are.
class RenameDialog : public Dialog {
    Q_OBJECT
public:
    /// `places`: what refers to it, in words.
    RenameDialog(const QString& name, const QStringList& places, QWidget* parent = nullptr);

signals:
    void nameChosen(const QString& name, bool followReferences);

private:
    QLineEdit* m_name;
    QCheckBox* m_follow = nullptr;
};

} // namespace stationer
