#pragma once

#include "connection/alarm.h"
#include "views/common/dialog.h"

#include <QList>

class QComboBox;
class QPushButton;
class QRadioButton;

namespace stationer {

/// An incoming account in which a message could be seen to arrive.
struct Inbox {
    SlotId account = SlotId::None;
    QString path;
    bool isEnabled = true;
};

/// Asks how far an alarm is to be proven: whether the server takes it for every recipient, or with one real message that is
/// seen to arrive. It opens without blocking; the answer comes as a signal.
class ProveAlarm : public Dialog {
    Q_OBJECT
public:
    /// `preferred` is the inbox of the last time; else an enabled one is offered first.
    ProveAlarm(const AlarmSettings& alarm, const QList<Inbox>& inboxes, SlotId preferred, QWidget* parent = nullptr);

signals:
    void requested(stationer::Depth depth, stationer::SlotId through);

private:
    void check();

    QRadioButton* m_envelope;
    QRadioButton* m_message;
    QComboBox* m_inbox;
    QPushButton* m_prove;
};

} // namespace stationer
