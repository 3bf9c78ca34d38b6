#pragma once

#include "station/slotid.h"
#include "token/tokensettings.h"
#include "views/sheet/editors/editor.h"
#include "views/sheet/editors/passwordeditor.h"

#include <QList>
#include <QMap>
#include <QWidget>

#include <optional>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace stationer {

class GroupView;
class LastTests;
class MessageBar;
class NoteLine;
class PlainLabel;
class PropertySheetModel;
class RowView;
class TokenGroup;
class ViewHeader;
class Wishes;

/// The property sheet of what the model shows. Rows come and go with the model's; an edit goes straight to the model, which
/// makes it an undo step.
class PropertySheet : public QWidget {
    Q_OBJECT
public:
    PropertySheet(PropertySheetModel& model, const LastTests& tests, Wishes& wishes, QWidget* parent = nullptr);

    ~PropertySheet() override;

    ViewHeader& header() { return *m_header; }
    void setPasswordFacts(const PasswordFacts& facts);
    /// How tests of this account sign in by a token, if they do; None: what is shown is no account.
    void setToken(SlotId account, const std::optional<TokenSettings>& settings);
    /// Says what is typed and was not said yet, before a test or a save.
    void commit();
    /// Forgets it, before an undo; true if there was something.
    bool abandon();
    /// Empty: the first editor. It is unfolded and unfiltered where it must be; false where there is none.
    bool focusSlot(const QString& slot);
    void focusFilter();
    RowView* row(const QString& slot) const;

signals:
    void detailsRequested(); ///< of the last test
    void remedied();         ///< a note's remedy changed something

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void clear();
    void alignLabels();
    void showBanner();
    void showLastTest();
    void showToken();
    void showNoMatch();
    GroupView* group(int group) const { return m_groups.value(group); }

    PropertySheetModel& m_model;
    const LastTests& m_tests;
    Wishes& m_wishes;
    QList<RowView*> m_rows; ///< as the model's
    QMap<int, GroupView*> m_groups;
    TokenGroup* m_token;
    SlotId m_tokenOf = SlotId::None; ///< the account that it speaks of
    GroupView* m_lastTestGroup;
    NoteLine* m_lastTest;
    NoteLine* m_history; ///< the last success beside the last failure
    ViewHeader* m_header;
    QLineEdit* m_filter;
    MessageBar* m_banner;
    QScrollArea* m_scroll;
    PlainLabel* m_empty;
    NoteLine* m_noMatch;
    QList<SlotId> m_shown; ///< the components whose properties are filtered
};

} // namespace stationer
