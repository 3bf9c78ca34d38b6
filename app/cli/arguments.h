#pragma once

#include "terms/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <utility>

namespace stationer {

/// One option of a command, as a row of its table.
struct Option {
    const char* name;            ///< without the dashes
    const char* value = nullptr; ///< what stands for its value in the help; nullptr: a switch
    bool mayRepeat = false;
};

/// A command line after its command's name, parsed by the command's table: what stands alone, in order, and the options.
/// An option is `--name`, `--name value` or `--name=value`; after `--` nothing is an option.
class Arguments {
public:
    struct Fault {
        QString sentence;
    };
    static Result<Arguments, Fault> parse(const QStringList& words, std::span<const Option> options);

    const QStringList& positionals() const { return m_positionals; }
    bool has(QStringView option) const;
    std::optional<QString> value(QStringView option) const;
    QStringList values(QStringView option) const;
    QStringList names() const; ///< of the options that were given, in order

private:
    QStringList m_positionals;
    QList<std::pair<QString, QString>> m_options;
};

} // namespace stationer
