#pragma once

#include "views/trust/trustrooms.h"
#include "views/trust/trusttable.h"

namespace stationer {

class CertificatesModel;
class UserTrustStoreModel;

/// A trust store in the Certificate Manager: what every store's certificates can be asked. Each store adds its own buttons.
class CertificatesTab : public TrustTable {
    Q_OBJECT
public:
    CertificatesTab(CertificatesModel& model, const TrustRooms& rooms, const QString& name, const QString& whenEmpty,
                    QWidget* parent = nullptr);

    QStringList selectedAliases() const;

signals:
    void failed(const QString& sentence);

protected:
    const TrustRooms& rooms() const { return m_rooms; }
    QPushButton* add(const QString& text, const QString& name, Needs needs, const std::function<void()>& act);
    /// Both after the buttons of the store's own that come before: View first.
    void addView();
    void addExport();
    virtual CertificateChain chainOf(int row) const; ///< what is viewed: the certificate alone

private:
    CertificatesModel& m_model;
    TrustRooms m_rooms;
};

} // namespace stationer
