#pragma once

#include "connection/report.h"

#include <QScrollArea>

namespace stationer {

class PlainLabel;

/// What there is to know for the answer to a challenge: what was found where that is more than the headline says, for whom
/// the certificate is, from whom and for how long, beside it the one before where there was another; and folded the rest of
/// it and the chain. It is as high as that.
class ChallengeFacts : public QScrollArea {
    Q_OBJECT
public:
    ChallengeFacts(const Judgement& trust, const QDateTime& now, QWidget* parent = nullptr);

    /// The user accepted the same certificate there. Where it is the first one seen here, that is said instead.
    void setAcceptedElsewhere(const Endpoint& host);
    bool isCompared() const { return m_isCompared; } ///< the two fingerprints stand side by side

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void folded(); ///< or unfolded: it wants another height

private:
    QWidget* makeDetails(const Judgement& trust, const QDateTime& now);

    bool m_isFirst = false;
    bool m_isCompared = false;
    PlainLabel* m_seen;
};

} // namespace stationer
