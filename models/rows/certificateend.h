#pragma once

#include "terms/badge.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace stationer {

struct Report;

/// From how many days left on a certificate's end is said, gravely, and urgently.
inline constexpr qint64 soonDays = 30;
inline constexpr qint64 nearDays = 14;
inline constexpr qint64 urgentDays = 7;

/// When the certificates that a test met end. The first of the chain to end ends the whole.
struct CertificateEnd {
    QString name; ///< of the one that ends first
    QString subject, issuer;
    QDateTime notAfter;
    qint64 days = 0; ///< of the calendar that are left, as wherever a certificate is shown; below zero once it has ended
    bool isEnded = false;

    QString text() const;    ///< «12 days left», «expired yesterday»
    QString brief() const;   ///< the same for a badge: «12 d»
    QString toolTip() const; ///< plain text
    Badge badge() const;     ///< graver within 30, 14 and 7 days; None before

    bool operator==(const CertificateEnd&) const = default;
};

/// Nothing where the test met no certificate.
std::optional<CertificateEnd> certificateEnd(const Report& report, const QDateTime& now);

} // namespace stationer
