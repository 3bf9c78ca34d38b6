// Any bytes as a file of notes beside the trust files, by the first byte: last-tests.json, handover.json. Read or refused;
// what was read reads back alike.

#include "fuzz/entry.h"
#include "handover/handoverfile.h"
#include "testing/testhistory.h"

#include <QJsonDocument>

using namespace stationer;

namespace {

template <class Content>
void read(const QByteArray& bytes)
{
    if (const auto content = Content::read(QJsonDocument::fromJson(bytes).object())) {
        const auto again = Content::read(content->write());
        fuzz::require(again && *again == *content);
    }
}

} // namespace

STATIONER_FUZZ_ENTRY(handover, 20000)
{
    QByteArray rest = bytes;
    if (fuzz::choice(rest, 2) == 0)
        read<TestHistory>(rest);
    else
        read<HandoverFile>(rest);
}
