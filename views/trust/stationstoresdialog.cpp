#include "views/trust/stationstoresdialog.h"

#include "catalogue/catalogue.h"
#include "items/givenstoresmodel.h"
#include "items/navtreemodel.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "trust/trusttext.h"
#include "views/common/messagebar.h"
#include "views/common/plaintext.h"
#include "views/common/wishes.h"
#include "views/sheet/editors/plainlineedit.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/secretprompt.h"
#include "views/trust/trusttable.h"

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int mostFailing = 5; ///< lines of the list before it scrolls

QStringList filesIn(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            files += url.toLocalFile();
    return files;
}

} // namespace

StationStoresDialog::StationStoresDialog(const Rooms& rooms, QWidget* parent)
    : Dialog(parent), m_rooms(rooms), m_model(new GivenStoresModel(rooms.stores, this)), m_message(new MessageBar(this)),
      m_table(makeTable())
{
    setObjectName(u"stationStores"_s);
    setWindowTitle(tr("Station's Trust Stores"));
    setSizeGripEnabled(true);
    setAcceptDrops(true);
    m_message->setObjectName(u"storesMessage"_s);
    connect(m_message, &MessageBar::actionClicked, this, [this] {
        m_message->hide();
        if (const auto former = std::exchange(m_former, std::nullopt))
            keep(*former);
    });
    auto* words =
        new PlainLabel(tr("What the station itself trusts, as files copied from it. The station's verdict goes by it; "
                          "nothing on this computer is trusted for it."),
                       this);
    words->setMuted();
    words->setWrapped();
    words->setContentsMargins(12, 12, 12, 0);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->setContentsMargins(12, 0, 12, 12);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(words);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeName());
    layout->addWidget(makeAccounts());
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 36);

    connect(&m_rooms.stores, &StationStores::changed, this, &StationStoresDialog::followKnown);
    connect(&m_rooms.tests, &LastTests::changed, this, &StationStoresDialog::followAccounts);
    connect(&m_rooms.station, &OpenStation::replaced, this, [this] {
        m_waiting.clear();
        m_reading.cancel();
        m_message->hide();
        m_former.reset();
        reject(); // it is about the station that was open
    });
    followKnown();
}

TrustTable* StationStoresDialog::makeTable()
{
    auto* table =
        new TrustTable(*m_model, tr("The station's trust stores"),
                       tr("No trust store of the station was given.\nAdd those that it has, copied from it: JKS, JCEKS, "
                          "PKCS#12 or PEM. Without them nobody here can tell whom it trusts."),
                       this);
    table->table()->setObjectName(u"givenStores"_s);
    using Column = GivenStoresModel::Column;
    table->showFirst({Column::StoreColumn, Column::KindColumn, Column::AliasColumn, Column::SubjectColumn,
                      Column::IssuedByColumn, Column::NotAfterColumn, Column::ValidColumn, Column::GivenColumn,
                      Column::NotBeforeColumn, Column::FingerprintColumn});
    QPushButton* view = table->addButton(tr("&View…"), u"viewGiven"_s, TrustTable::Needs::One,
                                         [this](int row) { return m_model->rowAt(row)->certificate.has_value(); });
    QPushButton* add = table->addButton(tr("&Add…"), u"addStore"_s, TrustTable::Needs::Nothing);
    QPushButton* remove = table->addButton(tr("&Remove Store"), u"removeStore"_s, TrustTable::Needs::Some);
    table->setDeleteButton(remove);
    connect(view, &QPushButton::clicked, this, [this] {
        const QList<int> rows = m_table->selectedRows();
        if (const GivenCertificate* const row = rows.isEmpty() ? nullptr : m_model->rowAt(rows.first());
            row && row->certificate)
            CertificateViewer::openOver(*this, {{row->certificate->der}, {}}, m_rooms.anchors);
    });
    connect(add, &QPushButton::clicked, this, &StationStoresDialog::choose);
    connect(remove, &QPushButton::clicked, this, &StationStoresDialog::removeSelected);
    return table;
}

QWidget* StationStoresDialog::makeName()
{
    auto* row = new QWidget(this);
    m_hostName = new PlainLineEdit(row);
    m_hostName->setObjectName(u"stationHostName"_s);
    m_hostName->setAccessibleName(tr("The station's host name"));
    m_hostName->setMaximumWidth(fontMetrics().averageCharWidth() * 44);
    auto* label = new QLabel(tr("Its &host name:"), row);
    label->setBuddy(m_hostName);
    auto* hint = new ElidedLabel(tr("what it calls itself when it sends (EHLO); tests greet with it, too"), row);
    hint->setMuted();
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 0, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_hostName, 1);
    layout->addWidget(hint, 1);
    connect(m_hostName, &QLineEdit::editingFinished, this, &StationStoresDialog::setHostName);
    return row;
}

QWidget* StationStoresDialog::makeAccounts()
{
    auto* part = new QWidget(this);
    m_summary = new PlainLabel({}, part);
    m_summary->setObjectName(u"failingSummary"_s);
    m_summary->setWrapped();
    m_failing = new QListWidget(part);
    m_failing->setObjectName(u"failingAccounts"_s);
    m_failing->setAccessibleName(tr("Accounts that would fail on the station"));
    m_failing->setTextElideMode(Qt::ElideRight);
    m_failing->setAlternatingRowColors(true);
    connect(m_failing, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { m_rooms.wishes.showSheet({item->data(Qt::UserRole).value<SlotId>()}); });
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(12, 0, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_failing);
    return part;
}

// --- giving and removing

void StationStoresDialog::choose()
{
    auto* dialog = new QFileDialog(this, tr("Add the Station's Trust Stores"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"storeFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Key stores and certificates (*.jks *.jceks *.ks *.p12 *.pfx *.pem *.crt *.cer *.der cacerts*)"),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &StationStoresDialog::give);
    dialog->open();
}

void StationStoresDialog::give(const QStringList& paths)
{
    m_waiting += paths;
    m_told.clear();
    if (!m_reading.isRunning() && !findChild<SecretPrompt*>())
        next();
}

void StationStoresDialog::next()
{
    if (!m_waiting.isEmpty())
        read(m_waiting.takeFirst(), std::nullopt);
}

/// A password may be hashed millions of times: not while the window waits.
void StationStoresDialog::read(const QString& path, const std::optional<Secret>& password)
{
    m_reading.start([this, path, password](const std::atomic<bool>&) -> Aside::Answer {
        QFile file(path);
        const bool isOpen = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly);
        const auto contents =
            isOpen ? readKeyStore(file, password) : Result<KeyStoreContents, KeyStoreFault>(KeyStoreFault::CannotRead);
        return [this, path, contents] { onRead(path, contents); };
    });
}

void StationStoresDialog::onRead(const QString& path, const Result<KeyStoreContents, KeyStoreFault>& contents)
{
    const QString name = QFileInfo(path).fileName();
    if (!contents) {
        if (contents.error() == KeyStoreFault::Locked || contents.error() == KeyStoreFault::WrongPassword)
            return askPassword(path, contents.error());
        m_message->say(Badge::Fault, tr("%1: %2").arg(shownOnOneLine(name, 80), describe(contents.error())));
        return next();
    }
    KnownStation known = m_rooms.stores.known();
    known.give({name, contents.value().kind, QDateTime::currentDateTimeUtc(), contents.value().trusted});
    m_told += describe(shownOnOneLine(name, 80), contents.value());
    m_former.reset();
    m_message->say(Badge::Info, m_told.join(u' '));
    keep(known);
    next();
}

void StationStoresDialog::askPassword(const QString& path, KeyStoreFault why)
{
    auto* prompt = new SecretPrompt(SecretPrompt::Kind::Known, tr("Password of a Trust Store"),
                                    tr("%1: %2").arg(shownOnOneLine(QFileInfo(path).fileName(), 80), describe(why)), this);
    prompt->setAttribute(Qt::WA_DeleteOnClose);
    connect(prompt, &SecretPrompt::entered, this, [this, path](const Secret& secret) { read(path, secret); });
    connect(prompt, &QDialog::rejected, this, &StationStoresDialog::next);
    prompt->open();
}

void StationStoresDialog::removeSelected()
{
    QSet<QString> names;
    for (const int row : m_table->selectedRows())
        names += m_model->rowAt(row)->store;
    if (names.isEmpty())
        return;
    const KnownStation before = m_rooms.stores.known();
    KnownStation known = before;
    known.stores.removeIf([&names](const GivenStore& store) { return names.contains(store.name); });
    m_former = before;
    m_message->say(Badge::Info,
                   names.size() == 1 ? tr("%1 was removed.").arg(shownOnOneLine(*names.cbegin(), 80))
                                     : tr("%n stores were removed.", nullptr, int(names.size())),
                   tr("Undo"));
    keep(known);
}

void StationStoresDialog::setHostName()
{
    KnownStation known = m_rooms.stores.known();
    const QString name = m_hostName->text().trimmed();
    if (name == known.hostName)
        return;
    if (std::ranges::any_of(name, [](QChar c) { return c <= u' ' || c > u'~'; })) {
        m_message->say(
            Badge::Fault,
            tr("A host name has letters, digits, dots and hyphens: «%1» was not taken.").arg(shownOnOneLine(name, 80)));
        return;
    }
    known.hostName = name;
    keep(known);
}

void StationStoresDialog::keep(const KnownStation& station)
{
    if (const std::optional<TrustFileFault> fault = m_rooms.stores.set(station))
        m_message->say(Badge::Fault, describe(*fault));
}

// --- what is known, and what it means

void StationStoresDialog::followKnown()
{
    if (!m_hostName->hasFocus() || m_hostName->text().trimmed() == m_rooms.stores.known().hostName)
        m_hostName->setText(m_rooms.stores.known().hostName);
    followAccounts();
}

void StationStoresDialog::followAccounts()
{
    m_failing->clear();
    if (!m_rooms.station.isOpen())
        return;
    const Document& document = m_rooms.station.document();
    int passes = 0, unknown = 0;
    for (const SlotId account : accounts(document)) {
        const std::optional<StationVerdict> verdict =
            m_rooms.tests.isCurrent(account) ? m_rooms.tests.verdict(account) : std::nullopt;
        if (!verdict)
            continue;
        passes += verdict->forecast == Forecast::Passes ? 1 : 0;
        unknown += verdict->forecast == Forecast::Unknown ? 1 : 0;
        if (verdict->forecast != Forecast::Fails)
            continue;
        const QString why = verdict->reasons.isEmpty() ? QString() : verdict->reasons.first().text;
        //: A line of a list: %1 an account's name, %2 why it would fail on the station
        auto* item = new QListWidgetItem(
            tr("%1 – %2").arg(shownOnOneLine(shownName(m_rooms.station, account), 60), shownOnOneLine(why, 300)), m_failing);
        item->setData(Qt::UserRole, QVariant::fromValue(account));
        item->setToolTip(plainToolTip(item->text()));
    }
    QStringList counts;
    const int failing = m_failing->count();
    if (failing > 0)
        counts += failing == 1 ? tr("1 account would fail on the station")
                               : tr("%n accounts would fail on the station", nullptr, failing);
    if (unknown > 0)
        counts += unknown == 1 ? tr("1 is not proven") : tr("%n are not proven", nullptr, unknown);
    if (passes > 0)
        counts += passes == 1 ? tr("1 would pass") : tr("%n would pass", nullptr, passes);
    m_summary->setText(counts.isEmpty() ? tr("Which accounts would fail on the station shows here once they were tested.")
                                        //: %1 is such as «2 accounts would fail on the station, 1 is not proven»
                                        : tr("By the last tests: %1.").arg(counts.join(u", "_s)));
    m_failing->setVisible(failing > 0);
    m_failing->setFixedHeight(qMin(failing, mostFailing) * (fontMetrics().height() + 6) + 2 * m_failing->frameWidth() + 4);
    if (failing > 0 && m_failing->currentRow() < 0)
        m_failing->setCurrentRow(0, QItemSelectionModel::NoUpdate);
}

/// The rows are what one comes for, not the first button.
void StationStoresDialog::showEvent(QShowEvent* event)
{
    Dialog::showEvent(event);
    m_table->setFocus();
}

void StationStoresDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!filesIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StationStoresDialog::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    give(filesIn(*event->mimeData()));
}

} // namespace stationer
