#include "views/accounts/validitydelegate.h"

#include "items/validitymodel.h"
#include "terms/dates.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <array>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int wordsGap = 8;
constexpr std::array<qint64, 3> zones{7, 14, 30};

QColor faint(QColor colour, float share)
{
    colour.setAlphaF(share);
    return colour;
}

QString wordsOf(const CertificateEnd& end)
{
    //: The end of a certificate: %1 a date, %2 such as «12 days left»
    return QCoreApplication::translate("accounts", "%1, %2").arg(shownDay(end.notAfter), end.text());
}

/// The widest that stands behind a bar.
int wordsWidth(const QFontMetrics& metrics)
{
    const CertificateEnd longest{.name = {}, .subject = {}, .issuer = {}, .notAfter = {}, .days = -888, .isEnded = true};
    return metrics.horizontalAdvance(u"8888-88-88, "_s + longest.text()) + metrics.height() + wordsGap;
}

QColor colourOf(const CertificateEnd& end, const Colours& colours)
{
    return end.badge() == Badge::None ? colours.bar : colours.of(end.badge());
}

} // namespace

ValidityLayout ValidityLayout::of(const QRect& line, const QFontMetrics& metrics)
{
    const int character = metrics.averageCharWidth();
    const int most = line.width() - 16 - 2 * wordsGap;
    int name = qBound(character * 8, most / 4, character * 26);
    int words = wordsWidth(metrics);
    if (most - name - words < character * 12) // narrow: the words give way, the tool tip has them
        words = qMax(metrics.height(), most - name - character * 12);
    ValidityLayout layout;
    layout.name = QRect(line.left() + 16, line.top(), name, line.height());
    layout.text = QRect(line.right() - words + 1 - wordsGap, line.top(), words, line.height());
    layout.track = QRect(layout.name.right() + 1 + wordsGap, line.top(),
                         qMax(1, layout.text.left() - layout.name.right() - 1 - 2 * wordsGap), line.height());
    return layout;
}

void paintZones(QPainter& painter, const QRect& track, const ValidityScale& scale, const QPalette& palette,
                Qt::LayoutDirection direction)
{
    const Colours colours = Colours::of(palette);
    const auto fill = [&](int left, int right, const QColor& colour) {
        const QRect area(track.left() + left, track.top(), qMax(1, right - left), track.height());
        painter.fillRect(QStyle::visualRect(direction, track, area), colour);
    };
    const int today = scale.at(scale.today);
    int left = today;
    const std::array<QColor, 3> tints{faint(colours.failed, 0.16F), faint(colours.warning, 0.16F),
                                      faint(colours.info, 0.10F)};
    for (std::size_t i = 0; i < zones.size(); ++i) {
        const int right = scale.at(scale.today.addDays(zones[i]));
        fill(left, right, tints[i]);
        fill(right, right + 1, faint(colours.muted, 0.35F));
        left = right;
    }
    fill(0, today, faint(colours.muted, 0.10F));
    fill(today, today + 2, palette.color(QPalette::Text));
}

ValidityDelegate::ValidityDelegate(ValidityModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

void ValidityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    const AccountRow& row = m_model.row(index);
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isCurrent = option.state.testFlag(QStyle::State_HasFocus);
    const Colours colours = Colours::of(option.palette);
    const ValidityLayout layout = ValidityLayout::of(given.rect, option.fontMetrics);
    const auto mirrored = [&](const QRect& area) { return QStyle::visualRect(option.direction, given.rect, area); };
    const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
    painter->save();
    painter->setClipRect(given.rect);
    if (isSelected)
        painter->fillRect(given.rect, paleSelection(option.palette));
    ValidityScale scale = m_scale;
    scale.length = layout.track.width();
    paintZones(*painter, mirrored(layout.track), scale, option.palette, option.direction);

    const bool isMuted = !row.end || row.certificate.isMuted || !row.isEnabled;
    painter->setPen(row.isEnabled ? option.palette.color(QPalette::Text) : colours.muted);
    QFont font = option.font;
    font.setBold(isSelected);
    painter->setFont(font);
    painter->drawText(
        mirrored(layout.name), int(side),
        QFontMetrics(font).elidedText(shownOnOneLine(row.name.text, 120), Qt::ElideRight, layout.name.width()));
    painter->setFont(option.font);
    painter->setPen(isMuted ? colours.muted : option.palette.color(QPalette::Text));
    if (!row.end) {
        const QRect area(layout.track.left() + scale.at(scale.today) + wordsGap, layout.track.top(),
                         layout.text.right() - layout.track.left() - scale.at(scale.today) - wordsGap,
                         layout.track.height());
        painter->drawText(mirrored(area), int(side),
                          option.fontMetrics.elidedText(row.whyNoEnd, Qt::ElideRight, area.width()));
    } else {
        const int today = scale.at(scale.today);
        const int end = scale.at(row.end->notAfter);
        const int height = qMax(6, given.rect.height() * 2 / 5);
        const QRect bar(layout.track.left() + qMin(today, end), given.rect.center().y() - height / 2,
                        qMax(3, qAbs(end - today)), height);
        const QColor colour = colourOf(*row.end, colours);
        painter->setRenderHint(QPainter::Antialiasing);
        if (row.end->isEnded) {
            painter->setPen(QPen(colour, 1));
            painter->setBrush(QBrush(colour, Qt::BDiagPattern));
        } else {
            painter->setPen(isMuted ? QPen(colour, 1) : QPen(Qt::NoPen));
            painter->setBrush(isMuted ? QBrush(faint(colour, 0.35F)) : QBrush(colour));
        }
        painter->drawRoundedRect(QRectF(mirrored(bar)).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        if (scale.isBeyond(row.end->notAfter) ||
            scale.isBefore(row.end->notAfter)) { // it goes on: a point instead of an edge
            const bool isRight = scale.isBeyond(row.end->notAfter) != (option.direction == Qt::RightToLeft);
            const QRect edge = mirrored(bar);
            const int tip = isRight ? edge.right() + height : edge.left() - height;
            const int base = isRight ? edge.right() : edge.left();
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour);
            painter->drawPolygon(
                QPolygon{QPoint(base, edge.top() - 1), QPoint(tip, edge.center().y()), QPoint(base, edge.bottom() + 2)});
        }
        painter->setRenderHint(QPainter::Antialiasing, false);
        QRect words = layout.text;
        const int extent = option.fontMetrics.height();
        const QRect badge(words.left(), words.center().y() - extent / 2, extent, extent);
        if (row.end->badge() != Badge::None)
            paintBadge(*painter, row.end->badge(), mirrored(badge), option.palette);
        words.adjust(extent + wordsGap / 2, 0, 0, 0);
        painter->setPen(isMuted ? colours.muted : option.palette.color(QPalette::Text));
        if (words.width() > option.fontMetrics.averageCharWidth() * 4)
            painter->drawText(mirrored(words), int(side),
                              option.fontMetrics.elidedText(wordsOf(*row.end), Qt::ElideRight, words.width()));
    }
    if (isCurrent) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(colours.accent);
        painter->drawRect(given.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize ValidityDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.fontMetrics.averageCharWidth() * 40, option.fontMetrics.height() + 8};
}

bool ValidityDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                 const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    if (!index.isValid())
        return false;
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view, option.rect);
    return true;
}

} // namespace stationer
