#include "items/userkeystoremodel.h"

#include "trust/userkeystore.h"

namespace stationer {

UserKeyStoreModel::UserKeyStoreModel(UserKeyStore& store, QObject* parent, Clock clock)
    : CertificatesModel(SelfSigned::IsMarked, std::move(clock), parent)
{
    const auto followStore = [this, &store] {
        QList<StoreRow> wanted;
        for (const UserKey& key : store.keys())
            wanted += {key.alias, key.certificate};
        follow(wanted);
    };
    connect(&store, &UserKeyStore::changed, this, followStore);
    followStore();
}

} // namespace stationer
