#include "station/faulttext.h"

#include <QCoreApplication>

namespace stationer {

namespace {

constexpr qsizetype mostNamed = 12;
constexpr qsizetype longestName = 100;

/// Names out of a zip, as many as can be read at one glance.
QString listed(const QStringList& names)
{
    QStringList shown;
    for (const QString& name : names.mid(0, mostNamed))
        shown += name.size() > longestName ? name.first(longestName - 1) + QChar(0x2026) : name;
    const QString list = shown.join(QLatin1StringView(", "));
    const qsizetype more = names.size() - shown.size();
    //: %1 is a list of names
    return more > 0 ? QCoreApplication::translate("station", "%1 and %2 more").arg(list).arg(more) : list;
}

/// What a zip of another kind holds, and which of it can be opened.
QString insideOf(const QStringList& entries)
{
    if (entries.isEmpty())
        return QCoreApplication::translate(
            "station",
            "This is not a station file: the zip is empty. Choose the station's own .bog file, or a backup of it.");
    const QString& first = entries.first();
    const bool isOpenable = first.endsWith(QLatin1StringView(".bog"), Qt::CaseInsensitive) ||
                            first.endsWith(QLatin1StringView(".palette"), Qt::CaseInsensitive) ||
                            first.endsWith(QLatin1StringView(".dist"), Qt::CaseInsensitive);
    return isOpenable
               //: %1 is a list of files
               ? QCoreApplication::translate("station",
                                             "This zip is neither a station file nor a backup of a station: it has "
                                             "no file.xml and no config.bog. What can be opened in it: %1. Unpack "
                                             "the zip, and open that.")
                     .arg(listed(entries))
               //: %1 is a list of files
               : QCoreApplication::translate("station",
                                             "This zip is neither a station file nor a backup of a station: it has "
                                             "no file.xml and no config.bog. It holds: %1. Choose the station's "
                                             "own .bog file, or a backup of it.")
                     .arg(listed(entries));
}

QString sentence(const OpenFault& fault)
{
    switch (fault.kind) {
    case OpenFault::Kind::CannotRead:
        break;
    case OpenFault::Kind::NotAStation:
        return QCoreApplication::translate("station", "This is not a station file: it is neither a zip nor an XML document "
                                                      "whose root element is bajaObjectGraph. Choose a .bog file.");
    case OpenFault::Kind::ZipWithoutXml:
        return insideOf(fault.entries);
    case OpenFault::Kind::SeveralStations:
        //: %1 is a list of files
        return QCoreApplication::translate("station",
                                           "This is a backup of several stations, of which one can be opened: %1.")
            .arg(listed(fault.entries));
    case OpenFault::Kind::NoSuchEntry:
        //: %1 is the path of a file in the backup, %2 a list of such
        return QCoreApplication::translate("station", "There is no station file %1 in this backup, but: %2.")
            .arg(fault.entry, listed(fault.entries));
    case OpenFault::Kind::ZipEncrypted:
        return QCoreApplication::translate("station",
                                           "The zip is encrypted. Save the station without a password on the archive.");
    case OpenFault::Kind::ZipDamaged:
        return QCoreApplication::translate(
            "station", "The zip is damaged or cut short. Copy the file again from the station, or take a backup.");
    case OpenFault::Kind::ZipAmbiguous:
        return QCoreApplication::translate(
            "station",
            "There is more than one file.xml in the zip, or two descriptions of it that differ, so that the station may "
            "read another one than is shown here. Unpack it, and put the right one into a new zip.");
    case OpenFault::Kind::ZipOutOfProportion:
        return QCoreApplication::translate(
            "station",
            "The XML grows to more than 200 times its size in the zip, as no station's does and as is done to fill up "
            "a computer. Take the file from the station itself.");
    case OpenFault::Kind::OtherEncoding:
        return QCoreApplication::translate(
            "station", "The XML is not written in UTF-8, the only encoding a station writes. Convert it first.");
    case OpenFault::Kind::DocumentType:
        return QCoreApplication::translate(
            "station",
            "The XML has a document type declaration, which no station writes and which can do harm. Remove it first.");
    case OpenFault::Kind::TooDeep:
        return QCoreApplication::translate("station",
                                           "The slots are nested deeper than 1,000 levels. No station is built like that.");
    case OpenFault::Kind::TooLarge:
        return QCoreApplication::translate("station", "The XML is larger than 1 GiB.");
    case OpenFault::Kind::Malformed:
        return QCoreApplication::translate(
            "station", "The XML is not well-formed. Correct it there, or copy the file again from the station.");
    case OpenFault::Kind::Cancelled:
        return QCoreApplication::translate("station", "Opening it was cancelled.");
    }
    return QCoreApplication::translate("station",
                                       "The file could not be read. Check that it is there and that you may read it.");
}

} // namespace

QString describe(const OpenFault& fault, const QString& path)
{
    const bool isInside = !fault.entry.isEmpty() && fault.kind != OpenFault::Kind::NoSuchEntry;
    //: %1 is the name of a backup file, %2 the path of a file in it
    const QString file = isInside ? QCoreApplication::translate("station", "%1, %2").arg(path, fault.entry) : path;
    QString place = file;
    if (fault.line > 0) {
        //: %1 is a file name; line and column count from 1
        place = QCoreApplication::translate("station", "%1, line %2, column %3")
                    .arg(file, QString::number(fault.line), QString::number(fault.column));
    }
    //: %1 says where (a file, a line), %2 is a sentence
    QString text = QCoreApplication::translate("station", "%1: %2").arg(place, sentence(fault));
    if (fault.detail.isEmpty())
        return text;
    //: %1 is a sentence, %2 the words of the operating system or of the XML parser
    return QCoreApplication::translate("station", "%1 (%2)").arg(text, fault.detail);
}

QString describe(const SaveFault& fault, const QString& path)
{
    switch (fault.kind) {
    case SaveFault::Kind::ChangedOnDisk:
        return QCoreApplication::translate("station",
                                           "%1: Another program changed this file since it was opened. Nothing was "
                                           "saved. Overwrite it, reload it, or save elsewhere.")
            .arg(path);
    case SaveFault::Kind::IsBackup:
        return QCoreApplication::translate("station", "%1: %2").arg(path, describe(EditFault::IsBackup));
    case SaveFault::Kind::IsStation:
        return QCoreApplication::translate("station", "%1: This is the station file that the selection is taken from. "
                                                      "Nothing was written; choose another name.")
            .arg(path);
    case SaveFault::Kind::CannotWrite:
        break;
    }
    const QString text =
        fault.isForbidden
            ? QCoreApplication::translate("station", "%1: The file could not be saved; it is as it was. You may not write "
                                                     "it: save under another name, in a folder that is yours.")
                  .arg(path)
            : QCoreApplication::translate("station", "%1: The file could not be saved; it is as it was. Make room, or save "
                                                     "to another disk.")
                  .arg(path);
    if (fault.detail.isEmpty())
        return text;
    return QCoreApplication::translate("station", "%1 (%2)").arg(text, fault.detail);
}

QString describe(EditFault fault)
{
    switch (fault) {
    case EditFault::NoSuchSlot:
        return QCoreApplication::translate("station", "There is no such slot, or it cannot be taken away.");
    case EditFault::NotASimpleValue:
        return QCoreApplication::translate("station", "This slot holds a component. Set one of the slots below it.");
    case EditFault::NotRepresentable:
        return QCoreApplication::translate(
            "station", "The text has a control character that a station file cannot hold. Remove it, and try again.");
    case EditFault::BadName:
        return QCoreApplication::translate("station",
                                           "This is not a slot name. A name begins with a letter and has letters, digits "
                                           "and underscores; anything else is escaped, a space as $20.");
    case EditFault::NameTaken:
        return QCoreApplication::translate("station", "Another slot here has this name already. Choose another.");
    case EditFault::NotAComponent:
        return QCoreApplication::translate("station", "This slot holds a value and cannot have slots below it.");
    case EditFault::TooLarge:
        return QCoreApplication::translate("station",
                                           "The station would grow beyond 1 GiB of XML or 1,000 levels of slots.");
    case EditFault::IntoItself:
        return QCoreApplication::translate("station", "A component cannot be moved into itself.");
    case EditFault::IsBackup:
        return QCoreApplication::translate("station",
                                           "This is a backup, which is only read: nothing was changed. Save it as a "
                                           "config.bog with Stationer, or unpack that file from it, and edit it there.");
    case EditFault::NoFreeHandle:
        //: A handle is a component's number in the file
        return QCoreApplication::translate("station",
                                           "The highest handle that there can be, ffffffffffffffff, is in use, so "
                                           "that a new component cannot get one. Nothing was added.");
    }
    return {};
}

QString describe(const PasteFault& fault)
{
    switch (fault.kind) {
    case PasteFault::Kind::NotABog:
        if (fault.open.line > 0) {
            //: Why something cannot be pasted; line and column count from 1, %3 is a sentence
            return QCoreApplication::translate("station",
                                               "What is on the clipboard cannot be pasted. Line %1, column %2: %3")
                .arg(QString::number(fault.open.line), QString::number(fault.open.column), sentence(fault.open));
        }
        return QCoreApplication::translate("station", "What is on the clipboard is no component of a station, so that it "
                                                      "cannot be pasted here. Copy components in the Nav tree first.");
    case PasteFault::Kind::NothingInIt:
        return QCoreApplication::translate("station", "There is no component in what is to be pasted.");
    case PasteFault::Kind::WholeStation:
        return QCoreApplication::translate(
            "station", "This is a whole station, which cannot live in another one. Copy the components that you need.");
    case PasteFault::Kind::BadName:
        return QCoreApplication::translate("station",
                                           "What is to be pasted has a slot named «%1», which no station accepts.")
            .arg(fault.subject);
    case PasteFault::Kind::SymbolCycle:
        //: A symbol is a short name for a module, as in m="b=baja"
        return QCoreApplication::translate(
                   "station", "What is to be pasted declares the symbol «%1» in a circle, so that its types mean nothing.")
            .arg(fault.subject);
    case PasteFault::Kind::Refused:
        return describe(fault.edit);
    }
    return {};
}

QString describe(const DocumentRemark& remark)
{
    switch (remark.kind) {
    case DocumentRemark::Kind::DuplicateHandle:
        //: A handle is a component's number in the file, %2
        return QCoreApplication::translate("station",
                                           "Line %1: The handle %2 is used by an earlier component too. Links to it "
                                           "are ambiguous.")
            .arg(QString::number(remark.line), remark.subject);
    case DocumentRemark::Kind::DuplicateSlotName:
        return QCoreApplication::translate("station",
                                           "Line %1: Another slot beside it is named %2 too. Paths lead to the first.")
            .arg(QString::number(remark.line), remark.subject);
    }
    return {};
}

} // namespace stationer
