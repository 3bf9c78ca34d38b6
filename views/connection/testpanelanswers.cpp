// What the test panel offers to do about what it shows.

#include "catalogue/accountslots.h"
#include "prediction/stationwords.h"
#include "rows/standing.h"
#include "views/common/wishes.h"
#include "views/connection/testpanel.h"
#include "views/connection/testsections.h"
#include "views/connection/verdictview.h"

#include <QPushButton>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace stationer {

/// What it says of values that are others now is not said: the station has neither these nor those.
void TestPanel::showStation(const Diagnosis& diagnosis, bool isCurrent)
{
    m_sections->showStation(m_station);
    if (!m_station || !isCurrent)
        return m_verdict->setStation(Badge::None, {});
    const QString answer = [&] {
        switch (answerTo(*m_station)) {
        case StationAnswer::None:
            break;
        case StationAnswer::GiveStores:
            //: A link behind «The station's trust stores are not known here.»
            return tr("Give Them…");
        case StationAnswer::GiveName:
            //: A link behind a sentence that the station's host name is not known here
            return tr("Give It…");
        case StationAnswer::TestSending:
            return diagnosis.answers.contains(Answer::TestSending) ? QString() : tr("Test Sending…");
        case StationAnswer::HandOver:
            return tr("Import on the Station…");
        }
        return QString();
    }();
    m_verdict->setStation(badgeOf(m_station->forecast), headlineOf(*m_station), answer);
}

void TestPanel::answerStation()
{
    switch (m_station ? answerTo(*m_station) : StationAnswer::None) {
    case StationAnswer::None:
        return;
    case StationAnswer::GiveStores:
    case StationAnswer::GiveName:
        return m_wishes.giveStores();
    case StationAnswer::TestSending:
        return m_wishes.sendTestMessage(m_account);
    case StationAnswer::HandOver:
        return m_wishes.handOver();
    }
}

void TestPanel::addAnswers(const Diagnosis& diagnosis, bool isCurrent)
{
    // The first thing to do is the one that stands out.
    bool isFirst = true;
    const auto add = [&](const QString& text, const QString& name) {
        QPushButton* button = m_verdict->addAnswer(text, name);
        if (std::exchange(isFirst, false))
            button->setProperty("primary", true);
        return button;
    };
    const auto addAnswer = [&](const QString& text, const QString& name, void (Wishes::*wish)(SlotId)) {
        connect(add(text, name), &QPushButton::clicked, this, [this, wish] { std::invoke(wish, m_wishes, m_account); });
    };
    const auto addRemedies = [&] {
        for (int i = 0; i < diagnosis.remedies.size(); ++i) {
            const Remedy& remedy = diagnosis.remedies[i];
            QPushButton* button = add(remedy.label, u"remedy%1"_s.arg(i));
            button->setEnabled(isCurrent);
            connect(button, &QPushButton::clicked, this, [this, remedy] { m_wishes.remedy(m_account, remedy); });
        }
    };
    const bool isAlarm = m_report && m_report->alarm;
    if (isAlarm)
        addAnswer(tr("Prove Again…"), u"proveAgain"_s, &Wishes::proveAlarm);
    else if (!isCurrent)
        addAnswer(tr("Test Again"), u"testAgain"_s, &Wishes::test);
    const bool isToReview = diagnosis.answers.contains(Answer::ReviewCertificate);
    if (!isToReview)
        addRemedies();
    for (const Answer answer : diagnosis.answers) {
        if (isAlarm && answer != Answer::ReviewCertificate) // those are answered at the account itself
            continue;
        switch (answer) {
        case Answer::ReviewCertificate:
            addAnswer(tr("Review Certificate…"), u"review"_s, &Wishes::review);
            break;
        case Answer::EnterPassword:
            addAnswer(tr("Enter Password…"), u"enterPassword"_s, &Wishes::askPassword);
            break;
        case Answer::FindSettings:
            addAnswer(tr("Find Settings…"), u"findSettings"_s, &Wishes::findSettings);
            break;
        case Answer::TestSending:
            addAnswer(tr("Test Sending…"), u"testSending"_s, &Wishes::sendTestMessage);
            break;
        case Answer::EditAccount:
            connect(add(tr("Edit Account"), u"editAccount"_s), &QPushButton::clicked, this,
                    [this] { m_wishes.showSheet({m_account}, accountSlot); });
            break;
        }
    }
    if (isToReview)
        addRemedies();
}

} // namespace stationer
