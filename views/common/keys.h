#pragma once

#include <QKeySequence>

namespace stationer {

/// The keys of what can be wished in more than one menu, so that each of them shows them.
inline const QKeySequence testKey(Qt::Key_F5);
inline const QKeySequence findSettingsKey(Qt::SHIFT | Qt::Key_F5);
inline const QKeySequence testAllKey(Qt::CTRL | Qt::Key_F5);
inline const QKeySequence propertySheetKey(Qt::ALT | Qt::Key_Return);
inline const QKeySequence accountManagerKey(Qt::CTRL | Qt::Key_M);

} // namespace stationer
