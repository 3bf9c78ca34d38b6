#pragma once

#include "items/certificatesmodel.h"

namespace stationer {

class UserTrustStore;

/// The User Trust Store as a table, one row a CA.
class UserTrustStoreModel : public CertificatesModel {
    Q_OBJECT
public:
    explicit UserTrustStoreModel(UserTrustStore& store, QObject* parent = nullptr, Clock clock = {});
};

} // namespace stationer
