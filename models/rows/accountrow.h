#pragma once

#include "rows/certificateend.h"
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
    AccountCell name, host, port, security, account, certificate, lastTest, direction, protocol, enabled, pollRate;
    std::optional<CertificateEnd> end; ///< of what the last test met; nothing where it met no certificate
    QString whyNoEnd;                  ///< «not tested yet»; empty where there is an end
    Standing standing = Standing::Untested;
    QString challenge; ///< what there is to review: host, port and certificate; accounts that share it share the answer
    RowAnswer answer = RowAnswer::None;
    RunState state = RunState::Idle;
    bool isEnabled = true;
    bool isTested = false; ///< and the test was not cancelled

    bool operator==(const AccountRow&) const = default;
};

/// `last`: the account's last test, nullptr where there is none; `isCurrent`: made with the values that it has now.
AccountRow accountRow(const Document& document, SlotId account, const Report* last, bool isCurrent, RunState state,
                      const QDateTime& now);

} // namespace stationer
