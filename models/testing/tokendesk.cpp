#include "testing/tokendesk.h"

#include <QPointer>

#include <algorithm>
#include <iterator>

namespace stationer {

namespace {

bool isTrusted(const Judgement& judgement)
{
    return judgement.verdict == Verdict::Trusted || judgement.verdict == Verdict::Exempted;
}

/// What an end means for whoever judges so; nothing where it would have come further.
std::optional<FetchedToken> asJudgedBy(const ChainJudge& judge, const TokenFetchEnd& end)
{
    FetchedToken fetched{end.token, end.story, std::nullopt, end.secrets};
    for (const JudgedServer& one : end.servers) {
        const Judgement judged = judge(one.judgement.sentChain(), one.server);
        fetched.trust = judged;
        if (isTrusted(judged))
            continue;
        fetched.token = {};
        fetched.story.server = one.server;
        fetched.story.claims.reset();
        fetched.story.fault = judged.verdict == Verdict::Rejected ? TokenFault::Rejected : TokenFault::Challenged;
        return fetched;
    }
    const auto& fault = end.story.fault;
    return fault == TokenFault::Challenged || fault == TokenFault::Rejected ? std::nullopt : std::optional(fetched);
}

} // namespace

TokenDesk::TokenDesk(TokenFetch::Ways ways, QObject* parent) : QObject(parent), m_ways(std::move(ways)) {}

TokenSource TokenDesk::sourceOf(const TokenGrant& grant)
{
    return [self = QPointer(this), grant](const ChainJudge& judge, const Fetched& fetched) {
        if (self)
            self->ask(grant, {judge, fetched});
    };
}

bool TokenDesk::mayHavePendingLookup() const
{
    return std::ranges::any_of(m_clients,
                               [](const Client& client) { return client.fetch && client.fetch->mayHavePendingLookup(); });
}

void TokenDesk::ask(const TokenGrant& grant, const Asker& asker)
{
    auto client = std::ranges::find(m_clients, grant, &Client::grant);
    if (client == m_clients.end()) {
        m_clients.emplace_back().grant = grant;
        client = std::prev(m_clients.end());
    }
    client->askers.push_back(asker);
    if (client->end)
        serve(*client);
    else if (!client->fetch)
        fetch(*client, asker.judge);
}

void TokenDesk::fetch(Client& client, const ChainJudge& judge)
{
    client.end.reset();
    client.fetch.reset(new TokenFetch(client.grant, judge, m_ways, this));
    connect(client.fetch.get(), &TokenFetch::finished, this, [this, &client](const TokenFetchEnd& end) {
        client.end = end;
        serve(client);
    });
    client.fetch->start();
}

void TokenDesk::serve(Client& client)
{
    const QPointer<TokenDesk> self = this;
    while (self && client.end && !client.askers.empty()) {
        const auto fetched = asJudgedBy(client.askers.front().judge, *client.end);
        if (!fetched)
            return fetch(client, ChainJudge(client.askers.front().judge));
        const Asker asker = std::move(client.askers.front());
        client.askers.pop_front();
        asker.fetched(*fetched);
    }
}

} // namespace stationer
