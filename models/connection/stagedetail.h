#pragma once

#include "connection/report.h"

#include <QString>

namespace stationer {

/// The raw and short details of stages: addresses, codes, a server's words made safe to show. Not sentences for people.
QString detailOf(const QList<ConnectAttempt>& attempts); ///< `::1: Connection refused; 127.0.0.1: …`
QString detailOf(const Judgement& judgement);            ///< `challenged: unknownRoot, expired`
QString detailOf(const DialogueFailure& failure);        ///< `535 5.7.8 no such user`
QString detailOf(const TokenStory& story);               ///< `login.example:443: 401 invalid_client, AADSTS7000215`
QString detailOf(const TlsFacts& tls);                   ///< `TLSv1.3, TLS_AES_256_GCM_SHA384`
/// What was learnt at a stage that ended well; `learnt` holds no secrets any more.
QString detailOf(Stage stage, const Learnt& learnt, bool isSecured);

/// How a dialogue's fault ends the test.
Outcome outcomeOf(Fault fault);

} // namespace stationer
