#include "diagnosis/diagnosis.h"

#include "catalogue/change.h"
#include "connection/showntext.h"

#include <QCoreApplication>

namespace stationer {

namespace {

QString sentenceOf(const SettingFault& fault)
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
    case SettingFault::Kind::NoSuchAccount:
        //: %1 is a name in the Email Account of an EmailRecipient
        return QCoreApplication::translate("diagnosis", "The station has no account «%1», which Email Account names.")
            .arg(value);
    case SettingFault::Kind::AccountDisabled:
        return QCoreApplication::translate("diagnosis",
                                           "The account «%1», which Email Account names, is disabled: it sends nothing.")
            .arg(value);
    case SettingFault::Kind::NotOutgoing:
        return QCoreApplication::translate(
                   "diagnosis", "The account «%1», which Email Account names, is no OutgoingAccount: it sends nothing.")
            .arg(value);
    case SettingFault::Kind::NoRecipients:
        return QCoreApplication::translate("diagnosis", "To, Cc and Bcc are empty: the alarm goes to nobody.");
    case SettingFault::Kind::NoAddress:
        //: %1 is the label of a property such as To
        return QCoreApplication::translate(
                   "diagnosis", "«%2» in %1 is no e-mail address. Addresses are set off by commas, semicolons or line "
                                "ends, and none has a line break or a blank in it.")
            .arg(label, value);
    case SettingFault::Kind::NoSender:
        return QCoreApplication::translate("diagnosis",
                                           "Reply To and Account are empty, so the mail has no address that it comes from.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString describe(const SettingFault& fault)
{
    const QString sentence = sentenceOf(fault);
    if (fault.path.isEmpty())
        return sentence;
    //: %1 is the path of another component of the station, %2 a sentence about it
    return QCoreApplication::translate("diagnosis", "%1: %2").arg(shownText(fault.path.toUtf8(), 200), sentence);
}

} // namespace stationer
