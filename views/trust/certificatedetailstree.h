#pragma once

#include "trust/certificatedetails.h"
#include "trust/certificatefacts.h"

#include <QTreeWidget>

namespace stationer {

/// Everything a certificate says, field by field: names, key, extensions with their meaning, fingerprints. Fields can be
/// copied.
class CertificateDetailsTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit CertificateDetailsTree(QWidget* parent = nullptr);
    void show(const CertificateFacts& facts);
    QString text() const; ///< all of it, a field a line

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTreeWidgetItem* add(QTreeWidgetItem* under, const QString& field, const QString& value);
    void addExtensions(const QList<CertificateExtension>& extensions);
};

} // namespace stationer
