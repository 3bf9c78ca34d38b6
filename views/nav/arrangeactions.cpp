#include "views/nav/arrangeactions.h"

#include "session/openstation.h"
#include "views/common/icon.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// Chosen in the menu bar while a text is being edited, these are about the text.
bool editText(Arranging which)
{
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (!line)
        return false;
    if (which == Arranging::Cut)
        line->cut();
    else if (which == Arranging::Copy)
        line->copy();
    else if (which == Arranging::Paste)
        line->paste();
    else if (which == Arranging::Delete)
        line->del();
    else
        return false;
    return true;
}

} // namespace

ArrangeActions::ArrangeActions(const OpenStation& station, QWidget& tree, Subject subject)
    : QObject(&tree), m_station(station), m_subject(std::move(subject))
{
    const auto add = [&](Arranging which, const QString& text, const QString& iconName, const QString& name,
                         const QKeySequence& keys) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, which] {
            if (!editText(which))
                emit triggered(which, m_subject());
        });
        tree.addAction(action);
        m_actions.insert(which, action);
    };
    add(Arranging::Cut, tr("Cu&t"), u"cut"_s, u"navCut"_s, QKeySequence::Cut);
    add(Arranging::Copy, tr("&Copy"), u"copy"_s, u"navCopy"_s, QKeySequence::Copy);
    add(Arranging::Paste, tr("&Paste"), u"paste"_s, u"navPaste"_s, QKeySequence::Paste);
    add(Arranging::Duplicate, tr("D&uplicate"), u"duplicate"_s, u"navDuplicate"_s, Qt::CTRL | Qt::Key_D);
    add(Arranging::Rename, tr("&Rename…"), u"rename"_s, u"navRename"_s, Qt::Key_F2);
    add(Arranging::Delete, tr("&Delete"), u"delete"_s, u"navDelete"_s, QKeySequence::Delete);
    add(Arranging::MoveUp, tr("Move &Up"), u"move-up"_s, u"navMoveUp"_s, Qt::ALT | Qt::Key_Up);
    add(Arranging::MoveDown, tr("Move Do&wn"), u"move-down"_s, u"navMoveDown"_s, Qt::ALT | Qt::Key_Down);
    add(Arranging::Reorder, tr("&Reorder…"), u"reorder"_s, u"navReorder"_s, {});
    add(Arranging::FindReferences, tr("&Find References"), u"references"_s, u"navFindReferences"_s,
        Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    add(Arranging::SaveSelection, tr("&Save Selection as .bog…"), u"save"_s, u"navSaveSelection"_s, {});
    for (QAction* action : std::as_const(m_actions))
        action->setEnabled(false);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ArrangeActions::follow);
}

void ArrangeActions::followSoon()
{
    m_soon.start();
}

void ArrangeActions::setSubject(Subject subject)
{
    m_subject = std::move(subject);
    follow();
}

void ArrangeActions::addTo(QMenu& menu) const
{
    for (const Arranging which :
         {Arranging::Cut, Arranging::Copy, Arranging::Paste, Arranging::Duplicate, Arranging::Rename, Arranging::Delete})
        menu.addAction(action(which));
    auto* order = menu.addMenu(icon(u"reorder"_s), tr("Re&order"));
    order->setObjectName(u"navOrder"_s);
    for (const Arranging which : {Arranging::MoveUp, Arranging::MoveDown, Arranging::Reorder})
        order->addAction(action(which));
    menu.addSeparator();
    menu.addAction(action(Arranging::FindReferences));
    menu.addAction(action(Arranging::SaveSelection));
}

void ArrangeActions::follow()
{
    const QList<SlotId> selected = m_subject();
    const bool isOpen = m_station.isOpen();
    const bool isAny = isOpen && !m_station.arrangeable(selected).isEmpty();
    const bool isOne = isOpen && selected.size() == 1 && m_station.document().exists(selected.first());
    const auto hasSeveralInside = [&] {
        const Document& document = m_station.document();
        const QList<SlotId> children = document.children(selected.first());
        return std::ranges::count_if(children, [&](SlotId child) { return document.isComponent(child); }) > 1;
    };
    const bool canEdit = !m_station.isReadOnly();
    for (const Arranging which : {Arranging::Cut, Arranging::Duplicate, Arranging::Delete})
        action(which)->setEnabled(canEdit && isAny);
    action(Arranging::Paste)->setEnabled(canEdit && isOne);
    action(Arranging::Rename)->setEnabled(canEdit && isAny && isOne);
    action(Arranging::MoveUp)->setEnabled(canEdit && isAny && m_station.canMove(selected, OpenStation::Direction::Up));
    action(Arranging::MoveDown)->setEnabled(canEdit && isAny && m_station.canMove(selected, OpenStation::Direction::Down));
    action(Arranging::Reorder)->setEnabled(canEdit && isOne && hasSeveralInside());
    for (const Arranging which : {Arranging::Copy, Arranging::FindReferences, Arranging::SaveSelection})
        action(which)->setEnabled(isAny);
}

} // namespace stationer
