#pragma once

#include "catalogue/property.h"
#include "views/sheet/editors/editor.h"

#include <optional>

class QComboBox;

namespace stationer {

/// An editor of the property sheet in a cell of a table. What is typed stays here until it is committed as a whole; the keys
/// are those of a spreadsheet. It knows no model.
///
///   shown ──typing──▶ pending ──Enter, Tab, the focus goes──▶ ended(…), and with a refusal open again
///                        └────────Escape──▶ ended(Escape)
class CellEditor : public QWidget {
    Q_OBJECT
public:
    enum class Ending { Enter, EnterForAll, Tab, Backtab, Escape, FocusLost, Picked };

    CellEditor(ValueKind kind, const QString& label, QWidget* parent);

    void setField(const Field& field); ///< the choices, bounds and the value to begin with
    QString value() const { return m_field.value; }
    bool isEdited() const { return m_isEdited; }
    /// Says under the cell why the value is not taken; the editor stays as it is.
    void showRefusal(const QString& sentence);
    /// Whether it is still there to end: each ends once, unless it is taken up again.
    bool isEnded() const { return m_isEnded; }
    void takeUpAgain();
    void end(Ending how);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void ended(stationer::CellEditor::Ending how);

protected:
    void showEvent(QShowEvent* event) override;

private:
    bool isLeft() const;
    bool onKey(QWidget* in, int key, Qt::KeyboardModifiers modifiers);

    Editor* m_editor;
    QComboBox* m_list; ///< nullptr where nothing is chosen from a list
    bool m_isMenu;     ///< nothing is typed: the list is all there is
    Field m_field;
    bool m_isEdited = false;
    bool m_isEnded = false;
};

} // namespace stationer
