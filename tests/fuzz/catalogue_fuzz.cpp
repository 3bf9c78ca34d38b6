// Any bytes as a station file of which the sheet, the checks and the tests ask what it means: accounts whose settings are
// sound or have a fault with a name, references that lead both ways, slots whose values can be said again, secrets that are
// not shown, alarms that break no command and no message.

#include "catalogue/catalogue.h"
#include "catalogue/change.h"
#include "catalogue/genericslot.h"
#include "catalogue/recipients.h"
#include "catalogue/references.h"
#include "connection/alarm.h"
#include "connection/settings.h"
#include "fuzz/entry.h"
#include "mail/command.h"
#include "trust/hostname.h"

using namespace stationer;

namespace {

void followReferences(const Document& document)
{
    const References references(document);
    const QList<Reference> all = references.all();
    for (const Reference& each : all) // of a part that is no station, a path that leads out of it ends at the root
        fuzz::require(each.target == SlotId::None || each.target == document.root() ||
                      references.to(each.target).contains(each));
    DanglingSearch search(document, references);
    fuzz::require(search.advance(std::chrono::hours(1)));
    for (const Reference& each : search.found())
        fuzz::require(each.target == SlotId::None && all.contains(each));
}

void askSlots(const Document& document, SlotId component)
{
    const SlotId found = document.find(document.path(component));
    fuzz::require(found == SlotId::None || document.path(found) == document.path(component));
    for (const GenericSlot& slot : genericSlots(document, component)) {
        fuzz::require(!slot.isSecret || !slot.value);
        const CheckedValue checked = checkGeneric(slot, slot.value.value_or(QString()));
        if (checked.fault)
            static_cast<void>(describe(*checked.fault, slot, slot.value.value_or(QString())));
        else
            fuzz::require(checkGeneric(slot, checked.checked).checked == checked.checked);
    }
    for (const SlotId child : document.children(component))
        if (document.isComponent(child))
            askSlots(document, child);
}

/// What goes to a server of an EmailRecipient that was found in order.
void proveAlarms(const Document& document, SlotId component)
{
    if (document.type(component) == emailRecipientType) {
        AlarmSettings read = alarmSettingsOf(document, component);
        for (const Addressee& one : read.alarm.addressees)
            fuzz::require(read.fault || (isAddress(one.address) && isCleanAddress(one.address.toUtf8())));
        read.alarm.code = "CODE";
        fuzz::require(isCleanMessage(alarmMessage(read.alarm, read.settings, read.alarm.path)));
    }
    for (const SlotId child : document.children(component))
        if (document.isComponent(child))
            proveAlarms(document, child);
}

} // namespace

STATIONER_FUZZ_ENTRY(catalogue, 20000)
{
    auto opened = Document::fromXml(bytes);
    if (!opened)
        return;
    Document& document = opened.value();
    followReferences(document);
    askSlots(document, document.root());
    proveAlarms(document, document.root());
    for (const SlotId account : accounts(document)) {
        if (const auto settings = settingsOf(document, account)) {
            const ConnectionSettings& sound = settings.value();
            fuzz::require(sound.server.port != 0 && normalisedHost(sound.server.host));
            const QString said = sound.account.value_or(QString()) + sound.replyTo;
            fuzz::require(!said.contains(u'\r') && !said.contains(u'\n') && !said.contains(QChar(u'\0')));
        } else {
            fuzz::require(!settings.error().slot.isEmpty());
        }
        const Assignment port{QStringLiteral("port"), QStringLiteral("2525")};
        if (const auto change = planChange(document, account, {port})) {
            document.apply(change.value().edit);
            fuzz::require(effectiveValue(document, account, u"port") == port.value && Document::fromXml(document.xml()));
            document.revert(change.value().edit);
        }
    }
    fuzz::require(document.xml() == bytes);
}
