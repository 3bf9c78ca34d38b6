#pragma once

#include "connection/alarm.h"
#include "connection/credential.h"
#include "connection/outcome.h"
#include "connection/settings.h"
#include "connection/stage.h"
#include "terms/depth.h"
#include "terms/dialoguefailure.h"
#include "terms/learnt.h"
#include "terms/tokenstory.h"
#include "trust/judge.h"

#include <QDateTime>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace stationer {

/// One attempt to reach an address (RFC 8305).
struct ConnectAttempt {
    QHostAddress address;
    bool succeeded = false;
    QString error; ///< the operating system's words; empty where it succeeded or was given up for a faster one
    std::chrono::nanoseconds duration{};
};

/// A line of the transcript, secrets masked when it was born.
struct TranscriptLine {
    enum class Direction { ToServer, FromServer, Note };
    Direction direction = Direction::Note;
    std::chrono::nanoseconds at{};
    QString text; ///< plain text, controls made visible, cut to length
    bool isEncrypted = false;
};

struct TlsFacts {
    QString version; ///< `TLSv1.3`
    QString cipher;  ///< `TLS_AES_256_GCM_SHA384`
};

/// All that is known of one finished connection test. Without text for people: diagnose() makes that.
struct Report {
    ConnectionSettings settings;
    Depth depth = Depth::Connect;
    Credential credential = Credential::Password;
    bool isCredentialAscii = true; ///< user name and password; servers may read others in several ways
    Outcome outcome = Outcome::Cancelled;
    Stage stage = Stage::Settings; ///< where it ended; the last one where it succeeded
    QList<StageRecord> stages;     ///< all, in order
    QDateTime began;
    std::chrono::nanoseconds duration{};
    std::optional<Endpoint> dialled; ///< where it connected instead of the settings' server: a tunnel's end
    QByteArray introducedAs;         ///< the name given for EHLO; empty: this computer's address, or no SMTP
    QString from;                    ///< this computer's address towards the server, empty where none was found
    QList<QHostAddress> addresses;   ///< of the host, in the resolver's order
    QList<ConnectAttempt> attempts;
    std::optional<SettingFault> settingFault;
    std::optional<TokenStory> token;     ///< where one was fetched, or was to be
    std::optional<Judgement> tokenTrust; ///< of who gives tokens
    std::optional<TlsFacts> tls;
    std::optional<Judgement> trust;
    Learnt learnt;
    std::optional<DialogueFailure> failure; ///< what the dialogue said, where it failed
    std::optional<Service> answeredBy;      ///< what the port turned out to be
    std::optional<SecurityMode> speaks;     ///< WrongMode: the mode the port speaks
    QString serverTls; ///< where the TLS versions did not meet: the server's best one, `SSLv3`, `TLSv1.0` … `TLSv1.2`;
                       ///< after a pass `TLSv1.3` where it was asked, and has nothing below
    bool wantsClientCertificate = false; ///< where the handshake failed: the server had asked for one
    QString libraryText;                 ///< the library's raw words, for «details»
    QList<TranscriptLine> transcript;
    QStringList unsavedSlots;               ///< labels of the changed slots it was tested with
    std::optional<AlarmFacts> alarm;        ///< of a test that proves an alarm
    std::shared_ptr<const Report> lastLook; ///< the last look for its message

    const StageRecord* record(Stage stage) const;
    /// What was tested: the account, or the EmailRecipient whose alarm was proven.
    const QString& path() const { return alarm ? alarm->path : settings.path; }
    /// The test whose server the outcome is about: where the looks for a message failed, the last of them.
    const Report& decisive() const;
    /// Whom `trust` is about: the mail server, or who gives tokens, where the test ended there.
    Endpoint judgedServer() const { return stage == Stage::Token && token ? token->server : settings.server; }
};

} // namespace stationer
