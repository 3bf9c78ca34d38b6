#pragma once

#include "connection/report.h"
#include "diagnosis/testcomparison.h"
#include "prediction/stationverdict.h"
#include "views/connection/factsheet.h"

#include <QList>
#include <QString>

namespace stationer {

// What a report knows beyond its stages, as rows for people. Text from outside is made safe to show and cut.

/// Who was tested from where, the addresses tried, the encryption, the certificate and who vouched for it.
QList<Fact> connectionFacts(const Report& report);
/// What the server offered before and inside the encryption, and why each mechanism was or was not used.
QList<Fact> signInFacts(const Report& report);
/// Each recipient of an alarm with its answer, and where its message was looked for.
QList<Fact> recipientFacts(const Report& report);
/// The raw words: of the server, and of the libraries.
QList<Fact> rawFacts(const Report& report);
/// Why a station would meet what it would meet.
QList<Fact> stationFacts(const StationVerdict& verdict);
QList<Fact> changeFacts(const QList<TestChange>& changes);

// The same in a few words, for the titles.
QString stagesSummary(const Report& report);
QString connectionSummary(const Report& report);
QString signInSummary(const Report& report);
QString recipientSummary(const Report& report);
QString transcriptSummary(const Report& report);
QString changesSummary(const QList<TestChange>& changes);

} // namespace stationer
