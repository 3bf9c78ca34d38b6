#pragma once

#include "trust/importer.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace stationer {

/// What was found to import, before anything is imported: each certificate with what it is and why it can or cannot be a root CA.
/// A CA vouches for every host, so the import asks to confirm that the fingerprint was compared.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    ImportDialog(const ImportPreview& preview, const QDateTime& now, QWidget* parent = nullptr);

signals:
    void confirmed(const QList<stationer::CertificateFacts>& roots);

private:
    QCheckBox* m_compared = nullptr;
    QPushButton* m_import = nullptr;
};

} // namespace stationer
