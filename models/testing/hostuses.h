#pragma once

#include "connection/report.h"
#include "trust/allowedhosts.h"

#include <QObject>
#include <QTimer>

namespace stationer {

/// What tests show of the rows of Allowed Hosts that they meet: that one was used, is not needed any more, or that its
/// server has another certificate. It goes to the list some at a time: each time the whole of it is written.
class HostUses : public QObject {
    Q_OBJECT
public:
    explicit HostUses(AllowedHosts& hosts, QObject* parent = nullptr);
    ~HostUses() override;

    void note(const Report& report);
    void write(); ///< what was noted goes to the list now

signals:
    void faulted(const stationer::TrustFileFault& fault); ///< the list could not be written; no reason to fail a test

private:
    void note(const std::optional<Judgement>& trust);

    AllowedHosts& m_hosts;
    QList<HostUse> m_uses;
    QTimer m_later;
};

} // namespace stationer
