#include "mail/dialogue.h"

#include <algorithm>

namespace stationer {

namespace {

bool begins(QByteArrayView bytes, QByteArrayView with)
{
    return bytes.size() >= with.size() && bytes.first(with.size()).compare(with, Qt::CaseInsensitive) == 0;
}

bool isReplyCode(QByteArrayView bytes)
{
    return bytes.size() >= 3 && (bytes.at(0) == '2' || bytes.at(0) == '4' || bytes.at(0) == '5') && bytes.at(1) >= '0' &&
           bytes.at(1) <= '7' && bytes.at(2) >= '0' && bytes.at(2) <= '9' &&
           (bytes.size() == 3 || bytes.at(3) == ' ' || bytes.at(3) == '-' || bytes.at(3) == '\r' || bytes.at(3) == '\n');
}

} // namespace

// FTP greets with 220 too. It counts as SMTP here; its answer to EHLO tells them apart.
Service serviceOf(QByteArrayView firstBytes)
{
    // A TLS record: an alert or a handshake of version 3.x (RFC 8446, section 5.1).
    if (firstBytes.size() >= 2 && (firstBytes.at(0) == 0x15 || firstBytes.at(0) == 0x16) && firstBytes.at(1) == 0x03)
        return Service::Tls;
    if (begins(firstBytes, "* OK") || begins(firstBytes, "* PREAUTH") || begins(firstBytes, "* BYE") ||
        begins(firstBytes, "* NO ") || begins(firstBytes, "* BAD "))
        return Service::Imap;
    if (begins(firstBytes, "+OK") || begins(firstBytes, "-ERR"))
        return Service::Pop3;
    if (begins(firstBytes, "SSH-"))
        return Service::Ssh;
    // Where the request names no version, some answer with the page alone (HTTP/0.9).
    if (begins(firstBytes, "HTTP/") || begins(firstBytes, "<!DOCTYPE HTML") || begins(firstBytes, "<html"))
        return Service::Http;
    return isReplyCode(firstBytes) ? Service::Smtp : Service::Unknown;
}

} // namespace stationer
