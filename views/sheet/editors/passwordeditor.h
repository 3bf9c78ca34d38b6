#pragma once

#include "terms/secret.h"
#include "views/sheet/editors/editor.h"
#include "views/sheet/editors/passwordhome.h"

namespace stationer {

class LinkButton;
class PlainLineEdit;
class PlainLabel;

/// Two facts that are not one: what the station file holds, which cannot be read here, and the password this computer tests
/// with.
struct PasswordFacts {
    bool isInFile = false;                     ///< the station file holds something encoded
    bool isKept = false;                       ///< this computer has one to test with
    PasswordHome home = PasswordHome::KeyRing; ///< where that one lives, or would

    bool operator==(const PasswordFacts&) const = default;
};

/// The test password. It never says edited(): typing one does not change the station file.
class PasswordEditor : public Editor {
    Q_OBJECT
public:
    explicit PasswordEditor(QWidget* parent = nullptr);

    void setField(const Field& field) override;
    void commit() override;
    bool abandon() override;

    void setFacts(const PasswordFacts& facts);
    /// What has to be said beside it.
    static QString sentence(const PasswordFacts& facts);

signals:
    void passwordEntered(const stationer::Secret& password);
    void forgetRequested();

private:
    PlainLineEdit* m_line;
    LinkButton* m_forget;
    PasswordFacts m_facts;
};

} // namespace stationer
