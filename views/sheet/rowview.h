#pragma once

#include "rows/sheetrow.h"
#include "views/sheet/editors/editor.h"

#include <QWidget>

class QToolButton;

namespace stationer {

class NoteLine;
class PasswordEditor;
class PlainLabel;
class ValueView;
struct PasswordFacts;

/// One row of the property sheet: the mark of a change, the label, the editor that is always open, its unit and its reset,
/// and the note beside it or, where there is no room, below. It shows what its row says and raises what the user does.
class RowView : public QWidget {
    Q_OBJECT
public:
    RowView(const SheetRow& row, QWidget* parent);

    void show(const SheetRow& row); ///< of the same slot and kind
    QString slot() const { return m_slot; }
    QString label() const;
    bool isHiddenByDefault() const { return m_isHidden; }
    Editor* editor() const { return m_editor; }
    PasswordEditor* passwordEditor() const;
    QToolButton* resetButton() const { return m_reset; }
    NoteLine* note() const { return m_note; }
    void setPasswordFacts(const PasswordFacts& facts);

    int labelWidth() const;
    void setLabelColumn(int width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void edited(const QString& slot, const QString& value, stationer::Editor::Entry entry);
    void typingEnded();
    void resetRequested(const QString& slot);
    void remedyRequested(const QString& slot);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int boxLeft() const;
    int boxWidth(int width) const;
    int lineHeight() const;
    bool isNoteInline(int width) const;
    void arrange();
    void showNote();

    QString m_slot;
    ValueKind m_kind;
    bool m_isChanged = false;
    bool m_isHidden = false;
    int m_labelColumn = 0;
    PlainLabel* m_label;
    QWidget* m_box; ///< editor, unit, reset
    Editor* m_editor = nullptr;
    ValueView* m_value = nullptr; ///< where it is only shown
    PlainLabel* m_unit;
    PlainLabel* m_flags;
    QToolButton* m_reset;
    NoteLine* m_note;
    std::optional<SheetNote> m_said;
    SheetNote m_aboutPassword; ///< where it lives, once that is known
};

} // namespace stationer
