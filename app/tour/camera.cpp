#include "app/tour/camera.h"

#include <QHash>
#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

namespace {

constexpr auto settlingTime = 120ms; // for palettes and layouts
constexpr qsizetype mostColours = 256;
constexpr int leastArea = 60; ///< pixels of one colour that are more than the edges of letters
constexpr int farthestOfArea = 4;
constexpr int farthestShift = 24; ///< of a channel's 255
constexpr int shiftStep = 4;

/// How far one colour is from another, in the channel where it is farthest.
int shift(QRgb one, QRgb other)
{
    return std::max(
        {std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)), std::abs(qBlue(one) - qBlue(other))});
}

/// A window has few colours and many shades at the edges of its letters. What is flat keeps its colour; where 256 are enough
/// for that and for shades near enough to the others, the file is a third as large. Else the picture stays as it is.
QImage withPalette(const QImage& image)
{
    const QImage full = image.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, int> count;
    for (int y = 0; y < full.height(); ++y)
        for (const auto *pixel = reinterpret_cast<const QRgb*>(full.constScanLine(y)), *end = pixel + full.width();
             pixel != end; ++pixel)
            ++count[*pixel];
    QList<QRgb> colours = count.keys();
    std::ranges::sort(colours, [&count](QRgb one, QRgb other) {
        return count[one] != count[other] ? count[one] > count[other] : one < other;
    });
    // Of shades that nobody tells apart the most frequent one stands for the others: as near as there are entries for.
    QList<QRgb> palette;
    QHash<QRgb, uchar> entry;
    for (int reach = 0; reach <= farthestShift; reach += shiftStep) {
        palette.clear();
        entry.clear();
        for (const QRgb colour : std::as_const(colours)) {
            const auto nearest =
                std::ranges::min_element(palette, {}, [colour](QRgb candidate) { return shift(colour, candidate); });
            const int own = count[colour] >= leastArea ? qMin(reach, farthestOfArea) : reach;
            if (nearest == palette.end() || shift(colour, *nearest) > own) {
                if (palette.size() == mostColours)
                    break;
                entry[colour] = uchar(palette.size());
                palette += colour;
            } else {
                entry[colour] = uchar(nearest - palette.begin());
            }
        }
        if (entry.size() == colours.size())
            break;
    }
    if (entry.size() != colours.size())
        return full;
    QImage indexed(full.size(), QImage::Format_Indexed8);
    indexed.setColorTable(palette);
    for (int y = 0; y < full.height(); ++y)
        std::transform(reinterpret_cast<const QRgb*>(full.constScanLine(y)),
                       reinterpret_cast<const QRgb*>(full.constScanLine(y)) + full.width(), indexed.scanLine(y),
                       [&entry](QRgb pixel) { return entry[pixel]; });
    return indexed;
}

} // namespace

Camera::Camera(Theme& theme, const QDir& folder, QObject* parent) : QObject(parent), m_theme(theme), m_folder(folder) {}

void Camera::take(QWidget& widget, const QString& name)
{
    ++m_taken;
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        const QString file = u"%1-%2-%3.png"_s.arg(m_taken, 2, 10, QChar(u'0'))
                                 .arg(name, appearance == Appearance::Light ? u"light"_s : u"dark"_s);
        m_shots += Shot{&widget, m_folder.filePath(file), appearance};
    }
}

void Camera::develop()
{
    if (m_shots.isEmpty()) {
        m_theme.apply(Appearance::Light);
        emit done({});
        return;
    }
    m_theme.apply(m_shots.first().appearance);
    QTimer::singleShot(settlingTime, this, &Camera::takeNext);
}

void Camera::takeNext()
{
    const Shot shot = m_shots.takeFirst();
    constexpr int bestCompression = 0; // as QImage counts
    if (shot.widget && !withPalette(shot.widget->grab().toImage()).save(shot.file, "PNG", bestCompression)) {
        m_shots.clear();
        emit done(u"cannot write "_s + shot.file);
        return;
    }
    develop();
}

} // namespace stationer
