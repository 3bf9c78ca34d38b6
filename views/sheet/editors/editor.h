#pragma once

#include "rows/sheetrow.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace stationer {

class PlainLabel;

/// What an editor shows: a value in the file's encoding and what may be chosen or typed.
struct Field {
    QString value = {};
    qint64 minimum = 0;
    qint64 maximum = 0;
    QList<Choice> choices = {};
    bool isMixed = false; ///< several components are shown and differ

    bool operator==(const Field&) const = default;
};
/// What the editor of a row shows.
Field fieldOf(const SheetRow& row);

/// The editor of one kind of value. It knows no property and no model: a Field comes in, values in the file's encoding go
/// out.
///
///   setField ──▶ shown ──typing──▶ pending ──commit()──▶ edited(…) ──▶ shown
///                                     └─────abandon()──▶ shown, nothing said
class Editor : public QWidget {
    Q_OBJECT
public:
    enum class Entry { Typing, Committed };

    using QWidget::QWidget;

    /// Shows the field without saying edited(). What is being typed stays, unless the value itself is another now.
    virtual void setField(const Field& field) = 0;
    /// Says what is typed and was not said yet.
    virtual void commit() {}
    /// Forgets what is typed and was not said yet; true if there was something.
    virtual bool abandon() { return false; }
    /// The control that takes the focus and carries the name.
    QWidget* control() const { return m_control; }

    void setName(const QString& slot, const QString& label);

    /// Escape in a line that was given this filter takes back what is typed and was not said yet.
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void edited(const QString& value, stationer::Editor::Entry entry);
    void typingEnded(); ///< the focus went, or Enter was pressed

protected:
    /// Once, when it is made: the control, and what stands beside it.
    void place(QWidget* control, QWidget* beside = nullptr, int spacing = 0);

private:
    QWidget* m_control = nullptr;
    PlainLabel* m_label = nullptr; ///< names the control to who does not see the row
};

} // namespace stationer
