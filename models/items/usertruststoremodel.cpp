#include "items/usertruststoremodel.h"

#include "trust/truststores.h"

namespace stationer {

UserTrustStoreModel::UserTrustStoreModel(UserTrustStore& store, QObject* parent, Clock clock)
    : CertificatesModel(SelfSigned::IsUsual, std::move(clock), parent)
{
    const auto followStore = [this, &store] {
        QList<StoreRow> wanted;
        wanted.reserve(store.roots().size());
        for (const UserRoot& root : store.roots())
            wanted += {root.alias, root.certificate};
        follow(wanted);
    };
    connect(&store, &UserTrustStore::changed, this, followStore);
    followStore();
}

} // namespace stationer
