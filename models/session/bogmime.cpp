#include "session/bogmime.h"

#include "session/openstation.h"

namespace stationer {

BogMimeData::BogMimeData(const QByteArray& bog)
{
    setData(bogFormat, bog);
    setText(QString::fromUtf8(bog));
}

BogMimeData::BogMimeData(const QByteArray& bog, const OpenStation& station, const QList<SlotId>& components)
    : BogMimeData(bog)
{
    m_station = &station;
    m_opening = station.opening();
    m_components = components;
}

QList<SlotId> BogMimeData::componentsOf(const OpenStation& station) const
{
    return m_station == &station && m_opening == station.opening() ? m_components : QList<SlotId>();
}

QByteArray bogIn(const QMimeData* data)
{
    if (!data)
        return {};
    const QByteArray bog = data->data(bogFormat);
    return bog.isEmpty() && data->hasText() ? data->text().toUtf8() : bog;
}

} // namespace stationer
