#include "app/cli/command.h"
#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "station/slotname.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// Writes the components below one, as it goes: a station of a million elements is never a second tree in memory.
class TreeWriter {
public:
    TreeWriter(const Document& document, int depth, Console& console)
        : m_document(document), m_depth(depth), m_console(console)
    {
    }

    void writeText(SlotId component, int level)
    {
        const QString name = m_document.name(component);
        QString line = QString(level * 2, u' ') + (name.isEmpty() ? u"/"_s : shown(name));
        if (name.contains(u'$'))
            line += u" «"_s + shown(shownSlotName(name)) + u'»';
        if (const QString type = m_document.type(component); !type.isEmpty())
            line += "  "_L1 + shown(type);
        const QList<SlotId> children = m_document.children(component);
        if (level == m_depth) {
            if (const qsizetype hidden = componentsAmong(children); hidden > 0)
                line += u"  … "_s + QString::number(hidden);
            m_console.print(line);
            return;
        }
        m_console.print(line);
        for (const SlotId child : children)
            if (m_document.isComponent(child))
                writeText(child, level + 1);
    }

    /// `path` is that of the component, without a slash at its end.
    void writeJson(SlotId component, const QString& path, int level)
    {
        m_console.write(R"({"name":)" + jsonString(m_document.name(component)));
        m_console.write(R"(,"path":)" + jsonString(path.isEmpty() ? u"/"_s : path));
        const QString type = m_document.type(component);
        m_console.write(R"(,"type":)" + (type.isEmpty() ? "null"_ba : jsonString(type)));
        if (const auto handle = m_document.handle(component))
            m_console.write(R"(,"handle":")" + QByteArray::number(*handle, 16) + '"');
        const QList<SlotId> children = m_document.children(component);
        if (level == m_depth) {
            if (const qsizetype hidden = componentsAmong(children); hidden > 0)
                m_console.write(R"(,"notShown":)" + QByteArray::number(hidden));
            m_console.write(R"(,"children":[]})");
            return;
        }
        m_console.write(R"(,"children":[)");
        bool isFirst = true;
        for (const SlotId child : children) {
            if (!m_document.isComponent(child))
                continue;
            if (!std::exchange(isFirst, false))
                m_console.write(",");
            writeJson(child, path + u'/' + m_document.name(child), level + 1);
        }
        m_console.write("]}");
    }

private:
    qsizetype componentsAmong(const QList<SlotId>& slotIds) const
    {
        return std::count_if(slotIds.begin(), slotIds.end(), [this](SlotId slot) { return m_document.isComponent(slot); });
    }

    const Document& m_document;
    int m_depth; ///< levels below the first; -1: all
    Console& m_console;
};

Started runTree(const Arguments& arguments, Console& console)
{
    int depth = -1;
    if (const auto given = arguments.value(u"depth")) {
        bool isNumber = false;
        depth = given->toInt(&isNumber);
        if (!isNumber || depth < 0)
            return usageError(treeCommand, Texts::tr("--depth is a number of levels, from 0."), console);
    }
    auto file = StationFile::open(arguments.positionals().at(0), console, entryOf(arguments));
    if (!file)
        return file.error();
    const Document& document = file.value().document;
    const auto start = componentAt(document, arguments.positionals().value(1, u"/"_s), file.value().path, console);
    if (!start)
        return ExitStatus::Usage;
    TreeWriter writer(document, depth, console);
    if (isJson(arguments)) {
        writer.writeJson(*start, *start == document.root() ? QString() : document.path(*start), 0);
        console.write("\n");
    } else {
        writer.writeText(*start, 0);
    }
    return ExitStatus::Done;
}

constexpr Option treeOptions[] = {{"depth", "N"}, entryOption, {"json"}, {"format", "text|json"}};

} // namespace

const Command treeCommand{"tree",
                          "FILE [PATH] [--depth N] [--entry NAME] [--json]",
                          QT_TRANSLATE_NOOP("cli", "Shows the components of a station with their types, N levels deep."),
                          treeOptions,
                          1,
                          2,
                          runTree};

} // namespace stationer
