#pragma once

#include <QStyledItemDelegate>

#include <chrono>

namespace stationer {

class TimeRuler;

/// Room at either side of a cell of the waterfall, the ruler's included.
inline constexpr int stageCellMargin = 6;

/// Paints the cells of the waterfall: the sign and the name, the bar to the ruler's scale with the earlier run's below it,
/// the time, the detail. Stages that did not run stand in one cell across the row and say why.
class StageDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit StageDelegate(const TimeRuler& ruler, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static int rowHeight(const QFontMetrics& metrics);
    /// Whether the stages of this row were skipped: it is one cell.
    static bool isSkipped(const QModelIndex& index);
    /// Why a stage did not run, or what was found; `running…` while nothing is known.
    static QString detailOf(const QModelIndex& index);
    /// The whole row in words.
    static QString rowText(const QModelIndex& index);

private:
    void paintBar(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const TimeRuler& m_ruler;
};

} // namespace stationer
