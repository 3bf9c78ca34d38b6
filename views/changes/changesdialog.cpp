#include "views/changes/changesdialog.h"

#include "items/changesmodel.h"
#include "session/openstation.h"
#include "views/changes/difftext.h"
#include "views/common/colours.h"
#include "views/common/plaintext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

namespace {

constexpr auto pause = 150ms; // edits come in bursts

/// The word for the change has the colour of its sign.
class ChangeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = shownOnOneLine(option->text, 300);
        if (index.column() != ChangesModel::Change)
            return;
        const Colours colours = Colours::of(option->palette);
        const QString sign = index.data(ChangesModel::Sign).toString();
        option->palette.setColor(QPalette::Text, sign == u"+"   ? colours.passed
                                                 : sign == u"−" ? colours.failed
                                                                : colours.accent);
    }
};

} // namespace

ChangesDialog::ChangesDialog(const OpenStation& station, QWidget* window)
    : Dialog(window), m_station(station), m_model(new ChangesModel(this)), m_summary(new PlainLabel({}, this)),
      m_stack(new QStackedWidget(this)), m_tabs(new QTabWidget(this)), m_copy(nullptr)
{
    setObjectName(u"changesDialog"_s);
    setWindowTitle(tr("Changes to %1").arg(shownOnOneLine(station.title(), 80)));
    m_summary->setObjectName(u"changesSummary"_s);
    m_summary->setWrapped();
    m_tabs->addTab(makeTable(), tr("Slot by Slot"));

    auto* page = new QWidget(m_tabs);
    m_text = new QPlainTextEdit(page);
    m_text->setObjectName(u"changesText"_s);
    m_text->setAccessibleName(tr("Differences of the XML"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(monospaceFont(*m_text));
    m_text->setFrameShape(QFrame::NoFrame);
    auto* colours = new DiffText(m_text->document());
    colours->setObjectName(u"changesColours"_s);
    colours->setPalette(palette());
    m_cut = new PlainLabel({}, page);
    m_cut->setMuted();
    m_cut->setWrapped();
    m_cut->hide();
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->addWidget(m_text, 1);
    pageLayout->addWidget(m_cut);
    m_tabs->addTab(page, tr("Text of the File"));
    m_tabs->setDocumentMode(true);

    auto* empty = new PlainLabel(tr("Nothing was changed since the file was opened or last saved."), this);
    empty->setObjectName(u"noChanges"_s);
    empty->setMuted();
    empty->setWrapped();
    empty->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_tabs);
    m_stack->addWidget(empty);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"copyChanges"_s);
    m_copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buttons);

    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &ChangesDialog::refresh);
    connect(&station, &OpenStation::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(&station, &OpenStation::saved, &m_soon, qOverload<>(&QTimer::start));
    connect(&station, &OpenStation::aboutToBeReplaced, this, &QDialog::close);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ChangesDialog::compareTexts);
    connect(m_copy, &QPushButton::clicked, this, &ChangesDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    resize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 32);
    refresh();
}

ChangesDialog::~ChangesDialog() = default;

QWidget* ChangesDialog::makeTable()
{
    m_table = new QTreeView(m_tabs);
    m_table->setObjectName(u"changesTable"_s);
    m_table->setAccessibleName(tr("Changes, slot by slot"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setItemDelegate(new ChangeDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideMiddle);
    const int character = fontMetrics().averageCharWidth();
    m_table->header()->resizeSection(ChangesModel::Change, character * 16);
    m_table->header()->resizeSection(ChangesModel::Component, character * 44);
    m_table->header()->resizeSection(ChangesModel::Property, character * 20);
    m_table->header()->resizeSection(ChangesModel::Before, character * 26);
    m_table->header()->setStretchLastSection(true);
    return m_table;
}

void ChangesDialog::refresh()
{
    if (!m_station.isOpen())
        return;
    m_model->show(m_station.differencesToSaved());
    const int count = m_model->rowCount();
    const bool isAny = m_station.isModified();
    m_stack->setCurrentIndex(isAny ? 0 : 1);
    m_copy->setEnabled(isAny);
    m_summary->setVisible(isAny);
    const QString name = m_station.path().isEmpty() ? m_station.title() : m_station.path();
    const QString differences = count == 1 ? tr("One difference to %1").arg(shownOnOneLine(name, 200))
                                           : tr("%1 differences to %2").arg(count).arg(shownOnOneLine(name, 200));
    // The window counts the steps that can be undone; several can lead to one difference.
    const int steps = m_station.unsavedSteps();
    m_summary->setText(steps == count || steps == 0 ? differences
                       //: What is left of several steps of editing: %1 such as «One difference to acme.bog», %2 a number
                       : steps == 1 ? tr("%1, made by one change").arg(differences)
                                    : tr("%1, made by %2 changes").arg(differences).arg(steps));
    m_isTextOld = true;
    compareTexts();
}

void ChangesDialog::compareTexts()
{
    if (m_tabs->currentIndex() != 1 || !m_isTextOld || !m_station.isOpen())
        return;
    m_isTextOld = false;
    const QByteArray before = m_station.savedXml(), after = m_station.document().xml();
    const QString nameBefore = tr("in the file"), nameAfter = tr("now");
    m_aside.start([this, before, after, nameBefore, nameAfter](const std::atomic<bool>&) -> Aside::Answer {
        const QString text = QString::fromUtf8(unifiedDifference(before, after, nameBefore, nameAfter));
        return [this, text] { showText(text); };
    });
}

void ChangesDialog::showText(const QString& text)
{
    m_whole = text;
    const ShownDiff shown = shownDiff(text);
    m_text->setPlainText(shown.text);
    m_cut->setVisible(shown.linesLeftOut > 0);
    m_cut->setText(tr("%1 more lines are not shown here; Copy takes all.").arg(shown.linesLeftOut));
}

void ChangesDialog::changeEvent(QEvent* event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text)
        if (auto* colours = findChild<DiffText*>(u"changesColours"_s))
            colours->setPalette(palette());
}

void ChangesDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_tabs->currentIndex() == 0 ? m_model->text() : m_whole);
}

} // namespace stationer
