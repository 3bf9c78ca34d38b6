#include "views/common/viewswitcher.h"

#include "views/common/accessibles.h"
#include "views/common/colours.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// One of several that belong together: flat, the chosen one underlined in the accent colour and bold enough to be told
/// without it.
class SwitchButton : public QAbstractButton {
public:
    SwitchButton(const QString& text, QWidget* parent) : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setAccessibleName(QString(text).remove(u'&'));
        Accessibles::setRole(*this, QAccessible::PageTab);
    }
    QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setBold(true);
        const QFontMetrics metrics(bold);
        return {metrics.size(Qt::TextShowMnemonic, text()).width() + metrics.averageCharWidth() * 2, metrics.height() + 10};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colours colours = Colours::of(palette());
        if (isChecked()) {
            QFont bold = font();
            bold.setBold(true);
            painter.setFont(bold);
            painter.fillRect(QRect(0, height() - 3, width(), 2), colours.accent);
        }
        painter.setPen(isChecked() || underMouse() ? palette().color(QPalette::WindowText) : colours.muted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
        if (hasFocus()) {
            painter.setPen(QPen(colours.accent, 1));
            painter.drawRect(rect().adjusted(0, 0, -1, -1));
        }
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }
};

} // namespace

ViewSwitcher::ViewSwitcher(QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QHBoxLayout(this))
{
    setObjectName(u"viewSwitcher"_s);
    setAccessibleName(tr("Views"));
    Accessibles::setRole(*this, QAccessible::PageTabList);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    connect(m_group, &QButtonGroup::idClicked, this, &ViewSwitcher::chosen);
    hide();
}

void ViewSwitcher::add(int id, const QString& text, const QString& name)
{
    auto* button = new SwitchButton(text, this);
    button->setObjectName(name);
    m_group->addButton(button, id);
    m_layout->addWidget(button);
}

void ViewSwitcher::setChosen(int id)
{
    if (QAbstractButton* button = m_group->button(id))
        button->setChecked(true);
}

} // namespace stationer
