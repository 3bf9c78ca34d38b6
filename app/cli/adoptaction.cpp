#include "app/cli/texts.h"
#include "app/cli/trustactions.h"
#include "trust/allowedhosts.h"
#include "trust/truststores.h"

#include <QFileInfo>
#include <QJsonObject>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// Takes over what is in the folder, for good.
ExitStatus adopt(const TrustOrder& order, Console& console)
{
    if (!QFileInfo::exists(order.folder.path()))
        return ExitStatus::CannotRead; // which was said
    const auto fault = order.folder.adopt();
    AllowedHosts allowed;
    allowed.open(order.folder);
    UserTrustStore store;
    store.open(order.folder);
    if (order.format == OutputFormat::Json)
        console.print(QJsonObject{{u"roots"_s, store.roots().size()}, {u"hosts"_s, allowed.rows().size()}});
    else
        console.print(Texts::tr("Taken over; root CAs in use now: %1, rows of Allowed Hosts: %2.")
                          .arg(store.roots().size())
                          .arg(allowed.rows().size()));
    return fault ? trustFault(*fault, order, console) : ExitStatus::Done;
}

constexpr TrustAction actions[] = {{"adopt", 0, 0, {}, false, adopt}};

} // namespace

std::span<const TrustAction> adoptAction()
{
    return actions;
}

} // namespace stationer
