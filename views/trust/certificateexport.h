#pragma once

#include "trust/certificatefacts.h"

#include <QList>
#include <QObject>

class QWidget;

namespace stationer {

/// Certificates on their way into a file: asks for a name and a format, and writes. It goes when it is done.
class CertificateExport : public QObject {
    Q_OBJECT
public:
    explicit CertificateExport(QWidget& parent);
    /// `ders` go together as PEM or PKCS#7; the first alone as DER. The name is made from `first`.
    void choose(const QList<QByteArray>& ders, const CertificateSketch& first);
    /// Writes to this file in the format that its ending names; PEM for any other.
    void write(const QList<QByteArray>& ders, const QString& path);

signals:
    void failed(const QString& sentence);
    void written(const QString& path);

private:
    QWidget& m_parent;
};

} // namespace stationer
