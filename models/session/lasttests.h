#pragma once

#include "connection/report.h"
#include "prediction/stationverdict.h"
#include "rows/rememberedtest.h"
#include "station/slotid.h"
#include "terms/badge.h"
#include "testing/testnote.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>

namespace stationer {

class OpenStation;
class StationStores;
class TestNotes;

/// The last two connection tests of each account of the open station, made from this computer. They are forgotten with the
/// station. A report counts as current while the account's settings are those it was made with; what it means for the
/// station follows what is known of that.
class LastTests : public QObject {
    Q_OBJECT
public:
    LastTests(const OpenStation& station, const StationStores& stores, QObject* parent = nullptr);

    void record(SlotId account, const Report& report);
    void forget(SlotId account);
    const Report* report(SlotId account) const; ///< nullptr where there is none
    /// The test before that one, to compare it with; nullptr where there is none. One that was cancelled is not kept for
    /// this.
    const Report* earlier(SlotId account) const;
    /// What the station would meet, by the last test; nothing where there is none or it was cancelled.
    std::optional<StationVerdict> verdict(SlotId account) const;
    /// How many other accounts met the same certificate challenge, with the values that they have now.
    int othersToReviewWith(SlotId account) const;
    /// Those of earlier runs of the program, by the accounts' paths; not owned. A report stands before them.
    void remember(const TestNotes& notes);
    std::optional<RememberedTest> remembered(SlotId account) const; ///< the last one, where there is no report
    /// «Last success 2026-11-30 14:02, last failure 2026-11-29 03:00: timed out», as far as they are known; else empty.
    QString history(SlotId account) const;
    /// When the certificates end that the last test met.
    std::optional<CertificateEnd> certificateEnd(SlotId account, const QDateTime& now) const;
    std::optional<Forecast> forecast(SlotId account) const; ///< what the station would meet, by the last test
    bool isCurrent(SlotId account) const;
    /// Whether the account still names the server of its last test, in the same mode: then that is still the server's
    /// certificate.
    bool isOfSameServer(SlotId account) const;
    /// The badge of the report, None where there is none or it is not current any more.
    Badge badge(SlotId account) const;
    /// One line for the group «Last test from this computer»: `14:02, 212 ms, passed`; says so where values changed since.
    QString line(SlotId account) const;

signals:
    void changed(stationer::SlotId account);
    void recorded(stationer::SlotId account, const stationer::Report& report);

private:
    const QList<TestNote>& notesOf(SlotId account) const;

    const OpenStation& m_station;
    const TestNotes* m_notes = nullptr;
    const StationStores& m_stores;
    QHash<SlotId, Report> m_reports;
    QHash<SlotId, Report> m_earlier;
    mutable QHash<SlotId, StationVerdict> m_verdicts; ///< as far as they were asked for
};

} // namespace stationer
