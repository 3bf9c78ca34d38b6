#include "views/trust/rootimport.h"

#include "session/trustedits.h"
#include "trust/truststores.h"
#include "views/common/plaintext.h"
#include "views/trust/importdialog.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr qint64 largestRootFile = 8 * 1024 * 1024;
}

RootImport::RootImport(UserTrustStore& store, TrustEdits& edits, QWidget& parent)
    : QObject(&parent), m_store(store), m_edits(edits), m_parent(parent)
{
}

void RootImport::fromFile(const QString& wanted)
{
    auto* dialog = new QFileDialog(&m_parent);
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setWindowTitle(wanted.isEmpty() ? tr("Import Root CA")
                                            : tr("Import Root CA: the File of «%1»").arg(shownOnOneLine(wanted, 80)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c *.p12 *.pfx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RootImport::fromPath);
    dialog->open();
}

void RootImport::fromPath(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        fromBytes(file.read(largestRootFile + 1)); // one more, so that the importer sees that it is too large
    else
        emit failed(tr("%1 could not be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
}

void RootImport::fromClipboard()
{
    if (const QMimeData* data = QGuiApplication::clipboard()->mimeData())
        fromDrop(*data);
}

bool RootImport::canTake(const QMimeData& data) const
{
    return data.hasUrls() || data.hasText();
}

void RootImport::fromDrop(const QMimeData& data)
{
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            return fromPath(url.toLocalFile());
    fromBytes(data.text().left(largestRootFile).toUtf8());
}

void RootImport::fromBytes(const QByteArray& bytes)
{
    QList<QByteArray> present;
    for (const UserRoot& root : m_store.roots())
        present += root.certificate.der;
    auto* dialog = new ImportDialog(bytes, present, QDateTime::currentDateTimeUtc(), &m_parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::confirmed, this, [this](const QList<UserRoot>& roots) {
        m_edits.import(roots);
        emit imported();
    });
    dialog->open();
}

} // namespace stationer
