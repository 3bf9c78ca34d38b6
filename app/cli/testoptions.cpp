#include "app/cli/testoptions.h"

#include "app/cli/stationfile.h"
#include "app/cli/texts.h"
#include "mail/sasl.h"
#include "trust/certificatefacts.h"

#include <cmath>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostJobs = 1024;
constexpr double longestTimeout = 86400;

constexpr Option accountOptions[] = {
    {"path", "PATH", true},
    entryOption,
    {"protocol", "smtp|imap|pop3"},
    {"host", "H"},
    {"port", "N"},
    {"security", "none|starttls|ssl"},
    {"user", "U"},
    {"depth", "connect|login|envelope|message"},
    {"to", "ADDRESS"},
    {"through", "PATH"},
    {"jobs", "N"},
    {"timeout", "SECONDS"},
    {"connect", "HOST:PORT"},
    {"mechanism", "station|strongest|NAME"},
    {"ehlo", "NAME"},
    {"token-file", "F"},
    {"client-certificate", "PEM"},
    {"key-password-file", "F"},
    {"oauth-endpoint", "URL"},
    {"oauth-client", "ID"},
    {"oauth-scope", "S"},
    {"oauth-secret-file", "F"},
    {"oauth-certificate", "PEM"},
    {"oauth-service-account", "JSON"},
    {"password-file", "F"},
    {"password-stdin"},
    {"secrets", "F"},
    {"station-roots", "FILE", true},
    {"station-roots-password-file", "F"},
    {"station-profile", "password|oauth"},
    {"station"},
    {"accept", "SHA256"},
    {"trust", "DIR"},
    {"trust-as-is"},
    {"transcript"},
    {"json"},
    {"format", "text|json|junit|prometheus"},
};

/// Reads the options one after the other; the first fault stays, and what follows it does no harm.
class Reading {
public:
    explicit Reading(const Arguments& arguments) : m_arguments(arguments) {}

    const std::optional<Arguments::Fault>& fault() const { return m_fault; }

    void refuse(const QString& sentence)
    {
        if (!m_fault)
            m_fault = Arguments::Fault{sentence};
    }

    std::optional<int> number(QStringView option, int least, int most)
    {
        const auto text = m_arguments.value(option);
        if (!text)
            return std::nullopt;
        bool isNumber = false;
        const int value = text->toInt(&isNumber);
        if (isNumber && value >= least && value <= most)
            return value;
        refuse(Texts::tr("--%1 is a number from %2 to %3.").arg(option.toString()).arg(least).arg(most));
        return std::nullopt;
    }

    template <class Value>
    std::optional<Value> named(QStringView option, std::optional<Value> (*reading)(QStringView))
    {
        const auto text = m_arguments.value(option);
        const std::optional<Value> value = text ? reading(*text) : std::nullopt;
        if (text && !value)
            refuse(Texts::tr("«%1» is no value for --%2.").arg(shown(*text), option.toString()));
        return value;
    }

    /// Printable ASCII without spaces, as protocol words are.
    QByteArray word(QStringView option)
    {
        const QString text = m_arguments.value(option).value_or(QString());
        for (const QChar c : text)
            if (c <= u' ' || c > u'~')
                refuse(Texts::tr("«%1» is no value for --%2.").arg(shown(text), option.toString()));
        return text.toLatin1();
    }

private:
    const Arguments& m_arguments;
    std::optional<Arguments::Fault> m_fault;
};

std::optional<TypedTarget> typedTarget(const Arguments& arguments, Reading& reading)
{
    const auto protocol = reading.named<Protocol>(u"protocol", protocolNamed);
    if (!protocol) {
        for (const QStringView option : {u"host", u"port", u"security", u"user"})
            if (arguments.has(option))
                reading.refuse(Texts::tr("--%1 goes with --protocol.").arg(option.toString()));
        return std::nullopt;
    }
    TypedTarget target;
    target.protocol = *protocol;
    target.host = arguments.value(u"host").value_or(QString());
    target.port = reading.number(u"port", 1, 65535);
    target.security = reading.named<SecurityMode>(u"security", securityModeNamed).value_or(SecurityMode::Ssl);
    target.user = arguments.value(u"user").value_or(QString());
    if (target.host.isEmpty())
        reading.refuse(Texts::tr("--host is missing."));
    if (!arguments.positionals().isEmpty() || arguments.has(u"path") || arguments.has(u"entry"))
        reading.refuse(Texts::tr("With --protocol no file and no path are given."));
    return target;
}

/// One that is spoken here by some protocol; whether a server offers it shows in the test.
void readMechanism(Reading& reading, TestOptions& read)
{
    const QByteArray name = reading.word(u"mechanism").toUpper();
    if (name == "STATION" || name == "STRONGEST") {
        read.signIn = name == "STATION" ? SignIn::AsTheStation : SignIn::Strongest;
        return;
    }
    QByteArrayList spoken;
    for (const Protocol protocol : allProtocols)
        for (const QByteArray& one : spokenMechanisms(protocol))
            if (!spoken.contains(one))
                spoken += one;
    if (!name.isEmpty() && !spoken.contains(name))
        reading.refuse(Texts::tr("«%1» is no mechanism that is spoken here: %2.")
                           .arg(shown(QString::fromLatin1(name)), QString::fromLatin1(spoken.join(", "))));
    read.mechanism = name;
}

void readStation(const Arguments& arguments, Reading& reading, TestOptions& read)
{
    read.stationRoots = arguments.values(u"station-roots");
    read.stationRootsPasswordPath = arguments.value(u"station-roots-password-file");
    read.stationProfile = reading.named<StationProfile>(u"station-profile", stationProfileNamed);
    read.isStationGraded = arguments.has(u"station");
    if (read.stationRootsPasswordPath && read.stationRoots.isEmpty())
        reading.refuse(Texts::tr("--station-roots-password-file goes with --station-roots."));
}

GivenPassword givenPassword(const Arguments& arguments, const std::optional<TypedTarget>& typed, Reading& reading)
{
    GivenPassword given;
    int count = 0;
    const auto take = [&](QStringView option, GivenPassword::Source source) {
        if (!arguments.has(option))
            return;
        ++count;
        given = {source, arguments.value(option).value_or(QString())};
    };
    take(u"password-file", GivenPassword::Source::File);
    take(u"password-stdin", GivenPassword::Source::StandardInput);
    take(u"secrets", GivenPassword::Source::Secrets);
    take(u"token-file", GivenPassword::Source::TokenFile);
    take(u"client-certificate", GivenPassword::Source::ClientCertificate);
    for (const QStringView option : {u"oauth-secret-file", u"oauth-certificate", u"oauth-service-account"})
        count += arguments.has(option) ? 1 : 0;
    if (count > 1)
        reading.refuse(Texts::tr("Only one of --password-file, --password-stdin, --secrets, --token-file, "
                                 "--client-certificate, --oauth-secret-file, --oauth-certificate and "
                                 "--oauth-service-account can be given."));
    given.keyPasswordPath = arguments.value(u"key-password-file");
    const bool isCertificate = given.source == GivenPassword::Source::ClientCertificate;
    if (given.keyPasswordPath && !isCertificate && !arguments.has(u"oauth-certificate"))
        reading.refuse(Texts::tr("--key-password-file goes with --client-certificate or --oauth-certificate."));
    if (isCertificate && typed && typed->security == SecurityMode::None)
        reading.refuse(Texts::tr("A client certificate is shown in the TLS handshake, and --security none has none."));
    return given;
}

GivenGrant givenGrant(const Arguments& arguments, Reading& reading)
{
    GivenGrant given;
    const auto take = [&](QStringView option, GivenGrant::Source source) {
        if (!arguments.has(option))
            return;
        given.source = source;
        given.path = arguments.value(option).value_or(QString());
    };
    take(u"oauth-secret-file", GivenGrant::Source::SecretFile);
    take(u"oauth-certificate", GivenGrant::Source::Certificate);
    take(u"oauth-service-account", GivenGrant::Source::ServiceAccount);
    given.keyPasswordPath = arguments.value(u"key-password-file");
    given.endpoint = arguments.value(u"oauth-endpoint").value_or(QString());
    given.client = arguments.value(u"oauth-client").value_or(QString());
    given.scope = arguments.value(u"oauth-scope").value_or(QString());
    const bool isProven = given.source != GivenGrant::Source::None;
    for (const QStringView option : {u"oauth-endpoint", u"oauth-client", u"oauth-scope"})
        if (arguments.has(option) && !isProven)
            reading.refuse(Texts::tr("--%1 goes with --oauth-secret-file, --oauth-certificate or --oauth-service-account.")
                               .arg(option.toString()));
    const bool isNamed = !given.endpoint.isEmpty() && !given.client.isEmpty();
    if (isProven && !isNamed && given.source != GivenGrant::Source::ServiceAccount)
        reading.refuse(Texts::tr("A token is asked for with --oauth-endpoint and --oauth-client."));
    return given;
}

void readLimits(const Arguments& arguments, Reading& reading, Limits& limits)
{
    const auto text = arguments.value(u"timeout");
    if (!text)
        return;
    bool isNumber = false;
    const double seconds = text->toDouble(&isNumber);
    if (!isNumber || !(seconds > 0) || seconds > longestTimeout) {
        reading.refuse(Texts::tr("--timeout is a number of seconds above 0."));
        return;
    }
    limits.whole = std::chrono::milliseconds(qMax(1LL, std::llround(seconds * 1000)));
}

void readDepth(const Arguments& arguments, Reading& reading, TestOptions& read)
{
    read.depth = reading.named<Depth>(u"depth", depthNamed);
    read.recipient = arguments.value(u"to").value_or(QString());
    const bool isMessage = read.depth == Depth::Message;
    if (isMessage && read.recipient.isEmpty() && read.paths.isEmpty()) // an EmailRecipient says it itself: see testTargets()
        reading.refuse(Texts::tr("--depth message sends one message: --to says to whom."));
    read.through = arguments.value(u"through");
    if (read.through && read.paths.isEmpty())
        reading.refuse(Texts::tr("--through goes with the --path of an EmailRecipient."));
    if (isMessage && read.typed && !sendsMail(read.typed->protocol))
        reading.refuse(Texts::tr("Only SMTP sends messages."));
    if (!read.recipient.isEmpty() && !isMessage && read.depth != Depth::Envelope)
        reading.refuse(Texts::tr("--to goes with --depth envelope or message."));
}

} // namespace

std::span<const Option> TestOptions::table()
{
    return accountOptions;
}

Result<TestOptions, Arguments::Fault> TestOptions::parse(const Arguments& arguments)
{
    Reading reading(arguments);
    TestOptions read;
    const auto format = testFormat(arguments);
    if (format)
        read.format = format.value();
    else
        reading.refuse(format.error().sentence);
    read.files = arguments.positionals();
    read.paths = arguments.values(u"path");
    read.entry = entryOf(arguments);
    read.typed = typedTarget(arguments, reading);
    if (!read.typed && read.files.isEmpty())
        reading.refuse(Texts::tr("A station file is needed, or --protocol and --host."));
    readDepth(arguments, reading, read);
    read.jobs = reading.number(u"jobs", 1, mostJobs).value_or(1);
    readLimits(arguments, reading, read.limits);
    read.dial = reading.named<Endpoint>(u"connect", Endpoint::parse);
    readMechanism(reading, read);
    readStation(arguments, reading, read);
    read.ehloName = reading.word(u"ehlo");
    read.password = givenPassword(arguments, read.typed, reading);
    read.grant = givenGrant(arguments, reading);
    read.accept = reading.named<QByteArray>(u"accept", readFingerprint);
    read.trustFolder = arguments.value(u"trust");
    read.isTrustAsItIs = arguments.has(u"trust-as-is");
    read.withTranscript = arguments.has(u"transcript");
    if (read.withTranscript && (read.format == TestFormat::Junit || read.format == TestFormat::Prometheus))
        reading.refuse(Texts::tr("--transcript is for the formats text and json."));
    if (reading.fault())
        return *reading.fault();
    return read;
}

} // namespace stationer
