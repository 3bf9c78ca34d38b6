#pragma once

#include "views/accounts/validityscale.h"

#include <QStyledItemDelegate>

class QFontMetrics;

namespace stationer {

class ValidityModel;

/// How a line of the chart of validity is divided: the account's name, the time, and when it ends in words.
struct ValidityLayout {
    QRect name, track, text;
    static ValidityLayout of(const QRect& line, const QFontMetrics& metrics);
};

/// The grounds of a chart line: the zones of 7, 14 and 30 days from today, what lies behind, and the line of today.
void paintZones(QPainter& painter, const QRect& track, const ValidityScale& scale, const QPalette& palette,
                Qt::LayoutDirection direction);

/// Paints a line of the chart of validity: a bar from today to the end of the certificate, backwards and hatched where that
/// has passed. A badge and words say the same as the colour.
class ValidityDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ValidityDelegate(ValidityModel& model, QObject* parent);

    void setScale(const ValidityScale& scale) { m_scale = scale; }
    const ValidityScale& scale() const { return m_scale; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    ValidityModel& m_model;
    ValidityScale m_scale;
};

} // namespace stationer
