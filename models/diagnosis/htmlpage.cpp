#include "diagnosis/htmlpage.h"

#include "terms/hiddencharacter.h"

#include <QLocale>

namespace stationer::html {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView style = uR"(
html { color: #1a1a1a; background: #fff; font: 15px/1.45 "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
body { max-width: 46em; margin: 2em auto; padding: 0 1.5em; }
h1 { font-size: 1.5em; margin: 0 0 .3em; }
h2 { font-size: 1.05em; margin: 0 0 .2em; }
p { margin: 0 0 .6em; overflow-wrap: anywhere; }
pre { font: 13px/1.4 "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: .3em 0 .6em; font-size: .93em; }
th, td { border: 1px solid #888; padding: .2em .5em; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; }
.aside { color: #444; }
.items { list-style: none; margin: 1.2em 0; padding: 0; }
.items > li { position: relative; padding-inline-start: 2.2em; margin: 0 0 1.3em; break-inside: avoid; }
.box { position: absolute; inset-inline-start: 0; top: .15em; width: 1.1em; height: 1.1em; border: 1.5px solid #1a1a1a;
  line-height: 1.1em; text-align: center; }
.sign { display: flex; gap: 2em; margin-top: 4em; break-inside: avoid; }
.sign div { flex: 1; border-top: 1px solid #1a1a1a; padding-top: .2em; font-size: .9em; }
@page { margin: 18mm; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
)";

} // namespace

QString escaped(const QString& text)
{
    QString safe;
    for (qsizetype at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        const bool isLine = character.code == U'\n';
        if (isHidden(character.code) && !isLine)
            safe += u"\\u{%1}"_s.arg(uint(character.code), 0, 16);
        else
            safe += text.mid(at, character.units);
        at += character.units;
    }
    return safe.toHtmlEscaped().replace(u'\'', "&#39;"_L1);
}

QString page(const QString& title, const QString& body)
{
    const QLocale locale;
    const QString language = locale.language() == QLocale::C ? u"en"_s : locale.bcp47Name();
    const QString direction = locale.textDirection() == Qt::RightToLeft ? u"rtl"_s : u"ltr"_s;
    return u"<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n"
           u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           u"<meta name=\"viewport\" content=\"width=device-width\">\n<title>"_s.arg(escaped(language), direction) +
           escaped(title) + u"</title>\n<style>"_s + style.toString() + u"</style>\n</head>\n<body>\n"_s + body +
           u"</body>\n</html>\n"_s;
}

} // namespace stationer::html
