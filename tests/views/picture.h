#pragma once

#include "views/common/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>
#include <QWidget>

namespace stationer::test {

/// Saves what a widget looks like, dark and light, in the folder that STATIONER_PICTURES names: for whoever looks at it, no
/// part of a test.
inline void picture(Theme& theme, QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("STATIONER_PICTURES");
    if (folder.isEmpty())
        return;
    for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        theme.apply(appearance);
        QTest::qWait(60);
        widget.grab().save(folder + QLatin1Char('/') + name +
                           QLatin1String(appearance == Appearance::Dark ? "-dark.png" : ".png"));
    }
}

/// Saves what a widget looks like in the folder `pictures` beside the programs', each time.
inline void keepPicture(QWidget& widget, const QString& name)
{
    const QDir folder(QCoreApplication::applicationDirPath() + QLatin1String("/../pictures"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QTest::qWait(200); // palettes and layouts follow through the event loop
    QVERIFY(widget.grab().save(folder.filePath(name + QLatin1String(".png"))));
}

/// The same, dark and light.
inline void keepPictures(Theme& theme, QWidget& widget, const QString& name)
{
    for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        theme.apply(appearance);
        keepPicture(widget, name + QLatin1String(appearance == Appearance::Dark ? "-dark" : "-light"));
    }
}

} // namespace stationer::test
