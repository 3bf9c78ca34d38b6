#pragma once

#include "catalogue/recipients.h"
#include "connection/settings.h"
#include "station/document.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace stationer {

struct TestOrder;

/// What a test that proves an alarm is about.
struct AlarmFacts {
    QString path;                ///< of the EmailRecipient
    QList<Addressee> addressees; ///< whom the alarm goes to
    QByteArray code;             ///< in the subject of the message; empty up to the envelope
    QString through;             ///< the path of the account in which the message is looked for; likewise

    bool operator==(const AlarmFacts&) const = default;
};

/// An EmailRecipient's values, parsed and checked, or why they prove nothing; then the rest is as far as it is known.
struct AlarmSettings {
    AlarmFacts alarm;
    SlotId account = SlotId::None; ///< that it names
    ConnectionSettings settings;   ///< of that account
    std::optional<SettingFault> fault;
};
AlarmSettings alarmSettingsOf(const Document& document, SlotId recipient);

/// A word that no other message's subject has: capital letters and digits.
QByteArray freshCode();
/// The one message that goes to all of them, with the code in its subject.
QByteArray alarmMessage(const AlarmFacts& alarm, const ConnectionSettings& settings, const QString& station);
/// How the message is looked for through an incoming account, which has to be one that somebody signs in to.
Result<TestOrder, SettingFault> lookOrder(const Document& document, SlotId incoming, const QByteArray& code);

} // namespace stationer
