#include "views/common/theme.h"

#include "views/common/accessibles.h"
#include "views/common/colours.h"
#include "views/common/quietstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// Styles that no desktop has as its own: Qt falls back to them.
bool isFallbackStyle(const QString& name)
{
    return name == "fusion"_L1 || name == "windows"_L1;
}

/// Where no desktop names a font, the first of these that is installed.
void chooseFont(QApplication& application)
{
    if (QGuiApplication::platformName() != "offscreen"_L1)
        return;
    const QStringList installed = QFontDatabase::families();
    for (const QString& family : {u"Inter"_s, u"Noto Sans"_s, u"Cantarell"_s, u"DejaVu Sans"_s})
        if (installed.contains(family)) {
            QFont font(family);
            font.setPointSizeF(QApplication::font().pointSizeF());
            application.setFont(font);
            return;
        }
}

} // namespace

Theme::Theme(QApplication& application)
    : QObject(&application), m_application(application), m_systemPalette(application.palette()),
      m_systemStyle(application.style()->objectName())
{
    chooseFont(application);
    new Accessibles(application);
}

void Theme::apply(Appearance appearance)
{
    m_appearance = appearance;
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && isDark(m_systemPalette));
    if (appearance == Appearance::System && !isFallbackStyle(m_systemStyle)) {
        m_application.setStyle(QStyleFactory::create(m_systemStyle));
        m_application.setPalette(m_systemPalette);
        return;
    }
    if (!qobject_cast<QuietStyle*>(m_application.style()))
        m_application.setStyle(new QuietStyle);
    m_application.setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace stationer
