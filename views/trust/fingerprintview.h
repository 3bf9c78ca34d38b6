#pragma once

#include <QWidget>

namespace stationer {

/// A fingerprint to be read aloud: large, in two lines of eight groups, so that a finger finds its place; and a button that copies it.
class FingerprintView : public QWidget {
    Q_OBJECT
public:
    /// `fingerprint` is in groups.
    explicit FingerprintView(const QString& fingerprint, QWidget* parent = nullptr);
};

} // namespace stationer
