#pragma once

#include "items/propertysheetmodel.h"
#include "session/lasttests.h"
#include "session/openstation.h"
#include "session/stationstores.h"
#include "support/smallstation.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace stationer::test {

using namespace Qt::StringLiterals;

/// The property sheet of a component, watched by Qt's own tester of models.
class ShownSheet {
protected:
    void makeModel()
    {
        m_tester.reset();
        m_model.reset();
        m_tests.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_station = std::make_unique<OpenStation>();
        m_tests = std::make_unique<LastTests>(*m_station, m_stores);
        m_model = std::make_unique<PropertySheetModel>(*m_station, *m_tests);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void openWith(const QByteArray& lines, const char* shown = "/Services/EmailService/Out")
    {
        openXml(smallStation(lines), shown);
    }
    void openXml(const QByteArray& xml, const char* shown)
    {
        QFile file(m_folder->filePath(u"acme.bog"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(xml);
        file.close();
        QVERIFY(!m_station->open(file.fileName()));
        m_model->show(find(shown));
        QVERIFY(m_model->component() != SlotId::None);
    }
    SlotId find(const char* path) const { return m_station->document().find(QString::fromLatin1(path)); }
    int row(const char* slot) const { return m_model->rowOf(QString::fromLatin1(slot)); }
    const SheetRow& get(const char* slot) const { return m_model->row(row(slot)); }
    SheetNote noteOf(const char* slot) const { return get(slot).note.value_or(SheetNote{.badge = Badge::None}); }
    QString value(const char* slot) const { return get(slot).value; }
    QString note(const char* slot) const { return noteOf(slot).text; }
    QString remedy(const char* slot) const { return noteOf(slot).remedyLabel; }
    Badge badge(const char* slot) const { return noteOf(slot).badge; }
    QString set(const char* slot, const char* text) { return m_model->setValue(row(slot), QString::fromUtf8(text)); }
    QStringList all() const
    {
        QStringList names;
        for (int i = 0; i < m_model->rowCount(); ++i)
            names += m_model->slotAt(i);
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStation> m_station;
    StationStores m_stores;
    std::unique_ptr<LastTests> m_tests;
    std::unique_ptr<PropertySheetModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace stationer::test
