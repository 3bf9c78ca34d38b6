#include "views/trust/certificatemanager.h"

#include "session/trustedits.h"
#include "views/common/icon.h"
#include "views/common/messagebar.h"
#include "views/common/plaintext.h"
#include "views/trust/allowedhoststab.h"
#include "views/trust/getcertificate.h"
#include "views/trust/rootimport.h"
#include "views/trust/truststoretabs.h"
#include "views/trust/userkeystoretab.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

CertificateManager::CertificateManager(const TrustRooms& rooms, QWidget* parent)
    : Dialog(parent), m_rooms(rooms), m_tabs(new QTabWidget(this)), m_message(new MessageBar(this))
{
    setObjectName(u"certificateManager"_s);
    setWindowTitle(tr("Certificate Manager"));
    setSizeGripEnabled(true);
    setAcceptDrops(true);
    auto* keys = new UserKeyStoreTab(rooms, this);
    auto* system = new SystemTrustStoreTab(rooms, this);
    m_roots = new UserTrustStoreTab(rooms, this);
    m_hosts = new AllowedHostsTab(rooms, this);
    m_tabs->setObjectName(u"trustTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(keys, tr("User &Key Store"));
    m_tabs->addTab(system, tr("&System Trust Store"));
    m_tabs->addTab(m_roots, tr("&User Trust Store"));
    m_tabs->addTab(m_hosts, tr("&Allowed Hosts"));
    m_tabs->setCurrentIndex(int(Tab::AllowedHosts));
    m_message->setObjectName(u"trustMessage"_s);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(12, 0, 12, 12);
    bottom->addWidget(makeUndo());
    bottom->addWidget(buttons, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(bottom);
    resize(fontMetrics().averageCharWidth() * 160, fontMetrics().height() * 32);
    for (CertificatesTab* tab : QList<CertificatesTab*>{keys, system, m_roots})
        connect(tab, &CertificatesTab::failed, this, &CertificateManager::complain);
    connect(keys, &UserKeyStoreTab::identityChosen, this, &CertificateManager::identityChosen);
    connect(m_hosts, &AllowedHostsTab::failed, this, &CertificateManager::complain);
    connect(m_hosts, &AllowedHostsTab::fetchRequested, this, &CertificateManager::fetch);
    connect(&m_rooms.edits, &TrustEdits::faulted, this, &CertificateManager::complain);
}

QWidget* CertificateManager::makeUndo()
{
    auto* both = new QWidget(this);
    auto* layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    QUndoStack* stack = m_rooms.edits.stack();
    const auto add = [&](const QString& text, const QString& name, const QString& iconName, QKeySequence::StandardKey key,
                         void (QUndoStack::*act)()) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setShortcut(key);
        action->setObjectName(name);
        connect(action, &QAction::triggered, stack, act);
        addAction(action);
        auto* button = new QToolButton(both);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
        button->setAccessibleName(text);
        button->setObjectName(name + u"Button"_s);
        layout->addWidget(button);
        return action;
    };
    QAction* undo = add(tr("Undo"), u"trustUndo"_s, u"undo"_s, QKeySequence::Undo, &QUndoStack::undo);
    QAction* redo = add(tr("Redo"), u"trustRedo"_s, u"redo"_s, QKeySequence::Redo, &QUndoStack::redo);
    auto* last = new PlainLabel({}, both); // says what Undo would undo
    last->setObjectName(u"trustLastStep"_s);
    last->setMuted();
    layout->addWidget(last);
    const auto follow = [stack, undo, redo, last] {
        undo->setEnabled(stack->canUndo());
        redo->setEnabled(stack->canRedo());
        const QString undoName = shownOnOneLine(stack->undoText(), 80);
        const QString redoName = shownOnOneLine(stack->redoText(), 80);
        undo->setToolTip(plainToolTip(undoName.isEmpty() ? tr("Undo") : tr("Undo %1").arg(undoName)));
        redo->setToolTip(plainToolTip(redoName.isEmpty() ? tr("Redo") : tr("Redo %1").arg(redoName)));
        last->setText(undoName.isEmpty() ? QString() : tr("Last step: %1").arg(undoName));
    };
    connect(stack, &QUndoStack::indexChanged, this, follow);
    follow();
    return both;
}

void CertificateManager::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

void CertificateManager::showHosts(const QString& filter)
{
    showTab(Tab::AllowedHosts);
    m_hosts->filterBy(filter);
}

void CertificateManager::setUsers(const QList<HostUser>& users)
{
    m_hosts->setUsers(users);
}

void CertificateManager::importBytes(const QByteArray& bytes)
{
    showTab(Tab::UserTrustStore);
    m_roots->import().fromBytes(bytes);
}

void CertificateManager::complain(const QString& sentence)
{
    m_message->say(Badge::Fault, sentence);
}

void CertificateManager::tell(const QString& sentence)
{
    m_message->say(Badge::Info, sentence);
}

void CertificateManager::fetch()
{
    auto* dialog = new GetCertificate(m_rooms, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GetCertificate::listed, this, [this](const Endpoint& host) { m_hosts->filterBy(host.toString()); });
    dialog->open();
}

/// The rows are what one comes for, not the first button.
void CertificateManager::showEvent(QShowEvent* event)
{
    Dialog::showEvent(event);
    m_tabs->currentWidget()->setFocus();
}

void CertificateManager::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_roots->import().canTake(*event->mimeData()))
        event->acceptProposedAction();
}

void CertificateManager::dropEvent(QDropEvent* event)
{
    showTab(Tab::UserTrustStore);
    m_roots->import().fromDrop(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace stationer
