// The peer of opening a station: one bare Expat pass over a flat file that records each tag's offset.

#include <expat.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {
struct Pass {
    XML_Parser parser;
    std::vector<long> offsets;
};
} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    std::ifstream file(argv[1], std::ios::binary | std::ios::ate);
    std::string xml(static_cast<size_t>(file.tellg()), '\0');
    file.seekg(0);
    file.read(xml.data(), static_cast<std::streamsize>(xml.size()));
    Pass pass{XML_ParserCreate("UTF-8"), {}};
    XML_SetUserData(pass.parser, &pass);
    XML_SetElementHandler(
        pass.parser,
        [](void* data, const XML_Char*, const XML_Char**) {
            auto* self = static_cast<Pass*>(data);
            self->offsets.push_back(XML_GetCurrentByteIndex(self->parser));
        },
        [](void* data, const XML_Char*) {
            auto* self = static_cast<Pass*>(data);
            self->offsets.push_back(XML_GetCurrentByteIndex(self->parser));
        });
    const bool isWellFormed = XML_Parse(pass.parser, xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
    XML_ParserFree(pass.parser);
    std::printf("%zu\n", pass.offsets.size());
    return isWellFormed ? 0 : 1;
}
