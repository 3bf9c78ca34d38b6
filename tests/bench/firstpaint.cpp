// A plugin for any Qt program (QT_QPA_GENERIC_PLUGINS=firstpaint) that ends it once it has painted: its first window, or
// with FIRSTPAINT=rows the first tree that has rows. So the program measured is the one that is shipped.

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>
#include <QGenericPlugin>
#include <QWidget>
#include <QWindow>

#include <cstdlib>

class FirstPaint : public QObject {
    Q_OBJECT
public:
    FirstPaint() { QCoreApplication::instance()->installEventFilter(this); }

    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (m_awaitsRows ? isTreeWithRows(object, event)
                         : isWindow(object, event)) // it is painted while this event is handled
            QMetaObject::invokeMethod(
                this, [] { std::_Exit(0); }, Qt::QueuedConnection);
        return false;
    }

private:
    static bool isWindow(QObject* object, QEvent* event)
    {
        const auto* window = qobject_cast<QWindow*>(object);
        return event->type() == QEvent::Expose && window && window->isExposed();
    }

    static bool isTreeWithRows(QObject* object, QEvent* event)
    {
        const auto* view = event->type() == QEvent::Paint ? qobject_cast<QAbstractItemView*>(object->parent()) : nullptr;
        return view && view->inherits("QTreeView") && view->model() && view->model()->rowCount() > 0;
    }

    bool m_awaitsRows = qEnvironmentVariable("FIRSTPAINT") == QStringLiteral("rows");
};

class FirstPaintPlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "firstpaint.json")
public:
    QObject* create(const QString&, const QString&) override { return new FirstPaint; }
};

#include "firstpaint.moc"
