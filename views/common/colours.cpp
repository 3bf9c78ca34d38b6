#include "views/common/colours.h"

#include <algorithm>
#include <cmath>

namespace stationer {

namespace {

struct Tones {
    QRgb window, base, alternate, text, muted, button, border, light, midlight, dark, shadow, highlight, link, toolTip;
};

QPalette paletteOf(const Tones& tones)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor(colour)); };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Text, tones.text);
    set(QPalette::PlaceholderText, tones.muted);
    set(QPalette::Button, tones.button);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::Light, tones.light);
    set(QPalette::Midlight, tones.midlight);
    set(QPalette::Mid, tones.border);
    set(QPalette::Dark, tones.dark);
    set(QPalette::Shadow, tones.shadow);
    set(QPalette::Highlight, tones.highlight);
    set(QPalette::HighlightedText, 0xffffffff);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.link);
    set(QPalette::ToolTipBase, tones.toolTip);
    set(QPalette::ToolTipText, tones.text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(tones.dark));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(tones.midlight));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.border));
    return palette;
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPalette lightPalette()
{
    return paletteOf({.window = 0xfff3f4f6,
                      .base = 0xffffffff,
                      .alternate = 0xfff7f8fa,
                      .text = 0xff1a1d21,
                      .muted = 0xff5c6470,
                      .button = 0xfffdfdfe,
                      .border = 0xff848c97,
                      .light = 0xffffffff,
                      .midlight = 0xffe3e6ea,
                      .dark = 0xff868e99,
                      .shadow = 0xff5c6470,
                      .highlight = 0xff2b66c9,
                      .link = 0xff1c56b8,
                      .toolTip = 0xffffffff});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff25282d,
                      .base = 0xff1b1d21,
                      .alternate = 0xff202327,
                      .text = 0xffe8eaed,
                      .muted = 0xffa3abb6,
                      .button = 0xff33373e,
                      .border = 0xff7c848f,
                      .light = 0xff4a5059,
                      .midlight = 0xff3a3f46,
                      .dark = 0xff7c848f,
                      .shadow = 0xff0d0e10,
                      .highlight = 0xff3573d9,
                      .link = 0xff84b4ff,
                      .toolTip = 0xff33373e});
}

QColor paleSelection(const QPalette& palette)
{
    QColor pale = palette.color(QPalette::Highlight);
    pale.setAlphaF(isDark(palette) ? 0.42F : 0.22F);
    return pale;
}

double contrast(const QColor& one, const QColor& other)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Colours Colours::of(const QPalette& palette)
{
    if (isDark(palette))
        return {.accent = QColor(0xff5f9bf5),
                .muted = QColor(0xffa3abb6),
                .separator = QColor(0xff3a3f46),
                .changed = QColor(0xfff0625a),
                .passed = QColor(0xff3aa86a),
                .challenged = QColor(0xffc98a10),
                .failed = QColor(0xffea6a61),
                .warning = QColor(0xffc98a10),
                .info = QColor(0xff8c94a0),
                .onBadge = QColor(0xff1b1d21),
                .bar = QColor(0xff4a86e4)};
    return {.accent = QColor(0xff2b66c9),
            .muted = QColor(0xff5c6470),
            .separator = QColor(0xffdcdfe4),
            .changed = QColor(0xffcc372c),
            .passed = QColor(0xff1f7a43),
            .challenged = QColor(0xffa36000),
            .failed = QColor(0xffc4352b),
            .warning = QColor(0xffa36000),
            .info = QColor(0xff666f7b),
            .onBadge = QColor(0xffffffff),
            .bar = QColor(0xff5a8fe0)};
}

QColor Colours::of(Badge badge) const
{
    switch (badge) {
    case Badge::None:
    case Badge::Info:
    case Badge::Open:
        return info;
    case Badge::Passed:
    case Badge::PassedHere:
        return passed;
    case Badge::Challenged:
        return challenged;
    case Badge::Failed:
    case Badge::Fault:
        return failed;
    case Badge::Warning:
        return warning;
    }
    Q_UNREACHABLE();
}

} // namespace stationer
