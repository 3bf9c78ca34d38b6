#include "app/tour/pictures.h"

#include "app/composition.h"
#include "views/connection/findsettings.h"
#include "views/connection/testpanel.h"
#include "views/nav/navtree.h"
#include "views/trust/challengedialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

namespace {
constexpr auto answeringTime = 120ms; // for layouts and key ring answers
constexpr auto longestCourse = 120s;
} // namespace

Pictures::Pictures(Composition& desktop, Theme& theme, const QDir& folder)
    : QObject(&desktop), m_desktop(desktop), m_camera(theme, folder, this), m_folder(folder)
{
    addTour();
    addTrust();
    addEditing();
    addHandover();
    connect(&m_camera, &Camera::done, this, [this](const QString& error) {
        if (!error.isEmpty())
            return fail(error);
        next();
    });
    connect(&m_desktop.tests().many(), &AccountRun::finished, this, [this] { happened(Event::Run); });
    connect(&m_desktop, &Composition::testFinished, this, [this](SlotId, const Report& report) {
        // Where an exemption or a root CA was given, the test has to pass.
        if (!m_desktop.hosts().rows().isEmpty() && report.outcome != Outcome::Succeeded)
            return fail(u"the test ended as "_s + nameOf(report.outcome));
        happened(Event::Test);
    });
}

/// From the start page through a wrong mode and a challenge to the first test that passes.
void Pictures::addTour()
{
    MainWindow& window = m_desktop.window();
    m_steps += {
        [&] { m_camera.take(window, u"start"_s); },
        [&] {
            QString error;
            if (!m_desktop.startDemo(&error))
                fail(error);
        },
        [&] {
            m_camera.take(window, u"sheet"_s);
            m_camera.take(*window.navTree().makeMenu(window.shown()), u"menu"_s);
        },
        [&] {
            show(u"/Services/EmailService/OldSettings"_s);
            window.testPanel().unfoldStages();
            test();
        },
        [&] { m_camera.take(window, u"wrong-mode"_s); },
        [&] {
            press(window, u"remedy0"_s);
            m_camera.take(window, u"remedied"_s);
        },
        [&] {
            m_desktop.station().undoStack()->undo();
            show(u"/Services/EmailService/OutgoingAccount"_s);
            test();
        },
        [&] {
            if (!m_desktop.challenge())
                return fail(u"no challenge opened"_s);
            m_camera.take(window, u"challenged"_s);
            m_camera.take(*m_desktop.challenge(), u"challenge"_s);
        },
        [&] {
            if (!m_desktop.challenge())
                return fail(u"the challenge went by itself"_s);
            m_awaited = Event::Test;
            press(*m_desktop.challenge(), u"accept"_s);
        },
        [&] {
            if (m_desktop.hosts().rows().isEmpty())
                return fail(u"no exemption was made: "_s + window.testPanel().headline());
            m_camera.take(window, u"passed"_s);
        },
        [&] {
            auto* action = find<QAction>(window, u"toolsFindSettings"_s);
            if (!action)
                return;
            action->trigger();
            if (auto* dialog = find<FindSettings>(window, u"findSettings"_s)) {
                connect(dialog, &FindSettings::finishedLooking, this, [this] { happened(Event::Search); });
                m_awaited = Event::Search;
            }
        },
        [&] {
            if (auto* dialog = find<FindSettings>(window, u"findSettings"_s))
                m_camera.take(*dialog, u"find-settings"_s);
        },
        [&] {
            if (auto* dialog = find<FindSettings>(window, u"findSettings"_s))
                dialog->close();
            window.showComponent(at(u"/Services/EmailService"_s));
            m_awaited = Event::Run;
            press(window, u"testAll"_s);
        },
        [&] {
            if (m_desktop.challenge())
                return fail(u"a run over many opened a challenge"_s);
            m_camera.take(window, u"account-manager"_s);
        },
        [&] {
            // A station that knows the certificate of one of its servers, and no CA.
            const Report* known = m_desktop.lastTests().report(at(u"/Services/EmailService/Facilities"_s));
            if (!known || !known->trust || known->trust->sent.isEmpty())
                return fail(u"no certificate was seen"_s);
            KnownStation station;
            station.give({u"cacerts.jceks"_s,
                          KeyStoreKind::Jceks,
                          QDateTime::currentDateTimeUtc(),
                          {{u"facilities"_s, known->trust->sentChain().first()}}});
            m_desktop.stationStores().set(station);
            show(u"/Services/EmailService/OutgoingAccount"_s);
            m_camera.take(window, u"station-fails"_s);
        },
        [&] { m_desktop.stationStores().set({}); },
    };
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
    QTimer::singleShot(answeringTime, this, [this] {
        if (m_isOver)
            return;
        if (!m_camera.isIdle())
            return m_camera.develop();
        if (m_step == m_steps.size()) {
            m_isOver = true;
            emit finished({});
            return;
        }
        m_steps[m_step++]();
        if (m_awaited == Event::Nothing)
            next();
    });
}

void Pictures::happened(Event event)
{
    if (event == m_awaited) {
        m_awaited = Event::Nothing;
        next();
    }
}

void Pictures::fail(const QString& what)
{
    if (m_isOver)
        return;
    m_isOver = true;
    emit finished(what);
}

void Pictures::press(QWidget& in, const QString& button)
{
    if (auto* found = find<QAbstractButton>(in, button))
        found->click();
}

SlotId Pictures::at(const QString& path)
{
    const SlotId slot = m_desktop.station().document().find(path);
    if (slot == SlotId::None)
        fail(u"the sample station has no "_s + path);
    return slot;
}

void Pictures::show(const QString& path)
{
    m_desktop.window().showComponent(at(path));
}

void Pictures::test()
{
    m_awaited = Event::Test;
    press(m_desktop.window(), u"testButton"_s);
}

} // namespace stationer
