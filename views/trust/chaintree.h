#pragma once

#include "trust/judge.h"

#include <QTreeWidget>

namespace stationer {

/// The chain as the server sent it or as it was built: the root at the top, each certificate under its issuer, each with its
/// own errors.
class ChainTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit ChainTree(QWidget* parent = nullptr);
    void show(const Judgement& judgement, const QDateTime& now);
    void select(int depth); ///< 0 is the leaf
    QSize sizeHint() const override;

signals:
    void certificateSelected(const stationer::CertificateFacts& certificate);

private:
    QList<CertificateFacts> m_chain; ///< the leaf first
};

} // namespace stationer
