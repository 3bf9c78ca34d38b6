#include "app/composition.h"
#include "app/tour/pictures.h"
#include "session/openstation.h"
#include "views/changes/changesdialog.h"
#include "views/common/messagebar.h"
#include "views/nav/navtree.h"
#include "views/nav/structureedits.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"

#include <QAction>
#include <QDialog>
#include <QListWidget>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace stationer {

/// The palette, several components on one sheet, renaming with its references, a component of any type, and what was
/// changed.
void Pictures::addEditing()
{
    MainWindow& window = m_desktop.window();
    m_steps += {
        [&] {
            press(window, u"closeDemoHint"_s);
            if (auto* said = find<MessageBar>(window, u"messageBar"_s))
                press(*said, u"messageBarClose"_s);
            show(u"/Services/EmailService"_s);
            if (auto* palette = find<QListWidget>(window, u"palette"_s)) {
                palette->setCurrentRow(0);
                emit palette->itemActivated(palette->currentItem());
            }
        },
        [&] {
            const SlotId added = at(u"/Services/EmailService/OutgoingAccount1"_s);
            OpenStation& station = m_desktop.station();
            if (station.change(added, {{u"hostname"_s, u"smtp.harbour.example"_s}}) ||
                station.change(added, {{u"account"_s, u"alarms@harbour.example"_s}}) ||
                station.change(added, {{u"useSsl"_s, u"true"_s}}))
                return fail(u"the new account could not be set"_s);
            m_camera.take(window, u"palette"_s);
        },
        [&] {
            window.navTree().select({at(u"/Services/EmailService/OutgoingAccount"_s),
                                     at(u"/Services/EmailService/Reports"_s), at(u"/Services/EmailService/Facilities"_s)});
        },
        [&] { m_camera.take(window, u"mixed"_s); },
        [&] {
            if (RowView* row = window.sheet().row(u"pollrate"_s))
                emit row->edited(row->slot(), u"120000"_s, Editor::Entry::Committed);
            if (RowView* row = window.sheet().row(u"replyTo"_s))
                emit row->edited(row->slot(), u"plant@harbour.example"_s, Editor::Entry::Committed);
            m_camera.take(window, u"multi-edit"_s);
        },
        [&] {
            window.navTree().select({at(u"/Services/EmailService/Reports"_s)});
            window.workspace().structure().rename(at(u"/Services/EmailService/Reports"_s));
        },
        [&] {
            if (auto* rename = find<QDialog>(window, u"renameDialog"_s))
                m_camera.take(*rename, u"rename"_s);
        },
        [&] {
            if (auto* rename = find<QDialog>(window, u"renameDialog"_s))
                rename->reject();
            window.workspace().structure().arrange(Arranging::FindReferences, {at(u"/Services/EmailService/Reports"_s)});
        },
        [&] {
            if (auto* references = find<QDialog>(window, u"referencesDialog"_s))
                m_camera.take(*references, u"references"_s);
        },
        [&] {
            if (auto* references = find<QDialog>(window, u"referencesDialog"_s))
                references->close();
            show(u"/Boiler$20House/Flow$20Temperature"_s);
            m_camera.take(window, u"any-component"_s);
        },
        [&] {
            if (auto* action = find<QAction>(window, u"fileShowChanges"_s))
                action->trigger();
        },
        [&] {
            if (auto* changes = find<ChangesDialog>(window, u"changesDialog"_s))
                m_camera.take(*changes, u"changes"_s);
        },
        [&] {
            if (auto* changes = window.findChild<ChangesDialog*>(u"changesDialog"_s))
                changes->findChild<QTabWidget*>()->setCurrentIndex(1);
        },
        [&] {
            if (auto* changes = window.findChild<ChangesDialog*>(u"changesDialog"_s))
                m_camera.take(*changes, u"changes-text"_s);
        },
        [&] {
            if (auto* changes = window.findChild<ChangesDialog*>(u"changesDialog"_s))
                changes->close();
        },
    };
}

} // namespace stationer
