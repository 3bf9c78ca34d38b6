#include "items/changesmodel.h"
#include "session/openstation.h"
#include "support/smallstation.h"
#include "support/stationertest.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

using Tester = QAbstractItemModelTester;

/// What is shown of the differences, kept sound while they come, go and change.
class ChangesModelTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void tellsEachStepSlotBySlot();
    void isEmptyAgainWhenAllIsUndone();
    void showsManyChanges();

private:
    SlotId find(const QString& path) const { return m_station->document().find(path); }
    QStringList shown();

    QTemporaryDir m_folder;
    std::unique_ptr<OpenStation> m_station;
    std::unique_ptr<ChangesModel> m_model;
    std::unique_ptr<Tester> m_tester;
};

void ChangesModelTest::init()
{
    const QString path = m_folder.filePath(u"acme.bog"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(smallStation(outgoing(value("hostname", "mail.example")) + incoming()));
    file.close();
    m_station = std::make_unique<OpenStation>();
    QVERIFY(!m_station->open(path));
    m_tester.reset();
    m_model = std::make_unique<ChangesModel>();
    m_tester = std::make_unique<Tester>(m_model.get(), Tester::FailureReportingMode::QtTest);
}

QStringList ChangesModelTest::shown()
{
    m_model->show(m_station->differencesToSaved());
    QStringList rows;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += m_model->index(row, ChangesModel::Change).data(ChangesModel::Sign).toString() +
                m_model->index(row, ChangesModel::Property).data().toString();
    return rows;
}

void ChangesModelTest::tellsEachStepSlotBySlot()
{
    QVERIFY(shown().isEmpty());
    const SlotId out = find(u"/Services/EmailService/Out"_s);
    QVERIFY(!m_station->change(out, {{u"hostname"_s, u"mx.example"_s}, {u"pollrate"_s, u"5000"_s}}));
    QCOMPARE(shown().size(), 2);
    QCOMPARE(shown()[0].front(), u'~');
    QCOMPARE(shown()[1].front(), u'+');
    QVERIFY(!m_station->remove(find(u"/Services/EmailService/In"_s)));
    QVERIFY(!m_station->rename(out, u"Mailer"_s, OpenStation::References::Keep));
    QVERIFY(!m_station->move({find(u"/Drivers/Folder"_s)}, m_station->document().root()));
    QCOMPARE(shown().size(), 5);
    m_station->undoStack()->undo();
    QCOMPARE(shown().size(), 4);
}

void ChangesModelTest::isEmptyAgainWhenAllIsUndone()
{
    const QByteArray bog = m_station->copied({find(u"/Services/EmailService/Out"_s)});
    for (int copies = 0; copies < 3; ++copies)
        QVERIFY(bool(m_station->paste(find(u"/Services/EmailService"_s), bog)));
    QCOMPARE(shown().size(), 3);
    m_station->undoStack()->setIndex(0);
    QVERIFY(shown().isEmpty());
    m_station->undoStack()->setIndex(3);
    QCOMPARE(shown().size(), 3);
    QVERIFY(!m_station->save());
    QVERIFY(shown().isEmpty());
    m_station->undoStack()->undo();
    QCOMPARE(shown().size(), 1);
}

void ChangesModelTest::showsManyChanges()
{
    constexpr int count = 2'000;
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        lines += "   <p n='c" + number + "' h='" + QByteArray::number(0x1000 + i, 16) +
                 "' t='b:Folder'>\n    <p n='text' t='b:String' v='a'/>\n   </p>\n";
    }
    QFile file(m_station->path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(smallStation(outgoing(), lines));
    file.close();
    QVERIFY(!m_station->open(file.fileName()));
    const SlotId services = find(u"/Services"_s);
    for (const SlotId component : m_station->document().children(services)) {
        if (m_station->document().type(component) == u"baja:Folder")
            QVERIFY(!m_station->change(component, {{u"text"_s, u"b"_s}}));
    }
    m_model->show(m_station->differencesToSaved());
    QCOMPARE(m_model->rowCount(), count);
    QVERIFY(m_model->text().count(u'\n') == count - 1);
    QVERIFY(!unifiedDifference(m_station->savedXml(), m_station->document().xml(), u"a"_s, u"b"_s).isEmpty());
}

STATIONER_TEST(ChangesModelTest)
#include "changesmodel_test.moc"
