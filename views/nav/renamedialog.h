#pragma once

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace stationer {

/// Asks for the new name of a component; where others refer to it, whether they follow.
class RenameDialog : public QDialog {
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
