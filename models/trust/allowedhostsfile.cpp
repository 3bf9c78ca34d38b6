#include "trust/allowedhostsfile.h"

#include "trust/derslices.h"
#include "trust/hostname.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/asn1.h>

#include <algorithm>
#include <array>
#include <numeric>

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

void putMoment(QJsonObject& object, const QString& name, const QDateTime& moment)
{
    if (moment.isValid())
        object[name] = moment.toUTC().toString(Qt::ISODateWithMs);
}

QJsonArray arrayOf(const CertificateChain& chain)
{
    QJsonArray array;
    for (const QByteArray& der : chain)
        array << QString::fromLatin1(der.toBase64());
    return array;
}

/// Whether it could be a certificate: one sequence of DER, whatever is in it. A row keeps what a server sent.
bool mayBeCertificate(const QByteArray& der)
{
    DerWalk walk(der);
    const auto whole = walk.next();
    return whole && whole->tag == V_ASN1_SEQUENCE && walk.isAtEnd();
}

bool isFit(const CertificateChain& chain)
{
    const auto size = std::accumulate(chain.cbegin(), chain.cend(), qsizetype(0),
                                      [](qsizetype sum, const QByteArray& der) { return sum + der.size(); });
    return size <= AllowedHostsFile::LargestChain && std::all_of(chain.cbegin(), chain.cend(), mayBeCertificate);
}

/// Few enough bytes and values to be parsed: a value takes many times its bytes then. Names and values end with commas, but
/// for the last ones.
bool isBounded(const QByteArray& json)
{
    constexpr qsizetype mostCommas = 64 * AllowedHostsFile::MostRows;
    if (json.size() > AllowedHostsFile::LargestFile)
        return false;
    qsizetype commas = 0;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"')
            isText = !isText;
        else if (isText && c == '\\')
            ++i;
        else if (!isText && c == ',' && ++commas > mostCommas)
            return false;
    }
    return true;
}

/// Takes the fields of a row, each as what it is; after one that is not of its type the row is damaged. A field that is
/// absent is empty.
class RowReader {
public:
    explicit RowReader(const QJsonObject& object) : m_object(object) {}
    bool isDamaged() const { return m_isDamaged; }

    Endpoint host()
    {
        const auto host = normalisedHost(m_object[u"host"_s].toString());
        const int port = m_object[u"port"_s].toInt();
        require(host && port >= 1 && port <= 65535);
        return {host.value_or(QString()), quint16(port)};
    }
    template <class Word>
    Word word(const Words<Word>& words, const QString& name)
    {
        const QString text = m_object[name].toString();
        const auto found = std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.second == text; });
        require(found != words.end());
        return found == words.end() ? words.front().first : found->first;
    }
    /// SHA-256 in lower-case hex.
    QByteArray fingerprint(const QString& name)
    {
        const QString text = this->text(name);
        const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
        require(text.isEmpty() || (text.size() == 64 && std::all_of(text.begin(), text.end(), isDigit)));
        return text.toLatin1();
    }
    QDateTime moment(const QString& name)
    {
        const QString text = this->text(name);
        const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
        require(text.isEmpty() || moment.isValid());
        return moment;
    }
    QString note()
    {
        const QString note = text(u"note"_s);
        require(note.size() <= AllowedHosts::LongestNote);
        return note;
    }
    QList<TrustError> errors()
    {
        QList<TrustError> errors;
        for (const QString& code : texts(u"errors"_s)) {
            const auto error = trustErrorNamed(code); // one that is not known here is one less accepted
            if (error && !errors.contains(*error))
                errors << *error;
        }
        return errors;
    }
    CertificateChain chain(const QString& name)
    {
        CertificateChain chain;
        for (const QString& text : texts(name)) {
            // What is not base64 decodes to nothing, which is no certificate.
            chain << QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors).decoded;
        }
        require(isFit(chain));
        return chain;
    }

private:
    void require(bool isSo) { m_isDamaged = m_isDamaged || !isSo; }
    QString text(const QString& name)
    {
        const QJsonValue value = m_object[name];
        require(value.isUndefined() || value.isString());
        return value.toString();
    }
    QStringList texts(const QString& name)
    {
        const QJsonValue value = m_object[name];
        require(value.isUndefined() || value.isArray());
        QStringList texts;
        for (const QJsonValue one : value.toArray()) {
            require(one.isString());
            texts << one.toString();
        }
        return texts;
    }

    const QJsonObject& m_object;
    bool m_isDamaged = false;
};

// Whether the chain that is shown of a row is that of the certificate which it speaks about; none shows nothing.
bool showsItsOwn(const AllowedHost& row)
{
    return row.chain.isEmpty() ||
           QCryptographicHash::hash(row.chain.first(), QCryptographicHash::Sha256).toHex() == row.sha256;
}

std::optional<AllowedHost> rowOf(const QJsonObject& object)
{
    RowReader reader(object);
    AllowedHost row;
    row.host = reader.host();
    row.approval = reader.word(Approvals, u"approval"_s);
    row.scope = reader.word(Scopes, u"scope"_s);
    row.binding = reader.word(Bindings, u"binding"_s);
    row.sha256 = reader.fingerprint(u"sha256"_s);
    row.publicKeySha256 = reader.fingerprint(u"publicKeySha256"_s);
    row.errors = reader.errors();
    row.created = reader.moment(u"created"_s);
    row.lastUsed = reader.moment(u"lastUsed"_s);
    row.expires = reader.moment(u"expires"_s);
    row.note = reader.note();
    row.chain = reader.chain(u"chain"_s);
    row.verifiedChain = reader.chain(u"verifiedChain"_s);
    if (reader.isDamaged())
        return std::nullopt;
    // A session is over once it is read; and nobody approved a certificate of which he was shown another one's chain.
    const bool isOver = row.scope == Scope::Session;
    if (row.approval == Approval::Approved && (isOver || !showsItsOwn(row))) {
        row.approval = Approval::Unanswered;
        row.scope = isOver ? Scope::UntilDeleted : row.scope;
    }
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
    if (!isBounded(json))
        return Fault::Damaged;
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
    const QJsonArray hosts = file.document.take(u"hosts"_s).toArray();
    if (hosts.size() > MostRows)
        return Fault::Damaged;
    HostPlaces places;
    for (const QJsonValue one : hosts) {
        const QJsonObject object = one.toObject();
        const auto row = rowOf(object);
        if (!row)
            return Fault::Damaged;
        AllowedHost* const present = places.find(file.rows, row->host);
        if (present && !file.twice.contains(row->host))
            file.twice << row->host;
        const bool isRejection = row->approval == Approval::Rejected;
        if (present && (!isRejection || present->approval == Approval::Rejected)) {
            if (present->approval == Approval::Approved)
                present->approval = Approval::Unanswered;
            continue;
        }
        places.put(file.rows, *row);
        file.strangers.remove(row->host.toString());
        if (const QJsonObject strange = strangersIn(object); !strange.isEmpty())
            file.strangers[row->host.toString()] = strange;
    }
    return file;
}

Result<QByteArray, AllowedHostsFile::Excess> AllowedHostsFile::write() const
{
    const auto isRowFit = [](const AllowedHost& row) {
        return isFit(row.chain) && isFit(row.verifiedChain) && row.note.size() <= AllowedHosts::LongestNote;
    };
    if (rows.size() > MostRows)
        return Excess::Rows;
    if (!std::all_of(rows.cbegin(), rows.cend(), isRowFit))
        return Excess::Row;
    QJsonArray hosts;
    for (const AllowedHost& row : rows)
        hosts << objectOf(row, strangers.value(row.host.toString()));
    QJsonObject object = document;
    object[u"version"_s] = Version;
    object[u"hosts"_s] = hosts;
    QByteArray json = QJsonDocument(object).toJson();
    if (!isBounded(json))
        return Excess::Size;
    return json;
}

} // namespace stationer
