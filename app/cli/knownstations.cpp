#include "app/cli/knownstations.h"

#include "app/cli/inputfile.h"
#include "app/cli/secretinput.h"
#include "app/cli/secretsfile.h"
#include "app/cli/stationtrust.h"
#include "app/cli/texts.h"
#include "trust/trusttext.h"

#include <QFileInfo>

namespace stationer {

ExitStatus KnownStations::take(const QStringList& stores, const std::optional<QString>& passwordPath)
{
    std::optional<Secret> password;
    if (passwordPath) {
        const auto bytes = readSecretInput(*passwordPath, m_console);
        if (!bytes)
            return bytes.error();
        password = withoutFinalLineBreak(bytes.value());
    }
    ExitStatus status = ExitStatus::Done;
    for (const QString& path : stores) {
        QFile file(path);
        if (!openInput(file, m_console)) {
            status = graver(status, ExitStatus::CannotRead);
            continue;
        }
        const auto contents = readKeyStore(file, password);
        if (!contents) {
            m_console.complain(Texts::tr("%1: %2").arg(shown(path), stationer::describe(contents.error())));
            status = graver(status, ExitStatus::CannotRead);
            continue;
        }
        const GivenStore store{QFileInfo(path).fileName(), contents.value().kind, QDateTime::currentDateTimeUtc(),
                               contents.value().trusted};
        m_console.note(stationer::describe(shown(store.name), contents.value()));
        m_given += store;
    }
    return status;
}

const KnownStation& KnownStations::at(const TrustFolder& folder)
{
    const auto known = m_known.constFind(folder.path());
    if (known != m_known.cend())
        return *known;
    const auto read = readKnownStation(folder);
    KnownStation station = read ? read.value() : KnownStation();
    const auto say = [this](const TrustFileFault& fault) {
        m_console.complain(shown(stationer::describe(fault)));
        m_status = graver(m_status, statusOf(fault));
    };
    if (!read)
        say(read.error());
    for (const GivenStore& store : std::as_const(m_given))
        station.give(store);
    if (read && !m_given.isEmpty() && !folder.isEmpty())
        if (const auto fault = writeKnownStation(folder, station))
            say(*fault);
    return *m_known.insert(folder.path(), station);
}

} // namespace stationer
