#pragma once

#include "views/trust/certificatestab.h"

namespace stationer {

class RootImport;
class SystemTrustStoreModel;

/// The operating system's root CAs, to be looked at. They are read when the tab is shown first.
class SystemTrustStoreTab : public CertificatesTab {
    Q_OBJECT
public:
    explicit SystemTrustStoreTab(const TrustRooms& rooms, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    SystemTrustStoreTab(SystemTrustStoreModel* model, const TrustRooms& rooms, QWidget* parent);
    SystemTrustStoreModel* m_model;
};

/// The CAs the user imported; more are imported from a file, the clipboard or a drop.
class UserTrustStoreTab : public CertificatesTab {
    Q_OBJECT
public:
    explicit UserTrustStoreTab(const TrustRooms& rooms, QWidget* parent = nullptr);
    RootImport& import() { return *m_import; }

private:
    RootImport* m_import;
};

} // namespace stationer
