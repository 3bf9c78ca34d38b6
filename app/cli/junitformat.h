#pragma once

#include "app/cli/reportformats.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <chrono>
#include <vector>

class QXmlStreamWriter;

namespace stationer {

/// JUnit XML, as build servers collect it: a suite for each station file, or one where the target was typed; a case for each
/// account. A file that could not be read is an error, lest its accounts be missed. A case that failed has the headline as
/// its message, the outcome's name as its type, and in its text what to do; the whole report is its output. As a case has no
/// properties of its own in that format, host, port and protocol stand with the suite, the account's path before them.
class JunitFormat : public ReportFormat {
public:
    QByteArray ended(const Report& report, const StationVerdict& station, const ReportOrigin& origin) override;
    void leftOut(const ConnectionSettings& settings, const ReportOrigin& origin) override;
    void notRead(const QString& file) override;
    QByteArray end() override;

private:
    struct Case {
        qsizetype position = 0;
        QString className;
        QString name;
        QStringList properties; ///< name, value, name, value …
        std::chrono::nanoseconds duration{};
        QString skipped;         ///< why; empty where it was tested
        QString failure;         ///< the outcome's name; empty where it passed
        QString headline, cause; ///< of the failure
        QString output = {};
    };
    struct Suite {
        QString file;
        QDateTime began;
        QString from;
        QList<Case> cases;
        bool isUnread = false;
    };
    Suite& suiteOf(const QString& file);
    static Case caseOf(const QString& path, const ConnectionSettings& settings, const ReportOrigin& origin);
    static void write(QXmlStreamWriter& xml, const Suite& suite);
    static void write(QXmlStreamWriter& xml, const Case& one);

    std::vector<Suite> m_suites;
};

} // namespace stationer
