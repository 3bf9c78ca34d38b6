#pragma once

#include <expat.h>

#include <optional>
#include <string>
#include <vector>

/// One bare Expat pass that records where each tag begins, in bytes; nothing where the text is not well-formed.
inline std::optional<std::vector<long>> tagOffsets(const std::string& xml)
{
    struct Pass {
        XML_Parser parser;
        std::vector<long> offsets;
        void note() { offsets.push_back(XML_GetCurrentByteIndex(parser)); }
    } pass{XML_ParserCreate("UTF-8"), {}};
    XML_SetUserData(pass.parser, &pass);
    XML_SetElementHandler(
        pass.parser, [](void* data, const XML_Char*, const XML_Char**) { static_cast<Pass*>(data)->note(); },
        [](void* data, const XML_Char*) { static_cast<Pass*>(data)->note(); });
    const bool isWellFormed = XML_Parse(pass.parser, xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
    XML_ParserFree(pass.parser);
    return isWellFormed ? std::optional(std::move(pass.offsets)) : std::nullopt;
}
