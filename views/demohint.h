#pragma once

#include <QFrame>

#include <array>

namespace stationer {

class DemoStepSign;
class PlainLabel;

/// The steps of the demo on one line over the sheet, until it is closed: those that are done are ticked, and the first that
/// is not is said in a sentence. They are those of README's tour.
class DemoHint : public QFrame {
    Q_OBJECT
public:
    enum class Step { Open, Set, Test, Settle, TestAll, Save };
    static constexpr int stepCount = 6;

    explicit DemoHint(QWidget* parent = nullptr);

    void begin(); ///< nothing is done yet
    void tick(Step step);
    bool isDone(Step step) const { return m_isDone[std::size_t(step)]; }

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    std::array<bool, stepCount> m_isDone{};
    std::array<DemoStepSign*, stepCount> m_signs{};
    PlainLabel* m_title;
    PlainLabel* m_sentence;
};

} // namespace stationer
