#include "app/pictures.h"

#include "app/composition.h"
#include "connection/outcome.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/sheet/propertysheet.h"
#include "views/trust/certificatemanager.h"
#include "views/trust/challengedialog.h"
#include "views/trust/importdialog.h"

#include <QAbstractButton>
#include <QMenu>
#include <QPixmap>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

namespace {
constexpr auto settlingTime = 120ms; // for layouts and key ring answers
constexpr auto longestCourse = 90s;
} // namespace

Pictures::Pictures(Composition& desktop, Theme& theme, const QDir& folder)
    : QObject(&desktop), m_desktop(desktop), m_theme(theme), m_folder(folder)
{
    MainWindow& window = m_desktop.window();
    m_steps = {
        [&] {
            take(window, u"start"_s);
            next();
        },
        [&] {
            QString error;
            if (!m_desktop.startDemo(&error))
                return fail(error);
            next();
        },
        [&] {
            take(window, u"sheet"_s);
            QMenu* menu = window.navTree().makeMenu(window.shown());
            take(*menu, u"menu"_s);
            next();
        },
        [&] {
            show(u"OldSettings"_s);
            window.testPanel().unfoldStages();
            next();
        },
        [&] { test(); },
        [&] {
            take(window, u"wrong-mode"_s);
            next();
        },
        [&] {
            press(window, u"remedy0"_s);
            take(window, u"remedied"_s);
            next();
        },
        [&] {
            m_desktop.station().undoStack()->undo();
            show(u"OutgoingAccount"_s);
            next();
        },
        [&] { test(); },
        [&] {
            if (!m_desktop.challenge())
                return fail(u"no challenge opened"_s);
            take(window, u"challenged"_s);
            take(*m_desktop.challenge(), u"challenge"_s);
            next();
        },
        [&] {
            press(*m_desktop.challenge(), u"importRoot"_s);
            next();
        },
        [&] {
            if (auto* import = find<ImportDialog>(window, u"importDialog"_s)) {
                press(*import, u"compared"_s);
                take(*import, u"import"_s);
                next();
            }
        },
        [&] {
            if (auto* import = find<ImportDialog>(window, u"importDialog"_s))
                import->reject();
            press(*m_desktop.challenge(), u"accept"_s); // goes on when the test it starts has finished
        },
        [&] {
            if (m_desktop.hosts().rows().isEmpty())
                return fail(u"no exemption was made: "_s + window.testPanel().headline());
            take(window, u"passed"_s);
            m_desktop.certificateManager().showTab(CertificateManager::Tab::AllowedHosts);
            m_desktop.certificateManager().show();
            take(m_desktop.certificateManager(), u"allowed-hosts"_s);
            next();
        },
        [&] {
            m_desktop.certificateManager().showTab(CertificateManager::Tab::UserTrustStore);
            take(m_desktop.certificateManager(), u"user-trust-store"_s);
            next();
        },
        [&] {
            m_desktop.certificateManager().hide();
            window.showComponent(emailService(m_desktop.station().document()));
            press(window, u"testAll"_s); // goes on when the run has finished
        },
        [&] {
            if (m_desktop.challenge())
                return fail(u"a run over many opened a challenge"_s);
            take(window, u"test-all"_s);
            next();
        },
    };
    connect(&m_desktop.testAll(), &TestAll::finished, this, &Pictures::next);
    // The last step's test is the one that has to pass.
    connect(&m_desktop, &Composition::testFinished, this, [this](SlotId, const Report& report) {
        const bool isLast = !m_desktop.hosts().rows().isEmpty();
        if (isLast && report.outcome != Outcome::Succeeded)
            return fail(u"the last test ended as "_s + nameOf(report.outcome));
        next();
    });
}

void Pictures::start()
{
    if (!m_folder.mkpath(u"."_s))
        return fail(u"cannot make "_s + m_folder.path());
    QTimer::singleShot(longestCourse, this, [this] { fail(u"it took too long at step %1"_s.arg(m_step)); });
    next();
}

void Pictures::next()
{
    QTimer::singleShot(settlingTime, this, [this] {
        if (m_isOver)
            return;
        if (!m_shots.isEmpty())
            return takeNext();
        if (m_step < m_steps.size())
            return m_steps[m_step++]();
        m_isOver = true;
        emit finished({});
    });
}

void Pictures::fail(const QString& what)
{
    if (m_isOver)
        return;
    m_isOver = true;
    emit finished(what);
}

void Pictures::take(QWidget& widget, const QString& name)
{
    ++m_taken;
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        const QString file = u"%1-%2-%3.png"_s.arg(m_taken, 2, 10, QChar(u'0'))
                                 .arg(name, appearance == Appearance::Light ? u"light"_s : u"dark"_s);
        m_shots += Shot{&widget, m_folder.filePath(file), appearance};
    }
}

/// A new palette reaches the widgets through the event loop, so each picture is taken a moment after it.
void Pictures::takeNext()
{
    const Shot shot = m_shots.takeFirst();
    m_theme.apply(shot.appearance);
    QTimer::singleShot(settlingTime, this, [this, shot] {
        if (shot.widget && !shot.widget->grab().save(shot.file))
            return fail(u"cannot write "_s + shot.file);
        if (m_shots.isEmpty())
            m_theme.apply(Appearance::Light);
        next();
    });
}

template <class Widget>
Widget* Pictures::find(QWidget& in, const QString& name)
{
    auto* found = in.objectName() == name ? qobject_cast<Widget*>(&in) : in.findChild<Widget*>(name);
    if (!found)
        fail(u"there is no "_s + name);
    return found;
}

void Pictures::press(QWidget& in, const QString& button)
{
    if (auto* found = find<QAbstractButton>(in, button))
        found->click();
}

void Pictures::show(const QString& account)
{
    const Document& document = m_desktop.station().document();
    const SlotId slot = document.child(emailService(document), account);
    if (slot == SlotId::None)
        return fail(u"the sample station has no "_s + account);
    m_desktop.window().showComponent(slot);
}

void Pictures::test()
{
    press(m_desktop.window(), u"testButton"_s);
}

} // namespace stationer
