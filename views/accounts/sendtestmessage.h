#pragma once

#include "connection/settings.h"
#include "views/common/dialog.h"

class QCheckBox;
class QPushButton;

namespace stationer {

class PlainLabel;
class PlainLineEdit;

/// Asks where the one real message of a test is to go, and says what will be sent, by which server and from which address.
/// It opens without blocking; the answer comes as a signal.
class SendTestMessage : public Dialog {
    Q_OBJECT
public:
    SendTestMessage(const ConnectionSettings& account, const QString& recipient, QWidget* parent = nullptr);

signals:
    /// Depth::Message, or Depth::Envelope where the server is only to be asked.
    void requested(stationer::Depth depth, const QString& recipient);

private:
    void check();
    QString recipient() const;

    bool m_hasSender;
    PlainLineEdit* m_recipient;
    PlainLabel* m_fault;
    QCheckBox* m_onlyAsk;
    QPushButton* m_send;
};

/// Whether mail can be addressed to this: a name, one @, a host, and nothing that could end the address.
bool isMailAddress(const QString& text);

} // namespace stationer
