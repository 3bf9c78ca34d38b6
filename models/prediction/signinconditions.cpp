#include "prediction/seen.h"

#include "mail/sasl.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer::prediction {

namespace {

/// The lines `AUTH=…` that servers wrote before the standard, where no line `AUTH …` stands beside them.
QByteArrayList oldSyntax(const Seen& seen)
{
    QByteArrayList lines;
    if (!sendsMail(seen.protocol()) || seen.can("AUTH"))
        return lines;
    for (const QByteArray& line : seen.capabilities())
        if (line.toUpper().startsWith("AUTH="))
            lines += line.simplified();
    return lines;
}

bool triedToSignIn(const Seen& seen)
{
    return !seen.report.learnt.mechanism.isEmpty();
}

bool isSpoken(const Seen& seen, const QByteArray& mechanism)
{
    return spokenMechanisms(seen.protocol()).contains(mechanism);
}

/// The mechanisms offered, where a station knows none of them.
Met noneOfStations(const Seen& seen)
{
    const bool isToSignIn = seen.report.settings.account && seen.knowsOffer();
    if (!isToSignIn || seen.stationsWay() || !oldSyntax(seen).isEmpty())
        return std::nullopt;
    // With SMTP a station sends without a login where nothing is offered; what comes of that was seen, or was not reached.
    if (sendsMail(seen.protocol()) && !seen.can("AUTH"))
        return std::nullopt;
    const QByteArrayList offered = seen.offered();
    return QStringList{offered.isEmpty() ? u"–"_s : QString::fromLatin1(offered.join(", "))};
}

} // namespace

Met noMechanism(const Seen& seen)
{
    return seen.station.profile == StationProfile::Password ? noneOfStations(seen) : Met();
}

Met noTokenMechanism(const Seen& seen)
{
    return seen.station.profile == StationProfile::OAuth ? noneOfStations(seen) : Met();
}

Met mechanismNotSpoken(const Seen& seen)
{
    const auto way = seen.report.settings.account ? seen.stationsWay() : std::nullopt;
    if (!way || isSpoken(seen, *way) || *way == "LOGIN")
        return std::nullopt;
    return QStringList{QString::fromLatin1(*way)};
}

Met mechanismNotTried(const Seen& seen)
{
    const auto way = seen.stationsWay();
    if (!triedToSignIn(seen) || seen.tookStationsWay() || !way || mechanismNotSpoken(seen) || sameFailure(seen))
        return std::nullopt;
    return QStringList{QString::fromLatin1(seen.report.learnt.mechanism), QString::fromLatin1(*way)};
}

Met oldSyntaxAlone(const Seen& seen)
{
    const QByteArrayList lines = oldSyntax(seen);
    const bool isOneEach = std::ranges::none_of(lines, [](const QByteArray& line) { return line.contains(' '); });
    return lines.isEmpty() || !isOneEach ? Met() : QStringList{QString::fromLatin1(lines.join(", "))};
}

Met oldSyntaxOfSeveral(const Seen& seen)
{
    const QByteArrayList lines = oldSyntax(seen);
    return lines.isEmpty() || oldSyntaxAlone(seen) ? Met() : QStringList{QString::fromLatin1(lines.join(", "))};
}

Met otherEncoding(const Seen& seen)
{
    const bool isOther = seen.protocol() == Protocol::Pop3 && !seen.report.isCredentialAscii &&
                         seen.station.profile == StationProfile::Password;
    return isOther && seen.passed(Stage::Login) ? QStringList() : Met();
}

Met otherEncodingRefused(const Seen& seen)
{
    const bool isOther = seen.protocol() == Protocol::Pop3 && !seen.report.isCredentialAscii &&
                         seen.station.profile == StationProfile::Password;
    return isOther && seen.failedWith(Outcome::LoginRejected) ? QStringList() : Met();
}

Met signInNotTested(const Seen& seen)
{
    const bool isOpen = seen.failedWith(Outcome::Succeeded) && !seen.passed(Stage::Login) && !seen.isRelay();
    const bool isWanted = seen.report.settings.account || !sendsMail(seen.protocol());
    return isOpen && isWanted ? QStringList() : Met();
}

Met noStlsListed(const Seen& seen)
{
    const bool isPop3 = seen.protocol() == Protocol::Pop3 && seen.report.settings.security == SecurityMode::StartTls;
    return isPop3 && seen.passed(Stage::Capabilities) && seen.capabilities().isEmpty() ? QStringList() : Met();
}

} // namespace stationer::prediction
