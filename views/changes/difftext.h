#pragma once

#include <QSyntaxHighlighter>

namespace stationer {

/// Colours the lines of a unified diff by their first character, from the palette of the text's view: the sign stays what
/// says it.
class DiffText : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit DiffText(QTextDocument* document);
    void setPalette(const QPalette& palette);

protected:
    void highlightBlock(const QString& line) override;

private:
    QTextCharFormat m_added, m_removed, m_place;
};

/// The diff as a view can hold it: long lines cut, and no more of them than can be read.
struct ShownDiff {
    QString text;
    qsizetype linesLeftOut = 0;
};
ShownDiff shownDiff(const QString& diff);

} // namespace stationer
