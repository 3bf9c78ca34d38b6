#pragma once

#include "catalogue/references.h"
#include "station/document.h"
#include "terms/badge.h"

#include <QDateTime>
#include <QString>

namespace stationer {

class LastTests;

/// A sign of a component in the Nav tree, and what it stands for.
struct NavMark {
    Badge badge = Badge::None;
    QString text;
};

/// What its last test found. A warning does not stand in its place: the two are shown side by side.
NavMark testMark(SlotId account, const LastTests& tests);
/// What the station itself would meet, where the test did not fail here: a sign where it would fail, words alone where that
/// is open.
NavMark stationMark(SlotId account, const LastTests& tests);
/// The gravest thing that its sheet warns of.
NavMark valuesMark(const Document& document, SlotId component, const QList<Reference>& dangling = {});

/// That the certificate which the account's last test met ends soon, or has ended; Badge::None where there is nothing to
/// say.
struct CertificateMark {
    Badge badge = Badge::None;
    QString brief; ///< «12 d»
    QString text;  ///< the whole sentence
};
CertificateMark certificateMark(SlotId account, const LastTests& tests, const QDateTime& now);

/// How many items of the handover sheet are open; empty for none.
QString handoverText(int openItems);

/// The resource name of a component's icon, without folder and ending.
QString navIcon(const Document& document, SlotId component);

} // namespace stationer
