#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace stationer {

class Recovery;

/// Asks what to do with changes that an earlier run left unsaved. It blocks nothing but the window: they are restored or discarded before
/// anything else is edited. Where the file is another by now, it shows what fits it still and what does not.
class RecoveryQuestion : public QObject {
    Q_OBJECT
public:
    RecoveryQuestion(Recovery& recovery, QWidget& window);

signals:
    void said(const QString& sentence);

private:
    void ask(int changes, bool fits);
    void askOfAnotherFile(QMessageBox& box);

    Recovery& m_recovery;
    QWidget& m_window;
    QPointer<QMessageBox> m_box;
};

} // namespace stationer
