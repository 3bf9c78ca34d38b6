#include "app/composition.h"
#include "app/demo/demoserver.h"
#include "app/tour/pictures.h"
#include "trust/importer.h"
#include "views/common/messagebar.h"
#include "views/trust/certificatemanager.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/getcertificate.h"
#include "views/trust/importdialog.h"
#include "views/trust/stationstoresdialog.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace stationer {

/// The Certificate Manager: an exemption, the root CA imported, the exemption no longer needed and removed; a key of one's
/// own.
void Pictures::addTrust()
{
    using Tab = CertificateManager::Tab;
    const auto manager = [this]() -> CertificateManager& { return m_desktop.certificateManager(); };
    m_steps += {
        [=, this] {
            manager().showTab(Tab::AllowedHosts);
            manager().show();
            m_camera.take(manager(), u"allowed-hosts"_s);
        },
        [=, this] {
            find<QTableView>(manager(), u"allowedHosts"_s)->selectRow(0);
            press(manager(), u"viewHost"_s);
        },
        [=, this] {
            if (auto* viewer = find<CertificateViewer>(manager(), u"certificateViewer"_s))
                m_camera.take(*viewer, u"viewer"_s);
        },
        [=, this] {
            if (auto* viewer = find<CertificateViewer>(manager(), u"certificateViewer"_s))
                viewer->close();
            press(manager(), u"getCertificate"_s);
        },
        [=, this] {
            auto* dialog = find<GetCertificate>(manager(), u"getCertificateDialog"_s);
            if (!dialog)
                return;
            const SlotId account = at(u"/Services/EmailService/Facilities"_s);
            const Document& document = m_desktop.station().document();
            const auto port = document.value(document.child(account, u"port"_s)).value_or(QString()).toUShort();
            dialog->setServer(Protocol::Smtp, SecurityMode::Ssl, {u"localhost"_s, port});
            connect(dialog, &GetCertificate::fetched, this, [this] { happened(Event::Certificate); });
            m_awaited = Event::Certificate;
            press(*dialog, u"fetchCertificate"_s);
        },
        [=, this] {
            if (auto* dialog = find<GetCertificate>(manager(), u"getCertificateDialog"_s))
                m_camera.take(*dialog, u"get-certificate"_s);
        },
        [=, this] {
            if (auto* dialog = find<GetCertificate>(manager(), u"getCertificateDialog"_s))
                dialog->close();
            manager().showTab(Tab::UserTrustStore);
            manager().importBytes(toPem(certificateFacts(m_desktop.hosts().rows().first().chain.last())->der));
        },
        [=, this] {
            auto* import = find<ImportDialog>(manager(), u"importDialog"_s);
            auto* alias = import ? find<QLineEdit>(*import, u"importAlias"_s) : nullptr;
            if (!alias)
                return;
            alias->setText(u"Harbour House IT"_s);
            press(*import, u"compared"_s);
            m_camera.take(*import, u"import"_s);
        },
        [=, this] {
            if (auto* import = find<ImportDialog>(manager(), u"importDialog"_s))
                press(*import, u"confirmImport"_s);
            if (m_desktop.roots().roots().isEmpty())
                return fail(u"the root CA was not imported"_s);
            m_camera.take(manager(), u"user-trust-store"_s);
        },
        [=, this] {
            manager().showHosts({});
            m_camera.take(manager(), u"no-longer-needed"_s);
        },
        [=, this] {
            if (auto* banner = find<MessageBar>(manager(), u"unneededBanner"_s))
                emit banner->actionClicked();
            m_camera.take(manager(), u"removed"_s);
        },
        [=, this] {
            if (m_desktop.keys().open(m_keys.filePath(u"keys"_s)))
                return fail(u"the User Key Store could not be opened"_s);
            manager().showTab(Tab::UserKeyStore);
            press(manager(), u"newKey"_s);
        },
        [=, this] {
            auto* dialog = find<QDialog>(manager(), u"newKeyDialog"_s);
            auto* name = dialog ? find<QLineEdit>(*dialog, u"newKeyName"_s) : nullptr;
            if (!name)
                return;
            name->setText(u"Alarms of Harbour House"_s);
            m_camera.take(*dialog, u"new-key"_s);
        },
        [=, this] {
            if (auto* dialog = find<QDialog>(manager(), u"newKeyDialog"_s))
                press(*dialog, u"makeKey"_s);
        },
        [=, this] {
            if (auto* said = find<MessageBar>(manager(), u"trustMessage"_s))
                said->hide(); // that there is no key ring here
            find<QTableView>(manager(), u"userKeyStore"_s)->selectRow(0);
            m_camera.take(manager(), u"user-key-store"_s);
        },
        [=, this] {
            manager().hide();
            // As copied from the station: its store knows the root CA of one server.
            QFile store(m_keys.filePath(u"truststore.pem"_s));
            if (!store.open(QIODevice::WriteOnly) ||
                store.write(toPem(m_desktop.roots().roots().first().certificate.der)) < 0)
                return fail(u"the trust store could not be written"_s);
            store.close();
            if (auto* action = find<QAction>(m_desktop.window(), u"toolsStationStores"_s))
                action->trigger();
            if (auto* stores = find<StationStoresDialog>(m_desktop.window(), u"stationStores"_s))
                stores->give({store.fileName()});
        },
        [=, this] {
            if (m_desktop.stationStores().known().stores.isEmpty())
                return fail(u"the trust store was not read"_s);
            if (auto* stores = find<StationStoresDialog>(m_desktop.window(), u"stationStores"_s))
                m_camera.take(*stores, u"station-stores"_s);
        },
        [=, this] {
            if (auto* stores = find<StationStoresDialog>(m_desktop.window(), u"stationStores"_s))
                stores->close();
        },
    };
}

} // namespace stationer
