// The rows of a property sheet: which there are, what each holds, and that of several components together.

#include "shownsheet.h"
#include "support/stationertest.h"

#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class PropertySheetModelTest : public QObject, ShownSheet {
    Q_OBJECT
private slots:
    void init() { makeModel(); }

    void showsTheTableInGroups();
    void rareRowsAreHidden();
    void slotsOfTheFileAreUnderOther();
    void aGenericSheet();
    void neverShowsAPassword();
    void runningStationRowsAreBlank();
    void redMarksAndResets();
    void editorsStay();
    void namesTheRolesThatChanged();
    void typing();
    void choices();
    void severalTogether();
    void severalKeepAPortOfTheirOwn();
    void severalAreResetTogether();
    void holdsDurationsToTheirFacets();
    void aRemovedComponentIsShownNoMore();
    void showsNothing();
};

void PropertySheetModelTest::showsTheTableInGroups()
{
    openWith(outgoing());
    const QStringList shown = all();
    const QStringList server{u"hostname"_s, u"transport"_s, u"useSsl"_s, u"useStartTls"_s, u"port"_s};
    QCOMPARE(shown.mid(0, 5), server);
    QVERIFY(shown.indexOf(u"port") < shown.indexOf(u"account"));
    QVERIFY(shown.indexOf(u"account") < shown.indexOf(u"pollrate"));
    QVERIFY(shown.indexOf(u"pollrate") < shown.indexOf(u"maxQueueSize"));
    QVERIFY(shown.indexOf(u"maxQueueSize") < shown.indexOf(u"debug"));
    for (int i = 1; i < m_model->rowCount(); ++i)
        QVERIFY(m_model->row(i).group >= m_model->row(i - 1).group);
    QCOMPARE(get("useStartTls").label, u"Use Start Tls"_s);
    QCOMPARE(value("port"), u"25"_s);
    QCOMPARE(get("pollrate").unit, u"s"_s);
    QCOMPARE(get("pollrate").minimum, 1000);
    const QString meaning = get("pollrate").meaning;
    QVERIFY(meaning.contains(u"At least 1 s"));
    QVERIFY(meaning.contains(u"Default: 60 s"));
    QVERIFY(meaning.contains(u"Slot: pollrate"));
}

void PropertySheetModelTest::rareRowsAreHidden()
{
    openWith(outgoing());
    QVERIFY(get("tlsMinProtocol").isHidden);
    QCOMPARE(row("useAuthentication"), -1);
    QVERIFY(!get("hostname").isHidden);
    QCOMPARE(set("tlsMinProtocol", "tlsv1_3"), QString());
    QVERIFY(!get("tlsMinProtocol").isHidden);

    openWith(outgoing(test::value("useAuthentication", "false") + test::value("persistent", "true")));
    QCOMPARE(value("useAuthentication"), u"false"_s);
    QVERIFY(!get("persistent").isHidden);
}

void PropertySheetModelTest::slotsOfTheFileAreUnderOther()
{
    openWith(outgoing("     <p n=\"my$20Note\" t=\"b:String\" v=\"x\"/>\n     <p n=\"strange\" v=\"1;2\"/>\n"
                      "     <a n=\"poll\" f=\"h\"/>\n"));
    QCOMPARE(get("my$20Note").label, u"My Note"_s);
    QCOMPARE(get("my$20Note").group, Group::Other);
    QCOMPARE(get("my$20Note").kind, ValueKind::String);
    QCOMPARE(value("strange"), u"1;2"_s);
    QVERIFY(get("strange").isReadOnly);
    QCOMPARE(row("poll"), -1);
    QCOMPARE(set("my$20Note", "y"), QString());
    QCOMPARE(value("my$20Note"), u"y"_s);
    QVERIFY(!set("strange", "2").isEmpty());
}

void PropertySheetModelTest::aGenericSheet()
{
    openXml(smallStation({},
                         "   <p n='Odd' h='e' m='x=other' t='x:Thing'>\n"
                         "    <p n=\"on\" t=\"b:Boolean\" v=\"true\"/>\n    <p n=\"emailAccount\" v=\"Out\"/>\n"
                         "    <p n=\"time\" t=\"b:RelTime\" v=\"100\"/>\n    <p n='Child' h='f' t='b:Folder'/>\n   </p>\n"),
            "/Services/Odd");
    QCOMPARE(all(), (QStringList{u"on"_s, u"emailAccount"_s, u"time"_s}));
    QCOMPARE(get("on").kind, ValueKind::Boolean);
    QCOMPARE(get("emailAccount").label, u"Email Account"_s);
    QCOMPARE(set("on", "false"), QString());
    QVERIFY(!set("time", "soon").isEmpty());
}

void PropertySheetModelTest::neverShowsAPassword()
{
    openWith(outgoing(test::value("password", "[aes.1]=c2VjcmV0") +
                      "     <p n=\"second\" t=\"b:Password\" v=\"[aes.1]=bW9yZQ\"/>\n"));
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const SheetRow& row = m_model->row(i);
        QStringList all{row.slot,
                        row.label,
                        row.meaning,
                        row.value,
                        row.defaultValue.value_or(QString()),
                        row.unit,
                        row.flags,
                        row.note ? row.note->text + row.note->remedyLabel : QString()};
        for (const Choice& choice : row.choices)
            all += choice.value + choice.label;
        for (const Facets::Entry& entry : row.table)
            all += entry.value;
        for (int role = Qt::DisplayRole; role <= Qt::UserRole; ++role)
            all += m_model->index(i).data(role).toString();
        for (const QString& shown : std::as_const(all))
            QVERIFY2(!shown.contains(u"c2Vj") && !shown.contains(u"bW9y"), qPrintable(shown));
    }
    QVERIFY(note("password").contains(u"holds its own"));
    QVERIFY(!set("password", "typed").isEmpty());
    QVERIFY(!m_station->isModified());
    openWith(outgoing());
    QVERIFY(note("password").contains(u"holds none"));
}

void PropertySheetModelTest::runningStationRowsAreBlank()
{
    openWith(outgoing(test::value("numberSent", "17")));
    QVERIFY(get("numberSent").isRunningStation);
    QVERIFY(get("numberSent").isReadOnly);
    QCOMPARE(value("numberSent"), QString());
    QVERIFY(!(m_model->flags(m_model->index(row("numberSent"))) & Qt::ItemIsEditable));
    QVERIFY(m_model->flags(m_model->index(row("port"))) & Qt::ItemIsEditable);
}

void PropertySheetModelTest::redMarksAndResets()
{
    openWith(outgoing(test::value("port", "2525")));
    QVERIFY(!get("port").isChanged);
    QVERIFY(get("port").isResettable);
    QVERIFY(!get("hostname").isResettable);
    QCOMPARE(m_model->reset(row("port")), QString());
    QCOMPARE(value("port"), u"25"_s);
    QVERIFY(get("port").isChanged);
    QVERIFY(!get("port").isResettable);
    QCOMPARE(set("port", "2525"), QString());
    QVERIFY(!get("port").isChanged);
    QVERIFY(!m_station->isModified());

    QCOMPARE(set("hostname", "mail.example"), QString());
    QVERIFY(get("hostname").isChanged);
    QVERIFY(!m_station->save());
    QVERIFY(!get("hostname").isChanged);
}

void PropertySheetModelTest::editorsStay()
{
    openWith(outgoing());
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QCOMPARE(set("useSsl", "true"), QString());
    QCOMPARE(set("hostname", "mail.example"), QString());
    QVERIFY(!m_station->save());
    m_station->undoStack()->undo();
    m_model->show(m_model->component());
    QCOMPARE(reset.size() + inserted.size() + removed.size(), 0);

    QVERIFY(!m_station->rename(m_model->component(), u"Other"_s, OpenStation::References::Keep));
    QCOMPARE(reset.size(), 0);
}

void PropertySheetModelTest::namesTheRolesThatChanged()
{
    openWith(outgoing());
    QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
    QCOMPARE(set("account", "bob"), QString());
    bool valueOfUseSsl = false, noteOfUseSsl = false;
    for (const QList<QVariant>& signal : data) {
        const QList<int> roles = signal[2].value<QList<int>>();
        if (signal[0].toModelIndex().row() == row("useSsl")) {
            valueOfUseSsl = valueOfUseSsl || roles.contains(Qt::EditRole);
            noteOfUseSsl = noteOfUseSsl || roles.contains(Qt::StatusTipRole);
        }
        QVERIFY(!roles.isEmpty());
    }
    QVERIFY(noteOfUseSsl); // the password would now cross readable
    QVERIFY(!valueOfUseSsl);
}

void PropertySheetModelTest::typing()
{
    openWith(outgoing());
    for (const char* typed : {"m", "ma", "mail"})
        QCOMPARE(m_model->setValue(row("hostname"), QString::fromLatin1(typed), OpenStation::Entry::Typing), QString());
    QCOMPARE(m_station->undoStack()->count(), 1);
    QCOMPARE(value("hostname"), u"mail"_s);
}

void PropertySheetModelTest::choices()
{
    openWith(outgoing());
    QStringList offered;
    for (const Choice& choice : get("port").choices)
        offered += choice.value + u'|' + choice.label;
    QCOMPARE(offered, (QStringList{u"465|465 – Use Ssl"_s, u"587|587 – Use Start Tls"_s, u"25|25 – not encrypted"_s,
                                   u"-1|-1 – the usual port"_s}));
    openWith(incoming(test::value("store", "imap")), "/Services/EmailService/In");
    QCOMPARE(get("port").choices[1].label, u"143 – Use Start Tls, not encrypted"_s);
    QCOMPARE(get("store").choices[0], (Choice{u"pop3"_s, u"POP3"_s}));
}

void PropertySheetModelTest::severalTogether()
{
    openWith(outgoing(test::value("port", "587")) + account("Second", "c", "OutgoingAccount") + incoming());
    m_model->show({find("/Services/EmailService/Out"), find("/Services/EmailService/Second")});
    QVERIFY(get("port").isMixed);
    QVERIFY(!get("hostname").isMixed);
    QCOMPARE(set("useSsl", "true"), QString());
    QVERIFY(!get("port").isMixed);
    QCOMPARE(value("port"), u"465"_s);
    QCOMPARE(m_station->undoStack()->count(), 1);
    m_model->show({find("/Services/EmailService/Out"), find("/Services/EmailService/In")});
    QCOMPARE(m_model->components().size(), 1);
}

void PropertySheetModelTest::severalKeepAPortOfTheirOwn()
{
    const QByteArray opened =
        outgoing(test::value("port", "587") + test::value("useStartTls", "true")) +
        account("Second", "c", "OutgoingAccount", test::value("port", "465") + test::value("useSsl", "true")) +
        account("Third", "d", "OutgoingAccount", test::value("port", "2525")) +
        account("Fourth", "e", "OutgoingAccount", test::value("port", "-1"));
    openWith(opened);
    const QByteArray before = m_station->document().xml();
    m_model->show({find("/Services/EmailService/Out"), find("/Services/EmailService/Second"),
                   find("/Services/EmailService/Third"), find("/Services/EmailService/Fourth")});
    for (const char* slot : {"useSsl", "useStartTls", "port"})
        QVERIFY(get(slot).isMixed);
    QCOMPARE(set("useSsl", "true"), QString());
    QCOMPARE(m_station->undoStack()->count(), 1);
    QVERIFY(!get("useSsl").isMixed);
    QVERIFY(!get("useStartTls").isMixed);
    QVERIFY(get("port").isMixed);
    const auto own = [this](const char* name, const char* slot) {
        const SlotId holder = find((QByteArray("/Services/EmailService/") + name).constData());
        const SlotId held = m_station->document().child(holder, QString::fromLatin1(slot));
        return held == SlotId::None ? u"default"_s : m_station->document().value(held).value_or(u"default"_s);
    };
    QCOMPARE(own("Out", "port"), u"465"_s); // moves with the mode
    QCOMPARE(own("Out", "useStartTls"), u"default"_s);
    QCOMPARE(own("Second", "port"), u"465"_s);
    QCOMPARE(own("Third", "port"), u"2525"_s); // its own
    QCOMPARE(own("Fourth", "port"), u"-1"_s);
    QCOMPARE(own("Fourth", "useSsl"), u"true"_s);
    m_station->undoStack()->undo();
    QCOMPARE(m_station->document().xml(), before);
    QVERIFY(get("useSsl").isMixed);
}

void PropertySheetModelTest::severalAreResetTogether()
{
    openWith(outgoing(test::value("hostname", "one.example")) +
             account("Second", "c", "OutgoingAccount", test::value("hostname", "two.example")) +
             account("Third", "d", "OutgoingAccount"));
    const QByteArray before = m_station->document().xml();
    m_model->show(
        {find("/Services/EmailService/Third"), find("/Services/EmailService/Second"), find("/Services/EmailService/Out")});
    QVERIFY(get("hostname").isMixed);
    QVERIFY(get("hostname").isResettable); // though the first has the default
    QCOMPARE(m_model->reset(row("hostname")), QString());
    QCOMPARE(m_station->undoStack()->count(), 1);
    QVERIFY(!get("hostname").isMixed);
    QVERIFY(!get("hostname").isResettable);
    QCOMPARE(value("hostname"), QString());
    QVERIFY(!m_station->document().xml().contains("hostname"));
    m_station->undoStack()->undo();
    QCOMPARE(m_station->document().xml(), before);
}

void PropertySheetModelTest::holdsDurationsToTheirFacets()
{
    openXml("<bajaObjectGraph version='4.0'>\n <p h='1' m='b=baja' t='b:Station'>\n"
            "  <p n='Timer' h='2' m='c=control' t='c:Timer'>\n"
            "   <p n='interval' t='b:RelTime' x='min=r:1000|max=r:3600000' v='90000'/>\n"
            "  </p>\n </p>\n</bajaObjectGraph>\n",
            "/Timer");
    QCOMPARE(value("interval"), u"90000"_s);
    for (const char* refused : {"999", "3600001", "-1000"}) {
        QVERIFY(!set("interval", refused).isEmpty());
        QCOMPARE(value("interval"), u"90000"_s);
    }
    QCOMPARE(m_station->undoStack()->count(), 0);
    for (const char* done : {"1000", "3600000"}) {
        QCOMPARE(set("interval", done), QString());
        QCOMPARE(value("interval"), QString::fromLatin1(done));
    }
}

void PropertySheetModelTest::aRemovedComponentIsShownNoMore()
{
    openWith(outgoing());
    QSignalSpy changed(m_model.get(), &PropertySheetModel::componentChanged);
    QVERIFY(!m_station->remove(find("/Services/EmailService")));
    QCOMPARE(m_model->component(), SlotId::None);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(changed.size(), 1);
}

void PropertySheetModelTest::showsNothing()
{
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->banner(), QString());
    QCOMPARE(m_model->setValue(0, u"x"_s), QString());
    QCOMPARE(m_model->applyRemedy(-1), QString());
    openWith(outgoing());
    m_station->close();
    QCOMPARE(m_model->rowCount(), 0);
}

STATIONER_TEST(PropertySheetModelTest)
#include "propertysheetmodel_test.moc"
