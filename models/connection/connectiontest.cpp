#include "connection/connectiontest.h"

#include "connection/course.h"

namespace stationer {

ConnectionTest::ConnectionTest(TestOrder order, ChainJudge judge, Limits limits, Resolver resolver, QObject* parent)
    : QObject(parent), d(std::make_unique<Course>(this, std::move(order), std::move(judge), limits, std::move(resolver)))
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start()
{
    d->start();
}

void ConnectionTest::cancel()
{
    d->cancel();
}

bool ConnectionTest::hasPendingLookup() const
{
    return d->hasPendingLookup();
}

Report ConnectionTest::refused(const SettingFault& fault, const TestOrder& known)
{
    Report report;
    report.settings = known.settings;
    report.alarm = known.alarm;
    report.depth = known.alarm ? known.depth : known.settings.account ? Depth::Login : Depth::Connect;
    report.outcome = Outcome::SettingInvalid;
    report.stage = Stage::Settings;
    report.settingFault = fault;
    report.began = QDateTime::currentDateTimeUtc();
    StageClock clock(report.settings.security, report.depth, report.settings.account.has_value(),
                     {.isArrivalAwaited = known.alarm && known.depth == Depth::Message});
    clock.begin(Stage::Settings, {});
    clock.end(StageStatus::Failed, {}, fault.slot);
    report.stages = clock.records({});
    return report;
}

} // namespace stationer
