#pragma once

#include "diagnosis/diagnosis.h"

#include <optional>

/// The rooms behind diagnose(): one function an outcome, grouped by what they speak about. Not for use elsewhere.
namespace stationer::diagnosis {

// reach.cpp: before anybody answers
Diagnosis settingInvalid(const Report& report);
Diagnosis hostNotFound(const Report& report);
Diagnosis unreachable(const Report& report);
Diagnosis timedOut(const Report& report);
Diagnosis connectionLost(const Report& report);
Diagnosis cancelled(const Report& report);

// service.cpp: somebody answers, and not as expected
Diagnosis wrongMode(const Report& report);
Diagnosis wrongService(const Report& report);
Diagnosis protocolBroken(const Report& report);

// tls.cpp: encryption
Diagnosis startTlsMissing(const Report& report);
Diagnosis startTlsRefused(const Report& report);
Diagnosis startTlsInjected(const Report& report);
Diagnosis tlsFailed(const Report& report);
Diagnosis preAuthenticated(const Report& report);

// certificate.cpp
Diagnosis certificateChallenged(const Report& report);
Diagnosis certificateRejected(const Report& report);

// login.cpp: signing in
Diagnosis capabilityMissing(const Report& report);
Diagnosis loginForbidden(const Report& report);
Diagnosis loginRejected(const Report& report);

// credential.cpp: where a token or a client certificate signs in
/// No usable way to sign in with it.
Diagnosis credentialUnusable(const Report& report);
/// The server refused it, and did not speak of anything else.
Diagnosis credentialRefused(const Report& report);
/// Whether the server refused the client certificate in the handshake, or wanted one and got none, by the library's words.
bool isAboutClientCertificate(const Report& report);
Diagnosis clientCertificateRefused(const Report& report);

// token.cpp: no token could be fetched
/// Whether it failed on the way to who gives tokens, as the way to a mail server fails.
bool isOnTheWayToToken(const Report& report);
Diagnosis tokenNotFetched(const Report& report);
/// What is to be said of one that was fetched, too.
QString tokenRemarks(const Report& report);

// tokenmailbox.cpp: the mail server refuses one that was fetched
/// Where there is evidence of why; else nothing.
std::optional<Diagnosis> tokenAtMailServer(const Report& report);
/// What the server said of the token in JSON; nothing where it did not.
QString tokenErrorWords(const Report& report);

// refused.cpp: the right server says no
Diagnosis greetingRefused(const Report& report);
Diagnosis serverRefused(const Report& report);

// alarm.cpp: an alarm's mail
/// The server took the message, and it was not seen to arrive.
Diagnosis notSeen(const Report& report);
/// What became of the recipients where there are several or one was refused; nothing where no alarm was proven.
QString recipientsAnswered(const Report& report);
/// Through which account the message was seen, and when.
QString whereSeen(const Report& report);

// success.cpp
Diagnosis succeeded(const Report& report);

// notes.cpp
/// What is worth saying beside any outcome, a paragraph each.
QStringList notes(const Report& report);

// words.cpp: what the sentences are made of
QString nameOfService(Service service); ///< «a web server»
QString shownHost(const Report& report);
QString userName(const Report& report); ///< as it may be shown
bool isClear(const Report& report);     ///< mode none
int portOf(const Report& report);
/// «The server said: …», or nothing where it said nothing.
QString serverWords(const Report& report);
/// The server's code and words as one line, as they may be shown.
QString serverLine(const Report& report);
/// Those that count: after TLS, or in the clear in mode none.
const QByteArrayList& mechanisms(const Report& report);
/// «It offers: …», or nothing where it offers nothing.
QString whatIsOffered(const Report& report);
/// That everything before the sign-in is in order.
QString whatIsFine(const Report& report);
/// By which name, and what the server said to it.
QString signedInAs(const Report& report);
/// That the cause is likely or not certain; nothing where it is known.
QString inWords(Certainty certainty);
/// Sentences with a space between; empty ones are left out.
QString joined(const QStringList& sentences);
/// Whether the server took the sign-in; a relay is asked for mail without one.
bool hasSignedIn(const Report& report);
/// That what signs in did not leave: the password, the token; with a client certificate, that no password did.
QString credentialNotSent(const Report& report);
/// Whether the capabilities that count have this one, by its first word.
bool offers(const Report& report, QByteArrayView capability);
/// The same of what was offered before TLS.
bool offersInClear(const Report& report, QByteArrayView capability);
/// Whether a firewall has overwritten the server's words with asterisks or X's.
bool isMasked(const Report& report);

// guard.cpp
/// Whether a remedy may be shown: it changes something, contradicts nothing that was just seen, and weakens nothing.
bool stands(const Remedy& remedy, const Report& report);

// remedies.cpp: property changes
/// Sets the mode and keeps the port that was tested: it is known to speak so.
Remedy modeOnThisPort(const Report& report, SecurityMode mode);
/// Sets the mode with the port that the table gives it.
Remedy modeOnItsPort(const Report& report, SecurityMode mode);
/// The port of the table for the mode in force; nothing where that is the one tested.
QList<Remedy> usualPort(const Report& report);
/// Where signing in usually is, when it is not on this port: the mode's own port, and the other encrypted modes of SMTP.
QList<Remedy> whereOneSignsIn(const Report& report);
/// From mode none to what the server has shown that it can do, else to what it usually can.
QList<Remedy> encryption(const Report& report);
Remedy hostName(const QString& host);
Remedy store(Protocol protocol);

} // namespace stationer::diagnosis
