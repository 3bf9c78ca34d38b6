#pragma once

#include <QStringList>

namespace stationer {

/// How the slots of an account stand in the golden file.
inline const QStringList accountOrder{QStringLiteral("hostname"), QStringLiteral("port"),       QStringLiteral("account"),
                                      QStringLiteral("password"), QStringLiteral("pollrate"),   QStringLiteral("enabled"),
                                      QStringLiteral("useSsl"),   QStringLiteral("useStartTls")};

} // namespace stationer
