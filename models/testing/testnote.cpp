#include "testing/testnote.h"

#include "connection/happyeyeballs.h"
#include "trust/firsttoend.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

using Way = TestNote::Reach::Way;

constexpr qsizetype longestText = 1000;
constexpr qsizetype longestPath = 101; // what a server may send, and one root

constexpr std::array<std::pair<Way, QLatin1StringView>, 3> ways{
    {{Way::AsTheStation, "asTheStation"_L1}, {Way::OtherAddress, "otherAddress"_L1}, {Way::OtherServer, "otherServer"_L1}}};

/// The enumerator of that name, of those up to `last`.
template <class Word>
std::optional<Word> named(const QString& name, Word last)
{
    for (int one = 0; one <= int(last); ++one)
        if (name == nameOf(Word(one)))
            return Word(one);
    return std::nullopt;
}

/// Takes the fields of a note, each as what it is; one that is not of its type makes the whole damaged.
class FieldReader {
public:
    explicit FieldReader(const QJsonObject& object) : m_object(object) {}
    bool isDamaged() const { return m_isDamaged; }
    void require(bool isSo) { m_isDamaged = m_isDamaged || !isSo; }

    bool has(QStringView name) const { return m_object.contains(name); }
    QString text(QStringView name)
    {
        const QJsonValue value = m_object[name];
        require(value.isString() && value.toString().size() <= longestText);
        return value.toString();
    }
    qint64 number(QStringView name, qint64 least, qint64 most)
    {
        const QJsonValue value = m_object[name];
        require(value.isDouble() && value.toInteger(least - 1) >= least && value.toInteger() <= most);
        return value.toInteger();
    }
    QDateTime moment(QStringView name)
    {
        const QDateTime moment = QDateTime::fromString(text(name), Qt::ISODateWithMs).toUTC();
        require(moment.isValid() && moment.date().year() > 0 && moment.date().year() <= 9999); // which can be written again
        return moment;
    }
    QByteArray fingerprint(QStringView name)
    {
        const QString value = text(name);
        require(isFingerprint(value));
        return value.toLatin1();
    }
    QList<QByteArray> fingerprints(QStringView name)
    {
        const QJsonArray values = m_object[name].toArray();
        require(!values.isEmpty() && values.size() <= longestPath);
        QList<QByteArray> all;
        for (const QJsonValue value : values) {
            require(isFingerprint(value.toString()));
            all += value.toString().toLatin1();
        }
        return all;
    }
    template <class Word>
    Word word(QStringView name, const std::optional<Word>& found)
    {
        require(m_object[name].isString() && found);
        return found.value_or(Word{});
    }
    QJsonObject object(QStringView name)
    {
        require(m_object[name].isObject());
        return m_object[name].toObject();
    }

private:
    static bool isFingerprint(const QString& text)
    {
        return text.size() == 64 &&
               std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    }

    const QJsonObject m_object;
    bool m_isDamaged = false;
};

std::optional<bool> passwordProven(const Report& report)
{
    const StageRecord* const login = report.record(Stage::Login);
    if (!login || report.credential != Credential::Password || !report.settings.account)
        return std::nullopt;
    if (login->status == StageStatus::Passed && !report.learnt.mechanism.isEmpty())
        return true;
    return report.outcome == Outcome::LoginRejected ? std::optional(false) : std::nullopt;
}

std::optional<TestNote::Voucher> voucherOf(const Report& report)
{
    if (!report.trust || !report.trust->store || report.trust->built.size() < 2)
        return std::nullopt;
    const QList<CertificateFacts>& built = report.trust->built;
    TestNote::Voucher voucher;
    voucher.sha256 = built.last().sha256;
    for (const CertificateFacts& one : built)
        voucher.path += one.sha256;
    for (qsizetype i = 1; i < built.size(); ++i) {
        const auto isIt = [&](const CertificateFacts& sent) { return sent.sha256 == built[i].sha256; };
        if (std::ranges::none_of(report.trust->sent, isIt)) {
            voucher.sha256 = built[i].sha256;
            break;
        }
    }
    return voucher;
}

std::optional<TestNote::Reach> reachOf(const Report& report)
{
    const StageRecord* const connect = report.record(Stage::Connect);
    if (!connect || connect->status != StageStatus::Passed)
        return std::nullopt;
    if (report.dialled)
        return TestNote::Reach{Way::OtherServer, report.dialled->toString(), {}};
    const auto first = stationsAddress(report.addresses);
    const auto hasReachedFirst = [&first](const ConnectAttempt& one) { return one.succeeded && one.address == first; };
    const auto reached = std::ranges::find_if(report.attempts, &ConnectAttempt::succeeded);
    if (reached == report.attempts.end() || first.isNull() || std::ranges::any_of(report.attempts, hasReachedFirst))
        return TestNote::Reach();
    return TestNote::Reach{Way::OtherAddress, reached->address.toString(), first.toString()};
}

TestedValues valuesIn(FieldReader& reader)
{
    TestedValues values;
    values.protocol = reader.word(u"protocol", protocolNamed(reader.text(u"protocol")));
    values.security = reader.word(u"security", securityModeNamed(reader.text(u"security")));
    values.server = {reader.text(u"host"), quint16(reader.number(u"port", 0, 65535))};
    values.user = reader.text(u"user");
    values.others = reader.fingerprint(u"values");
    return values;
}

} // namespace

TestedValues TestedValues::of(const ConnectionSettings& settings)
{
    QCryptographicHash rest(QCryptographicHash::Sha256);
    const auto add = [&rest](const QByteArray& value) { rest.addData(value + '\n'); };
    for (const bool one : {settings.isAutomaticPort, settings.hasStoredPassword, settings.mustSignIn})
        add(one ? "1" : "0");
    add(QByteArray::number(int(settings.tlsMinimum)));
    add(QByteArray::number(qint64(settings.connectionTimeout.count())));
    add(settings.replyTo.toUtf8());
    // Cut, a text is that of no account any more.
    return {settings.protocol,
            settings.security,
            {settings.server.host.left(longestText), settings.server.port},
            settings.account.value_or(QString()).left(longestText),
            rest.result().toHex()};
}

TestNote TestNote::of(const Report& report, std::optional<Forecast> forecast)
{
    TestNote note;
    note.path = report.settings.path;
    note.began = report.began.isValid() ? report.began.toUTC() : QDateTime::currentDateTimeUtc();
    note.duration = std::chrono::duration_cast<std::chrono::milliseconds>(report.duration);
    note.values = TestedValues::of(report.settings);
    note.depth = report.depth;
    note.outcome = report.outcome;
    note.isPasswordProven = passwordProven(report);
    note.forecast = report.outcome == Outcome::Cancelled ? std::nullopt : forecast;
    if (const CertificateFacts* const first = report.trust ? firstToEnd(*report.trust) : nullptr)
        note.certificateEnd = first->notAfter.toUTC();
    if (report.trust)
        note.verdict = report.trust->verdict;
    note.voucher = voucherOf(report);
    note.reach = reachOf(report);
    return note;
}

QJsonObject TestNote::write() const
{
    QJsonObject object{{u"time"_s, began.toString(Qt::ISODateWithMs)},
                       {u"ms"_s, qint64(duration.count())},
                       {u"protocol"_s, QString(nameOf(values.protocol))},
                       {u"security"_s, QString(nameOf(values.security))},
                       {u"host"_s, values.server.host},
                       {u"port"_s, values.server.port},
                       {u"user"_s, values.user},
                       {u"values"_s, QString::fromLatin1(values.others)},
                       {u"depth"_s, QString(nameOf(depth))},
                       {u"outcome"_s, QString(nameOf(outcome))}};
    if (isPasswordProven)
        object[u"passwordProven"_s] = *isPasswordProven;
    if (forecast)
        object[u"station"_s] = QString(nameOf(*forecast));
    if (certificateEnd.isValid())
        object[u"certificateEnd"_s] = certificateEnd.toString(Qt::ISODateWithMs);
    if (verdict)
        object[u"trust"_s] = QString(nameOf(*verdict));
    if (voucher) {
        QJsonArray whole;
        for (const QByteArray& one : voucher->path)
            whole += QString::fromLatin1(one);
        object[u"voucher"_s] = QJsonObject{{u"sha256"_s, QString::fromLatin1(voucher->sha256)}, {u"path"_s, whole}};
    }
    if (reach) {
        const auto way = std::ranges::find(ways, reach->way, [](const auto& one) { return one.first; });
        object[u"reached"_s] =
            QJsonObject{{u"way"_s, QString(way->second)}, {u"at"_s, reach->at}, {u"first"_s, reach->first}};
    }
    return object;
}

std::optional<TestNote> TestNote::read(const QString& path, const QJsonObject& object)
{
    FieldReader reader(object);
    TestNote note;
    note.path = path;
    note.began = reader.moment(u"time");
    note.duration = std::chrono::milliseconds(reader.number(u"ms", 0, qint64(1) << 40));
    note.values = valuesIn(reader);
    note.depth = reader.word(u"depth", depthNamed(reader.text(u"depth")));
    note.outcome = reader.word(u"outcome", named(reader.text(u"outcome"), Outcome::Cancelled));
    if (reader.has(u"passwordProven")) {
        reader.require(object[u"passwordProven"].isBool());
        note.isPasswordProven = object[u"passwordProven"].toBool();
    }
    if (reader.has(u"station"))
        note.forecast = reader.word(u"station", named(reader.text(u"station"), Forecast::Unknown));
    if (reader.has(u"certificateEnd"))
        note.certificateEnd = reader.moment(u"certificateEnd");
    if (reader.has(u"trust"))
        note.verdict = reader.word(u"trust", named(reader.text(u"trust"), Verdict::Rejected));
    if (reader.has(u"voucher")) {
        FieldReader inner(reader.object(u"voucher"));
        note.voucher = Voucher{inner.fingerprint(u"sha256"), inner.fingerprints(u"path")};
        reader.require(!inner.isDamaged() && note.voucher->path.contains(note.voucher->sha256));
    }
    if (reader.has(u"reached")) {
        FieldReader inner(reader.object(u"reached"));
        const QString name = inner.text(u"way");
        const auto way = std::ranges::find_if(ways, [&name](const auto& one) { return name == one.second; });
        inner.require(way != ways.end());
        note.reach = Reach{way == ways.end() ? Way::AsTheStation : way->first, inner.text(u"at"), inner.text(u"first")};
        reader.require(!inner.isDamaged());
    }
    return reader.isDamaged() ? std::nullopt : std::optional(note);
}

} // namespace stationer
