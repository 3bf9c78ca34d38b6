// Any bytes as a server's words: each protocol and mode ends or waits, and no password leaves before TLS where TLS is asked for.

#include "mail/linebuffer.h"
#include "mail/protocols.h"

using namespace stationer;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 1)
        return 0;
    DialogueGoal goal;
    goal.protocol = allProtocols[data[0] % 3];
    goal.security = allSecurityModes[data[0] / 3 % 3];
    goal.depth = allDepths[data[0] / 9 % 4];
    goal.account = QStringLiteral("bob");
    goal.password = Secret(QByteArray("correct horse"));
    goal.ehloName = "client.example";
    goal.sender = goal.recipient = QStringLiteral("bob@mail.example");
    goal.message = "Subject: test\r\n\r\n.\r\n";
    const auto dialogue = makeDialogue(goal);
    bool isEncrypted = goal.security == SecurityMode::Ssl;
    bool isOver = false;
    const auto follow = [&](const Steps& steps) {
        for (const Step& step : steps) {
            if (isOver)
                __builtin_trap();
            if (const auto* send = std::get_if<Send>(&step)) {
                const bool holdsSecret = send->bytes.contains("correct horse") ||
                                         send->bytes.contains(QByteArray("correct horse").toBase64()) ||
                                         send->bytes.contains(QByteArray("\0bob\0correct horse", 18).toBase64());
                if (holdsSecret && !isEncrypted && goal.security != SecurityMode::None)
                    __builtin_trap();
                if (send->shown.contains("correct horse"))
                    __builtin_trap();
            }
            isOver = isOver || std::holds_alternative<Fail>(step) || std::holds_alternative<Succeed>(step);
        }
        return !steps.isEmpty() && std::holds_alternative<StartTls>(steps.last());
    };
    follow(dialogue->connected());
    LineBuffer buffer;
    buffer.append(QByteArrayView(data + 1, static_cast<qsizetype>(size) - 1));
    while (const auto line = buffer.takeLine()) {
        if (!follow(dialogue->on(*line)))
            continue;
        isEncrypted = true;
        follow(dialogue->encrypted());
    }
    return 0;
}
