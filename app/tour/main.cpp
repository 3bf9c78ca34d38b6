#include "app/composition.h"
#include "app/tour/pictures.h"
#include "secrets/coredump.h"
#include "views/common/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

/// Goes through the demo alone and saves pictures of its windows: `stationer-tour DIR`. They are the same wherever they are taken:
/// nothing that is remembered goes in or out.
int main(int argc, char** argv)
{
    using namespace stationer;
    leaveNoMemoryInCores();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Stationer"_s);
    QTextStream complaints(stderr);
    if (argc != 2) {
        complaints << "Usage: stationer-tour DIR" << Qt::endl;
        return 2;
    }
    QTemporaryDir nowhere;
    QSettings blank(nowhere.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Theme theme(application);
    theme.apply(Appearance::Light);
    Composition desktop(theme, blank, KeyRing::Use::SessionOnly);
    desktop.window().show();
    Pictures tour(desktop, theme, QDir(QString::fromLocal8Bit(argv[1])));
    QObject::connect(&tour, &Pictures::finished, &application, [&complaints](const QString& error) {
        if (!error.isEmpty())
            complaints << error << Qt::endl;
        QCoreApplication::exit(error.isEmpty() ? 0 : 1);
    });
    tour.start();
    return QApplication::exec();
}
