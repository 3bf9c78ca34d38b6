#include "views/trust/certificateexport.h"

#include "trust/alias.h"
#include "trust/exporter.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace stationer {

CertificateExport::CertificateExport(QWidget& parent) : QObject(&parent), m_parent(parent) {}

void CertificateExport::choose(const QList<QByteArray>& ders, const CertificateSketch& first)
{
    auto* dialog = new QFileDialog(&m_parent, tr("Export Certificates"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters{tr("PEM, text (*.pem)")};
    if (ders.size() == 1)
        filters += tr("DER (*.cer)");
    filters += tr("PKCS#7 (*.p7b)");
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(u"pem"_s);
    const QString name = fileSafeAlias(first.commonName.isEmpty() ? first.organization : first.commonName);
    dialog->selectFile(name.isEmpty() ? u"certificate"_s : name.left(80));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        const qsizetype dot = filter.lastIndexOf(u"*."_s);
        dialog->setDefaultSuffix(filter.mid(dot + 2, 3));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, ders](const QString& path) { write(ders, path); });
    connect(dialog, &QDialog::finished, this, &QObject::deleteLater);
    dialog->open();
}

void CertificateExport::write(const QList<QByteArray>& ders, const QString& path)
{
    ExportFormat format = ExportFormat::Pem;
    for (const ExportFormat one : {ExportFormat::Der, ExportFormat::Pkcs7})
        if (path.endsWith(u'.' + suffixOf(one), Qt::CaseInsensitive) ||
            (one == ExportFormat::Der && path.endsWith(u".der"_s)))
            format = one;
    const std::optional<QByteArray> bytes = exported(ders, format);
    if (!bytes) {
        emit failed(tr("DER holds one certificate, and there are %1. Choose PEM or PKCS#7.").arg(ders.size()));
        return;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit())
        emit written(path);
    else
        emit failed(tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace stationer
