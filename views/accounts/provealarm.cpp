#include "views/accounts/provealarm.h"

#include "catalogue/change.h"
#include "connection/testmessage.h"
#include "views/common/plaintext.h"
#include "views/sheet/editors/quietcombobox.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int mostNamed = 4;

QString addressesOf(const AlarmSettings& alarm, QLatin1StringView role)
{
    QStringList all;
    for (const Addressee& one : alarm.alarm.addressees)
        if (one.role == role)
            all += shownOnOneLine(one.address, 80);
    const qsizetype more = all.size() - mostNamed;
    QString text = all.mid(0, mostNamed).join(u", "_s);
    if (more > 0)
        //: %1 is a list of e-mail addresses, %2 a number
        text = ProveAlarm::tr("%1 and %2 more").arg(text).arg(more);
    return text;
}

} // namespace

ProveAlarm::ProveAlarm(const AlarmSettings& alarm, const QList<Inbox>& inboxes, SlotId preferred, QWidget* parent)
    : Dialog(parent),
      m_envelope(new QRadioButton(tr("&Only ask whether the server takes it for every recipient; send nothing"), this)),
      m_message(new QRadioButton(tr("&Send one real message to all of them, and see it arrive"), this)),
      m_inbox(new QuietComboBox(this))
{
    setObjectName(u"proveAlarm"_s);
    setWindowTitle(tr("Prove This Alarm"));
    auto* headline =
        new PlainLabel(tr("This alarm's mail, through %1").arg(shownOnOneLine(alarm.settings.server.toString(), 120)), this);
    headline->setHeading(1.1);
    headline->setWrapped();
    auto* body =
        new PlainLabel(tr("With the values as they are now, saved or not. The inbox is looked at for at most two minutes; "
                          "nothing in it is marked or deleted."),
                       this);
    body->setWrapped();
    body->setMuted();
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    const auto addLine = [&](const QString& label, const QString& text) {
        if (text.isEmpty())
            return;
        auto* line = new PlainLabel(text, this);
        line->setWrapped();
        line->setSelectable();
        line->setAccessibleName(label);
        form->addRow(label, line);
    };
    addLine(tr("From"), shownOnOneLine(senderOf(alarm.settings), 120));
    for (const QLatin1StringView role : {toSlot, ccSlot, bccSlot})
        addLine(slotLabel(role), addressesOf(alarm, role));

    m_envelope->setObjectName(u"proveEnvelope"_s);
    m_message->setObjectName(u"proveMessage"_s);
    m_inbox->setObjectName(u"proveThrough"_s);
    m_inbox->setAccessibleName(tr("Account in whose inbox the message is looked for"));
    int chosen = -1;
    for (const Inbox& inbox : inboxes) {
        //: %1 is the path of an account
        const QString text = inbox.isEnabled ? inbox.path : tr("%1 (disabled)").arg(inbox.path);
        m_inbox->addItem(shownOnOneLine(text, 120), QVariant::fromValue(quint32(inbox.account)));
        if (inbox.account == preferred || (chosen < 0 && inbox.isEnabled))
            chosen = m_inbox->count() - 1;
    }
    m_inbox->setCurrentIndex(qMax(chosen, 0));
    auto* inboxRow = new QFormLayout;
    inboxRow->setContentsMargins(24, 0, 0, 0);
    inboxRow->addRow(tr("Seen &through"), m_inbox);
    auto* none = new PlainLabel(tr("There is no IncomingAccount in which it could be seen."), this);
    none->setMuted();
    none->setVisible(inboxes.isEmpty());
    m_message->setEnabled(!inboxes.isEmpty());
    m_envelope->setChecked(true);

    auto* buttons = new QDialogButtonBox(this);
    m_prove = buttons->addButton(tr("&Ask"), QDialogButtonBox::AcceptRole);
    m_prove->setObjectName(u"proveStart"_s);
    m_prove->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(headline);
    layout->addLayout(form);
    layout->addWidget(m_envelope);
    layout->addWidget(m_message);
    layout->addLayout(inboxRow);
    layout->addWidget(none);
    layout->addWidget(body);
    layout->addWidget(buttons);
    connect(m_message, &QRadioButton::toggled, this, &ProveAlarm::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const bool isMessage = m_message->isChecked();
        const SlotId through = isMessage ? SlotId(m_inbox->currentData().value<quint32>()) : SlotId::None;
        accept();
        emit requested(isMessage ? Depth::Message : Depth::Envelope, through);
    });
    check();
    m_envelope->setFocus();
    resize(fontMetrics().averageCharWidth() * 76, sizeHint().height());
}

void ProveAlarm::check()
{
    m_inbox->setEnabled(m_message->isChecked());
    m_prove->setText(m_message->isChecked() ? tr("&Send and Watch") : tr("&Ask"));
}

} // namespace stationer
