#include "handover/handoverwords.h"

#include "connection/showntext.h"
#include "station/slotname.h"
#include "terms/dates.h"
#include "trust/certificatefacts.h"

#include <QCoreApplication>
#include <QDir>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;

QString shown(const QString& text, qsizetype longest = longestName)
{
    return shownText(text.toUtf8(), longest);
}

QString shown(const Endpoint& host)
{
    return shown(host.toString());
}

/// The last sentence of what is about a certificate.
QString fingerprint(const QByteArray& sha256)
{
    if (sha256.isEmpty())
        return {};
    //: %1 is a fingerprint in groups
    return u' ' + QCoreApplication::translate("handover", "Its SHA-256 fingerprint is %1.").arg(groupedFingerprint(sha256));
}

} // namespace

QString titleOf(HandoverKind kind)
{
    switch (kind) {
    case HandoverKind::PutFile:
        return QCoreApplication::translate("handover", "Put the file on the station");
    case HandoverKind::TypePassword:
        return QCoreApplication::translate("handover", "Type a password");
    case HandoverKind::ImportRoot:
        return QCoreApplication::translate("handover", "Import a root CA");
    case HandoverKind::ApproveHost:
        return QCoreApplication::translate("handover", "Approve a certificate");
    case HandoverKind::DeleteExemption:
        return QCoreApplication::translate("handover", "Delete an exemption");
    case HandoverKind::OpenPath:
        return QCoreApplication::translate("handover", "Open the way to the server");
    case HandoverKind::Retest:
        return QCoreApplication::translate("handover", "Let the station try");
    }
    Q_UNREACHABLE();
}

QString shownPath(const QString& path)
{
    QStringList names;
    for (const QString& name : path.split(u'/', Qt::SkipEmptyParts))
        names += shown(shownSlotName(name));
    return names.join(u" ▸ "_s);
}

QString shownValue(const std::optional<QString>& value)
{
    if (!value)
        //: A slot that is not in the file, or is not shown
        return QCoreApplication::translate("handover", "(none)");
    return value->isEmpty() ? u"\"\""_s : shown(*value, 500);
}

QString wordsForFile(const HandoverFacts& facts)
{
    const QString how = QCoreApplication::translate(
        "handover", "Use the Station Copier (Platform ▸ Station Copier): it stops a station that is installed over and "
                    "starts it again. A copy "
                    "that it takes from a running station is current; compare it first, as the station may have changed "
                    "since. Do not lay "
                    "the file under a running station: it is overwritten at the station's next save.");
    const QString what = facts.file.isEmpty()
                             ? QCoreApplication::translate("handover", "Save the station, then put its file on the station.")
                             //: %1 is a file
                             : QCoreApplication::translate("handover", "Put %1 on the station.")
                                   .arg(shown(QDir::toNativeSeparators(facts.file), 1000));
    return what + u' ' + how;
}

QString wordsForPassword(const QString& path, const TestNote& proven)
{
    //: %1 is a path such as «Services ▸ EmailService ▸ Out», %2 a user name, %3 a host and port, %4 a date
    return QCoreApplication::translate("handover", "Open the property sheet of %1 on the station, type the password of «%2» "
                                                   "into Password and save. It was proven "
                                                   "here at %3 on %4. The station keeps an encoded copy of its own: after a "
                                                   "restore on another host, or after the "
                                                   "file's passphrase was forced, that is empty and has to be typed.")
        .arg(shownPath(path), shown(proven.values.user), shown(proven.values.server), shownDay(proven.began));
}

QString wordsForRoot(const KnownRoot& root, const TestNote& test)
{
    const QString name = root.name.isEmpty() ? QString::fromLatin1(root.sha256.left(16)) : shown(root.name);
    //: %1 is the name of a root CA, %2 a host and port, %3 a file
    return QCoreApplication::translate("handover",
                                       "Import «%1», which vouches for %2: on the station Services ▸ PlatformServices ▸ "
                                       "CertManagerService ▸ User Trust "
                                       "Store ▸ Import (or Platform ▸ Certificate Management), and choose the file %3.")
               .arg(name, shown(test.values.server), shown(QDir::toNativeSeparators(root.file), 1000)) +
           fingerprint(root.sha256);
}

QString wordsForApproval(const AllowedHost& row)
{
    //: %1 is a host and port
    return QCoreApplication::translate(
               "handover",
               "Open Allowed Hosts on the station (Services ▸ PlatformServices ▸ CertManagerService ▸ Allowed Hosts). The "
               "row of "
               "%1 is there after the station's own first failed attempt. Compare the fingerprint, then choose Approve.")
               .arg(shown(row.host)) +
           fingerprint(row.sha256);
}

QString wordsForDeletion(const PrunedHost& row)
{
    //: %1 is a host and port
    return QCoreApplication::translate("handover",
                                       "Delete the row of %1 on the station too (Services ▸ PlatformServices ▸ "
                                       "CertManagerService ▸ Allowed Hosts): its "
                                       "certificate is trusted without an exemption now. Import the root CA there before.")
               .arg(shown(row.host)) +
           fingerprint(row.sha256);
}

QString wordsForPath(const TestNote& test)
{
    const QString server = shown(test.values.server);
    const QString at = shown(test.reach->at);
    switch (test.reach->way) {
    case TestNote::Reach::Way::OtherServer:
        //: %1 and %2 are a host and port
        return QCoreApplication::translate(
                   "handover",
                   "%1 was reached from here through %2 alone. The station goes to %1 by itself: ask whoever keeps the "
                   "firewall "
                   "to let it through, and whoever keeps the name server whether the station can look the name up.")
            .arg(server, at);
    case TestNote::Reach::Way::OtherAddress:
        //: %1 is a host and port, %2 and %3 are network addresses
        return QCoreApplication::translate(
                   "handover",
                   "%1 was reached from here at %2, not at %3. The station goes to the first address of the name alone, "
                   "IPv4 "
                   "before IPv6: ask whoever keeps the firewall to open the way to %3, or whoever keeps the name server to "
                   "answer with an address that can be reached.")
            .arg(server, at, shown(test.reach->first));
    case TestNote::Reach::Way::AsTheStation:
        return {};
    }
    Q_UNREACHABLE();
}

QString wordsForRetest(const QString& path)
{
    //: %1 is a path such as «Services ▸ EmailService ▸ Out»
    return QCoreApplication::translate("handover",
                                       "Set Debug of %1 to true on the station, let it poll, which it does at its Pollrate, "
                                       "and read Last Poll Success. "
                                       "Where it failed, Last Poll Failure Cause says why. Set Debug back to false.")
        .arg(shownPath(path));
}

} // namespace stationer
