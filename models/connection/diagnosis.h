#pragma once

#include "connection/report.h"

#include <QList>
#include <QMap>
#include <QString>

namespace stationer {

/// A property change that one click applies.
struct Remedy {
    QString label;              ///< «Set Use Ssl, port 465»
    QMap<QString, QString> set; ///< slot → value in the file's encoding
    bool operator==(const Remedy&) const = default;
};

/// A report put into words an electrician understands: the headline says what is the case, the body what to do.
struct Diagnosis {
    QString headline;
    QString body;
    QList<Remedy> remedies;
    QString cause() const; ///< both, as one text
};

/// The one place where an outcome becomes text. Translated.
Diagnosis diagnose(const Report& report);
/// The sentence for a setting that cannot be tested.
QString describe(const SettingFault& fault);
/// The sentence for one certificate error at one certificate.
QString describe(const TrustFinding& finding, const Judgement& judgement, const QDateTime& now);

} // namespace stationer
