#pragma once

// Backups as stations and their supervisors write them, without what nobody here reads: a zip with a manifest, the station's
// folder and what else the computer had.

#include "support/zips.h"

namespace stationer::test {

/// The two layouts of the trade: of AX the folder of the program, of N4 the user's home. `config` is flat XML or a zip
/// around it.
enum class BackupLayout { OneHome, UserHome };
inline QByteArray backupEntry(BackupLayout layout, const QByteArray& station = "acme")
{
    return (layout == BackupLayout::OneHome ? QByteArray("stations/") : QByteArray("niagara_user_home/stations/")) +
           station + "/config.bog";
}
inline QList<std::pair<QByteArray, QByteArray>> backupEntries(const QByteArray& config, BackupLayout layout)
{
    const QByteArray folder = backupEntry(layout).chopped(10);
    return {{"META-INF/dist.xml", "<dist name='backup'/>"},
            {folder + "config_backup_230101_0200.bog", "not looked at"},
            {folder, ""},
            {backupEntry(layout), config},
            {folder + "shared/notes.txt", "not looked at"},
            {folder.first(folder.indexOf("stations")) + "security/keyring.jceks", "not looked at"}};
}
inline QByteArray backupOf(const QByteArray& config, BackupLayout layout = BackupLayout::UserHome)
{
    return zipOf(backupEntries(config, layout));
}

} // namespace stationer::test
