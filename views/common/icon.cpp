#include "views/common/icon.h"

#include "views/common/colours.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// The second tone as it stands in the drawings.
constexpr QByteArrayView drawnAccent("#2b66c9");

QByteArray drawing(const QString& name)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TintedIcon : public QIconEngine {
public:
    explicit TintedIcon(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1;
        painter->drawPixmap(rect, tinted(rect.size(), mode, ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return tinted(size, mode, 1); }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        return tinted(size / ratio, mode, ratio);
    }
    QIconEngine* clone() const override { return new TintedIcon(*this); }
    QString key() const override { return u"stationer-tinted"_s; }
    bool isNull() override { return m_name.isEmpty(); }

private:
    QPixmap tinted(QSize size, QIcon::Mode mode, qreal ratio) const
    {
        const QPalette palette = QGuiApplication::palette();
        QColor line = palette.color(QPalette::Active, QPalette::ButtonText);
        QColor accent = Colours::of(palette).accent;
        switch (mode) {
        case QIcon::Normal:
        case QIcon::Active:
            break;
        case QIcon::Disabled:
            line = accent = palette.color(QPalette::Disabled, QPalette::ButtonText);
            break;
        case QIcon::Selected:
            line = accent = palette.color(QPalette::HighlightedText);
            break;
        }
        return tintedPixmap(m_name, line, accent, size, ratio);
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString& name)
{
    return name.isEmpty() ? QIcon() : QIcon(new TintedIcon(name));
}

QPixmap tintedPixmap(const QString& name, const QColor& line, const QColor& accent, QSize size, qreal devicePixelRatio)
{
    const QSize pixels = (QSizeF(size) * devicePixelRatio).toSize();
    const QString key =
        u"stationer/%1/%2/%3/%4x%5"_s.arg(name, line.name(), accent.name()).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QByteArray svg = drawing(name);
        svg.replace(drawnAccent, accent.name().toLatin1());
        svg.replace("currentColor", line.name().toLatin1());
        QBuffer buffer(&svg);
        QImageReader reader(&buffer, "svg");
        reader.setScaledSize(pixels);
        pixmap = QPixmap::fromImage(reader.read());
        if (!pixmap.isNull())
            QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QString badgeIconName(Badge badge)
{
    switch (badge) {
    case Badge::None:
        return {};
    case Badge::Info:
        return u"badge-info"_s;
    case Badge::Passed:
        return u"badge-passed"_s;
    case Badge::PassedHere:
        return u"badge-passed-here"_s;
    case Badge::Open:
        return u"badge-open"_s;
    case Badge::Challenged:
        return u"badge-challenged"_s;
    case Badge::Failed:
        return u"badge-failed"_s;
    case Badge::Warning:
        return u"badge-warning"_s;
    case Badge::Fault:
        return u"badge-fault"_s;
    }
    Q_UNREACHABLE();
}

QPixmap badgePixmap(Badge badge, int extent, const QPalette& palette, qreal devicePixelRatio)
{
    if (badge == Badge::None)
        return {};
    const Colours colours = Colours::of(palette);
    return tintedPixmap(badgeIconName(badge), colours.of(badge), colours.onBadge, QSize(extent, extent), devicePixelRatio);
}

void paintBadge(QPainter& painter, Badge badge, const QRect& rect, const QPalette& palette)
{
    if (badge != Badge::None)
        painter.drawPixmap(rect, badgePixmap(badge, rect.width(), palette, painter.device()->devicePixelRatio()));
}

} // namespace stationer
