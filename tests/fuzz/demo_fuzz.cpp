// What whoever finds the demo's server says to it, the first byte being its protocol and mode: each line is answered in
// lines, nobody signs in before TLS where TLS is asked for, nor ever without the password.

#include "app/demo/demosession.h"
#include "fuzz/entry.h"

#include <QByteArrayList>

using namespace stationer;

STATIONER_FUZZ_ENTRY(demo, 60000)
{
    QByteArray rest = bytes;
    const int way = fuzz::choice(rest, 9);
    const auto mode = DemoMode(way / 3);
    const auto session = makeDemoSession(DemoProtocol(way % 3), mode, {QStringLiteral("demo"), QStringLiteral("station")});
    const auto locked =
        makeDemoSession(DemoProtocol(way % 3), mode, {QStringLiteral("demo"), QStringLiteral("\u2603 nobody")});
    bool isEncrypted = mode == DemoMode::Ssl;
    fuzz::require(session->greeting().bytes.endsWith("\r\n"));
    static_cast<void>(locked->greeting());
    for (const QByteArray& line : rest.split('\n')) {
        const DemoReply reply = session->on(line);
        fuzz::require(reply.bytes.isEmpty() || reply.bytes.endsWith("\r\n"));
        fuzz::require(!reply.loggedIn || isEncrypted || mode == DemoMode::None);
        fuzz::require(!reply.startsTls || (mode == DemoMode::StartTls && !isEncrypted));
        fuzz::require(!locked->on(line).loggedIn);
        if (reply.startsTls) {
            session->encrypted();
            locked->encrypted();
            isEncrypted = true;
        }
        if (reply.closes)
            break;
    }
}
