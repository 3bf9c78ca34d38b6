#include "views/accounts/accountsbar.h"

#include "catalogue/catalogue.h"
#include "views/common/filledbutton.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

QPushButton* plainButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(QString(text).remove(u'&'));
    made->setAutoDefault(false);
    return made;
}

AccountsBar::AccountsBar(QWidget* parent)
    : QWidget(parent), m_testAll(plainButton(tr("Test &All"), u"testAll"_s, this)),
      m_testSelected(plainButton(tr("Test &Selected"), u"testSelected"_s, this)), m_new(makeNew()),
      m_duplicate(plainButton(tr("D&uplicate"), u"duplicateAccount"_s, this)),
      m_delete(plainButton(tr("&Delete"), u"deleteAccount"_s, this))
{
    askToBeFilled(*m_testAll, 1); // what the panel proposes for the selected row comes first
    m_testAll->setToolTip(plainToolTip(tr("Tests every enabled account, several at once; nothing is asked meanwhile")));
    connect(m_testAll, &QPushButton::clicked, this, &AccountsBar::testAllClicked);
    connect(m_testSelected, &QPushButton::clicked, this, &AccountsBar::testSelectedClicked);
    connect(m_duplicate, &QPushButton::clicked, this, [this] { emit arrangingClicked(Arranging::Duplicate); });
    connect(m_delete, &QPushButton::clicked, this, [this] { emit arrangingClicked(Arranging::Delete); });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 10);
    layout->setSpacing(8);
    layout->addWidget(m_testAll);
    layout->addWidget(m_testSelected);
    layout->addSpacing(8);
    layout->addWidget(m_new);
    layout->addWidget(m_duplicate);
    layout->addWidget(m_delete);
    layout->addWidget(makeRun(), 1);
    layout->addStretch();
}

QPushButton* AccountsBar::makeNew()
{
    auto* add = plainButton(tr("&New"), u"newAccount"_s, this);
    auto* types = new QMenu(add);
    for (const QLatin1StringView type : {outgoingAccountType, incomingAccountType}) {
        const ComponentType* known = componentType(QString(type));
        QAction* action = types->addAction(icon(QLatin1StringView(known->icon)),
                                           type == outgoingAccountType ? tr("&Outgoing Account") : tr("&Incoming Account"));
        connect(action, &QAction::triggered, this, [this, type] { emit addChosen(type); });
    }
    add->setMenu(types);
    return add;
}

QWidget* AccountsBar::makeRun()
{
    m_run = new QWidget(this);
    m_run->setObjectName(u"runProgress"_s);
    m_count = new PlainLabel({}, m_run);
    m_count->setMuted();
    m_progress = new QProgressBar(m_run);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of Test All"));
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    m_progress->setMinimumWidth(1); // the first to give way
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 22);
    m_cancel = plainButton(tr("&Cancel"), u"cancelAll"_s, m_run);
    connect(m_cancel, &QPushButton::clicked, this, &AccountsBar::cancelClicked);
    auto* layout = new QHBoxLayout(m_run);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addStretch();
    layout->addWidget(m_count);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    m_run->hide();
    return m_run;
}

void AccountsBar::setEnabledFor(bool hasAccounts, bool hasSelection, bool canEdit)
{
    m_testAll->setEnabled(hasAccounts && !m_isRunning);
    m_testSelected->setEnabled(hasSelection);
    m_new->setEnabled(canEdit);
    m_duplicate->setEnabled(hasSelection && canEdit);
    m_delete->setEnabled(hasSelection && canEdit);
}

void AccountsBar::showProgress(int done, int total)
{
    const bool hasBegun = !std::exchange(m_isRunning, true);
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    //: Progress of Test All: %1 of %2 accounts are done
    m_count->setText(tr("%1 of %2").arg(done).arg(total));
    m_run->show();
    // The button that had the focus cannot be pressed for now; the next key is for the run.
    if (hasBegun && m_testAll->hasFocus())
        m_cancel->setFocus();
}

void AccountsBar::showRunEnded()
{
    m_isRunning = false;
    m_testAll->setEnabled(true);
    if (m_cancel->hasFocus())
        m_testAll->setFocus();
    m_run->hide();
}

} // namespace stationer
