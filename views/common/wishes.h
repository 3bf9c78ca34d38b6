#pragma once

#include "connection/testchoices.h"
#include "diagnosis/diagnosis.h"
#include "station/slotid.h"
#include "terms/secret.h"

#include <QList>
#include <QObject>

namespace stationer {

/// What the user wishes and the view that is asked cannot do by itself. Every view says it here, with what it is about; who
/// does it hears it here. So no view passes on what another was asked for. It decides nothing.
class Wishes : public QObject {
    Q_OBJECT
public:
    // What is shown.
    /// The property sheet, and in it the editor of `slot`, of the first where it is empty; of several the sheet alone.
    void showSheet(const QList<SlotId>& components, const QString& slot = {}) { emit showSheetWished(components, slot); }
    void showManager(SlotId service) { emit showManagerWished(service); }

    // Tests, with the values as they are now.
    void test(SlotId account) { emit testWished(account); }
    void cancelTest() { emit cancelTestWished(); }
    void testAll(SlotId service) { emit testAllWished(service); } ///< what is enabled of it, and shows it
    void testMany(const QList<SlotId>& accounts) { emit testManyWished(accounts); }
    void cancelMany() { emit cancelManyWished(); }
    void sendTestMessage(SlotId account) { emit sendTestMessageWished(account); } ///< after asking to whom
    void proveAlarm(SlotId recipient) { emit proveAlarmWished(recipient); }       ///< of an EmailRecipient, after asking how
    void findSettings(SlotId account) { emit findSettingsWished(account); }
    void choose(SlotId account, const TestChoices& choices) { emit choicesWished(account, choices); }

    // What a test asks for.
    void remedy(SlotId account, const Remedy& remedy) { emit remedyWished(account, remedy); }
    void review(SlotId account) { emit reviewWished(account); }               ///< the certificate; then tests again
    void reviewInTable(SlotId account) { emit reviewInTableWished(account); } ///< likewise, and asks nothing more
    void askPassword(SlotId account) { emit askPasswordWished(account); }
    void keepPassword(SlotId account, const Secret& password) { emit keepPasswordWished(account, password); }
    void forgetPassword(SlotId account) { emit forgetPasswordWished(account); }
    void signInByToken(SlotId account) { emit signInByTokenWished(account); } ///< after asking how
    void saveReport(SlotId account, const QString& text) { emit saveReportWished(account, text); }
    void copyReports() { emit copyReportsWished(); } ///< of all accounts

    // Trust.
    void certificates(SlotId account) { emit certificatesWished(account); } ///< None: of no certain account
    void giveStores() { emit giveStoresWished(); }                          ///< those of the station itself, and its name
    void handOver() { emit handOverWished(); }                              ///< what is to be done on the station
    void showBroughtTrust() { emit showBroughtTrustWished(); }
    void takeBroughtTrust() { emit takeBroughtTrustWished(); }
    void leaveBroughtTrust() { emit leaveBroughtTrustWished(); }

    void save() { emit saveWished(); } ///< the station's file
    void demo() { emit demoWished(); }
    void manual() { emit manualWished(); } ///< about what has the focus

signals:
    void showSheetWished(const QList<stationer::SlotId>& components, const QString& slot);
    void showManagerWished(stationer::SlotId service);
    void testWished(stationer::SlotId account);
    void cancelTestWished();
    void testAllWished(stationer::SlotId service);
    void testManyWished(const QList<stationer::SlotId>& accounts);
    void cancelManyWished();
    void sendTestMessageWished(stationer::SlotId account);
    void proveAlarmWished(stationer::SlotId recipient);
    void findSettingsWished(stationer::SlotId account);
    void choicesWished(stationer::SlotId account, const stationer::TestChoices& choices);
    void remedyWished(stationer::SlotId account, const stationer::Remedy& remedy);
    void reviewWished(stationer::SlotId account);
    void reviewInTableWished(stationer::SlotId account);
    void askPasswordWished(stationer::SlotId account);
    void keepPasswordWished(stationer::SlotId account, const stationer::Secret& password);
    void forgetPasswordWished(stationer::SlotId account);
    void signInByTokenWished(stationer::SlotId account);
    void saveReportWished(stationer::SlotId account, const QString& text);
    void copyReportsWished();
    void certificatesWished(stationer::SlotId account);
    void giveStoresWished();
    void handOverWished();
    void showBroughtTrustWished();
    void takeBroughtTrustWished();
    void leaveBroughtTrustWished();
    void saveWished();
    void demoWished();
    void manualWished();
};

} // namespace stationer
