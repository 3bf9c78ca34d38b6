#pragma once

#include "session/aside.h"
#include "views/common/dialog.h"

#include <QTimer>

#include <memory>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace stationer {

class ChangesModel;
class OpenStation;
class PlainLabel;

/// Show Changes: what differs from the file as opened or last saved, slot by slot and as a text diff of the XML. It stays
/// open and follows the edits. The text is made outside the event loop, as a station may be large.
class ChangesDialog : public Dialog {
    Q_OBJECT
public:
    ChangesDialog(const OpenStation& station, QWidget* window = nullptr);
    ~ChangesDialog() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTable();
    void refresh();
    void compareTexts();
    void showText(const QString& text);
    void copy();

    const OpenStation& m_station;
    ChangesModel* m_model;
    PlainLabel* m_summary;
    QStackedWidget* m_stack;
    QTabWidget* m_tabs;
    QTreeView* m_table = nullptr;
    QPlainTextEdit* m_text = nullptr;
    PlainLabel* m_cut = nullptr;
    QPushButton* m_copy;
    QTimer m_soon;
    QString m_whole; ///< the text diff, not cut
    Aside m_aside;
    bool m_isTextOld = true;
};

} // namespace stationer
