#include "views/demohint.h"

#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

struct StepWords {
    QString title, sentence;
};

StepWords wordsOf(DemoHint::Step step)
{
    switch (step) {
    case DemoHint::Step::Open:
        return {DemoHint::tr("Open"), DemoHint::tr("Choose OldSettings in the Nav tree; its property sheet opens.")};
    case DemoHint::Step::Set:
        return {DemoHint::tr("Set"), DemoHint::tr("Switch Use Ssl on: this port expects it.")};
    case DemoHint::Step::Test:
        return {DemoHint::tr("Test"), DemoHint::tr("Press F5, or Test above.")};
    case DemoHint::Step::Settle:
        return {DemoHint::tr("Settle"),
                DemoHint::tr("Nobody knows the demo server's certificate: accept it, or import its root CA.")};
    case DemoHint::Step::TestAll:
        return {DemoHint::tr("Test All"), DemoHint::tr("Choose EmailService in the Nav tree and press Test All.")};
    case DemoHint::Step::Save:
        return {DemoHint::tr("Save"), DemoHint::tr("Only the lines that you changed are written.")};
    }
    Q_UNREACHABLE();
}

} // namespace

/// A step's number in a circle; a check mark once it is done.
class DemoStepSign : public QWidget {
public:
    enum class State { Ahead, Now, Done };

    DemoStepSign(int number, QWidget* parent) : QWidget(parent), m_number(number)
    {
        const int extent = fontMetrics().height() + 6;
        setFixedSize(extent, extent);
        setObjectName(u"demoStep%1"_s.arg(number));
    }
    void setState(State state, const QString& title)
    {
        m_state = state;
        //: A step of the demo: %1 its number, %2 its name
        setAccessibleName(state == State::Done ? DemoHint::tr("Step %1, %2: done").arg(m_number).arg(title)
                                               : DemoHint::tr("Step %1, %2").arg(m_number).arg(title));
        setToolTip(plainToolTip(title));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Colours colours = Colours::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (m_state == State::Done)
            return paintBadge(painter, Badge::Passed, rect(), palette());
        const bool isNow = m_state == State::Now;
        painter.setPen(isNow ? QPen(Qt::NoPen) : QPen(colours.muted, 1));
        painter.setBrush(isNow ? palette().brush(QPalette::Highlight) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
        QFont bold = font();
        bold.setBold(isNow);
        painter.setFont(bold);
        painter.setPen(isNow ? palette().color(QPalette::HighlightedText) : colours.muted);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    State m_state = State::Ahead;
};

DemoHint::DemoHint(QWidget* parent) : QFrame(parent), m_title(new PlainLabel({}, this)), m_sentence(new PlainLabel({}, this))
{
    setObjectName(u"demoHint"_s);
    setAccessibleName(tr("The demo in six steps"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 5, 8, 5);
    layout->setSpacing(4);
    for (int i = 0; i < stepCount; ++i) {
        m_signs[std::size_t(i)] = new DemoStepSign(i + 1, this);
        layout->addWidget(m_signs[std::size_t(i)], 0, Qt::AlignVCenter);
    }
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(u"demoStepTitle"_s);
    m_sentence->setObjectName(u"demoStepSentence"_s);
    m_sentence->setWrapped();
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addSpacing(4);
    layout->addWidget(m_sentence, 1);
    auto* close = new QToolButton(this);
    close->setIcon(icon(u"close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the hint"));
    close->setAccessibleName(tr("Close the hint"));
    close->setObjectName(u"closeDemoHint"_s);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    hide();
}

void DemoHint::begin()
{
    m_isDone = {};
    follow();
    show();
}

void DemoHint::tick(Step step)
{
    m_isDone[std::size_t(step)] = true;
    follow();
}

void DemoHint::follow()
{
    const auto next = std::ranges::find(m_isDone, false);
    for (std::size_t i = 0; i < m_isDone.size(); ++i)
        m_signs[i]->setState(m_isDone[i]                                 ? DemoStepSign::State::Done
                             : i == std::size_t(next - m_isDone.begin()) ? DemoStepSign::State::Now
                                                                         : DemoStepSign::State::Ahead,
                             wordsOf(Step(i)).title);
    const StepWords words = next == m_isDone.end()
                                //: All steps of the demo
                                ? StepWords{tr("Done"), tr("File ▸ Open opens a station of your own.")}
                                : wordsOf(Step(next - m_isDone.begin()));
    m_title->setText(words.title);
    m_sentence->setText(words.sentence);
}

void DemoHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor tint = Colours::of(palette()).accent;
    tint.setAlphaF(0.10f);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Colours::of(palette()).separator);
}

} // namespace stationer
