#pragma once

#include "trust/certificatefacts.h"
#include "trust/judge.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace stationer {

/// A certificate as JSON: sha256, subject, issuer, notBefore, notAfter, keyAlgorithm, keyBits.
QJsonObject toJson(const CertificateSketch& certificate);
/// `2026-03-01T12:00:00Z`; null where there is no such time.
QJsonValue toJson(const QDateTime& time);
/// The judge's answer: `{"id":…,"verdict":…,"store":…,"errors":[{"code":…,"depth":…}],"remarks":[…]}`.
QJsonObject toJson(const Judgement& judgement, const QJsonValue& id);

} // namespace stationer
