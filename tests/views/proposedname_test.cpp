// Whatever a component is called, the file that a dialog proposes for it lies in the folder that is shown.

#include "desktop.h"
#include "support/stationertest.h"
#include "views/common/proposedname.h"
#include "views/nav/arrangeactions.h"
#include "views/nav/navtree.h"

#include <QAction>
#include <QFileDialog>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class ProposedNameTest : public QObject, Desktop {
    Q_OBJECT
private slots:
    void cleanup() { m_desktop.reset(); }

    void leadsToNoOtherFolder()
    {
        QCOMPARE(proposedName(u"acme OutgoingAccount 2026-11-30"_s), u"acme OutgoingAccount 2026-11-30"_s);
        QCOMPARE(proposedName(u"../../etc/x"_s), u"..-..-etc-x"_s);
        QCOMPARE(proposedName(u"C:\\x*?\"<>|"_s), u"C--x------"_s);
    }

    void hidesNothing()
    {
        QCOMPARE(proposedName(u"x\u202egob\n\t\U000e0041y"_s), u"x-gob---y"_s);
        QCOMPARE(proposedName(u"Zürich 😀"_s), u"Zürich 😀"_s);
        QCOMPARE(proposedName(QString(5000, u'a')).size(), 100);
    }

    void aSelectionStaysInTheStationsFolder()
    {
        openStation(smallStation(test::account("../../evil", "e", "OutgoingAccount")));
        const SlotId evil = station().document().child(at("/Services/EmailService"), u"../../evil");
        QVERIFY(evil != SlotId::None);
        window().navTree().select(evil);
        QAction* const save = window().navTree().actions().action(Arranging::SaveSelection);
        QTRY_VERIFY(save->isEnabled());
        save->trigger();
        const auto* dialog = window().findChild<QFileDialog*>(u"saveSelection"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->selectedFiles(), QStringList{path(u"..-..-evil.bog"_s)});
    }
};

STATIONER_TEST(ProposedNameTest)
#include "proposedname_test.moc"
