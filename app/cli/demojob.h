#pragma once

#include "app/cli/command.h"
#include "app/cli/stationtrust.h"
#include "app/demo/demoserver.h"
#include "app/demo/demostation.h"
#include "connection/connectiontest.h"
#include "trust/currentanchors.h"

#include <memory>

namespace stationer {

/// The course that a newcomer takes in the desktop, in the terminal and without asking:
///
///   Unknown ──challenged──▶ Exempted ──passed──▶ Imported ──passed, trusted──▶ finished
///      accept the exemption ─┘                     └─ import the root CA, remove the exemption
///
/// Each step is one connection test against the mail server inside the program. What goes otherwise ends it as failed.
class DemoJob : public Job {
    Q_OBJECT
public:
    explicit DemoJob(Console& console);
    ~DemoJob() override;

    void start() override;
    bool holdsProcess() const override;

private:
    enum class Step { Unknown, Exempted, Imported };

    bool prepare();
    void test();
    void take(const Report& report);
    bool acceptExemption(const Report& report);
    bool importRoot(const Report& report);
    void fail(const QString& sentence);
    void say(const QString& sentence);

    Console& m_console;
    Step m_step = Step::Unknown;
    DemoServer m_server;
    std::unique_ptr<DemoStation> m_station;
    CurrentAnchors m_anchors;
    std::unique_ptr<StationTrust> m_trust; ///< read anew before each test, as the next run of the program would
    ConnectionSettings m_settings;
    std::unique_ptr<ConnectionTest> m_test;
};

} // namespace stationer
