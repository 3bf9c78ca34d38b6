#include "views/sheet/editors/plainlineedit.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QValidator>

namespace stationer {

namespace {

class OneLine : public QValidator {
public:
    using QValidator::QValidator;
    State validate(QString& text, int& position) const override
    {
        for (qsizetype i = text.size() - 1; i >= 0; --i) {
            const QChar character = text[i];
            if (character != u'\r' && character != u'\n' && !character.isNull())
                continue;
            text.remove(i, 1);
            if (i < position)
                --position;
        }
        return Acceptable;
    }
};

} // namespace

PlainLineEdit::PlainLineEdit(QWidget* parent) : QLineEdit(parent)
{
    setValidator(new OneLine(this));
    setTextMargins(2, 0, 2, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!isModified())
            emit replaced();
    });
}

void PlainLineEdit::setColumns(int columns)
{
    m_columns = columns;
    updateGeometry();
}

QSize PlainLineEdit::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * m_columns, QLineEdit::sizeHint().height()};
}

QSize PlainLineEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * qMin(m_columns, 8), QLineEdit::minimumSizeHint().height()};
}

bool PlainLineEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

} // namespace stationer
