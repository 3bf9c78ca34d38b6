#include "views/accounts/validitypane.h"

#include "items/accountsmodel.h"
#include "items/validitymodel.h"
#include "views/accounts/rowselection.h"
#include "views/accounts/validitychart.h"
#include "views/common/colours.h"
#include "views/common/plaintext.h"
#include "views/connection/foldbutton.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

ValidityPane::ValidityPane(AccountsModel& accounts, QWidget* parent)
    : QWidget(parent), m_accounts(accounts), m_model(new ValidityModel(accounts, this)),
      m_fold(new FoldButton(tr("Certificate &Validity"), this)), m_summary(new ElidedLabel({}, this)),
      m_chart(new ValidityChart(*m_model, this)), m_empty(new PlainLabel({}, this)), m_content(new QWidget(this))
{
    setObjectName(u"validityPane"_s);
    m_fold->setObjectName(u"validityFold"_s);
    m_fold->setAccessibleName(tr("Certificate Validity"));
    m_summary->setMuted();
    m_summary->setObjectName(u"validitySummary"_s);
    m_empty->setMuted();
    m_empty->setWrapped();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(u"validityEmpty"_s);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 16, 4);
    head->setSpacing(8);
    head->addWidget(m_fold);
    head->addWidget(m_summary, 1);
    auto* inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_chart, 1);
    inside->addWidget(m_empty, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_content, 1);
    m_fold->setContent(m_content);
    connect(m_fold, &FoldButton::toggled, this, &ValidityPane::toggled);
    connect(m_fold, &FoldButton::clicked, this, [this] { m_isChosen = true; });
    connect(m_chart, &ValidityChart::opened, this,
            [this](const QModelIndex& index) { emit opened(m_model->row(index).slot); });
    connect(m_chart, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& position) { emit menuRequested(m_chart->viewport()->mapToGlobal(position)); });
    connect(m_chart->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_isFollowing)
            return;
        QList<SlotId> chosen;
        for (const int row : rowsOf(m_chart->selectionModel()->selection()))
            chosen += m_model->row(m_model->index(row, 0)).slot;
        emit selected(chosen);
    });
    m_fold->setUnfolded(false);
    follow();
}

void ValidityPane::filterBy(const QString& text)
{
    m_model->setFilterFixedString(text);
}

bool ValidityPane::isUnfolded() const
{
    return m_fold->isUnfolded();
}

int ValidityPane::wholeHeight() const
{
    const int head = m_fold->sizeHint().height() + 8;
    if (!isUnfolded())
        return head;
    const bool hasChart = !m_chart->isHidden();
    return head +
           (hasChart ? qMax(m_chart->wholeHeight(), m_chart->minimumSizeHint().height()) : fontMetrics().height() * 4);
}

void ValidityPane::setUnfolded(bool isUnfolded)
{
    m_isChosen = true;
    m_fold->setUnfolded(isUnfolded);
}

void ValidityPane::select(const QList<SlotId>& accounts, SlotId current)
{
    m_isFollowing = true;
    QList<int> rows;
    QModelIndex first;
    const int column = AccountsModel::CertificateColumn;
    for (const SlotId account : accounts) {
        const QModelIndex index = m_model->mapFromSource(m_accounts.index(m_accounts.rowOf(account), column));
        if (!index.isValid())
            continue;
        rows += index.row();
        if (!first.isValid() || account == current)
            first = index;
    }
    m_chart->selectionModel()->select(selectionOf(*m_model, rows), QItemSelectionModel::ClearAndSelect);
    if (first.isValid() && !m_chart->hasFocus()) {
        m_chart->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_chart->scrollTo(first);
    }
    m_isFollowing = false;
}

void ValidityPane::follow()
{
    const ValidityTally tally = validityTallyOf(m_accounts.rows());
    m_summary->setText(summaryOf(tally));
    if (!m_isChosen)
        m_fold->setUnfolded(tally.ended + tally.soon > 0);
    m_chart->followEnds();
    const bool hasChart = tally.known > 0;
    m_chart->setVisible(hasChart);
    m_empty->setVisible(!hasChart);
    m_empty->setText(m_accounts.rows().isEmpty() ? QString()
                     : tally.without > 0
                         ? tr("No account that was tested showed a certificate.")
                         : tr("No certificate is known yet. Test All looks at the certificate of every account's server."));
}

} // namespace stationer
