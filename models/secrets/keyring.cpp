#include "secrets/keyring.h"

#include "secrets/secretservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaObject>
#include <QPointer>

#include <qt6keychain/keychain.h>

#include <map>
#include <type_traits>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

// What desktops show as the program that an entry belongs to.
constexpr auto service = "Stationer"_L1;

// The name of the entry, as desktops list it: unambiguous, and without the secret.
QString keyOf(const SecretPlace& place)
{
    const QJsonArray parts{place.stationFile, place.slotPath, place.host, place.user};
    return QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

using Answered = std::function<void(const KeyRingAnswer&)>;

void deliver(QObject* context, Answered answered, KeyRingAnswer answer)
{
    if (!context)
        return;
    QMetaObject::invokeMethod(
        context, [answered = std::move(answered), answer = std::move(answer)] { answered(answer); }, Qt::QueuedConnection);
}

// What the error of a job means, as far as QtKeychain tells.
KeyRingState stateAfter(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
        return KeyRingState::Answered;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeyRingState::Locked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        return KeyRingState::Absent;
    }
    return KeyRingState::Absent;
}

} // namespace

struct KeyRing::Private {
    Use use = Use::System;
    std::map<QString, Secret> memory; ///< by keyOf()
    QList<SecretPlace> known;

    void noteKnown(const SecretPlace& place)
    {
        if (!known.contains(place))
            known.append(place);
    }
    bool usesSystem() const { return use == Use::System && secretServiceCanAnswer(); }
    /// A key ring for the session has nothing that could be absent.
    KeyRingState stateWithoutSystem() const
    {
        return use == Use::SessionOnly ? KeyRingState::Answered : KeyRingState::Absent;
    }
};

namespace {

// Runs a job; `ended` comes once, with the job where it succeeded, and not after the key ring is gone. The job has no parent:
// QtKeychain hands its address to the desktop's library, so it must live until that has answered.
template <class Job>
void run(Job* job, const SecretPlace& place, KeyRing* ring, std::function<void(const Job*, KeyRingState)> ended)
{
    job->setKey(keyOf(place));
    job->setInsecureFallback(false);
    job->setAutoDelete(false);
    QObject::connect(job, &QKeychain::Job::finished, job, &QObject::deleteLater);
    QObject::connect(job, &QKeychain::Job::finished, ring, [ring, job, ended = std::move(ended)] {
        const bool succeeded = job->error() == QKeychain::NoError;
        const KeyRingState told = stateAfter(job->error());
        // On Linux a locked key ring says «not found» to a read and even «done» to a removal.
        const bool isCertain =
            told == KeyRingState::Locked || (succeeded && !std::is_same_v<Job, QKeychain::DeletePasswordJob>);
        if (isCertain)
            ended(succeeded ? job : nullptr, told);
        else
            askSecretService(ring, told, [ended](KeyRingState state) { ended(nullptr, state); });
    });
    job->start();
}

} // namespace

KeyRing::KeyRing(Use use, QObject* parent) : QObject(parent), m_private(std::make_unique<Private>())
{
    m_private->use = use;
}

KeyRing::~KeyRing() = default;

void KeyRing::read(const SecretPlace& place, QObject* context, Answered answered)
{
    const auto kept = m_private->memory.find(keyOf(place));
    if (kept != m_private->memory.end()) {
        deliver(context, std::move(answered), {KeyRingState::Answered, kept->second, true});
        return;
    }
    if (!m_private->usesSystem()) {
        deliver(context, std::move(answered), {m_private->stateWithoutSystem(), std::nullopt, true});
        return;
    }
    run<QKeychain::ReadPasswordJob>(new QKeychain::ReadPasswordJob(service), place, this,
                                    [this, place, context = QPointer<QObject>(context), answered = std::move(answered)](
                                        const QKeychain::ReadPasswordJob* job, KeyRingState state) {
                                        KeyRingAnswer answer{state, std::nullopt, false};
                                        if (job) {
                                            answer.secret = Secret(job->binaryData());
                                            m_private->noteKnown(place);
                                        }
                                        deliver(context, answered, answer);
                                    });
}

void KeyRing::write(const SecretPlace& place, const Secret& secret, QObject* context, Answered answered)
{
    // In memory from the start, so that a test right after typing has it; it goes from there when the key ring took it.
    keepForSession(place, secret);
    if (!m_private->usesSystem()) {
        deliver(context, std::move(answered), {m_private->stateWithoutSystem(), secret, true});
        return;
    }
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(secret.reveal());
    run<QKeychain::WritePasswordJob>(
        job, place, this,
        [this, place, secret, context = QPointer<QObject>(context),
         answered = std::move(answered)](const QKeychain::WritePasswordJob* succeeded, KeyRingState state) {
            if (!succeeded) {
                const bool isLocked = state == KeyRingState::Locked;
                deliver(context, answered, {isLocked ? KeyRingState::Locked : KeyRingState::Absent, secret, true});
                return;
            }
            const auto kept = m_private->memory.find(keyOf(place));
            if (kept != m_private->memory.end() && kept->second == secret)
                m_private->memory.erase(kept);
            deliver(context, answered, {KeyRingState::Answered, secret, false});
        });
}

void KeyRing::remove(const SecretPlace& place, QObject* context, Answered answered)
{
    m_private->memory.erase(keyOf(place));
    m_private->known.removeAll(place);
    if (!m_private->usesSystem()) {
        deliver(context, std::move(answered), {m_private->stateWithoutSystem(), std::nullopt, true});
        return;
    }
    run<QKeychain::DeletePasswordJob>(new QKeychain::DeletePasswordJob(service), place, this,
                                      [context = QPointer<QObject>(context), answered = std::move(answered)](
                                          const QKeychain::DeletePasswordJob*, KeyRingState state) {
                                          deliver(context, answered, {state, std::nullopt, false});
                                      });
}

void KeyRing::keepForSession(const SecretPlace& place, const Secret& secret)
{
    m_private->memory[keyOf(place)] = secret;
    m_private->noteKnown(place);
}

QList<SecretPlace> KeyRing::knownPlaces(const QString& stationFile, const QString& slotPath) const
{
    QList<SecretPlace> places;
    for (const SecretPlace& place : m_private->known)
        if (place.stationFile == stationFile && place.slotPath == slotPath)
            places.append(place);
    return places;
}

} // namespace stationer
