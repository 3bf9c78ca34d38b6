#pragma once

#include "views/sheet/editors/editor.h"

class QTimeEdit;

namespace stationer {

class PlainLabel;

/// Hours of the day, from one time to another.
class TimeRangeEditor : public Editor {
    Q_OBJECT
public:
    explicit TimeRangeEditor(QWidget* parent = nullptr);

    void setField(const Field& field) override;
    void commit() override;
    bool abandon() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void say();

    QWidget* m_row;
    QTimeEdit* m_start;
    QTimeEdit* m_end;
    PlainLabel* m_meaning;
    Field m_field;
};

} // namespace stationer
