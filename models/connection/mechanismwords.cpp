#include "connection/mechanismwords.h"

#include <QCoreApplication>

namespace stationer {

QString describe(const MechanismNote& note, const Report& report)
{
    const auto text = [](const char* source) { return QCoreApplication::translate("MechanismWords", source); };
    switch (note.fate) {
    case MechanismFate::Used:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "used"));
    case MechanismFate::Weaker:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "a stronger one was used"));
    case MechanismFate::NotChosen:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "another one was chosen by hand"));
    case MechanismFate::NotSpoken:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "not spoken by this program"));
    case MechanismFate::NeedsPassword:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "needs a password, and none signs in here"));
    case MechanismFate::NeedsToken:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "needs a token"));
    case MechanismFate::NeedsCertificate:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "needs a client certificate"));
    case MechanismFate::NeedsBinding:
        return report.tls
                   ? text(QT_TRANSLATE_NOOP("MechanismWords", "binds the login to TLS 1.2, and the channel is another"))
                   : text(QT_TRANSLATE_NOOP("MechanismWords", "binds the login to TLS, and the channel is clear"));
    case MechanismFate::NotPreparable:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "user name or password hold a character that it does not allow"));
    case MechanismFate::NotWanted:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "the test was to end before signing in"));
    }
    Q_UNREACHABLE();
}

} // namespace stationer
