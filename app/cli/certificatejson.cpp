#include "app/cli/certificatejson.h"

#include <QJsonArray>

namespace stationer {

using namespace Qt::StringLiterals;

QJsonObject toJson(const CertificateSketch& certificate)
{
    return {{u"sha256"_s, QString::fromLatin1(certificate.sha256)},
            {u"subject"_s, certificate.subject},
            {u"issuer"_s, certificate.issuer},
            {u"notBefore"_s, toJson(certificate.notBefore)},
            {u"notAfter"_s, toJson(certificate.notAfter)},
            {u"keyAlgorithm"_s, certificate.keyAlgorithm},
            {u"keyBits"_s, certificate.keyBits}};
}

QJsonValue toJson(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject toJson(const Judgement& judgement, const QJsonValue& id)
{
    QJsonArray errors;
    for (const TrustFinding& finding : judgement.errors)
        errors += QJsonObject{{u"code"_s, QString(nameOf(finding.error))}, {u"depth"_s, finding.depth}};
    return {{u"id"_s, id},
            {u"verdict"_s, QString(nameOf(judgement.verdict))},
            {u"store"_s, judgement.store ? QJsonValue(QString(nameOf(*judgement.store))) : QJsonValue()},
            {u"errors"_s, errors},
            {u"remarks"_s, QJsonArray::fromStringList(judgement.remarks)}};
}

} // namespace stationer
