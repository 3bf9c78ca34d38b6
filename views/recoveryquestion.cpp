#include "views/recoveryquestion.h"

#include "items/changesmodel.h"
#include "session/recovery.h"
#include "views/common/messagebox.h"
#include "views/common/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
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
    connect(&recovery, &Recovery::leftoverGone, this, [this] {
        if (m_box)
            m_box->close();
    });
    connect(&recovery, &Recovery::failed, this, [this](const QString& words) {
        emit said(tr("Changes that are not saved cannot be kept for the case of a crash: %1").arg(shownOnOneLine(words)));
    });
}

void RecoveryQuestion::ask(int changes, bool fits)
{
    if (!m_recovery.found())
        return;
    const bool isNew = m_recovery.isOfNewStation();
    const QString ofNew = changes == 1
                              ? tr("Stationer ended without saving a new station with one change.")
                              : tr("Stationer ended without saving a new station with %n changes.", nullptr, changes);
    const QString ofFile = changes == 1 ? tr("Stationer ended without saving a change to this file.")
                                        : tr("Stationer ended without saving %n changes to this file.", nullptr, changes);
    auto* box = new MessageBox(m_window, isNew ? ofNew : ofFile);
    m_box = box;
    box->setObjectName(u"recoveryQuestion"_s);
    if (!fits)
        askOfAnotherFile(*box);
    else {
        box->setInformativeText(
            isNew ? tr("Restoring opens it again, not saved yet. Kept, it is asked for again the next time.")
                  : tr("%1\n\nRestoring brings them back as one change that is not saved yet and can be undone.")
                        .arg(shownOnOneLine(m_recovery.found()->file, 300)));
        QPushButton* restore = box->addButton(tr("&Restore"), QMessageBox::AcceptRole);
        box->setDefaultButton(restore);
        if (isNew)
            connect(box->addButton(tr("&Keep the Changes"), QMessageBox::RejectRole), &QPushButton::clicked, this,
                    [this] { m_recovery.keep(); });
        connect(restore, &QPushButton::clicked, this, [this] {
            if (!m_recovery.restore())
                emit said(tr("The changes could not be restored."));
        });
    }
    if (m_recovery.found()->isTorn)
        box->setInformativeText(box->informativeText() + u"\n\n"_s +
                                tr("What was kept is damaged at its end: the latest change is missing."));
    QPushButton* discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    connect(discard, &QPushButton::clicked, this, [this] { m_recovery.discard(); });
    box->open();
}

/// What fits can be restored; all can be read and copied.
void RecoveryQuestion::askOfAnotherFile(MessageBox& box)
{
    const QString file = shownOnOneLine(m_recovery.found()->file, 300);
    const QString kept = tr("Kept, they are asked for again when this file is opened the next time; until then new changes "
                            "are not kept for the case of a crash.");
    QPushButton* keep = box.addButton(tr("&Keep the Changes"), QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    const std::optional<OpenStation::Replay> replay = m_recovery.replayable();
    if (!replay) {
        box.setInformativeText(
            tr("%1\n\nThe file was changed since, and they only fit it as it was: they cannot be restored. %2")
                .arg(file, kept));
        return;
    }
    const int all = int(replay->fitting.size() + replay->other.size());
    const int fitting = int(replay->fitting.size());
    QString words = tr("%1\n\nThe file was changed since.").arg(file) + u' ';
    if (replay->other.isEmpty())
        words += tr("All of them still fit it, and restoring brings them back as one change that can be undone.");
    else if (fitting == 0)
        words += tr("None of them fits it any more: what they changed is another now. The details list them.");
    else
        words += tr("%1 of %2 changed slots still fit it and can be restored as one change that can be undone. The others "
                    "stay kept; the details list them.")
                     .arg(fitting)
                     .arg(all);
    box.setInformativeText(words + u"\n\n"_s + kept);
    ChangesModel fits, others;
    fits.show(replay->fitting);
    others.show(replay->other);
    QStringList lists;
    if (!replay->other.isEmpty())
        lists += tr("These do not fit the file any more:") + u'\n' + others.text();
    if (fitting > 0)
        lists += tr("These fit:") + u'\n' + fits.text();
    const QString list = lists.join(u"\n\n"_s);
    QStringList shown;
    for (const QString& line : list.split(u'\n'))
        shown += shownOnOneLine(line);
    box.setDetailedText(shown.join(u'\n'));
    QPushButton* copy = box.addButton(tr("&Copy List"), QMessageBox::ActionRole);
    copy->setObjectName(u"copyLeftover"_s);
    QObject::disconnect(copy, &QPushButton::clicked, nullptr, nullptr); // the question stays
    connect(copy, &QPushButton::clicked, this, [list] { QGuiApplication::clipboard()->setText(list); });
    if (fitting == 0)
        return;
    QPushButton* restore = box.addButton(tr("&Restore What Fits"), QMessageBox::AcceptRole);
    restore->setObjectName(u"restoreFitting"_s);
    box.setDefaultButton(restore);
    connect(restore, &QPushButton::clicked, this, [this, replay] { m_recovery.restore(*replay); });
}

} // namespace stationer
