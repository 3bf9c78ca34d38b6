#pragma once

#include "terms/endpoint.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace stationer {

class ElidedLabel;
class Wishes;

/// One line that says that a test of an account runs that is not the one shown, and cancels it; hidden while there is none.
class OtherTestBar : public QWidget {
    Q_OBJECT
public:
    explicit OtherTestBar(Wishes& wishes, QWidget* parent = nullptr);

    void setServer(const std::optional<Endpoint>& server);

private:
    ElidedLabel* m_sentence;
    QPushButton* m_cancel;
};

} // namespace stationer
