#include "mail/sasl.h"

#include "mail/bearer.h"
#include "mail/crammd5.h"
#include "mail/saslprep.h"
#include "mail/scram.h"
#include "mail/simplemechanisms.h"
#include "mail/stationsignin.h"
#include "mail/wordlist.h"

#include <algorithm>
#include <array>
#include <optional>

namespace stationer {

namespace {

/// What a mechanism is made from.
struct Ground {
    const DialogueGoal& goal;
    const ChannelFacts& channel;
    bool offersBinding; ///< the server has some mechanism that binds
};

enum class Needs { Password, PreparedPassword, PasswordAndOneWord, Token, Certificate };
enum class Binds { No, Yes };
using Maker = std::unique_ptr<SaslExchange> (*)(const Ground&);

struct Mechanism {
    QByteArrayView name;
    Needs needs;
    Maker make; ///< null: the commands are the protocol's own
    Binds binds = Binds::No;
    std::optional<Protocol> only = {};
};

/// How the login is tied to the channel (RFC 5802, section 6). `y` says that this side could have: a server that offered it
/// then knows that its offer was cut out on the way. So it is not said where the offer is there, or was not looked at.
ScramBinding bindingOf(const Ground& ground, Binds binds)
{
    if (binds == Binds::Yes)
        return {"p=tls-server-end-point,,", ground.channel.serverEndPoint.value_or(QByteArray())};
    const bool couldHave = ground.channel.serverEndPoint && ground.goal.mechanism.isEmpty() && !ground.offersBinding;
    return {couldHave ? "y,," : "n,,", {}};
}

template <QCryptographicHash::Algorithm Hash, Binds Bound>
std::unique_ptr<SaslExchange> makeScram(const Ground& ground)
{
    const DialogueGoal& goal = ground.goal;
    return std::make_unique<ScramExchange>(
        Hash, saslPrepared(*goal.account).value_or(QByteArray()),
        Secret(saslPrepared(QString::fromUtf8(goal.password.reveal())).value_or(QByteArray())),
        goal.nonce.isEmpty() ? freshNonce() : goal.nonce, bindingOf(ground, Bound));
}

template <BearerExchange::Kind Kind>
std::unique_ptr<SaslExchange> makeBearer(const Ground& ground)
{
    return std::make_unique<BearerExchange>(Kind, ground.goal.account->toUtf8(), ground.goal.token);
}

template <class Exchange>
std::unique_ptr<SaslExchange> makeWithPassword(const Ground& ground)
{
    return std::make_unique<Exchange>(ground.goal.account->toUtf8(), ground.goal.password);
}

std::unique_ptr<SaslExchange> makeExternal(const Ground&)
{
    return std::make_unique<ExternalExchange>();
}

/// Strongest first. A mechanism is a class and a row.
constexpr std::array mechanismTable{
    Mechanism{"SCRAM-SHA-256-PLUS", Needs::PreparedPassword, makeScram<QCryptographicHash::Sha256, Binds::Yes>, Binds::Yes},
    Mechanism{"SCRAM-SHA-256", Needs::PreparedPassword, makeScram<QCryptographicHash::Sha256, Binds::No>},
    Mechanism{"SCRAM-SHA-1-PLUS", Needs::PreparedPassword, makeScram<QCryptographicHash::Sha1, Binds::Yes>, Binds::Yes},
    Mechanism{"SCRAM-SHA-1", Needs::PreparedPassword, makeScram<QCryptographicHash::Sha1, Binds::No>},
    Mechanism{"EXTERNAL", Needs::Certificate, makeExternal},
    Mechanism{"XOAUTH2", Needs::Token,
              makeBearer<BearerExchange::Kind::XOAuth2>}, // alike in strength; stations know this one
    Mechanism{"OAUTHBEARER", Needs::Token, makeBearer<BearerExchange::Kind::OAuthBearer>},
    Mechanism{"CRAM-MD5", Needs::Password, makeWithPassword<CramMd5Exchange>},
    Mechanism{"PLAIN", Needs::Password, makeWithPassword<PlainExchange>},
    Mechanism{"LOGIN", Needs::Password, makeWithPassword<LoginExchange>},
    Mechanism{"USER", Needs::Password, nullptr, Binds::No, Protocol::Pop3},
    Mechanism{"APOP", Needs::PasswordAndOneWord, nullptr, Binds::No, Protocol::Pop3},
};

bool isNamed(QByteArrayView name, QByteArrayView other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

bool isSpoken(const Mechanism& mechanism, Protocol protocol)
{
    return !mechanism.only || *mechanism.only == protocol;
}

const Mechanism* mechanismNamed(QByteArrayView name, Protocol protocol)
{
    const auto* found = std::find_if(mechanismTable.begin(), mechanismTable.end(), [&](const Mechanism& one) {
        return isNamed(one.name, name) && isSpoken(one, protocol);
    });
    return found == mechanismTable.end() ? nullptr : found;
}

std::optional<MechanismFate> lackOfPassword(const DialogueGoal& goal)
{
    const bool isReplaced = !goal.token.isEmpty() || goal.hasClientCertificate;
    return isReplaced ? std::optional(MechanismFate::NeedsPassword) : std::nullopt;
}

/// What the goal lacks that the mechanism needs.
std::optional<MechanismFate> lackOf(const Mechanism& mechanism, const DialogueGoal& goal)
{
    const auto unless = [](bool isFit) { return isFit ? std::nullopt : std::optional(MechanismFate::NotPreparable); };
    switch (mechanism.needs) {
    case Needs::Password:
        return lackOfPassword(goal);
    case Needs::PasswordAndOneWord: // APOP sets the name off by spaces
        if (const auto lack = lackOfPassword(goal))
            return lack;
        return unless(!goal.account->contains(u' '));
    case Needs::PreparedPassword: // without a prepared form there is nothing that both sides could hash
        if (const auto lack = lackOfPassword(goal))
            return lack;
        return unless(saslPrepared(*goal.account) && saslPrepared(QString::fromUtf8(goal.password.reveal())));
    case Needs::Token: // and no part of the message may break it up
        if (goal.token.isEmpty())
            return MechanismFate::NeedsToken;
        return unless(!goal.account->contains(QChar(1)) && !goal.token.reveal().contains('\1'));
    case Needs::Certificate: // it is shown in a handshake, and mode none has none
        if (goal.hasClientCertificate && goal.security != SecurityMode::None)
            return std::nullopt;
        return MechanismFate::NeedsCertificate;
    }
    Q_UNREACHABLE();
}

std::optional<MechanismFate> obstacleTo(const Mechanism& mechanism, const DialogueGoal& goal, const ChannelFacts& channel)
{
    if (const auto lack = lackOf(mechanism, goal))
        return lack;
    const bool isUnbound = mechanism.binds == Binds::Yes && !channel.serverEndPoint;
    return isUnbound ? std::optional(MechanismFate::NeedsBinding) : std::nullopt;
}

const Mechanism* strongest(const QByteArrayList& offered, const DialogueGoal& goal, const ChannelFacts& channel)
{
    const auto* found = std::find_if(mechanismTable.begin(), mechanismTable.end(), [&](const Mechanism& one) {
        const bool isWanted = goal.mechanism.isEmpty() || isNamed(one.name, goal.mechanism);
        return isWanted && isSpoken(one, goal.protocol) && holds(offered, one.name) && !obstacleTo(one, goal, channel);
    });
    return found == mechanismTable.end() ? nullptr : found;
}

/// The one that a station takes of these, where it is spoken here and has what it needs.
const Mechanism* stations(const QByteArrayList& offered, const DialogueGoal& goal, const ChannelFacts& channel)
{
    if (!goal.signsInAsStation || !goal.mechanism.isEmpty() || goal.hasClientCertificate)
        return nullptr;
    const StationProfile profile = goal.token.isEmpty() ? StationProfile::Password : StationProfile::OAuth;
    const auto name = stationsMechanism(offered, goal.protocol, profile);
    const Mechanism* const known = name ? mechanismNamed(*name, goal.protocol) : nullptr;
    return known && !obstacleTo(*known, goal, channel) ? known : nullptr;
}

/// A note for each name, once; names are compared without case.
template <class FateOf>
QList<MechanismNote> notesOn(const QByteArrayList& offered, FateOf fateOf)
{
    QList<MechanismNote> notes;
    for (const QByteArray& name : offered) {
        const bool isNoted =
            std::any_of(notes.begin(), notes.end(), [&name](const MechanismNote& note) { return isNamed(note.name, name); });
        if (!isNoted)
            notes += MechanismNote{name, fateOf(name)};
    }
    return notes;
}

} // namespace

MechanismChoice chooseMechanism(const QByteArrayList& offered, const DialogueGoal& goal, const ChannelFacts& channel)
{
    const Mechanism* const stationsOwn = stations(offered, goal, channel);
    const Mechanism* const chosen = stationsOwn ? stationsOwn : strongest(offered, goal, channel);
    const auto fateOf = [&](const QByteArray& name) {
        const Mechanism* const known = mechanismNamed(name, goal.protocol);
        if (!known)
            return MechanismFate::NotSpoken;
        if (known == chosen)
            return MechanismFate::Used;
        if (!goal.mechanism.isEmpty() && !isNamed(name, goal.mechanism))
            return MechanismFate::NotChosen;
        return obstacleTo(*known, goal, channel)
            .value_or(stationsOwn ? MechanismFate::NotTheStations : MechanismFate::Weaker);
    };
    MechanismChoice choice;
    choice.notes = notesOn(offered, fateOf);
    if (!chosen)
        return choice;
    choice.name = chosen->name.toByteArray();
    const bool offersBinding =
        std::any_of(offered.begin(), offered.end(), [](const QByteArray& name) { return name.toUpper().endsWith("-PLUS"); });
    if (chosen->make)
        choice.exchange = chosen->make({goal, channel, offersBinding});
    return choice;
}

QList<MechanismNote> notesWithoutLogin(const QByteArrayList& offered, Protocol protocol)
{
    return notesOn(offered, [protocol](const QByteArray& name) {
        return mechanismNamed(name, protocol) ? MechanismFate::NotWanted : MechanismFate::NotSpoken;
    });
}

bool hidesPassword(QByteArrayView mechanism)
{
    const QByteArray name = mechanism.toByteArray().toUpper();
    return name.startsWith("SCRAM-") || name == "CRAM-MD5" || name == "APOP";
}

QByteArrayList spokenMechanisms(Protocol protocol)
{
    QByteArrayList names;
    for (const Mechanism& mechanism : mechanismTable)
        if (isSpoken(mechanism, protocol))
            names += mechanism.name.toByteArray();
    return names;
}

} // namespace stationer
