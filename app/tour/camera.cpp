#include "app/tour/camera.h"

#include <QHash>
#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

namespace {

constexpr auto settlingTime = 120ms; // for palettes and layouts
constexpr qsizetype mostColours = 256;

int distance(QRgb one, QRgb other)
{
    const int red = qRed(one) - qRed(other);
    const int green = qGreen(one) - qGreen(other);
    const int blue = qBlue(one) - qBlue(other);
    return red * red + green * green + blue * blue;
}

/// A window has few colours and many shades at the edges of its letters: with the most frequent ones and the nearest of them for the
/// rest nobody sees a difference, and the file is a third as large.
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
    const QList<QRgb> palette = colours.mid(0, mostColours);
    QHash<QRgb, uchar> entry;
    for (const QRgb colour : std::as_const(colours)) {
        const auto nearest =
            std::ranges::min_element(palette, {}, [colour](QRgb candidate) { return distance(colour, candidate); });
        entry[colour] = uchar(nearest - palette.begin());
    }
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
