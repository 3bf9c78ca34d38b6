#include "views/trust/truststoretabs.h"

#include "items/systemtruststoremodel.h"
#include "items/usertruststoremodel.h"
#include "session/trustedits.h"
#include "views/trust/rootimport.h"

#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace stationer {

SystemTrustStoreTab::SystemTrustStoreTab(const TrustRooms& rooms, QWidget* parent)
    : SystemTrustStoreTab(new SystemTrustStoreModel, rooms, parent)
{
}

SystemTrustStoreTab::SystemTrustStoreTab(SystemTrustStoreModel* model, const TrustRooms& rooms, QWidget* parent)
    : CertificatesTab(*model, rooms, tr("System Trust Store"),
                      tr("This computer has no root CAs.\nThey come with the operating system: the package "
                         "ca-certificates, for instance."),
                      parent),
      m_model(model)
{
    m_model->setParent(this);
    table()->setObjectName(u"systemTrustStore"_s);
    addView();
    addExport();
}

void SystemTrustStoreTab::showEvent(QShowEvent* event)
{
    CertificatesTab::showEvent(event);
    QTimer::singleShot(0, m_model, &SystemTrustStoreModel::load); // the window is there first
}

UserTrustStoreTab::UserTrustStoreTab(const TrustRooms& rooms, QWidget* parent)
    : CertificatesTab(*new UserTrustStoreModel(rooms.roots), rooms, tr("User Trust Store"),
                      tr("No root CAs of your own.\nImport the root CA file that the customer's IT gave you, or drop it "
                         "here; its certificates are then trusted without an exemption."),
                      parent),
      m_import(new RootImport(rooms.roots, rooms.edits, *this))
{
    table()->setObjectName(u"userTrustStore"_s);
    connect(m_import, &RootImport::failed, this, &CertificatesTab::failed);
    addView();
    add(tr("&Import…"), u"importRootFile"_s, Needs::Nothing, [this] { m_import->fromFile(); });
    add(tr("&Paste"), u"pasteRoot"_s, Needs::Nothing, [this] { m_import->fromClipboard(); });
    addExport();
    setDeleteButton(
        add(tr("&Delete"), u"deleteRoot"_s, Needs::Some, [this] { this->rooms().edits.removeRoots(selectedAliases()); }));
    auto* paste = new QShortcut(QKeySequence::Paste, table());
    paste->setContext(Qt::WidgetShortcut);
    connect(paste, &QShortcut::activated, this, [this] { m_import->fromClipboard(); });
}

} // namespace stationer
