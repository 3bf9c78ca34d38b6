#pragma once

#include <QObject>
#include <QPalette>
#include <QString>

class QApplication;

namespace stationer {

enum class Appearance { System, Light, Dark };

/// How the program looks, and what it is to someone who does not see it: the desktop's own style where there is one, else
/// Fusion with the program's palettes. It is made once, before the first window, and remembers what the system had.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& application);

    Appearance appearance() const { return m_appearance; }
    void apply(Appearance appearance);

private:
    QApplication& m_application;
    QPalette m_systemPalette;
    QString m_systemStyle;
    Appearance m_appearance = Appearance::System;
};

} // namespace stationer
