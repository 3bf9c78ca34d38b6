#pragma once

#include "connection/report.h"
#include "trust/judge.h"

#include <QDateTime>
#include <QString>

/// What the sentences about a certificate are made of. Not for use outside the diagnosis.
namespace stationer::diagnosis {

CertificateFacts leafOf(const Judgement& judgement);
/// The certificate a finding is about; nothing known where the depth is beyond the chain.
CertificateFacts certificateAt(const Judgement& judgement, int depth);
/// Who would have to be known: the root that was reached, or the one who signed the last certificate that was.
QString issuerOf(const Judgement& judgement);
/// The leaf's, in groups to be read aloud.
QString fingerprint(const Judgement& judgement);

/// The names it is for, the first few of them; empty where it names no host.
QString namesText(const CertificateFacts& certificate);
/// The name that the Hostname should most likely be: one that can be typed, the nearest to what was. Empty where there is
/// none.
QString likelyName(const CertificateFacts& certificate, const QString& host);
/// Whether a host is the computer that asks, by its name.
bool isLoopback(const QString& host);
/// Sentences where there are signs that this computer's clock is what is wrong with a certificate's dates.
QString clockHint(const Report& report, const Judgement& judgement);
/// A sentence where the issuer is a known virus scanner or inspecting firewall.
QString scannerHint(const QString& issuer);

} // namespace stationer::diagnosis
