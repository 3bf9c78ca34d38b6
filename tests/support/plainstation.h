#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

#include <optional>
#include <vector>

namespace stationer::testing {

/// A station as a plain tree, read by another parser than the product's and changed in the simplest way there is: what a
/// document is compared with. It knows nothing of bytes; types have their modules, declarations are gone.
struct Plain {
    QString element;
    QMap<QString, QString> attributes;
    std::vector<Plain> children;

    using Path = QList<qsizetype>; ///< of places among siblings, from the graph

    static Plain read(const QByteArray& xml)
    {
        QXmlStreamReader reader(xml);
        QHash<QString, QString> modules;
        Plain top;
        std::vector<Plain*> open{&top};
        while (!reader.atEnd()) {
            switch (reader.readNext()) {
            case QXmlStreamReader::StartElement: {
                Plain plain;
                plain.element = reader.qualifiedName().toString();
                for (const QXmlStreamAttribute& each : reader.attributes())
                    plain.attributes[each.qualifiedName().toString()] = each.value().toString();
                const QString declared = plain.attributes.take(QStringLiteral("m"));
                if (const qsizetype equals = declared.indexOf(u'='); equals > 0 && equals < declared.size() - 1)
                    modules[declared.first(equals)] = declared.sliced(equals + 1);
                if (plain.attributes.contains(QStringLiteral("t"))) {
                    QString& type = plain.attributes[QStringLiteral("t")];
                    if (const qsizetype colon = type.indexOf(u':'); colon >= 0)
                        type = modules.value(type.first(colon), QStringLiteral("?")) + type.sliced(colon);
                }
                open.back()->children.push_back(plain);
                open.push_back(&open.back()->children.back());
                break;
            }
            case QXmlStreamReader::EndElement:
                open.pop_back();
                break;
            default:
                break;
            }
        }
        if (reader.hasError())
            top.element = QStringLiteral("error: ") + reader.errorString();
        return top.children.empty() ? top : top.children.front();
    }

    Plain& at(const Path& path)
    {
        Plain* plain = this;
        for (const qsizetype place : path)
            plain = &plain->children[std::size_t(place)];
        return *plain;
    }
    QString name() const { return attributes.value(QStringLiteral("n")); }
    bool isComponent() const { return element == u"p" && (attributes.contains(QStringLiteral("h")) || !children.empty()); }

    Plain taken(Path path)
    {
        const auto place = std::ptrdiff_t(path.takeLast());
        std::vector<Plain>& siblings = at(path).children;
        Plain plain = std::move(siblings[std::size_t(place)]);
        siblings.erase(siblings.begin() + place);
        return plain;
    }
    void insert(qsizetype place, Plain plain)
    {
        children.insert(children.begin() + std::ptrdiff_t(place), std::move(plain));
    }

    static std::optional<quint64> handle(const QString& text)
    {
        bool isHex = false;
        const quint64 handle = text.toULongLong(&isHex, 16);
        return isHex && text.size() <= 16 ? std::optional(handle) : std::nullopt;
    }
    quint64 highestHandle() const
    {
        quint64 highest = handle(attributes.value(QStringLiteral("h"))).value_or(0);
        for (const Plain& child : children)
            highest = std::max(highest, child.highestHandle());
        return highest;
    }
    QString freeName(const QString& wanted) const
    {
        QSet<QString> names;
        for (const Plain& child : children)
            names.insert(child.name());
        QString free = wanted;
        for (int number = 1; names.contains(free); ++number)
            free = wanted + QString::number(number);
        return free;
    }
    /// New handles for all in here, from `next` on in document order; what leads to the old ones follows.
    static void renewHandles(std::vector<Plain*> roots, quint64 next)
    {
        QHash<quint64, quint64> renewed;
        for (Plain* root : roots)
            root->renew(renewed, next);
        for (Plain* root : roots)
            root->follow(renewed);
    }

    void write(QStringList& lines, const QString& indent = {}) const
    {
        QString line = indent + element;
        for (auto each = attributes.cbegin(); each != attributes.cend(); ++each)
            line += u' ' + each.key() + u'=' + each.value();
        lines += line;
        for (const Plain& child : children)
            child.write(lines, indent + u' ');
    }
    QStringList lines() const
    {
        QStringList all;
        write(all);
        return all;
    }

private:
    void renew(QHash<quint64, quint64>& renewed, quint64& next)
    {
        if (attributes.contains(QStringLiteral("h"))) {
            if (const auto old = handle(attributes[QStringLiteral("h")])) {
                attributes[QStringLiteral("h")] = QString::number(next, 16);
                if (!renewed.contains(*old))
                    renewed[*old] = next;
                ++next;
            }
        }
        for (Plain& child : children)
            child.renew(renewed, next);
    }
    void follow(const QHash<quint64, quint64>& renewed)
    {
        const QString type = attributes.value(QStringLiteral("t"));
        if (attributes.contains(QStringLiteral("v")) &&
            (type.isEmpty() || type.endsWith(u":Ord") || type.endsWith(u":OrdList"))) {
            QStringList steps = attributes[QStringLiteral("v")].split(u'|');
            for (QString& step : steps) {
                const auto old = step.startsWith(u"h:") ? handle(step.sliced(2)) : std::nullopt;
                if (old && renewed.contains(*old))
                    step = QStringLiteral("h:") + QString::number(renewed[*old], 16);
            }
            attributes[QStringLiteral("v")] = steps.join(u'|');
        }
        for (Plain& child : children)
            child.follow(renewed);
    }
};

} // namespace stationer::testing
