#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace stationer {

class MessageBox;
class Recovery;

/// Asks what to do with changes that an earlier run left unsaved. It blocks nothing but the window: they are restored or
/// discarded before anything else is edited. Where the file is another by now, it shows what fits it still and what does
/// not.
class RecoveryQuestion : public QObject {
    Q_OBJECT
public:
    RecoveryQuestion(Recovery& recovery, QWidget& window);

signals:
    void said(const QString& sentence);

private:
    void ask(int changes, bool fits);
    void askOfAnotherFile(MessageBox& box);

    Recovery& m_recovery;
    QWidget& m_window;
    QPointer<MessageBox> m_box;
};

} // namespace stationer
