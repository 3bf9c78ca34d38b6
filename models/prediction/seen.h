#pragma once

#include "prediction/stationverdict.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace stationer::prediction {

/// A test, read for what a station would make of it: what the conditions ask in common.
struct Seen {
    const Report& report;
    const StationFacts& station;

    Protocol protocol() const { return report.settings.protocol; }
    bool passed(Stage stage) const;
    bool failedWith(Outcome outcome) const { return report.outcome == outcome; }
    /// Whether the test came as far as what the server can do, on the channel on which one signs in.
    bool knowsOffer() const;
    /// What the server can do, on that channel, a line each.
    const QByteArrayList& capabilities() const;
    bool can(QByteArrayView capability) const;
    /// The mechanisms that a station reads out of it: SMTP's `AUTH=` of old is none to it, and of several lines `AUTH` the
    /// last counts.
    QByteArrayList offered() const;
    bool isImapCommandFree() const;
    /// What a station signs in with here, by the names of mail/stationsignin.h; IMAP's command LOGIN by its name.
    std::optional<QByteArray> stationsWay() const;
    /// Whether the test signed in, or tried to, as a station does.
    bool tookStationsWay() const;
    /// Whether the server takes the mail of whoever does not sign in, and the test had it so.
    bool isRelay() const;
    /// A refusal for now: SMTP 4yz.
    bool isPutOff() const;
    /// A refusal that is about the name in EHLO.
    bool isAboutName() const;
    bool isOfLeaf(QStringView keyAlgorithm) const;
};

/// What is met of a condition: the arguments of its sentence; nothing where it is not met.
using Met = std::optional<QStringList>;

// How a station signs in.
Met noMechanism(const Seen&);
Met noTokenMechanism(const Seen&);
Met mechanismNotSpoken(const Seen&);
Met mechanismNotTried(const Seen&);
Met oldSyntaxAlone(const Seen&);
Met oldSyntaxOfSeveral(const Seen&);
Met otherEncoding(const Seen&);
Met otherEncodingRefused(const Seen&);
Met signInNotTested(const Seen&);
Met noStlsListed(const Seen&);

// What comes of the dialogue.
Met sameFailure(const Seen&);
Met notReached(const Seen&);
Met clearTextPassed(const Seen&);
Met preAuthenticated(const Seen&);
Met ehloRefused(const Seen&);
Met nameLookedAt(const Seen&);
Met nameNotKnown(const Seen&);
Met putOff(const Seen&);
Met sendingNotTested(const Seen&);
Met dataNotTested(const Seen&);
Met arrivalNotSeen(const Seen&);
Met inboxReadOnly(const Seen&);
Met inboxNotOpened(const Seen&);
Met inboxRightsNotKnown(const Seen&);

// Time and place.
Met slowReply(const Seen&);
Met otherAddress(const Seen&);
Met firstAddressFails(const Seen&);
Met firstAddressNotTried(const Seen&);
Met internationalName(const Seen&);
Met trailingDot(const Seen&);

// TLS and whom it trusts.
Met oldTls(const Seen&);
Met unknownCipher(const Seen&);
Met ageOfJava(const Seen&);
Met rootsNotKnown(const Seen&);
Met withoutItsRoot(const Seen&); ///< which the station lacks, and nothing else
Met untrusted(const Seen&);      ///< for anything else
Met namedByAge(const Seen&);
Met takenByStation(const Seen&);

} // namespace stationer::prediction
