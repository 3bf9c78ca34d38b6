#include "app/testallcourse.h"

#include "app/accountpasswords.h"
#include "app/accounttests.h"
#include "app/testall.h"
#include "app/trustcourse.h"
#include "catalogue/catalogue.h"
#include "diagnosis/reporttext.h"
#include "items/accountsmodel.h"
#include "rows/accountstally.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "views/accounts/accountmanager.h"
#include "views/mainwindow.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace stationer {

TestAllCourse::TestAllCourse(const Rooms& rooms) : m_rooms(rooms)
{
    MainWindow& window = m_rooms.window;
    AccountManager& manager = window.accountManager();
    connect(&window, &MainWindow::testManyRequested, &m_rooms.run, &TestAll::start);
    connect(&window, &MainWindow::cancelManyRequested, &m_rooms.run, &TestAll::cancel);
    connect(&m_rooms.run, &TestAll::stateChanged, &m_rooms.accounts, &AccountsModel::setState);
    connect(&m_rooms.run, &TestAll::progressed, &manager, &AccountManager::showProgress);
    connect(&m_rooms.run, &TestAll::finished, &manager, &AccountManager::showRunEnded);
    connect(&manager, &AccountManager::reviewRequested, this, &TestAllCourse::review);
    connect(&manager, &AccountManager::passwordRequested, this, &TestAllCourse::askPassword);
    connect(&manager, &AccountManager::reportRequested, this, &TestAllCourse::copyReports);
}

void TestAllCourse::review(SlotId account)
{
    if (const Report* report = m_rooms.lastTests.report(account))
        m_rooms.trust.open(account, *report, m_rooms.lastTests.othersToReviewWith(account), [this, account] {
            m_rooms.run.start({account});
            testSettled(account);
        });
}

void TestAllCourse::testSettled(SlotId except)
{
    if (!m_rooms.station.isOpen())
        return;
    const ChainJudge judge = m_rooms.tests.judgeNow();
    QList<SlotId> settled;
    for (const SlotId account : accounts(m_rooms.station.document())) {
        const Report* report = m_rooms.lastTests.report(account);
        if (account == except || !report || report->outcome != Outcome::CertificateChallenged || !report->trust ||
            !m_rooms.lastTests.isCurrent(account))
            continue;
        CertificateChain chain;
        for (const CertificateFacts& sent : report->trust->sent)
            chain += sent.der;
        if (judge(chain, report->settings.server).verdict != Verdict::Challenged)
            settled += account;
    }
    if (!settled.isEmpty())
        m_rooms.run.start(settled);
}

void TestAllCourse::askPassword(SlotId account)
{
    const Report* report = m_rooms.lastTests.report(account);
    const bool wasRefused = report && report->outcome == Outcome::LoginRejected;
    m_rooms.passwords.ask(account, wasRefused ? AccountPasswords::Why::Refused : AccountPasswords::Why::Missing);
}

void TestAllCourse::copyReports()
{
    const QString summary = summaryOf(tallyOf(m_rooms.accounts.rows()));
    QStringList texts;
    if (!summary.isEmpty())
        //: The head of a report over all accounts: %1 is the station's name, %2 such as «5 passed, 1 failed»
        texts += tr("%1: %2").arg(m_rooms.station.title(), summary);
    for (const AccountRow& row : m_rooms.accounts.rows())
        if (const Report* report = m_rooms.lastTests.report(row.slot)) {
            QString text = toText(*report, false).trimmed();
            if (!m_rooms.lastTests.isCurrent(row.slot))
                text += u'\n' + tr("Values changed since this test.");
            texts += text;
        }
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s) + u'\n');
}

} // namespace stationer
