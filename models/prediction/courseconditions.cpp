#include "prediction/seen.h"

#include "connection/fetchedtoken.h"
#include "connection/showntext.h"
#include "connection/stagelabel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer::prediction {

namespace {

/// A refusal of every way to sign in: without encryption there is none (RFC 4954, RFC 5248).
bool wantsEncryption(const Seen& seen)
{
    const QByteArray code =
        sendsMail(seen.protocol()) && seen.report.failure ? seen.report.failure->code.left(3) : QByteArray();
    return code == "530" || code == "538" || code == "523";
}

/// The same of a token that was not fetched: it asks the same provider for the same, by its own clock.
bool endsTheSameForToken(const Seen& seen)
{
    const auto& token = seen.report.token;
    if (!token)
        return false;
    if (seen.failedWith(Outcome::LoginRejected))
        return token->proof == TokenProof::Secret || !clockDifference(*token);
    if (seen.failedWith(Outcome::ServerRefused))
        return token->status < 500 && token->status != 429;
    return seen.failedWith(Outcome::HostNotFound) || seen.failedWith(Outcome::Unreachable);
}

/// Whether a station comes to the same end at the same place: it speaks to the same server in the same mode.
bool endsTheSame(const Seen& seen)
{
    if (seen.report.stage == Stage::Arrival) // that is another account's
        return false;
    if (seen.report.stage == Stage::Token)
        return endsTheSameForToken(seen);
    switch (seen.report.outcome) {
    case Outcome::HostNotFound:
    case Outcome::Unreachable:
    case Outcome::WrongMode:
    case Outcome::WrongService:
    case Outcome::GreetingRefused:
    case Outcome::StartTlsMissing:
    case Outcome::StartTlsRefused:
        return true;
    case Outcome::ConnectionLost: // a station says SELECT where the test says EXAMINE
        return seen.protocol() != Protocol::Imap || seen.report.stage != Stage::Envelope;
    case Outcome::LoginRejected:
    case Outcome::LoginForbidden:
        return (seen.tookStationsWay() || wantsEncryption(seen)) && !seen.isPutOff() && !otherEncodingRefused(seen);
    case Outcome::ServerRefused:
        return !seen.isPutOff() && !nameLookedAt(seen) && !ehloRefused(seen);
    case Outcome::TimedOut: // an address that does not answer, a name server that does not
        return seen.report.stage == Stage::Resolve || seen.report.stage == Stage::Connect;
    case Outcome::Succeeded:
    case Outcome::SettingInvalid:
    case Outcome::StartTlsInjected:
    case Outcome::TlsFailed:
    case Outcome::CertificateChallenged:
    case Outcome::CertificateRejected:
    case Outcome::PreAuthenticated:
    case Outcome::CapabilityMissing:
    case Outcome::ProtocolBroken:
    case Outcome::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

bool isEnvelope(const Seen& seen)
{
    return seen.passed(Stage::Envelope) || seen.passed(Stage::Message);
}

} // namespace

Met sameFailure(const Seen& seen)
{
    return endsTheSame(seen) && !seen.report.dialled ? QStringList() : Met();
}

Met notReached(const Seen& seen)
{
    const bool isOpen = !seen.failedWith(Outcome::Succeeded) && !sameFailure(seen) && !arrivalNotSeen(seen);
    return isOpen ? QStringList{labelOf(seen.report.stage)} : Met();
}

Met clearTextPassed(const Seen& seen)
{
    return seen.failedWith(Outcome::StartTlsInjected) ? QStringList() : Met();
}

Met preAuthenticated(const Seen& seen)
{
    return seen.failedWith(Outcome::PreAuthenticated) ? QStringList() : Met();
}

Met ehloRefused(const Seen& seen)
{
    const bool isRefused = sendsMail(seen.protocol()) && seen.failedWith(Outcome::ServerRefused) && seen.report.failure &&
                           seen.report.failure->command == "EHLO" && !nameLookedAt(seen);
    return isRefused ? QStringList() : Met();
}

Met nameLookedAt(const Seen& seen)
{
    return seen.isAboutName() && seen.report.introducedAs.isEmpty() ? QStringList() : Met();
}

Met nameNotKnown(const Seen& seen)
{
    const bool isSaid = sendsMail(seen.protocol()) && seen.knowsOffer();
    return isSaid && seen.report.introducedAs.isEmpty() && !seen.isAboutName() ? QStringList() : Met();
}

Met putOff(const Seen& seen)
{
    if (!seen.report.learnt.putOff.isEmpty())
        return QStringList{shownText(seen.report.learnt.putOff, 200)};
    if (!seen.isPutOff())
        return std::nullopt;
    return QStringList{shownText(seen.report.failure->code + ' ' + seen.report.failure->serverText, 200)};
}

Met sendingNotTested(const Seen& seen)
{
    const bool isOpen = sendsMail(seen.protocol()) && seen.failedWith(Outcome::Succeeded) && !isEnvelope(seen);
    return isOpen ? QStringList() : Met();
}

Met dataNotTested(const Seen& seen)
{
    const bool isOpen = sendsMail(seen.protocol()) && seen.failedWith(Outcome::Succeeded) && seen.passed(Stage::Envelope);
    return isOpen ? QStringList() : Met();
}

Met arrivalNotSeen(const Seen& seen)
{
    return seen.report.stage == Stage::Arrival && !seen.failedWith(Outcome::Succeeded) ? QStringList() : Met();
}

/// RFC 4314, section 5.2: a box of which somebody may do none of these opens to be read only.
Met inboxReadOnly(const Seen& seen)
{
    const auto& rights = seen.report.learnt.inboxRights;
    const bool mayWrite =
        !rights || std::ranges::any_of(*rights, [](char c) { return QByteArrayView("istwedc").contains(c); });
    return mayWrite ? Met() : QStringList{QString::fromLatin1(*rights)};
}

Met inboxNotOpened(const Seen& seen)
{
    return seen.report.learnt.inboxOpensForWriting.value_or(true) ? Met() : QStringList();
}

Met inboxRightsNotKnown(const Seen& seen)
{
    const bool isOpen = seen.protocol() == Protocol::Imap && seen.failedWith(Outcome::Succeeded) &&
                        seen.passed(Stage::Login) && !seen.report.learnt.inboxRights &&
                        !seen.report.learnt.inboxOpensForWriting;
    return isOpen ? QStringList() : Met();
}

} // namespace stationer::prediction
