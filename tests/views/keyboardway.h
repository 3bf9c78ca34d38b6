#pragma once

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QSet>
#include <QSplitter>
#include <QTest>
#include <QWidget>

#include <algorithm>

namespace stationer::test {

using namespace Qt::StringLiterals;

inline QString sayWhere(const QWidget& widget)
{
    const QString name = widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName();
    return QLatin1StringView(widget.metaObject()->className()) + u" «"_s + name + u'»';
}

/// What the key comes by from where the focus is, until it is there again.
inline QList<QWidget*> wayBy(Qt::Key key, QWidget& window)
{
    QList<QWidget*> way;
    if (!window.focusWidget())
        QTest::keyClick(&window, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    for (QWidget* now = window.focusWidget(); now && !way.contains(now); now = window.focusWidget()) {
        way += now;
        QTest::keyClick(now, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    }
    return way;
}

/// As one reads: what is above is first, on one line what is left; the parts of a splitter one after the other.
inline bool isReadBefore(const QWidget& one, const QWidget& other)
{
    QWidget* common = one.parentWidget();
    while (!common->isAncestorOf(&other))
        common = common->parentWidget();
    if (const auto* splitter = qobject_cast<const QSplitter*>(common)) {
        const auto part = [splitter](const QWidget& widget) {
            int index = 0;
            while (splitter->widget(index) != &widget && !splitter->widget(index)->isAncestorOf(&widget))
                ++index;
            return index;
        };
        return part(one) < part(other);
    }
    const QRect a(one.mapTo(common, QPoint()), one.size());
    const QRect b(other.mapTo(common, QPoint()), other.size());
    const bool isAbove = a.bottom() <= b.top() + 3;
    const bool isBeside = a.top() < b.bottom() && b.top() < a.bottom() && a.left() < b.left();
    return isAbove || isBeside;
}

/// All that can be operated by keys now: neither folded nor disabled nor empty.
inline QSet<QWidget*> controlsIn(const QWidget& window)
{
    QSet<QWidget*> controls;
    for (QWidget* each : window.findChildren<QWidget*>()) {
        const auto* view = qobject_cast<QAbstractItemView*>(each);
        const auto* label = qobject_cast<QLabel*>(each);
        if (each->window() == &window && each->isVisible() && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus) &&
            !each->focusProxy() && !(view && view->model()->rowCount() == 0) && !(label && label->text().isEmpty()))
            controls += each;
    }
    return controls;
}

/// Tab comes by all of a window as one reads it, Shift+Tab back. What is in `last` comes behind all else, wherever it
/// stands.
inline void checkWay(QWidget& window, QWidget* last = nullptr)
{
    QTest::qWait(30); // layouts follow through the event loop
    QList<QWidget*> way = wayBy(Qt::Key_Tab, window);
    QVERIFY(!way.isEmpty());
    for (const QWidget* control : controlsIn(window))
        QVERIFY2(way.contains(control), qPrintable(sayWhere(*control)));
    QList<QWidget*> back = wayBy(Qt::Key_Backtab, window);
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back, way);
    if (last) {
        const auto isLast = [last](QWidget* each) { return each == last || last->isAncestorOf(each); };
        std::rotate(way.begin(), std::find_if(way.begin(), way.end(), isLast), way.end());
        const auto end = std::find_if_not(way.begin(), way.end(), isLast);
        QVERIFY(end != way.begin());
        way.erase(way.begin(), end);
    } else {
        // From the top: the one step that goes up is the one from the end.
        for (qsizetype i = 1; i < way.size(); ++i)
            if (!isReadBefore(*way[i - 1], *way[i])) {
                std::rotate(way.begin(), way.begin() + i, way.end());
                break;
            }
    }
    for (qsizetype i = 1; i < way.size(); ++i)
        QVERIFY2(isReadBefore(*way[i - 1], *way[i]),
                 qPrintable(sayWhere(window) + u": "_s + sayWhere(*way[i - 1]) + u", then "_s + sayWhere(*way[i])));
}

} // namespace stationer::test
