#pragma once

#include "terms/result.h"
#include "trust/trustfolder.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace stationer {

/// A file of a `.security` folder that notes what was done here, as an object of JSON with a version: read whole, and
/// changed under a lock, so that two programs lose nothing of each other's. What somebody else may have put there is neither
/// used nor overwritten; a damaged one is set aside and a new one begun, which is a fault to be told; one that the user left
/// is set aside as well.
class TrustJson {
public:
    /// `name` without the ending `.json`.
    TrustJson(const QString& name, int version, qint64 largest) : m_name(name), m_version(version), m_largest(largest) {}

    /// Whether an object is one of these, to the last field.
    using Look = std::function<bool(const QJsonObject&)>;
    enum class Found { Nothing, Ours }; ///< Ours: what was looked at last
    Result<Found, TrustFileFault> find(const TrustFolder& folder, const Look& look) const;
    /// The file as it is at that moment is looked at, then it becomes what `changed` answers.
    std::optional<TrustFileFault> change(const TrustFolder& folder, const Look& look,
                                         const std::function<QJsonObject(Found)>& changed) const;

private:
    QString fileName() const { return m_name + QStringLiteral(".json"); }

    QString m_name;
    int m_version;
    qint64 m_largest;
};

/// The same for what reads and writes itself: `static std::optional<Content> Content::read(const QJsonObject&)` and
/// `QJsonObject Content::write() const`. No file is a Content without anything in it.
template <class Content>
Result<Content, TrustFileFault> readContent(const TrustJson& file, const TrustFolder& folder)
{
    std::optional<Content> read;
    const auto found = file.find(folder, [&read](const QJsonObject& object) {
        read = Content::read(object);
        return read.has_value();
    });
    if (!found)
        return found.error();
    return found.value() == TrustJson::Found::Ours ? std::move(*read) : Content();
}

template <class Content>
std::optional<TrustFileFault> changeContent(const TrustJson& file, const TrustFolder& folder,
                                            const std::function<void(Content&)>& change)
{
    std::optional<Content> read;
    const auto look = [&read](const QJsonObject& object) {
        read = Content::read(object);
        return read.has_value();
    };
    return file.change(folder, look, [&read, &change](TrustJson::Found found) {
        Content content = found == TrustJson::Found::Ours ? std::move(*read) : Content();
        change(content);
        return content.write();
    });
}

} // namespace stationer
