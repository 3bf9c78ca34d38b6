#include "views/common/colours.h"

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
                      .border = 0xff9aa2ad,
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
                      .border = 0xff666e79,
                      .light = 0xff4a5059,
                      .midlight = 0xff3a3f46,
                      .dark = 0xff7c848f,
                      .shadow = 0xff0d0e10,
                      .highlight = 0xff3573d9,
                      .link = 0xff84b4ff,
                      .toolTip = 0xff33373e});
}

Colours Colours::of(const QPalette& palette)
{
    if (isDark(palette))
        return {.accent = QColor(0xff5f9bf5),
                .muted = QColor(0xffa3abb6),
                .separator = QColor(0xff3a3f46),
                .changed = QColor(0xfff0625a),
                .passed = QColor(0xff2f9e5f),
                .challenged = QColor(0xffc98a10),
                .failed = QColor(0xffe0544b),
                .warning = QColor(0xffc98a10),
                .info = QColor(0xff7c848f),
                .bar = QColor(0xff4a86e4)};
    return {.accent = QColor(0xff2b66c9),
            .muted = QColor(0xff5c6470),
            .separator = QColor(0xffdcdfe4),
            .changed = QColor(0xffcc372c),
            .passed = QColor(0xff1f7a43),
            .challenged = QColor(0xffb26a00),
            .failed = QColor(0xffc4352b),
            .warning = QColor(0xffb26a00),
            .info = QColor(0xff6d7682),
            .bar = QColor(0xff5a8fe0)};
}

QColor Colours::of(Badge badge) const
{
    switch (badge) {
    case Badge::None:
    case Badge::Info:
        return info;
    case Badge::Passed:
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
