#include "connection/tlshello.h"

#include <QHostAddress>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

QByteArray number(qsizetype value, int bytes)
{
    QByteArray result;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        result += char((value >> shift) & 0xff);
    return result;
}

/// A field with its length before it.
QByteArray sized(const QByteArray& content, int lengthBytes)
{
    return number(content.size(), lengthBytes) + content;
}

QByteArray extension(int type, const QByteArray& content)
{
    return number(type, 2) + sized(content, 2);
}

QByteArray random32()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QByteArray(reinterpret_cast<const char*>(words.data()), 32);
}

QByteArray ciphers()
{
    // GCM and CBC with ECDHE and DHE, then RSA's AES, 3DES and RC4 as the servers of SSL 3.0 have them, and the
    // renegotiation mark.
    static constexpr std::array suites{0xc02f, 0xc030, 0xc02b, 0xc02c, 0xc013, 0xc014, 0xc009,
                                       0xc00a, 0x009e, 0x009c, 0x009d, 0x0033, 0x0039, 0x002f,
                                       0x0035, 0xc012, 0x0016, 0x000a, 0x0005, 0x0004, 0x00ff};
    QByteArray bytes;
    for (const int suite : suites)
        bytes += number(suite, 2);
    return bytes;
}

} // namespace

QByteArray plainClientHello(const QString& host)
{
    QByteArray extensions;
    if (QHostAddress(host).isNull()) // an address is no server name (RFC 6066, section 3)
        extensions += extension(0, sized('\0' + sized(host.toLatin1().left(255), 2), 2));
    extensions += extension(10, sized(QByteArray::fromHex("001d001700180019"), 2));                         // groups
    extensions += extension(11, sized(QByteArray(1, '\0'), 1));                                             // point formats
    extensions += extension(13, sized(QByteArray::fromHex("0403050306030804080508060401050106010201"), 2)); // signatures
    const QByteArray body = QByteArray::fromHex("0303") + random32() + sized({}, 1) + sized(ciphers(), 2) +
                            sized(QByteArray(1, '\0'), 1) + sized(extensions, 2);
    return QByteArray::fromHex("160301") + sized('\1' + sized(body, 3), 2);
}

QString versionOfServerHello(QByteArrayView bytes)
{
    const bool isServerHello = bytes.size() >= serverHelloStart && bytes.at(0) == 0x16 && bytes.at(1) == 0x03 &&
                               bytes.at(5) == 0x02 && bytes.at(9) == 0x03;
    if (!isServerHello)
        return {};
    switch (bytes.at(10)) {
    case 0:
        return u"SSLv3"_s;
    case 1:
        return u"TLSv1.0"_s;
    case 2:
        return u"TLSv1.1"_s;
    case 3:
        return u"TLSv1.2"_s;
    default:
        return {};
    }
}

ServerFlight serverFlightOf(QByteArrayView bytes)
{
    constexpr char handshakeRecord = 0x16, certificateRequest = 13, serverHelloDone = 14;
    const auto sizeAt = [](QByteArrayView from, qsizetype at, int count) {
        qsizetype size = 0;
        for (int i = 0; i < count; ++i)
            size = size << 8 | uchar(from.at(at + i));
        return size;
    };
    QByteArray messages; // those of the whole records; a message may go over several
    while (bytes.size() >= 5 && bytes.at(0) == handshakeRecord && bytes.size() >= 5 + sizeAt(bytes, 3, 2)) {
        const qsizetype size = sizeAt(bytes, 3, 2);
        messages += bytes.sliced(5, size);
        bytes = bytes.sliced(5 + size);
    }
    ServerFlight flight;
    flight.isWhole = !bytes.isEmpty() && bytes.at(0) != handshakeRecord; // an alert
    for (QByteArrayView rest = messages; rest.size() >= 4 && rest.size() >= 4 + sizeAt(rest, 1, 3);
         rest = rest.sliced(4 + sizeAt(rest, 1, 3))) {
        flight.wantsCertificate = flight.wantsCertificate || rest.at(0) == certificateRequest;
        flight.isWhole = flight.isWhole || flight.wantsCertificate || rest.at(0) == serverHelloDone;
    }
    return flight;
}

} // namespace stationer
