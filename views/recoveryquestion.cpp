#include "views/recoveryquestion.h"

#include "items/recovery.h"
#include "views/common/plaintext.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace stationer {

RecoveryQuestion::RecoveryQuestion(Recovery& recovery, QWidget& window)
    : QObject(&window), m_recovery(recovery), m_window(window)
{
    // Once the file is open and shown: the question is about what the window then holds.
    connect(&recovery, &Recovery::leftoverFound, this, &RecoveryQuestion::ask, Qt::QueuedConnection);
    connect(
        &recovery, &Recovery::openElsewhere, this,
        [this] {
            emit said(tr("This file is open in another window of Stationer as well. Whichever saves last is asked before it "
                         "overwrites what the other saved."));
        },
        Qt::QueuedConnection);
    connect(&recovery, &Recovery::failed, this, [this](const QString& words) {
        emit said(tr("Changes that are not saved cannot be kept for the case of a crash: %1").arg(shownOnOneLine(words)));
    });
}

void RecoveryQuestion::ask(int changes, bool fits)
{
    if (!m_recovery.found())
        return;
    auto* box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"recoveryQuestion"_s);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(u"Stationer"_s);
    box->setText(changes == 1 ? tr("Stationer ended without saving a change to this file.")
                              : tr("Stationer ended without saving %n changes to this file.", nullptr, changes));
    const QString file = shownOnOneLine(m_recovery.found()->file, 300);
    box->setInformativeText(
        fits ? tr("%1\n\nRestoring brings them back as one change that is not saved yet and can be undone.").arg(file)
             : tr("%1\n\nThe file was changed since, and they only fit it as it was: they cannot be "
                  "restored. Kept, they are asked for again when this file is opened the next time; until "
                  "then new changes are not kept for the case of a crash.")
                   .arg(file));
    QPushButton* restore = fits ? box->addButton(tr("&Restore"), QMessageBox::AcceptRole) : nullptr;
    QPushButton* keep = fits ? nullptr : box->addButton(tr("&Keep"), QMessageBox::RejectRole);
    QPushButton* discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->setDefaultButton(fits ? restore : keep);
    connect(box, &QMessageBox::buttonClicked, this, [this, restore, discard](const QAbstractButton* clicked) {
        if (clicked == discard)
            m_recovery.discard();
        else if (clicked == restore && !m_recovery.restore())
            emit said(tr("The changes could not be restored."));
    });
    box->open();
}

} // namespace stationer
