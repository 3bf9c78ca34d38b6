#pragma once

#include "views/common/dialog.h"

#include <QTimer>

#include <chrono>

class QProgressBar;

namespace stationer {

class PlainLabel;
class StationReading;

/// Says how far a large station file has been read, with a way to give up. It shows itself only where it takes long enough
/// to be noticed.
class OpeningDialog : public Dialog {
    Q_OBJECT
public:
    /// `reading` must outlive it.
    OpeningDialog(const QString& path, const StationReading& reading, QWidget* window);

private:
    void look();

    const StationReading& m_reading;
    const QString m_name;
    PlainLabel* m_text;
    PlainLabel* m_wait; ///< says that nothing comes
    QProgressBar* m_bar;
    QTimer m_soon;
    QTimer m_often;
    std::chrono::steady_clock::time_point m_lastCame;
};

} // namespace stationer
