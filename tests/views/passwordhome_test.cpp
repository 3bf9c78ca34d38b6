// Where a test password lives is said beside its field and where it is asked for.

#include "desktop.h"
#include "support/stationertest.h"
#include "views/common/noteline.h"
#include "views/connection/passwordprompt.h"
#include "views/sheet/editors/passwordeditor.h"
#include "views/sheet/propertysheet.h"
#include "views/sheet/rowview.h"

#include <QLabel>
#include <QLineEdit>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PasswordHome)

class PasswordHomeTest : public QObject, Desktop {
    Q_OBJECT

    QString shownNote() { return window().sheet().findChild<NoteLine*>(u"note-password"_s)->text(); }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup() { m_desktop.reset(); }

    void isSaidInEveryCase_data()
    {
        QTest::addColumn<PasswordHome>("home");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("typed");
        const QString gone = u"forgotten when Stationer closes"_s;
        QTest::newRow("key ring") << PasswordHome::KeyRing << u"kept in the key ring"_s << u"kept in the key ring"_s;
        QTest::newRow("memory") << PasswordHome::Memory << gone + u'.' << gone + u'.';
        QTest::newRow("none") << PasswordHome::NoKeyRing << gone + u" (no key ring here)"_s
                              << gone + u" (no key ring here)"_s;
        QTest::newRow("locked") << PasswordHome::LockedKeyRing << gone + u" (the key ring is locked)"_s
                                << u"The key ring is locked; what is typed here is "_s + gone;
        QTest::newRow("silent") << PasswordHome::SilentKeyRing << gone + u" (the key ring does not answer)"_s
                                << u"The key ring does not answer; what is typed here is "_s + gone;
    }
    void isSaidInEveryCase()
    {
        QFETCH(PasswordHome, home);
        QFETCH(QString, kept);
        QFETCH(QString, typed);
        openStation(smallStation(outgoing(value("hostname", "mail.example") + value("account", "bob"))));
        window().showComponent(at("/Services/EmailService/Out"));
        QTRY_VERIFY(!shownNote().isEmpty());
        for (const bool isKept : {true, false}) {
            window().sheet().setPasswordFacts({false, isKept, home});
            const QString wanted = isKept ? kept : typed;
            QVERIFY2(shownNote().contains(wanted), qPrintable(shownNote()));
            QVERIFY(shownNote().endsWith(u"The station file holds none."_s));
        }
        PasswordPrompt prompt(u"bob"_s, u"mail.example"_s, PasswordPrompt::Reason::Missing, home);
        const QString asked = prompt.findChild<QLabel*>(u"passwordHome"_s)->text();
        QVERIFY2(asked.contains(kept), qPrintable(asked));
    }
    /// The window of this test has no key ring but its memory.
    void theSheetSaysWhatTheKeyRingAnswered()
    {
        openStation(smallStation(outgoing(value("hostname", "mail.example") + value("account", "bob"))));
        window().showComponent(at("/Services/EmailService/Out"));
        QTRY_VERIFY2(shownNote().contains(u"forgotten when Stationer closes."_s), qPrintable(shownNote()));
        auto* line = window().sheet().findChild<PasswordEditor*>()->findChild<QLineEdit*>();
        QTest::keyClicks(line, u"secret"_s);
        QTest::keyClick(line, Qt::Key_Return);
        auto* forget = window().sheet().findChild<QWidget*>(u"forgetPassword"_s);
        QTRY_VERIFY(forget->isVisible());
        QVERIFY2(shownNote().contains(u"forgotten when Stationer closes."_s), qPrintable(shownNote()));
    }
    void aFaultOfTheRowComesFirst()
    {
        SheetRow row;
        row.slot = u"password"_s;
        row.label = u"Password"_s;
        row.kind = ValueKind::Password;
        row.note = SheetNote{.slot = u"password"_s, .badge = Badge::Fault, .text = u"The server refused it."_s};
        RowView view(row, nullptr);
        view.setPasswordFacts({false, true, PasswordHome::KeyRing});
        QCOMPARE(view.note()->text(), u"The server refused it."_s);
        row.note.reset();
        view.show(row);
        QVERIFY(view.note()->text().contains(u"kept in the key ring"_s));
    }
};

STATIONER_TEST(PasswordHomeTest)
#include "passwordhome_test.moc"
