#include "views/trust/trustfilter.h"

#include "items/roles.h"

#include <algorithm>

namespace stationer {

TrustFilter::TrustFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(int(TrustRole::Sort));
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void TrustFilter::setWords(const QString& text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool TrustFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_words.isEmpty())
        return true;
    const QString searched = sourceModel()->index(row, 0, parent).data(int(TrustRole::Searched)).toString();
    return std::ranges::all_of(m_words, [&](const QString& word) { return searched.contains(word, Qt::CaseInsensitive); });
}

} // namespace stationer
