#pragma once

#include "station/document.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

namespace stationer {

class References;

inline constexpr QLatin1StringView toSlot("to");
inline constexpr QLatin1StringView ccSlot("cc");
inline constexpr QLatin1StringView bccSlot("bcc");
inline constexpr QLatin1StringView emailAccountSlot("emailAccount");

/// The addresses of a To, Cc or Bcc: set off by commas, semicolons or line ends, which are blanks where they stand in the
/// file as such.
QStringList addressesIn(const QString& text);

/// One address that an alarm goes to, and the slot that has it: to, cc or bcc, which is its role too.
struct Addressee {
    QString address;
    QLatin1StringView role = toSlot;

    bool operator==(const Addressee&) const = default;
};
/// All of an EmailRecipient, as they stand there.
QList<Addressee> addresseesOf(const Document& document, SlotId recipient);
/// Whether mail can go to it: something on both sides of an @, without blanks, brackets and what cannot be seen.
bool isAddress(const QString& text);

/// The account that an EmailRecipient names: of several the outgoing one, None where there is none of that name.
SlotId accountNamedBy(const Document& document, SlotId recipient);
/// Those through which the arrival of its mail can be seen without a choice, in document order.
QList<SlotId> enabledIncomingAccounts(const Document& document);
/// The address that the station's alarms go to first by this account: the first To of the first EmailRecipient that names
/// it; empty where none does.
QString firstAlarmRecipient(const Document& document, const References& references, SlotId account);

} // namespace stationer
