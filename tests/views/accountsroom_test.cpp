// The room of the Email Account Manager: how many rows are in sight, which columns give way, when the chart and the panel
// take a part.

#include "fouraccounts.h"
#include "support/stationertest.h"
#include "views/accounts/validitychart.h"
#include "views/accounts/validitypane.h"
#include "views/connection/testpanel.h"

#include <QHeaderView>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

class AccountsRoomTest : public QObject, FourAccounts {
    Q_OBJECT

    void openSixty()
    {
        QByteArray lines;
        for (int i = 0; i < 60; ++i) {
            const QByteArray number = QByteArray::number(i);
            lines +=
                account("Building" + number, QByteArray::number(4096 + i, 16), i % 3 ? "OutgoingAccount" : "IncomingAccount",
                        value("hostname", "mail" + number + ".campus.acme.example") + value("account", "station" + number) +
                            (i % 2 ? value("useSsl", "true") + value("port", "465") : QByteArray()));
        }
        openDesktop(lines);
    }
    void record(const QString& name, int daysLeft)
    {
        Report report;
        report.settings = settingsOf(station().document(), slot(name)).value();
        report.outcome = Outcome::Succeeded;
        report.began = QDateTime::currentDateTimeUtc();
        CertificateFacts leaf;
        leaf.notAfter = report.began.addDays(daysLeft).addSecs(60);
        report.trust = Judgement{};
        report.trust->sent = {leaf};
        m_desktop->lastTests().record(slot(name), report);
    }
    /// Those that are in sight from top to bottom.
    int rowsInSight()
    {
        const QRect sight = table().viewport()->rect();
        int rows = 0;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            const QRect cell = table().visualRect(table().model()->index(row, 0));
            rows += cell.top() >= sight.top() && cell.bottom() <= sight.bottom() ? 1 : 0;
        }
        return rows;
    }
    void resize(int width, int height)
    {
        window().resize(width, height);
        QTRY_COMPARE(window().size(), QSize(width, height));
        QTest::qWait(50);
    }
    /// Nothing in this column is cut.
    bool isWhole(int column)
    {
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            const QModelIndex index = table().model()->index(row, column);
            QStyleOptionViewItem option;
            option.initFrom(&table());
            if (table().itemDelegate()->sizeHint(option, index).width() > table().columnWidth(column))
                return false;
        }
        return table().columnWidth(column) >= table().horizontalHeader()->sectionSizeHint(column);
    }

private slots:
    void initTestCase() { m_theme.apply(Appearance::Light); }
    void cleanup() { m_desktop.reset(); }

    void theTableHasTheRoom()
    {
        openSixty();
        resize(1312, 784);
        QVERIFY2(rowsInSight() >= 15, qPrintable(QString::number(rowsInSight())));
        resize(900, 600);
        QVERIFY2(rowsInSight() >= 8, qPrintable(QString::number(rowsInSight())));
        // With the chart, whose first lines are in sight.
        record(u"Building7"_s, 12);
        QTRY_VERIFY(chart().isVisible());
        QTest::qWait(50);
        QVERIFY(chart().viewport()->height() >= chart().visualRect(chart().model()->index(0, 0)).height() * 3);
        resize(1312, 784);
        QVERIFY2(rowsInSight() >= 15, qPrintable(QString::number(rowsInSight())));
        resize(900, 600);
        QVERIFY2(rowsInSight() >= 8, qPrintable(QString::number(rowsInSight())));
    }

    void theChartIsALineUntilACertificateEndsSoon()
    {
        openFour();
        ValidityPane& pane = *manager().validity();
        QVERIFY(!pane.isUnfolded());
        QVERIFY(pane.height() <= pane.fontMetrics().height() * 2 + 12);
        record(u"Alarms"_s, 31);
        QTest::qWait(100);
        QVERIFY(!pane.isUnfolded());
        record(u"Reports"_s, 30);
        QTRY_VERIFY(pane.isUnfolded());
        // What the user folded stays folded, and is remembered.
        click(u"validityFold"_s);
        QVERIFY(!pane.isUnfolded());
        record(u"Spare"_s, 3);
        QTest::qWait(100);
        QVERIFY(!pane.isUnfolded());
        const QString file = station().path();
        window().close();
        m_desktop.reset();
        startDesktop(file);
        record(u"Spare"_s, 3);
        QTest::qWait(100);
        QVERIFY(!manager().validity()->isUnfolded());
    }

    void thePanelComesWithTheRowThatIsChosen()
    {
        openSixty();
        resize(1312, 784);
        QVERIFY(!window().testPanel().isVisible());
        const QModelIndex last = table().model()->index(rowsInSight() - 1, AccountsModel::HostColumn);
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(last).center());
        QVERIFY(window().testPanel().isVisible());
        // The row that was clicked stays in sight, in a table that is lower now.
        QTRY_VERIFY(table().viewport()->rect().contains(table().visualRect(last)));
        table().selectAll();
        QVERIFY(!window().testPanel().isVisible());
        table().clearSelection();
        QVERIFY(!window().testPanel().isVisible());
        window().showComponent(slot(u"Building3"_s));
        QVERIFY(window().testPanel().isVisible());
    }

    void columnsThatSayHowAnAccountStandsAreNeverCut()
    {
        openSixty();
        record(u"Building1"_s, -400);
        for (const QSize& size : {QSize(1312, 784), QSize(1366, 768), QSize(900, 600)}) {
            resize(size.width(), size.height());
            for (const int column : {AccountsModel::ProtocolColumn, AccountsModel::PortColumn, AccountsModel::SecurityColumn,
                                     AccountsModel::CertificateColumn})
                QVERIFY2(isWhole(column), qPrintable(u"column %1 at %2"_s.arg(column).arg(size.width())));
            QVERIFY(table().columnWidth(AccountsModel::LastTestColumn) >= 220);
        }
        // Host and account have what is over once the others are whole.
        resize(1700, 784);
        const int host = table().columnWidth(AccountsModel::HostColumn);
        const int account = table().columnWidth(AccountsModel::AccountColumn);
        const int port = table().columnWidth(AccountsModel::PortColumn);
        const int lastTest = table().columnWidth(AccountsModel::LastTestColumn);
        resize(1900, 784);
        QVERIFY(table().columnWidth(AccountsModel::HostColumn) > host);
        QVERIFY(table().columnWidth(AccountsModel::AccountColumn) > account);
        QCOMPARE(table().columnWidth(AccountsModel::PortColumn), port);
        QCOMPARE(table().columnWidth(AccountsModel::LastTestColumn), lastTest);
        QCOMPARE(table().horizontalHeader()->length(), table().viewport()->width());
    }

    void columnsFitAgainAfterAnEdit()
    {
        openFour();
        resize(1312, 784);
        const int before = table().columnWidth(AccountsModel::PortColumn);
        go(u"Alarms"_s, AccountsModel::PortColumn);
        key(Qt::Key_F2);
        type(u"-1"_s);
        key(Qt::Key_Return);
        QCOMPARE(cell(u"Alarms"_s, AccountsModel::PortColumn).data().toString(), u"25 (automatic)"_s);
        QVERIFY(table().columnWidth(AccountsModel::PortColumn) > before);
        QVERIFY(isWhole(AccountsModel::PortColumn));
        // A change from elsewhere as well.
        QVERIFY(!station().change({slot(u"Reports"_s)}, {{u"port"_s, u"-1"_s}}));
        QVERIFY(isWhole(AccountsModel::PortColumn));
    }

    void editorsStayInTheirCells()
    {
        openFour();
        manager().makeColumnMenu()->deleteLater();
        for (const int column : {AccountsModel::PollRateColumn, AccountsModel::EnabledColumn})
            table().setColumnHidden(column, false);
        for (const QSize& size : {QSize(1312, 784), QSize(900, 600)}) {
            resize(size.width(), size.height());
            for (int column = 0; column < AccountsModel::ColumnCount; ++column) {
                const QModelIndex index = cell(u"Acknowledge"_s, column);
                if (!(index.flags() & Qt::ItemIsEditable) || table().isColumnHidden(column))
                    continue;
                table().editCell(index);
                QVERIFY2(table().cellEditor(), qPrintable(QString::number(column)));
                QTest::qWait(20);
                const QRect inside = table().cellEditor()->geometry();
                QVERIFY2(table().visualRect(index).contains(inside), qPrintable(QString::number(column)));
                for (const QWidget* part : table().cellEditor()->findChildren<QWidget*>())
                    if (part->window() == &window() && part->isVisible())
                        QVERIFY(QRect(QPoint(), inside.size())
                                    .contains(QRect(part->mapTo(table().cellEditor(), QPoint()), part->size())));
                table().abandonEditing();
            }
        }
        QVERIFY(!table().hasOwnWidths());
    }

    void theProtocolIsShownAndAPortOfAnotherOneIsNoticed()
    {
        openFour();
        QVERIFY(!table().isColumnHidden(AccountsModel::ProtocolColumn));
        QVERIFY(!station().change({slot(u"Acknowledge"_s)}, {{u"store"_s, u"pop3"_s}}));
        QCOMPARE(cell(u"Acknowledge"_s, AccountsModel::ProtocolColumn).data().toString(), u"POP3"_s);
        go(u"Acknowledge"_s, AccountsModel::PortColumn);
        key(Qt::Key_F2);
        type(u"993"_s);
        key(Qt::Key_Return);
        QVERIFY(message().isVisible());
        QCOMPARE(message().text(), u"Acknowledge, Port: Port 993 is that of IMAP; this account speaks POP3."_s);
        emit message().actionClicked();
        QCOMPARE(valueOf(u"Acknowledge"_s, u"store"_s), u"imap"_s);
        QCOMPARE(valueOf(u"Acknowledge"_s, u"useSsl"_s), u"true"_s);
        QCOMPARE(valueOf(u"Acknowledge"_s, u"port"_s), u"993"_s);
        undoAll();
    }

private:
    ValidityChart& chart() { return *manager().validity()->chart(); }
};

STATIONER_TEST(AccountsRoomTest)
#include "accountsroom_test.moc"
