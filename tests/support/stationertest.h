#pragma once

#include <QTest>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using TestApplication = QApplication;
#else
#include <QCoreApplication>
using TestApplication = QCoreApplication;
#endif

/// Stands where QTEST_MAIN would. The classes of a room are one program, so that little is linked; each runs alone in a
/// process of its own, so that a crash hides nothing. The program's first argument names the class, the others are Qt
/// Test's.
#define STATIONER_TEST(Class)                                                                                               \
    int run##Class(int argc, char** argv)                                                                                   \
    {                                                                                                                       \
        TestApplication application(argc, argv);                                                                            \
        TestApplication::setAttribute(Qt::AA_Use96Dpi);                                                                     \
        Class test;                                                                                                         \
        return QTest::qExec(&test, argc, argv);                                                                             \
    }
