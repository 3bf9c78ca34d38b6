#pragma once

#include "connection/clientidentity.h"

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace stationer {

/// The user's own certificates, as far as a test can sign in with them: a list to choose from, and a way to open one. Its
/// passphrase is asked for over the window, where it is not known. Where they are kept is not known here.
struct OwnCertificates {
    struct One {
        QString alias;
        QString label; ///< plain text: the name and until when
    };
    std::function<QList<One>()> list;
    std::function<void(const QString& alias, QWidget& window, const std::function<void(const ClientIdentity&)>& opened)>
        open;
};

} // namespace stationer
