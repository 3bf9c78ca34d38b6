#pragma once

#include "connection/report.h"

#include <QScrollArea>

namespace stationer {

/// What there is to know for the answer to a challenge: what was found, the certificate, beside it the one before where there
/// was another, and the chain.
class ChallengeFacts : public QScrollArea {
    Q_OBJECT
public:
    ChallengeFacts(const Judgement& trust, const QDateTime& now, QWidget* parent = nullptr);
};

} // namespace stationer
