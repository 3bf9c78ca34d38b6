#include "diagnosis/diagnosis.h"

#include "catalogue/change.h"
#include "connection/showntext.h"

#include <QCoreApplication>

namespace stationer {

QString describe(const SettingFault& fault)
{
    const QString label = slotLabel(fault.slot);
    const QString value = shownText(fault.value.toUtf8(), 80);
    switch (fault.kind) {
    case SettingFault::Kind::Missing:
        //: %1 is the label of a property such as Hostname
        return QCoreApplication::translate("diagnosis", "%1 is empty.").arg(label);
    case SettingFault::Kind::BadValue:
        return QCoreApplication::translate("diagnosis", "«%2» is no value for %1.").arg(label, value);
    case SettingFault::Kind::ForbiddenCharacter:
        return QCoreApplication::translate("diagnosis", "%1 has a line break or a NUL in it. It has to be a single line.")
            .arg(label);
    case SettingFault::Kind::BadHost:
        return QCoreApplication::translate("diagnosis", "«%1» is neither a host name nor an address.").arg(value);
    case SettingFault::Kind::BothSwitches:
        return QCoreApplication::translate("diagnosis", "Use Ssl and Use Start Tls are both on. Switch one of them off.");
    case SettingFault::Kind::PortZero:
        return QCoreApplication::translate("diagnosis", "There is no port 0.");
    case SettingFault::Kind::OutOfRange:
        return QCoreApplication::translate("diagnosis", "%1 cannot be %2; it is out of range.").arg(label, value);
    case SettingFault::Kind::NobodySignsIn:
        return QCoreApplication::translate("diagnosis",
                                           "The account signs in by an Email Authenticator, which has no user name here.");
    case SettingFault::Kind::NotAnAccount:
        return QCoreApplication::translate("diagnosis", "This is no e-mail account, so there is nothing to test.");
    }
    Q_UNREACHABLE();
}

} // namespace stationer
