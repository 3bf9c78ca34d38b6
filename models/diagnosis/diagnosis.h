#pragma once

#include "connection/report.h"
#include "diagnosis/certainty.h"

#include <QList>
#include <QMap>
#include <QString>

namespace stationer {

/// A property change that one click applies, as one undo step.
struct Remedy {
    QString label;              ///< «Set Use Ssl, port 465»
    QMap<QString, QString> set; ///< slot → value in the file's encoding
    bool testsAtOnce = false;   ///< the label promises a test: it follows the change
    QString labelOfChange = {}; ///< where it does: what the change alone is called
    bool operator==(const Remedy&) const = default;
};

/// What else a person can do about it in the window; nothing of the account changes by it.
enum class Answer { FindSettings, EnterPassword, EditAccount, ReviewCertificate, TestSending };

/// A report put into words an electrician understands: the headline says what is the case, the body what to do.
struct Diagnosis {
    QString headline;
    QString body; ///< paragraphs, with a line feed between
    QList<Remedy> remedies;
    QList<Answer> answers = {};             ///< in the order to offer them, after the remedies
    Certainty certainty = Certainty::Known; ///< of the cause; the body says it in words
    QString cause() const;                  ///< both, as one text
};

/// The one place where an outcome becomes text. Translated.
Diagnosis diagnose(const Report& report);
/// The sentence for a setting that cannot be tested.
QString describe(const SettingFault& fault);
/// The sentence for one certificate error at one certificate.
QString describe(const TrustFinding& finding, const Judgement& judgement, const QDateTime& now);

} // namespace stationer
