#pragma once

#include "app/cli/command.h"
#include "app/cli/stationtrust.h"
#include "connection/detection.h"

#include <optional>

namespace stationer {

/// What `detect` was asked for, parsed and checked.
struct DetectOptions {
    ConnectionSettings about;       ///< protocol and host
    std::optional<quint16> ownPort; ///< one more port to try
    QString trustFolder;            ///< empty: the System Trust Store alone
    OutputFormat format = OutputFormat::Text;
};

/// One detection: it waits for the whole matrix, prints it and says which row is the best.
class DetectJob : public Job {
    Q_OBJECT
public:
    DetectJob(DetectOptions options, Console& console);

    void start() override;
    bool holdsProcess() const override { return m_detection.hasPendingLookup(); }

private:
    void print();
    void printJson(std::optional<qsizetype> best);
    void printText(std::optional<qsizetype> best);

    DetectOptions m_options;
    Console& m_console;
    CurrentAnchors m_anchors;
    StationTrust m_trust;
    Detection m_detection;
};

} // namespace stationer
