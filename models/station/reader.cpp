#include "station/reader.h"

#include "station/tag.h"

#include <expat.h>

#include <QSet>
#include <QStringConverter>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace stationer {

namespace {

/// Expat copies what it is given into its own buffer: pieces that stay in the processor's cache.
constexpr qsizetype firstPiece = qsizetype(128) * 1024;
constexpr qsizetype largestPiece = qsizetype(1) << 29;

quint32 hashOf(const char* text)
{
    quint32 hash = 2166136261u;
    for (; *text; ++text)
        hash = (hash ^ static_cast<unsigned char>(*text)) * 16777619u;
    return hash;
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// Expat's events → the index. Per element only what cannot be lexed from the bytes later.
class Reader {
public:
    explicit Reader(QByteArray xml) : m_index(std::make_shared<Index>())
    {
        m_index->xml = std::move(xml);
        m_index->types.append(QByteArray());
        m_index->elements.reserve(static_cast<std::size_t>(m_index->xml.size() / 56 + 16));
    }

    Result<std::shared_ptr<const Index>, OpenFault> read(ReadingProgress& progress);

private:
    static void XMLCALL onStart(void* self, const XML_Char* name, const XML_Char** attributes)
    {
        static_cast<Reader*>(self)->start(name, attributes);
    }
    static void XMLCALL onEnd(void* self, const XML_Char*) { static_cast<Reader*>(self)->end(); }
    static void XMLCALL onDocumentType(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        static_cast<Reader*>(self)->refuseDocumentType();
    }
    static void XMLCALL onDeclaration(void* self, const XML_Char*, const XML_Char* encoding, int)
    {
        if (encoding && qstricmp(encoding, "utf-8") != 0)
            static_cast<Reader*>(self)->refuse(OpenFault::Kind::OtherEncoding, QString::fromUtf8(encoding));
    }

    void start(const char* name, const char** attributes);
    void end();
    void noteDuplicateNames(Node parent);
    quint32 typeId(std::string_view type);
    void refuse(OpenFault::Kind kind, const QString& detail = {});
    void refuseDocumentType();
    OpenFault parserFault() const;
    OpenFault faultHere(OpenFault::Kind kind, const QString& detail) const
    {
        return {kind, qint64(XML_GetCurrentLineNumber(m_parser)), qint64(XML_GetCurrentColumnNumber(m_parser)) + 1, detail};
    }

    std::shared_ptr<Index> m_index;
    XML_Parser m_parser = nullptr;
    std::optional<OpenFault> m_fault;
    struct Open {
        Node node;
        std::size_t names; ///< where the children's hashes begin
    };
    std::vector<Open> m_open;
    std::vector<quint32> m_names; ///< hashes of the names of children met so far, of all open elements
    std::unordered_map<std::string, quint32, TextHash, std::equal_to<>> m_types;
};

quint32 Reader::typeId(std::string_view type)
{
    const auto found = m_types.find(type);
    if (found != m_types.end())
        return found->second;
    const auto id = static_cast<quint32>(m_index->types.size());
    m_index->types.append(QByteArray(type.data(), static_cast<qsizetype>(type.size())));
    m_types.emplace(type, id);
    return id;
}

void Reader::refuse(OpenFault::Kind kind, const QString& detail)
{
    if (!m_fault) {
        m_fault = faultHere(kind, detail);
        XML_StopParser(m_parser, XML_FALSE);
    }
}

/// Expat says so only at the end of the declaration's head; the place to show is where it begins.
void Reader::refuseDocumentType()
{
    refuse(OpenFault::Kind::DocumentType);
    const QByteArrayView before = QByteArrayView(m_index->xml).first(XML_GetCurrentByteIndex(m_parser));
    const qsizetype at = before.lastIndexOf("<!DOCTYPE");
    if (at < 0)
        return;
    m_fault->line = m_index->line(at);
    m_fault->column = QString::fromUtf8(before.sliced(0, at).sliced(before.first(at).lastIndexOf('\n') + 1)).size() + 1;
}

void Reader::start(const char* name, const char** attributes)
{
    if (m_fault)
        return;
    const auto node = static_cast<Node>(m_index->elements.size());
    SlotKind kind = SlotKind::Other;
    if (m_open.empty()) {
        if (std::strcmp(name, "bajaObjectGraph") != 0)
            return refuse(OpenFault::Kind::NotAStation, QString::fromUtf8(name));
    } else if (qsizetype(m_open.size()) > deepestNesting) {
        return refuse(OpenFault::Kind::TooDeep);
    } else if (name[1] == '\0') {
        switch (name[0]) {
        case 'p':
            kind = SlotKind::Property;
            break;
        case 'a':
            kind = SlotKind::Action;
            break;
        case 't':
            kind = SlotKind::Topic;
            break;
        default:
            break;
        }
    }
    quint32 type = 0;
    for (; *attributes; attributes += 2) {
        const char* const attribute = attributes[0];
        const char* const value = attributes[1];
        if (attribute[0] == '\0' || attribute[1] != '\0')
            continue;
        switch (attribute[0]) {
        case 'n':
            m_names.push_back(hashOf(value));
            break;
        case 't':
            type = typeId(value);
            break;
        case 'm':
            if (Declaration declared = declaration(value); !declared.symbol.isEmpty()) {
                declared.node = node;
                m_index->declarations.append(declared);
            }
            break;
        case 'h':
            if (const auto handle = readHandle(value); handle && !m_index->handles.insert(*handle, node))
                m_index->remarks.push_back({DocumentRemark::Kind::DuplicateHandle, node});
            break;
        default:
            break;
        }
    }
    const Node parent = m_open.empty() ? noNode : m_open.back().node;
    m_index->elements.push_back({static_cast<quint32>(XML_GetCurrentByteIndex(m_parser)), 0, parent, node + 1,
                                 type << 2 | static_cast<quint32>(kind)});
    m_open.push_back({node, m_names.size()});
}

void Reader::end()
{
    if (m_fault)
        return;
    const Open closed = m_open.back();
    m_open.pop_back();
    Element& element = m_index->elements[closed.node];
    // For an empty tag Expat is already behind it and the count is 0.
    element.end = static_cast<quint32>(XML_GetCurrentByteIndex(m_parser) + XML_GetCurrentByteCount(m_parser));
    element.next = static_cast<Node>(m_index->elements.size());

    const auto first = m_names.begin() + static_cast<std::ptrdiff_t>(closed.names);
    if (m_names.end() - first > 1) {
        std::sort(first, m_names.end());
        if (std::adjacent_find(first, m_names.end()) != m_names.end())
            noteDuplicateNames(closed.node);
    }
    m_names.erase(first, m_names.end());
}

/// Two hashes are alike: look at the names themselves.
void Reader::noteDuplicateNames(Node parent)
{
    QSet<QString> seen;
    for (const Node child : m_index->children(parent)) {
        const Tag tag(m_index->from(child));
        const Tag::Attribute* const name = tag.find("n");
        if (!name)
            continue;
        const qsizetype before = seen.size();
        seen.insert(decodedAttribute(name->value));
        if (seen.size() == before)
            m_index->remarks.push_back({DocumentRemark::Kind::DuplicateSlotName, child});
    }
}

OpenFault Reader::parserFault() const
{
    const XML_Error code = XML_GetErrorCode(m_parser);
    const QString words = QString::fromUtf8(XML_ErrorString(code));
    if (code == XML_ERROR_UNKNOWN_ENCODING || code == XML_ERROR_INCORRECT_ENCODING)
        return faultHere(OpenFault::Kind::OtherEncoding, words);
    if (code == XML_ERROR_INVALID_TOKEN || code == XML_ERROR_PARTIAL_CHAR) {
        const qsizetype at = XML_GetCurrentByteIndex(m_parser);
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString here =
            decoder(QByteArrayView(m_index->xml).sliced(at).first(std::min<qsizetype>(4, m_index->xml.size() - at)));
        if (here.startsWith(QChar::ReplacementCharacter))
            return faultHere(OpenFault::Kind::OtherEncoding, words);
    }
    return faultHere(OpenFault::Kind::Malformed, words);
}

Result<std::shared_ptr<const Index>, OpenFault> Reader::read(ReadingProgress& progress)
{
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr),
                                                                                               &XML_ParserFree);
    m_parser = parser.get();
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &Reader::onStart, &Reader::onEnd);
    XML_SetStartDoctypeDeclHandler(m_parser, &Reader::onDocumentType);
    XML_SetXmlDeclHandler(m_parser, &Reader::onDeclaration);
    const QByteArray& xml = m_index->xml;
    qsizetype at = 0;
    qsizetype piece = firstPiece;
    do {
        if (progress.isCancelled())
            return OpenFault{OpenFault::Kind::Cancelled, 0, 0, {}};
        const qsizetype length = std::min(piece, xml.size() - at);
        const bool isLast = at + length == xml.size();
        if (XML_Parse(m_parser, xml.constData() + at, static_cast<int>(length), isLast) == XML_STATUS_ERROR)
            return m_fault ? *m_fault : parserFault();
        at += length;
        // Expat begins a tag or a comment that is not whole anew with every piece: endless ones come in ever larger pieces.
        const qsizetype unread = at - XML_GetCurrentByteIndex(m_parser);
        piece = std::max(firstPiece, std::min(unread, largestPiece));
        progress.advance(at, xml.size());
    } while (at < xml.size());
    return std::shared_ptr<const Index>(std::move(m_index));
}

/// Nothing if the bytes may be UTF-8 XML.
std::optional<OpenFault> faultOfFirstBytes(const QByteArray& xml)
{
    if (xml.startsWith("\xff\xfe") || xml.startsWith("\xfe\xff") || xml.startsWith(QByteArrayView("\0<", 2)) ||
        xml.startsWith(QByteArrayView("<\0", 2)) || xml.startsWith(QByteArrayView("\0\0", 2)))
        return OpenFault{OpenFault::Kind::OtherEncoding, 1, 1, {}};
    qsizetype at = xml.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (at < xml.size() && std::strchr(" \t\r\n", xml.at(at)) && xml.at(at) != '\0')
        ++at;
    if (at == xml.size() || xml.at(at) != '<')
        return OpenFault{OpenFault::Kind::NotAStation, 0, 0, {}};
    return std::nullopt;
}

} // namespace

Result<std::shared_ptr<const Index>, OpenFault> readIndex(QByteArray xml, ReadingProgress* progress)
{
    if (xml.size() > largestXml)
        return OpenFault{OpenFault::Kind::TooLarge, 0, 0, {}};
    if (const auto fault = faultOfFirstBytes(xml))
        return *fault;
    ReadingProgress alone;
    return Reader(std::move(xml)).read(progress ? *progress : alone);
}

} // namespace stationer
