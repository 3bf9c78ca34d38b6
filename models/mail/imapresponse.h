#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

namespace stationer {

/// One response of an IMAP server (RFC 3501, section 7; RFC 9051), as far as a connection test looks into it.
struct ImapResponse {
    enum class Kind { Untagged, Tagged, Continuation };
    enum class Status { None, Ok, No, Bad, PreAuth, Bye }; ///< None: data, such as `* CAPABILITY …`
    Kind kind = Kind::Untagged;
    Status status = Status::None;
    QByteArray tag;
    QByteArray name; ///< of data, in capitals: `CAPABILITY`
    QByteArray code; ///< the response code without brackets: `AUTHENTICATIONFAILED`
    QByteArray text; ///< what follows: the words for people, the data, or the challenge

    QByteArray fullCode() const; ///< `NO [AUTHENTICATIONFAILED]`
    /// The capabilities of `* CAPABILITY …` or of a code `[CAPABILITY …]`; empty where it is neither.
    QByteArrayList capabilities() const;
};

/// Reads responses from lines, passing over literals.
///
/// A literal is counted in octets and may hold line ends, which the lines handed in no longer have. They are counted as
/// CRLF: what servers send in literals is mail, and mail has CRLF.
class ImapResponseReader {
public:
    enum class Taken { More, Whole, Broken };
    Taken take(QByteArrayView line);
    const ImapResponse& response() const { return m_response; }

    /// A larger literal than this has no place in what a connection test asks for.
    static constexpr qsizetype maximumLiteral = 64 * 1024;

private:
    Taken takeStart(QByteArrayView line);
    Taken takeRest(QByteArrayView afterLiteral);

    ImapResponse m_response;
    qsizetype m_literalLeft = 0; ///< octets
    bool m_isInside = false;     ///< a response whose literal is being passed over
};

} // namespace stationer
