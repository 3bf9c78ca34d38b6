#pragma once

#include "token/tokensettings.h"
#include "views/sheet/groupview.h"

#include <optional>

class QFormLayout;

namespace stationer {

class NoteLine;

/// How tests of an account sign in by a token: what is kept of that beside the station's trust files, and says so. It is no
/// part of the station file; the dialog changes it.
class TokenGroup : public GroupView {
    Q_OBJECT
public:
    explicit TokenGroup(QWidget* parent);

    void setSettings(const std::optional<TokenSettings>& settings); ///< nothing: the password signs in

signals:
    void changeRequested();

private:
    void addFact(const QString& label, const QString& value);

    QWidget* m_facts;
    QFormLayout* m_form;
    NoteLine* m_note;
};

} // namespace stationer
