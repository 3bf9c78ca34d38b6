#include "connection/stagelabel.h"

#include <QCoreApplication>

namespace stationer {

QString labelOf(Stage stage)
{
    switch (stage) {
    case Stage::Settings:
        //: A stage of the connection test: the account's values are checked
        return QCoreApplication::translate("diagnosis", "Settings");
    case Stage::Token:
        //: A stage of the connection test: a token to sign in with is fetched
        return QCoreApplication::translate("diagnosis", "Token");
    case Stage::Resolve:
        return QCoreApplication::translate("diagnosis", "Find host");
    case Stage::Connect:
        return QCoreApplication::translate("diagnosis", "Connect");
    case Stage::Greeting:
        return QCoreApplication::translate("diagnosis", "Greeting");
    case Stage::StartTls:
        return QCoreApplication::translate("diagnosis", "Start Tls");
    case Stage::Tls:
        return QCoreApplication::translate("diagnosis", "Encryption");
    case Stage::Identity:
        //: A stage of the connection test: the server's certificate is judged
        return QCoreApplication::translate("diagnosis", "Identity");
    case Stage::Capabilities:
        return QCoreApplication::translate("diagnosis", "Capabilities");
    case Stage::Login:
        return QCoreApplication::translate("diagnosis", "Sign-in");
    case Stage::Envelope:
        //: A stage of the connection test: sender and recipient, or the inbox
        return QCoreApplication::translate("diagnosis", "Envelope");
    case Stage::Message:
        return QCoreApplication::translate("diagnosis", "Test message");
    case Stage::Arrival:
        //: A stage of the test that proves an alarm: its message is looked for in an inbox
        return QCoreApplication::translate("diagnosis", "Arrival");
    }
    Q_UNREACHABLE();
}

} // namespace stationer
