#pragma once

#include "station/slotid.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QMimeData>

namespace stationer {

class OpenStation;

/// The format of components on the clipboard and in a drag: a bog document. It is there as plain text as well.
inline constexpr QLatin1StringView bogFormat("application/x-stationer-bog+xml");
/// The format of a type that is dragged from the palette: `module:Type` in UTF-8.
inline constexpr QLatin1StringView draggedTypeFormat("application/x-stationer-type");

/// Components on the clipboard or in a drag. A drag that comes down in the window it left from finds the components
/// themselves here.
class BogMimeData : public QMimeData {
    Q_OBJECT
public:
    explicit BogMimeData(const QByteArray& bog);
    BogMimeData(const QByteArray& bog, const OpenStation& station, const QList<SlotId>& components);

    /// The components, where they are of this station and it is still the one that they were taken from; they may be gone.
    QList<SlotId> componentsOf(const OpenStation& station) const;

private:
    const OpenStation* m_station = nullptr; ///< only compared
    int m_opening = 0;
    QList<SlotId> m_components;
};

/// The bog in it, else its text, whatever that is; empty where there is neither.
QByteArray bogIn(const QMimeData* data);

} // namespace stationer
