// The peer of opening a station: one bare Expat pass over a flat file that records each tag's offset.

#include "expatoffsets.h"

#include <cstdio>
#include <fstream>

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    std::ifstream file(argv[1], std::ios::binary | std::ios::ate);
    std::string xml(static_cast<size_t>(file.tellg()), '\0');
    file.seekg(0);
    file.read(xml.data(), static_cast<std::streamsize>(xml.size()));
    const auto offsets = tagOffsets(xml);
    std::printf("%zu\n", offsets ? offsets->size() : 0);
    return offsets ? 0 : 1;
}
