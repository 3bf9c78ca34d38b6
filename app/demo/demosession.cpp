#include "app/demo/demosession.h"

#include "app/demo/imapdemosession.h"
#include "app/demo/pop3demosession.h"
#include "app/demo/smtpdemosession.h"

namespace stationer {

DemoReply replyLine(const char* text)
{
    return {QByteArray(text) + "\r\n"};
}

std::unique_ptr<DemoSession> makeDemoSession(DemoProtocol protocol, DemoMode mode, const DemoLogin& login)
{
    switch (protocol) {
    case DemoProtocol::Smtp:
        return std::make_unique<SmtpDemoSession>(mode, login);
    case DemoProtocol::Imap:
        return std::make_unique<ImapDemoSession>(mode, login);
    case DemoProtocol::Pop3:
        return std::make_unique<Pop3DemoSession>(mode, login);
    }
    return nullptr;
}

} // namespace stationer
