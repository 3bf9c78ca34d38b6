#pragma once

#include <QDateTime>
#include <QString>
#include <QStringView>
#include <QTime>

#include <chrono>
#include <optional>

namespace stationer {

/// The string encodings of simple values, read strictly: nothing where the text is not of the form.
std::optional<bool> readBoolean(QStringView text);
std::optional<qint64> readInteger(QStringView text);
std::optional<double> readDouble(QStringView text); ///< `+inf`, `-inf`, `nan` included
std::optional<std::chrono::milliseconds> readRelTime(QStringView text);
std::optional<QDateTime> readAbsTime(QStringView text); ///< ISO 8601 with offset; nothing for `null`

std::optional<QTime> readTimeOfDay(QStringView text); ///< `08:30:00.000`

/// Whether a slot holds something encoded that is never shown: `[encoder.version]=data`, or one of the types that hold
/// passwords.
bool isEncoded(QStringView type, QStringView value);

QString writeBoolean(bool value);
QString writeRelTime(std::chrono::milliseconds value);
QString writeAbsTime(const QDateTime& value);
QString writeTimeOfDay(QTime value);

} // namespace stationer
