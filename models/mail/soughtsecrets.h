#pragma once

#include "terms/secret.h"

#include <QByteArrayView>
#include <QList>

#include <memory>

namespace stationer {

/// Secrets that are looked for in what a server says, prepared once. They are found as they were sent and as servers and
/// logs write such a thing: in base64, at any place of a longer word too, in hex, with characters escaped as in URLs,
/// quoted-printable, HTML, JSON and quoted strings, in Latin-1 and UTF-16, and half of one too. Of one or two characters
/// they are not looked for: masking them would only tell what they are.
class SoughtSecrets {
public:
    struct Range {
        qsizetype begin, end;
    };
    /// What was folded: soft line breaks are of quoted-printable, `=` at a line's end is else part of the text. Where lines
    /// were put together a blank is what is left of an end.
    struct Folds {
        int wordsOfReply = 0; ///< that begin every line but the first
        bool hasSoftBreaks = false;
    };

    explicit SoughtSecrets(const QList<Secret>& secrets = {});
    /// Where they stand in a text; whole words where they are encoded. In no order, and they may overlap.
    QList<Range> rangesIn(QByteArrayView raw, Folds folds) const;

private:
    struct Sought;
    std::shared_ptr<const QList<Sought>> m_sought;
};

} // namespace stationer
