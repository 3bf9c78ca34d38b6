#include "app/cli/help.h"
#include "app/cli/texts.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype columns = 100;

QString usageOf(const Command& command, const QString& indent)
{
    const QString usage = QString::fromUtf8(command.usage).replace(u'\n', u"\n  "_s + indent);
    return QString(indent + QLatin1StringView(command.name) + u' ' + usage).trimmed().prepend(indent);
}

/// A text of one paragraph, broken between words.
QString broken(const QString& text, const QString& indent)
{
    QStringList lines;
    for (const QString& word : text.split(u' ')) {
        if (lines.isEmpty() || indent.size() + lines.last().size() + 1 + word.size() > columns)
            lines += word;
        else
            lines.last() += u' ' + word;
    }
    return indent + lines.join(u'\n' + indent);
}

} // namespace

QString helpOfAll()
{
    QString help = Texts::tr("Edits and proves the e-mail accounts of a building-automation station.") + "\n\n"_L1 +
                   Texts::tr("Usage: %1").arg(u"stationer-cli COMMAND …"_s) + u'\n';
    for (const Command* const command : commands())
        help += u'\n' + usageOf(*command, u"  "_s) + u'\n' + broken(Texts::tr(command->meaning), u"      "_s) + u'\n';
    help += u'\n' +
            Texts::tr("PATH is a slot path such as /Services/EmailService/OutgoingAccount, TYPE is module:Type.\n"
                      "--json prints JSON. --help after a command explains it; --version prints the version.") +
            "\n\n"_L1 +
            Texts::tr(
                "Exit status: 0 done or all passed, 1 a test failed, 2 usage, 3 a certificate challenge awaits an answer,\n"
                "4 a file could not be read, 5 could not be written.");
    return help;
}

QString helpOf(const Command& command)
{
    return Texts::tr("Usage: %1").arg("stationer-cli "_L1 + usageOf(command, QString())) + "\n\n"_L1 +
           broken(Texts::tr(command.meaning), {});
}

QString shortUsage()
{
    QStringList names;
    for (const Command* const command : commands())
        names += QString::fromLatin1(command->name);
    return Texts::tr("Usage: %1").arg("stationer-cli "_L1 + names.join(u'|') + u" …"_s) + u'\n' +
           Texts::tr("stationer-cli --help says more.");
}

QString whatIsMissing(const Command& command, qsizetype given)
{
    QStringList placeholders;
    for (const QString& word : QString::fromUtf8(command.usage).split(u' ')) {
        if (!word.front().isUpper())
            break;
        placeholders += word;
    }
    if (given >= placeholders.size())
        return Texts::tr("Something is missing.");
    //: %1 is a word of the usage line, such as FILE
    return Texts::tr("%1 is missing.").arg(placeholders[given]);
}

QString unknownCommand(const QString& name)
{
    if (name.isEmpty())
        return Texts::tr("What shall be done?");
    return Texts::tr("There is no command «%1».").arg(shown(name));
}

} // namespace stationer
