#include "app/cli/command.h"
#include "app/cli/testjob.h"
#include "app/cli/testoptions.h"

#include <QtGlobal>

namespace stationer {

namespace {

/// Whoever collects documents gets one where no file could be read, too.
void sayUnread(const QStringList& files, TestFormat format, Console& console)
{
    const auto written = reportFormat(format);
    for (const QString& file : files)
        written->notRead(file);
    if (!files.isEmpty())
        console.write(written->end());
}

Started runTest(const Arguments& arguments, Console& console)
{
    auto options = TestOptions::parse(arguments);
    if (!options)
        return usageError(testCommand, options.error().sentence, console);
    TestTargets targets = testTargets(options.value(), console);
    if (targets.targets.isEmpty()) {
        sayUnread(targets.unread, options.value().format, console);
        return targets.status;
    }
    return std::make_unique<TestJob>(std::move(options.value()), std::move(targets), console);
}

} // namespace

const Command testCommand{
    "test",
    "FILE… [--path PATH]… [--entry NAME] [options]\n"
    "--protocol smtp|imap|pop3 --host H [--port N] [--security none|starttls|ssl] [--user U] [options]\n"
    "--depth connect|login|envelope|message  --to ADDRESS  --jobs N  --timeout SECONDS  --connect HOST:PORT\n"
    "--mechanism station|strongest|NAME  --ehlo NAME  --through PATH\n"
    "--station-roots FILE…  --station-roots-password-file F  --station-profile password|oauth  --station\n"
    "--password-file F | --password-stdin | --secrets F | --token-file F\n"
    "--client-certificate PEM [--key-password-file F]\n"
    "--oauth-endpoint URL --oauth-client ID --oauth-scope S\n"
    "--oauth-secret-file F | --oauth-certificate PEM [--key-password-file F] | --oauth-service-account JSON\n"
    "--accept SHA256  --trust DIR | --trust-as-is  --format text|json|junit|prometheus  --json  --transcript",
    QT_TRANSLATE_NOOP(
        "cli",
        "Proves accounts against the real mail server; without --path every enabled one; FILE may be a backup (.dist). "
        "Without --security it is ssl. The path of an EmailRecipient proves its alarms: every address of To, Cc and Bcc is "
        "asked for, and with --depth message one message goes to all of them, which is then looked for in the "
        "IncomingAccount that --through names, else in the only enabled one. The lines of a secrets file are "
        "[FILE<TAB>]PATH<TAB>PASSWORD. A file that holds a secret is refused "
        "where others can reach it: chmod 600. "
        "A password that is not given comes from the key ring, else it is asked for. With --oauth-… a token is fetched "
        "once for all accounts, as a station with an Email Authenticator does, and signs in. What a station brings "
        "with it in its .security folder counts once it was taken over, or with --trust-as-is. "
        "Beside what happened here a report says what the station itself would meet; for that its own trust stores "
        "are given by --station-roots (PEM, JKS, JCEKS, PKCS#12), are kept for the station, and are trusted by nothing "
        "here. With --station what would fail there fails the run."),
    TestOptions::table(),
    0,
    std::numeric_limits<int>::max(),
    runTest};

} // namespace stationer
