#include "app/cli/certificatejson.h"
#include "app/cli/command.h"
#include "app/cli/inputfile.h"
#include "app/cli/pem.h"
#include "app/cli/texts.h"
#include "app/cli/verifybatch.h"
#include "diagnosis/diagnosis.h"
#include "trust/hostname.h"
#include "trust/importer.h"
#include "trust/judge.h"
#include "trust/truststores.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString headline(const Judgement& judgement, const QString& host)
{
    if (judgement.verdict != Verdict::Trusted)
        return Texts::tr("✗ The certificate is not trusted for %1.").arg(shown(host));
    const QString sentence = Texts::tr("✓ The certificate is trusted for %1.").arg(shown(host));
    if (!judgement.store)
        return sentence;
    switch (*judgement.store) {
    case TrustStore::System:
        return sentence + u' ' + Texts::tr("The System Trust Store vouches for it.");
    case TrustStore::User:
        return sentence + u' ' + Texts::tr("The User Trust Store vouches for it.");
    case TrustStore::Given:
        return sentence + u' ' + Texts::tr("A root that was given vouches for it.");
    }
    return sentence;
}

void printText(const Judgement& judgement, const QString& host, const QDateTime& now, Console& console)
{
    console.print(headline(judgement, host));
    for (const TrustFinding& finding : judgement.errors)
        console.print("  "_L1 + QString(nameOf(finding.error)) + u' ' + Texts::tr("(certificate %1)").arg(finding.depth) +
                      ": "_L1 + describe(finding, judgement, now));
    for (const QString& remark : judgement.remarks)
        console.print("  "_L1 + Texts::tr("Remark: %1").arg(shown(remark)));
    for (qsizetype depth = 0; depth < judgement.sent.size(); ++depth) {
        const CertificateFacts& certificate = judgement.sent[depth];
        console.print("  "_L1 + QString::number(depth) + "  "_L1 + shown(certificate.subject));
        console.print("     "_L1 + Texts::tr("issued by %1").arg(shown(certificate.issuer)));
        if (const QStringList names = certificate.dnsNames + certificate.ipAddresses; !names.isEmpty())
            console.print("     "_L1 + Texts::tr("for %1").arg(shown(names.join(u", "_s))));
        console.print("     "_L1 + Texts::tr("until %1").arg(certificate.notAfter.toUTC().toString(Qt::ISODate)) +
                      "  SHA-256 "_L1 + QString::fromLatin1(certificate.sha256));
    }
}

/// The anchors that were given, else the System Trust Store.
Result<TrustAnchors, ExitStatus> anchorsOf(const QStringList& paths, const Console& console)
{
    if (paths.isEmpty())
        return TrustAnchors::systemAnd({});
    QList<QByteArray> roots;
    for (const QString& path : paths) {
        const auto bytes = readInput(path, console);
        if (!bytes)
            return bytes.error();
        const auto found = certificatesOfPem(bytes.value());
        if (!found || found->isEmpty()) {
            console.complain(Texts::tr("%1 holds no certificates in PEM, or a damaged one.").arg(shown(path)));
            return ExitStatus::CannotRead;
        }
        roots += *found;
    }
    return TrustAnchors::only(roots);
}

Started runVerify(const Arguments& arguments, Console& console)
{
    const QStringList& given = arguments.positionals();
    if (const auto batch = arguments.value(u"batch")) {
        if (!given.isEmpty() || arguments.has(u"host") || arguments.has(u"roots") || arguments.has(u"time"))
            return usageError(verifyCommand, Texts::tr("With --batch everything else stands in the file."), console);
        return verifyBatch(*batch, console);
    }
    const std::optional<QString> host = arguments.value(u"host");
    if (given.isEmpty() || !host)
        return usageError(verifyCommand, Texts::tr("A chain and --host are needed."), console);
    if (!normalisedHost(*host))
        return usageError(verifyCommand, Texts::tr("«%1» cannot be a host name.").arg(shown(*host)), console);
    QDateTime now = QDateTime::currentDateTimeUtc();
    if (const auto time = arguments.value(u"time")) {
        const auto read = readTime(*time);
        if (!read)
            return usageError(verifyCommand, Texts::tr("--time is a time such as 2026-03-01T12:00:00Z."), console);
        now = *read;
    }
    const auto bytes = readInput(given.at(0), console);
    if (!bytes)
        return bytes.error();
    const auto chain = chainOfPem(bytes.value());
    if (!chain) {
        console.complain(Texts::tr("%1 holds no certificates in PEM, or a damaged one.").arg(shown(given.at(0))));
        return ExitStatus::CannotRead;
    }
    const auto anchors = anchorsOf(arguments.values(u"roots"), console);
    if (!anchors)
        return anchors.error();

    const Judgement judgement = judge(*chain, *host, now, anchors.value());
    if (isJson(arguments))
        console.print(toJson(judgement, QJsonValue()));
    else
        printText(judgement, *host, now, console);
    return judgement.verdict == Verdict::Trusted ? ExitStatus::Done : ExitStatus::Challenge;
}

constexpr Option verifyOptions[] = {
    {"host", "NAME"}, {"time", "ISO8601"},    {"roots", "PEM", true}, {"batch", "FILE.jsonl"},
    {"json"},         {"format", "text|json"}};

} // namespace

const Command verifyCommand{
    "verify",
    "CHAIN.pem --host NAME [--time ISO8601] [--roots PEM]… [--json]\n--batch FILE.jsonl",
    QT_TRANSLATE_NOOP("cli",
                      "Judges a certificate chain, the server's own certificate first. With --roots those alone are "
                      "trusted, else the System Trust Store. A time without an offset is UTC. Exit status 0: trusted, "
                      "3: challenged. --batch answers one line of JSON a line, in order."),
    verifyOptions,
    0,
    1,
    runVerify};

} // namespace stationer
