#pragma once

#include "trust/exemption.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace stationer {

/// What went wrong with a trust file. A damaged file is set aside under `setAsideAs`, never taken for empty and overwritten.
struct TrustFileFault {
    enum class Kind { CannotRead, CannotWrite, Damaged, NewerVersion };
    Kind kind = Kind::CannotRead;
    QString path;
    QString setAsideAs;
    QString detail;

    bool operator==(const TrustFileFault&) const = default;
};

/// The Allowed Hosts list of a station: `allowed-hosts.json` in its `.security` folder (versioned, atomic, mode 0600), or in
/// memory for a station not saved yet. Session rows live in memory only. Every change is written at once.
/// Two programs may write at once: under a lock the file is read again and the change applied to what is there.
class AllowedHosts : public QObject {
    Q_OBJECT
public:
    explicit AllowedHosts(QObject* parent = nullptr);

    /// Takes the folder's list; an empty path means memory only. A missing file is an empty list.
    std::optional<TrustFileFault> open(const QString& folder);
    const QList<AllowedHost>& rows() const { return m_rows; }
    /// The row for this host and port as typed; one row a host and port.
    std::optional<AllowedHost> find(const Endpoint& host) const;

    /// Each replaces the row of the same host and port.
    std::optional<TrustFileFault> approve(const AllowedHost& row);
    std::optional<TrustFileFault> reject(const AllowedHost& row);
    std::optional<TrustFileFault> noteUnanswered(const AllowedHost& row); ///< keeps an answer that is there
    std::optional<TrustFileFault> forget(const Endpoint& host);
    std::optional<TrustFileFault> restore(const AllowedHost& row); ///< undo of forget
    std::optional<TrustFileFault> noteUse(const Endpoint& host, const QDateTime& when);

signals:
    void changed();

private:
    QList<AllowedHost> m_rows;
    QString m_folder;
};

} // namespace stationer
