#include "views/connection/testchoicesdialog.h"

#include "connection/testmessage.h"
#include "views/common/plaintext.h"
#include "views/connection/clientcertificatefield.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int usual = -1;

QString envelopeLabel(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Smtp:
        return TestChoicesDialog::tr("Envelope: name sender and recipient, send nothing");
    case Protocol::Imap:
        return TestChoicesDialog::tr("Envelope: look into the inbox, change nothing");
    case Protocol::Pop3:
        return TestChoicesDialog::tr("Envelope: count the messages, fetch none");
    }
    Q_UNREACHABLE();
}

bool hasSpace(const QString& text)
{
    return std::ranges::any_of(text, [](QChar one) { return one.isSpace() || one.category() == QChar::Other_Control; });
}

bool isAscii(const QString& text)
{
    return std::ranges::all_of(text, [](QChar one) { return one.unicode() < 0x80; });
}

} // namespace

TestChoicesDialog::TestChoicesDialog(const ConnectionSettings& account, const TestChoices& choices,
                                     const OwnCertificates& own, QWidget* parent)
    : Dialog(parent), m_account(account), m_depth(new QComboBox(this)), m_recipient(new PlainLineEdit(this)),
      m_dial(new PlainLineEdit(this)), m_mechanism(new QComboBox(this)), m_ehloName(new PlainLineEdit(this)),
      m_token(new PlainLineEdit(this)), m_certificate(new ClientCertificateField(own, this)),
      m_fault(new PlainLabel({}, this))
{
    setObjectName(u"testChoicesDialog"_s);
    setWindowTitle(tr("Test Options"));
    makeFields();

    auto* form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(14);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* headline = new PlainLabel(tr("Tests of %1").arg(shownOnOneLine(account.server.toString(), 80)), this);
    headline->setHeading(1.1);
    headline->setWrapped();
    form->addRow(headline);
    auto* purpose = new PlainLabel(
        tr("For this account, until Stationer closes. The station file stays as it is, and nothing of it is stored."), this);
    purpose->setWrapped();
    purpose->setMuted();
    form->addRow(purpose);
    form->addRow(tr("&How far"), m_depth);
    if (sendsMail(account.protocol))
        form->addRow(tr("&Recipient"), m_recipient);
    form->addRow(tr("&Connect to"),
                 hinted(m_dial, tr("A tunnel's end, for instance. The certificate is verified for %1 all the same.")
                                    .arg(shownOnOneLine(account.server.host, 80))));
    form->addRow(tr("Sign in &by"), m_mechanism);
    form->addRow(tr("T&oken"), hinted(m_token, tr("Signs in by XOAUTH2 or OAUTHBEARER instead of the password.")));
    form->addRow(tr("Client certificate"), hinted(m_certificate, tr("Signs in by EXTERNAL, where the server takes it.")));
    if (sendsMail(account.protocol))
        form->addRow(tr("&EHLO name"), m_ehloName);
    form->addRow(m_fault);
    makeButtons(*form);

    fill(choices);
    for (PlainLineEdit* edit : {m_recipient, m_dial, m_ehloName, m_token})
        connect(edit, &QLineEdit::textChanged, this, &TestChoicesDialog::check);
    for (QComboBox* box : {m_depth, m_mechanism})
        connect(box, &QComboBox::currentIndexChanged, this, &TestChoicesDialog::check);
    connect(m_certificate, &ClientCertificateField::changed, this, &TestChoicesDialog::check);
    check();
    m_depth->setFocus();
    const int width = fontMetrics().averageCharWidth() * 84;
    resize(width, layout()->heightForWidth(width));
}

void TestChoicesDialog::makeFields()
{
    const bool signsIn = m_account.account.has_value();
    m_depth->addItem(
        signsIn ? tr("As usual: sign in, then stop") : tr("As usual: ask what the server can, without signing in"), usual);
    if (signsIn)
        m_depth->addItem(tr("Connect: ask what the server can, without signing in"), int(Depth::Connect));
    m_depth->addItem(envelopeLabel(m_account.protocol), int(Depth::Envelope));
    // In mode none the usual way is the strongest.
    const bool isClear = m_account.security == SecurityMode::None;
    const QString asTheStation = tr("As the station does");
    const QString strongest = tr("The strongest that both sides have");
    m_mechanism->addItem(isClear ? strongest : asTheStation, int(SignIn::Usual));
    m_mechanism->addItem(isClear ? asTheStation : strongest, int(isClear ? SignIn::AsTheStation : SignIn::Strongest));
    for (const QByteArray& mechanism : choosableMechanisms(m_account.protocol))
        m_mechanism->addItem(QString::fromLatin1(mechanism), mechanism);
    m_mechanism->setEnabled(signsIn);
    m_token->setEnabled(signsIn);
    m_token->setEchoMode(QLineEdit::Password);
    m_dial->setPlaceholderText(shownOnOneLine(m_account.server.toString(), 120));
    const QString own = shownOnOneLine(senderOf(m_account), 120);
    m_recipient->setPlaceholderText(own.isEmpty() ? tr("empty: the sender's own address")
                                                  //: %1 is an e-mail address
                                                  : tr("empty: the sender, %1").arg(own));
    m_ehloName->setPlaceholderText(u"client.example"_s);
    const auto name = [](QWidget* field, const QString& objectName, const QString& accessibleName) {
        field->setObjectName(objectName);
        field->setAccessibleName(accessibleName);
    };
    name(m_depth, u"depth"_s, tr("How far the test goes"));
    name(m_recipient, u"recipient"_s, tr("Recipient of the envelope"));
    name(m_dial, u"dial"_s, tr("Connect to host and port"));
    name(m_mechanism, u"mechanism"_s, tr("Mechanism to sign in by"));
    name(m_ehloName, u"ehloName"_s, tr("Name that this computer introduces itself with"));
    name(m_token, u"token"_s, tr("Token to sign in with"));
    for (PlainLineEdit* edit : {m_recipient, m_ehloName})
        edit->setVisible(sendsMail(m_account.protocol));
    m_fault->setWrapped();
    m_fault->setObjectName(u"choicesFault"_s);
}

/// A field with a sentence under it.
QWidget* TestChoicesDialog::hinted(QWidget* field, const QString& sentence)
{
    auto* both = new QWidget(this);
    auto* layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 2);
    layout->setSpacing(3);
    layout->addWidget(field);
    auto* hint = new PlainLabel(sentence, both);
    hint->setWrapped();
    hint->setMuted();
    layout->addWidget(hint);
    both->setFocusProxy(field); // the row's mnemonic leads there
    return both;
}

void TestChoicesDialog::makeButtons(QFormLayout& form)
{
    // Both accept what is typed; the box puts them where the platform has its OK, the first one outermost.
    auto* buttons = new QDialogButtonBox(this);
    m_test = buttons->addButton(tr("&Test Now"), QDialogButtonBox::AcceptRole);
    m_keep = buttons->addButton(tr("&Keep"), QDialogButtonBox::AcceptRole);
    QPushButton* reset = buttons->addButton(tr("Re&set"), QDialogButtonBox::ResetRole);
    QPushButton* cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelChoices"_s);
    m_test->setDefault(true);
    m_test->setObjectName(u"testByChoices"_s);
    m_keep->setObjectName(u"keepChoices"_s);
    reset->setObjectName(u"resetChoices"_s);
    form.addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, [this] { finish(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { finish(false); });
    connect(reset, &QPushButton::clicked, this, [this] { fill(TestChoices()); });
}

void TestChoicesDialog::fill(const TestChoices& choices)
{
    m_depth->setCurrentIndex(qMax(0, m_depth->findData(choices.depth ? int(*choices.depth) : usual)));
    m_dial->setText(choices.dial ? choices.dial->toString() : QString());
    const QVariant signIn = choices.mechanism.isEmpty() ? QVariant(int(choices.signIn)) : QVariant(choices.mechanism);
    m_mechanism->setCurrentIndex(qMax(0, m_mechanism->findData(signIn)));
    m_ehloName->setText(QString::fromLatin1(choices.ehloName));
    m_recipient->setText(choices.recipient);
    m_token->setText(QString::fromUtf8(choices.token.reveal()));
    m_certificate->setIdentity(choices.clientIdentity);
}

QString TestChoicesDialog::faultText() const
{
    const QString dial = m_dial->text().trimmed();
    if (!dial.isEmpty() && (!Endpoint::parse(dial) || hasSpace(dial)))
        return tr("Connect to needs a host and a port, such as localhost:2525 or [::1]:2525.");
    const QString ehlo = m_ehloName->text().trimmed();
    if (!isAscii(ehlo) || hasSpace(ehlo))
        return tr("The EHLO name is a host name or an address in brackets, without spaces.");
    if (hasSpace(m_recipient->text().trimmed()))
        return tr("A recipient is one e-mail address.");
    if (hasSpace(m_token->text().trimmed()) || !isAscii(m_token->text()))
        return tr("A token has no spaces and no letters beyond ASCII.");
    return {};
}

void TestChoicesDialog::check()
{
    const QString fault = faultText();
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_test->setEnabled(fault.isEmpty());
    m_keep->setEnabled(fault.isEmpty());
    m_recipient->setEnabled(m_depth->currentData().toInt() == int(Depth::Envelope));
}

std::optional<TestChoices> TestChoicesDialog::choices() const
{
    if (!faultText().isEmpty())
        return std::nullopt;
    TestChoices choices;
    if (const int depth = m_depth->currentData().toInt(); depth != usual)
        choices.depth = Depth(depth);
    choices.dial = Endpoint::parse(m_dial->text().trimmed());
    if (const QVariant signIn = m_mechanism->currentData(); signIn.metaType() == QMetaType::fromType<int>())
        choices.signIn = SignIn(signIn.toInt());
    else
        choices.mechanism = signIn.toByteArray();
    if (sendsMail(m_account.protocol)) {
        choices.ehloName = m_ehloName->text().trimmed().toLatin1();
        if (choices.depth == Depth::Envelope)
            choices.recipient = m_recipient->text().trimmed();
    }
    choices.token = Secret(m_token->text().trimmed());
    choices.clientIdentity = m_certificate->identity();
    return choices;
}

void TestChoicesDialog::finish(bool isToTest)
{
    const std::optional<TestChoices> typed = choices();
    if (!typed)
        return;
    accept();
    emit chosen(*typed);
    if (isToTest)
        emit testRequested();
}

} // namespace stationer
