#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace stationer {

/// Sorts a trust table by what its columns mean, and leaves the rows that hold every word of a filter.
class TrustFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TrustFilter(QObject* parent = nullptr);
    void setWords(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

} // namespace stationer
