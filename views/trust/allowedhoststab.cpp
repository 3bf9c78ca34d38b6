#include "views/trust/allowedhoststab.h"

#include "items/allowedhostsmodel.h"
#include "session/trustedits.h"
#include "session/unneededhosts.h"
#include "views/common/messagebar.h"
#include "views/common/noteline.h"
#include "views/trust/certificateexport.h"
#include "views/trust/certificateviewer.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

AllowedHostsTab::AllowedHostsTab(const TrustRooms& rooms, QWidget* parent)
    : QWidget(parent), m_rooms(rooms), m_model(new AllowedHostsModel(rooms.hosts, this)), m_banner(new MessageBar(this)),
      m_table(new TrustTable(*m_model, tr("Allowed Hosts"),
                             tr("No exemptions.\nWhen a connection test meets a certificate that cannot be verified, your "
                                "answer stands here: approved, rejected, or not given yet."),
                             this)),
      m_change(new NoteLine(this))
{
    m_banner->setObjectName(u"unneededBanner"_s);
    m_table->table()->setObjectName(u"allowedHosts"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(12, 0, 12, 12);
    below->addWidget(m_change);
    layout->addLayout(below);
    m_change->setObjectName(u"changedHost"_s);
    using Column = AllowedHostsModel::Column;
    m_table->showFirst({Column::HostColumn, Column::PortColumn, Column::ApprovalColumn, Column::UsedByColumn,
                        Column::NotAfterColumn, Column::NoteColumn, Column::LastUsedColumn, Column::ExpiresColumn});
    addButtons();
    connect(&m_rooms.unneeded, &UnneededHosts::found, this, &AllowedHostsTab::showUnneeded);
    connect(m_banner, &MessageBar::actionClicked, this, [this] { m_rooms.unneeded.remove(m_rooms.unneeded.hosts()); });
    connect(m_table->table()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AllowedHostsTab::followSelection);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AllowedHostsTab::followSelection);
    connect(m_change, &NoteLine::remedyClicked, this, [this] {
        const QList<Endpoint> hosts = selected();
        if (const auto row = hosts.isEmpty() ? std::nullopt : m_rooms.hosts.find(hosts.first()))
            viewChain(*row, row->verifiedChain);
    });
    followSelection();
    showUnneeded(m_rooms.unneeded.hosts());
    connect(m_model, &AllowedHostsModel::noteTyped, &m_rooms.edits, &TrustEdits::setNote);
}

void AllowedHostsTab::addButtons()
{
    using Needs = TrustTable::Needs;
    const auto add = [this](const QString& text, const QString& name, Needs needs, auto act,
                            std::function<bool(int row)> fits = {}) {
        QPushButton* button = m_table->addButton(text, name, needs, std::move(fits));
        connect(button, &QPushButton::clicked, this, act);
        return button;
    };
    add(tr("&View…"), u"viewHost"_s, Needs::One, [this] { view(); });
    add(
        tr("A&pprove"), u"approveHost"_s, Needs::Some, [this] { m_rooms.edits.approve(selected()); },
        [this](int row) { return TrustEdits::canApprove(*m_model->hostAt(row)); });
    add(
        tr("U&napprove"), u"unapproveHost"_s, Needs::Some, [this] { m_rooms.edits.unapprove(selected()); },
        [this](int row) { return TrustEdits::canUnapprove(*m_model->hostAt(row)); });
    add(tr("&Get Certificate…"), u"getCertificate"_s, Needs::Nothing, [this] { emit fetchRequested(); });
    add(tr("&Export…"), u"exportHost"_s, Needs::Some, [this] { exportSelected(); });
    m_table->setDeleteButton(add(tr("&Delete"), u"deleteHost"_s, Needs::Some, [this] { m_rooms.edits.forget(selected()); }));
}

void AllowedHostsTab::setUsers(const QList<HostUser>& users)
{
    m_model->setUsers(users);
}

void AllowedHostsTab::filterBy(const QString& text)
{
    //: %1 is a host and port
    m_table->filterBy(text, tr("No exemption for %1.\nClear the filter to see all hosts.").arg(text));
}

QList<Endpoint> AllowedHostsTab::selected() const
{
    QList<Endpoint> hosts;
    for (const int row : m_table->selectedRows())
        hosts += m_model->hostAt(row)->host;
    return hosts;
}

void AllowedHostsTab::view()
{
    const QList<Endpoint> hosts = selected();
    const std::optional<AllowedHost> row = hosts.isEmpty() ? std::nullopt : m_rooms.hosts.find(hosts.first());
    if (!row)
        return;
    if (row->chain.isEmpty())
        return emit failed(tr("The certificate of %1 is not kept here. Get it again to see it.").arg(row->host.toString()));
    viewChain(*row, row->chain);
}

void AllowedHostsTab::viewChain(const AllowedHost& row, const CertificateChain& chain)
{
    CertificateViewer::openOver(*this, {chain, row.host, row}, m_rooms.anchors);
}

void AllowedHostsTab::followSelection()
{
    const QList<int> rows = m_table->selectedRows();
    const QString change = rows.size() == 1 ? m_model->changeOf(rows.first()) : QString();
    m_change->setVisible(!change.isEmpty());
    if (change.isEmpty())
        return m_change->setNote(Badge::None, {});
    //: %1 is a host and port; below it stand both fingerprints
    m_change->setNote(Badge::Warning,
                      tr("%1 has shown another certificate since. Test its account again to answer it.")
                              .arg(m_model->hostAt(rows.first())->host.toString()) +
                          u'\n' + change,
                      tr("View the New One…"));
}

void AllowedHostsTab::exportSelected()
{
    QList<QByteArray> ders;
    std::optional<CertificateSketch> first;
    for (const int row : m_table->selectedRows()) {
        const ListedHost* host = m_model->rowAt(row);
        if (!host->leaf())
            continue;
        if (!first)
            first = host->leaf();
        ders += host->leaf()->der;
    }
    if (!first)
        return;
    auto* way = new CertificateExport(*this);
    connect(way, &CertificateExport::failed, this, &AllowedHostsTab::failed);
    way->choose(ders, *first);
}

void AllowedHostsTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_rooms.unneeded.lookSoon();
}

void AllowedHostsTab::showUnneeded(const QList<Endpoint>& hosts)
{
    m_model->setUnneeded(hosts);
    if (hosts.isEmpty())
        return m_banner->hide();
    m_banner->say(Badge::Info,
                  hosts.size() == 1 ? tr("1 exemption no longer needed")
                                    : tr("%1 exemptions no longer needed").arg(hosts.size()),
                  tr("Remove"));
}

} // namespace stationer
