#include "items/openstation.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace stationer {

namespace {

QString kindOf(const OpenFault& fault)
{
    switch (fault.kind) {
    case OpenFault::Kind::CannotRead:
        return QCoreApplication::translate("station", "The file cannot be read.");
    case OpenFault::Kind::NotAStation:
        return QCoreApplication::translate("station", "This is not a station file.");
    case OpenFault::Kind::ZipWithoutXml:
        return QCoreApplication::translate("station", "The archive holds no station: it has no entry «file.xml».");
    case OpenFault::Kind::ZipEncrypted:
        return QCoreApplication::translate("station", "The archive is encrypted.");
    case OpenFault::Kind::ZipDamaged:
        return QCoreApplication::translate("station", "The archive is damaged or cut short.");
    case OpenFault::Kind::OtherEncoding:
        return QCoreApplication::translate("station", "The file is not in UTF-8.");
    case OpenFault::Kind::DocumentType:
        return QCoreApplication::translate("station", "The file has a document type declaration, which no station writes.");
    case OpenFault::Kind::TooDeep:
        return QCoreApplication::translate("station", "The file is nested deeper than any station.");
    case OpenFault::Kind::TooLarge:
        return QCoreApplication::translate("station", "The file is larger than 1 GiB.");
    case OpenFault::Kind::Malformed:
        return QCoreApplication::translate("station", "The XML of the file is damaged.");
    }
    Q_UNREACHABLE();
}

QString withDetail(const QString& sentence, const QString& detail)
{
    //: %1 is a sentence, %2 the operating system's or parser's words
    return detail.isEmpty() ? sentence : QCoreApplication::translate("station", "%1 (%2)").arg(sentence, detail);
}

} // namespace

QString describe(PlacementFault fault)
{
    switch (fault) {
    case PlacementFault::NotHere:
        return QCoreApplication::translate("station", "Such a component cannot be added here.");
    case PlacementFault::OnlyUnderServices:
        return QCoreApplication::translate("station", "An EmailService lives under Services only.");
    case PlacementFault::OnlyOnce:
        return QCoreApplication::translate("station", "This station has an EmailService already.");
    case PlacementFault::OnlyUnderEmailService:
        return QCoreApplication::translate("station", "This lives under the EmailService only, or in a folder there.");
    case PlacementFault::ParentIsValue:
        return QCoreApplication::translate("station", "Nothing can be added to a value.");
    }
    Q_UNREACHABLE();
}

QString describe(EditFault fault)
{
    switch (fault) {
    case EditFault::NoSuchSlot:
        return QCoreApplication::translate("station", "This component is not in the station any more.");
    case EditFault::NotASimpleValue:
        return QCoreApplication::translate("station", "This is a component and has no value of its own.");
    case EditFault::NotRepresentable:
        return QCoreApplication::translate("station", "This has a character that a station file cannot hold.");
    case EditFault::BadName:
        return QCoreApplication::translate("station", "This cannot be a name.");
    case EditFault::NameTaken:
        return QCoreApplication::translate("station", "This name is taken already.");
    case EditFault::NotAComponent:
        return QCoreApplication::translate("station", "Nothing can be added to a value.");
    case EditFault::TooLarge:
        return QCoreApplication::translate("station", "This is too large for a station file.");
    }
    Q_UNREACHABLE();
}

QString describe(const StructureFault& fault)
{
    return std::visit([](auto kind) { return describe(kind); }, fault);
}

QString describe(const OpenFault& fault, const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const QString sentence = withDetail(kindOf(fault), fault.detail);
    if (fault.line > 0)
        //: %1 is a file's name, %4 what is wrong there
        return QCoreApplication::translate("station", "%1, line %2, column %3: %4")
            .arg(name)
            .arg(fault.line)
            .arg(fault.column)
            .arg(sentence);
    //: %1 is a file's name, %2 what is wrong with it
    return QCoreApplication::translate("station", "%1: %2").arg(name, sentence);
}

QString describe(const SaveFault& fault, const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    switch (fault.kind) {
    case SaveFault::Kind::CannotWrite:
        return withDetail(QCoreApplication::translate("station", "%1 was not saved; the file is as it was.").arg(name),
                          fault.detail);
    case SaveFault::Kind::ChangedOnDisk:
        return QCoreApplication::translate("station", "%1 was changed by another program since it was opened.").arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace stationer
