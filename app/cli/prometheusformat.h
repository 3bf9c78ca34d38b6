#pragma once

#include "app/cli/reportformats.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QPair>

#include <chrono>
#include <optional>

namespace stationer {

/// The Prometheus text exposition format 0.0.4, as the textfile collector of node_exporter reads it: seconds, and Unix time
/// for dates. A series stands once, else the collector would take none of the file: where a run tests the same account
/// twice, the test that did not pass counts. A file that could not be read has none of its accounts in it, so each file says
/// whether it was.
class PrometheusFormat : public ReportFormat {
public:
    QByteArray ended(const Report& report, const StationVerdict& station, const ReportOrigin& origin) override;
    void leftOut(const ConnectionSettings& settings, const ReportOrigin& origin) override;
    void notRead(const QString& file) override;
    QByteArray end() override;

private:
    struct Account {
        qsizetype position = 0;
        QByteArray labels; ///< without the braces
        bool isUp = false;
        bool isChallenged = false;
        Forecast station = Forecast::Unknown;
        std::chrono::nanoseconds duration{};
        QDateTime notAfter; ///< of the server's own certificate; invalid where none came
        QList<QPair<QByteArray, std::chrono::nanoseconds>> stages;
        QByteArrayList findings;
    };
    QList<Account> m_accounts;
    QMap<QString, bool> m_files; ///< whether each could be read
};

} // namespace stationer
