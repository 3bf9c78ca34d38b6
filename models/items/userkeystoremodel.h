#pragma once

#include "items/certificatesmodel.h"

namespace stationer {

class UserKeyStore;

/// The User Key Store as a table, one row a certificate whose private key the store has. A self-signed one is marked: others
/// have to be told to trust it.
class UserKeyStoreModel : public CertificatesModel {
    Q_OBJECT
public:
    explicit UserKeyStoreModel(UserKeyStore& store, QObject* parent = nullptr, Clock clock = {});
};

} // namespace stationer
