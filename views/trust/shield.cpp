#include "views/trust/shield.h"

#include "views/common/colours.h"
#include "views/common/icon.h"

using namespace Qt::StringLiterals;

namespace stationer {

QPixmap shieldPixmap(Badge badge, int extent, const QPalette& palette, qreal devicePixelRatio)
{
    const auto shield = [&](const QString& name, Badge colourOf) {
        const QColor colour = Colours::of(palette).of(colourOf);
        return tintedPixmap(name, colour, colour, QSize(extent, extent), devicePixelRatio);
    };
    switch (badge) {
    case Badge::None:
        return {};
    case Badge::Passed:
    case Badge::PassedHere:
        return shield(u"shield-passed"_s, Badge::Passed);
    case Badge::Info:
    case Badge::Open:
    case Badge::Challenged:
    case Badge::Warning:
        return shield(u"shield-warning"_s, Badge::Warning);
    case Badge::Failed:
    case Badge::Fault:
        return shield(u"shield-failed"_s, Badge::Failed);
    }
    Q_UNREACHABLE();
}

} // namespace stationer
