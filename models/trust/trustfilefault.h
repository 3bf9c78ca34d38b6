#pragma once

#include <QString>

namespace stationer {

/// What went wrong with a trust file or its folder.
struct TrustFileFault {
    enum class Kind {
        CannotRead,
        CannotWrite,
        Damaged, ///< set aside under `setAsideAs`, never taken for empty and overwritten
        NewerVersion,
        // What somebody else may have put there is not used and not changed.
        Link,
        AnotherOwner,
        WritableByOthers,
        NotTakenOver, ///< neither written by this user's Stationer nor taken over (trustrecord.h)
    };
    Kind kind = Kind::CannotRead;
    QString path;
    QString setAsideAs;
    QString detail;

    bool operator==(const TrustFileFault&) const = default;
};

/// What keeps everybody from writing there, for people; empty where it is something else.
QString obstacleAt(const QString& path);

} // namespace stationer
