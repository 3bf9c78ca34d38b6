#include "items/trustcell.h"

#include <QLocale>

namespace stationer {

TrustCell TrustCell::date(const QDateTime& when)
{
    return {when.isValid() ? QLocale().toString(when.toLocalTime().date(), QLocale::ShortFormat) : QString(), when};
}

QVariant trustData(int role, const TrustCell& cell, const TrustState& state, const QByteArray& sha256, const QByteArray& der)
{
    if (role == Qt::DisplayRole)
        return cell.shown;
    if (role < int(TrustRole::Sort) || role > int(TrustRole::Der))
        return {};
    switch (TrustRole(role)) {
    case TrustRole::Sort:
        return cell.sort;
    case TrustRole::Badge:
        return int(state.badge);
    case TrustRole::BadgeText:
        return state.text;
    case TrustRole::Sha256:
        return QString::fromLatin1(sha256);
    case TrustRole::Der:
        return der;
    }
    return {};
}

} // namespace stationer
