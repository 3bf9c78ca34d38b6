#include "prediction/stationwords.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// Whether the line says the first reason: a verdict that passes needs none.
bool isReasoned(const StationVerdict& verdict)
{
    return verdict.forecast != Forecast::Passes && !verdict.reasons.isEmpty();
}

} // namespace

QString headlineOf(const StationVerdict& verdict)
{
    const QString reason = isReasoned(verdict) ? verdict.reasons.first().text : QString();
    switch (verdict.forecast) {
    case Forecast::Passes:
        return QCoreApplication::translate("prediction", "On the station: would pass.");
    case Forecast::Fails:
        //: %1 is the reason, a sentence
        return QCoreApplication::translate("prediction", "On the station: would fail – %1").arg(reason);
    case Forecast::Unknown:
        //: %1 is the reason, a sentence
        return QCoreApplication::translate("prediction", "On the station: not proven – %1").arg(reason);
    }
    Q_UNREACHABLE();
}

QStringList furtherReasons(const StationVerdict& verdict)
{
    QStringList texts;
    for (qsizetype i = isReasoned(verdict) ? 1 : 0; i < verdict.reasons.size(); ++i)
        texts += verdict.reasons[i].text;
    return texts;
}

QString toText(const StationVerdict& verdict)
{
    QString text = headlineOf(verdict) + u'\n';
    for (const QString& reason : furtherReasons(verdict))
        text += "  • "_L1 + reason + u'\n';
    return text;
}

QString briefOf(Forecast forecast)
{
    switch (forecast) {
    case Forecast::Passes:
        //: Of a station, with the settings of an account
        return QCoreApplication::translate("prediction", "passes");
    case Forecast::Fails:
        return QCoreApplication::translate("prediction", "fails");
    case Forecast::Unknown:
        return QCoreApplication::translate("prediction", "unknown");
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const StationVerdict& verdict)
{
    QJsonArray reasons;
    for (const StationReason& reason : verdict.reasons)
        reasons += QJsonObject{{u"code"_s, reason.code}, {u"text"_s, reason.text}};
    return {{u"profile"_s, nameOf(verdict.profile)}, {u"verdict"_s, nameOf(verdict.forecast)}, {u"reasons"_s, reasons}};
}

} // namespace stationer
