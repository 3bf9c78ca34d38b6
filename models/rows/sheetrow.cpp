#include "rows/sheetrow.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "catalogue/change.h"
#include "rows/filerow.h"
#include "station/slotname.h"
#include "station/value.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// The port table for the account's protocol: `465 – Use Ssl`. A port of two modes is there once.
QList<Choice> portChoices(const Document& document, SlotId account)
{
    const Protocol protocol = protocolOf(document, account).value_or(usualProtocol(document.type(account)));
    QList<Choice> choices;
    QList<int> seen;
    for (const SecurityMode mode : safestFirst) {
        const int port = standardPort(protocol, mode);
        if (seen.contains(port))
            continue;
        seen += port;
        QStringList names;
        const QList<SecurityMode> modes = modesOf(protocol, port);
        for (auto each = modes.rbegin(); each != modes.rend(); ++each)
            names += labelOf(*each);
        //: An entry in the list of ports: %1 the port, %2 what it is for
        choices += Choice{QString::number(port),
                          QCoreApplication::translate("sheet", "%1 – %2").arg(QString::number(port), names.join(u", "_s))};
    }
    choices += Choice{u"-1"_s, QCoreApplication::translate("sheet", "-1 – the usual port")};
    return choices;
}

QList<Choice> accountChoices(const Document& document)
{
    QList<Choice> choices;
    for (const SlotId account : accountsBelow(document, emailService(document))) {
        if (document.type(account) != outgoingAccountType)
            continue;
        const QString name = document.name(account);
        choices += Choice{name, shownSlotName(name)};
    }
    return choices;
}

QList<Choice> choicesOf(const Document& document, SlotId component, const Property& property)
{
    QList<Choice> choices;
    switch (property.kind) {
    case ValueKind::Enum:
        for (std::size_t i = 0; i < property.tags.size(); ++i)
            choices += Choice{QString::fromLatin1(property.tags[i]), translated(property.tagLabels[i])};
        return choices;
    case ValueKind::Bits:
        for (std::size_t i = 0; i < property.tags.size(); ++i)
            choices += Choice{QString::number(1u << i, 16), translated(property.tagLabels[i])};
        return choices;
    case ValueKind::Port:
        return portChoices(document, component);
    case ValueKind::AccountName:
        return accountChoices(document);
    case ValueKind::Boolean:
    case ValueKind::Integer:
    case ValueKind::Double:
    case ValueKind::String:
    case ValueKind::RelTime:
    case ValueKind::AbsTime:
    case ValueKind::Password:
    case ValueKind::Ord:
    case ValueKind::TimeRange:
    case ValueKind::Other:
        return choices;
    }
    Q_UNREACHABLE();
}

QString seconds(qint64 milliseconds)
{
    return QCoreApplication::translate("sheet", "%1 s").arg(QLocale().toString(double(milliseconds) / 1000, 'g', 12));
}

QString shownDefault(const Property& property)
{
    if (property.kind == ValueKind::RelTime)
        return seconds(QByteArray(property.defaultValue).toLongLong());
    if (property.kind == ValueKind::Bits || property.kind == ValueKind::TimeRange)
        return QCoreApplication::translate("sheet", "all"); // as every one of these has it
    for (std::size_t i = 0; i < property.tags.size(); ++i)
        if (qstrcmp(property.tags[i], property.defaultValue) == 0)
            return translated(property.tagLabels[i]);
    return QString::fromLatin1(property.defaultValue);
}

/// The tool tip, line by line: meaning, range, default, slot name.
QString meaningOf(const Property& property)
{
    QStringList lines{translated(property.meaning)};
    if (property.access == Access::RunningStation) {
        lines += QCoreApplication::translate("sheet", "Belongs to the running station, which alone knows it.");
    } else {
        const bool isTime = property.kind == ValueKind::RelTime;
        const auto shown = [isTime](qint64 bound) { return isTime ? seconds(bound) : QString::number(bound); };
        const bool hasMinimum = property.minimum != std::numeric_limits<qint64>::min();
        const bool hasMaximum = property.maximum < std::numeric_limits<qint32>::max();
        if (hasMinimum && hasMaximum)
            lines += QCoreApplication::translate("sheet", "Range: %1 to %2")
                         .arg(shown(property.minimum), shown(property.maximum));
        else if (hasMinimum)
            lines += QCoreApplication::translate("sheet", "At least %1").arg(shown(property.minimum));
        if (property.defaultValue && *property.defaultValue)
            lines += QCoreApplication::translate("sheet", "Default: %1").arg(shownDefault(property));
    }
    if (property.rarity != Rarity::Usual)
        lines += QCoreApplication::translate("sheet", "Not every station has this property.");
    lines += QCoreApplication::translate("sheet", "Slot: %1").arg(QString::fromLatin1(property.slot));
    return lines.join(u'\n');
}

SheetRow knownRow(const Document& document, SlotId component, const Property& property)
{
    const QString slot = QString::fromLatin1(property.slot);
    const SlotId present = document.child(component, slot);
    const bool isPassword = property.kind == ValueKind::Password;

    SheetRow row;
    row.slot = slot;
    row.inFile = present;
    row.label = translated(property.label);
    row.meaning = meaningOf(property);
    row.kind = property.kind;
    row.group = property.group;
    row.rank = property.rank;
    row.isRunningStation = property.access == Access::RunningStation;
    row.isReadOnly = row.isRunningStation || property.kind == ValueKind::Other || isLocked(document, present, property);
    if (property.defaultValue && !isPassword && !row.isRunningStation)
        row.defaultValue = QString::fromLatin1(property.defaultValue);
    if (!row.isRunningStation)
        row.value = effectiveValue(document, component, slot).value_or(QString());
    row.unit = property.kind == ValueKind::RelTime ? QCoreApplication::translate("sheet", "s", "seconds") : QString();
    row.minimum = property.minimum;
    row.maximum = property.maximum;
    row.choices = choicesOf(document, component, property);
    const bool isRange = property.kind == ValueKind::TimeRange;
    row.isChanged =
        isRange && present != SlotId::None ? document.hasChanges(present) : document.isValueChanged(component, slot);
    const std::optional<QString> own = isRange && present != SlotId::None ? row.value : document.value(present);
    row.isSecret = isPassword || (own && isEncoded(document.type(present), *own));
    row.isResettable = own && !row.isReadOnly && !isPassword && row.value != row.defaultValue;
    if (row.isSecret)
        row.value.clear();
    row.isHidden = property.rarity == Rarity::Rare && present == SlotId::None;
    return row;
}

/// What an account's Email Authenticator says, whatever its type is: to be read here, and set up on the station.
QList<SheetRow> authenticatorRows(const Document& document, SlotId component)
{
    const QString name(emailAuthenticatorSlot);
    const SlotId authenticator = isAccountType(document.type(component)) ? document.child(component, name) : SlotId::None;
    if (authenticator == SlotId::None)
        return {};
    //: What signs in for an account of a station from 4.13 on
    const QString label = QCoreApplication::translate("sheet", "Email Authenticator");
    SheetRow type;
    type.slot = name;
    type.inFile = authenticator;
    type.label = label;
    type.value = document.type(authenticator);
    QList<SheetRow> rows{type};
    for (const GenericSlot& slot : genericSlots(document, authenticator)) {
        SheetRow row = fileRow(document, authenticator, slot);
        row.slot = name + u'/' + row.slot;
        //: A property of the Email Authenticator: %1 is «Email Authenticator», %2 the property's label
        row.label = QCoreApplication::translate("sheet", "%1: %2").arg(label, row.label);
        rows += row;
    }
    for (SheetRow& row : rows) {
        row.group = Group::SignIn;
        row.isReadOnly = true;
        row.isResettable = false;
        row.isHidden = false;
    }
    return rows;
}

} // namespace

QList<SheetRow> sheetRows(const Document& document, SlotId component)
{
    QList<SheetRow> rows;
    if (const ComponentType* type = componentType(document.type(component)))
        for (const Property& property : type->properties)
            if (property.rarity != Rarity::OnlyIfInFile ||
                document.child(component, QString::fromLatin1(property.slot)) != SlotId::None)
                rows += knownRow(document, component, property);
    for (const GenericSlot& slot : genericSlots(document, component))
        if (slot.name != emailAuthenticatorSlot || !isAccountType(document.type(component)))
            rows += fileRow(document, component, slot);
    return rows + authenticatorRows(document, component);
}

QList<SheetRow> commonRows(const Document& document, const QList<SlotId>& components)
{
    if (components.isEmpty())
        return {};
    QList<SheetRow> common = sheetRows(document, components.first());
    QSet<QString> seen;
    common.removeIf([&seen](const SheetRow& row) {
        const bool isAgain = seen.contains(row.slot);
        seen += row.slot;
        return isAgain;
    });
    std::ranges::stable_sort(common, {}, [](const SheetRow& row) { return std::pair(row.group, row.rank); });
    if (components.size() > 1) // a test password belongs to one account
        common.removeIf([](const SheetRow& row) { return row.kind == ValueKind::Password; });
    for (qsizetype i = 1; i < components.size(); ++i) {
        const QList<SheetRow> others = sheetRows(document, components[i]);
        QList<SheetRow> both;
        for (SheetRow row : std::as_const(common)) {
            const auto other =
                std::ranges::find_if(others, [&](const SheetRow& o) { return o.slot == row.slot && o.kind == row.kind; });
            if (other == others.end())
                continue;
            row.isMixed = row.isMixed || other->value != row.value;
            row.isChanged = row.isChanged || other->isChanged;
            row.isResettable = row.isResettable || other->isResettable;
            row.isReadOnly = row.isReadOnly || other->isReadOnly;
            row.isHidden = row.isHidden && other->isHidden;
            both += row;
        }
        common = both;
    }
    return common;
}

} // namespace stationer
