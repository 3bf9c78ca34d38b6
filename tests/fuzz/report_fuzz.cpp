// What a server said, in a report that is shown, copied and printed as JSON: three bytes choose how the test ended, the
// lines after them are its words. Nothing hidden comes through, and nothing without bound. The first bytes of a TLS answer
// are read from the same.

#include "connection/showntext.h"
#include "connection/tlshello.h"
#include "connection/transcript.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/refusal.h"
#include "diagnosis/reportjson.h"
#include "diagnosis/reports.h"
#include "diagnosis/reporttext.h"
#include "fuzz/entry.h"
#include "terms/hiddencharacter.h"

#include <QJsonDocument>

using namespace stationer;

namespace {

void requireVisible(const QString& text)
{
    for (const char32_t c : text.toUcs4())
        fuzz::require(c == U'\n' || !isHidden(c));
}

} // namespace

STATIONER_FUZZ_ENTRY(report, 8000)
{
    QByteArray rest = bytes;
    const auto outcome = Outcome(fuzz::choice(rest, int(Outcome::Cancelled) + 1));
    const int second = fuzz::choice(rest, 256), third = fuzz::choice(rest, int(Fault::BadArgument) + 1);
    const QByteArrayList words = rest.split('\n');
    Report report = test::report(outcome, Stage(second % (int(Stage::Message) + 1)), allSecurityModes[second / 11 % 3],
                                 allProtocols[second / 33 % 3], 2525);
    if (outcome == Outcome::SettingInvalid)
        report.settingFault = SettingFault{SettingFault::Kind::BadValue, QStringLiteral("port"), QString::fromUtf8(rest)};
    if (outcome == Outcome::CertificateChallenged || outcome == Outcome::CertificateRejected) {
        report.trust.emplace();
        report.trust->errors = {{TrustError::HostMismatch, 0, {}}};
        report.trust->sent = {test::certificate(QString::fromUtf8(words[0]), QString::fromUtf8(words.value(1)))};
    } else if (second % 2) {
        report.failure = DialogueFailure{Fault(third), Phase::Login, words[0], words.value(1), {}, words.value(2)};
    }
    report.learnt.greeting = words.value(3);
    report.learnt.mechanismsAfterTls = words.mid(4, 8);
    report.settings.account = QString::fromUtf8(words.value(5));
    report.libraryText = shownText(words.value(6));
    Transcript transcript({});
    for (const QByteArray& line : words)
        transcript.received(line, true);
    report.transcript = transcript.lines();

    requireVisible(toText(report, true));
    fuzz::require(!diagnose(report).headline.isEmpty());
    const QJsonObject json = toJson(report);
    fuzz::require(QJsonDocument::fromJson(QJsonDocument(json).toJson()).object() == json);
    fuzz::require(shownText(rest, 50).size() <= 50);
    requireVisible(shownText(rest));
    const diagnosis::Reply reply = diagnosis::replyOf(report);
    static_cast<void>(diagnosis::loginRefusal(reply));
    static_cast<void>(diagnosis::mailRefusal(reply));

    static const QStringList versions{QString(), QStringLiteral("SSLv3"), QStringLiteral("TLSv1.0"),
                                      QStringLiteral("TLSv1.1"), QStringLiteral("TLSv1.2")};
    fuzz::require(versions.contains(versionOfServerHello(rest)));
    const QByteArray hello = plainClientHello(QString::fromUtf8(words[0]));
    fuzz::require(hello.size() == 5 + 256 * uchar(hello[3]) + uchar(hello[4]));
}
