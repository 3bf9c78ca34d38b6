// What a step says of itself: its name, and where it changed something.

#include "session/openstation.h"

#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class StepsTest : public QObject {
    Q_OBJECT

    SlotId at(const char* path) { return m_station.document().find(QString::fromLatin1(path)); }
    QStringList places()
    {
        QStringList paths;
        for (const SlotId each : m_station.lastPlace().components)
            paths += m_station.document().path(each);
        return paths;
    }
    QString nameOf(const QList<Assignment>& assignments)
    {
        return m_station.change(at("/Services/EmailService/Out"), assignments) ? u"refused"_s
                                                                               : m_station.undoStack()->undoText();
    }
    QUndoStack& stack() { return *m_station.undoStack(); }

    OpenStation m_station;

private slots:
    void init()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"acme.bog"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(smallStation(outgoing() + incoming()));
        file.close();
        QVERIFY(!m_station.open(file.fileName()));
    }

    void aPortGoesWithTheModeThatWasSet()
    {
        QCOMPARE(nameOf({{u"port"_s, u"465"_s}, {u"useSsl"_s, u"true"_s}, {u"useStartTls"_s, u"false"_s}}),
                 u"Set Use Ssl"_s);
        QCOMPARE(nameOf({{u"port"_s, u"587"_s}, {u"useSsl"_s, u"false"_s}, {u"useStartTls"_s, u"true"_s}}),
                 u"Set Use Start Tls"_s);
        QCOMPARE(nameOf({{u"port"_s, u"25"_s}, {u"useSsl"_s, u"false"_s}, {u"useStartTls"_s, u"false"_s}}),
                 u"Set Use Start Tls"_s);
        QCOMPARE(nameOf({{u"port"_s, u"2525"_s}, {u"useSsl"_s, u"false"_s}}), u"Set Port"_s);
        QCOMPARE(nameOf({{u"hostname"_s, u"mail.example"_s}, {u"port"_s, u"587"_s}}), u"Set Hostname"_s);
    }

    void aStepThatIsUndoneOrDoneAgainTellsWhere()
    {
        QSignalSpy stepped(&m_station, &OpenStation::stepped);
        nameOf({{u"account"_s, u"alarms"_s}});
        QVERIFY(stepped.isEmpty()); // who took the step knows
        QCOMPARE(m_station.lastPlace().slot, u"account"_s);
        stack().undo();
        QCOMPARE(stepped.size(), 1);
        QCOMPARE(places(), QStringList{u"/Services/EmailService/Out"_s});
        QCOMPARE(m_station.lastPlace().slot, u"account"_s);
        stack().redo();
        QCOMPARE(stepped.size(), 2);
        QCOMPARE(m_station.lastPlace().slot, u"account"_s);
        nameOf({{u"port"_s, u"25"_s}}); // which it is already
        QCOMPARE(m_station.lastPlace().slot, u"port"_s);
        nameOf({{u"hostname"_s, u"mail.example"_s}});
        stack().setIndex(0); // several at once are told once
        QCOMPARE(stepped.size(), 3);
        QCOMPARE(m_station.lastPlace().slot, u"account"_s);
    }

    void whereComponentsCameOrWentItIsTheseOrWhatTheyWereIn()
    {
        const auto steps = [this](const QStringList& done, const QStringList& undone) {
            QCOMPARE(places(), done);
            stack().undo();
            QCOMPARE(places(), undone);
            stack().redo();
            QCOMPARE(places(), done);
        };
        const QString service = u"/Services/EmailService"_s;
        QVERIFY(m_station.add(at("/Services/EmailService"), outgoingAccountType));
        steps({service + u"/OutgoingAccount"_s}, {service});
        QVERIFY(!m_station.rename(at("/Services/EmailService/Out"), u"Alarms"_s, OpenStation::References::Keep));
        steps({service + u"/Alarms"_s}, {service + u"/Out"_s});
        QVERIFY(!m_station.remove({at("/Services/EmailService/Alarms"), at("/Services/EmailService/In")}));
        steps({service}, {service + u"/Alarms"_s, service + u"/In"_s});
        QVERIFY(m_station.duplicate({at("/Services/EmailService/OutgoingAccount")}));
        steps({service + u"/OutgoingAccount1"_s}, {service});
        QVERIFY(!m_station.move({at("/Drivers/Folder")}, m_station.document().root()));
        steps({u"/Folder"_s}, {u"/Drivers/Folder"_s});
    }

    void theNearestPlaceIsTheOneFromTheInsideOut()
    {
        const Document& document = m_station.document();
        const auto nearest = [&](const char* path, QLatin1StringView type) {
            return document.path(nearestPlace(document, at(path), QString(type)));
        };
        QCOMPARE(nearest("/Services/EmailService/Out", incomingAccountType), u"/Services/EmailService"_s);
        QCOMPARE(nearest("/Drivers/Folder", incomingAccountType), u"/Services/EmailService"_s);
        QCOMPARE(nearest("/Drivers/Folder", folderType), u"/Drivers/Folder"_s);
        QCOMPARE(nearestPlace(document, at("/Drivers"), QString(emailServiceType)), SlotId::None); // one is enough
        QVERIFY(!m_station.remove(at("/Services/EmailService")));
        QCOMPARE(nearest("/Drivers/Folder", emailServiceType), u"/Services"_s);
        QCOMPARE(nearestPlace(document, at("/Drivers"), QString(outgoingAccountType)), SlotId::None);
    }
};

STATIONER_TEST(StepsTest)
#include "steps_test.moc"
