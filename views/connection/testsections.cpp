#include "views/connection/testsections.h"

#include "diagnosis/testcomparison.h"
#include "items/testmodel.h"
#include "views/connection/factsheet.h"
#include "views/connection/flowlayout.h"
#include "views/connection/reportfacts.h"
#include "views/connection/section.h"
#include "views/connection/transcriptview.h"
#include "views/connection/waterfall.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

TestSections::TestSections(TestModel& stages, QWidget* parent)
    : QWidget(parent), m_waterfall(new Waterfall(stages)), m_changes(new FactSheet(tr("What differs from the run before"))),
      m_recipients(new FactSheet(tr("Recipients"))), m_connection(new FactSheet(tr("Connection"))),
      m_signIn(new FactSheet(tr("Sign-in"))), m_transcript(new TranscriptView), m_details(new FactSheet(tr("Details"))),
      m_station(new FactSheet(tr("On the station"))),
      m_stationSection(new Section(tr("On the Station"), u"onStation"_s, m_station)),
      m_stagesSection(new Section(tr("Stages"), u"stages"_s, m_waterfall)),
      m_changesSection(new Section(tr("Changed"), u"changes"_s, m_changes)),
      m_recipientsSection(new Section(tr("Recipients"), u"recipients"_s, m_recipients)),
      m_connectionSection(new Section(tr("Connection"), u"connection"_s, m_connection)),
      m_signInSection(new Section(tr("Sign-in"), u"signIn"_s, m_signIn)),
      m_transcriptSection(new Section(tr("Transcript"), u"transcript"_s, m_transcript)),
      m_detailsSection(new Section(tr("Details"), u"details"_s, m_details)),
      m_sections{m_stationSection,    m_stagesSection, m_changesSection,    m_recipientsSection,
                 m_connectionSection, m_signInSection, m_transcriptSection, m_detailsSection}
{
    auto* layout = new FlowLayout(this);
    layout->setSpacing(4);
    for (Section* section : m_sections)
        layout->addWidget(section);
    connect(m_stagesSection, &Section::toggled, this, [this](bool isUnfolded) { m_areStagesWished = isUnfolded; });
    showNothing();
}

void TestSections::showNothing()
{
    for (Section* section : m_sections)
        section->hide();
}

void TestSections::showRunning()
{
    for (Section* section : m_sections)
        section->setVisible(section == m_stagesSection);
    m_stagesSection->setSummary({});
}

void TestSections::showReport(const Report& report, const Report* earlier)
{
    const auto fill = [](Section* section, FactSheet* sheet, const QList<Fact>& facts, const QString& summary) {
        sheet->setFacts(facts);
        section->setSummary(summary);
        section->setVisible(!facts.isEmpty());
    };
    const bool isCompared = earlier && report.outcome != Outcome::Cancelled;
    QString stages = stagesSummary(report);
    QString before;
    if (isCompared) {
        before = QLocale().toString(earlier->began.toLocalTime().time(), QLocale::ShortFormat);
        //: What the thin grey bars of the waterfall are; %1 is a time of day
        stages += u"  ·  "_s + tr("grey: the run at %1").arg(before);
    }
    m_stagesSection->setSummary(stages);
    m_stagesSection->setUnfolded(m_areStagesWished || std::ranges::any_of(report.stages, [](const StageRecord& stage) {
                                     return stage.status == StageStatus::Failed;
                                 }));
    m_stagesSection->show();
    const QList<TestChange> changes = isCompared ? changesBetween(*earlier, report) : QList<TestChange>();
    //: %1 is what changed since the test before, %2 its time of day
    fill(m_changesSection, m_changes, changeFacts(changes), tr("since %2  ·  %1").arg(changesSummary(changes), before));
    fill(m_recipientsSection, m_recipients, recipientFacts(report), recipientSummary(report));
    m_recipientsSection->setUnfolded(report.alarm.has_value()); // they are what an alarm is about
    fill(m_connectionSection, m_connection, connectionFacts(report), connectionSummary(report));
    m_connectionSection->show();
    fill(m_signInSection, m_signIn, signInFacts(report), signInSummary(report));
    fill(m_detailsSection, m_details, rawFacts(report), tr("as the server and the libraries said it"));
    m_transcript->setLines(report.transcript + (report.lastLook ? report.lastLook->transcript : QList<TranscriptLine>()));
    m_transcriptSection->setSummary(transcriptSummary(report));
    m_transcriptSection->show();
}

void TestSections::showStation(const std::optional<StationVerdict>& verdict)
{
    const QList<Fact> facts = verdict ? stationFacts(*verdict) : QList<Fact>();
    m_station->setFacts(facts);
    m_stationSection->setSummary(
        tr("by what the test measured and how the station's mail library behaves; no station was asked"));
    m_stationSection->setVisible(!facts.isEmpty());
}

void TestSections::setUnfolded(bool isUnfolded)
{
    m_areStagesWished = isUnfolded;
    for (Section* section : m_sections)
        section->setUnfolded(isUnfolded);
}

void TestSections::setTranscriptUnfolded(bool isUnfolded)
{
    m_transcriptSection->setUnfolded(isUnfolded);
}

void TestSections::unfoldStages()
{
    m_areStagesWished = true;
    m_stagesSection->setUnfolded(true);
}

} // namespace stationer
