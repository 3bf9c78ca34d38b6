// Any bytes as allowed-hosts.json, and as a file with a key of the user's own: read or refused; what was read reads back alike.

#include "trust/allowedhostsfile.h"
#include "trust/certificatedetails.h"
#include "trust/keybundle.h"

using namespace stationer;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto file = AllowedHostsFile::read(bytes)) {
        const auto again = AllowedHostsFile::read(file.value().write());
        if (!again || again.value().rows != file.value().rows)
            __builtin_trap();
    }
    static_cast<void>(readKeyBundle(bytes, Secret(QByteArray("password"))));
    static_cast<void>(certificateDetails(bytes));
    static_cast<void>(certificateSketch(bytes));
    return 0;
}
