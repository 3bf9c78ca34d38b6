#pragma once

#include "views/common/theme.h"

#include <QDir>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace stationer {

class Composition;

/// Goes through the demo by itself and saves a picture of each state, in light and dark. It presses what a user presses and
/// waits for what a user waits for; where something else comes, it fails.
class Pictures : public QObject {
    Q_OBJECT
public:
    Pictures(Composition& desktop, Theme& theme, const QDir& folder);
    void start();

signals:
    void finished(const QString& error); ///< empty: all were taken

private:
    using Step = std::function<void()>;
    void next();
    void fail(const QString& what);
    void take(QWidget& widget, const QString& name); ///< before the next step, in light and in dark
    void takeNext();
    template <class Widget>
    Widget* find(QWidget& in, const QString& name);
    void press(QWidget& in, const QString& button);
    void show(const QString& account);
    void test();

    Composition& m_desktop;
    Theme& m_theme;
    QDir m_folder;
    struct Shot {
        QPointer<QWidget> widget;
        QString file;
        Appearance appearance;
    };

    QList<Step> m_steps;
    QList<Shot> m_shots;
    qsizetype m_step = 0;
    int m_taken = 0;
    bool m_isOver = false;
};

} // namespace stationer
