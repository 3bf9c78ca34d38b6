#include "views/demohint.h"

#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

class Numeral : public QWidget {
public:
    Numeral(int number, QWidget* parent) : QWidget(parent), m_number(number)
    {
        const int extent = fontMetrics().height() + 6;
        setFixedSize(extent, extent);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.drawEllipse(rect());
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(palette().color(QPalette::HighlightedText));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
};

} // namespace

DemoHint::DemoHint(QWidget* parent) : QFrame(parent)
{
    setObjectName(u"demoHint"_s);
    setAccessibleName(tr("The demo in three steps"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    const QStringList steps{
        tr("Right-click an account in the Nav tree and choose Actions ▸ Test Connection."),
        tr("Meet the challenge: nobody here knows the demo server's certificate."),
        tr("Accept it as an exemption, or import the root CA, and see the test pass."),
    };
    for (int i = 0; i < steps.size(); ++i) {
        auto* step = new PlainLabel(steps[i], this);
        step->setWrapped();
        if (i > 0)
            layout->addSpacing(8);
        layout->addWidget(new Numeral(i + 1, this), 0, Qt::AlignVCenter);
        layout->addWidget(step, 1);
    }
    auto* close = new QToolButton(this);
    close->setIcon(icon(u"close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the hint"));
    close->setAccessibleName(tr("Close the hint"));
    close->setObjectName(u"closeDemoHint"_s);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    hide();
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
