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

/// The accounts of one file: those of the paths, else every enabled one.
QList<SlotId> accountsOf(const StationFile& file, const QStringList& paths, ExitStatus& status, const Console& console)
{
    const Document& document = file.document;
    QList<SlotId> found;
    for (const QString& path : paths) {
        const auto account = componentAt(document, path, file.path, console);
        if (account && !isAccountType(document.type(*account)))
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
        for (const SlotId account : accountsOf(file.value(), options.paths, result.status, console)) {
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
