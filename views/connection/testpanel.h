#pragma once

#include "connection/report.h"
#include "connection/testchoices.h"
#include "diagnosis/diagnosis.h"
#include "items/roles.h"
#include "prediction/stationverdict.h"
#include "station/slotid.h"
#include "views/connection/owncertificates.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace stationer {

class LinkButton;
class OtherTestBar;
class PlainLabel;
class TestModel;
class TestSections;
class VerdictView;
class Wishes;

/// What a connection test of the selected account found: the verdict as a sentence with its remedies, and what the station
/// itself would meet, in sight all the time; below it why, where it was made from, and folded the stages, what differs from
/// the run before, the connection, the sign-in, the transcript and the raw words. It shows a report; it runs nothing. Its
/// height for a width is that of what it says: one line while there is no report.
class TestPanel : public QWidget {
    Q_OBJECT
public:
    TestPanel(TestModel& stages, Wishes& wishes, QWidget* parent = nullptr);

    void showNothing(const QString& sentence);
    void showUntested();
    void showUnproven(); ///< an EmailRecipient, of which no alarm was proven
    void showRunning(const Endpoint& server);
    void showResolvingSlowly();
    /// Says above all else that a test of another account runs, and where; nothing: none does.
    void showOtherRunning(const std::optional<Endpoint>& server);
    /// `isCurrent` is false where a value it depends on was changed since. `earlier` is the run before it, to compare it
    /// with, `station` what the station would meet.
    void showReport(const Report& report, bool isCurrent, const Report* earlier = nullptr,
                    const std::optional<StationVerdict>& station = std::nullopt);
    /// What is left to be done after the pass that is shown: to save, and so many items of the handover sheet.
    void setNextSteps(bool canSave, int handoverItems);
    /// The account that tests are about, its settings where they can be read, and what was chosen for its tests.
    void setAccount(SlotId account, const std::optional<ConnectionSettings>& settings, const TestChoices& choices);
    const TestChoices& choices() const { return m_choices; }

    /// What the test options offer to sign in with, beside a file.
    void setOwnCertificates(const OwnCertificates& own) { m_own = own; }

    void setTranscriptUnfolded(bool isUnfolded);
    void unfoldStages();
    void setUnfolded(bool isUnfolded); ///< every section
    bool isRunning() const { return m_isRunning; }
    QString headline() const;

    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Shown { Nothing, Running, Report };
    void arrange();
    void showParts(Shown what);
    void setBody(const QString& text);
    void followRun();
    void showStation(const Diagnosis& diagnosis, bool isCurrent);
    void answerStation();
    QString reportText() const;
    void addAnswers(const Diagnosis& diagnosis, bool isCurrent);
    void showCertificate(const Report& report);
    void openChoices();

    TestModel& m_stages;
    Wishes& m_wishes;
    std::optional<Report> m_report;
    std::optional<StationVerdict> m_station;
    QDateTime m_earlierBegan; ///< of the run that it is compared with
    SlotId m_account = SlotId::None;
    std::optional<ConnectionSettings> m_settings;
    TestChoices m_choices;
    OwnCertificates m_own;
    bool m_isRunning = false;
    bool m_isResolvingSlowly = false;
    SlotId m_running = SlotId::None; ///< whose test was shown running
    OtherTestBar* m_other;
    VerdictView* m_verdict;
    QVBoxLayout* m_words = nullptr;
    PlainLabel* m_body;
    PlainLabel* m_certificate;
    PlainLabel* m_place;
    TestSections* m_sections;
    QScrollArea* m_scroll; ///< what is below the verdict
    LinkButton* m_options;
    LinkButton* m_copy;
    LinkButton* m_save;
};

} // namespace stationer
