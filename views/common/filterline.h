#pragma once

#include <QLineEdit>

namespace stationer {

/// A line to filter what is shown: its sign before the text, and behind it a button that clears it.
class FilterLine : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterLine(QWidget* parent = nullptr);
};

} // namespace stationer
