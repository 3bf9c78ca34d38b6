#include "items/changesmodel.h"

#include "catalogue/change.h"
#include "station/slotname.h"

#include <QStringList>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

using Kind = Difference::Kind;

constexpr qsizetype longestCell = 300;

QString signOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return u"+"_s;
    case Kind::Removed:
        return u"−"_s;
    case Kind::Value:
    case Kind::Type:
    case Kind::Flags:
    case Kind::Facets:
    case Kind::Handle:
    case Kind::Renamed:
    case Kind::Moved:
    case Kind::Reordered:
        return u"~"_s;
    }
    Q_UNREACHABLE();
}

QString wordOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return ChangesModel::tr("added");
    case Kind::Removed:
        return ChangesModel::tr("removed");
    case Kind::Value:
        return ChangesModel::tr("changed");
    case Kind::Type:
        return ChangesModel::tr("other type");
    case Kind::Flags:
        return ChangesModel::tr("other flags");
    case Kind::Facets:
        return ChangesModel::tr("other facets");
    case Kind::Handle:
        return ChangesModel::tr("other handle");
    case Kind::Renamed:
        return ChangesModel::tr("renamed");
    case Kind::Moved:
        return ChangesModel::tr("moved");
    case Kind::Reordered:
        return ChangesModel::tr("other place");
    }
    Q_UNREACHABLE();
}

/// Names as people write them.
QString shownPath(const QString& path)
{
    QStringList names = path.split(u'/', Qt::SkipEmptyParts);
    for (QString& name : names)
        name = shownSlotName(name);
    return u'/' + names.join(u'/');
}

QString shownValue(const Difference& difference, const std::optional<QString>& value)
{
    if (difference.isSecret)
        return difference.isComponent ? QString() : ChangesModel::tr("encoded, not shown");
    if (!value)
        return {};
    if (value->isEmpty())
        return ChangesModel::tr("empty", "a property's value");
    switch (difference.kind) {
    case Kind::Renamed:
        return shownSlotName(*value);
    case Kind::Moved:
        return shownPath(*value);
    case Kind::Added:
    case Kind::Removed:
    case Kind::Value:
    case Kind::Type:
    case Kind::Flags:
    case Kind::Facets:
    case Kind::Handle:
    case Kind::Reordered:
        return *value;
    }
    Q_UNREACHABLE();
}

} // namespace

void ChangesModel::show(const QList<Difference>& differences)
{
    if (differences == m_differences)
        return;
    beginResetModel();
    m_differences = differences;
    endResetModel();
}

QString ChangesModel::cell(const Difference& difference, int column) const
{
    switch (Column(column)) {
    case Change:
        return signOf(difference.kind) + u' ' + wordOf(difference.kind);
    case Component: {
        if (!difference.isComponent)
            return shownPath(difference.path);
        return shownPath(difference.path + u'/' + difference.slot);
    }
    case Property:
        return difference.isComponent ? QString() : slotLabel(difference.slot);
    case Before:
        return shownValue(difference, difference.before);
    case After:
        return shownValue(difference, difference.after);
    case ColumnCount:
        break;
    }
    return {};
}

QString ChangesModel::text() const
{
    QStringList lines;
    for (const Difference& difference : m_differences) {
        QString line = cell(difference, Change) + u": "_s + cell(difference, Component);
        if (const QString property = cell(difference, Property); !property.isEmpty())
            line += u", "_s + property;
        const QString before = cell(difference, Before), after = cell(difference, After);
        if (!before.isEmpty() && !after.isEmpty() && before != after)
            line += u": "_s + before + u" → "_s + after;
        else if (!before.isEmpty() || !after.isEmpty())
            line += u": "_s + (after.isEmpty() ? before : after);
        lines += line;
    }
    return lines.join(u'\n');
}

int ChangesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_differences.size());
}

int ChangesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Difference& difference = m_differences[index.row()];
    if (role == Sign)
        return signOf(difference.kind);
    if (role == Told)
        return cell(difference, index.column());
    if (role != Qt::DisplayRole)
        return {};
    return cell(difference, index.column()).left(longestCell).replace(u'\n', u'⏎');
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Change:
        return tr("Change");
    case Component:
        return tr("Component");
    case Property:
        return tr("Property");
    case Before:
        return tr("In the file");
    case After:
        return tr("Now");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace stationer
