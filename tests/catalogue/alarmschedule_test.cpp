#include "catalogue/catalogue.h"
#include "catalogue/change.h"
#include "catalogue/timerange.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray withRecipient(const QByteArray& inside)
{
    return smallStation(account("R", "c", "EmailRecipient", inside));
}

const auto officeHours = "     <p n='timeRange'>\n      <p n=\"startTime\" v=\"08:00:00.000\"/>\n"
                         "      <p n=\"endTime\" v=\"18:30:00.000\"/>\n     </p>\n"_ba;

/// An EmailRecipient in a document of its own.
struct Schedule {
    explicit Schedule(const QByteArray& inside) : document(Document::fromXml(withRecipient(inside)).value()) {}

    SlotId recipient() const { return document.find(u"/Services/EmailService/R"_s); }
    QString value(QStringView slot) const { return effectiveValue(document, recipient(), slot).value_or(u"(none)"_s); }
    std::optional<ChangeFault> set(const QList<Assignment>& assignments)
    {
        const auto change = planChange(document, recipient(), assignments);
        if (!change)
            return change.error();
        edits += change.value().edit;
        document.apply(edits.last());
        return std::nullopt;
    }
    void undo() { document.revert(edits.takeLast()); }

    Document document;
    QList<Edit> edits;
};

} // namespace

/// The hours, days and changes of state at which alarms are mailed, as a station file has them.
class AlarmScheduleTest : public QObject {
    Q_OBJECT
private slots:
    void isReadAsItStands();
    void holdsAlwaysWhereNothingStands();
    void anHourIsOneAttribute();
    void hoursAreAddedAndGoAgain();
    void aWrittenMidnightComesBack();
    void hoursGoWithOtherSlotsInOneStep();
    void setsAreWrittenInHex();
    void whatIsReadAgainIsTheSame();
    void refusals_data();
    void refusals();
    void whatIsLockedStays();
};

void AlarmScheduleTest::isReadAsItStands()
{
    const Schedule schedule(officeHours + value("daysOfWeek", "3e") + value("transitions", "5"));
    QCOMPARE(schedule.value(u"timeRange"), u"08:00:00.000-18:30:00.000"_s);
    QCOMPARE(schedule.value(u"daysOfWeek"), u"3e"_s);
    QCOMPARE(schedule.value(u"transitions"), u"5"_s);
    const Schedule half("     <p n='timeRange'>\n      <p n='endTime' v='06:00:00.000'/>\n     </p>\n");
    QCOMPARE(half.value(u"timeRange"), u"00:00:00.000-06:00:00.000"_s);
}

void AlarmScheduleTest::holdsAlwaysWhereNothingStands()
{
    const Schedule schedule(value("to", "a@x.example"));
    QCOMPARE(schedule.value(u"timeRange"), u"00:00:00.000-00:00:00.000"_s);
    QCOMPARE(schedule.value(u"daysOfWeek"), u"7f"_s);
    QCOMPARE(schedule.value(u"transitions"), u"f"_s);
}

void AlarmScheduleTest::anHourIsOneAttribute()
{
    Schedule schedule(officeHours);
    QVERIFY(!schedule.set({{u"timeRange"_s, u"08:00:00.000-20:15:00.000"_s}}));
    QCOMPARE(schedule.document.xml(), withRecipient(QByteArray(officeHours).replace("18:30", "20:15")));
    QVERIFY(schedule.document.hasChanges(schedule.recipient()));
    QVERIFY(!schedule.set({{u"timeRange"_s, u"08:00:00.000-18:30:00.000"_s}}));
    QCOMPARE(schedule.document.xml(), withRecipient(officeHours));
    schedule.undo();
    schedule.undo();
    QCOMPARE(schedule.document.xml(), withRecipient(officeHours));
    QVERIFY(!schedule.set({{u"timeRange"_s, std::nullopt}}));
    QCOMPARE(schedule.value(u"timeRange"), u"00:00:00.000-00:00:00.000"_s);
    QVERIFY(!schedule.set({{u"timeRange"_s, u"08:00:00.000-18:30:00.000"_s}}));
    QCOMPARE(schedule.document.xml(), withRecipient(officeHours));
    schedule.undo();
    schedule.undo();
    QCOMPARE(schedule.document.xml(), withRecipient(officeHours));
}

void AlarmScheduleTest::hoursAreAddedAndGoAgain()
{
    const QByteArray before = value("to", "a@x.example");
    Schedule schedule(before);
    QVERIFY(!schedule.set({{u"timeRange"_s, u"08:00:00.000-00:00:00.000"_s}}));
    const QByteArray xml = schedule.document.xml();
    QVERIFY2(xml.contains("<p n='timeRange'>") && xml.contains("startTime") && !xml.contains("endTime"), xml.constData());
    QVERIFY(xml.indexOf("timeRange") < xml.indexOf("n=\"to\""));
    QCOMPARE(schedule.value(u"timeRange"), u"08:00:00.000-00:00:00.000"_s);
    QVERIFY(!schedule.set({{u"timeRange"_s, u"00:00:00.000-00:00:00.000"_s}}));
    QCOMPARE(schedule.document.xml(), withRecipient(before));
    schedule.undo();
    QCOMPARE(schedule.document.xml(), xml);
    schedule.undo();
    QCOMPARE(schedule.document.xml(), withRecipient(before));
}

void AlarmScheduleTest::aWrittenMidnightComesBack()
{
    const QByteArray before = "     <p n='timeRange'>\n      <p n='startTime' v='00:00:00.000'/>\n     </p>\n";
    Schedule schedule(before);
    QVERIFY(!schedule.set({{u"timeRange"_s, u"07:00:00.000-00:00:00.000"_s}}));
    QVERIFY(!schedule.set({{u"timeRange"_s, u"00:00:00.000-00:00:00.000"_s}}));
    QCOMPARE(schedule.document.xml(), withRecipient(before));
}

void AlarmScheduleTest::hoursGoWithOtherSlotsInOneStep()
{
    Schedule schedule(value("cc", "c@x.example"));
    QVERIFY(!schedule.set(
        {{u"daysOfWeek"_s, u"3e"_s}, {u"timeRange"_s, u"08:00:00.000-18:00:00.000"_s}, {u"to"_s, u"a@x.example"_s}}));
    QCOMPARE(schedule.value(u"timeRange"), u"08:00:00.000-18:00:00.000"_s);
    QCOMPARE(schedule.value(u"daysOfWeek"), u"3e"_s);
    QCOMPARE(schedule.value(u"to"), u"a@x.example"_s);
    schedule.undo();
    QCOMPARE(schedule.document.xml(), withRecipient(value("cc", "c@x.example")));
}

void AlarmScheduleTest::setsAreWrittenInHex()
{
    Schedule schedule(value("daysOfWeek", "41"));
    QVERIFY(!schedule.set({{u"daysOfWeek"_s, u"3E"_s}, {u"transitions"_s, u"0"_s}}));
    const QByteArray xml = schedule.document.xml();
    QVERIFY2(xml.contains("<p n=\"daysOfWeek\" v=\"3e\"/>") && xml.contains("n=\"transitions\" v=\"0\""), xml.constData());
    QVERIFY(!schedule.set({{u"daysOfWeek"_s, u"7f"_s}, {u"transitions"_s, u"f"_s}}));
    QVERIFY(!schedule.document.xml().contains("daysOfWeek\" v") && !schedule.document.xml().contains("transitions"));
}

void AlarmScheduleTest::whatIsReadAgainIsTheSame()
{
    Schedule schedule(value("to", "a@x.example"));
    QVERIFY(!schedule.set(
        {{u"timeRange"_s, u"22:00:00.000-06:00:30.500"_s}, {u"daysOfWeek"_s, u"41"_s}, {u"transitions"_s, u"3"_s}}));
    const Document again = Document::fromXml(schedule.document.xml()).value();
    const SlotId recipient = again.find(u"/Services/EmailService/R"_s);
    for (const QString& slot : {u"timeRange"_s, u"daysOfWeek"_s, u"transitions"_s})
        QCOMPARE(effectiveValue(again, recipient, slot), std::optional(schedule.value(slot)));
    QVERIFY(!again.handle(again.child(recipient, u"timeRange")));
}

void AlarmScheduleTest::refusals_data()
{
    QTest::addColumn<QString>("slot");
    QTest::addColumn<QString>("value");
    for (const char* text : {"", "8:00-18:00", "08:00:00.000", "08:00:00.000-", "08:00:00.000-24:00:00.000",
                             "08:00:00.000-18:00:00.000-", "08:00:00-18:00:00"})
        QTest::addRow("hours «%s»", text) << u"timeRange"_s << QString::fromLatin1(text);
    for (const char* text : {"", "monday", "-1", "+1", "100000000", "1 2"})
        QTest::addRow("days «%s»", text) << u"daysOfWeek"_s << QString::fromLatin1(text);
}

void AlarmScheduleTest::refusals()
{
    QFETCH(QString, slot);
    QFETCH(QString, value);
    Schedule schedule(officeHours);
    const std::optional<ChangeFault> fault = schedule.set({{slot, value}});
    QVERIFY(fault && fault->kind == ChangeFault::Kind::BadValue);
    QVERIFY(!describe(*fault).isEmpty());
    QCOMPARE(schedule.document.xml(), withRecipient(officeHours));
}

void AlarmScheduleTest::whatIsLockedStays()
{
    Schedule schedule(QByteArray(officeHours).replace("n='timeRange'", "n='timeRange' f='r'"));
    const std::optional<ChangeFault> fault = schedule.set({{u"timeRange"_s, u"00:00:00.000-06:00:00.000"_s}});
    QVERIFY(fault && fault->kind == ChangeFault::Kind::ReadOnly);
}

STATIONER_TEST(AlarmScheduleTest)
#include "alarmschedule_test.moc"
