#pragma once

#include "trust/exemption.h"
#include "trust/hostplaces.h"
#include "trust/trustfolder.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace stationer {

struct AllowedHostsFile;
class TrustAnchors;

/// What a test learnt about a row there is: it was used, or the server sent a chain that was trusted without it or that
/// holds another certificate.
struct HostUse {
    Endpoint host;
    QDateTime when;
    CertificateChain verified; ///< as sent; empty: the exemption was used
};

/// Rows that were taken out of the list, for undo, and what went wrong on the way.
struct RemovedHosts {
    QList<AllowedHost> rows;
    std::optional<TrustFileFault> fault;
};

/// The Allowed Hosts list of a station: `allowed-hosts.json` in its `.security` folder (versioned, atomic, mode 0600), or in
/// memory for a station not saved yet. Session rows live in memory only. Every change is written at once.
/// Two programs may write at once: under a lock the file is read again and the change applied to what is there, field by
/// field (allowedhostmerge.h).
/// A change that could not be written is reported and holds in memory all the same: an approval becomes one for this
/// session, and what was forgotten stays forgotten.
/// A list that the folder's record does not know (trustfolder.h) is neither used nor overwritten; one that the user left is
/// set aside when there is something to write.
class AllowedHosts : public QObject {
    Q_OBJECT
public:
    explicit AllowedHosts(QObject* parent = nullptr);
    ~AllowedHosts() override;

    /// Takes the folder's list; an empty path means memory only. A missing file is an empty list.
    std::optional<TrustFileFault> open(const TrustFolder& folder);
    /// Takes what another program wrote; cheap where it wrote nothing. Session rows stay.
    std::optional<TrustFileFault> reload();
    /// What the last reading met.
    const std::optional<TrustFileFault>& fault() const { return m_fault; }
    /// Goes on in another folder: the rows are written there; one that it has of the same host and port stays.
    std::optional<TrustFileFault> saveAs(const TrustFolder& folder);
    const QList<AllowedHost>& rows() const { return m_rows; }
    /// Those of which the file had several rows: the one that rejects stands, else one without an answer.
    QList<Endpoint> hostsTwice() const;
    /// The row for this host and port as typed; one row a host and port.
    std::optional<AllowedHost> find(const Endpoint& host) const;

    /// Each replaces the row of the same host and port, and keeps its date of creation and its note where the new one has
    /// none.
    std::optional<TrustFileFault> approve(const AllowedHost& row);
    std::optional<TrustFileFault> reject(const AllowedHost& row);
    std::optional<TrustFileFault> noteUnanswered(const AllowedHost& row); ///< keeps an answer that is there
    std::optional<TrustFileFault> forget(const Endpoint& host);
    RemovedHosts forget(const QList<Endpoint>& hosts); ///< in one write
    /// Removes the rows that are no longer needed (judge.h), session rows among them.
    RemovedHosts prune(const TrustAnchors& anchors, const QDateTime& now);
    /// These rows as they are, over those of the same host and port, in one write: undo does it.
    std::optional<TrustFileFault> put(const QList<AllowedHost>& rows);
    /// A note of the user's, cut to LongestNote; empty removes it.
    std::optional<TrustFileFault> setNote(const Endpoint& host, const QString& note);
    static constexpr qsizetype LongestNote = 1000;
    /// The last use of an exemption, to the minute: it is needed then, whatever verified before. Or the chain that the
    /// server sends now: trusted without the row, which is then no longer needed, or another certificate, which the row
    /// shows as changed. No row, nothing to note; a fault here is no reason to fail a test.
    std::optional<TrustFileFault> noteUses(const QList<HostUse>& uses); ///< in one write

signals:
    void changed();

private:
    struct ByHost {
        bool operator()(const Endpoint& a, const Endpoint& b) const
        {
            return a.host != b.host ? a.host < b.host : a.port < b.port;
        }
    };
    struct FileStamp {
        QDateTime changed;
        qint64 size = 0;
        bool operator==(const FileStamp&) const = default;
    };
    using Change = std::function<void(QList<AllowedHost>&)>;

    QString path() const;
    std::optional<TrustFileFault> readFile();
    std::optional<TrustFileFault> takeFile();
    std::optional<TrustFileFault> putDamagedAside();
    std::optional<TrustFileFault> refuse(const TrustFileFault& fault);
    std::optional<TrustFileFault> answer(AllowedHost row, Approval approval);
    std::optional<TrustFileFault> write(const Change& change);
    void show();

    TrustFolder m_folder;
    std::optional<TrustFileFault> m_fault;
    bool m_isRefused = false; ///< the file is another's or cannot be set aside: it is not written
    bool m_isLeft = false;    ///< the user does not want the file that is there
    std::unique_ptr<AllowedHostsFile> m_file;
    std::optional<FileStamp> m_read;                                  ///< of the file as it was read or written last
    std::map<Endpoint, std::optional<AllowedHost>, ByHost> m_session; ///< stands before the file; nothing: forgotten
    QList<AllowedHost> m_rows;                                        ///< both together
    HostPlaces m_places;                                              ///< of m_rows
};

} // namespace stationer
