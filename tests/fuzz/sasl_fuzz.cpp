// Challenges, a line each, and names and passwords as SCRAM prepares them; the first byte chooses. A server is believed only
// where it proves that it knows the password, and no challenge gets the password itself.

#include "fuzz/entry.h"
#include "mail/bearer.h"
#include "mail/crammd5.h"
#include "mail/saslprep.h"
#include "mail/scram.h"

using namespace stationer;

STATIONER_FUZZ_ENTRY(sasl, 10000)
{
    QByteArray rest = bytes;
    switch (fuzz::choice(rest, 4)) {
    case 0: { // the exchange of RFC 5802, section 5
        ScramExchange exchange(QCryptographicHash::Sha1, "user", Secret(QByteArray("pencil")), "fyko+d2lbbFgONRv9qkxdawL");
        fuzz::require(exchange.initialResponse().has_value() && !exchange.isComplete());
        const QByteArrayList challenges = rest.split('\n');
        for (const QByteArray& challenge : challenges) {
            const auto response = exchange.respond(challenge);
            if (exchange.isCalculating() || !response)
                break;
            fuzz::require(!response->contains("pencil"));
        }
        if (exchange.isComplete())
            fuzz::require(challenges.value(1).startsWith("v=rmF9pqV8S7suAoZWja4dJRkFsKQ"));
        break;
    }
    case 1: {
        CramMd5Exchange exchange("user", Secret(QByteArray("pencil")));
        const auto response = exchange.respond(rest);
        fuzz::require(response.has_value() == !rest.isEmpty() && !exchange.respond(rest));
        fuzz::require(!response || (response->size() == 5 + 32 && response->startsWith("user ")));
        break;
    }
    case 2: {
        BearerExchange exchange(BearerExchange::Kind::OAuthBearer, "user", Secret(QByteArray("token")));
        fuzz::require(exchange.initialResponse()->contains("token"));
        const auto response = exchange.respond(rest);
        fuzz::require(!response || (!response->contains("token") && !exchange.isComplete()));
        break;
    }
    case 3:
        if (const auto prepared = saslPrepared(QString::fromUtf8(rest))) {
            fuzz::require(QString::fromUtf8(*prepared).toUtf8() == *prepared && !prepared->contains('\0'));
            fuzz::require(saslPrepared(QString::fromUtf8(*prepared)) == prepared);
        }
        break;
    }
}
