#pragma once

#include <QObject>

class QWidget;

namespace stationer {

class Recovery;

/// Asks what to do with changes that an earlier run left unsaved. It blocks nothing but the window: they are restored or discarded before
/// anything else is edited.
class RecoveryQuestion : public QObject {
    Q_OBJECT
public:
    RecoveryQuestion(Recovery& recovery, QWidget& window);

signals:
    void said(const QString& sentence);

private:
    void ask(int changes, bool fits);

    Recovery& m_recovery;
    QWidget& m_window;
};

} // namespace stationer
