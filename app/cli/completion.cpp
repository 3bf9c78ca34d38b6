#include "app/cli/completion.h"

#include "app/cli/command.h"
#include "app/cli/trustactions.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// `place` is NUMBER:COMMAND:WORD BEFORE, as a pattern.
QString choices(const QString& place, const QStringList& words)
{
    return "    "_L1 + place + ") choices='"_L1 + words.join(u' ') + "' ;;\n"_L1;
}

} // namespace

QString bashCompletion()
{
    QStringList names, actions;
    for (const auto table : {userTrustStoreActions(), allowedHostsActions(), adoptAction()})
        for (const TrustAction& action : table)
            actions += QString::fromLatin1(action.name);
    QString cases;
    for (const Command* const command : commands()) {
        const QString name = QString::fromLatin1(command->name);
        names += name;
        QStringList options{u"--help"_s};
        for (const Option& option : command->options) {
            options += "--"_L1 + QLatin1StringView(option.name);
            const QStringList values = QString::fromUtf8(option.value).split(u'|');
            if (option.value) // what is no choice is a file, or anything
                cases += choices("*:"_L1 + name + u':' + options.last(), values.size() > 1 ? values : QStringList());
        }
        cases += choices("*:"_L1 + name + ":*"_L1, options);
    }
    return "# The completion of stationer-cli in bash, made by its option --completion.\n"
           "_stationer_cli()\n{\n    local choices=\n    case \"$COMP_CWORD:${COMP_WORDS[1]}:$3\" in\n"_L1 +
           choices(u"1:*"_s, names + QStringList{u"--help"_s, u"--version"_s}) + choices(u"3:trust:*"_s, actions) + cases +
           "    esac\n    [[ $choices == --* && $2 != -* ]] && choices=\n"
           "    COMPREPLY=($(compgen -W \"$choices\" -- \"$2\"))\n}\n"
           "complete -o default -F _stationer_cli stationer-cli"_L1;
}

} // namespace stationer
