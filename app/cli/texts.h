#pragma once

#include <QCoreApplication>

namespace stationer {

/// The texts of the command line: `Texts::tr("…")`, in the context "cli".
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace stationer
