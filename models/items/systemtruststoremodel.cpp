#include "items/systemtruststoremodel.h"

#include "trust/truststores.h"

namespace stationer {

SystemTrustStoreModel::SystemTrustStoreModel(QObject* parent, Clock clock)
    : CertificatesModel(SelfSigned::IsUsual, std::move(clock), parent)
{
}

void SystemTrustStoreModel::load()
{
    if (m_isLoaded)
        return;
    m_isLoaded = true;
    QList<StoreRow> wanted;
    for (const QByteArray& der : systemRoots())
        if (const std::optional<CertificateSketch> root = certificateSketch(der)) {
            const QString name = !root->commonName.isEmpty()     ? root->commonName
                                 : !root->organization.isEmpty() ? root->organization
                                                                 : root->subject;
            wanted += {name, *root};
        }
    follow(wanted);
}

} // namespace stationer
