#pragma once

#include "connection/report.h"

#include <QPlainTextEdit>

namespace stationer {

/// What was said on the connection, a line a line: the time, the direction, the text with secrets masked. What went
/// encrypted is tinted and has a bar with a lock beside it. Lines are cut before they are shown.
class TranscriptView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TranscriptView(QWidget* parent = nullptr);

    void setLines(const QList<TranscriptLine>& lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void write();
    int gutter() const;

    QList<TranscriptLine> m_lines;
    bool m_isWriting = false;
};

} // namespace stationer
