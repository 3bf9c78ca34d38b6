#pragma once

#include "terms/secret.h"

#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace stationer {

/// Where a password belongs: one entry a station file, slot path, host and user.
struct SecretPlace {
    QString stationFile; ///< absolute; empty for a station not saved yet and for tests without a file
    QString slotPath;
    QString host; ///< normalised
    QString user;

    bool operator==(const SecretPlace&) const = default;
};

/// How a key ring answered. A locked key ring is not «no password», and neither is one that says nothing in time.
enum class KeyRingState { Answered, Locked, Silent, Absent };

struct KeyRingAnswer {
    KeyRingState state = KeyRingState::Answered;
    std::optional<Secret> secret;
    bool isForSession = false; ///< it comes from memory
    /// Of what comes from memory: what the key ring said when it was to take it; Answered where it was not asked.
    KeyRingState refused = KeyRingState::Answered;
};

/// How long an answer may take: of the service alone, and of a person whom the desktop asks to unlock it.
struct KeyRingPatience {
    std::chrono::milliseconds service = std::chrono::seconds(5);
    std::chrono::milliseconds person = std::chrono::minutes(2);
};

/// The desktop's key ring (QtKeychain; Secret Service on Linux), with a memory that lasts for the session where none
/// answers. Never a plain file. Answers come asynchronously, exactly once each, on the caller's thread; none comes after
/// `context` is gone. What does not come in time is Silent, and so is everything that is asked until the service is heard of
/// again.
class KeyRing : public QObject {
    Q_OBJECT
public:
    enum class Use { System, SessionOnly }; ///< SessionOnly: the demo, whose password never goes to the key ring
    explicit KeyRing(Use use = Use::System, KeyRingPatience patience = {}, QObject* parent = nullptr);
    ~KeyRing() override;

    void read(const SecretPlace& place, QObject* context, std::function<void(const KeyRingAnswer&)> answered);
    /// Where the key ring cannot take it, it is kept for the session and the answer says so.
    void write(const SecretPlace& place, const Secret& secret, QObject* context,
               std::function<void(const KeyRingAnswer&)> answered);
    void remove(const SecretPlace& place, QObject* context, std::function<void(const KeyRingAnswer&)> answered);
    /// Keeps a secret in memory only.
    void keepForSession(const SecretPlace& place, const Secret& secret);
    /// The places of the same file and slot path that a secret was stored for, or found in, since the program
    /// started: for asking before a stored password goes to another host.
    QList<SecretPlace> knownPlaces(const QString& stationFile, const QString& slotPath) const;
    /// Whether the bus is still waited for, which nothing can end and which holds the exit of the process.
    bool holdsProcess() const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace stationer
