#include "app/cli/command.h"
#include "app/cli/completion.h"
#include "app/cli/help.h"
#include "app/cli/texts.h"
#include "secrets/coredump.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace stationer;
using namespace Qt::StringLiterals;

namespace {

/// What the library has to say is for its developers; what a person needs to know, the commands say.
void keepSilent(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
}

int leave(ExitStatus status, Console& console)
{
    if (!console.flush() && status != ExitStatus::Usage) {
        console.complain(Texts::tr("Standard output could not be written."));
        status = ExitStatus::CannotWrite;
    }
    return int(status);
}

ExitStatus runJob(QCoreApplication& application, std::unique_ptr<Job> job, Console& console)
{
    ExitStatus status = ExitStatus::TestFailed;
    QObject::connect(job.get(), &Job::finished, &application, [&](ExitStatus ended) {
        status = ended;
        application.quit();
    });
    job->start();
    application.exec();
    if (job->holdsProcess())
        std::_Exit(leave(status, console));
    return status;
}

/// What programs read is the same everywhere.
void keepEnglish(const Arguments& arguments, QTranslator& texts)
{
    if (arguments.has(u"json") || arguments.value(u"format").value_or(u"text"_s) != "text"_L1)
        QCoreApplication::removeTranslator(&texts);
}

ExitStatus runCommand(QCoreApplication& application, const Command& command, const QStringList& words, QTranslator& texts,
                      Console& console)
{
    const QStringList options = words.first(words.contains("--"_L1) ? words.indexOf(u"--"_s) : words.size());
    if (options.contains("--help"_L1) || options.contains("-h"_L1)) {
        console.print(helpOf(command));
        return ExitStatus::Done;
    }
    const auto arguments = Arguments::parse(words, command.options);
    if (!arguments)
        return usageError(command, arguments.error().sentence, console);
    keepEnglish(arguments.value(), texts);
    const qsizetype count = arguments.value().positionals().size();
    if (count < command.fewest)
        return usageError(command, whatIsMissing(command, count), console);
    if (count > command.most)
        return usageError(command,
                          Texts::tr("«%1» is one too many.").arg(shown(arguments.value().positionals().at(command.most))),
                          console);
    if (&command != &testCommand && &command != &trustCommand) // which have more of them
        if (const auto format = outputFormat(arguments.value()); !format)
            return usageError(command, format.error().sentence, console);
    Started started = command.run(arguments.value(), console);
    if (auto* const job = std::get_if<std::unique_ptr<Job>>(&started))
        return runJob(application, std::move(*job), console);
    return std::get<ExitStatus>(started);
}

ExitStatus run(QCoreApplication& application, const QStringList& words, QTranslator& texts, Console& console)
{
    const QString name = words.value(0);
    if (name == "--help"_L1 || name == "-h"_L1) {
        console.print(helpOfAll());
        return ExitStatus::Done;
    }
    if (name == "--version"_L1) {
        console.print("stationer-cli "_L1 + QCoreApplication::applicationVersion());
        return ExitStatus::Done;
    }
    if (name == "--completion"_L1) {
        console.print(bashCompletion());
        return ExitStatus::Done;
    }
    const auto all = commands();
    const auto command =
        std::find_if(all.begin(), all.end(), [&](const Command* known) { return name == QLatin1StringView(known->name); });
    if (command != all.end())
        return runCommand(application, **command, words.sliced(1), texts, console);
    console.complain(unknownCommand(name));
    console.note(shortUsage());
    return ExitStatus::Usage;
}

} // namespace

int main(int argc, char** argv)
{
    refuseDumps();
    qInstallMessageHandler(keepSilent);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"stationer"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(STATIONER_VERSION));
    QTranslator texts; // there with the desktop, whose they are
    if (texts.load(QLocale(), u"stationer"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&texts);
    Console console;
    const ExitStatus status = run(application, QCoreApplication::arguments().sliced(1), texts, console);
    return leave(status, console);
}
