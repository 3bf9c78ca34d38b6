#include "views/trust/acceptancechooser.h"

#include "terms/dates.h"
#include "views/common/plaintext.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr int usualDays = 30;
constexpr int longestYears = 2;
} // namespace

AcceptanceChooser::AcceptanceChooser(const Judgement& judgement, const QDateTime& now, QWidget* parent)
    : QWidget(parent), m_now(now), m_scope(new QComboBox(this)), m_date(new QDateEdit(this)), m_binding(new QComboBox(this)),
      m_meaning(new PlainLabel({}, this))
{
    m_scope->setObjectName(u"scope"_s);
    m_scope->setAccessibleName(tr("How long the exemption holds"));
    m_scope->addItem(tr("until I delete it (temporary)"), int(Scope::UntilDeleted));
    m_scope->addItem(tr("until a date"), int(Scope::UntilDate));
    m_scope->addItem(tr("for this session"), int(Scope::Session));
    m_date->setObjectName(u"scopeDate"_s);
    m_date->setAccessibleName(tr("Last day of the exemption"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(dayFormat.toString());
    m_date->setDateRange(now.toLocalTime().date(), now.toLocalTime().date().addYears(longestYears));
    m_date->setDate(now.toLocalTime().date().addDays(usualDays));
    m_binding->setObjectName(u"binding"_s);
    m_binding->setAccessibleName(tr("What the exemption is bound to"));
    m_binding->addItem(tr("this certificate"), int(Binding::Certificate));
    m_binding->addItem(tr("this public key"), int(Binding::PublicKey));
    if (hasOnly(judgement, TrustError::HostMismatch))
        m_binding->addItem(tr("the name alone"), int(Binding::NameOnly));
    m_meaning->setObjectName(u"bindingMeaning"_s);
    m_meaning->setMuted();
    m_meaning->setWrapped();

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new PlainLabel(tr("An exemption holds for this host and port,"), this));
    row->addWidget(m_binding);
    row->addWidget(m_scope);
    row->addWidget(m_date);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_meaning);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &AcceptanceChooser::follow);
    connect(m_binding, &QComboBox::currentIndexChanged, this, &AcceptanceChooser::follow);
    connect(m_date, &QDateEdit::dateChanged, this, &AcceptanceChooser::follow);
    follow();
}

Acceptance AcceptanceChooser::acceptance() const
{
    Acceptance how;
    how.scope = Scope(m_scope->currentData().toInt());
    how.binding = Binding(m_binding->currentData().toInt());
    if (how.scope == Scope::UntilDate) // to the hour for so many days, else to the end of the day
        how.expires = chosenDays() ? m_now.addDays(*chosenDays()) : m_date->date().endOfDay().toUTC();
    return how;
}

void AcceptanceChooser::chooseDays(int days)
{
    m_days = days;
    m_date->setDate(m_now.toLocalTime().date().addDays(days));
    m_scope->setCurrentIndex(m_scope->findData(int(Scope::UntilDate)));
}

std::optional<int> AcceptanceChooser::chosenDays() const
{
    const bool isThat = m_days && Scope(m_scope->currentData().toInt()) == Scope::UntilDate &&
                        m_date->date() == m_now.toLocalTime().date().addDays(*m_days);
    return isThat ? m_days : std::nullopt;
}

void AcceptanceChooser::follow()
{
    m_date->setVisible(Scope(m_scope->currentData().toInt()) == Scope::UntilDate);
    switch (Binding(m_binding->currentData().toInt())) {
    case Binding::Certificate:
        m_meaning->setText(tr("When the server gets a new certificate, you are asked again."));
        break;
    case Binding::PublicKey:
        m_meaning->setText(tr("A renewed certificate passes while the server keeps its key."));
        break;
    case Binding::NameOnly:
        m_meaning->setText(tr("Any certificate with these names passes, as long as a trusted CA has signed it."));
        break;
    }
    emit changed();
}

} // namespace stationer
