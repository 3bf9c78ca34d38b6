#include "secrets/keyring.h"

#include "secrets/secretservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaObject>
#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <map>
#include <type_traits>
#include <utility>

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

// Passes the answer on, unless patience ended before; then `late` was called instead.
template <class... What>
std::function<void(What...)> inTime(QObject* ring, std::chrono::milliseconds patience, std::function<void(What...)> answered,
                                    std::function<void()> late)
{
    auto waiting = std::make_shared<std::function<void(What...)>>(std::move(answered));
    QTimer::singleShot(patience, ring, [waiting, late = std::move(late)] {
        if (std::exchange(*waiting, nullptr))
            late();
    });
    return [waiting](What... what) {
        if (const auto first = std::exchange(*waiting, nullptr))
            first(what...);
    };
}

} // namespace

struct KeyRing::Private {
    Use use = Use::System;
    KeyRingPatience patience;
    struct Kept {
        Secret secret;
        KeyRingState refused = KeyRingState::Answered; ///< what the key ring said to it
    };
    std::map<QString, Kept> memory; ///< by keyOf()
    QList<SecretPlace> known;
    bool isBusReached = false;
    int waitingForBus = 0;
    std::optional<KeyRingState> overdue; ///< what everything is answered meanwhile

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

    void knock(KeyRing* ring, const std::function<void(KeyRingState)>& heard);
    template <class Job>
    void run(KeyRing* ring, Job* job, const SecretPlace& place, std::function<void(const Job*, KeyRingState)> ended);
    template <class Job>
    void start(KeyRing* ring, Job* job, bool isLocked, std::function<void(const Job*, KeyRingState)> ended);
};

/// Whether anybody is there. Only connecting to the bus can block, and once is enough.
void KeyRing::Private::knock(KeyRing* ring, const std::function<void(KeyRingState)>& heard)
{
    const std::function<void()> late = [this, heard] {
        overdue = KeyRingState::Silent;
        heard(KeyRingState::Silent);
    };
    const auto ask = [this, ring, pass = inTime(ring, patience.service, heard, late)] {
        askSecretService(ring, KeyRingState::Answered, [this, pass](KeyRingState state) {
            overdue.reset();
            pass(state);
        });
    };
    if (isBusReached)
        return ask();
    ++waitingForBus;
    reachSessionBus(ring, [this, ask] {
        --waitingForBus;
        isBusReached = true;
        ask();
    });
}

/// Runs a job once the key ring has been heard of; `ended` comes once, with the job where it succeeded, and not after the
/// key ring is gone. The job has no parent: QtKeychain hands its address to the desktop's library, so it must live until
/// that has answered.
template <class Job>
void KeyRing::Private::run(KeyRing* ring, Job* job, const SecretPlace& place,
                           std::function<void(const Job*, KeyRingState)> ended)
{
    job->setKey(keyOf(place));
    job->setInsecureFallback(false);
    job->setAutoDelete(false);
    const auto giveUp = [job, ended](KeyRingState state) {
        job->deleteLater();
        ended(nullptr, state);
    };
    if (overdue) { // each further question would wait as long again
        QMetaObject::invokeMethod(
            ring, [giveUp, state = *overdue] { giveUp(state); }, Qt::QueuedConnection);
        return;
    }
    knock(ring, [this, ring, job, ended = std::move(ended), giveUp](KeyRingState state) {
        if (state == KeyRingState::Silent)
            giveUp(state);
        else
            start(ring, job, state == KeyRingState::Locked, ended);
    });
}

template <class Job>
void KeyRing::Private::start(KeyRing* ring, Job* job, bool isLocked, std::function<void(const Job*, KeyRingState)> ended)
{
    const std::function<void()> late = [this, isLocked, ended] {
        overdue = isLocked ? KeyRingState::Locked : KeyRingState::Silent;
        ended(nullptr, *overdue);
    };
    // A person may be asked to unlock it.
    const auto end = inTime(ring, isLocked ? patience.person : patience.service, std::move(ended), late);
    connect(job, &QKeychain::Job::finished, job, &QObject::deleteLater);
    connect(job, &QKeychain::Job::finished, ring, [this, ring, job, end] {
        overdue.reset();
        const bool succeeded = job->error() == QKeychain::NoError;
        const KeyRingState told = stateAfter(job->error());
        // On Linux a locked key ring says «not found» to a read and even «done» to a removal.
        const bool isCertain =
            told == KeyRingState::Locked || (succeeded && !std::is_same_v<Job, QKeychain::DeletePasswordJob>);
        if (isCertain)
            end(succeeded ? job : nullptr, told);
        else
            askSecretService(ring, told, [end](KeyRingState state) { end(nullptr, state); });
    });
    job->start();
}

KeyRing::KeyRing(Use use, KeyRingPatience patience, QObject* parent)
    : QObject(parent), m_private(std::make_unique<Private>())
{
    m_private->use = use;
    m_private->patience = patience;
}

KeyRing::~KeyRing() = default;

void KeyRing::read(const SecretPlace& place, QObject* context, Answered answered)
{
    const auto kept = m_private->memory.find(keyOf(place));
    if (kept != m_private->memory.end()) {
        deliver(context, std::move(answered), {KeyRingState::Answered, kept->second.secret, true, kept->second.refused});
        return;
    }
    if (!m_private->usesSystem()) {
        deliver(context, std::move(answered), {m_private->stateWithoutSystem(), std::nullopt, true});
        return;
    }
    m_private->run<QKeychain::ReadPasswordJob>(
        this, new QKeychain::ReadPasswordJob(service), place,
        [this, place, context = QPointer<QObject>(context),
         answered = std::move(answered)](const QKeychain::ReadPasswordJob* job, KeyRingState state) {
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
    const auto refuse = [this, place, secret](KeyRingState state) {
        if (const auto kept = m_private->memory.find(keyOf(place)); kept != m_private->memory.end())
            kept->second.refused = state;
        return KeyRingAnswer{state, secret, true, state};
    };
    if (!m_private->usesSystem()) {
        deliver(context, std::move(answered), refuse(m_private->stateWithoutSystem()));
        return;
    }
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(QByteArray(secret.reveal().constData(), secret.reveal().size())); // shares no buffer with the secret
    m_private->run<QKeychain::WritePasswordJob>(
        this, job, place,
        [this, place, secret, refuse, context = QPointer<QObject>(context),
         answered = std::move(answered)](const QKeychain::WritePasswordJob* succeeded, KeyRingState state) {
            if (!succeeded) {
                deliver(context, answered, refuse(state == KeyRingState::Answered ? KeyRingState::Absent : state));
                return;
            }
            const auto kept = m_private->memory.find(keyOf(place));
            if (kept != m_private->memory.end() && kept->second.secret == secret)
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
    m_private->run<QKeychain::DeletePasswordJob>(this, new QKeychain::DeletePasswordJob(service), place,
                                                 [context = QPointer<QObject>(context), answered = std::move(answered)](
                                                     const QKeychain::DeletePasswordJob*, KeyRingState state) {
                                                     deliver(context, answered, {state, std::nullopt, false});
                                                 });
}

void KeyRing::keepForSession(const SecretPlace& place, const Secret& secret)
{
    m_private->memory.insert_or_assign(keyOf(place), Private::Kept{secret});
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

bool KeyRing::holdsProcess() const
{
    return m_private->waitingForBus > 0;
}

} // namespace stationer
