#include "views/trust/challengefacts.h"

#include "diagnosis/diagnosis.h"
#include "terms/dates.h"
#include "views/common/plaintext.h"
#include "views/connection/foldbutton.h"
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

ChallengeFacts::ChallengeFacts(const Judgement& trust, const QDateTime& now, QWidget* parent)
    : QScrollArea(parent), m_isFirst(!trust.row || trust.sent.isEmpty())
{
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* facts = new QVBoxLayout(content);
    facts->setContentsMargins(16, 12, 16, 12);
    facts->setSpacing(8);
    if (trust.errors.size() > 1) { // of one the headline has said it
        facts->addWidget(heading(tr("What was found"), content));
        for (const TrustFinding& finding : trust.errors) {
            auto* reason = new PlainLabel(u"• "_s + describe(finding, trust, now), content);
            reason->setWrapped();
            reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
            reason->setObjectName(u"reason"_s);
            facts->addWidget(reason);
        }
        facts->addWidget(heading(tr("Certificate"), content));
    }
    m_seen = new PlainLabel(seenBefore(trust), content);
    m_seen->setObjectName(u"seenBefore"_s);
    m_seen->setWrapped();
    facts->addWidget(m_seen);
    auto* certificate = new CertificateView(content);
    if (!trust.sent.isEmpty()) {
        std::optional<CertificateFacts> before;
        if (trust.row && !trust.row->chain.isEmpty() && trust.row->sha256 != trust.sent.first().sha256)
            before = certificateFacts(trust.row->chain.first());
        m_isCompared = before.has_value();
        if (before)
            certificate->compare(*before, trust.sent.first(), now);
        else
            certificate->show(trust.sent.first(), now, CertificateView::Part::Essential);
    }
    facts->addWidget(certificate);
    auto* fold = new FoldButton(tr("Details"), content);
    fold->setObjectName(u"challengeDetails"_s);
    QWidget* details = makeDetails(trust, now);
    fold->setContent(details);
    facts->addWidget(fold);
    facts->addWidget(details);
    facts->addStretch();
    connect(fold, &FoldButton::toggled, this, [this] {
        updateGeometry();
        emit folded();
    });
    setWidget(content);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

/// The rest of what the certificate says, and the chain.
QWidget* ChallengeFacts::makeDetails(const Judgement& trust, const QDateTime& now)
{
    auto* details = new QWidget;
    auto* layout = new QVBoxLayout(details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    if (!trust.sent.isEmpty() && !m_isCompared) {
        auto* rest = new CertificateView(details);
        rest->show(trust.sent.first(), now, CertificateView::Part::Rest);
        layout->addWidget(rest);
    }
    layout->addWidget(heading(tr("Chain"), details));
    auto* chain = new ChainTree(details);
    chain->show(trust, now);
    layout->addWidget(chain);
    return details;
}

void ChallengeFacts::setAcceptedElsewhere(const Endpoint& host)
{
    if (m_isFirst)
        //: %1 is another host and port
        m_seen->setText(tr("You accepted the same certificate on %1.").arg(shownOnOneLine(host.toString(), 120)));
}

QSize ChallengeFacts::sizeHint() const
{
    const int column = fontMetrics().horizontalAdvance(u'n');
    const int width = isVisible() ? viewport()->width() : column * 108;
    return {column * 108, widget()->heightForWidth(width) + 2 * frameWidth()};
}

QSize ChallengeFacts::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 6};
}

} // namespace stationer
