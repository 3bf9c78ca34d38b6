#pragma once

#include "views/sheet/editors/plainlineedit.h"

namespace stationer {

/// A line to filter what is shown: its sign before the text, and behind it a button that clears it. Undo is the window's.
class FilterLine : public PlainLineEdit {
    Q_OBJECT
public:
    explicit FilterLine(QWidget* parent = nullptr);
};

} // namespace stationer
