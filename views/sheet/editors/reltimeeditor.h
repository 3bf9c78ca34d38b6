#pragma once

#include "views/sheet/editors/lineeditor.h"

namespace stationer {

class QuietComboBox;

/// A time span, milliseconds in the file, shown in the largest unit that keeps it whole; 90 s stays 90 s.
class RelTimeEditor : public LineEditor {
    Q_OBJECT
public:
    explicit RelTimeEditor(QWidget* parent = nullptr);

protected:
    QString encoded(const QString& typed) const override;
    void showField() override;

private:
    QuietComboBox* m_unit;
};

} // namespace stationer
