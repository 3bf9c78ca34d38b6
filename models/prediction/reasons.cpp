#include "prediction/reasons.h"

#include <QtGlobal>

namespace stationer::prediction {

namespace {

using enum StationReason::Weight;

constexpr ReasonRow rows[] = {
    // What ends a station's attempt.
    {"sameFailure", Fails, Measured::Yes, "how the test ended", "the same dialogue with the same server",
     QT_TRANSLATE_NOOP("prediction", "The station would meet the same."), sameFailure},
    {"mechanism", Fails, Measured::Yes, "the mechanisms offered against the station's own",
     "JavaMail's mail.*.auth.mechanisms",
     QT_TRANSLATE_NOOP("prediction", "The server offers no way to sign in that a station knows (%1)."), noMechanism},
    {"mechanism", Fails, Measured::Yes, "the mechanisms offered against the station's own",
     "JavaMail's mail.*.auth.mechanisms",
     QT_TRANSLATE_NOOP("prediction",
                       "The server does not offer XOAUTH2, the one way in which a station signs in with a token (%1)."),
     noTokenMechanism},
    {"oldAuthSyntax", Fails, Measured::Yes, "the AUTH lines of EHLO", "JavaMail's SMTPTransport",
     QT_TRANSLATE_NOOP("prediction",
                       "The server says «%1» in the way of before the standard, which a station does not read."),
     oldSyntaxAlone},
    {"stlsNotListed", Fails, Measured::Yes, "the CAPA reply against STLS", "JavaMail's POP3Store",
     QT_TRANSLATE_NOOP("prediction", "The server has no CAPA, and a station starts encryption only where that lists STLS."),
     noStlsListed},
    {"credentialEncoding", Fails, Measured::Yes, "user name and password against Latin-1", "JavaMail's POP3 Protocol",
     QT_TRANSLATE_NOOP(
         "prediction",
         "User name or password have a letter outside ASCII. With POP3 a station sends other bytes for it than the "
         "server took here."),
     otherEncoding},
    {"slowReply", Fails, Measured::Yes, "the times of the replies against the Connection Timeout",
     "JavaMail's mail.smtp.timeout",
     QT_TRANSLATE_NOOP("prediction", "At «%1» the server took %2 s; the station waits %3 s (Connection Timeout)."),
     slowReply},
    {"firstAddress", Fails, Measured::Yes, "the addresses tried against the first one", "Java's InetAddress.getByName",
     QT_TRANSLATE_NOOP("prediction",
                       "A station tries only the first address of the name, %1, which did not answer here: %2"),
     firstAddressFails},
    {"internationalName", Fails, Measured::Yes, "the letters of Hostname", "Java's InetAddress",
     QT_TRANSLATE_NOOP("prediction",
                       "A station does not find a name with letters outside ASCII. Its Hostname has to be %1."),
     internationalName},
    {"oldTls", Fails, Measured::Yes, "the TLS version", "jdk.tls.disabledAlgorithms",
     QT_TRANSLATE_NOOP("prediction",
                       "The server's best is %1, and a station's Java has all below TLS 1.2 switched off, whatever Tls Min "
                       "Protocol says."),
     oldTls},
    {"cipher", Fails, Measured::Yes, "the cipher suite", "SunJSSE's cipher suites",
     QT_TRANSLATE_NOOP("prediction", "The server uses %1, which a station's Java does not have."), unknownCipher},
    {"certificate", Fails, Measured::Yes, "the chain sent against the station's own trust stores", "Java's PKIX checks",
     "%1", withoutItsRoot, StationAnswer::HandOver},
    {"certificate", Fails, Measured::Yes, "the chain sent against the station's own trust stores",
     "Java's PKIX and host name checks", "%1", untrusted},
    {"inboxReadOnly", Fails, Measured::Yes, "MYRIGHTS against opening for writing", "JavaMail's Folder.open(READ_WRITE)",
     QT_TRANSLATE_NOOP("prediction",
                       "A station opens the inbox for writing, and this account may only read it (its rights: «%1»)."),
     inboxReadOnly},
    {"inboxReadOnly", Fails, Measured::Yes, "SELECT", "JavaMail's Folder.open(READ_WRITE)",
     QT_TRANSLATE_NOOP("prediction",
                       "A station opens the inbox for writing, which the server does not let this account do."),
     inboxNotOpened},

    // What only the station knows, or a longer test would show.
    {"rootsUnknown", Unknown, Measured::Yes, "the chain sent against the station's own trust stores", "nobody here has them",
     QT_TRANSLATE_NOOP("prediction", "The station's trust stores are not known here. %1"), rootsNotKnown,
     StationAnswer::GiveStores},
    {"javaAge", Unknown, Measured::ByAge, "TLS version, cipher suite and key", "SunJSSE by version",
     QT_TRANSLATE_NOOP("prediction", "Whether the station can do this depends on the age of its Java: %1."), ageOfJava},
    {"arrivalNotSeen", Unknown, Measured::Yes, "whether the message was seen in an inbox",
     "what comes after the server is not seen",
     QT_TRANSLATE_NOOP("prediction", "The server would take the station's mail, too. That it arrives was not seen."),
     arrivalNotSeen},
    {"notReached", Unknown, Measured::Yes, "how far the test came", "what was not reached was not seen",
     QT_TRANSLATE_NOOP("prediction", "The test ended at «%1». What the station would meet after that was not seen."),
     notReached, StationAnswer::None, true},
    {"mechanismNotSpoken", Unknown, Measured::Yes, "the mechanism that a station takes", "JavaMail's mail.*.auth.mechanisms",
     QT_TRANSLATE_NOOP("prediction", "A station would sign in by %1, which this program does not speak."),
     mechanismNotSpoken},
    {"mechanismNotTried", Unknown, Measured::Yes, "the mechanism used against the station's own",
     "JavaMail's mail.*.auth.mechanisms",
     QT_TRANSLATE_NOOP("prediction", "The test signed in by %1. A station takes %2 there, which was not tried."),
     mechanismNotTried},
    {"oldAuthSyntax", Unknown, Measured::Yes, "the AUTH lines of EHLO", "JavaMail's SMTPTransport",
     QT_TRANSLATE_NOOP("prediction",
                       "The server says «%1» in the way of before the standard. A station does not read it and would send "
                       "without signing in."),
     oldSyntaxOfSeveral},
    {"credentialEncoding", Unknown, Measured::Yes, "user name and password against Latin-1", "JavaMail's POP3 Protocol",
     QT_TRANSLATE_NOOP(
         "prediction",
         "User name or password have a letter outside ASCII. With POP3 a station sends other bytes for it than the "
         "server refused here."),
     otherEncodingRefused},
    {"signInNotTested", Unknown, Measured::Yes, "how far the test came", "what was not tested was not seen",
     QT_TRANSLATE_NOOP("prediction", "Signing in was not tested."), signInNotTested},
    {"sendingNotTested", Unknown, Measured::Yes, "how far the test came", "JavaMail's Transport.sendMessage",
     QT_TRANSLATE_NOOP("prediction", "Sending was not tested: only the envelope shows whether the server takes mail."),
     sendingNotTested, StationAnswer::TestSending},
    {"putOff", Unknown, Measured::Yes, "a refusal for now (RFC 5321, 4yz)", "JavaMail's Transport.sendMessage",
     QT_TRANSLATE_NOOP(
         "prediction",
         "The server put the mail off for now («%1»), often to see whether the sender comes again. Whether it takes "
         "the station's is not known."),
     putOff},
    {"ehloRefused", Unknown, Measured::Yes, "the answer to EHLO", "JavaMail's SMTPTransport",
     QT_TRANSLATE_NOOP(
         "prediction",
         "The server refuses EHLO. A station goes on with HELO then, and without signing in; what the server says to "
         "that was not tested."),
     ehloRefused},
    {"heloName", Unknown, Measured::Yes, "the refusal against the name in EHLO", "JavaMail's mail.smtp.localhost",
     QT_TRANSLATE_NOOP(
         "prediction",
         "The server looks at the name in EHLO. A station says its own host name there, which is not known here."),
     nameLookedAt, StationAnswer::GiveName},
    {"otherAddress", Unknown, Measured::Yes, "the address dialled against the account's",
     "the station dials its own settings",
     QT_TRANSLATE_NOOP("prediction", "The test went through %1, and the station goes to its own Hostname and Port."),
     otherAddress},
    {"firstAddress", Unknown, Measured::Yes, "the addresses tried against the first one", "Java's InetAddress.getByName",
     QT_TRANSLATE_NOOP(
         "prediction",
         "A station tries only the first address of the name, %1, which had not answered when the test was over."),
     firstAddressNotTried},
    {"trailingDot", Unknown, Measured::Yes, "the dot at the end of Hostname", "Java's InetAddress",
     QT_TRANSLATE_NOOP("prediction",
                       "A station looks the name up with the dot at its end, which not every name server knows."),
     trailingDot},

    // What the verdict leaves open, or explains.
    {"injection", Remark, Measured::Yes, "clear text behind STARTTLS", "JavaMail's SMTPTransport and IMAPProtocol",
     QT_TRANSLATE_NOOP("prediction",
                       "A station would not notice the clear text behind the go-ahead, and would sign in all the same."),
     clearTextPassed},
    {"preAuthenticated", Remark, Measured::Yes, "PREAUTH", "JavaMail's IMAPProtocol",
     QT_TRANSLATE_NOOP("prediction", "A station takes a connection that the server says is signed in already."),
     preAuthenticated},
    {"certificateTaken", Remark, Measured::Yes, "the chain sent against the station's own trust stores", "Java's PKIX",
     QT_TRANSLATE_NOOP("prediction", "The station's own trust stores let this certificate pass, which did not pass here."),
     takenByStation},
    {"certificateByAge", Remark, Measured::ByAge, "the names of the certificate against Hostname",
     "Java's and JavaMail's host name checks", "%1", namedByAge},
    {"heloName", Remark, Measured::Yes, "the name in EHLO", "JavaMail's mail.smtp.localhost",
     QT_TRANSLATE_NOOP(
         "prediction",
         "A station says its own host name in EHLO, which is not known here; a server may refuse one without a dot."),
     nameNotKnown, StationAnswer::GiveName},
    {"dataNotTested", Remark, Measured::Yes, "how far the test came", "JavaMail's Transport.sendMessage",
     QT_TRANSLATE_NOOP("prediction", "Only a message shows what the server does with the text of an alarm."), dataNotTested},
    {"inboxRights", Remark, Measured::Unproven, "MYRIGHTS against opening for writing", "JavaMail's Folder.open(READ_WRITE)",
     QT_TRANSLATE_NOOP("prediction", "A station opens the inbox for writing; whether it may was not said."),
     inboxRightsNotKnown},
};

} // namespace

std::span<const ReasonRow> reasonRows()
{
    return rows;
}

} // namespace stationer::prediction
