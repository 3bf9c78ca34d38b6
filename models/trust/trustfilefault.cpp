#include "trust/trustfilefault.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace stationer {

QString obstacleAt(const QString& path)
{
    QDir folder = QFileInfo(path).absoluteDir();
    while (!folder.exists() && folder.absolutePath() != folder.rootPath())
        folder.setPath(QFileInfo(folder.absolutePath()).path());
    const QStorageInfo disk(folder);
    if (!disk.isValid())
        return {};
    if (disk.isReadOnly())
        return QCoreApplication::translate("trust", "the disk is read-only");
    if (disk.bytesAvailable() == 0)
        return QCoreApplication::translate("trust", "the disk is full");
    return {};
}

} // namespace stationer
