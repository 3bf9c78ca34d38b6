#include "trust/alias.h"

#include <QStringList>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestAlias = 60; ///< with three bytes a letter a number and `.pem` still fit in a file name

bool isDevice(const QString& stem)
{
    static const QStringList reserved{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const bool isPort = stem.size() == 4 && (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1)) && stem[3].isDigit();
    return isPort || reserved.contains(stem);
}

} // namespace

QString fileSafeAlias(const QString& wanted)
{
    QString safe;
    for (const QChar c : wanted.normalized(QString::NormalizationForm_C)) {
        const bool isMarkOfLetter =
            c.isMark() && !safe.isEmpty() && (safe.back().isLetterOrNumber() || safe.back().isMark());
        if (c.isLetterOrNumber() || isMarkOfLetter || c == u'_' || c == u'.')
            safe += c;
        else if (!safe.endsWith(u'-'))
            safe += u'-';
    }
    const auto isEdge = [](QChar c) { return c == u'-' || c == u'.'; };
    while (!safe.isEmpty() && isEdge(safe.front()))
        safe.remove(0, 1);
    safe.truncate(LongestAlias);
    while (!safe.isEmpty() && isEdge(safe.back()))
        safe.chop(1);
    if (isDevice(safe.section(u'.', 0, 0).toLower())) // names of devices on Windows
        safe.prepend(u"ca-"_s);
    return safe;
}

QString freeAlias(const QString& wanted, const std::function<bool(const QString&)>& isTaken)
{
    QString alias = wanted;
    for (int i = 2; isTaken(alias); ++i)
        alias = wanted + u'-' + QString::number(i);
    return alias;
}

} // namespace stationer
