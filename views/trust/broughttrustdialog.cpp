#include "views/trust/broughttrustdialog.h"

#include "items/allowedhostsmodel.h"
#include "items/usertruststoremodel.h"
#include "session/opentrust.h"
#include "views/common/plaintext.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/trusttable.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

BroughtTrustDialog::BroughtTrustDialog(OpenTrust& trust, std::function<TrustAnchors(TrustRooms::Roots)> anchors,
                                       QWidget* parent)
    : Dialog(parent), m_anchors(std::move(anchors))
{
    setObjectName(u"broughtTrustDialog"_s);
    setWindowTitle(tr("What This Station Brings With It"));
    setAttribute(Qt::WA_DeleteOnClose);
    const BroughtTrust brought = trust.brought();
    m_roots.import(brought.roots);
    m_hosts.put(brought.hosts);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    auto* heading = new PlainLabel(describe(brought), this);
    heading->setHeading(1.2);
    heading->setWrapped();
    auto* words =
        new PlainLabel(tr("Nothing of it is used yet. A root CA vouches for every host that it signs, an exemption for "
                          "one certificate. Use them only where you know who made them, and compare the fingerprints "
                          "with their owners."),
                       this);
    words->setWrapped();
    layout->addWidget(heading);
    layout->addWidget(words);
    if (!brought.roots.isEmpty())
        layout->addWidget(addRoots(), 1);
    if (!brought.hosts.isEmpty())
        layout->addWidget(addHosts(), 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* use = buttons->addButton(tr("&Use Them"), QDialogButtonBox::ActionRole);
    use->setObjectName(u"useBrought"_s);
    QPushButton* leave = buttons->addButton(tr("&Leave Them"), QDialogButtonBox::ActionRole);
    leave->setObjectName(u"leaveBrought"_s);
    buttons->button(QDialogButtonBox::Close)->setDefault(true); // looking is no answer
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, &trust, &OpenTrust::adopt);
    connect(leave, &QPushButton::clicked, &trust, &OpenTrust::leave);
    for (const QPushButton* answer : {use, leave})
        connect(answer, &QPushButton::clicked, this, &QDialog::accept);
    connect(&trust, &OpenTrust::entered, this, &QDialog::reject); // another station
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 40);
}

TrustTable* BroughtTrustDialog::addRoots()
{
    auto* model = new UserTrustStoreModel(m_roots, this);
    auto* table = new TrustTable(*model, tr("Root CAs"), {}, this);
    table->table()->setObjectName(u"broughtRoots"_s);
    const auto show = [this, model, table] {
        for (const int row : table->selectedRows())
            if (const UserRoot* const root =
                    m_roots.find(model->index(row, CertificatesModel::AliasColumn).data().toString()))
                return view({root->certificate.der}, std::nullopt);
    };
    connect(table->addButton(tr("&View…"), u"viewBroughtRoot"_s, TrustTable::Needs::One), &QPushButton::clicked, this, show);
    return table;
}

TrustTable* BroughtTrustDialog::addHosts()
{
    auto* model = new AllowedHostsModel(m_hosts, this);
    auto* table = new TrustTable(*model, tr("Allowed Hosts"), {}, this);
    table->table()->setObjectName(u"broughtHosts"_s);
    for (const int column : {AllowedHostsModel::CreatedColumn, AllowedHostsModel::LastUsedColumn,
                             AllowedHostsModel::UsedByColumn, AllowedHostsModel::NotBeforeColumn})
        table->table()->hideColumn(column);
    const auto show = [this, model, table] {
        for (const int row : table->selectedRows())
            if (const ListedHost* const listed = model->rowAt(row); listed && !listed->host.chain.isEmpty())
                return view(listed->host.chain, listed->host);
    };
    connect(table->addButton(tr("Vie&w…"), u"viewBroughtHost"_s, TrustTable::Needs::One), &QPushButton::clicked, this, show);
    return table;
}

void BroughtTrustDialog::view(const CertificateChain& chain, const std::optional<AllowedHost>& row)
{
    ViewedCertificate viewed{chain, std::nullopt, row};
    if (row)
        viewed.host = row->host;
    CertificateViewer::openOver(*this, viewed, m_anchors);
}

} // namespace stationer
