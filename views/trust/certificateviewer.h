#pragma once

#include "trust/judge.h"
#include "views/common/dialog.h"
#include "views/trust/trustrooms.h"

#include <optional>

class QBoxLayout;

namespace stationer {

class CertificateDetailsTree;
class CertificateView;
class ChainTree;
class NoteLine;
class PlainLabel;
class ValidityBar;
class WhatIf;

/// A certificate to be looked at, and where it was met.
struct ViewedCertificate {
    CertificateChain chain;       ///< it first, then what came with it
    std::optional<Endpoint> host; ///< nothing: it lies in a store
    std::optional<AllowedHost> row = {};
};

/// The Certificate Viewer: the chain as a tree with each certificate's findings, what each says, and what the judge says of
/// it all, also where something were otherwise. It changes nothing; it is opened with open().
class CertificateViewer : public Dialog {
    Q_OBJECT
public:
    CertificateViewer(ViewedCertificate viewed, std::function<TrustAnchors(TrustRooms::Roots)> anchors, const QDateTime& now,
                      QWidget* parent = nullptr);
    /// One that goes when it is closed, as of now.
    static void openOver(QWidget& parent, ViewedCertificate viewed, std::function<TrustAnchors(TrustRooms::Roots)> anchors);

    const Judgement& judgement() const { return m_judgement; } ///< as shown

private:
    QWidget* makeGeneral();
    void makeButtons(QBoxLayout& layout);
    void judgeAgain();
    void showVerdict(const QDateTime& time);
    void showCertificate(const CertificateFacts& certificate);
    QList<QByteArray> shownChain() const;

    ViewedCertificate m_viewed;
    std::function<TrustAnchors(TrustRooms::Roots)> m_anchors;
    Judgement m_judgement;
    CertificateFacts m_shown;
    PlainLabel* m_shield;
    PlainLabel* m_verdict;
    PlainLabel* m_reason;
    ChainTree* m_chain;
    CertificateView* m_general = nullptr;
    ValidityBar* m_validity = nullptr;
    PlainLabel* m_remarks = nullptr;
    CertificateDetailsTree* m_details;
    WhatIf* m_whatIf;
};

} // namespace stationer
