#include "mail/sasl.h"

#include "mail/bearer.h"
#include "mail/crammd5.h"
#include "mail/saslprep.h"
#include "mail/scram.h"

#include <algorithm>
#include <array>

namespace stationer {

namespace {

/// PLAIN (RFC 4616): both at once, with an empty authorization identity.
class PlainExchange : public SaslExchange {
public:
    PlainExchange(QByteArray account, Secret password) : m_account(std::move(account)), m_password(std::move(password)) {}
    std::optional<QByteArray> initialResponse() override { return '\0' + m_account + '\0' + m_password.reveal(); }
    std::optional<QByteArray> respond(QByteArrayView) override { return std::nullopt; }

private:
    QByteArray m_account;
    Secret m_password;
};

/// LOGIN (draft-murchison-sasl-login): two prompts, the user name and the password. The prompts' texts differ between servers
/// and say nothing.
class LoginExchange : public SaslExchange {
public:
    LoginExchange(QByteArray account, Secret password) : m_account(std::move(account)), m_password(std::move(password)) {}
    std::optional<QByteArray> initialResponse() override { return std::nullopt; }
    std::optional<QByteArray> respond(QByteArrayView) override
    {
        switch (m_next) {
        case Next::Account:
            m_next = Next::Password;
            return m_account;
        case Next::Password:
            m_next = Next::Nothing;
            return m_password.reveal();
        case Next::Nothing:
            break;
        }
        return std::nullopt;
    }

private:
    enum class Next { Account, Password, Nothing };

    QByteArray m_account;
    Secret m_password;
    Next m_next = Next::Account;
};

struct Mechanism {
    QByteArrayView name;
    bool (*isUsable)(const DialogueGoal& goal); ///< whether the goal has what it needs
    std::unique_ptr<SaslExchange> (*make)(const DialogueGoal& goal);
};

bool hasLogin(const DialogueGoal& goal)
{
    return goal.account && goal.token.isEmpty();
}

/// A token is for bearers alone, and no part of their messages may break them up.
bool hasToken(const DialogueGoal& goal)
{
    return goal.account && !goal.token.isEmpty() && !goal.account->contains(QChar(1)) && !goal.token.reveal().contains('\1');
}

template <BearerExchange::Kind Kind>
std::unique_ptr<SaslExchange> makeBearer(const DialogueGoal& goal)
{
    return std::make_unique<BearerExchange>(Kind, goal.account->toUtf8(), goal.token);
}

/// Without a prepared form (RFC 4013) there is nothing that both sides could hash.
bool hasPreparedLogin(const DialogueGoal& goal)
{
    return hasLogin(goal) && saslPrepared(*goal.account) && saslPrepared(QString::fromUtf8(goal.password.reveal()));
}

template <QCryptographicHash::Algorithm Hash>
std::unique_ptr<SaslExchange> makeScram(const DialogueGoal& goal)
{
    return std::make_unique<ScramExchange>(
        Hash, saslPrepared(*goal.account).value_or(QByteArray()),
        Secret(saslPrepared(QString::fromUtf8(goal.password.reveal())).value_or(QByteArray())),
        goal.nonce.isEmpty() ? freshNonce() : goal.nonce);
}

/// Strongest first. A mechanism is a class and a row.
constexpr std::array mechanisms{
    Mechanism{"SCRAM-SHA-256", hasPreparedLogin, makeScram<QCryptographicHash::Sha256>},
    Mechanism{"SCRAM-SHA-1", hasPreparedLogin, makeScram<QCryptographicHash::Sha1>},
    Mechanism{"OAUTHBEARER", hasToken, makeBearer<BearerExchange::Kind::OAuthBearer>},
    Mechanism{"XOAUTH2", hasToken, makeBearer<BearerExchange::Kind::XOAuth2>},
    Mechanism{"CRAM-MD5", hasLogin,
              [](const DialogueGoal& goal) -> std::unique_ptr<SaslExchange> {
                  return std::make_unique<CramMd5Exchange>(goal.account->toUtf8(), goal.password);
              }},
    Mechanism{"PLAIN", hasLogin,
              [](const DialogueGoal& goal) -> std::unique_ptr<SaslExchange> {
                  return std::make_unique<PlainExchange>(goal.account->toUtf8(), goal.password);
              }},
    Mechanism{"LOGIN", hasLogin,
              [](const DialogueGoal& goal) -> std::unique_ptr<SaslExchange> {
                  return std::make_unique<LoginExchange>(goal.account->toUtf8(), goal.password);
              }},
};

} // namespace

std::unique_ptr<SaslExchange> makeSaslExchange(QByteArrayView mechanism, const DialogueGoal& goal)
{
    for (const Mechanism& known : mechanisms)
        if (mechanism.compare(known.name, Qt::CaseInsensitive) == 0 && known.isUsable(goal))
            return known.make(goal);
    return nullptr;
}

QByteArray chosenMechanism(const QByteArrayList& offered, const DialogueGoal& goal)
{
    for (const Mechanism& known : mechanisms) {
        const bool isWanted = goal.mechanism.isEmpty() || goal.mechanism.compare(known.name, Qt::CaseInsensitive) == 0;
        const bool isOffered = std::any_of(offered.begin(), offered.end(), [&known](const QByteArray& name) {
            return name.compare(known.name, Qt::CaseInsensitive) == 0;
        });
        if (isWanted && isOffered && known.isUsable(goal))
            return known.name.toByteArray();
    }
    return {};
}

} // namespace stationer
