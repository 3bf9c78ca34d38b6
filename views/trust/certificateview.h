#pragma once

#include "trust/certificatefacts.h"

#include <QDateTime>
#include <QWidget>

class QGridLayout;

namespace stationer {

/// What a certificate says, one field a row, as plain text that can be selected. With another one to compare, the two stand
/// side by side and what differs is marked.
class CertificateView : public QWidget {
    Q_OBJECT
public:
    explicit CertificateView(QWidget* parent = nullptr);
    enum class Part { All, Essential, Rest }; ///< of which only All has the fingerprint
    void show(const CertificateFacts& facts, const QDateTime& now, Part part = Part::All);
    void compare(const CertificateFacts& before, const CertificateFacts& now, const QDateTime& time);

private:
    void clear();
    void addRow(const QString& label, const QString& value, bool isFingerprint = false);
    void addPair(const QString& label, const QString& before, const QString& now, bool isFingerprint = false);
    QGridLayout* m_grid;
};

/// Three lists of the same length and order: the labels and, of one certificate, the values.
struct CertificateField {
    QString label;
    QString value;
    bool isFingerprint = false;
    bool isEssential = false; ///< for whom it is, from whom and for how long
};
QList<CertificateField> certificateFields(const CertificateFacts& facts, const QDateTime& now);

} // namespace stationer
