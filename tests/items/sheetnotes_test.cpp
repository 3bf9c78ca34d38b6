// What a property sheet says beside its values, and what one click on it does.

#include "shownsheet.h"
#include "support/stationertest.h"

#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class SheetNotesTest : public QObject, ShownSheet {
    Q_OBJECT
private slots:
    void init() { makeModel(); }

    void setsAndCouples();
    void theRemedyOfAMoveIsUndo();
    void refusals();
    void unreadableValues();
    void bothSwitches();
    void notesOfMode();
    void deliveryPolicyWarns();
    void recipientsNameAccounts();
    void notesOfATest();
    void lacksAnEmailService();
};

void SheetNotesTest::setsAndCouples()
{
    openWith(outgoing());
    QVERIFY(m_model->setData(m_model->index(row("useSsl")), u"true"_s));
    QCOMPARE(value("useSsl"), u"true"_s);
    QCOMPARE(value("port"), u"465"_s);
    QCOMPARE(note("port"), u"Moved from 25 with Use Ssl."_s);
    QCOMPARE(remedy("port"), u"Undo"_s);
    QCOMPARE(badge("port"), Badge::Info);
    QCOMPARE(note("useSsl"), u"Encrypted from the first byte."_s);
    QCOMPARE(m_station->undoStack()->count(), 1);
}

void SheetNotesTest::theRemedyOfAMoveIsUndo()
{
    openWith(outgoing(test::value("useStartTls", "true") + test::value("port", "587")));
    QCOMPARE(set("useSsl", "true"), QString());
    QCOMPARE(note("useStartTls"), u"Switched off with Use Ssl."_s);
    QCOMPARE(m_model->applyRemedy(row("port")), QString());
    QCOMPARE(value("port"), u"587"_s);
    QCOMPARE(value("useStartTls"), u"true"_s);
    QVERIFY(!m_station->isModified());
    QCOMPARE(note("port"), QString());
}

void SheetNotesTest::refusals()
{
    openWith(outgoing());
    QSignalSpy refused(m_model.get(), &PropertySheetModel::refused);
    const QString sentence = set("port", "0");
    QVERIFY(!sentence.isEmpty());
    QCOMPARE(note("port"), sentence);
    QCOMPARE(badge("port"), Badge::Fault);
    QCOMPARE(value("port"), u"25"_s);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(m_station->undoStack()->count(), 0);
    QCOMPARE(set("port", "25"), QString()); // the same value as before
    QCOMPARE(note("port"), QString());
    QVERIFY(!set("port", "99999").isEmpty());
    QCOMPARE(set("useSsl", "true"), QString());
    QVERIFY(note("port").startsWith(u"Moved"));
    QVERIFY(!set("hostname", "a\r\nb").isEmpty());
    QVERIFY(!m_model->setData(m_model->index(row("status")), u"ok"_s));
}

void SheetNotesTest::unreadableValues()
{
    openWith(outgoing(test::value("port", "smtp")));
    QCOMPARE(badge("port"), Badge::Fault);
    QCOMPARE(note("port"), u"«smtp» is no value for Port."_s);
    QCOMPARE(m_model->applyRemedy(row("port")), QString());
    QCOMPARE(value("port"), u"25"_s);
    QVERIFY(badge("port") != Badge::Fault);
}

void SheetNotesTest::bothSwitches()
{
    openWith(outgoing(test::value("useSsl", "true") + test::value("useStartTls", "true")));
    QCOMPARE(badge("useSsl"), Badge::Fault);
    QCOMPARE(badge("useStartTls"), Badge::Fault);
    QCOMPARE(remedy("useStartTls"), u"Use Start Tls alone"_s);
    QCOMPARE(m_model->applyRemedy(row("useStartTls")), QString());
    QCOMPARE(value("useSsl"), u"false"_s);
    QCOMPARE(value("useStartTls"), u"true"_s);
    QCOMPARE(value("port"), u"587"_s);
}

void SheetNotesTest::notesOfMode()
{
    openWith(outgoing());
    QCOMPARE(note("useSsl"), u"Not encrypted."_s);
    QCOMPARE(badge("useSsl"), Badge::Warning);
    QCOMPARE(remedy("useSsl"), u"Use Ssl, port 465"_s);
    QCOMPARE(m_model->applyRemedy(row("useSsl")), QString());
    QCOMPARE(value("useSsl"), u"true"_s);
    QCOMPARE(value("port"), u"465"_s);
    QCOMPARE(m_station->undoStack()->count(), 1);

    QCOMPARE(set("port", "2525"), QString());
    QCOMPARE(note("port"), u"Port 2525 kept; Use Ssl usually means 465."_s);
    QCOMPARE(badge("port"), Badge::Info);
    QCOMPARE(m_model->applyRemedy(row("port")), QString());
    QCOMPARE(value("port"), u"465"_s);
    QCOMPARE(set("port", "587"), QString());
    QCOMPARE(badge("port"), Badge::Warning);
    QCOMPARE(m_model->applyRemedy(row("port")), QString());
    QCOMPARE(value("useStartTls"), u"true"_s);
    QCOMPARE(value("port"), u"587"_s);
}

void SheetNotesTest::deliveryPolicyWarns()
{
    openWith(incoming(), "/Services/EmailService/In");
    QCOMPARE(badge("deliveryPolicy"), Badge::Warning);
    QVERIFY(note("deliveryPolicy").contains(u"deletes every message"));
    QCOMPARE(set("deliveryPolicy", "markAsRead"), QString());
    QCOMPARE(badge("deliveryPolicy"), Badge::None);
}

void SheetNotesTest::recipientsNameAccounts()
{
    openWith(outgoing() + account("R", "c", "EmailRecipient", test::value("emailAccount", "Gone")),
             "/Services/EmailService/R");
    QCOMPARE(badge("emailAccount"), Badge::Warning);
    const QList<Choice> offered = get("emailAccount").choices;
    QCOMPARE(offered.size(), 1);
    QCOMPARE(offered[0], (Choice{u"Out"_s, u"Out"_s}));
    QCOMPARE(set("emailAccount", "Out"), QString());
    QCOMPARE(badge("emailAccount"), Badge::None);
    QVERIFY(!get("timeRange").isReadOnly);
}

void SheetNotesTest::notesOfATest()
{
    openWith(outgoing(test::value("hostname", "mail.example") + test::value("useSsl", "true") + test::value("port", "465")));
    Report report;
    report.settings = settingsOf(m_station->document(), m_model->component()).value();
    report.outcome = Outcome::HostNotFound;
    report.stage = Stage::Resolve;
    report.began = QDateTime::currentDateTime();
    m_tests->record(m_model->component(), report);
    QCOMPARE(badge("hostname"), Badge::Fault);
    QVERIFY(!note("hostname").isEmpty());
    QVERIFY(m_tests->line(m_model->component()).contains(u"host not found"));

    QCOMPARE(set("hostname", "mail2.example"), QString()); // the note goes with the value it speaks of
    QCOMPARE(badge("hostname"), Badge::None);
    QVERIFY(m_tests->line(m_model->component()).contains(u"changed since"));
    QCOMPARE(set("pollrate", "5000"), QString());
    m_station->undoStack()->undo();
    m_station->undoStack()->undo();
    QCOMPARE(badge("hostname"), Badge::Fault);
}

void SheetNotesTest::lacksAnEmailService()
{
    openXml("<bajaObjectGraph version='4.0'>\n <p h='1' m='b=baja' t='b:Station'>\n"
            "  <p n='Services' h='2' t='b:ServiceContainer'/>\n </p>\n</bajaObjectGraph>\n",
            "/Services");
    QCOMPARE(m_model->banner(), u"This station has no EmailService."_s);
    QCOMPARE(m_model->bannerRemedy(), u"Add it"_s);
    QSignalSpy changed(m_model.get(), &PropertySheetModel::bannerChanged);
    QCOMPARE(m_model->applyBannerRemedy(), QString());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model->banner(), QString());
    QVERIFY(find("/Services/EmailService/IncomingAccount") != SlotId::None);
    QVERIFY(find("/Services/EmailService/OutgoingAccount") != SlotId::None);
    m_station->undoStack()->undo();
    QCOMPARE(m_model->banner(), u"This station has no EmailService."_s);
}

STATIONER_TEST(SheetNotesTest)
#include "sheetnotes_test.moc"
