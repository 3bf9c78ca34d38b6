// Any bytes as a server's words: each protocol, mode and credential ends or waits, and no secret leaves before TLS where TLS
// is asked for, nor at all where another credential signs in.

#include "fuzz/entry.h"
#include "mail/linebuffer.h"
#include "mail/protocols.h"
#include "mail/sasl.h"

using namespace stationer;

namespace {

constexpr auto password = "pencil"; // and the nonce: those of RFC 5802, whose exchange is in the corpus
constexpr auto token = "eyJhbGciOi.battery.staple";

/// Whether the bytes hold a secret, as it is or within a whole response in base64.
bool holds(const QByteArray& bytes, const char* secret)
{
    if (bytes.contains(secret))
        return true;
    for (const QByteArray& word : bytes.trimmed().split(' '))
        if (QByteArray::fromBase64(word).contains(secret))
            return true;
    return false;
}

} // namespace

STATIONER_FUZZ_ENTRY(dialogue, 20000)
{
    QByteArray rest = bytes;
    const int first = fuzz::choice(rest, 256), second = fuzz::choice(rest, 256);
    DialogueGoal goal;
    goal.nonce = "fyko+d2lbbFgONRv9qkxdawL";
    goal.protocol = allProtocols[first % 3];
    goal.security = allSecurityModes[first / 3 % 3];
    goal.depth = allDepths[first / 9 % 4];
    goal.account = QStringLiteral("user");
    goal.password = Secret(QByteArray(password));
    const bool hasToken = second & 1;
    if (hasToken)
        goal.token = Secret(QByteArray(token));
    goal.hasClientCertificate = second & 2;
    if (second & 4) { // by hand, and not always one that fits
        const QByteArrayList names = spokenMechanisms(goal.protocol);
        goal.mechanism = names.at((second >> 4) % names.size());
    }
    ChannelFacts channel{"TLSv1.3", std::nullopt};
    if (second & 8)
        channel = {"TLSv1.2", QByteArray(32, 'h')};
    goal.ehloName = "client.example";
    goal.sender = QStringLiteral("bob@mail.example");
    goal.recipients = {goal.sender, QStringLiteral("eve@mail.example")};
    if (first / 72 % 2)
        goal.sought = "CODE";
    goal.opensInbox = first >= 144;
    goal.message = "Subject: test\r\n\r\n.\r\n";
    const auto dialogue = makeDialogue(goal, [tag = 0]() mutable { return 'a' + QByteArray::number(++tag); });
    const bool comesAtOnce = first / 36 % 2; // else each line only when it is awaited
    LineBuffer buffer;
    bool isEncrypted = goal.security == SecurityMode::Ssl;
    bool isOver = false;
    const auto follow = [&](const Steps& steps) {
        for (const Step& step : steps) {
            fuzz::require(!isOver);
            if (const auto* send = std::get_if<Send>(&step)) {
                if (send->awaitsReply && comesAtOnce)
                    buffer.markSent();
                const bool holdsPassword = holds(send->bytes, password);
                const bool holdsSecret = holdsPassword || holds(send->bytes, token);
                fuzz::require(!holdsSecret || isEncrypted || goal.security == SecurityMode::None);
                fuzz::require(!holdsPassword || !(hasToken || goal.hasClientCertificate));
                fuzz::require(!holds(send->shown, password) && !holds(send->shown, token));
            }
            fuzz::require(!std::holds_alternative<Fail>(step) || !dialogue->hasReachedGoal());
            isOver = isOver || std::holds_alternative<Fail>(step) || std::holds_alternative<Succeed>(step);
        }
        return !steps.isEmpty() && std::holds_alternative<StartTls>(steps.last());
    };
    follow(dialogue->connected(isEncrypted ? channel : ChannelFacts()));
    buffer.append(rest);
    for (bool isEarly = false; const auto line = buffer.takeLine(); isEarly = buffer.isNextEarly()) {
        const Steps steps = isEarly ? dialogue->onEarly(*line) : dialogue->on(*line);
        const bool startsTls = follow(steps);
        if (!steps.isEmpty() && std::holds_alternative<Calculate>(steps.last()))
            follow(dialogue->goOn()); // one part: the next line may come in the middle
        if (!startsTls)
            continue;
        isEncrypted = true;
        follow(dialogue->encrypted(channel));
    }
}
