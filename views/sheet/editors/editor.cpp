#include "views/sheet/editors/editor.h"

using namespace Qt::StringLiterals;

namespace stationer {

void Editor::setName(const QString& slot, const QString& label)
{
    setObjectName(u"editor-"_s + slot);
    control()->setObjectName(slot);
    control()->setAccessibleName(label);
    setFocusProxy(control());
}

} // namespace stationer
