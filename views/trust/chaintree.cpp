#include "views/trust/chaintree.h"

#include "diagnosis/diagnosis.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace stationer {

ChainTree::ChainTree(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(u"chain"_s);
    setAccessibleName(tr("Certificate chain"));
    setColumnCount(1);
    setHeaderHidden(true);
    setRootIsDecorated(true);
    setIndentation(fontMetrics().height());
    setSelectionMode(SingleSelection);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const int depth = item ? item->data(0, Qt::UserRole).toInt() : -1;
        if (depth >= 0 && depth < m_chain.size())
            emit certificateSelected(m_chain[depth]);
    });
}

void ChainTree::show(const Judgement& judgement, const QDateTime& now)
{
    clear();
    // The path that was built says more; without one, what was sent.
    m_chain = judgement.built.isEmpty() ? judgement.sent : judgement.built;
    const QList<CertificateFacts>& chain = m_chain;
    QTreeWidgetItem* above = nullptr;
    for (int depth = int(chain.size()) - 1; depth >= 0; --depth) {
        const CertificateFacts& facts = chain[depth];
        const QString name = !facts.commonName.isEmpty()     ? facts.commonName
                             : !facts.organization.isEmpty() ? facts.organization
                                                             : facts.subject;
        QStringList faults;
        for (const TrustFinding& finding : judgement.errors)
            if (finding.depth == depth)
                faults += describe(finding, judgement, now);
        auto* item = above ? new QTreeWidgetItem(above) : new QTreeWidgetItem(this);
        const QString role = depth == 0           ? tr("the server's own certificate")
                             : facts.isSelfSigned ? tr("root CA")
                                                  : tr("intermediate CA");
        item->setText(0, u"%1  ·  %2"_s.arg(shownOnOneLine(name, 120), role));
        item->setData(0, Qt::UserRole, depth);
        item->setToolTip(0, plainToolTip(shownOnOneLine(facts.subject)));
        item->setIcon(0, faults.isEmpty()
                             ? icon(u"certificate"_s)
                             : QIcon(badgePixmap(Badge::Failed, fontMetrics().height(), palette(), devicePixelRatioF())));
        for (const QString& fault : std::as_const(faults)) {
            auto* line = new QTreeWidgetItem(item);
            line->setData(0, Qt::UserRole, depth);
            line->setText(0, shownOnOneLine(fault, 300));
            line->setToolTip(0, plainToolTip(fault));
        }
        above = item;
    }
    expandAll();
    updateGeometry();
}

void ChainTree::select(int depth)
{
    for (QTreeWidgetItemIterator it(this); *it; ++it)
        if ((*it)->data(0, Qt::UserRole).toInt() == depth)
            return setCurrentItem(*it);
}

QSize ChainTree::sizeHint() const
{
    int rows = 0;
    for (QTreeWidgetItemIterator it(const_cast<ChainTree*>(this)); *it; ++it)
        ++rows;
    const int row = qMax(sizeHintForRow(0), fontMetrics().height() + 4);
    return {fontMetrics().averageCharWidth() * 60, qBound(2, rows, 8) * row + 2 * frameWidth() + 2};
}

} // namespace stationer
