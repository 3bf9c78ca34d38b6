#include "views/changes/difftext.h"

#include "views/common/colours.h"

#include <QPalette>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype longestDiffLine = 1000; // a line of a megabyte freezes a text view
constexpr qsizetype mostLines = 5000;
constexpr int tint = 34;

QTextCharFormat inColour(const QColor& colour)
{
    QTextCharFormat format;
    format.setForeground(colour);
    QColor ground = colour;
    ground.setAlpha(tint);
    format.setBackground(ground);
    return format;
}

} // namespace

DiffText::DiffText(QTextDocument* document) : QSyntaxHighlighter(document) {}

void DiffText::setPalette(const QPalette& palette)
{
    const Colours colours = Colours::of(palette);
    m_added = inColour(colours.passed);
    m_removed = inColour(colours.failed);
    m_place = QTextCharFormat();
    m_place.setForeground(colours.muted);
    rehighlight();
}

void DiffText::highlightBlock(const QString& line)
{
    if (line.startsWith("+++"_L1) || line.startsWith("---"_L1) || line.startsWith("@@"_L1))
        setFormat(0, int(line.size()), m_place);
    else if (line.startsWith(u'+'))
        setFormat(0, int(line.size()), m_added);
    else if (line.startsWith(u'-'))
        setFormat(0, int(line.size()), m_removed);
}

ShownDiff shownDiff(const QString& diff)
{
    ShownDiff shown;
    QStringList lines;
    qsizetype from = 0;
    for (; from < diff.size() && lines.size() < mostLines;) {
        qsizetype end = diff.indexOf(u'\n', from);
        if (end < 0)
            end = diff.size();
        QString line = diff.sliced(from, end - from);
        line.remove(u'\r');
        lines += line.size() > longestDiffLine ? line.left(longestDiffLine) + u'…' : line;
        from = end + 1;
    }
    if (from < diff.size())
        shown.linesLeftOut = QStringView(diff).sliced(from).count(u'\n');
    shown.text = lines.join(u'\n');
    return shown;
}

} // namespace stationer
