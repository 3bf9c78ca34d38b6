#pragma once

#include "views/common/theme.h"

#include <QTest>
#include <QWidget>

namespace stationer::test {

/// Saves what a widget looks like, dark and light, in the folder that STATIONER_PICTURES names: for whoever looks at it, no part of a test.
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

} // namespace stationer::test
