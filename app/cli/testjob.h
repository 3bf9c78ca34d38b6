#pragma once

#include "app/cli/command.h"
#include "app/cli/knownstations.h"
#include "app/cli/passwords.h"
#include "app/cli/reportformats.h"
#include "app/cli/stationtrust.h"
#include "app/cli/testoptions.h"
#include "app/cli/testtargets.h"
#include "app/cli/tokengrants.h"
#include "testing/testrun.h"

#include <map>
#include <memory>

namespace stationer {

/// The accounts of all files are one run, each judged by what its own station trusts. Its passwords are gathered first, so
/// that a person is asked before the first test and never in the middle; where one is missing nothing is sent. Reports are
/// printed as tests end, or in the formats that are one document, at the end.
class TestJob : public Job {
    Q_OBJECT
public:
    TestJob(TestOptions options, TestTargets targets, Console& console);

    void start() override;
    bool holdsProcess() const override;

private:
    void run();
    void beginReports();
    TrustFolder folderAt(const QString& path) const;
    StationTrust& trustOf(const QString& folder);
    std::optional<TokenSettings> keptToken(const TestTarget& target);
    StationFacts factsOf(const TestTarget& target);
    ExitStatus grade(const Report& report, const StationVerdict& verdict) const;
    void take(const Report& report, qsizetype targetIndex);
    TestSubject subjectOf(const TestTarget& target);
    void orderAlarm(TestOrder& order, const TestTarget& target) const;
    void findPasswords(const TestTarget& target, const std::function<void(const FoundPassword&)>& found);
    bool needsPassword(const TestTarget& target) const;
    void end();

    TestOptions m_options;
    TestTargets m_found;
    Console& m_console;
    Passwords m_passwords;
    TokenGrants m_grants;
    KnownStations m_stations;
    CurrentAnchors m_anchors;
    std::map<QString, StationTrust> m_trust; ///< by folder
    std::unique_ptr<TestRun> m_run;
    std::unique_ptr<ReportFormat> m_format;
    bool m_hasTested = false;
    bool m_isAbandoned = false; ///< standard output was closed
    ExitStatus m_status;
    int m_passed = 0;
    int m_challenged = 0;
    int m_failed = 0;
    int m_unproven = 0; ///< passed here, and nobody knows what the station would meet
};

} // namespace stationer
