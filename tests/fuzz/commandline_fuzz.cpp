// What the command line is given, by the first byte: its words, a line each; a file of passwords; a file of questions for
// `verify`; a chain in PEM, a time and a word for a shell. What it prints goes to a file here.

#include "app/cli/arguments.h"
#include "app/cli/pem.h"
#include "app/cli/secretsfile.h"
#include "app/cli/shellword.h"
#include "app/cli/verifybatch.h"
#include "fuzz/entry.h"

#include <QJsonDocument>
#include <QTemporaryFile>

#include <unistd.h>

using namespace stationer;

namespace {

void parseWords(const QStringList& words)
{
    static constexpr Option options[]{{"format", "json|text"}, {"roots", "FILE", true}, {"all"}};
    const auto parsed = Arguments::parse(words, options);
    if (!parsed)
        return;
    const QStringList& alone = parsed.value().positionals();
    if (const qsizetype end = words.indexOf(QStringLiteral("--")); end >= 0) // no value begins with two dashes
        fuzz::require(alone.mid(alone.size() - (words.size() - end - 1)) == words.mid(end + 1));
    QStringList again;
    for (const QString& name : parsed.value().names())
        fuzz::require(name == QStringLiteral("format") || name == QStringLiteral("roots") || name == QStringLiteral("all"));
    if (parsed.value().has(u"all"))
        again += QStringLiteral("--all");
    for (const QString& option : {QStringLiteral("format"), QStringLiteral("roots")})
        for (const QString& value : parsed.value().values(option))
            again += QStringLiteral("--") + option + u'=' + value;
    const auto reparsed = Arguments::parse(again << QStringLiteral("--") << alone, options);
    fuzz::require(reparsed && reparsed.value().positionals() == alone);
    fuzz::require(reparsed.value().values(u"roots") == parsed.value().values(u"roots"));
}

/// One word of a POSIX shell.
QString unquoted(const QString& word)
{
    if (!word.startsWith(u'\''))
        return word;
    return QString(word).replace(QStringLiteral("'\\''"), QStringLiteral("\n")).remove(u'\'').replace(u'\n', u'\'');
}

} // namespace

STATIONER_FUZZ_ENTRY(commandline, 15000)
{
    static QTemporaryFile input, output, complaints; // 0600
    static const bool areOpen = input.open() && output.open() && complaints.open();
    QByteArray rest = bytes;
    const int way = fuzz::choice(rest, 4);
    fuzz::require(areOpen && input.resize(0) && input.seek(0) && input.write(rest) == rest.size() && input.flush());
    fuzz::require(output.resize(0) && output.seek(0) && complaints.resize(0));
    const int formerOutput = dup(STDOUT_FILENO), formerError = dup(STDERR_FILENO);
    dup2(output.handle(), STDOUT_FILENO);
    dup2(complaints.handle(), STDERR_FILENO);
    std::optional<Secret> found;
    if (way == 1) {
        const Console console;
        if (const auto secrets = SecretsFile::read(input.fileName(), console))
            found = secrets.value().find(QStringLiteral("/site/hq.bog"), QStringLiteral("/Services/EmailService/Out"));
    } else if (way == 2) {
        Console console;
        static_cast<void>(verifyBatch(input.fileName(), console));
    }
    dup2(formerOutput, STDOUT_FILENO);
    dup2(formerError, STDERR_FILENO);
    close(formerOutput);
    close(formerError);
    switch (way) {
    case 0:
        parseWords(QString::fromUtf8(rest).split(u'\n'));
        break;
    case 1:
        fuzz::require(!found || rest.contains("/Services/EmailService/Out\t" + found->reveal()));
        break;
    case 2: {
        const QByteArrayList questions = rest.split('\n');
        const auto isAsked = [](const QByteArray& line) { return !line.trimmed().isEmpty(); };
        output.seek(0);
        const QByteArrayList answers = output.readAll().split('\n');
        fuzz::require(answers.size() - 1 == std::ranges::count_if(questions, isAsked) && answers.last().isEmpty());
        for (const QByteArray& answer : answers.first(answers.size() - 1)) {
            const QJsonObject object = QJsonDocument::fromJson(answer).object();
            fuzz::require(object.contains(QStringLiteral("error")) != object.contains(QStringLiteral("verdict")));
        }
        break;
    }
    case 3:
        if (const auto chain = chainOfPem(rest))
            fuzz::require(!chain->isEmpty());
        const QString text = QString::fromUtf8(rest).remove(u'\n');
        fuzz::require(unquoted(quotedWord(text)) == text);
        if (const auto time = readTime(text))
            fuzz::require(time->isValid() && time->timeSpec() == Qt::UTC);
        break;
    }
}
