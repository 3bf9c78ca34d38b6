#include "views/connection/passwordprompt.h"

#include "views/common/plaintext.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

PasswordPrompt::PasswordPrompt(const QString& user, const QString& server, Reason reason, PasswordHome home, QWidget* parent)
    : Dialog(parent), m_password(new PlainLineEdit(this))
{
    setObjectName(u"passwordPrompt"_s);
    setWindowTitle(tr("Test Password"));
    auto* headline =
        new PlainLabel(tr("Password of %1 at %2").arg(shownOnOneLine(user, 80), shownOnOneLine(server, 80)), this);
    headline->setHeading(1.1);
    headline->setWrapped();
    //: %1 is where the password lives, such as «kept in the key ring»
    QString text =
        tr("It is used for tests only: %1. The station file keeps its own copy, which has to be typed on the station.")
            .arg(describe(home));
    if (reason == Reason::Refused)
        text.prepend(tr("The server refused the one that was used.") + u' ');
    auto* body = new PlainLabel(text, this);
    body->setWrapped();
    body->setMuted();
    body->setObjectName(u"passwordHome"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setObjectName(u"testPassword"_s);
    m_password->setAccessibleName(tr("Test password"));
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* test = buttons->addButton(tr("&Test"), QDialogButtonBox::AcceptRole);
    QPushButton* skip = buttons->addButton(tr("Test &Without Signing In"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    test->setDefault(true);
    test->setEnabled(false);
    test->setObjectName(u"testWithPassword"_s);
    skip->setObjectName(u"testWithoutPassword"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(headline);
    layout->addWidget(body);
    layout->addWidget(m_password);
    layout->addWidget(buttons);
    connect(m_password, &QLineEdit::textChanged, this, [test](const QString& typed) { test->setEnabled(!typed.isEmpty()); });
    connect(skip, &QPushButton::clicked, this, [this] {
        accept();
        emit skipped();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const Secret password(m_password->text());
        m_password->clear();
        accept();
        emit entered(password);
    });
    resize(fontMetrics().averageCharWidth() * 64, sizeHint().height());
}

} // namespace stationer
