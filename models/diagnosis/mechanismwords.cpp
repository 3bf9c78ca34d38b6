#include "diagnosis/mechanismwords.h"
#include "connection/showntext.h"
#include "mail/sasl.h"
#include "mail/stationsignin.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// Whether a station that signs in so takes one of these that is spoken here, which NTLM and DIGEST-MD5 are not.
bool knowsOneOf(const QByteArrayList& mechanisms, Protocol protocol, StationProfile profile = StationProfile::Password)
{
    const auto taken = stationsMechanism(mechanisms, protocol, profile);
    return taken && spokenMechanisms(protocol).contains(*taken);
}

bool isScramUnbound(const MechanismNote& note, const Report& report)
{
    const QByteArray name = note.name.toUpper();
    const bool isNewer = report.tls && report.tls->version == "TLSv1.3"_L1;
    return isNewer && name.startsWith("SCRAM-") && !name.endsWith("-PLUS");
}

} // namespace

bool offersOneOfStations(const Report& report)
{
    const Learnt& learnt = report.learnt;
    const bool isClear = report.settings.security == SecurityMode::None;
    const QByteArrayList& mechanisms = isClear ? learnt.mechanismsBeforeTls : learnt.mechanismsAfterTls;
    const QByteArrayList& capabilities = isClear ? learnt.capabilitiesBeforeTls : learnt.capabilitiesAfterTls;
    if (knowsOneOf(mechanisms, report.settings.protocol))
        return true;
    switch (report.settings.protocol) {
    case Protocol::Imap: // the command is there unless it is said not to be (RFC 3501, section 6.2.3)
        return std::none_of(capabilities.begin(), capabilities.end(),
                            [](const QByteArray& one) { return one.toUpper() == "LOGINDISABLED"; });
    case Protocol::Smtp:
    case Protocol::Pop3:
        return false;
    }
    Q_UNREACHABLE();
}

QLatin1StringView nameOf(MechanismFate fate)
{
    switch (fate) {
    case MechanismFate::Used:
        return "used"_L1;
    case MechanismFate::Weaker:
        return "weaker"_L1;
    case MechanismFate::NotTheStations:
        return "notTheStations"_L1;
    case MechanismFate::NotChosen:
        return "notChosen"_L1;
    case MechanismFate::NotSpoken:
        return "notSpoken"_L1;
    case MechanismFate::NeedsPassword:
        return "needsPassword"_L1;
    case MechanismFate::NeedsToken:
        return "needsToken"_L1;
    case MechanismFate::NeedsCertificate:
        return "needsCertificate"_L1;
    case MechanismFate::NeedsBinding:
        return "needsBinding"_L1;
    case MechanismFate::NotPreparable:
        return "notPreparable"_L1;
    case MechanismFate::NotWanted:
        return "notWanted"_L1;
    }
    Q_UNREACHABLE();
}

QString describe(const MechanismNote& note, const Report& report)
{
    const auto text = [](const char* source) { return QCoreApplication::translate("MechanismWords", source); };
    switch (note.fate) {
    case MechanismFate::Used:
        if (isScramUnbound(note, report))
            return text(QT_TRANSLATE_NOOP("MechanismWords", "used; with TLS 1.3 it is not bound to the channel, which takes "
                                                            "TLS 1.2"));
        return text(QT_TRANSLATE_NOOP("MechanismWords", "used"));
    case MechanismFate::Weaker:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "a stronger one was used"));
    case MechanismFate::NotTheStations:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "the one that a station takes was used"));
    case MechanismFate::NotChosen:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "another one was chosen by hand"));
    case MechanismFate::NotSpoken:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "not spoken by this program"));
    case MechanismFate::NeedsPassword:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "needs a password, and none signs in here"));
    case MechanismFate::NeedsToken:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "needs a token"));
    case MechanismFate::NeedsCertificate:
        if (report.credential == Credential::ClientCertificate)
            return text(QT_TRANSLATE_NOOP("MechanismWords", "needs TLS: a client certificate is shown there"));
        return text(QT_TRANSLATE_NOOP("MechanismWords", "needs a client certificate"));
    case MechanismFate::NeedsBinding:
        if (report.tls && report.tls->version == "TLSv1.2"_L1)
            return text(QT_TRANSLATE_NOOP("MechanismWords", "binds the login to the server's certificate, whose kind of "
                                                            "signature gives nothing to bind to"));
        return report.tls
                   //: %1 is a version such as TLSv1.3
                   ? text(QT_TRANSLATE_NOOP("MechanismWords", "binds the login to TLS 1.2, and the channel is %1"))
                         .arg(report.tls->version)
                   : text(QT_TRANSLATE_NOOP("MechanismWords", "binds the login to TLS, and the channel is clear"));
    case MechanismFate::NotPreparable:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "user name or password hold a character that it does not allow"));
    case MechanismFate::NotWanted:
        return text(QT_TRANSLATE_NOOP("MechanismWords", "the test was to end before signing in"));
    }
    Q_UNREACHABLE();
}

bool provesOnlyThisProgram(const Report& report)
{
    const QByteArray& used = report.learnt.mechanism;
    const auto profile = report.credential == Credential::Token ? StationProfile::OAuth : StationProfile::Password;
    return report.outcome == Outcome::Succeeded && !used.isEmpty() &&
           !knowsOneOf({used}, report.settings.protocol, profile) && !offersOneOfStations(report);
}

QString provesOnlyThisProgramText(const Report& report)
{
    //: %1 is a mechanism such as SCRAM-SHA-256
    return QCoreApplication::translate("MechanismWords",
                                       "This does not prove that the station can sign in: the test signed in by %1, the "
                                       "server offers neither PLAIN nor LOGIN, and a station may have nothing else.")
        .arg(shownText(report.learnt.mechanism, 40));
}

QString whyCertificateWasNotUsed(const Report& report)
{
    const bool ended = report.outcome == Outcome::CapabilityMissing || report.outcome == Outcome::LoginForbidden;
    if (report.credential != Credential::ClientCertificate || !ended || !report.learnt.mechanism.isEmpty())
        return {};
    return report.tls
               ? QCoreApplication::translate("MechanismWords",
                                             "The client certificate was not used: the server does not offer "
                                             "EXTERNAL, the way to sign in by it. Ask the server's owner to accept "
                                             "client certificates, or test with a password.")
               : QCoreApplication::translate("MechanismWords", "The client certificate was not used: it is shown in the TLS "
                                                               "handshake, and the connection is not encrypted.");
}

} // namespace stationer
