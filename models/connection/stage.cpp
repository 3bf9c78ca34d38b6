#include "connection/stage.h"

#include <QString>

namespace stationer {

using namespace Qt::StringLiterals;

QLatin1StringView nameOf(Stage stage)
{
    switch (stage) {
    case Stage::Settings:
        return "settings"_L1;
    case Stage::Token:
        return "token"_L1;
    case Stage::Resolve:
        return "resolve"_L1;
    case Stage::Connect:
        return "connect"_L1;
    case Stage::Greeting:
        return "greeting"_L1;
    case Stage::StartTls:
        return "starttls"_L1;
    case Stage::Tls:
        return "tls"_L1;
    case Stage::Identity:
        return "identity"_L1;
    case Stage::Capabilities:
        return "capabilities"_L1;
    case Stage::Login:
        return "login"_L1;
    case Stage::Envelope:
        return "envelope"_L1;
    case Stage::Message:
        return "message"_L1;
    case Stage::Arrival:
        return "arrival"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView nameOf(StageStatus status)
{
    switch (status) {
    case StageStatus::Passed:
        return "passed"_L1;
    case StageStatus::Failed:
        return "failed"_L1;
    case StageStatus::Skipped:
        return "skipped"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace stationer
