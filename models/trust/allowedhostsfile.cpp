#include "trust/allowedhostsfile.h"

#include "trust/hostname.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

template <class Word>
using Words = std::array<std::pair<Word, QLatin1StringView>, 3>;

constexpr Words<Approval> Approvals{
    {{Approval::Unanswered, "unanswered"_L1}, {Approval::Approved, "approved"_L1}, {Approval::Rejected, "rejected"_L1}}};
constexpr Words<Scope> Scopes{
    {{Scope::Session, "session"_L1}, {Scope::UntilDate, "untilDate"_L1}, {Scope::UntilDeleted, "untilDeleted"_L1}}};
constexpr Words<Binding> Bindings{
    {{Binding::Certificate, "certificate"_L1}, {Binding::PublicKey, "publicKey"_L1}, {Binding::NameOnly, "nameOnly"_L1}}};

template <class Word>
QString textOf(const Words<Word>& words, Word word)
{
    return std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.first == word; })->second;
}

template <class Word>
std::optional<Word> wordOf(const Words<Word>& words, const QJsonValue& text)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.second == text.toString(); });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

void putMoment(QJsonObject& object, const QString& name, const QDateTime& moment)
{
    if (moment.isValid())
        object[name] = moment.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime momentOf(const QJsonValue& text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs).toUTC();
}

QJsonArray arrayOf(const CertificateChain& chain)
{
    QJsonArray array;
    for (const QByteArray& der : chain)
        array << QString::fromLatin1(der.toBase64());
    return array;
}

CertificateChain chainOf(const QJsonValue& array)
{
    CertificateChain chain;
    for (const QJsonValue& der : array.toArray())
        chain << QByteArray::fromBase64(der.toString().toLatin1());
    return chain;
}

std::optional<AllowedHost> rowOf(const QJsonObject& object)
{
    AllowedHost row;
    const auto host = normalisedHost(object[u"host"_s].toString());
    const int port = object[u"port"_s].toInt();
    const auto approval = wordOf(Approvals, object[u"approval"_s]);
    const auto scope = wordOf(Scopes, object[u"scope"_s]);
    const auto binding = wordOf(Bindings, object[u"binding"_s]);
    if (!host || port < 1 || port > 65535 || !approval || !scope || !binding)
        return std::nullopt;
    row.host = {*host, quint16(port)};
    row.approval = *approval;
    row.scope = *scope;
    row.binding = *binding;
    row.sha256 = object[u"sha256"_s].toString().toLatin1();
    row.publicKeySha256 = object[u"publicKeySha256"_s].toString().toLatin1();
    for (const QJsonValue& code : object[u"errors"_s].toArray()) {
        // One that is not known here is one less accepted.
        if (const auto error = trustErrorNamed(code.toString()))
            row.errors << *error;
    }
    row.created = momentOf(object[u"created"_s]);
    row.lastUsed = momentOf(object[u"lastUsed"_s]);
    row.expires = momentOf(object[u"expires"_s]);
    row.note = object[u"note"_s].toString();
    row.chain = chainOf(object[u"chain"_s]);
    row.verifiedChain = chainOf(object[u"verifiedChain"_s]);
    return row;
}

QJsonObject objectOf(const AllowedHost& row, QJsonObject object)
{
    object[u"host"_s] = row.host.host;
    object[u"port"_s] = row.host.port;
    object[u"approval"_s] = textOf(Approvals, row.approval);
    object[u"scope"_s] = textOf(Scopes, row.scope);
    object[u"binding"_s] = textOf(Bindings, row.binding);
    object[u"sha256"_s] = QString::fromLatin1(row.sha256);
    object[u"publicKeySha256"_s] = QString::fromLatin1(row.publicKeySha256);
    QJsonArray errors;
    for (const TrustError error : row.errors)
        errors << QString(nameOf(error));
    object[u"errors"_s] = errors;
    putMoment(object, u"created"_s, row.created);
    putMoment(object, u"lastUsed"_s, row.lastUsed);
    putMoment(object, u"expires"_s, row.expires);
    object[u"note"_s] = row.note;
    object[u"chain"_s] = arrayOf(row.chain);
    if (!row.verifiedChain.isEmpty())
        object[u"verifiedChain"_s] = arrayOf(row.verifiedChain);
    return object;
}

// What a later program wrote into a row.
QJsonObject strangersIn(QJsonObject object)
{
    for (const auto& name :
         {u"host"_s, u"port"_s, u"approval"_s, u"scope"_s, u"binding"_s, u"sha256"_s, u"publicKeySha256"_s, u"errors"_s,
          u"created"_s, u"lastUsed"_s, u"expires"_s, u"note"_s, u"chain"_s, u"verifiedChain"_s})
        object.remove(name);
    return object;
}

} // namespace

Result<AllowedHostsFile, AllowedHostsFile::Fault> AllowedHostsFile::read(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    AllowedHostsFile file;
    file.document = document.object();
    const QJsonValue version = file.document[u"version"_s];
    if (!document.isObject() || !version.isDouble() || version.toInt() < 1)
        return Fault::Damaged;
    if (version.toInt() > Version)
        return Fault::NewerVersion;
    if (!file.document[u"hosts"_s].isArray())
        return Fault::Damaged;
    for (const QJsonValue& one : file.document[u"hosts"_s].toArray()) {
        const auto row = rowOf(one.toObject());
        if (!row)
            return Fault::Damaged;
        file.rows << *row;
        if (const QJsonObject strange = strangersIn(one.toObject()); !strange.isEmpty())
            file.strangers[row->host.toString()] = strange;
    }
    file.document.remove(u"hosts"_s);
    return file;
}

QByteArray AllowedHostsFile::write() const
{
    QJsonArray hosts;
    for (const AllowedHost& row : rows)
        hosts << objectOf(row, strangers.value(row.host.toString()));
    QJsonObject object = document;
    object[u"version"_s] = Version;
    object[u"hosts"_s] = hosts;
    return QJsonDocument(object).toJson();
}

} // namespace stationer
