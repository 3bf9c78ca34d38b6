#pragma once

#include "trust/importer.h"
#include "trust/truststores.h"
#include "views/common/dialog.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace stationer {

/// What was found to import, before anything is imported: each certificate with what it is and why it can or cannot be a
/// root CA. Locked PKCS#12 is asked its password here. A CA vouches for every host, so the import asks to confirm that the
/// fingerprint was compared. Enter means Cancel.
class ImportDialog : public Dialog {
    Q_OBJECT
public:
    /// `present` are the store's certificates in DER.
    ImportDialog(const QByteArray& bytes, const QList<QByteArray>& present, const QDateTime& now, QWidget* parent = nullptr);

signals:
    void confirmed(const QList<stationer::UserRoot>& roots);

private:
    struct Offered {
        CertificateFacts certificate;
        QCheckBox* isWanted;
        QLineEdit* alias;
    };
    void preview(const Secret& password);
    void addFind(const ImportFind& find, bool isInFull, QVBoxLayout& layout);
    void addPassword(bool wasWrong, QVBoxLayout& layout);
    void follow();
    void import();

    QByteArray m_bytes;
    QList<QByteArray> m_present;
    QDateTime m_now;
    QList<Offered> m_offered;
    QScrollArea* m_scroll;
    QWidget* m_meaning;
    QCheckBox* m_compared;
    QPushButton* m_import;
    QPushButton* m_cancel;
};

} // namespace stationer
