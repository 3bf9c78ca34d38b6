#include "app/composition.h"
#include "secrets/coredump.h"
#include "views/common/icon.h"
#include "views/common/theme.h"
#include "views/stationfiles.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QProcess>
#include <QSettings>
#include <QTextStream>
#include <QTranslator>

#include <chrono>
#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void complain(const QString& sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
}

/// The system's resolver cannot be interrupted: a look-up that nobody waits for any more would hold the exit for as long as
/// it takes, ten seconds with a dead name server. When this is called everything is written, so the process ends a moment
/// later.
void leaveSoon(int status)
{
    std::thread([status] {
        std::this_thread::sleep_for(500ms);
        std::_Exit(status);
    }).detach();
}

int tour(const QString& folder)
{
    const int status = QProcess::execute(QCoreApplication::applicationDirPath() + u"/stationer-tour"_s, {folder});
    if (status < 0)
        complain(
            QCoreApplication::translate("main", "stationer-tour, which takes the pictures, is not beside this program."));
    return status < 0 ? 1 : status;
}

int run(QApplication& application)
{
    using namespace stationer;
    QApplication::setApplicationName(u"Stationer"_s);
    QApplication::setOrganizationName(u"Stationer"_s);
    QApplication::setApplicationVersion(QStringLiteral(STATIONER_VERSION));
    QGuiApplication::setDesktopFileName(u"stationer"_s);

    QTranslator qtTexts;
    if (qtTexts.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtTexts);
    QTranslator texts;
    if (texts.load(QLocale(), u"stationer"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&texts);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Edits the e-mail services of a building-automation station."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"FILE"_s, QCoreApplication::translate("main", "A station file to open."), u"[FILE]"_s);
    const QCommandLineOption demo(u"demo"_s,
                                  QCoreApplication::translate("main", "Open the sample station on the mail server "
                                                                      "inside this program."));
    const QCommandLineOption pictures(
        u"pictures"_s, QCoreApplication::translate("main", "Go through the demo alone and save pictures in DIR."), u"DIR"_s);
    parser.addOptions({demo, pictures});
    parser.process(application);
    if (parser.isSet(pictures)) // by the program beside this one, which is not installed
        return tour(parser.value(pictures));
    const bool isDemo = parser.isSet(demo);
    if (parser.positionalArguments().size() > (isDemo ? 0 : 1)) {
        complain(QCoreApplication::translate("main", "One station file at a time."));
        return 2;
    }

    QSettings settings;
    Theme theme(application);
    const int remembered = settings.value("appearance"_L1, int(Appearance::System)).toInt();
    theme.apply(remembered == int(Appearance::Light)  ? Appearance::Light
                : remembered == int(Appearance::Dark) ? Appearance::Dark
                                                      : Appearance::System);
    QApplication::setWindowIcon(QIcon(tintedPixmap(u"stationer"_s, Qt::white, QColor(0xff2b66c9), QSize(128, 128), 1)));

    Composition desktop(theme, settings, isDemo ? KeyRing::Use::SessionOnly : KeyRing::Use::System,
                        isDemo ? QString() : Recovery::usualFolder(), TrustRecord::standardFolder());
    desktop.window().show();
    if (isDemo) {
        QString error;
        if (!desktop.startDemo(&error))
            desktop.window().say(error);
    } else if (!parser.positionalArguments().isEmpty()) {
        desktop.window().files().open(parser.positionalArguments().first());
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    stationer::leaveNoMemoryInCores();
    QApplication application(argc, argv);
    const int status = run(application);
    leaveSoon(status);
    return status;
}
