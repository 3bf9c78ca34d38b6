#include "views/handover/handoverdialog.h"

#include "handover/handoverwords.h"
#include "views/common/plaintext.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype mostSlotsShown = 50;

QString changesOf(const HandoverItem& item)
{
    QStringList lines;
    for (const ChangedSlot& change : item.changes.first(qMin(mostSlotsShown, item.changes.size())))
        lines += u"%1 ▸ %2: %3 → %4"_s.arg(shownPath(change.path), shownPath(change.slot),
                                           shownOnOneLine(shownValue(change.before), 100),
                                           shownOnOneLine(shownValue(change.after), 100));
    if (item.changes.size() > mostSlotsShown)
        lines += HandoverDialog::tr("%1 more are on the page.").arg(item.changes.size() - mostSlotsShown);
    return lines.join(u'\n');
}

} // namespace

HandoverDialog::HandoverDialog(const HandoverSheet& sheet, QWidget* parent)
    : Dialog(parent), m_sheet(sheet), m_summary(new PlainLabel({}, this))
{
    setObjectName(u"handoverDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Handover Sheet of %1").arg(shownOnOneLine(sheet.station, 80)));
    auto* heading = new PlainLabel(tr("What remains to be done on the station"), this);
    heading->setHeading(1.2);
    heading->setWrapped();
    m_summary->setObjectName(u"handoverSummary"_s);
    m_summary->setMuted();
    m_summary->setWrapped();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* save = buttons->addButton(tr("&Save Page…"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"saveHandover"_s);
    save->setToolTip(plainToolTip(tr("One page of HTML with boxes to tick and a place to sign; any browser prints it.")));
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyHandover"_s);
    for (QPushButton* button : {save, copy})
        button->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(save, &QPushButton::clicked, this, &HandoverDialog::saveRequested);
    connect(copy, &QPushButton::clicked, this, &HandoverDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(m_summary);
    layout->addWidget(makeItems(), 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 105, fontMetrics().height() * 38);
    showSummary();
}

QWidget* HandoverDialog::makeItems()
{
    auto* area = new QScrollArea(this);
    area->setObjectName(u"handoverItems"_s);
    area->setAccessibleName(tr("What remains to be done"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(area);
    auto* list = new QVBoxLayout(content);
    list->setContentsMargins(0, 0, 8, 0);
    list->setSpacing(4);
    for (qsizetype index = 0; index < m_sheet.items.size(); ++index)
        addItem(*list, index);
    list->addStretch(1);
    area->setWidget(content);
    return area;
}

void HandoverDialog::addItem(QVBoxLayout& list, qsizetype index)
{
    const HandoverItem& item = m_sheet.items[index];
    QWidget* parent = list.parentWidget();
    const QString subject = item.path.isEmpty() ? item.subject() : shownPath(item.path);
    const QString title =
        subject.isEmpty() ? titleOf(item.kind) : titleOf(item.kind) + u" – "_s + shownOnOneLine(subject, 120);
    auto* box = new QCheckBox(QString(title).replace(u'&', "&&"_L1), parent);
    box->setObjectName(u"handoverItem%1"_s.arg(index));
    box->setChecked(item.isDone);
    box->setAccessibleDescription(item.text);
    QFont bold = box->font();
    bold.setBold(true);
    box->setFont(bold);
    list.addWidget(box);
    if (index == 0)
        box->setFocus();

    const int indent =
        style()->pixelMetric(QStyle::PM_IndicatorWidth) + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing);
    QList<PlainLabel*> words{new PlainLabel(item.text, parent)};
    if (!item.changes.isEmpty())
        words += new PlainLabel(changesOf(item), parent);
    for (PlainLabel* label : std::as_const(words)) {
        label->setWrapped();
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMuted(item.isDone);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(indent, 0, 0, 0);
        row->addWidget(label, 1);
        list.addLayout(row);
    }
    list.addSpacing(10);
    connect(box, &QCheckBox::toggled, this, [this, index, words](bool isDone) {
        for (PlainLabel* label : words)
            label->setMuted(isDone);
        tick(index, isDone);
    });
}

void HandoverDialog::tick(qsizetype index, bool isDone)
{
    m_sheet.items[index].isDone = isDone;
    showSummary();
    emit ticked(m_sheet.items[index], isDone);
}

void HandoverDialog::showSummary()
{
    const auto done = std::ranges::count_if(m_sheet.items, &HandoverItem::isDone);
    m_summary->setText(m_sheet.items.isEmpty()
                           ? tr("Nothing: there is no account, and nothing was changed.")
                           : tr("By what was changed, tested and trusted on this computer. %1 of %2 done.")
                                 .arg(done)
                                 .arg(m_sheet.items.size()));
}

void HandoverDialog::copy()
{
    QGuiApplication::clipboard()->setText(toText(m_sheet));
}

} // namespace stationer
