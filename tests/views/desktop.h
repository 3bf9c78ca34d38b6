#pragma once

#include "activewindow.h"
#include "app/composition.h"
#include "support/smallstation.h"
#include "views/common/theme.h"
#include "views/stationfiles.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace stationer::test {

using namespace Qt::StringLiterals;

/// The whole program in its window. A class of tests derives from this and takes its steps one by one: a folder, a station
/// file in it, the window, the file opened there. The program goes with `m_desktop`.
class Desktop {
protected:
    /// Another folder, with the settings of a new user.
    void makeFolder()
    {
        m_desktop.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(path(u"settings.ini"_s), QSettings::IniFormat);
    }
    /// The user has been told that a running station does not follow its file.
    void setTold() { m_settings->setValue("said/runningStation"_L1, true); }
    void write(const QByteArray& xml, const QString& file)
    {
        QFile station(file);
        QVERIFY(station.open(QIODevice::WriteOnly));
        QCOMPARE(station.write(xml), xml.size());
    }
    void write(const QByteArray& xml) { write(xml, path()); }
    void start(const QString& journals = {}, const QString& trustRecords = {})
    {
        m_desktop = std::make_unique<Composition>(m_theme, *m_settings, KeyRing::Use::SessionOnly, journals, trustRecords);
        QVERIFY(showActive(window()));
    }
    void open(const QString& file)
    {
        window().files().open(file);
        QTRY_VERIFY(station().isOpen());
    }
    void open() { open(path()); }
    /// All of it.
    void openStation(const QByteArray& xml)
    {
        makeFolder();
        write(xml);
        start();
        open();
    }

    QString path(const QString& name = u"acme.bog"_s) const { return m_folder->filePath(name); }
    QString journals() const { return path(u"journals"_s); }
    MainWindow& window() { return m_desktop->window(); }
    OpenStation& station() { return m_desktop->station(); }
    SlotId at(const char* path) { return station().document().find(QString::fromLatin1(path)); }
    /// As soon as it can be clicked: a tool bar lays its buttons out when the event loop has its turn.
    void click(QWidget& in, const QString& name)
    {
        QAbstractButton* found = nullptr;
        const auto isReady = [&] {
            found = in.findChild<QAbstractButton*>(name);
            return found && found->isVisible() && found->isEnabled();
        };
        QVERIFY2(QTest::qWaitFor(isReady), qPrintable(name));
        QTest::mouseClick(found, Qt::LeftButton, {}, QPoint(8, found->height() / 2)); // of a check box, the box
    }
    void click(const QString& name) { click(window(), name); }

    Theme m_theme{*qApp};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Composition> m_desktop;
};

} // namespace stationer::test
