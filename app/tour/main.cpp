#include "app/composition.h"
#include "app/tour/pictures.h"
#include "secrets/coredump.h"
#include "views/common/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// Where there is no display, a screen on which every window has the size that it likes; Qt's own has 800 by 800.
bool giveScreen(QTemporaryFile& description)
{
    if (qgetenv("QT_QPA_PLATFORM") != "offscreen")
        return true;
    const QByteArray screen = R"({"screens": [{"name": "tour", "x": 0, "y": 0, "width": 1600, "height": 1200,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})";
    if (!description.open() || description.write(screen) != screen.size() || !description.flush())
        return false;
    return qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + description.fileName().toLocal8Bit());
}

} // namespace

/// Goes through the demo alone and saves pictures of its windows: `stationer-tour DIR`. They are the same wherever they are
/// taken: nothing that is remembered goes in or out.
int main(int argc, char** argv)
{
    using namespace stationer;
    leaveNoMemoryInCores();
    QTextStream complaints(stderr);
    QTemporaryFile screen;
    if (!giveScreen(screen)) {
        complaints << screen.errorString() << Qt::endl;
        return 1;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Stationer"_s);
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
