// A test in the window against a server that repeats the password in every way of writing: nothing that the window shows,
// that is copied or saved, that its settings or a journal keep, holds it.

#include "desktop.h"
#include "support/faultserver.h"
#include "support/secretsearch.h"
#include "support/stationertest.h"
#include "views/sheet/propertysheet.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QFileDialog>
#include <QMimeData>
#include <QSignalSpy>

using namespace stationer;
using namespace stationer::test;
using namespace stationer::testing;
using namespace Qt::StringLiterals;

class SecretNowhereTest : public QObject, Desktop {
    Q_OBJECT

    SecretSearch m_search;
    QByteArray m_seen; ///< all texts so far

    void see(const QModelIndex& parent, const QAbstractItemModel& model)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column)
                for (int role = 0; role < Qt::UserRole + 40; ++role)
                    m_seen += model.index(row, column, parent).data(role).toString().toUtf8() + '\n';
            see(model.index(row, 0, parent), model);
        }
    }
    /// Every text of every widget, and what was copied last.
    void seeAll()
    {
        for (const QWidget* widget : QApplication::allWidgets()) {
            m_seen += (widget->windowTitle() + u'\n' + widget->toolTip() + u'\n' + widget->accessibleName() + u'\n' +
                       widget->accessibleDescription() + u'\n')
                          .toUtf8();
            for (const char* text : {"text", "plainText", "html", "title", "placeholderText"})
                if (!widget->inherits("QLineEdit")) // of a password's own field
                    m_seen += widget->property(text).toString().toUtf8() + '\n';
            if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model())
                see({}, *view->model());
        }
        const QMimeData* copied = QApplication::clipboard()->mimeData();
        for (const QString& format : copied->formats())
            m_seen += copied->data(format) + '\n';
    }

private slots:
    void theWindowLeavesNoSecret()
    {
        m_search.add("password", awkwardPassword);
        QByteArray words;
        for (const Writing& writing : writings())
            words += "535-5.7.8 " + writing.written(awkwardPassword) + "\r\n";
        const Script script{Say{"220 mx " + awkwardPassword.toUtf8() + "\r\n"}, Hear{},
                            Say{"250-mx\r\n250-" + awkwardPassword.toUtf8() + "\r\n250 AUTH PLAIN\r\n"}, Hear{},
                            Echo{[words](const QByteArray& heard) { return words + "535 5.7.8 " + heard + "\r\n"; }}};
        const FaultServer server(script);
        makeFolder();
        setTold();
        write(smallStation(outgoing(value("hostname", "127.0.0.1") + value("account", "bob") +
                                    value("port", QByteArray::number(server.port())))));
        start(journals(), path(u"records"_s));
        open();
        const SlotId account = at("/Services/EmailService/Out");
        window().showComponent(account);
        m_desktop->keepPassword(account, Secret(awkwardPassword));

        QSignalSpy finished(m_desktop.get(), &Composition::testFinished);
        click(u"testButton"_s);
        QVERIFY(!finished.isEmpty() || finished.wait(30000));
        QCOMPARE(finished.first()[1].value<Report>().outcome, Outcome::LoginRejected);
        QTRY_VERIFY(window().findChild<QAbstractButton*>(u"copyReport"_s)->isVisible());
        seeAll();
        click(u"copyReport"_s);
        QVERIFY(QApplication::clipboard()->text().contains("********"_L1));
        seeAll();
        click(u"saveReport"_s);
        auto* const dialog = window().findChild<QFileDialog*>();
        QVERIFY(dialog);
        emit dialog->fileSelected(path(u"report.txt"_s));
        dialog->close();
        QVERIFY(QFile::exists(path(u"report.txt"_s)));

        QSignalSpy allFinished(&m_desktop->tests().many(), &AccountRun::finished);
        m_desktop->tests().testMany({account});
        QVERIFY(allFinished.wait(30000));
        window().showComponent(at("/Services/EmailService"));
        click(u"copyAll"_s);
        QVERIFY(QApplication::clipboard()->text().contains("********"_L1));
        seeAll();

        QVERIFY(!m_desktop->station().change(account, {{u"hostname"_s, u"mail.example"_s}}));
        QTRY_VERIFY(!QDir(journals()).entryList(QDir::Files).isEmpty());
        QByteArray found = m_search.foundBelow(m_folder->path()); // as after a crash
        QVERIFY2(found.isEmpty(), found);
        window().files().save();
        QTRY_VERIFY(!m_desktop->station().isModified());
        window().close();
        m_desktop.reset();
        m_settings->sync();
        int files = 0;
        found = m_search.foundBelow(m_folder->path(), &files);
        QVERIFY2(found.isEmpty(), found);
        QVERIFY(files >= 3);
        found = m_search.foundIn(m_seen);
        QVERIFY2(found.isEmpty(), found);
    }
};

STATIONER_TEST(SecretNowhereTest)
#include "secretnowhere_test.moc"
