#pragma once

#include "app/cli/command.h"
#include "connection/report.h"
#include "prediction/stationverdict.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace stationer {

/// What `test` can print: the two formats that every command has, and those that other programs collect.
enum class TestFormat { Text, Json, Junit, Prometheus };
/// As outputFormat() reads it, with the two more.
Result<TestFormat, Arguments::Fault> testFormat(const Arguments& arguments);

/// Where a report came from.
struct ReportOrigin {
    QString file;        ///< as given; empty where the target was typed
    QString trustFolder; ///< empty where there is none
    QString station;     ///< tells the stations of one run apart; empty where the target was typed
    qsizetype position;  ///< among the accounts of the run; tests that run at once end in any order
};

/// One output format of `test`. What is returned is printed at once; a format that is one whole document returns it at the
/// end.
class ReportFormat {
public:
    virtual ~ReportFormat() = default;
    virtual QByteArray ended(const Report& report, const StationVerdict& station, const ReportOrigin& origin) = 0;
    /// An account that is not tested as it is disabled.
    virtual void leftOut(const ConnectionSettings&, const ReportOrigin&) {}
    /// A station file that could not be read: none of its accounts is tested.
    virtual void notRead(const QString&) {}
    virtual QByteArray end() { return {}; }
};
/// `withTranscript`: text and JSON have it too.
std::unique_ptr<ReportFormat> reportFormat(TestFormat format, bool withTranscript = false);

/// A report as a person reads it on a terminal, with the commands to type next.
QString textReport(const Report& report, const StationVerdict& station, const ReportOrigin& origin,
                   bool withTranscript = false);

} // namespace stationer
