#pragma once

#include "app/cli/command.h"
#include "app/cli/passwords.h"
#include "app/cli/reportformats.h"
#include "app/cli/stationtrust.h"
#include "app/cli/testoptions.h"
#include "app/cli/testtargets.h"
#include "connection/batch.h"

#include <memory>
#include <vector>

namespace stationer {

/// The tests of one run:
///
///   Passwords ──all known──▶ Batches ──last report──▶ finished
///       └─one is missing──▶ finished: usage, and nothing was sent
///
/// Passwords are gathered first, so that a person is asked before the first test and never in the middle. The accounts that
/// share a trust folder are one batch; batches run one after the other, and reports are printed as tests end.
class TestJob : public Job {
    Q_OBJECT
public:
    TestJob(TestOptions options, TestTargets targets, Console& console);

    void start() override;
    bool holdsProcess() const override;

private:
    struct Batch {
        std::unique_ptr<StationTrust> trust;
        QList<qsizetype> targets; ///< indices
        QList<TestOrder> orders;
        std::unique_ptr<TestBatch> tests;
    };

    void findPassword(qsizetype index);
    void makeBatches();
    void runBatch(size_t index);
    void take(const Report& report, qsizetype targetIndex, StationTrust* trust);
    TestOrder orderOf(const TestTarget& target, const Secret& password) const;
    void end();

    TestOptions m_options;
    TestTargets m_found;
    Console& m_console;
    Passwords m_passwords;
    QList<Secret> m_secrets; ///< by target
    std::vector<Batch> m_batches;
    ExitStatus m_status;
    int m_passed = 0;
    int m_challenged = 0;
    int m_failed = 0;
};

} // namespace stationer
