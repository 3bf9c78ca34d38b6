// Whatever a file or a component is called, a question shows it letter by letter: every message box of the program is made
// so.

#include "desktop.h"
#include "station/journal.h"
#include "support/stationertest.h"
#include "views/common/messagebox.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"

#include <QDirIterator>
#include <QLabel>
#include <QRegularExpression>
#include <QUndoStack>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

const QString hostile = u"<h1>x<h1><img src=x.png>.bog"_s;

/// What a box says, where it shows this text and takes none of it for rich.
bool showsAsItIs(const QMessageBox& box, const QString& text)
{
    bool isShown = false;
    for (const QLabel* label : box.findChildren<QLabel*>()) {
        if (label->textFormat() != Qt::PlainText)
            return false;
        isShown = isShown || (label->isVisible() && label->text().contains(text));
    }
    return isShown;
}

} // namespace

class MessageBoxTest : public QObject, Desktop {
    Q_OBJECT

    QString path() const { return Desktop::path(hostile); }
    QMessageBox* question(const char* name) { return window().findChild<QMessageBox*>(QString::fromLatin1(name)); }
    void write(const QByteArray& hostname)
    {
        QByteArray xml =
            smallStation(outgoing(test::value("hostname", hostname)) +
                         test::account("&lt;h1&gt;R", "c", "EmailRecipient", test::value("emailAccount", "Out")));
        Desktop::write(xml.replace("acme", "&lt;h1&gt;acme"), path());
    }
    void start()
    {
        Desktop::start(journals());
        open(path());
    }
    void change() { QVERIFY(!station().change(at("/Services/EmailService/Out"), {{u"hostname"_s, u"other.example"_s}})); }

private slots:
    void init()
    {
        makeFolder();
        setTold();
        QVERIFY(Qt::mightBeRichText(hostile));
        write("mail.example");
        start();
    }
    void cleanup() { m_desktop.reset(); }

    void whatIsSetLaterIsShownAsItIsToo()
    {
        auto* box = new MessageBox(window(), hostile);
        box->setInformativeText(u"<b>"_s + hostile);
        box->open();
        QVERIFY(box->isVisible());
        QVERIFY(showsAsItIs(*box, hostile));
        QVERIFY(showsAsItIs(*box, u"<b>"_s));
    }

    void savingShowsTheFilesName()
    {
        change();
        window().files().whenSettled([] {});
        QVERIFY(question("saveQuestion"));
        QVERIFY(showsAsItIs(*question("saveQuestion"), u"<h1>"_s));
    }

    void reloadingShowsTheFilesName()
    {
        change();
        window().files().reload();
        QVERIFY(question("reloadQuestion"));
        QVERIFY(showsAsItIs(*question("reloadQuestion"), u"<h1>"_s));
    }

    void aFileChangedByAnotherProgramIsNamed()
    {
        change();
        write("theirs.example.and.longer");
        window().files().save();
        QVERIFY(question("changedOnDiskQuestion"));
        QVERIFY(showsAsItIs(*question("changedOnDiskQuestion"), hostile));
    }

    void whatACrashLeftNamesTheFile()
    {
        change();
        const QString journal = Journal::pathFor(journals(), path());
        const QStringList files{journal, journal + u".opened"_s};
        for (const QString& file : files)
            QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(Journal::find(journals(), path(), station().savedXml()));
        for (const QString& file : files)
            QVERIFY(QFile::copy(file, file + u".copy"_s));
        station().undoStack()->setIndex(0);
        m_desktop.reset();
        for (const QString& file : files)
            QVERIFY(QFile::rename(file + u".copy"_s, file));
        start();
        QTRY_VERIFY(question("recoveryQuestion"));
        QVERIFY(showsAsItIs(*question("recoveryQuestion"), hostile));
    }

    void deletingNamesWhatRefersToIt()
    {
        window().navTree().select(QList{at("/Services/EmailService/Out")});
        window().navTree().view()->setFocus();
        QTest::keyClick(window().navTree().view(), Qt::Key_Delete);
        QVERIFY(question("deleteQuestion"));
        QVERIFY(showsAsItIs(*question("deleteQuestion"), u"<h1>R"_s));
    }

    void noOtherMessageBoxIsMade()
    {
        const QRegularExpression made(
            u"new QMessageBox|QMessageBox \\w+[({;]|QMessageBox::(about|aboutQt|critical|information|"
            "question|warning)\\b"_s);
        QVERIFY(made.match(u"auto* box = new QMessageBox(this);"_s).hasMatch());
        QStringList makers;
        int read = 0;
        for (const QString& floor : {u"views"_s, u"app"_s}) {
            QDirIterator sources(QStringLiteral(STATIONER_TESTS) + u"/../"_s + floor, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                                 QDirIterator::Subdirectories);
            while (sources.hasNext()) {
                QFile file(sources.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++read;
                if (made.match(QString::fromUtf8(file.readAll())).hasMatch())
                    makers += file.fileName();
            }
        }
        QVERIFY(read > 100);
        QCOMPARE(makers, QStringList());
    }
};

STATIONER_TEST(MessageBoxTest)
#include "messagebox_test.moc"
