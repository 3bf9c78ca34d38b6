// Whatever a file or a component is called, a question shows it letter by letter: every message box of the program is made so.

#include "activewindow.h"
#include "app/composition.h"
#include "station/journal.h"
#include "support/smallstation.h"
#include "support/stationertest.h"
#include "views/common/messagebox.h"
#include "views/common/theme.h"
#include "views/nav/navtree.h"
#include "views/nav/navview.h"
#include "views/stationfiles.h"

#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QUndoStack>

#include <memory>

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

class MessageBoxTest : public QObject {
    Q_OBJECT

    Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Composition> m_desktop;

    QString path() const { return m_folder->filePath(hostile); }
    QString journals() const { return m_folder->filePath(u"journals"_s); }
    MainWindow& window() { return m_desktop->window(); }
    OpenStation& station() { return m_desktop->station(); }
    SlotId at(const char* slot) { return station().document().find(QString::fromLatin1(slot)); }
    QMessageBox* question(const char* name) { return window().findChild<QMessageBox*>(QString::fromLatin1(name)); }
    void write(const QByteArray& hostname)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray xml =
            smallStation(outgoing(test::value("hostname", hostname)) +
                         test::account("&lt;h1&gt;R", "c", "EmailRecipient", test::value("emailAccount", "Out")));
        file.write(xml.replace("acme", "&lt;h1&gt;acme"));
    }
    void start()
    {
        m_desktop = std::make_unique<Composition>(m_theme, *m_settings, KeyRing::Use::SessionOnly, journals());
        QVERIFY(showActive(window()));
        window().files().open(path());
        QVERIFY(station().isOpen());
    }
    void change() { QVERIFY(!station().change(at("/Services/EmailService/Out"), {{u"hostname"_s, u"other.example"_s}})); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_settings->setValue("said/runningStation"_L1, true);
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
