#pragma once

#include <QWidget>

namespace stationer {

/// The Email Account Manager of an EmailService without accounts: what they are for, and the two buttons that add one.
class NoAccounts : public QWidget {
    Q_OBJECT
public:
    explicit NoAccounts(QWidget* parent = nullptr);

signals:
    void addChosen(const QString& type);
};

} // namespace stationer
