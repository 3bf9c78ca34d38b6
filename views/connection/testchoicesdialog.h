#pragma once

#include "connection/testchoices.h"
#include "views/common/dialog.h"
#include "views/connection/owncertificates.h"

class QComboBox;
class QFormLayout;
class QPushButton;

namespace stationer {

class ClientCertificateField;
class PlainLabel;
class PlainLineEdit;

/// «Options…» of the test panel: how far the tests of one account go, where they connect to and how they sign in. It checks
/// what is typed and opens without blocking; the answer comes as a signal.
class TestChoicesDialog : public Dialog {
    Q_OBJECT
public:
    TestChoicesDialog(const ConnectionSettings& account, const TestChoices& choices, const OwnCertificates& own = {},
                      QWidget* parent = nullptr);

    /// What is typed now; nothing while it cannot be used.
    std::optional<TestChoices> choices() const;

signals:
    void chosen(const stationer::TestChoices& choices);
    void testRequested(); ///< at once, after chosen()

private:
    void fill(const TestChoices& choices);
    void makeFields();
    void makeButtons(QFormLayout& form);
    QWidget* hinted(QWidget* field, const QString& sentence);
    void check();
    QString faultText() const;
    void finish(bool isToTest);

    ConnectionSettings m_account;
    QComboBox* m_depth;
    PlainLineEdit* m_recipient;
    PlainLineEdit* m_dial;
    QComboBox* m_mechanism;
    PlainLineEdit* m_ehloName;
    PlainLineEdit* m_token;
    ClientCertificateField* m_certificate;
    PlainLabel* m_fault;
    QPushButton* m_keep = nullptr;
    QPushButton* m_test = nullptr;
};

} // namespace stationer
