#include "rows/sheetnote.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "catalogue/portrules.h"
#include "catalogue/valuecheck.h"
#include "connection/report.h"
#include "diagnosis/diagnosis.h"
#include "station/slotname.h"
#include "station/value.h"

#include <QCoreApplication>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

SheetNote note(const QString& slot, Badge badge, const QString& text)
{
    return {.slot = slot, .badge = badge, .text = text};
}

/// The values of the file that are none of their kind.
void addUnreadable(QList<SheetNote>& notes, const Document& document, SlotId component)
{
    const ComponentType* type = componentType(document.type(component));
    for (const SlotId slot : document.children(component)) {
        const std::optional<QString> value = document.value(slot);
        if (!value || document.kind(slot) != SlotKind::Property || document.isComponent(slot))
            continue;
        const QString name = document.name(slot);
        const Property* property = type ? type->property(name) : nullptr;
        const ValueKind kind = property ? property->kind : kindOfType(document.type(slot));
        if (kind == ValueKind::Other || kind == ValueKind::Password ||
            (property && property->access == Access::RunningStation) || isEncoded(document.type(slot), *value))
            continue;
        const CheckedValue checked = property ? checkValue(*property, *value) : checkValue(kind, *value);
        if (!checked.fault)
            continue;
        SheetNote bad = note(name, Badge::Fault, describe(ChangeFault{*checked.fault, name, *value}));
        if (property && property->defaultValue) {
            //: A button that takes a value out of the file, so that the default holds
            bad.remedyLabel = QCoreApplication::translate("sheet", "Use the default");
            bad.remedy = {{name, std::nullopt}};
        }
        notes += bad;
    }
}

/// Beside the remarks, what the mode means.
void addPortNotes(QList<SheetNote>& notes, const Document& document, SlotId account)
{
    for (SheetNote& said : portNotes(document, account)) {
        if (said.badge != Badge::Fault) {
            notes += said;
            continue;
        }
        for (const QLatin1StringView slot : {useSslSlot, useStartTlsSlot}) { // both are on: either can be meant
            said.slot = slot;
            //: A button; %1 is the label of a switch
            said.remedyLabel = QCoreApplication::translate("sheet", "%1 alone").arg(slotLabel(slot));
            said.remedy = {{slot, u"true"_s}};
            notes += said;
        }
    }
    const std::optional<PortState> state = portState(document, account);
    const std::optional<SecurityMode> mode = state ? securityMode(*state) : std::nullopt;
    if (mode == SecurityMode::Ssl)
        notes += note(useSslSlot, Badge::Info, QCoreApplication::translate("sheet", "Encrypted from the first byte."));
    if (mode == SecurityMode::StartTls)
        notes += note(useStartTlsSlot, Badge::Info,
                      QCoreApplication::translate("sheet", "Starts in the clear, then encrypts before anything is said."));
}

void addDeliveryPolicy(QList<SheetNote>& notes, const Document& document, SlotId account)
{
    if (textOf(document, account, deliveryPolicySlot) != u"delete")
        return;
    notes += note(deliveryPolicySlot, Badge::Warning,
                  QCoreApplication::translate("sheet",
                                              "The station deletes every message it polls, even those that another client "
                                              "has read."));
}

void addPassword(QList<SheetNote>& notes, const Document& document, SlotId account)
{
    notes += note(passwordSlot, Badge::Info,
                  hasPassword(document, account)
                      ? QCoreApplication::translate("sheet", "For tests on this computer. The station file holds its own, "
                                                             "unreadable here.")
                      : QCoreApplication::translate("sheet", "For tests on this computer. The station file holds none."));
}

void addAccountName(QList<SheetNote>& notes, const Document& document, SlotId component)
{
    const QString name = effectiveValue(document, component, u"emailAccount").value_or(QString());
    if (name.isEmpty() || document.type(component) != emailRecipientType)
        return;
    const QList<SlotId> all = accountsBelow(document, emailService(document));
    if (std::ranges::none_of(all, [&](SlotId account) { return document.name(account) == name; }))
        notes +=
            note(u"emailAccount"_s, Badge::Warning,
                 QCoreApplication::translate("sheet", "This station has no account named «%1».").arg(shownSlotName(name)));
}

void addDangling(QList<SheetNote>& notes, const Document& document, const QList<Reference>& dangling)
{
    for (const Reference& reference : dangling) {
        if (!document.exists(reference.slot) || document.value(reference.slot) != reference.text)
            continue; // it was found before the last change
        QString text;
        switch (reference.kind) {
        case Reference::Kind::AccountName:
            text = QCoreApplication::translate("sheet", "This station has no account named «%1».")
                       .arg(shownSlotName(reference.text));
            break;
        case Reference::Kind::Handle:
        case Reference::Kind::SlotPath:
            text = QCoreApplication::translate("sheet", "Leads to a component that this station does not have.");
            break;
        }
        notes += note(document.name(reference.slot), Badge::Warning, text);
    }
}

/// The slot that was named and moved others: a switch that was set, else one that was cleared, else the protocol. What else
/// was named in the same step moves nothing.
QString causeOf(const Change& last)
{
    const auto rank = [](const Change::Moved& moved) {
        const bool isSwitch = moved.slot == useSslSlot || moved.slot == useStartTlsSlot;
        if (isSwitch)
            return moved.after == u"true" ? 0 : 1;
        return moved.slot == transportSlot || moved.slot == storeSlot ? 2 : 3;
    };
    const Change::Moved* cause = nullptr;
    for (const Change::Moved& moved : last.moved) {
        if (!moved.isCoupled && (!cause || rank(moved) < rank(*cause)))
            cause = &moved;
    }
    return cause ? slotLabel(cause->slot) : QString();
}

/// What the last step moved beside what was asked for.
void addMoved(QList<SheetNote>& notes, const Change& last)
{
    const QString cause = causeOf(last);
    if (cause.isEmpty())
        return;
    for (const Change::Moved& moved : last.moved) {
        if (!moved.isCoupled)
            continue;
        const QString text = moved.slot == portSlot
                                 //: %1 is the port before, %2 the label of the property that moved it
                                 ? QCoreApplication::translate("sheet", "Moved from %1 with %2.").arg(moved.before, cause)
                                 //: A switch; %1 is the label of the other switch
                                 : QCoreApplication::translate("sheet", "Switched off with %1.").arg(cause);
        notes += undoableNote(moved.slot, text);
    }
}

/// The row that the last test's outcome speaks of; none where it went well or was cancelled.
QString alarmSlotOf(const Report& report) // of an EmailRecipient
{
    if (report.outcome == Outcome::Succeeded || report.outcome == Outcome::Cancelled)
        return {};
    if (report.settingFault && report.settingFault->path.isEmpty())
        return report.settingFault->slot;
    const QList<RecipientAnswer>& answers = report.learnt.recipients;
    for (qsizetype i = 0; i < answers.size() && i < report.alarm->addressees.size(); ++i)
        if (!answers[i].isAccepted)
            return report.alarm->addressees[i].role;
    return emailAccountSlot;
}

QString slotOf(const Report& report)
{
    if (report.alarm)
        return alarmSlotOf(report);
    if (report.stage == Stage::Token && report.outcome != Outcome::Cancelled)
        return accountSlot; // the sign-in, whatever it was
    switch (report.outcome) {
    case Outcome::Succeeded:
    case Outcome::Cancelled:
        return {};
    case Outcome::SettingInvalid:
        return report.settingFault ? report.settingFault->slot : QString();
    case Outcome::HostNotFound:
    case Outcome::Unreachable:
    case Outcome::CertificateChallenged:
    case Outcome::CertificateRejected:
        return hostnameSlot;
    case Outcome::TimedOut:
        return report.stage == Stage::Resolve || report.stage == Stage::Connect ? hostnameSlot : portSlot;
    case Outcome::WrongMode:
    case Outcome::WrongService:
    case Outcome::GreetingRefused:
    case Outcome::ProtocolBroken:
    case Outcome::ConnectionLost:
    case Outcome::ServerRefused:
        return portSlot;
    case Outcome::StartTlsMissing:
    case Outcome::StartTlsRefused:
    case Outcome::StartTlsInjected:
        return useStartTlsSlot;
    case Outcome::TlsFailed:
        return report.settings.security == SecurityMode::StartTls ? useStartTlsSlot : useSslSlot;
    case Outcome::PreAuthenticated:
    case Outcome::CapabilityMissing:
    case Outcome::LoginForbidden:
    case Outcome::LoginRejected:
        return accountSlot;
    }
    Q_UNREACHABLE();
}

void addReport(QList<SheetNote>& notes, const Report& report)
{
    const QString slot = slotOf(report);
    if (slot.isEmpty())
        return;
    const Diagnosis diagnosis = diagnose(report);
    const bool isChallenge = report.outcome == Outcome::CertificateChallenged;
    SheetNote said = note(slot, isChallenge ? Badge::Warning : Badge::Fault, diagnosis.headline);
    if (!report.alarm && !diagnosis.remedies.isEmpty() && !diagnosis.remedies.first().set.isEmpty()) {
        const Remedy& remedy = diagnosis.remedies.first();
        said.remedyLabel = remedy.testsAtOnce ? remedy.labelOfChange : remedy.label;
        for (auto each = remedy.set.cbegin(); each != remedy.set.cend(); ++each)
            said.remedy += Assignment{each.key(), each.value()};
    }
    notes += said;
}

} // namespace

SheetNote undoableNote(const QString& slot, const QString& text)
{
    return {.slot = slot, .text = text, .remedyLabel = QCoreApplication::translate("sheet", "Undo"), .undoes = true};
}

QList<SheetNote> portNotes(const Document& document, SlotId account)
{
    const std::optional<PortState> state = portState(document, account);
    if (!state)
        return {};
    QList<SheetNote> notes;
    for (const PortRemark& remark : portRemarks(*state, !textOf(document, account, accountSlot).isEmpty())) {
        SheetNote said = note(portSlot, Badge::Info, describe(remark, *state));
        switch (remark.kind) {
        case PortRemark::Kind::BothSwitches:
            said.slot = useSslSlot;
            said.badge = Badge::Fault;
            break;
        case PortRemark::Kind::NotEncrypted:
        case PortRemark::Kind::PasswordReadable:
            said.slot = useSslSlot;
            said.badge = Badge::Warning;
            break;
        case PortRemark::Kind::PortOfOtherMode:
        case PortRemark::Kind::PortOfOtherProtocol:
            said.badge = Badge::Warning;
            break;
        case PortRemark::Kind::PortKept:
            break;
        }
        said.remedyLabel = remedyLabel(remark, *state);
        if (remark.remedy)
            said.remedy = assignments(*state, *remark.remedy);
        notes += said;
    }
    return notes;
}

QList<SheetNote> sheetNotes(const Document& document, SlotId component, const Change* last, const Report* report,
                            const QList<Reference>& dangling)
{
    QList<SheetNote> all;
    addUnreadable(all, document, component);
    if (report)
        addReport(all, *report);
    if (last)
        addMoved(all, *last);
    if (isAccountType(document.type(component))) {
        addPortNotes(all, document, component);
        addDeliveryPolicy(all, document, component);
        addPassword(all, document, component);
    }
    addAccountName(all, document, component);
    addDangling(all, document, dangling);

    // One note a slot: the gravest, and of equals the one that was found first.
    QList<SheetNote> gravest;
    for (const SheetNote& each : std::as_const(all)) {
        const auto present = std::ranges::find_if(gravest, [&](const SheetNote& other) { return other.slot == each.slot; });
        if (present == gravest.end())
            gravest += each;
        else if (int(each.badge) > int(present->badge))
            *present = each;
    }
    return gravest;
}

} // namespace stationer
