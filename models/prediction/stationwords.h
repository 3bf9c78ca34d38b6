#pragma once

#include "prediction/stationverdict.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace stationer {

/// The station's verdict in one line: «On the station: would fail – …». Translated.
QString headlineOf(const StationVerdict& verdict);
/// Its reasons, a sentence each, but for the one that the line has said.
QStringList furtherReasons(const StationVerdict& verdict);
/// The line and its further reasons, one below the other: the end of a report in text.
QString toText(const StationVerdict& verdict);
/// The verdict in a word, for a cell: «fails».
QString briefOf(Forecast forecast);
/// As a report in JSON has it: `{"profile":…,"verdict":…,"reasons":[{"code":…,"text":…}]}`.
QJsonObject toJson(const StationVerdict& verdict);

} // namespace stationer
