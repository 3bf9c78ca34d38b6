#pragma once

#include "trust/truststores.h"
#include "trust/trusttext.h"
#include "trust/userkeystore.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace stationer {

/// Changes of trust that can be undone: the only way in which the Certificate Manager and the challenges change a store.
/// They have a stack of their own, apart from the station's. What could not be written is reported and holds in memory all
/// the same.
class TrustEdits : public QObject {
    Q_OBJECT
public:
    TrustEdits(AllowedHosts& hosts, UserTrustStore& roots, UserKeyStore& keys, QObject* parent = nullptr);

    QUndoStack* stack() { return &m_stack; }

    /// Rows as they shall be, of a challenge or by hand; approved and rejected ones, or unanswered ones that are new.
    void answer(const QList<AllowedHost>& rows, const QString& name);
    /// Whether approve() and unapprove() would change the row.
    static bool canApprove(const AllowedHost& row);
    static bool canUnapprove(const AllowedHost& row);
    void approve(const QList<Endpoint>& hosts);   ///< until deleted; an approval in force stays as it is
    void unapprove(const QList<Endpoint>& hosts); ///< rejects
    void setNote(const Endpoint& host, const QString& note);
    void forget(const QList<Endpoint>& hosts);
    void removeUnneeded(const QList<Endpoint>& hosts); ///< the same under the name that people know it by

    void import(const QList<UserRoot>& roots);
    void removeRoots(const QStringList& aliases);
    void removeKeys(const QStringList& aliases);
    /// One that was just made or imported, which takes its passphrase: from now on it can be undone, under this name.
    void addedKey(const QString& alias, const QString& name);
    /// The CA's answer to a certificate request takes the certificate's place.
    std::optional<KeyFault> takeAnswer(const QString& alias, const QByteArray& bytes);

signals:
    void forgotten(const QList<stationer::AllowedHost>& rows); ///< deleted from Allowed Hosts
    void faulted(const QString& sentence);

private:
    template <class Fault>
    void report(const std::optional<Fault>& fault)
    {
        if (fault)
            emit faulted(describe(*fault));
    }
    void put(const AllowedHost& row);
    void take(const QList<UserRoot>& roots);
    void forgetAs(const QString& name, const QList<Endpoint>& hosts);
    void removeKeys(const QStringList& aliases, QList<RemovedKey>& removed);
    void restoreKeys(const QList<RemovedKey>& removed);
    void exchange(const QString& alias, const QByteArray& pem);
    void push(const QString& name, std::function<void()> redo, std::function<void()> undo);

    AllowedHosts& m_hosts;
    UserTrustStore& m_roots;
    UserKeyStore& m_keys;
    QUndoStack m_stack;
};

} // namespace stationer
