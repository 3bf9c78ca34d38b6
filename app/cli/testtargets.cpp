#include "app/cli/testtargets.h"

#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "catalogue/change.h"
#include "catalogue/recipients.h"
#include "catalogue/references.h"
#include "trust/truststores.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// What is known of an account whose values make no settings, for the report.
ConnectionSettings knownOf(const Document& document, SlotId account)
{
    ConnectionSettings known;
    known.path = document.path(account);
    known.server.host = textOf(document, account, hostnameSlot);
    known.protocol = protocolOf(document, account).value_or(usualProtocol(document.type(account)));
    if (const auto state = portState(document, account)) {
        known.security = securityMode(*state).value_or(SecurityMode::None);
        known.server.port = quint16(qBound(0, dialledPort(*state), 65535));
    }
    return known;
}

TestTarget targetOf(const StationFile& file, SlotId account, const QString& trustFolder)
{
    const auto settings = settingsOf(file.document, account);
    QString station = stationName(file.document);
    if (station.isEmpty())
        station = QFileInfo(file.path).completeBaseName();
    if (settings)
        return {file.path, trustFolder, settings.value(), std::nullopt, station};
    return {file.path, trustFolder, knownOf(file.document, account), settings.error(), station};
}

bool isEnabled(const Document& document, SlotId account)
{
    return textOf(document, account, enabledSlot) != u"false";
}

/// The account in which an alarm's message is looked for: the one that was named, else the only enabled one. Else that is
/// said.
std::optional<SlotId> arrivalAccountOf(const StationFile& file, const TestOptions& options, const Console& console)
{
    const Document& document = file.document;
    if (options.through) {
        const auto named = componentAt(document, *options.through, file.path, console);
        if (named && document.type(*named) != incomingAccountType) {
            console.complain(Texts::tr("%1 is no IncomingAccount.").arg(shown(*options.through)));
            return std::nullopt;
        }
        return named;
    }
    const QList<SlotId> enabled = enabledIncomingAccounts(document);
    if (enabled.size() == 1)
        return enabled.first();
    QStringList paths;
    for (const SlotId account : enabled)
        paths += shown(document.path(account));
    console.complain(
        enabled.isEmpty()
            ? Texts::tr("%1 has no enabled IncomingAccount in which the message could be looked for. --through names "
                        "one that is disabled.")
                  .arg(shown(file.path))
            : Texts::tr("The message can be looked for in several accounts; --through says in which: %1")
                  .arg(paths.join(u", "_s)));
    return std::nullopt;
}

/// What proves the alarms of an EmailRecipient; nothing where the options leave open how, which was said.
std::optional<TestTarget> alarmTargetOf(const StationFile& file, SlotId recipient, const QString& trustFolder,
                                        const TestOptions& options, const Console& console)
{
    const AlarmSettings read = alarmSettingsOf(file.document, recipient);
    const Depth depth = options.depth.value_or(Depth::Envelope);
    if (depth != Depth::Envelope && depth != Depth::Message) {
        console.complain(Texts::tr("%1 is an EmailRecipient; --depth envelope or message proves its alarms.")
                             .arg(shown(read.alarm.path)));
        return std::nullopt;
    }
    if (!options.recipient.isEmpty()) {
        console.complain(
            Texts::tr("%1 says itself whom its mail goes to; --to is for accounts.").arg(shown(read.alarm.path)));
        return std::nullopt;
    }
    const bool hasAccount = read.account != SlotId::None && file.document.type(read.account) == outgoingAccountType;
    TestTarget target = targetOf(file, hasAccount ? read.account : recipient, trustFolder);
    if (!hasAccount)
        target.settings = {};
    target.alarm = read.alarm;
    target.fault = read.fault;
    if (depth == Depth::Envelope)
        return target;
    const auto account = arrivalAccountOf(file, options, console);
    if (!account)
        return std::nullopt;
    target.alarm->code = freshCode();
    target.alarm->through = file.document.path(*account);
    target.arrival = std::make_shared<const TestTarget>(targetOf(file, *account, trustFolder));
    if (const auto look = lookOrder(file.document, *account, {}); !look && !target.fault)
        target.fault = look.error();
    return target;
}

/// The accounts and recipients of one file: those of the paths, else every enabled account.
QList<SlotId> subjectsOf(const StationFile& file, const QStringList& paths, ExitStatus& status, const Console& console)
{
    const Document& document = file.document;
    QList<SlotId> found;
    for (const QString& path : paths) {
        const auto account = componentAt(document, path, file.path, console);
        if (account && !isAccountType(document.type(*account)) && document.type(*account) != emailRecipientType)
            console.complain(Texts::tr("%1 is no account.").arg(shown(path)));
        else if (account)
            found += *account;
    }
    if (found.size() < paths.size())
        status = graver(status, ExitStatus::Usage);
    if (!paths.isEmpty())
        return found;
    for (const SlotId account : accounts(document))
        if (isEnabled(document, account))
            found += account;
    if (found.isEmpty()) {
        console.complain(Texts::tr("%1 has no enabled account to test.").arg(shown(file.path)));
        status = graver(status, ExitStatus::Usage);
    }
    return found;
}

/// Copies of one station often keep its name.
void tellStationsApart(TestTargets& found)
{
    QHash<QString, QSet<QString>> files;
    for (const QList<TestTarget>* const list : {&found.targets, &found.disabled})
        for (const TestTarget& target : *list)
            files[target.station] += target.file;
    for (QList<TestTarget>* const list : {&found.targets, &found.disabled})
        for (TestTarget& target : *list)
            target.distinctStation =
                files[target.station].size() > 1 ? target.station + " ("_L1 + target.file + u')' : target.station;
}

} // namespace

TestTargets testTargets(const TestOptions& options, const Console& console)
{
    TestTargets result;
    if (options.typed) {
        const TypedTarget& typed = *options.typed;
        TestTarget target;
        target.trustFolder = options.trustFolder.value_or(QString());
        const auto settings = settingsOf(typed.protocol, typed.security, typed.host, typed.port, typed.user);
        if (settings) {
            target.settings = settings.value();
        } else {
            target.settings.protocol = typed.protocol;
            target.settings.security = typed.security;
            target.settings.server = {typed.host,
                                      quint16(typed.port.value_or(standardPort(typed.protocol, typed.security)))};
            target.fault = settings.error();
        }
        result.targets += target;
        return result;
    }
    for (const QString& path : options.files) {
        const auto file = StationFile::open(path, console, options.entry);
        if (!file) {
            result.status = graver(result.status, file.error());
            result.unread += path;
            continue;
        }
        const QString trustFolder = options.trustFolder.value_or(securityFolderOf(path));
        const References references(file.value().document);
        for (const SlotId account : subjectsOf(file.value(), options.paths, result.status, console)) {
            if (file.value().document.type(account) == emailRecipientType) {
                const auto target = alarmTargetOf(file.value(), account, trustFolder, options, console);
                if (target)
                    result.targets += *target;
                else
                    result.status = graver(result.status, ExitStatus::Usage);
                continue;
            }
            if (options.depth == Depth::Message && options.recipient.isEmpty()) {
                console.complain(Texts::tr("--depth message sends one message: --to says to whom."));
                result.status = graver(result.status, ExitStatus::Usage);
                continue;
            }
            result.targets += targetOf(file.value(), account, trustFolder);
            if (file.value().document.type(account) == outgoingAccountType)
                result.targets.last().alarmRecipient = firstAlarmRecipient(file.value().document, references, account);
        }
        if (!options.paths.isEmpty())
            continue;
        for (const SlotId account : accounts(file.value().document))
            if (!isEnabled(file.value().document, account))
                result.disabled += targetOf(file.value(), account, trustFolder);
    }
    tellStationsApart(result);
    return result;
}

} // namespace stationer
