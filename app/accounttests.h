#pragma once

#include "connection/connectiontest.h"
#include "connection/testchoices.h"
#include "connection/testorder.h"
#include "secrets/keyring.h"
#include "station/slotid.h"
#include "terms/result.h"
#include "trust/currentanchors.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace stationer {

class AllowedHosts;
class OpenStation;
class TestModel;
class UserTrustStore;

/// What a test has shown of the row of Allowed Hosts that it met.
QList<HostUse> usesIn(const Report& report);

/// Runs the connection test of one account of the open station at a time: settings, password, judge, test.
///
///   start ──▶ settings faulty ─────────────────────────────▶ finished
///     └─────▶ password asked of the key ring ──▶ testing ──▶ finished
///                 └── none there ──▶ passwordNeeded ─ startWith() ─▶ testing
class AccountTests : public QObject {
    Q_OBJECT
public:
    struct Rooms {
        OpenStation& station;
        KeyRing& keyRing;
        AllowedHosts& hosts;
        UserTrustStore& roots;
        TestModel& stages;
    };
    explicit AccountTests(const Rooms& rooms, QObject* parent = nullptr);
    ~AccountTests() override;

    void setLimits(const Limits& limits) { m_limits = limits; }
    /// For accounts that are tested from now on.
    void setResolver(Resolver resolver) { m_resolver = std::move(resolver); }
    bool isRunning() const { return m_account != SlotId::None; }
    SlotId account() const { return m_account; }

    /// What is chosen for the tests of an account until the station is left; the usual where nothing was.
    TestChoices choices(SlotId account) const { return m_choices.value(account); }
    void setChoices(SlotId account, const TestChoices& choices);

    /// What is to be tested: the account's values as they are, by what was chosen for it. Without a password that it needs it
    /// goes as far as it can without signing in.
    Result<TestOrder, SettingFault> orderFor(SlotId account, const std::optional<Secret>& password) const;
    /// The report of an account whose settings cannot be tested.
    Report refusalOf(SlotId account, const SettingFault& fault) const;
    /// What tests have shown of rows of Allowed Hosts is noted there, in one write.
    void noteTrust(const QList<HostUse>& uses);

    /// What one test is to do beyond the choices: a message to a recipient, or only its envelope.
    struct Errand {
        Depth depth = Depth::Message;
        QString recipient;
    };
    /// One test runs at a time: that of another account is cancelled for this one; one of this account goes on.
    void start(SlotId account, const std::optional<Errand>& errand = std::nullopt);
    /// With this password, or without signing in.
    void startWith(SlotId account, const std::optional<Secret>& password);
    void cancel();
    /// By the stores and exemptions of the moment when it judges, whoever changed them.
    ChainJudge judgeNow();

    /// Where an account's password belongs; nothing while its settings name no host or user.
    std::optional<SecretPlace> placeOf(SlotId account) const;

signals:
    void began(stationer::SlotId account, const stationer::Endpoint& server);
    void resolvingSlowly();
    void finished(stationer::SlotId account, const stationer::Report& report);
    void passwordNeeded(stationer::SlotId account, stationer::KeyRingState state);
    /// One is stored for the same user at another host: it is not sent without being asked.
    void otherPlaceKnown(stationer::SlotId account, const stationer::SecretPlace& other);

private:
    void run(SlotId account, TestOrder order);
    QStringList unsavedLabels(SlotId account) const;

    Rooms m_rooms;
    Limits m_limits;
    Resolver m_resolver = systemResolver;
    QHash<SlotId, TestChoices> m_choices;
    std::unique_ptr<ConnectionTest> m_test;
    CurrentAnchors m_anchors;
    struct Next { ///< asked for while another one ran, which is cancelled for it
        SlotId account;
        std::optional<Errand> errand;
    };
    std::optional<Next> m_next;
    std::optional<Errand> m_errand; ///< of the test that was asked for last; it is done once
    SlotId m_account = SlotId::None;
};

} // namespace stationer
