#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "terms/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace stationer {

/// Whether a file keeps what is in it to its owner.
enum class Privacy {
    Private, ///< or at rest nowhere, as what comes through a pipe of the shell or from a terminal
    OpenToOthers,
    OfAnother, ///< who is neither this user nor root, and so may change it at will
};
/// Of the file that is open, not of its path, which may lead elsewhere a moment later. Where a system has no modes, all are
/// private.
Privacy privacyOf(const QFile& opened);
/// Says why a file of secrets is refused: a usage error where it is not private, else Done.
ExitStatus refuseUnlessPrivate(Privacy privacy, const QString& path, const Console& console);

/// A file that holds a password, a token or a passphrase, as a whole; every fault is said. One that is not private is
/// refused.
Result<QByteArray, ExitStatus> readSecretInput(const QString& path, const Console& console);

} // namespace stationer
