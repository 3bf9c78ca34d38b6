#include "app/handovercourse.h"

#include "app/chosenfile.h"
#include "session/openhandover.h"
#include "terms/dates.h"
#include "views/common/proposedname.h"
#include "views/common/wishes.h"
#include "views/handover/handoverdialog.h"
#include "views/mainwindow.h"

using namespace Qt::StringLiterals;

namespace stationer {

HandoverCourse::HandoverCourse(const Rooms& rooms) : m_rooms(rooms)
{
    connect(&m_rooms.wishes, &Wishes::handOverWished, this, &HandoverCourse::open);
}

void HandoverCourse::open()
{
    auto* dialog = new HandoverDialog(m_rooms.handover.sheet(), &m_rooms.window);
    connect(dialog, &HandoverDialog::ticked, &m_rooms.handover, &OpenHandover::tick);
    connect(dialog, &HandoverDialog::saveRequested, this, [this, dialog] {
        const HandoverSheet sheet = dialog->sheet();
        //: A file's name: %1 is a station's name, %2 a date
        const QString name = tr("%1 handover %2").arg(sheet.station, shownDay(sheet.written));
        saveChosen(m_rooms.window, *dialog, tr("Save Handover Sheet"), proposedName(name),
                   {{tr("Page to print (*.html)"), u"html"_s, [sheet] { return toHtml(sheet).toUtf8(); }},
                    {tr("Text (*.txt)"), u"txt"_s, [sheet] { return toText(sheet).toUtf8(); }}});
    });
    dialog->open();
}

} // namespace stationer
