#pragma once

#include "station/document.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace stationer {

/// An ord such as `station:|slot:/Services/EmailService|bql:…` or `h:1a2b`, as far as it leads to a component of this
/// station. It is no query engine: what stands behind the path is kept as it is.
class Ord {
public:
    /// Nothing for text that is no ord, or leads elsewhere (a file, a web page, another station).
    static std::optional<Ord> parsed(const QString& text);

    std::optional<quint64> handle() const { return m_handle; }
    const QStringList& names() const { return m_names; } ///< of the path's steps, `..` among them
    bool hasPath() const { return !m_names.isEmpty() || m_isAbsolute; }
    bool isAbsolute() const { return m_isAbsolute; }

    /// How far the path leads.
    struct Steps {
        SlotId deepest = SlotId::None;
        bool isWhole = false;
    };
    Steps steps(const Document& document, SlotId base) const;
    /// The ord's text where a step of its path leads to this component, with that step renamed; nothing where none does.
    std::optional<QString> withRenamed(const Document& document, SlotId base, SlotId component, const QString& name) const;

private:
    QString m_before; ///< the text in front of the path's names, and behind them
    QString m_behind;
    QStringList m_names;
    std::optional<quint64> m_handle;
    bool m_isAbsolute = false;
};

} // namespace stationer
