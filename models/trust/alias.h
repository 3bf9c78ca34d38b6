#pragma once

#include <QString>

#include <functional>

namespace stationer {

/// What a person calls a certificate, as a file name that every file system takes and that leads nowhere else: letters,
/// digits and their marks of any script, `_`, `.` and `-`; empty where nothing of it is left.
QString fileSafeAlias(const QString& wanted);
/// `wanted`, or with the first number from 2 on that makes it free.
QString freeAlias(const QString& wanted, const std::function<bool(const QString&)>& isTaken);

} // namespace stationer
