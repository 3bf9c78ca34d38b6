#include "connection/testchoices.h"

#include "mail/sasl.h"

#include "connection/report.h"
#include "connection/showntext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

QString shown(const QByteArray& text)
{
    return shownText(text, 80);
}

/// Who the client certificate is for, in one name.
QString nameOf(const ClientIdentity& identity)
{
    if (identity.chain.isEmpty())
        return {};
    return shown(identity.chain.first().subjectDisplayName().toUtf8());
}

QString phraseOf(Depth depth)
{
    switch (depth) {
    case Depth::Connect:
        //: How far the tests of an account go, one phrase in a list: «Chosen for tests: without signing in, by PLAIN»
        return QCoreApplication::translate("TestChoices", "without signing in");
    case Depth::Login:
        return QCoreApplication::translate("TestChoices", "up to the sign-in");
    case Depth::Envelope:
        return QCoreApplication::translate("TestChoices", "up to the envelope");
    case Depth::Message:
        return QCoreApplication::translate("TestChoices", "up to one message");
    }
    Q_UNREACHABLE();
}

QString phraseOf(SignIn signIn)
{
    switch (signIn) {
    case SignIn::Usual:
        return {};
    case SignIn::AsTheStation:
        //: How the tests of an account sign in, one phrase in a list
        return QCoreApplication::translate("TestChoices", "signing in as the station does");
    case SignIn::Strongest:
        return QCoreApplication::translate("TestChoices", "signing in by the strongest way");
    }
    Q_UNREACHABLE();
}

} // namespace

bool TestChoices::isDefault() const
{
    return !depth && !dial && signIn == SignIn::Usual && mechanism.isEmpty() && ehloName.isEmpty() && recipient.isEmpty() &&
           token.isEmpty() && !clientIdentity;
}

bool TestChoices::needsPassword(const ConnectionSettings& settings) const
{
    return settings.account && depth != Depth::Connect && token.isEmpty() && !clientIdentity;
}

void TestChoices::applyTo(TestOrder& order) const
{
    if (depth) {
        order.depth = *depth;
        order.letsPutOff = false;
    }
    order.dial = dial;
    order.signIn = signIn;
    order.mechanism = mechanism;
    order.token = token;
    order.clientIdentity = clientIdentity;
    if (sendsMail(order.settings.protocol)) {
        order.ehloName = ehloName;
        if (!recipient.isEmpty()) {
            order.recipient = recipient;
            order.letsPutOff = false;
        }
    }
}

QByteArrayList choosableMechanisms(Protocol protocol)
{
    return spokenMechanisms(protocol);
}

QStringList describe(const TestChoices& choices)
{
    QStringList phrases;
    if (choices.dial)
        //: %1 is the host and port that a test connects to instead of the account's, such as localhost:2525
        phrases += QCoreApplication::translate("TestChoices", "through %1").arg(shown(choices.dial->toString().toUtf8()));
    if (choices.depth)
        phrases += phraseOf(*choices.depth);
    if (!choices.recipient.isEmpty())
        //: %1 is an e-mail address
        phrases += QCoreApplication::translate("TestChoices", "to %1").arg(shown(choices.recipient.toUtf8()));
    if (choices.mechanism.isEmpty() && choices.signIn != SignIn::Usual)
        phrases += phraseOf(choices.signIn);
    if (!choices.mechanism.isEmpty())
        //: %1 is a way to sign in such as PLAIN
        phrases += QCoreApplication::translate("TestChoices", "by %1").arg(shown(choices.mechanism));
    if (!choices.ehloName.isEmpty())
        //: %1 is the name that this computer introduces itself with
        phrases += QCoreApplication::translate("TestChoices", "introduced as %1").arg(shown(choices.ehloName));
    if (!choices.token.isEmpty())
        phrases += QCoreApplication::translate("TestChoices", "with a token");
    if (choices.clientIdentity)
        //: %1 is the name in the client certificate
        phrases +=
            QCoreApplication::translate("TestChoices", "with the certificate of %1").arg(nameOf(*choices.clientIdentity));
    return phrases;
}

} // namespace stationer
