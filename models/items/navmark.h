#pragma once

#include "catalogue/references.h"
#include "items/roles.h"
#include "station/document.h"

#include <QString>

namespace stationer {

class LastTests;

/// The badge of a component in the Nav tree, and what it stands for.
struct NavMark {
    Badge badge = Badge::None;
    QString text;
};

/// What its last test found or what its sheet warns of, whichever is graver.
NavMark navMark(const Document& document, SlotId component, const LastTests& tests, const QList<Reference>& dangling = {});
/// The resource name of a component's icon, without folder and ending.
QString navIcon(const Document& document, SlotId component);

} // namespace stationer
