#pragma once

#include <QHeaderView>

#include <chrono>
#include <vector>

namespace stationer {

/// Where times stand on a length of pixels that begins with the test and ends with its longest bar.
struct TimeScale {
    std::chrono::nanoseconds span{1};
    int length = 1;

    int at(std::chrono::nanoseconds time) const;
    /// Round times, evenly spaced, so few that labels `labelWidth` wide do not touch.
    std::vector<std::chrono::nanoseconds> ticks(int labelWidth) const;
};

/// `0`, `20 ms`, `1.5 s`: a tick of the ruler.
QString shownTick(std::chrono::nanoseconds time);

/// The waterfall's head: quiet titles, and above the bars a ruler of the time since the test began.
class TimeRuler : public QHeaderView {
    Q_OBJECT
public:
    explicit TimeRuler(int timeColumn, QWidget* parent = nullptr);

    void setSpan(std::chrono::nanoseconds span);
    TimeScale scale() const; ///< of the time column as it is wide now
    int tickLabelWidth() const;

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    int m_timeColumn;
    std::chrono::nanoseconds m_span{1};
};

} // namespace stationer
