#pragma once

#include "views/sheet/editors/editor.h"

namespace stationer {

class PlainLineEdit;

/// A value that is typed in a line and said when it is finished. What is no such value is said as well, so that the refusal
/// can be read, and then taken back: the line shows what the station has.
class LineEditor : public Editor {
    Q_OBJECT
public:
    /// `hint` stands in the empty line.
    explicit LineEditor(QWidget* parent, const QString& hint = {});

    void setField(const Field& field) override;
    void commit() override;
    bool abandon() override;

protected:
    /// As place(), with the line where it belongs: what a list around it makes of the text comes before this editor.
    void placeLine(QWidget* control, QWidget* beside = nullptr, int spacing = 0);
    PlainLineEdit* line() const { return m_line; }
    const Field& field() const { return m_field; }
    void say(Entry entry); ///< what is typed
    void finish();         ///< says what is typed, and that the typing ended
    /// What was typed in the file's encoding; as it is where it is no such value.
    virtual QString encoded(const QString& typed) const { return typed; }
    virtual void showField(); ///< the value in the line

private:
    PlainLineEdit* m_line;
    QString m_hint;
    Field m_field;
};

} // namespace stationer
