#include "views/accounts/sendtestmessage.h"

#include "connection/testmessage.h"
#include "views/common/plaintext.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

bool isMailAddress(const QString& text)
{
    const bool isSafe =
        std::ranges::none_of(text, [](QChar c) { return c.isSpace() || !c.isPrint() || QStringView(u"<>,;").contains(c); });
    const qsizetype at = text.indexOf(u'@');
    return isSafe && text.size() <= 254 && at > 0 && at == text.lastIndexOf(u'@') && at < text.size() - 1;
}

SendTestMessage::SendTestMessage(const ConnectionSettings& account, const QString& recipient, QWidget* parent)
    : Dialog(parent), m_hasSender(!senderOf(account).isEmpty()), m_recipient(new PlainLineEdit(this)),
      m_fault(new PlainLabel({}, this)), m_onlyAsk(new QCheckBox(this))
{
    setObjectName(u"sendTestMessage"_s);
    setWindowTitle(tr("Send Test Message"));
    const QString sender = shownOnOneLine(senderOf(account), 120);
    auto* headline =
        new PlainLabel(tr("One real message through %1").arg(shownOnOneLine(account.server.toString(), 120)), this);
    headline->setHeading(1.1);
    headline->setWrapped();
    auto* body = new PlainLabel(tr("It is a short text that names this station and account, so that whoever finds it knows "
                                   "where it came from. It is sent with the values on the sheet, saved or not."),
                                this);
    body->setWrapped();
    body->setMuted();
    auto* from = new PlainLabel(m_hasSender ? sender : tr("No address: set Reply To or Account first."), this);
    from->setObjectName(u"messageSender"_s);
    from->setWrapped();
    from->setSelectable();
    m_recipient->setObjectName(u"messageRecipient"_s);
    m_recipient->setAccessibleName(tr("Recipient"));
    m_recipient->setText(recipient);
    m_recipient->setPlaceholderText(u"name@host.example"_s);
    m_fault->setMuted();
    m_fault->setWrapped();
    m_onlyAsk->setObjectName(u"messageOnlyAsk"_s);
    m_onlyAsk->setText(tr("&Only ask whether the server would take it; send nothing"));
    auto* buttons = new QDialogButtonBox(this);
    m_send = buttons->addButton(tr("&Send"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(u"messageSend"_s);
    m_send->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("From"), from);
    form->addRow(tr("&To"), m_recipient);
    form->addRow(QString(), m_fault);
    form->addRow(QString(), m_onlyAsk);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(headline);
    layout->addWidget(body);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(m_recipient, &QLineEdit::textChanged, this, &SendTestMessage::check);
    connect(m_onlyAsk, &QCheckBox::toggled, this, &SendTestMessage::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const Depth depth = m_onlyAsk->isChecked() ? Depth::Envelope : Depth::Message;
        const QString to = this->recipient();
        accept();
        emit requested(depth, to);
    });
    check();
    m_recipient->setFocus();
    m_recipient->selectAll();
    resize(fontMetrics().averageCharWidth() * 68, sizeHint().height());
}

QString SendTestMessage::recipient() const
{
    return m_recipient->text().trimmed();
}

void SendTestMessage::check()
{
    const bool isAddress = isMailAddress(recipient());
    m_send->setEnabled(m_hasSender && isAddress);
    m_send->setText(m_onlyAsk->isChecked() ? tr("&Ask") : tr("&Send"));
    m_fault->setText(isAddress               ? QString()
                     : recipient().isEmpty() ? tr("An address is needed, such as your own.")
                                             : tr("This is no mail address."));
    m_fault->setVisible(!isAddress);
}

} // namespace stationer
