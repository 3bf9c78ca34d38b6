#include "connection/report.h"

#include <algorithm>

namespace stationer {

const StageRecord* Report::record(Stage wanted) const
{
    const auto found =
        std::find_if(stages.begin(), stages.end(), [wanted](const StageRecord& one) { return one.stage == wanted; });
    return found == stages.end() ? nullptr : &*found;
}

const Report& Report::decisive() const
{
    const bool isOfLook =
        stage == Stage::Arrival && lastLook && lastLook->outcome == outcome && outcome != Outcome::Succeeded;
    return isOfLook ? *lastLook : *this;
}

} // namespace stationer
