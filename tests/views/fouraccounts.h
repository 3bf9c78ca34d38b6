#pragma once

#include "accountsdesktop.h"
#include "picture.h"
#include "views/accounts/celleditor.h"
#include "views/common/messagebar.h"

#include <QAction>
#include <QMenu>

namespace stationer::test {

/// Four accounts in the Email Account Manager, where keys are pressed; what was done is undone in the end, to the last byte.
class FourAccounts : protected AccountsDesktop {
protected:
    void openDesktop(const QByteArray& lines)
    {
        openAccounts(lines);
        begin();
    }
    /// The same station in a program that starts anew.
    void startDesktop(const QString& file)
    {
        start();
        open(file);
        showAccounts();
        begin();
    }
    void begin()
    {
        m_before = station().document().xml();
        table().setFocus();
    }
    /// Three outgoing accounts and an incoming one, and a recipient that names the first.
    void openFour()
    {
        openDesktop(
            account("Alarms", "a", "OutgoingAccount", value("hostname", "mail.acme.example") + value("account", "alarms")) +
            account("Reports", "b", "OutgoingAccount",
                    value("hostname", "smtp.acme.example") + value("port", "465") + value("useSsl", "true")) +
            account("Spare", "c", "OutgoingAccount", value("hostname", "10.0.4.9") + value("enabled", "false")) +
            account("Acknowledge", "d", "IncomingAccount", value("hostname", "imap.acme.example") + value("store", "imap")) +
            "    <p n='Operators' h='e' t='email:EmailRecipient'>\n" + value("emailAccount", "Alarms") + "    </p>\n");
    }
    MessageBar& message() { return *window().findChild<MessageBar*>(u"accountsMessage"_s); }
    QString valueOf(const QString& account, const QString& property)
    {
        return effectiveValue(station().document(), slot(account), property).value_or(u"?"_s);
    }
    QStringList selectedNames()
    {
        QStringList all;
        for (const SlotId each : manager().selected())
            all += station().document().name(each);
        return all;
    }
    void go(const QString& name, int column) { table().setCurrentIndex(cell(name, column)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString& text)
    {
        for (const QChar character : text) // the first one may open an editor, which has the rest
            QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
    }
    void choose(const QString& action)
    {
        const std::unique_ptr<QMenu> menu(manager().makeMenu());
        auto* found = menu->findChild<QAction*>(action);
        QVERIFY2(found && found->isEnabled(), qPrintable(action));
        found->trigger();
    }
    void undoAll()
    {
        station().undoStack()->setIndex(0);
        QCOMPARE(station().document().xml(), m_before);
        QVERIFY(!station().isModified());
    }
    void picture(QWidget& widget, const QString& name) { keepPicture(widget, u"accounts-"_s + name); }

    QByteArray m_before;
};

} // namespace stationer::test
