#include "catalogue/accountslots.h"
#include "catalogue/portrules.h"
#include "diagnosis/cases.h"
#include "diagnosis/certificatewords.h"
#include "diagnosis/providers.h"
#include "trust/hostname.h"

using namespace Qt::StringLiterals;

namespace stationer::diagnosis {

namespace {

/// What an account's slots would be worth with a remedy applied.
struct Values {
    QString host, store, tlsMinimum, replyTo;
    int port = 0;
    bool useSsl = false;
    bool useStartTls = false;

    bool operator==(const Values&) const = default;
};

QString tagOf(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Tls10:
        return u"tlsv1"_s;
    case TlsVersion::Tls11:
        return u"tlsv1_1"_s;
    case TlsVersion::Tls12:
        return u"tlsv1_2"_s;
    case TlsVersion::Tls13:
        return u"tlsv1_3"_s;
    }
    Q_UNREACHABLE();
}

Values valuesOf(const ConnectionSettings& settings)
{
    return {normalisedHost(settings.server.host).value_or(settings.server.host),
            nameOf(settings.protocol),
            tagOf(settings.tlsMinimum),
            settings.replyTo,
            settings.server.port,
            settings.security == SecurityMode::Ssl,
            settings.security == SecurityMode::StartTls};
}

Values withSet(Values values, const QMap<QString, QString>& set)
{
    for (auto slot = set.begin(); slot != set.end(); ++slot) {
        if (slot.key() == hostnameSlot)
            values.host = normalisedHost(slot.value()).value_or(slot.value());
        else if (slot.key() == storeSlot)
            values.store = slot.value();
        else if (slot.key() == tlsMinProtocolSlot)
            values.tlsMinimum = slot.value();
        else if (slot.key() == replyToSlot)
            values.replyTo = slot.value();
        else if (slot.key() == portSlot)
            values.port = slot.value().toInt();
        else if (slot.key() == useSslSlot)
            values.useSsl = slot.value() == "true"_L1;
        else if (slot.key() == useStartTlsSlot)
            values.useStartTls = slot.value() == "true"_L1;
    }
    return values;
}

/// Less encryption than before, or a kind of it that can be broken.
bool weakens(const Values& before, const Values& after)
{
    const bool wasEncrypted = before.useSsl || before.useStartTls;
    const bool isBroken = after.tlsMinimum == "tlsv1"_L1 || after.tlsMinimum == "tlsv1_1"_L1;
    return (wasEncrypted && !after.useSsl && !after.useStartTls) || (isBroken && after.tlsMinimum != before.tlsMinimum);
}

/// What was heard on this port, in the clear, leaves no room for it.
bool contradictsThePort(const Values& after, const Report& report)
{
    if (report.settings.security == SecurityMode::Ssl || report.learnt.greeting.isEmpty() ||
        report.outcome == Outcome::WrongMode)
        return false;
    const bool isOffered = offersInClear(report, "STARTTLS") || offersInClear(report, "STLS");
    return after.useSsl || (after.useStartTls && !report.learnt.capabilitiesBeforeTls.isEmpty() && !isOffered);
}

} // namespace

bool stands(const Remedy& remedy, const Report& report)
{
    const Values before = valuesOf(report.settings);
    const Values after = withSet(before, remedy.set);
    const bool wasFaulty = report.outcome == Outcome::SettingInvalid; // what was parsed is not what stands in the file
    if ((after == before && !wasFaulty) || weakens(before, after))
        return false;
    if (after.host != before.host)
        return !isLoopback(after.host) || isLoopback(before.host);
    if (after.port != before.port && isMailExchanger(after.host))
        return after.port == standardPort(Protocol::Smtp, SecurityMode::None);
    return after.port != before.port || after.store != before.store || !contradictsThePort(after, report);
}

} // namespace stationer::diagnosis
