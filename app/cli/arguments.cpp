#include "app/cli/arguments.h"

#include "app/cli/console.h"
#include "app/cli/texts.h"

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

Result<Arguments, Arguments::Fault> Arguments::parse(const QStringList& words, std::span<const Option> options)
{
    Arguments parsed;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (word == "--"_L1) {
            parsed.m_positionals += words.sliced(i + 1);
            break;
        }
        if (!word.startsWith(u'-') || word.size() == 1) {
            parsed.m_positionals += word;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.startsWith("--"_L1) ? word.sliced(2, (equals < 0 ? word.size() : equals) - 2) : QString();
        const auto option = std::find_if(options.begin(), options.end(),
                                         [&](const Option& known) { return name == QLatin1StringView(known.name); });
        if (name.isEmpty() || option == options.end())
            return Fault{Texts::tr("There is no option %1 here.").arg(shown(word.first(equals < 0 ? word.size() : equals)))};
        if (!option->mayRepeat && parsed.has(name))
            return Fault{Texts::tr("--%1 is given twice.").arg(name)};
        if (!option->value) {
            if (equals >= 0)
                return Fault{Texts::tr("--%1 takes no value.").arg(name)};
            parsed.m_options.emplaceBack(name, QString());
            continue;
        }
        // A value that looks like an option is a forgotten value; written with `=` it is taken as it stands.
        const bool isMissing = equals < 0 && (i + 1 == words.size() || words[i + 1].startsWith("--"_L1));
        if (isMissing)
            return Fault{Texts::tr("--%1 needs a value: %2.").arg(name, QString::fromUtf8(option->value))};
        parsed.m_options.emplaceBack(name, equals >= 0 ? word.sliced(equals + 1) : words[++i]);
    }
    return parsed;
}

bool Arguments::has(QStringView option) const
{
    return std::any_of(m_options.begin(), m_options.end(), [&](const auto& given) { return given.first == option; });
}

std::optional<QString> Arguments::value(QStringView option) const
{
    for (const auto& [name, value] : m_options)
        if (name == option)
            return value;
    return std::nullopt;
}

QStringList Arguments::values(QStringView option) const
{
    QStringList found;
    for (const auto& [name, value] : m_options)
        if (name == option)
            found += value;
    return found;
}

QStringList Arguments::names() const
{
    QStringList names;
    for (const auto& option : m_options)
        names += option.first;
    return names;
}

} // namespace stationer
