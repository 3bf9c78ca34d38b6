#include "views/sheet/editors/numbereditor.h"

#include "views/sheet/editors/plainlineedit.h"

#include <QKeyEvent>

namespace stationer {

NumberEditor::NumberEditor(Kind kind, QWidget* parent) : LineEditor(parent), m_kind(kind)
{
    placeLine(line());
    line()->setColumns(12);
    line()->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
}

bool NumberEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_kind == Kind::Integer) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Up ? 1 : key->key() == Qt::Key_Down ? -1 : 0;
        bool isNumber = false;
        const qint64 number = line()->text().trimmed().toLongLong(&isNumber);
        if (step && isNumber) {
            const qint64 next = number + step;
            if (next >= field().minimum && next <= field().maximum) {
                line()->setText(QString::number(next));
                line()->setModified(true);
            }
            return true;
        }
    }
    return LineEditor::eventFilter(watched, event);
}

} // namespace stationer
