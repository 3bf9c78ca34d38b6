#pragma once

#include "items/certificatesmodel.h"

namespace stationer {

/// The System Trust Store as a table, one row a root CA. It is read when it is first looked at, not before: that costs some
/// ten milliseconds.
class SystemTrustStoreModel : public CertificatesModel {
    Q_OBJECT
public:
    explicit SystemTrustStoreModel(QObject* parent = nullptr, Clock clock = {});
    void load();
    bool isLoaded() const { return m_isLoaded; }

private:
    bool m_isLoaded = false;
};

} // namespace stationer
