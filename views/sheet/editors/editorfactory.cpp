#include "views/sheet/editors/editorfactory.h"

#include "views/sheet/editors/abstimeeditor.h"
#include "views/sheet/editors/bitseditor.h"
#include "views/sheet/editors/booleaneditor.h"
#include "views/sheet/editors/enumeditor.h"
#include "views/sheet/editors/listededitor.h"
#include "views/sheet/editors/numbereditor.h"
#include "views/sheet/editors/passwordeditor.h"
#include "views/sheet/editors/reltimeeditor.h"
#include "views/sheet/editors/texteditor.h"
#include "views/sheet/editors/timerangeeditor.h"

namespace stationer {

Editor* makeEditor(ValueKind kind, QWidget* parent)
{
    switch (kind) {
    case ValueKind::Boolean:
        return new BooleanEditor(parent);
    case ValueKind::Integer:
        return new NumberEditor(NumberEditor::Kind::Integer, parent);
    case ValueKind::Double:
        return new NumberEditor(NumberEditor::Kind::Double, parent);
    case ValueKind::Port:
        return new ListedEditor(8, parent);
    case ValueKind::AccountName:
        return new ListedEditor(28, parent);
    case ValueKind::String:
    case ValueKind::Ord:
        return new TextEditor(parent);
    case ValueKind::RelTime:
        return new RelTimeEditor(parent);
    case ValueKind::AbsTime:
        return new AbsTimeEditor(parent);
    case ValueKind::Enum:
        return new EnumEditor(parent);
    case ValueKind::Password:
        return new PasswordEditor(parent);
    case ValueKind::Bits:
        return new BitsEditor(parent);
    case ValueKind::TimeRange:
        return new TimeRangeEditor(parent);
    case ValueKind::Other:
        return nullptr;
    }
    Q_UNREACHABLE();
}

} // namespace stationer
