// A backup that is open is looked at and never changed; saved elsewhere it is a station like any other. A selection that was
// saved opens, and what is in it is pasted into another station.

#include "items/accountsmodel.h"
#include "items/navtreemodel.h"
#include "items/propertysheetmodel.h"
#include "session/bogmime.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/backups.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class OpenBackupTest : public QObject {
    Q_OBJECT

    QString written(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    SlotId at(const char* path) const { return m_station->document().find(QString::fromLatin1(path)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStation> m_station;
    QByteArray m_backup;
    StationStores m_stores;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_station = std::make_unique<OpenStation>();
        m_backup = backupOf(smallStation(outgoing(value("hostname", "mail.example")) + incoming()));
        QVERIFY(!m_station->open(written(u"acme.dist"_s, m_backup)));
    }

    void refusesEveryChange()
    {
        QVERIFY(m_station->isReadOnly());
        QCOMPARE(m_station->entry(), QString::fromUtf8(backupEntry(BackupLayout::UserHome)));
        const SlotId out = at("/Services/EmailService/Out");
        const SlotId service = at("/Services/EmailService");
        const auto changed = m_station->change(out, {{u"port"_s, u"465"_s}});
        QVERIFY(changed);
        QVERIFY(describe(*changed).contains(u"only read"));
        const auto isRefused = [](const StructureFault& fault) { return fault == StructureFault(EditFault::IsBackup); };
        QVERIFY(isRefused(m_station->add(service, u"email:OutgoingAccount"_s).error()));
        QVERIFY(isRefused(m_station->add(out, u"email:OutgoingAccount"_s).error()));
        QVERIFY(isRefused(*m_station->remove(out)));
        QVERIFY(isRefused(*m_station->rename(out, u"Other"_s, OpenStation::References::Follow)));
        QVERIFY(isRefused(m_station->duplicate({out}).error()));
        QVERIFY(isRefused(m_station->paste(service, m_station->copied({out})).error()));
        QVERIFY(isRefused(*m_station->move({out}, at("/Drivers"))));
        QVERIFY(isRefused(*m_station->move({out}, OpenStation::Direction::Down)));
        QVERIFY(isRefused(*m_station->reorder(service, {at("/Services/EmailService/In"), out})));
        QCOMPARE(m_station->undoStack()->count(), 0);
        QVERIFY(!m_station->isModified());
        QCOMPARE(m_station->save().value().kind, SaveFault::Kind::IsBackup);
        QCOMPARE(fileBytes(m_station->path()), m_backup);
    }

    void showsItsRowsLocked()
    {
        const LastTests tests(*m_station, m_stores);
        PropertySheetModel sheet(*m_station, tests);
        sheet.show(at("/Services/EmailService/Out"));
        QVERIFY(sheet.rowCount() > 5);
        for (int row = 0; row < sheet.rowCount(); ++row) {
            const bool isOwn = sheet.row(row).kind == ValueKind::Password; // for tests, on this computer
            QCOMPARE(sheet.row(row).isReadOnly, !isOwn);
            QVERIFY(!sheet.row(row).isResettable);
            QVERIFY(!sheet.row(row).note || sheet.row(row).note->remedyLabel.isEmpty());
        }
        AccountsModel accounts(*m_station, tests);
        accounts.show(at("/Services/EmailService"));
        const QModelIndex host = accounts.index(0, AccountsModel::HostColumn);
        QVERIFY(!(accounts.flags(host) & Qt::ItemIsEditable));
        QVERIFY(accounts.whyReadOnly(host).contains(u"only read"));
        NavTreeModel tree(*m_station, tests);
        QVERIFY(!(tree.flags(tree.index(0, 0)) & Qt::ItemIsDropEnabled));
    }

    void isAStationOnceItWasSavedElsewhere()
    {
        const LastTests tests(*m_station, m_stores);
        PropertySheetModel sheet(*m_station, tests);
        sheet.show(at("/Services/EmailService/Out"));
        const int host = sheet.rowOf(u"hostname");
        QVERIFY(sheet.row(host).isReadOnly);
        const QSignalSpy reset(&sheet, &QAbstractItemModel::modelReset);
        const QString beside = m_folder->filePath(u"config.bog"_s);
        QVERIFY(!m_station->saveAs(beside));
        QVERIFY(!m_station->isReadOnly());
        QCOMPARE(reset.count(), 1); // rows get editors
        QCOMPARE(sheet.component(), at("/Services/EmailService/Out"));
        QVERIFY(!sheet.row(host).isReadOnly);
        QVERIFY(!m_station->change(sheet.component(), {{u"port"_s, u"2525"_s}}));
        QVERIFY(!m_station->save());
        QVERIFY(fileBytes(beside).contains("2525"));
        QCOMPARE(fileBytes(m_folder->filePath(u"acme.dist"_s)), m_backup);
    }

    void isNeverSavedOverItself()
    {
        QCOMPARE(m_station->saveAs(m_station->path()).value().kind, SaveFault::Kind::IsBackup);
        QCOMPARE(fileBytes(m_station->path()), m_backup);
        QVERIFY(m_station->isReadOnly());
    }

    void savesASelectionThatCanBePasted()
    {
        const QByteArray encoded = "[aes.1]=abcd";
        QVERIFY(!m_station->open(written(
            u"acme.bog"_s,
            smallStation(outgoing(value("hostname", "mail.example") + "     <p n=\"password\" v=\"" + encoded + "\"/>\n") +
                         incoming()))));
        const QString path = m_folder->filePath(u"accounts.bog"_s);
        const auto saved =
            m_station->saveSelection({at("/Services/EmailService/In"), at("/Services/EmailService/Out")}, path);
        QVERIFY(bool(saved));
        QCOMPARE(saved.value().encoded, QStringList{u"/Services/EmailService/Out/password"_s});
        QVERIFY(!m_station->isModified());

        // Opened, its accounts are copied as any other.
        OpenStation selection;
        QVERIFY(!selection.open(path));
        QCOMPARE(selection.document().type(selection.document().root()), u"baja:UnrestrictedFolder"_s);
        const QList<SlotId> accounts = selection.document().children(selection.document().root());
        QCOMPARE(accounts.size(), 2);
        const BogMimeData copied(selection.copied(accounts), selection, accounts);
        for (const QByteArray& bog : {bogIn(&copied), fileBytes(path)}) { // or as the file is
            OpenStation other;
            QVERIFY(!other.open(written(u"other.bog"_s, smallStation({}))));
            const auto arrived = other.paste(other.document().find(u"/Services/EmailService"), bog);
            QVERIFY(bool(arrived));
            QCOMPARE(arrived.value().encoded, QStringList{u"/Services/EmailService/Out/password"_s});
            const SlotId out = other.document().find(u"/Services/EmailService/Out");
            QCOMPARE(other.document().value(other.document().child(out, u"hostname")), u"mail.example"_s);
            QVERIFY(other.document().xml().contains(encoded));
            QVERIFY(other.document().find(u"/Services/EmailService/In") != SlotId::None);
        }
    }

    void savesNoSelectionOverItsStation()
    {
        const QByteArray before = fileBytes(m_station->path());
        const auto saved = m_station->saveSelection({at("/Services/EmailService/Out")}, m_station->path());
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, SaveFault::Kind::IsStation);
        QCOMPARE(fileBytes(m_station->path()), before);
    }
};

STATIONER_TEST(OpenBackupTest)
#include "openbackup_test.moc"
