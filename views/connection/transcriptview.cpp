#include "views/connection/transcriptview.h"

#include "views/common/colours.h"
#include "views/common/plaintext.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype longestTranscriptLine = 2000;
constexpr int mostLinesShown = 18;

QChar signOf(TranscriptLine::Direction direction)
{
    switch (direction) {
    case TranscriptLine::Direction::ToServer:
        return u'→';
    case TranscriptLine::Direction::FromServer:
        return u'←';
    case TranscriptLine::Direction::Note:
        return u'·';
    }
    Q_UNREACHABLE();
}

/// A small closed lock.
void paintLock(QPainter& painter, const QRectF& room, const QColor& colour)
{
    const qreal side = qMin(room.width(), room.height());
    const QRectF square(room.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    const auto at = [&](qreal x, qreal y) { return square.topLeft() + QPointF(side * x, side * y); };
    painter.setPen(QPen(colour, side * 0.12));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(at(0.28, 0.08), at(0.72, 0.72)), 0, 180 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(at(0.14, 0.42), at(0.86, 0.96)), side * 0.08, side * 0.08);
}

} // namespace

TranscriptView::TranscriptView(QWidget* parent) : QPlainTextEdit(parent)
{
    setObjectName(u"transcriptText"_s);
    setAccessibleName(tr("Transcript of the test, passwords masked"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(monospaceFont(*this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // A protocol runs from the left whatever the language around it.
    setLayoutDirection(Qt::LeftToRight);
    document()->setDocumentMargin(4);
}

int TranscriptView::gutter() const
{
    return fontMetrics().height() + 4;
}

void TranscriptView::setLines(const QList<TranscriptLine>& lines)
{
    m_lines = lines;
    write();
}

void TranscriptView::write()
{
    m_isWriting = true;
    const Colours colours = Colours::of(palette());
    QColor tint = colours.accent;
    tint.setAlphaF(isDark(palette()) ? 0.13f : 0.07f);
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    bool isFirst = true;
    for (const TranscriptLine& line : m_lines) {
        QTextBlockFormat block;
        block.setLeftMargin(gutter());
        if (line.isEncrypted)
            block.setBackground(tint);
        if (isFirst)
            cursor.setBlockFormat(block);
        else
            cursor.insertBlock(block);
        isFirst = false;
        QTextCharFormat quiet;
        quiet.setForeground(colours.muted);
        QTextCharFormat text;
        text.setForeground(line.direction == TranscriptLine::Direction::ToServer ? colours.accent
                           : line.direction == TranscriptLine::Direction::Note   ? colours.muted
                                                                                 : palette().color(QPalette::Text));
        const double milliseconds = double(line.at.count()) / 1e6;
        cursor.insertText(QString::number(milliseconds, 'f', 1).rightJustified(8) + u"  "_s, quiet);
        cursor.insertText(signOf(line.direction) + u' ' + shownOnOneLine(line.text, longestTranscriptLine), text);
    }
    cursor.endEditBlock();
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
    setFixedHeight(sizeHint().height());
    m_isWriting = false;
}

QSize TranscriptView::sizeHint() const
{
    const int rows = qBound(3, int(m_lines.size()), mostLinesShown);
    const int bar = horizontalScrollBar()->sizeHint().height();
    return {fontMetrics().averageCharWidth() * 80,
            rows * fontMetrics().lineSpacing() + 2 * (frameWidth() + int(document()->documentMargin())) + bar};
}

QSize TranscriptView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().lineSpacing() * 3};
}

void TranscriptView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (!m_isWriting && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        write();
}

/// Beside what went encrypted runs a bar, with a lock where it begins.
void TranscriptView::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours colours = Colours::of(palette());
    const qreal left = contentOffset().x() + document()->documentMargin();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > viewport()->height())
            break;
        const int line = block.blockNumber();
        if (line >= m_lines.size() || !m_lines[line].isEncrypted)
            continue;
        const bool isBeginning = line == 0 || !m_lines[line - 1].isEncrypted;
        if (isBeginning)
            paintLock(painter, QRectF(left + 1, area.top() + 2, gutter() - 8, area.height() - 4), colours.accent);
        else
            painter.fillRect(QRectF(left + (gutter() - 6) / 2.0, area.top(), 2, area.height()), colours.accent);
    }
}

} // namespace stationer
