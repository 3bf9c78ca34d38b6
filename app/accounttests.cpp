#include "app/accounttests.h"

#include "catalogue/accountslots.h"
#include "connection/testmessage.h"
#include "items/testmodel.h"
#include "rows/sheetrow.h"
#include "session/openstation.h"
#include "trust/allowedhosts.h"
#include "trust/hostname.h"
#include "trust/truststores.h"

#include <QPointer>

namespace stationer {

QList<HostUse> usesIn(const Report& report)
{
    QList<HostUse> uses;
    if (!report.trust)
        return uses;
    if (report.trust->verdict == Verdict::Exempted)
        uses += HostUse{report.settings.server, QDateTime::currentDateTimeUtc(), {}};
    // A row is told what its server has shown since, be it trusted without it or another one's.
    const bool isNews = report.trust->verdict == Verdict::Trusted || report.trust->isIdentityChanged;
    if (!isNews || !report.trust->row)
        return uses;
    CertificateChain chain;
    for (const CertificateFacts& sent : report.trust->sent)
        chain += sent.der;
    if (!chain.isEmpty())
        uses += HostUse{report.settings.server, {}, chain};
    return uses;
}

AccountTests::AccountTests(const Rooms& rooms, QObject* parent) : QObject(parent), m_rooms(rooms), m_anchors(rooms.roots)
{
    connect(&m_rooms.station, &OpenStation::aboutToBeReplaced, this, [this] {
        m_test.reset(); // its account is about to be gone, so nobody waits for its report
        m_account = SlotId::None;
        m_next.reset();
        m_choices.clear();
    });
}

AccountTests::~AccountTests() = default;

std::optional<SecretPlace> AccountTests::placeOf(SlotId account) const
{
    if (!m_rooms.station.isOpen() || !m_rooms.station.document().exists(account))
        return std::nullopt;
    const Document& document = m_rooms.station.document();
    if (!isAccountType(document.type(account)))
        return std::nullopt;
    const auto host = normalisedHost(textOf(document, account, hostnameSlot));
    const QString user = textOf(document, account, accountSlot);
    if (!host || user.isEmpty())
        return std::nullopt;
    return SecretPlace{m_rooms.station.path(), document.path(account), *host, user};
}

void AccountTests::start(SlotId account, const std::optional<Errand>& errand)
{
    if (isRunning() && m_account != account) {
        cancel(); // one test runs at a time, and the one that was asked for last is the one that is wanted
        if (isRunning()) {
            m_next = Next{account, errand};
            return;
        }
    }
    if (isRunning() || !m_rooms.station.isOpen())
        return;
    m_errand = errand;
    const auto settings = settingsOf(m_rooms.station.document(), account);
    const std::optional<SecretPlace> place = placeOf(account);
    if (!settings || !choices(account).needsPassword(settings.value()) || !place)
        return startWith(account, std::nullopt);
    m_account = account;
    m_rooms.keyRing.read(*place, this, [this, account, place = *place](const KeyRingAnswer& answer) {
        if (m_account != account)
            return; // another station came, or it was cancelled
        m_account = SlotId::None;
        if (answer.secret)
            return startWith(account, answer.secret);
        for (const SecretPlace& other : m_rooms.keyRing.knownPlaces(place.stationFile, place.slotPath))
            if (other.user == place.user && other.host != place.host) {
                emit otherPlaceKnown(account, other);
                return;
            }
        emit passwordNeeded(account, answer.state);
    });
}

Result<TestOrder, SettingFault> AccountTests::orderFor(SlotId account, const std::optional<Secret>& password) const
{
    const Result<ConnectionSettings, SettingFault> settings = settingsOf(m_rooms.station.document(), account);
    if (!settings)
        return settings.error();
    const TestChoices chosen = choices(account);
    const bool isWithoutPassword = !password && chosen.needsPassword(settings.value());
    TestOrder order;
    order.settings = settings.value();
    order.depth = order.settings.account ? Depth::Login : Depth::Connect;
    order.password = password.value_or(Secret());
    order.unsavedSlots = unsavedLabels(account);
    chosen.applyTo(order);
    if (isWithoutPassword)
        order.depth = Depth::Connect;
    return order;
}

Report AccountTests::refusalOf(SlotId account, const SettingFault& fault) const
{
    ConnectionSettings known;
    known.path = m_rooms.station.document().path(account);
    return ConnectionTest::refused(fault, known);
}

void AccountTests::startWith(SlotId account, const std::optional<Secret>& password)
{
    if (isRunning() || !m_rooms.station.isOpen() || !m_rooms.station.document().exists(account))
        return;
    Result<TestOrder, SettingFault> order = orderFor(account, password);
    if (!order) {
        const Report report = refusalOf(account, order.error());
        m_rooms.stages.show(report);
        emit finished(account, report);
        return;
    }
    TestOrder what = std::move(order).value();
    const std::optional<Errand> errand = std::exchange(m_errand, std::nullopt);
    if (errand && (password || what.depth != Depth::Connect || !what.settings.account)) {
        what.depth = errand->depth;
        what.recipient = errand->recipient;
        if (errand->depth == Depth::Message)
            what.message = TestMessage::now(m_rooms.station.title(), what.settings, what.recipient).toBytes();
    }
    run(account, std::move(what));
}

void AccountTests::setChoices(SlotId account, const TestChoices& choices)
{
    if (choices.isDefault())
        m_choices.remove(account);
    else
        m_choices.insert(account, choices);
}

void AccountTests::run(SlotId account, TestOrder order)
{
    const Endpoint server = order.settings.server;
    const Depth depth = order.depth;
    m_account = account;
    m_test = std::make_unique<ConnectionTest>(std::move(order), judgeNow(), m_limits, m_resolver);
    TestModel& stages = m_rooms.stages;
    stages.begin(depth);
    ConnectionTest* test = m_test.get();
    connect(test, &ConnectionTest::stageBegan, &stages, &TestModel::beginStage);
    connect(test, &ConnectionTest::stageEnded, &stages, &TestModel::endStage);
    connect(test, &ConnectionTest::resolvingSlowly, this, &AccountTests::resolvingSlowly);
    connect(test, &ConnectionTest::finished, this, [this, account](const Report& report) {
        m_test.release()->deleteLater(); // it holds the report until then
        m_account = SlotId::None;
        noteTrust(usesIn(report));
        m_rooms.stages.show(report);
        emit finished(account, report);
        if (const std::optional<Next> next = std::exchange(m_next, std::nullopt))
            start(next->account, next->errand);
    });
    emit began(account, server);
    test->start();
}

void AccountTests::noteTrust(const QList<HostUse>& uses)
{
    if (!uses.isEmpty())
        m_rooms.hosts.noteUses(uses);
}

void AccountTests::cancel()
{
    m_next.reset();
    if (m_test)
        m_test->cancel();
    else
        m_account = SlotId::None;
}

ChainJudge AccountTests::judgeNow()
{
    return [tests = QPointer<AccountTests>(this)](const CertificateChain& chain, const Endpoint& server) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        if (!tests) // the window is closing: nobody vouches
            return judge(chain, server.host, now, TrustAnchors());
        AllowedHosts& hosts = tests->m_rooms.hosts;
        hosts.reload();
        return judge(chain, server.host, now, tests->m_anchors.now(), hosts.find(server));
    };
}

QStringList AccountTests::unsavedLabels(SlotId account) const
{
    QStringList labels;
    for (const SheetRow& row : sheetRows(m_rooms.station.document(), account))
        if (row.isChanged)
            labels += row.label;
    return labels;
}

} // namespace stationer
