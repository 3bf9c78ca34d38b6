#include "views/trust/challengefacts.h"

#include "diagnosis/diagnosis.h"
#include "terms/dates.h"
#include "views/common/plaintext.h"
#include "views/trust/certificateview.h"
#include "views/trust/chaintree.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

PlainLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new PlainLabel(text, parent);
    label->setHeading(1);
    return label;
}

/// The first certificate seen here, the same as before, or another one.
QString seenBefore(const Judgement& trust)
{
    if (!trust.row || trust.sent.isEmpty())
        return ChallengeFacts::tr("This is the first certificate seen here.");
    const QString date = shownDay(trust.row->created);
    if (trust.row->sha256 == trust.sent.first().sha256)
        return ChallengeFacts::tr("This certificate was seen here before, first on %1.").arg(date);
    return ChallengeFacts::tr("Another certificate was seen here on %1.").arg(date);
}

} // namespace

ChallengeFacts::ChallengeFacts(const Judgement& trust, const QDateTime& now, QWidget* parent) : QScrollArea(parent)
{
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* facts = new QVBoxLayout(content);
    facts->setContentsMargins(16, 12, 16, 12);
    facts->setSpacing(8);
    if (!trust.errors.isEmpty()) {
        facts->addWidget(heading(tr("What was found"), content));
        for (const TrustFinding& finding : trust.errors) {
            auto* reason = new PlainLabel(u"• "_s + describe(finding, trust, now), content);
            reason->setWrapped();
            reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
            reason->setObjectName(u"reason"_s);
            facts->addWidget(reason);
        }
    }
    facts->addWidget(heading(tr("Certificate"), content));
    auto* seen = new PlainLabel(seenBefore(trust), content);
    seen->setObjectName(u"seenBefore"_s);
    seen->setWrapped();
    facts->addWidget(seen);
    auto* certificate = new CertificateView(content);
    if (!trust.sent.isEmpty()) {
        std::optional<CertificateFacts> before;
        if (trust.row && !trust.row->chain.isEmpty() && trust.row->sha256 != trust.sent.first().sha256)
            before = certificateFacts(trust.row->chain.first());
        if (before)
            certificate->compare(*before, trust.sent.first(), now);
        else
            certificate->show(trust.sent.first(), now);
    }
    facts->addWidget(certificate);
    facts->addWidget(heading(tr("Chain"), content));
    auto* chain = new ChainTree(content);
    chain->show(trust, now);
    facts->addWidget(chain);
    facts->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace stationer
