#include "prediction/seen.h"

#include "mail/stationsignin.h"

#include <algorithm>

namespace stationer::prediction {

bool Seen::passed(Stage stage) const
{
    const StageRecord* const record = report.record(stage);
    return record && record->status == StageStatus::Passed;
}

bool Seen::knowsOffer() const
{
    return passed(Stage::Capabilities) || !capabilities().isEmpty();
}

const QByteArrayList& Seen::capabilities() const
{
    const bool isClear = report.settings.security == SecurityMode::None;
    return isClear ? report.learnt.capabilitiesBeforeTls : report.learnt.capabilitiesAfterTls;
}

bool Seen::can(QByteArrayView capability) const
{
    return std::ranges::any_of(capabilities(), [capability](const QByteArray& line) {
        return capability.compare(line.split(' ').first(), Qt::CaseInsensitive) == 0;
    });
}

QByteArrayList Seen::offered() const
{
    const bool isClear = report.settings.security == SecurityMode::None;
    if (protocol() != Protocol::Smtp)
        return isClear ? report.learnt.mechanismsBeforeTls : report.learnt.mechanismsAfterTls;
    QByteArrayList names;
    for (const QByteArray& line : capabilities())
        if (const QByteArrayList words = line.toUpper().simplified().split(' '); words.first() == "AUTH")
            names = words.mid(1);
    return names;
}

bool Seen::isImapCommandFree() const
{
    return protocol() == Protocol::Imap && !can("LOGINDISABLED");
}

std::optional<QByteArray> Seen::stationsWay() const
{
    if (protocol() == Protocol::Pop3 && capabilities().isEmpty() && station.profile == StationProfile::Password)
        return "USER"; // there is no CAPA, and no need of one
    const auto known = stationsMechanism(offered(), protocol(), station.profile);
    if (!known && isImapCommandFree() && station.profile == StationProfile::Password)
        return "LOGIN";
    return known;
}

bool Seen::tookStationsWay() const
{
    const bool isFitting = (report.credential == Credential::Token) == (station.profile == StationProfile::OAuth) &&
                           report.credential != Credential::ClientCertificate;
    return isFitting && stationsWay() == report.learnt.mechanism.toUpper();
}

bool Seen::isRelay() const
{
    return sendsMail(protocol()) && report.learnt.mechanism.isEmpty() && knowsOffer() && !can("AUTH");
}

bool Seen::isPutOff() const
{
    return sendsMail(protocol()) && report.failure && report.failure->code.startsWith('4') &&
           (failedWith(Outcome::ServerRefused) || failedWith(Outcome::LoginRejected));
}

bool Seen::isAboutName() const
{
    if (!sendsMail(protocol()) || !failedWith(Outcome::ServerRefused) || !report.failure)
        return false;
    const QByteArray text = report.failure->serverText.toLower();
    const bool isNamed = text.contains("helo") || text.contains("ehlo") || text.contains("hostname");
    const bool isUnknownCommand = report.failure->code.startsWith("500") || report.failure->code.startsWith("502");
    return report.failure->command == "EHLO" ? !isUnknownCommand && !isPutOff() : isNamed;
}

bool Seen::isOfLeaf(QStringView keyAlgorithm) const
{
    return report.trust && !report.trust->sent.isEmpty() && report.trust->sent.first().keyAlgorithm == keyAlgorithm;
}

} // namespace stationer::prediction
