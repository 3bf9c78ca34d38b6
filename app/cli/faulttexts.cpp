#include "app/cli/faulttexts.h"

#include "app/cli/console.h"
#include "app/cli/texts.h"

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString placed(const QString& sentence, const OpenFault& fault)
{
    if (fault.line <= 0)
        return sentence;
    return Texts::tr("Line %1, column %2: %3").arg(fault.line).arg(fault.column).arg(sentence);
}

QString withDetail(const QString& sentence, const QString& detail)
{
    //: a sentence with the parser's or the operating system's own words
    return detail.isEmpty() ? sentence : Texts::tr("%1 (%2)").arg(sentence, shown(detail));
}

QString reason(const OpenFault& fault)
{
    switch (fault.kind) {
    case OpenFault::Kind::CannotRead:
        return withDetail(Texts::tr("It cannot be read."), fault.detail);
    case OpenFault::Kind::NotAStation:
        return withDetail(Texts::tr("It is not a station file."), fault.detail);
    case OpenFault::Kind::ZipWithoutXml:
        return Texts::tr("It is a zip without the entry file.xml, so it is not a station file.");
    case OpenFault::Kind::ZipEncrypted:
        return Texts::tr("The zip is encrypted; save it without a password first.");
    case OpenFault::Kind::ZipDamaged:
        return withDetail(Texts::tr("The zip is damaged; get another copy of the file."), fault.detail);
    case OpenFault::Kind::OtherEncoding:
        return withDetail(Texts::tr("It is not in UTF-8, as station files are."), fault.detail);
    case OpenFault::Kind::DocumentType:
        return Texts::tr("It declares a document type, which no station file does.");
    case OpenFault::Kind::TooDeep:
        return Texts::tr("It is nested deeper than 1,000 levels.");
    case OpenFault::Kind::TooLarge:
        return Texts::tr("It holds more than 1 GiB of XML.");
    case OpenFault::Kind::Malformed:
        return withDetail(Texts::tr("The XML is malformed."), fault.detail);
    }
    return {};
}

} // namespace

QString sentenceOf(const OpenFault& fault, const QString& path)
{
    return Texts::tr("%1 was not opened. %2").arg(shown(path), placed(reason(fault), fault));
}

QString sentenceOf(const SaveFault& fault, const QString& path)
{
    switch (fault.kind) {
    case SaveFault::Kind::CannotWrite:
        return withDetail(Texts::tr("%1 was not saved; it is as it was.").arg(shown(path)), fault.detail);
    case SaveFault::Kind::ChangedOnDisk:
        return Texts::tr("%1 was not saved: another program changed it meanwhile. Try again.").arg(shown(path));
    }
    return {};
}

QString sentenceOf(const TrustFileFault& fault)
{
    const QString path = shown(fault.path);
    switch (fault.kind) {
    case TrustFileFault::Kind::CannotRead:
        return withDetail(Texts::tr("%1 cannot be read.").arg(path), fault.detail);
    case TrustFileFault::Kind::CannotWrite:
        return withDetail(Texts::tr("%1 cannot be written.").arg(path), fault.detail);
    case TrustFileFault::Kind::Damaged:
        if (fault.setAsideAs.isEmpty())
            return withDetail(Texts::tr("%1 is damaged.").arg(path), fault.detail);
        return withDetail(Texts::tr("%1 is damaged and was set aside as %2.").arg(path, shown(fault.setAsideAs)),
                          fault.detail);
    case TrustFileFault::Kind::NewerVersion:
        return Texts::tr("%1 was written by a newer Stationer.").arg(path);
    }
    return {};
}

QString sentenceOf(EditFault fault)
{
    switch (fault) {
    case EditFault::NoSuchSlot:
        return Texts::tr("There is no such slot.");
    case EditFault::NotASimpleValue:
        return Texts::tr("The slot holds a component, not a value.");
    case EditFault::NotRepresentable:
        return Texts::tr("It has a character that the file cannot hold.");
    case EditFault::BadName:
        return Texts::tr("A station does not accept that name.");
    case EditFault::NameTaken:
        return Texts::tr("That name is taken.");
    case EditFault::NotAComponent:
        return Texts::tr("Nothing can be added under a value.");
    case EditFault::TooLarge:
        return Texts::tr("The file would become too large.");
    }
    return {};
}

QString sentenceOf(PlacementFault fault)
{
    switch (fault) {
    case PlacementFault::NotHere:
        return Texts::tr("That type does not live there.");
    case PlacementFault::OnlyUnderServices:
        return Texts::tr("That type lives under the Services container only.");
    case PlacementFault::OnlyOnce:
        return Texts::tr("The station has one already, and there can be only one.");
    case PlacementFault::OnlyUnderEmailService:
        return Texts::tr("That type lives under the EmailService only.");
    case PlacementFault::ParentIsValue:
        return Texts::tr("Nothing can be added under a value.");
    }
    return {};
}

QString sentenceOf(const DocumentRemark& remark)
{
    switch (remark.kind) {
    case DocumentRemark::Kind::DuplicateHandle:
        return Texts::tr("Line %1: the handle %2 is used twice.").arg(remark.line).arg(shown(remark.subject));
    case DocumentRemark::Kind::DuplicateSlotName:
        return Texts::tr("Line %1: the slot name %2 is used twice under one component.")
            .arg(remark.line)
            .arg(shown(remark.subject));
    }
    return {};
}

ExitStatus statusOf(const TrustFileFault& fault)
{
    switch (fault.kind) {
    case TrustFileFault::Kind::CannotRead:
    case TrustFileFault::Kind::Damaged:
    case TrustFileFault::Kind::NewerVersion:
        return ExitStatus::CannotRead;
    case TrustFileFault::Kind::CannotWrite:
        return ExitStatus::CannotWrite;
    }
    return ExitStatus::CannotRead;
}

} // namespace stationer
