#pragma once

#include "connection/report.h"
#include "prediction/stationverdict.h"

#include <QWidget>

namespace stationer {

class FactSheet;
class Section;
class TestModel;
class TranscriptView;
class Waterfall;

/// The parts of the test panel that fold: what the station would meet and why, the stages, what differs from the run before,
/// an alarm's recipients, the connection, the sign-in, the transcript and the raw words. The stages unfold by themselves
/// where one failed. It says nothing of what the test means.
class TestSections : public QWidget {
    Q_OBJECT
public:
    explicit TestSections(TestModel& stages, QWidget* parent = nullptr);

    void showNothing();
    void showRunning(); ///< the stages, as they come
    /// `earlier` is the run before it, to compare it with.
    void showReport(const Report& report, const Report* earlier);
    void showStation(const std::optional<StationVerdict>& verdict); ///< why it is what it is

    void setUnfolded(bool isUnfolded);
    void setTranscriptUnfolded(bool isUnfolded);
    void unfoldStages();

private:
    bool m_areStagesWished = false; ///< unfolded by the user, whatever the test found
    Waterfall* m_waterfall;
    FactSheet* m_changes;
    FactSheet* m_recipients;
    FactSheet* m_connection;
    FactSheet* m_signIn;
    TranscriptView* m_transcript;
    FactSheet* m_details;
    FactSheet* m_station;
    Section* m_stationSection;
    Section* m_stagesSection;
    Section* m_changesSection;
    Section* m_recipientsSection;
    Section* m_connectionSection;
    Section* m_signInSection;
    Section* m_transcriptSection;
    Section* m_detailsSection;
    QList<Section*> m_sections; ///< all, from top to bottom
};

} // namespace stationer
