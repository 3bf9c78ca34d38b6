#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace stationer {

/// Why a file could not be opened. `line` and `column` count from 1 and are 0 where the fault has no place in the XML.
struct OpenFault {
    enum class Kind {
        CannotRead,    ///< detail: the operating system's words
        NotAStation,   ///< neither XML nor a zip, or another root element
        ZipWithoutXml, ///< neither an entry `file.xml` nor a `config.bog`; `entries`: station files in it, else what it
                       ///< holds
        ZipEncrypted,
        SeveralStations,    ///< a backup with several `config.bog`; `entries` names them
        NoSuchEntry,        ///< a backup without the `entry` that was asked for; `entries`: those that it has
        ZipDamaged,         ///< truncated, wrong checksum, unknown compression
        ZipAmbiguous,       ///< another program may find another `file.xml` in it
        ZipOutOfProportion, ///< more than 64 MiB, at over 200 times their size in the archive
        OtherEncoding,      ///< not UTF-8
        DocumentType,       ///< a document type declaration
        TooDeep,            ///< nesting above 1,000
        TooLarge,           ///< more than 1 GiB of XML
        Malformed,          ///< detail: the parser's words
        Cancelled,          ///< whoever wanted it does not want it any more
    };
    Kind kind = Kind::CannotRead;
    qint64 line = 0;
    qint64 column = 0;
    QString detail;
    QString entry = {}; ///< of a backup, where the fault is in it or about it
    QStringList entries = {};

    bool operator==(const OpenFault&) const = default;
};

/// Why a file could not be saved; the file on disk is then as it was.
struct SaveFault {
    enum class Kind {
        CannotWrite,   ///< detail: the operating system's words
        ChangedOnDisk, ///< another program wrote it since it was opened
        IsBackup,      ///< a backup is only read
        IsStation,     ///< a selection over the station file that it is of
    };
    Kind kind = Kind::CannotWrite;
    QString detail;

    bool isForbidden = false; ///< CannotWrite: this user may not, or the disk may only be read

    bool operator==(const SaveFault&) const = default;
};

/// Why an edit was refused; the document is then untouched.
enum class EditFault {
    NoSuchSlot,
    NotASimpleValue,  ///< the slot holds a component
    NotRepresentable, ///< a character that XML cannot hold
    BadName,
    NameTaken,
    NotAComponent, ///< the parent cannot have children
    TooLarge,
    IntoItself,   ///< a component cannot move into what is inside it
    IsBackup,     ///< a backup is only read
    NoFreeHandle, ///< the highest handle there can be is in use
};

/// Why a text could not be pasted; the document is then untouched.
struct PasteFault {
    enum class Kind {
        NotABog,      ///< `open` says why
        NothingInIt,  ///< a bog without a component
        WholeStation, ///< a station, which cannot live in another
        BadName,      ///< `subject`: a slot name that no station accepts, or an empty one
        SymbolCycle,  ///< `subject`: a symbol of a module that is declared in a circle
        Refused,      ///< `edit` says why
    };
    Kind kind = Kind::NotABog;
    OpenFault open;
    EditFault edit = EditFault::NoSuchSlot;
    QString subject;

    bool operator==(const PasteFault&) const = default;
};

/// Something the file holds that a station would not write; it is opened all the same.
struct DocumentRemark {
    enum class Kind { DuplicateHandle, DuplicateSlotName };
    Kind kind = Kind::DuplicateHandle;
    QString subject; ///< the handle, or the slot name
    qint64 line = 0;

    bool operator==(const DocumentRemark&) const = default;
};

} // namespace stationer
