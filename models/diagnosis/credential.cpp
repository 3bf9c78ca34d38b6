#include "connection/tlsconfiguration.h"
#include "diagnosis/cases.h"
#include "diagnosis/providers.h"

#include <QCoreApplication>

#include <algorithm>

namespace stationer::diagnosis {

namespace {

/// A station has no client certificate for mail servers.
QString aStationHasNone()
{
    return QCoreApplication::translate("diagnosis",
                                       "A station signs in with a user name and a password, or from 4.13 on with "
                                       "a token: test with what it has to learn whether it can.");
}

QString stationsTokens()
{
    return QCoreApplication::translate("diagnosis", "A station that signs in with a token, from 4.13 on, does so by XOAUTH2 "
                                                    "alone.");
}

bool offersAWayWithTokens(const Report& report)
{
    const QByteArrayList& names = mechanisms(report);
    return std::any_of(names.begin(), names.end(), [](const QByteArray& name) {
        const QByteArray upper = name.toUpper();
        return upper == "XOAUTH2" || upper == "OAUTHBEARER";
    });
}

Diagnosis tokenUnusable(const Report& report)
{
    if (offersAWayWithTokens(report)) // another was chosen by hand, or name and token cannot be put together
        return {QCoreApplication::translate("diagnosis", "The token could not be used to sign in."),
                joined({whatIsOffered(report),
                        QCoreApplication::translate("diagnosis", "Leave the mechanism to the test, and check that user name "
                                                                 "and token hold nothing that does not belong there."),
                        credentialNotSent(report)}),
                {}};
    return {QCoreApplication::translate("diagnosis", "The server takes no tokens."),
            joined({whatIsOffered(report),
                    QCoreApplication::translate("diagnosis",
                                                "A token signs in by OAUTHBEARER or XOAUTH2, and it offers neither."),
                    stationsTokens(), credentialNotSent(report)}),
            {}};
}

Diagnosis certificateUnusable(const Report& report)
{
    if (isClear(report))
        return {QCoreApplication::translate("diagnosis", "A client certificate needs an encrypted connection."),
                credentialNotSent(report), encryption(report)};
    return {QCoreApplication::translate("diagnosis", "The server lets nobody sign in by a client certificate."),
            joined({whatIsOffered(report), aStationHasNone(), credentialNotSent(report)}),
            {}};
}

} // namespace

Diagnosis credentialUnusable(const Report& report)
{
    return report.credential == Credential::Token ? tokenUnusable(report) : certificateUnusable(report);
}

Diagnosis credentialRefused(const Report& report)
{
    const QString known = providerAdvice(report);
    if (report.credential == Credential::Token)
        return {QCoreApplication::translate("diagnosis", "The server refused the token."),
                joined({whatIsFine(report), signedInAs(report), tokenErrorWords(report),
                        QCoreApplication::translate("diagnosis",
                                                    "It may have run out: most are good for an hour. Or it was made for "
                                                    "another account, or for another purpose than mail. Get a new one and "
                                                    "test again."),
                        known}),
                {},
                {Answer::EditAccount}};
    return {QCoreApplication::translate("diagnosis", "The server does not let the client certificate sign in."),
            joined({whatIsFine(report), signedInAs(report),
                    QCoreApplication::translate("diagnosis",
                                                "It took the certificate in the handshake, but knows no account for it, or "
                                                "another one than this. Ask the server's owner which name belongs to it."),
                    aStationHasNone()}),
            {},
            {Answer::EditAccount}};
}

Diagnosis clientCertificateRefused(const Report& report)
{
    if (report.credential == Credential::ClientCertificate)
        return {QCoreApplication::translate("diagnosis", "The server refused the client certificate."),
                QCoreApplication::translate(
                    "diagnosis", "It may have run out, or be signed by a CA that the server does not know. Ask the "
                                 "server's owner for one that is let in."),
                {}};
    return {QCoreApplication::translate("diagnosis", "The server wants a certificate from whoever connects."),
            QCoreApplication::translate("diagnosis",
                                        "Only computers with a client certificate of the server's owner get in. "
                                        "Ask whether the station can be let in without one."),
            {}};
}

bool isAboutClientCertificate(const Report& report)
{
    return saysClientCertificate(report.libraryText) || report.wantsClientCertificate;
}

} // namespace stationer::diagnosis
