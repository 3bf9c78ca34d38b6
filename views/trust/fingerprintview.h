#pragma once

#include <QWidget>

namespace stationer {

/// A fingerprint to be read aloud: large, in two lines of eight groups, so that a finger finds its place; and a button that
/// copies the one that counts.
class FingerprintView : public QWidget {
    Q_OBJECT
public:
    enum class Of { One, Before, Now }; ///< Before and Now stand beside each other and differ
    /// `fingerprint` is in groups.
    explicit FingerprintView(const QString& fingerprint, QWidget* parent = nullptr, Of of = Of::One);
};

} // namespace stationer
