#pragma once

#include "connection/deletelater.h"
#include "connection/fetchedtoken.h"
#include "token/tokenfetch.h"

#include <QObject>

#include <deque>
#include <functional>
#include <optional>

namespace stationer {

/// The tokens of one run: a client's is fetched once, whatever comes of it, and every test that needs it has the same
/// answer. Whom a token comes from is judged for each test by what its own station trusts: by the chain that was seen,
/// without another connection. Only where the first asker's judge let nobody be asked, another one's may.
class TokenDesk : public QObject {
    Q_OBJECT
public:
    explicit TokenDesk(TokenFetch::Ways ways, QObject* parent = nullptr);

    /// Valid as long as this lives; afterwards it does not answer.
    TokenSource sourceOf(const TokenGrant& grant);
    bool mayHavePendingLookup() const; ///< see TokenFetch

private:
    using Fetched = std::function<void(const FetchedToken&)>;
    struct Asker {
        ChainJudge judge;
        Fetched fetched;
    };
    struct Client {
        TokenGrant grant;
        LaterPtr<TokenFetch> fetch;
        std::optional<TokenFetchEnd> end;
        std::deque<Asker> askers;
    };

    void ask(const TokenGrant& grant, const Asker& asker);
    void fetch(Client& client, const ChainJudge& judge);
    void serve(Client& client);

    TokenFetch::Ways m_ways;
    std::deque<Client> m_clients; ///< each stays where it is
};

} // namespace stationer
