#include "app/composition.h"
#include "app/tour/pictures.h"
#include "views/handover/handoverdialog.h"

#include <QAction>
#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace stationer {

/// What is left after a pass, and the sheet that says how it is done on the station.
void Pictures::addHandover()
{
    MainWindow& window = m_desktop.window();
    m_steps += {
        [&] {
            if (auto* save = find<QAction>(window, u"fileSave"_s))
                save->trigger();
            show(u"/Services/EmailService/OutgoingAccount"_s);
            test();
        },
        [&] { m_camera.take(window, u"next-steps"_s); },
        [&] {
            if (auto* action = find<QAction>(window, u"fileHandover"_s))
                action->trigger();
        },
        [&] {
            auto* dialog = find<HandoverDialog>(window, u"handoverDialog"_s);
            auto* first = dialog ? find<QCheckBox>(*dialog, u"handoverItem0"_s) : nullptr;
            if (!first)
                return;
            first->setChecked(true);
            m_camera.take(*dialog, u"handover"_s);
        },
        [&] {
            if (auto* dialog = find<HandoverDialog>(window, u"handoverDialog"_s))
                dialog->close();
        },
    };
}

} // namespace stationer
