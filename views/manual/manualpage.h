#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

class QWidget;

namespace stationer {

/// The pages of the manual, in the order of its contents: `index.md`, …
QStringList manualPages();

/// Where a page of the manual stands inside the program.
QUrl manualUrl(const QString& page);

/// The page that is about what has the focus, with the heading after `#` where a part of it is: `trust.md#the-challenge`.
QString manualPageAbout(const QWidget* widget);

/// What a heading is called after the `#` of a link: lower case, a hyphen for each space, no other signs.
QString anchorOf(const QString& heading);

} // namespace stationer
