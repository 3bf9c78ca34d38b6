#pragma once

#include "prediction/stationverdict.h"
#include "rows/certificateend.h"
#include "rows/rememberedtest.h"
#include "rows/standing.h"
#include "station/slotid.h"
#include "terms/badge.h"

#include <QDateTime>
#include <QString>
#include <QVariant>

#include <optional>

namespace stationer {

class Document;
struct Report;

/// What a row's last test waits for from the user.
enum class RowAnswer { None, Review, EnterPassword };

/// Where an account is in a run over many.
enum class RunState { Idle, Waiting, Testing };

/// A cell of the Email Account Manager.
struct AccountCell {
    QString text{};
    QVariant sort{};
    Badge badge = Badge::None;
    bool isMuted = false;
    QString toolTip{}; ///< plain text, empty for none

    bool operator==(const AccountCell&) const = default;
};

/// One account as the Email Account Manager shows it: its values as they are now, and what its last test found.
struct AccountRow {
    SlotId slot = SlotId::None;
    QString icon;
    AccountCell name, host, port, security, account, certificate, lastTest, onStation, direction, protocol, enabled,
        pollRate;
    std::optional<CertificateEnd> end; ///< of what the last test met; nothing where it met no certificate
    QString whyNoEnd;                  ///< «not tested yet»; empty where there is an end
    Standing standing = Standing::Untested;
    QString challenge; ///< what there is to review: host, port and certificate; accounts that share it share the answer
    RowAnswer answer = RowAnswer::None;
    RunState state = RunState::Idle;
    std::optional<Forecast>
        forecast; ///< what the station would meet; nothing where the last test says nothing of these values
    bool isEnabled = true;
    bool isTested = false; ///< and the test was not cancelled

    bool operator==(const AccountRow&) const = default;
};

/// What is known of an account by its last test.
struct AccountTest {
    const Report* report = nullptr; ///< nullptr where there is none
    bool isCurrent = false;         ///< made with the values that it has now
    std::optional<StationVerdict> station;
    std::optional<RememberedTest> remembered = {}; ///< where there is no report
};
AccountRow accountRow(const Document& document, SlotId account, const AccountTest& last, RunState state,
                      const QDateTime& now);

} // namespace stationer
