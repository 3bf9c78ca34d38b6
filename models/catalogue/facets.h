#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace stationer {

/// The facets of a slot, `key=type:value` joined by `|`, taken apart: what a row shows as its unit, range and precision, and
/// what a table of them lists. It reads; facets are not edited here.
class Facets {
public:
    struct Entry {
        QString key;   ///< as people write it
        QString type;  ///< `s`, `b`, `i`, `f`, `d`, `l`, `u`, `e`, `E`, `m` …
        QString value; ///< escapes resolved for `s`, else as it stands
        bool operator==(const Entry&) const = default;
    };
    /// A tag and its number, of an enum's range.
    struct Tag {
        QString name; ///< escaped, as it stands
        qint64 ordinal = 0;
        bool operator==(const Tag&) const = default;
    };

    /// Nothing for text that is not of the form.
    static std::optional<Facets> parsed(const QString& text);
    const QList<Entry>& entries() const { return m_entries; }
    const Entry* entry(QStringView key) const;

    QString unit() const; ///< its symbol, such as «°C»; else its name; empty if there is none
    std::optional<double> minimum() const;
    std::optional<double> maximum() const; ///< infinite bounds are none
    std::optional<int> precision() const;
    QList<Tag> range() const; ///< of `range=E:{…}`

    /// `{a=0,b=1}`, as it stands in facets and in the value of a dynamic enum.
    static std::optional<QList<Tag>> parsedRange(QStringView text);

private:
    std::optional<double> number(QStringView key) const;
    QList<Entry> m_entries;
};

/// A dynamic enum's value: `6@{Active=0,Dark=3}`, or the number alone where the range is elsewhere.
struct DynamicEnum {
    qint64 ordinal = 0;
    QList<Facets::Tag> range;
    QString ending; ///< from the `@` on, as it stands

    static std::optional<DynamicEnum> parsed(const QString& text);
    QString written() const { return QString::number(ordinal) + ending; }
};

/// The flags of a slot in words, translated, in the order they stand.
QStringList flagWords(const QString& flags);

} // namespace stationer
