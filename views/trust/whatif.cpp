#include "views/trust/whatif.h"

#include "terms/dates.h"
#include "views/common/plaintext.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

WhatIf::WhatIf(const QString& host, const QDateTime& now, QWidget* parent)
    : QWidget(parent), m_host(host), m_now(now), m_withoutUser(new QCheckBox(tr("&without the User Trust Store"), this)),
      m_otherDate(new QCheckBox(tr("on another &day:"), this)), m_date(new QDateEdit(now.toLocalTime().date(), this)),
      m_otherHost(new QCheckBox(tr("for another &host:"), this)), m_name(new PlainLineEdit(this))
{
    setObjectName(u"whatIf"_s);
    auto* title = new PlainLabel(tr("What would be said"), this);
    title->setMuted();
    m_withoutUser->setObjectName(u"withoutUserStore"_s);
    m_otherDate->setObjectName(u"otherDate"_s);
    m_otherHost->setObjectName(u"otherHost"_s);
    m_date->setObjectName(u"supposedDate"_s);
    m_date->setAccessibleName(tr("Day to suppose"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(dayFormat.toString());
    m_date->setEnabled(false);
    m_name->setObjectName(u"supposedHost"_s);
    m_name->setAccessibleName(tr("Host to suppose"));
    m_name->setText(host);
    m_name->setEnabled(false);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 24);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_withoutUser);
    layout->addSpacing(8);
    layout->addWidget(m_otherDate);
    layout->addWidget(m_date);
    layout->addSpacing(8);
    layout->addWidget(m_otherHost);
    layout->addWidget(m_name, 1);
    connect(m_withoutUser, &QCheckBox::toggled, this, &WhatIf::changed);
    connect(m_otherDate, &QCheckBox::toggled, m_date, &QWidget::setEnabled);
    connect(m_otherDate, &QCheckBox::toggled, this, &WhatIf::changed);
    connect(m_date, &QDateEdit::dateChanged, this, &WhatIf::changed);
    connect(m_otherHost, &QCheckBox::toggled, m_name, &QWidget::setEnabled);
    connect(m_otherHost, &QCheckBox::toggled, this, &WhatIf::changed);
    connect(m_name, &QLineEdit::textChanged, this, &WhatIf::changed);
}

bool WhatIf::isWithoutUserStore() const
{
    return m_withoutUser->isChecked();
}

QDateTime WhatIf::time() const
{
    return m_otherDate->isChecked() ? m_date->date().startOfDay().addSecs(12 * 3600).toUTC() : m_now;
}

QString WhatIf::host() const
{
    return m_otherHost->isChecked() ? m_name->text().trimmed() : m_host;
}

bool WhatIf::isSupposing() const
{
    return m_withoutUser->isChecked() || m_otherDate->isChecked() || m_otherHost->isChecked();
}

} // namespace stationer
