#include "connection/showntext.h"
#include "diagnosis/cases.h"
#include "diagnosis/stagewords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

QString inboxOf(const Report& report)
{
    return report.alarm ? shownText(report.alarm->through.toUtf8(), 200) : QString();
}

QString codeOf(const Report& report)
{
    return report.alarm ? QString::fromLatin1(report.alarm->code) : QString();
}

QString timeOfArrival(const Report& report)
{
    const StageRecord* const arrival = report.record(Stage::Arrival);
    return shownDuration(arrival ? arrival->duration : std::chrono::nanoseconds());
}

} // namespace

Diagnosis notSeen(const Report& report)
{
    const Report& look = report.decisive();
    if (&look == &report)
        return {QCoreApplication::translate("diagnosis", "The server took the message, but it did not arrive."),
                //: %1 is the path of an account, %2 a duration, %3 letters and digits
                QCoreApplication::translate(
                    "diagnosis",
                    "The inbox of %1 did not have it within %2. It may still be on its way or in a folder for junk, or "
                    "that inbox is none of the recipients'. Its subject begins with %3.")
                    .arg(inboxOf(report), timeOfArrival(report), codeOf(report)),
                {}};
    // Its remedies are another account's, where it is tested by itself.
    const Diagnosis ofLook = diagnose(look);
    return {QCoreApplication::translate("diagnosis", "The server took the message. Whether it arrived could not be seen."),
            //: %1 is the path of an account, %2 what came of its test
            QCoreApplication::translate("diagnosis", "%1: %2").arg(inboxOf(report), ofLook.cause()),
            {},
            {},
            ofLook.certainty};
}

QString recipientsAnswered(const Report& report)
{
    const QList<RecipientAnswer>& answers = report.learnt.recipients;
    if (!report.alarm || answers.isEmpty())
        return {};
    QStringList refused;
    for (qsizetype i = 0; i < answers.size() && i < report.alarm->addressees.size(); ++i)
        if (!answers[i].isAccepted)
            //: %1 is an e-mail address, %2 what the server said to it
            refused += QCoreApplication::translate("diagnosis", "%1 («%2»)")
                           .arg(shownText(report.alarm->addressees[i].address.toUtf8(), 120),
                                shownText(answers[i].code + ' ' + answers[i].text, 120));
    const qsizetype taken = answers.size() - refused.size();
    const QString tally = QCoreApplication::translate("diagnosis", "Recipients that the server takes: %1 of %2.")
                              .arg(taken)
                              .arg(report.alarm->addressees.size());
    if (refused.isEmpty())
        return tally;
    return joined(
        {tally,
         //: %1 is a list of e-mail addresses
         QCoreApplication::translate("diagnosis", "Refused: %1.").arg(refused.join(u", "_s)),
         taken == 0 ? QString() : QCoreApplication::translate("diagnosis", "A station sends to all of them or to none.")});
}

QString whereSeen(const Report& report)
{
    //: %1 is the path of an account, %2 a duration, %3 letters and digits
    return QCoreApplication::translate("diagnosis", "It was seen through %1 after %2, by its code %3.")
        .arg(inboxOf(report), timeOfArrival(report), codeOf(report));
}

} // namespace stationer::diagnosis
