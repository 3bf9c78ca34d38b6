#include "token/jsonobject.h"

#include <QJsonDocument>

#include <algorithm>

namespace stationer {

std::optional<QJsonObject> jsonObject(const QByteArray& bytes)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> fromBase64Url(const QByteArray& text)
{
    const auto read = QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                                               QByteArray::AbortOnBase64DecodingErrors);
    return read ? std::optional(*read) : std::nullopt;
}

} // namespace stationer
