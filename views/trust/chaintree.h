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
    QSize sizeHint() const override;
};

} // namespace stationer
