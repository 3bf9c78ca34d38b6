#pragma once

#include <QByteArrayView>
#include <QString>

namespace stationer {

/// Server text made safe to show: UTF-8 or Latin-1, controls and bidi marks visible, cut to `maximum` characters.
QString shownText(QByteArrayView raw, qsizetype maximum = 500);

} // namespace stationer
