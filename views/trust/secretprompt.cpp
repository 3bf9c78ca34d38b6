#include "views/trust/secretprompt.h"

#include "views/common/plaintext.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

SecretPrompt::SecretPrompt(Kind kind, const QString& title, const QString& words, QWidget* parent) : Dialog(parent)
{
    setObjectName(u"secretPrompt"_s);
    setWindowTitle(title);
    auto* text = new PlainLabel(words, this);
    text->setWrapped();
    auto* form = new QFormLayout;
    QLineEdit* first = addField(tr("&Passphrase:"), u"secretFirst"_s, *form);
    QLineEdit* again = kind == Kind::New ? addField(tr("&Again:"), u"secretAgain"_s, *form) : nullptr;
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* ok = buttons->button(QDialogButtonBox::Ok);
    ok->setObjectName(u"secretOk"_s);
    ok->setEnabled(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(buttons);
    const auto follow = [first, again, ok] {
        ok->setEnabled(!first->text().isEmpty() && (!again || again->text() == first->text()));
    };
    connect(first, &QLineEdit::textChanged, this, follow);
    if (again)
        connect(again, &QLineEdit::textChanged, this, follow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, first, again] {
        const Secret secret(first->text());
        first->clear();
        if (again)
            again->clear();
        accept();
        emit entered(secret);
    });
    resize(fontMetrics().averageCharWidth() * 64, sizeHint().height());
}

QLineEdit* SecretPrompt::addField(const QString& label, const QString& name, QFormLayout& form)
{
    auto* field = new PlainLineEdit(this);
    field->setEchoMode(QLineEdit::Password);
    field->setObjectName(name);
    field->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    form.addRow(label, field);
    return field;
}

} // namespace stationer
