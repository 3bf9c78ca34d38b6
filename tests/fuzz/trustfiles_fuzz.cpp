// Any bytes as allowed-hosts.json: read or refused; what was read reads back alike.

#include "fuzz/entry.h"
#include "trust/allowedhostsfile.h"

using namespace stationer;

STATIONER_FUZZ_ENTRY(trustfiles, 40000)
{
    if (const auto file = AllowedHostsFile::read(bytes)) {
        const auto text = file.value().write();
        fuzz::require(bool(text));
        const auto again = AllowedHostsFile::read(text.value());
        fuzz::require(again && again.value().rows == file.value().rows);
    }
}
