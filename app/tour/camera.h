#pragma once

#include "views/common/theme.h"

#include <QDir>
#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

namespace stationer {

/// Takes numbered pictures of widgets, each in light and in dark, and saves them as small PNG files. A new appearance
/// reaches the widgets through the event loop, so a picture is asked for first and taken a moment later.
class Camera : public QObject {
    Q_OBJECT
public:
    Camera(Theme& theme, const QDir& folder, QObject* parent);

    void take(QWidget& widget, const QString& name); ///< `01-NAME-light.png` and `01-NAME-dark.png`
    bool isIdle() const { return m_shots.isEmpty(); }
    void develop(); ///< takes all that were asked for; done() once

signals:
    void done(const QString& error); ///< empty: all were saved

private:
    void takeNext();

    struct Shot {
        QPointer<QWidget> widget;
        QString file;
        Appearance appearance;
    };

    Theme& m_theme;
    QDir m_folder;
    QList<Shot> m_shots;
    int m_taken = 0;
};

} // namespace stationer
