#pragma once

#include "views/sheet/editors/editor.h"

#include <QList>

class QCheckBox;

namespace stationer {

/// A set: a switch for each of the choices, which are its bits. Said as soon as one is set; bits that no switch stands for
/// stay.
class BitsEditor : public Editor {
    Q_OBJECT
public:
    explicit BitsEditor(QWidget* parent = nullptr);

    void setField(const Field& field) override;

private:
    QWidget* m_row;
    QList<QCheckBox*> m_boxes;
    Field m_field;
};

} // namespace stationer
