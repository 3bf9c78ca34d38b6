#pragma once

#include "app/tour/camera.h"
#include "station/slotid.h"

#include <QList>
#include <QObject>
#include <QTemporaryDir>
#include <QWidget>

#include <functional>

namespace stationer {

class Composition;

/// Goes through the demo by itself and saves a picture of each state, for the manual and for those without a display. It
/// presses what a user presses and waits for what a user waits for; where something else comes, it fails.
///
///   step ──▶ what it waits for, if anything ──▶ pictures that it asked for ──▶ next step ──▶ … ──▶ finished
class Pictures : public QObject {
    Q_OBJECT
public:
    Pictures(Composition& desktop, Theme& theme, const QDir& folder);
    void start();

signals:
    void finished(const QString& error); ///< empty: all were taken

private:
    enum class Event { Nothing, Test, Run, Search, Certificate };
    using Step = std::function<void()>;
    void addTour();
    void addTrust();
    void addEditing();
    void addHandover();

    void next();
    void happened(Event event);
    void fail(const QString& what);
    template <class Widget>
    Widget* find(QWidget& in, const QString& name);
    void press(QWidget& in, const QString& button);
    SlotId at(const QString& path);
    void show(const QString& path);
    void test();

    Composition& m_desktop;
    Camera m_camera;
    QDir m_folder;
    QTemporaryDir m_keys; ///< a User Key Store of its own
    QList<Step> m_steps;
    qsizetype m_step = 0;
    Event m_awaited = Event::Nothing;
    bool m_isOver = false;
};

template <class Widget>
Widget* Pictures::find(QWidget& in, const QString& name)
{
    auto* found = in.objectName() == name ? qobject_cast<Widget*>(&in) : in.findChild<Widget*>(name);
    if (!found)
        fail(QStringLiteral("there is no ") + name);
    return found;
}

} // namespace stationer
