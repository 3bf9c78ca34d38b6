// What can be read and told apart, computed from the palettes in light and dark; and the one filled button of a window.

#include "accountsdesktop.h"
#include "support/stationertest.h"
#include "views/common/colours.h"
#include "views/common/filledbutton.h"
#include "views/common/icon.h"
#include "views/common/quietstyle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace stationer;
using namespace stationer::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double ofText = 4.5;
constexpr double ofFrame = 3;

QImage pictureOf(QWidget& widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// The largest contrast that any pixel of a part of a picture has to a colour.
double mostContrast(const QImage& picture, const QRect& part, const QColor& ground)
{
    double most = 1;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            most = std::max(most, contrast(picture.pixelColor(x, y), ground));
    return most;
}

class PaintCounter : public QObject {
public:
    int count = 0;
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

class ContrastTest : public QObject, AccountsDesktop {
    Q_OBJECT

    void addAppearances()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("light") << Appearance::Light;
        QTest::newRow("dark") << Appearance::Dark;
    }
    QPalette take()
    {
        QFETCH(Appearance, appearance);
        m_theme.apply(appearance);
        return QApplication::palette();
    }
    QStringList filled(QWidget& window)
    {
        QStringList names;
        for (const QPushButton* button : window.findChildren<QPushButton*>())
            if (button->window() == &window && button->isVisible() && isFilled(*button))
                names += button->objectName();
        return names;
    }

private slots:
    void cleanup() { m_desktop.reset(); }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrast(QColor(0xff767676), Qt::white) - 4.54) < 0.01);
    }

    void framesStandOutFromEveryGround_data() { addAppearances(); }
    void framesStandOutFromEveryGround()
    {
        const QPalette palette = take();
        for (const QPalette::ColorRole ground :
             {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
            const double ratio = contrast(palette.color(QPalette::Mid), palette.color(ground));
            QVERIFY2(ratio >= ofFrame, qPrintable(u"role %1: %2"_s.arg(ground).arg(ratio)));
        }
    }

    void fieldsAndCheckBoxesAreFramedInThatColour_data() { addAppearances(); }
    void fieldsAndCheckBoxesAreFramedInThatColour()
    {
        const QPalette palette = take();
        QWidget window;
        QLineEdit line(&window);
        QComboBox combo(&window);
        QSpinBox spin(&window);
        QCheckBox box(&window);
        QPushButton button(&window);
        int y = 10;
        for (QWidget* widget : std::initializer_list<QWidget*>{&line, &combo, &spin, &box, &button}) {
            widget->setGeometry(10, y, widget == &box ? 20 : 120, 30);
            y += 40;
        }
        const QImage picture = pictureOf(window);
        for (const QWidget* widget : std::initializer_list<const QWidget*>{&line, &combo, &spin, &box, &button}) {
            const QRect edge(widget->geometry().left(), widget->geometry().center().y(), 3, 1);
            const double ratio = mostContrast(picture, edge, palette.color(QPalette::Window));
            QVERIFY2(ratio >= ofFrame,
                     qPrintable(u"%1: %2"_s.arg(QLatin1StringView(widget->metaObject()->className())).arg(ratio)));
        }
    }

    void badgesAndTheirSignsCanBeRead_data() { addAppearances(); }
    void badgesAndTheirSignsCanBeRead()
    {
        const QPalette palette = take();
        const Colours colours = Colours::of(palette);
        for (const Badge badge : {Badge::Info, Badge::Passed, Badge::PassedHere, Badge::Open, Badge::Challenged,
                                  Badge::Failed, Badge::Warning, Badge::Fault}) {
            for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
                const double ratio = contrast(colours.of(badge), palette.color(ground));
                QVERIFY2(ratio >= ofText, qPrintable(u"%1 on role %2: %3"_s.arg(int(badge)).arg(ground).arg(ratio)));
            }
            if (badge == Badge::PassedHere || badge == Badge::Open)
                continue; // hollow: what is drawn is of the colour itself
            QVERIFY2(contrast(colours.onBadge, colours.of(badge)) >= ofText, qPrintable(QString::number(int(badge))));
            const QImage sign = badgePixmap(badge, 64, palette, 1).toImage();
            const double drawn = mostContrast(sign, QRect(24, 24, 16, 16), colours.of(badge));
            QVERIFY2(drawn >= ofText, qPrintable(u"%1 as drawn: %2"_s.arg(int(badge)).arg(drawn)));
        }
    }

    void textCanBeRead_data() { addAppearances(); }
    void textCanBeRead()
    {
        const QPalette palette = take();
        const Colours colours = Colours::of(palette);
        for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase})
            for (const QColor& text : {palette.color(QPalette::Text), palette.color(QPalette::Link), colours.muted,
                                       colours.changed, colours.accent})
                QVERIFY2(contrast(text, palette.color(ground)) >= ofText, qPrintable(text.name()));
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= ofText);
    }

    void iconsInMenusCanBeSeenOnTheHighlight_data() { addAppearances(); }
    void iconsInMenusCanBeSeenOnTheHighlight()
    {
        const QPalette palette = take();
        QMenu menu;
        QAction* action = menu.addAction(icon(u"test"_s), u"Test"_s);
        menu.addAction(u"Other"_s);
        menu.popup(QPoint(100, 100));
        menu.setActiveAction(action);
        const QImage picture = pictureOf(menu);
        const QRect line = menu.actionGeometry(action);
        const QRect sign(line.left() + 4, line.center().y() - 4, 18, 9); // where the icon is, without the text
        const double ratio = mostContrast(picture, sign, palette.color(QPalette::Highlight));
        QVERIFY2(ratio >= ofText, qPrintable(QString::number(ratio)));
        for (int x = sign.left(); x <= sign.right(); ++x) // nothing as dark as on the menu's own ground
            QVERIFY(picture.pixelColor(x, sign.center().y()).lightness() >=
                    palette.color(QPalette::Highlight).lightness() - 30);
    }

    void aPaletteSelectionIsPaleUntilTheKeyboardIsThere_data() { addAppearances(); }
    void aPaletteSelectionIsPaleUntilTheKeyboardIsThere()
    {
        const QPalette palette = take();
        openAccounts(outgoing());
        auto* list = window().findChild<QListWidget*>(u"palette"_s);
        QVERIFY(list);
        list->setCurrentRow(1);
        const auto ground = [&] {
            const QRect line = list->visualItemRect(list->item(1));
            return pictureOf(*list->viewport()).pixelColor(line.right() - 4, line.center().y());
        };
        list->setFocus();
        QTRY_COMPARE(ground(), palette.color(QPalette::Highlight));
        table().setFocus();
        QTRY_VERIFY(contrast(ground(), palette.color(QPalette::Text)) >= ofText);
        QVERIFY(ground() != palette.color(QPalette::Window));
    }

    void oneButtonOfAWindowIsFilled()
    {
        m_theme.apply(Appearance::Light);
        makeFolder();
        start();
        QCOMPARE(filled(window()), {u"startOpen"_s});
        m_desktop.reset();
        openStation(smallStation(outgoing() + incoming()));
        QCOMPARE(filled(window()), {u"testButton"_s});
        showAccounts();
        manager().select(slot(u"Out"_s));
        QVERIFY(window().findChild<QPushButton*>(u"testButton"_s)->isEnabled());
        QCOMPARE(filled(window()), {u"testAll"_s});
    }

    void whoStandsBackLessIsFilledWhileItCanBePressed()
    {
        m_theme.apply(Appearance::Light);
        QDialog dialog;
        QPushButton usual(u"Usual"_s, &dialog);
        QPushButton special(u"Special"_s, &dialog);
        usual.setAutoDefault(false);
        special.setAutoDefault(false);
        askToBeFilled(usual, 1);
        special.move(100, 0);
        QVERIFY(showActive(dialog));
        QVERIFY(isFilled(usual));
        const auto fill = [&usual] { return usual.grab().toImage().pixelColor(6, usual.height() / 2); };
        QCOMPARE(fill(), QApplication::palette().color(QPalette::Highlight));
        PaintCounter painted;
        usual.installEventFilter(&painted);
        special.setProperty("primary", true);
        QTRY_VERIFY(painted.count > 0);
        QVERIFY(isFilled(special) && !isFilled(usual));
        QVERIFY(fill() != QApplication::palette().color(QPalette::Highlight));
        special.setEnabled(false);
        QVERIFY(isFilled(usual) && !isFilled(special));
        special.setEnabled(true);
        special.hide();
        QVERIFY(isFilled(usual));
    }
};

STATIONER_TEST(ContrastTest)
#include "contrast_test.moc"
