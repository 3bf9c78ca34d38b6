#include "views/connection/findsettings.h"

#include "catalogue/accountslots.h"
#include "connection/detection.h"
#include "connection/showntext.h"
#include "diagnosis/detectionwords.h"
#include "diagnosis/diagnosis.h"
#include "items/roles.h"
#include "rows/standing.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

enum Column { Security, Port, Finding, Encryption, Certificate, Mechanisms, ColumnCount };

Badge badgeOf(const DetectionRow& row)
{
    switch (worthOf(row.report)) {
    case Worth::Trusted:
    case Worth::Exempted:
        return Badge::Passed;
    case Worth::Challenged:
        return Badge::Challenged;
    case Worth::Readable:
        return Badge::Warning;
    case Worth::Nothing:
        return Badge::None; // most rows fail as they should; a column of crosses would be noise
    }
    Q_UNREACHABLE();
}

constexpr int badgeRole = Qt::UserRole;
constexpr int isUselessRole = Qt::UserRole + 1;

/// Colours and badges are looked up when they are painted, so that they follow light and dark.
class MatrixDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(isUselessRole).toBool())
            option->palette.setColor(QPalette::Text, Colours::of(option->palette).muted);
        const Badge badge = Badge(index.data(badgeRole).toInt());
        if (badge == Badge::None)
            return;
        const int extent = option->fontMetrics.height();
        const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = QIcon(badgePixmap(badge, extent, option->palette, ratio));
        option->decorationSize = QSize(extent, extent);
    }
};

QString mechanismsOf(const Report& report)
{
    QStringList names;
    for (const QByteArray& name : offeredMechanisms(report))
        names += shownText(name, 80);
    return names.join(u", "_s);
}

} // namespace

FindSettings::FindSettings(std::unique_ptr<Detection> detection, QWidget* parent)
    : Dialog(parent), m_detection(std::move(detection)), m_headline(new PlainLabel({}, this)),
      m_body(new PlainLabel({}, this)), m_table(new QTableWidget(int(m_detection->rows().size()), ColumnCount, this))
{
    setObjectName(u"findSettings"_s);
    const QString host = m_detection->rows().isEmpty() ? QString() : m_detection->rows().first().report.settings.server.host;
    setWindowTitle(tr("Find Settings – %1").arg(shownOnOneLine(host, 120)));
    setSizeGripEnabled(true);
    m_headline->setHeading(1.25);
    m_headline->setWrapped();
    m_headline->setObjectName(u"findHeadline"_s);
    m_headline->setText(tr("Trying every security mode on every port …"));
    m_body->setWrapped();
    m_body->setMuted();
    m_body->setObjectName(u"findBody"_s);
    m_body->setText(tr("Nobody signs in: no user name and no password is sent."));

    m_table->setObjectName(u"findTable"_s);
    m_table->setAccessibleName(tr("What the server answers"));
    m_table->setHorizontalHeaderLabels(
        {tr("Security"), tr("Port"), tr("Answer"), tr("Encryption"), tr("Certificate"), tr("Sign-in offered")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setItemDelegate(new MatrixDelegate(m_table));
    for (int row = 0; row < m_table->rowCount(); ++row)
        for (int column = 0; column < ColumnCount; ++column)
            m_table->setItem(row, column, new QTableWidgetItem);
    for (qsizetype row = 0; row < m_detection->rows().size(); ++row) {
        const Candidate& candidate = m_detection->rows()[row].candidate;
        m_table->item(int(row), Security)->setText(labelOf(candidate.security));
        m_table->item(int(row), Port)->setText(QString::number(candidate.port));
        m_table->item(int(row), Finding)->setText(tr("trying …"));
    }

    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"findCancel"_s);
    m_apply = buttons->addButton(tr("&Apply"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"findApply"_s);
    m_apply->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_headline);
    layout->addWidget(m_body);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    // All rows of two or three ports, and one more, without scrolling.
    const int rows = qMin(m_table->rowCount() + 1, 13);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() +
                              rows * m_table->verticalHeader()->defaultSectionSize());
    resize(fontMetrics().averageCharWidth() * 140, sizeHint().height());

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &FindSettings::apply);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &FindSettings::follow);
    connect(m_table, &QTableWidget::cellClicked, this, [this] { m_hasChosen = true; });
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &FindSettings::apply);
    connect(m_detection.get(), &Detection::rowFound, this, &FindSettings::fillRow);
    connect(m_detection.get(), &Detection::finished, this, &FindSettings::conclude);
    connect(m_detection.get(), &Detection::resolvingSlowly, this,
            [this] { m_body->setText(tr("Looking up the host takes its time. Nobody signs in.")); });
    connect(this, &QDialog::finished, m_detection.get(), &Detection::cancel);
    m_table->setFocus();
    follow();
    m_detection->start();
}

FindSettings::~FindSettings()
{
    m_detection->disconnect(this);
}

bool FindSettings::isFinished() const
{
    return m_detection->isFinished();
}

void FindSettings::fillRow(qsizetype index)
{
    const DetectionRow& row = m_detection->rows()[index];
    const auto item = [&](Column column) { return m_table->item(int(index), column); };
    item(Finding)->setData(badgeRole, int(badgeOf(row)));
    item(Finding)->setText(answerOf(row));
    item(Encryption)->setText(row.report.tls ? row.report.tls->version : QString());
    item(Certificate)->setText(certificateOf(row));
    item(Mechanisms)->setText(shownOnOneLine(mechanismsOf(row.report), 200));
    const bool works = worthOf(row.report) != Worth::Nothing;
    const QString why = plainToolTip(works ? item(Mechanisms)->text() : diagnose(row.report).headline);
    for (int column = 0; column < ColumnCount; ++column) {
        m_table->item(int(index), column)->setToolTip(why);
        m_table->item(int(index), column)->setData(isUselessRole, !works);
    }
    follow();
}

void FindSettings::conclude()
{
    const auto best = bestOf(m_detection->rows());
    if (!best) {
        m_headline->setText(tr("Nothing works on these ports."));
        m_body->setText(tr("Check the Hostname, and whether this computer may reach the mail server at all: a firewall may "
                           "be in between. Nobody signed in."));
    } else {
        const DetectionRow& row = m_detection->rows()[*best];
        //: %1 is a security mode, «Use Ssl»
        m_headline->setText(tr("The safest that works: %1, port %2.")
                                .arg(labelOf(row.candidate.security), QString::number(row.candidate.port)));
        switch (worthOf(row.report)) {
        case Worth::Challenged:
            m_body->setText(tr("Its certificate awaits your answer when you test the account. Nobody signed in."));
            break;
        case Worth::Readable:
            m_body->setText(tr("The server offers no encryption on these ports: a password would cross the network "
                               "readable. Nobody signed in."));
            break;
        case Worth::Trusted:
        case Worth::Exempted:
        case Worth::Nothing:
            m_body->setText(tr("Nobody signed in. Test the account to prove user name and password as well."));
            break;
        }
        if (!m_hasChosen)
            m_table->selectRow(int(*best));
    }
    follow();
    emit finishedLooking();
}

void FindSettings::follow()
{
    const QList<QTableWidgetItem*> selected = m_table->selectedItems();
    m_apply->setEnabled(!selected.isEmpty() &&
                        worthOf(m_detection->rows()[selected.first()->row()].report) != Worth::Nothing);
}

void FindSettings::apply()
{
    if (!m_apply->isEnabled())
        return;
    const Candidate chosen = m_detection->rows()[m_table->selectedItems().first()->row()].candidate;
    accept();
    emit applied(chosen);
}

} // namespace stationer
