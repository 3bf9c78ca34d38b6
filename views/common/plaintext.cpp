#include "views/common/plaintext.h"

#include "terms/hiddencharacter.h"
#include "views/common/accessibles.h"
#include "views/common/colours.h"

#include <QEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

PlainLabel::PlainLabel(const QString& text, QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

void PlainLabel::setWrapped()
{
    setWordWrap(true);
}

void PlainLabel::setSelectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
}

void PlainLabel::setMuted(bool isMuted)
{
    const bool wasMuted = std::exchange(m_isMuted, isMuted);
    if (wasMuted && !isMuted)
        setPalette({});
    tint();
}

void PlainLabel::setHeading(qreal scale)
{
    QFont heading = font();
    heading.setBold(true);
    heading.setPointSizeF(heading.pointSizeF() * scale);
    setFont(heading);
    Accessibles::setRole(*this, QAccessible::Heading);
}

void PlainLabel::setMonospace()
{
    setFont(monospaceFont(*this));
}

void PlainLabel::tint()
{
    if (!m_isMuted)
        return;
    QPalette own = palette();
    const QColor muted = Colours::of(own).muted;
    if (own.color(QPalette::WindowText) == muted && own.color(QPalette::Text) == muted)
        return;
    own.setColor(QPalette::WindowText, muted);
    own.setColor(QPalette::Text, muted); // on a ground of the role Base
    setPalette(own);
}

void PlainLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setMuted()
{
    m_isMuted = true;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(m_isMuted ? Colours::of(palette()).muted : palette().color(QPalette::WindowText));
    painter.drawText(
        rect(), int(Qt::AlignVCenter | Qt::TextSingleLine) | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        fontMetrics().elidedText(m_text, m_mode, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent*)
{
    setToolTip(fontMetrics().horizontalAdvance(m_text) > width() ? plainToolTip(m_text) : QString());
}

QString plainToolTip(const QString& text)
{
    QString escaped = text.toHtmlEscaped();
    escaped.replace(u'\n', "<br/>"_L1);
    return escaped.isEmpty() ? QString() : u"<qt>"_s + escaped + u"</qt>"_s;
}

QString textOfToolTip(const QString& toolTip)
{
    if (!toolTip.startsWith("<qt>"_L1))
        return toolTip;
    QString text = toolTip.sliced(4).chopped(5);
    text.replace("<br/>"_L1, "\n"_L1).replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    return text.replace("&amp;"_L1, "&"_L1);
}

QString shownOnOneLine(const QString& text, qsizetype maximum)
{
    QString shown;
    shown.reserve(qMin(text.size(), maximum));
    for (qsizetype i = 0; i < text.size();) {
        if (shown.size() >= maximum)
            return shown + u'…';
        const Character character = characterAt(text, i);
        if (character.code < 0x20)
            shown += QChar(char16_t(0x2400 + character.code));
        else if (isHidden(character.code))
            shown += QChar(0xfffd);
        else
            shown += QStringView(text).sliced(i, character.units);
        i += character.units;
    }
    return shown;
}

QFont monospaceFont(const QWidget& like)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(like.font().pointSizeF());
    return font;
}

} // namespace stationer
