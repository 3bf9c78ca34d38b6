#pragma once

#include <QDialog>
#include <QTimer>

namespace stationer {

/// Says that a large station file is being read, with a way to give up. It shows itself only where it takes long enough to be noticed.
class OpeningDialog : public QDialog {
    Q_OBJECT
public:
    OpeningDialog(const QString& path, qint64 size, QWidget* window);

private:
    QTimer m_soon;
};

} // namespace stationer
