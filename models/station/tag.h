#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QVarLengthArray>

#include <optional>

namespace stationer {

/// A start tag taken apart into byte ranges, so that one attribute can be changed and every other byte kept. It expects a
/// tag that the parser accepted; it is no parser of its own.
class Tag {
public:
    struct Attribute {
        QByteArrayView name;
        QByteArrayView value; ///< as it stands between the quotes, references not resolved
        qsizetype begin = 0;  ///< of the name, from the `<`
        qsizetype valueBegin = 0;
        qsizetype valueEnd = 0;
        char quote = '"';
    };

    /// The tag that starts at the first byte; `bytes` may go on behind it.
    explicit Tag(QByteArrayView bytes);

    QByteArrayView element() const { return m_element; }
    const QVarLengthArray<Attribute, 10>& attributes() const { return m_attributes; }
    const Attribute* find(QByteArrayView name) const;
    qsizetype length() const { return m_length; }
    bool isEmpty() const { return m_isEmpty; } ///< ends in `/>`
    char quote(char otherwise) const { return m_attributes.isEmpty() ? otherwise : m_attributes.first().quote; }

private:
    QByteArrayView m_element;
    QVarLengthArray<Attribute, 10> m_attributes;
    qsizetype m_length = 0;
    bool m_isEmpty = false;
};

/// The tag with one attribute set, or without it where `value` is nothing. All other bytes stay; a new attribute stands at
/// its place in the order n f x h c m t v and takes the tag's quotes.
QByteArray withAttribute(const QByteArray& tag, QByteArrayView name, const std::optional<QString>& value, char quote);

/// An attribute's text: references resolved, white space normalised (XML 1.0, 3.3.3).
QString decodedAttribute(QByteArrayView raw);
/// Stations write quotes, controls and what is not ASCII as references; in a tag that has such letters as they are, others
/// stand so too.
enum class Letters { AsReferences, AsTheyAre };
/// Text as it may stand between quotes of either kind.
QByteArray encodedAttribute(QStringView text, Letters letters);
/// Whether XML 1.0 can hold every character of the text (section 2.2).
bool isRepresentable(QStringView text);

} // namespace stationer
