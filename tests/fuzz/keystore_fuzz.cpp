// Any bytes as a station's key store, without a password and with one: read or refused. A password shows what was hidden and
// changes nothing else, all that is trusted is a certificate, and what Java keeps beside its trust is never more than there
// is.

#include "fuzz/entry.h"
#include "trust/certificatefacts.h"
#include "trust/javakeystore.h"

using namespace stationer;

STATIONER_FUZZ_ENTRY(keystore, 1200)
{
    const auto closed = readKeyStore(bytes, std::nullopt);
    const auto opened = readKeyStore(bytes, Secret(QByteArray("changeit")));
    for (const auto* const read : {&closed, &opened}) {
        if (!*read)
            continue;
        const KeyStoreContents& contents = read->value();
        for (const StoredCertificate& one : contents.trusted)
            fuzz::require(certificateSketch(one.der).has_value());
        fuzz::require(contents.privateKeys <= bytes.size());
        fuzz::require(!contents.part || contents.part->entries < contents.part->ofEntries);
    }
    fuzz::require(!closed || closed.value().integrity == KeyStoreContents::Integrity::NotVerified);
    fuzz::require(!closed || !opened || closed.value().trusted == opened.value().trusted);
}
