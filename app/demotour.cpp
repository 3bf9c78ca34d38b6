#include "app/demotour.h"

#include "app/testcourse.h"
#include "catalogue/accountslots.h"
#include "connection/report.h"
#include "session/accountrun.h"
#include "session/openstation.h"
#include "views/demohint.h"
#include "views/mainwindow.h"

namespace stationer {

using Step = DemoHint::Step;

DemoTour::DemoTour(OpenStation& station, TestCourse& tests, MainWindow& window)
    : QObject(&window), m_station(station), m_window(window), m_hint(window.demoHint())
{
    connect(&station, &OpenStation::aboutToBeReplaced, this, [this] { m_account.clear(); });
    connect(&station, &OpenStation::changed, this, &DemoTour::lookAtSheet);
    connect(&station, &OpenStation::saved, this, [this] {
        if (isBegun())
            m_hint.tick(Step::Save);
    });
    connect(&window.workspace(), &Workspace::shownChanged, this, &DemoTour::lookAtSheet);
    connect(&tests, &TestCourse::finished, this, [this](SlotId, const Report& report) { onTested(report); });
    connect(&tests.many(), &AccountRun::finished, this, [this] {
        if (isBegun())
            m_hint.tick(Step::TestAll);
    });
}

void DemoTour::begin(const QString& account)
{
    m_account = account;
    m_hint.begin();
}

bool DemoTour::isBegun() const
{
    return !m_account.isEmpty() && m_station.isOpen();
}

void DemoTour::lookAtSheet()
{
    const SlotId account = isBegun() ? m_station.document().find(m_account) : SlotId::None;
    if (account == SlotId::None || m_window.shown() != account)
        return;
    m_hint.tick(Step::Open);
    if (isOn(m_station.document(), account, useSslSlot))
        m_hint.tick(Step::Set);
}

void DemoTour::onTested(const Report& report)
{
    if (!isBegun() || report.outcome == Outcome::Cancelled)
        return;
    m_hint.tick(Step::Test);
    if (report.outcome == Outcome::Succeeded)
        m_hint.tick(Step::Settle);
}

} // namespace stationer
