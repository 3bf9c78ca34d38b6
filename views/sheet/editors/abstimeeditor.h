#pragma once

#include "views/sheet/editors/lineeditor.h"

namespace stationer {

/// A point in time, ISO 8601 with offset as in the file; seconds, zone and the T may be left out when typing.
class AbsTimeEditor : public LineEditor {
    Q_OBJECT
public:
    explicit AbsTimeEditor(QWidget* parent = nullptr);

protected:
    QString encoded(const QString& typed) const override;
};

} // namespace stationer
