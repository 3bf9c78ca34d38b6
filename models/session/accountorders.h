#pragma once

#include "connection/testchoices.h"
#include "station/slotid.h"
#include "testing/hostuses.h"
#include "testing/passwordplace.h"
#include "testing/testrun.h"
#include "trust/currentanchors.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace stationer {

class OpenStation;
class StationStores;
class UserTrustStore;

/// What is tested of the accounts of the open station: their values as they are, saved or not, by what was chosen for them,
/// and judged by the stores of the moment.
class AccountOrders : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        AllowedHosts& hosts;
        UserTrustStore& roots;
        CurrentAnchors& anchors;
        const StationStores& stores; ///< the station's host name, which tests greet with
    };
    explicit AccountOrders(const Rooms& rooms, QObject* parent = nullptr);

    Limits limits;                      ///< of tests from now on
    Resolver resolver = systemResolver; ///< likewise

    /// What is chosen for the tests of an account until the station is left; the usual where nothing was.
    TestChoices choices(SlotId account) const { return m_choices.value(account); }
    void setChoices(SlotId account, const TestChoices& choices);

    /// What one test is to do beyond the choices: a message to a recipient, or only its envelope. An EmailRecipient says
    /// itself who gets it; its message is looked for through an incoming account.
    struct Errand {
        Depth depth = Depth::Message;
        QString recipient;
        SlotId through = SlotId::None;
    };
    TestSubject subject(SlotId account, const std::optional<Errand>& errand = std::nullopt);
    /// Where its password belongs; nothing while its values name no host or user.
    std::optional<SecretPlace> passwordPlace(SlotId account) const;
    /// By the stores and exemptions of the moment when it judges, whoever changed them.
    ChainJudge judgeNow();
    HostUses& uses() { return m_uses; }

private:
    TestSubject alarmSubject(SlotId recipient, const Errand& errand);

    OpenStation& m_station;
    AllowedHosts& m_hosts;
    UserTrustStore& m_roots;
    CurrentAnchors& m_anchors;
    const StationStores& m_stores;
    HostUses m_uses;
    QHash<SlotId, TestChoices> m_choices;
};

} // namespace stationer
