#include "views/trust/trustwindow.h"

#include "trust/importer.h"
#include "views/common/messagebar.h"
#include "views/common/plaintext.h"
#include "views/trust/certificateview.h"
#include "views/trust/importdialog.h"
#include "views/trust/trusttable.h"

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr qint64 largestImport = 8 * 1024 * 1024;
}

TrustWindow::TrustWindow(AllowedHosts& hosts, UserTrustStore& store, QWidget* parent)
    : QDialog(parent), m_hosts(hosts), m_store(store), m_hostsModel(new AllowedHostsModel(hosts, this)),
      m_rootsModel(new UserTrustStoreModel(store, this)), m_tabs(new QTabWidget(this)), m_message(new MessageBar(this))
{
    setObjectName(u"trustWindow"_s);
    setWindowTitle(tr("Allowed Hosts and User Trust Store"));
    setSizeGripEnabled(true);
    setAcceptDrops(true);
    m_tabs->setObjectName(u"trustTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeHosts(), tr("&Allowed Hosts"));
    m_tabs->addTab(makeRoots(), tr("&User Trust Store"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(12, 0, 12, 12);
    bottom->addWidget(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(bottom);
    resize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 30);
    connect(&m_hosts, &AllowedHosts::changed, this, &TrustWindow::trustChanged);
    connect(&m_store, &UserTrustStore::changed, this, &TrustWindow::trustChanged);
}

QWidget* TrustWindow::makeHosts()
{
    auto* table =
        new TrustTable(*m_hostsModel, tr("Allowed Hosts"),
                       tr("No exemptions.\nWhen a connection test meets a certificate that cannot be verified, your "
                          "answer stands here: approved, rejected, or not given yet."),
                       this);
    table->table()->setObjectName(u"allowedHosts"_s);
    const auto each = [this, table](auto act) {
        for (const int row : table->selectedRows())
            complain(act(row));
    };
    QPushButton* look = table->addButton(tr("&View…"), u"viewHost"_s, TrustTable::Needs::Selection);
    const auto viewRow = [this](int row) {
        if (const AllowedHost* host = m_hostsModel->hostAt(row); host && !host->chain.isEmpty())
            view(host->chain.first());
    };
    connect(look, &QPushButton::clicked, this, [table, viewRow] {
        if (const QList<int> rows = table->selectedRows(); !rows.isEmpty())
            viewRow(rows.last());
    });
    connect(table, &TrustTable::rowActivated, this, viewRow);
    QPushButton* approve = table->addButton(tr("A&pprove"), u"approveHost"_s, TrustTable::Needs::Selection);
    connect(approve, &QPushButton::clicked, this,
            [this, each] { each([this](int row) { return m_hostsModel->approve(row); }); });
    QPushButton* unapprove = table->addButton(tr("U&napprove"), u"unapproveHost"_s, TrustTable::Needs::Selection);
    connect(unapprove, &QPushButton::clicked, this,
            [this, each] { each([this](int row) { return m_hostsModel->unapprove(row); }); });
    QPushButton* forget = table->addButton(tr("&Delete"), u"deleteHost"_s, TrustTable::Needs::Selection);
    connect(forget, &QPushButton::clicked, this,
            [this, each] { each([this](int row) { return m_hostsModel->forget(row); }); });
    return table;
}

QWidget* TrustWindow::makeRoots()
{
    auto* table =
        new TrustTable(*m_rootsModel, tr("User Trust Store"),
                       tr("No root CAs of your own.\nImport the root CA file that the customer's IT gave you, or drop it "
                          "here; its certificates are then trusted without an exemption."),
                       this);
    table->table()->setObjectName(u"userTrustStore"_s);
    QPushButton* import = table->addButton(tr("&Import…"), u"importRootFile"_s, TrustTable::Needs::Nothing);
    connect(import, &QPushButton::clicked, this, &TrustWindow::importFromFile);
    QPushButton* look = table->addButton(tr("&View…"), u"viewRoot"_s, TrustTable::Needs::Selection);
    const auto viewRow = [this](int row) {
        if (const UserRoot* root = m_rootsModel->rootAt(row))
            view(root->certificate.der);
    };
    connect(look, &QPushButton::clicked, this, [table, viewRow] {
        if (const QList<int> rows = table->selectedRows(); !rows.isEmpty())
            viewRow(rows.last());
    });
    connect(table, &TrustTable::rowActivated, this, viewRow);
    QPushButton* remove = table->addButton(tr("&Delete"), u"deleteRoot"_s, TrustTable::Needs::Selection);
    connect(remove, &QPushButton::clicked, this, [this, table] {
        for (const int row : table->selectedRows())
            complain(m_rootsModel->remove(row));
    });
    return table;
}

void TrustWindow::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab == Tab::AllowedHosts ? 0 : 1);
}

void TrustWindow::importFromFile()
{
    auto* dialog = new QFileDialog(this, tr("Import Root CA"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer *.der)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            importBytes(file.read(largestImport));
        else
            m_message->say(Badge::Fault, tr("%1 could not be read: %2").arg(path, file.errorString()));
    });
    dialog->open();
}

void TrustWindow::importBytes(const QByteArray& bytes)
{
    showTab(Tab::UserTrustStore);
    QList<QByteArray> present;
    for (const UserRoot& root : m_store.roots())
        present += root.certificate.der;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    auto* dialog = new ImportDialog(previewImport(bytes, present, now), now, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::confirmed, this, [this](const QList<CertificateFacts>& roots) {
        for (const CertificateFacts& root : roots)
            complain(m_store.import(root));
    });
    dialog->open();
}

void TrustWindow::view(const QByteArray& der)
{
    const std::optional<CertificateFacts> facts = certificateFacts(der);
    if (!facts)
        return;
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"certificateDialog"_s);
    dialog->setWindowTitle(tr("Certificate – %1").arg(shownOnOneLine(facts->commonName, 80)));
    auto* certificate = new CertificateView(dialog);
    certificate->show(*facts, QDateTime::currentDateTimeUtc());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(certificate);
    layout->addStretch();
    layout->addWidget(buttons);
    dialog->resize(fontMetrics().averageCharWidth() * 90, dialog->sizeHint().height());
    dialog->open();
}

void TrustWindow::complain(const std::optional<TrustFileFault>& fault)
{
    if (fault)
        m_message->say(Badge::Fault, describe(*fault));
}

void TrustWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void TrustWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    QFile file(urls.isEmpty() ? QString() : urls.first().toLocalFile());
    if (file.open(QIODevice::ReadOnly))
        importBytes(file.read(largestImport));
}

} // namespace stationer
