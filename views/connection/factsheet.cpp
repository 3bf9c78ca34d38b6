#include "views/connection/factsheet.h"

#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QMimeData>
#include <QTextTable>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr int labelGap = 14;
}

FactSheet::FactSheet(const QString& accessibleName, QWidget* parent) : QTextEdit(parent)
{
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
}

void FactSheet::setFacts(const QList<Fact>& facts)
{
    m_facts = facts;
    write();
}

int FactSheet::labelWidth() const
{
    int widest = 0;
    for (const Fact& fact : m_facts)
        if (!fact.value.isEmpty())
            widest = qMax(widest, fontMetrics().horizontalAdvance(fact.label));
    return qMin(widest, qMax(fontMetrics().averageCharWidth() * 12, viewport()->width() * 2 / 5)) + labelGap;
}

void FactSheet::write()
{
    m_isWriting = true;
    const Colours colours = Colours::of(palette());
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    if (!m_facts.isEmpty()) {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(0);
        format.setCellSpacing(0);
        format.setMargin(0);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        // A table does not mirror itself.
        const bool isMirrored = isRightToLeft();
        const int labelColumn = isMirrored ? 1 : 0;
        QList<QTextLength> widths{QTextLength(QTextLength::FixedLength, labelWidth()), QTextLength()};
        if (isMirrored)
            std::ranges::reverse(widths);
        format.setColumnWidthConstraints(widths);
        QTextTable* table = cursor.insertTable(int(m_facts.size()), 2, format);
        for (int row = 0; row < m_facts.size(); ++row) {
            const Fact& fact = m_facts[row];
            const bool isHeading = fact.value.isEmpty();
            QTextBlockFormat line;
            // Addresses and names run from the left in any language.
            line.setLayoutDirection(Qt::LayoutDirectionAuto);
            line.setAlignment(isMirrored ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft);
            QTextTableCellFormat cell;
            cell.setTopPadding(isHeading && row > 0 ? 9 : 1.5);
            cell.setBottomPadding(1.5);
            QTextCharFormat label;
            label.setForeground(isHeading ? palette().color(QPalette::WindowText) : colours.muted);
            label.setFontWeight(isHeading ? QFont::DemiBold : QFont::Normal);
            if (isHeading)
                table->mergeCells(row, 0, 1, 2);
            for (int column = 0; column < 2; ++column)
                table->cellAt(row, column).setFormat(cell);
            QTextCursor left = table->cellAt(row, isHeading ? 0 : labelColumn).firstCursorPosition();
            left.setBlockFormat(line);
            left.insertText(fact.label, label);
            if (isHeading)
                continue;
            QTextCursor right = table->cellAt(row, 1 - labelColumn).firstCursorPosition();
            right.setBlockFormat(line);
            if (fact.badge != Badge::None) {
                const int extent = fontMetrics().ascent();
                const QString name = u"badge:%1"_s.arg(int(fact.badge));
                document()->addResource(QTextDocument::ImageResource, QUrl(name),
                                        badgePixmap(fact.badge, extent, palette(), devicePixelRatioF()));
                QTextImageFormat image;
                image.setName(name);
                image.setWidth(extent);
                image.setHeight(extent);
                image.setVerticalAlignment(QTextCharFormat::AlignBaseline);
                right.insertImage(image);
            }
            QTextCharFormat value;
            value.setForeground(palette().color(QPalette::WindowText));
            if (fact.isMonospace)
                value.setFont(monospaceFont(*this));
            right.insertText((fact.badge == Badge::None ? QString() : u"\u00a0"_s) + fact.value, value);
        }
        // The empty line that a document keeps behind its table.
        QTextBlockFormat last;
        last.setLineHeight(1, QTextBlockFormat::FixedHeight);
        QTextCursor end(document());
        end.movePosition(QTextCursor::End);
        end.setBlockFormat(last);
    }
    cursor.endEditBlock();
    m_isWriting = false;
    follow();
}

/// The label column and the height follow the width.
void FactSheet::follow()
{
    if (m_isWriting)
        return;
    document()->setTextWidth(viewport()->width());
    updateGeometry();
    setFixedHeight(sizeHint().height());
}

QSize FactSheet::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, int(document()->size().height())};
}

QSize FactSheet::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height()};
}

void FactSheet::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (m_isWriting)
        return;
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LayoutDirectionChange)
        write();
}

void FactSheet::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        write();
}

/// The panel around it scrolls; there is nothing to scroll in here.
void FactSheet::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

/// What is copied is plain text, a line a fact.
QMimeData* FactSheet::createMimeDataFromSelection() const
{
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar(0xfdd0), u'\n').replace(QChar(0xfdd1), u'\n');
    text.remove(QChar::ObjectReplacementCharacter);
    auto* copied = new QMimeData;
    copied->setText(text.replace(QChar::Nbsp, u' ').trimmed());
    return copied;
}

} // namespace stationer
