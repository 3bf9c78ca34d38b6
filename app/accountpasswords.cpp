#include "app/accountpasswords.h"

#include "catalogue/accountslots.h"
#include "catalogue/catalogue.h"
#include "session/openstation.h"
#include "session/stationtokens.h"
#include "station/slotname.h"
#include "trust/userkeystore.h"
#include "views/common/messagebox.h"
#include "views/common/wishes.h"
#include "views/connection/passwordprompt.h"
#include "views/connection/tokendialog.h"
#include "views/mainwindow.h"
#include "views/sheet/propertysheet.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

AccountPasswords::AccountPasswords(OpenStation& station, KeyRing& keyRing, AccountOrders& orders, const Tokens& tokens,
                                   Wishes& wishes, MainWindow& window)
    : m_station(station), m_keyRing(keyRing), m_orders(orders), m_tokens(tokens), m_grants(keyRing, tokens.keys),
      m_window(window)
{
    connect(&wishes, &Wishes::signInByTokenWished, this, &AccountPasswords::askForToken);
    connect(&tokens.kept, &StationTokens::changed, this, [this] { show(m_window.shown()); });
    connect(&tokens.kept, &StationTokens::faulted, &window, &MainWindow::say);
    connect(&wishes, &Wishes::keepPasswordWished, this, &AccountPasswords::store);
    connect(&wishes, &Wishes::forgetPasswordWished, this, &AccountPasswords::forget);
    // Host and user say where the password belongs; what the sheet shows of it follows them.
    connect(&station, &OpenStation::changed, &m_placeTimer, qOverload<>(&QTimer::start));
    m_placeTimer.setSingleShot(true);
    m_placeTimer.setInterval(300ms);
    connect(&m_placeTimer, &QTimer::timeout, this, [this] { show(m_window.shown()); });
}

void AccountPasswords::show(SlotId component)
{
    if (!m_station.isOpen() || component == SlotId::None || !m_station.document().exists(component))
        return;
    const Document& document = m_station.document();
    const bool isAccount = isAccountType(document.type(component));
    m_window.sheet().setToken(isAccount ? component : SlotId::None, m_tokens.kept.of(component));
    PasswordFacts facts;
    facts.isInFile = hasPassword(document, component);
    const std::optional<SecretPlace> place = m_orders.passwordPlace(component);
    if (!place) {
        ++m_factsAsked;
        return m_window.sheet().setPasswordFacts(facts);
    }
    // What is shown stays until the key ring answers: nothing flashes.
    m_keyRing.read(*place, this, [this, question = ++m_factsAsked, facts](const KeyRingAnswer& answer) mutable {
        if (question != m_factsAsked)
            return;
        facts.isKept = answer.secret.has_value();
        facts.home = homeAfter(answer);
        m_window.sheet().setPasswordFacts(facts);
    });
}

void AccountPasswords::store(SlotId account, const Secret& password)
{
    const std::optional<SecretPlace> place = m_orders.passwordPlace(account);
    if (!place) {
        m_window.say(tr("A test password belongs to a host and a user: fill in Hostname and Account first."));
        return;
    }
    if (isMemoryOnly())
        return keep(account, password);
    m_keyRing.write(*place, password, this, [this](const KeyRingAnswer&) { show(m_window.shown()); });
}

void AccountPasswords::keep(SlotId account, const Secret& password)
{
    if (const std::optional<SecretPlace> place = m_orders.passwordPlace(account))
        m_keyRing.keepForSession(*place, password);
    show(m_window.shown());
}

void AccountPasswords::forget(SlotId account)
{
    if (const std::optional<SecretPlace> place = m_orders.passwordPlace(account))
        m_keyRing.remove(*place, this, [this](const KeyRingAnswer&) { show(m_window.shown()); });
}

bool AccountPasswords::isMemoryOnly() const
{
    return !m_memoryOnly.isEmpty() && m_station.path() == m_memoryOnly;
}

/// Where a password lives that the key ring answered so about, or where it would.
PasswordHome AccountPasswords::homeAfter(const KeyRingAnswer& answer) const
{
    switch (answer.secret ? answer.refused : answer.state) {
    case KeyRingState::Locked:
        return PasswordHome::LockedKeyRing;
    case KeyRingState::Silent:
        return PasswordHome::SilentKeyRing;
    case KeyRingState::Absent:
        return PasswordHome::NoKeyRing;
    case KeyRingState::Answered:
        break;
    }
    return isMemoryOnly() || answer.isForSession ? PasswordHome::Memory : PasswordHome::KeyRing;
}

AccountPasswordSource AccountPasswords::byTokenElse(const AccountPasswordSource& otherwise, bool isIndispensable)
{
    return [this, otherwise, isIndispensable](SlotId account, const Found& found) {
        const std::optional<TokenSettings> settings = m_tokens.kept.of(account);
        if (!settings)
            return otherwise(account, found);
        const auto signsIn = settingsOf(m_station.document(), account);
        const QString user = signsIn ? signsIn.value().account.value_or(QString()) : QString();
        m_grants.find(*settings, user, [this, found, isIndispensable](const std::optional<TokenGrant>& grant) {
            if (!grant && isIndispensable)
                m_window.say(tr("What the token is asked for with is not in the key ring. Type it again: Tools, Sign In by "
                                "Token."));
            found({.secret = {}, .isIndispensable = isIndispensable, .grant = grant});
        });
    };
}

void AccountPasswords::askForToken(SlotId account)
{
    QStringList keys;
    for (const UserKey& key : m_tokens.keys.keys())
        keys += key.alias;
    auto* dialog =
        new TokenDialog(shownSlotName(m_station.document().name(account)), m_tokens.kept.of(account), keys, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_station, &OpenStation::aboutToBeReplaced, dialog, &QDialog::reject);
    connect(dialog, &TokenDialog::saved, this,
            [this, account](const TokenSettings& settings, const Secret& secret) { keepToken(account, settings, secret); });
    connect(dialog, &TokenDialog::removed, this, [this, account] { m_tokens.kept.keep(account, std::nullopt); });
    dialog->open();
}

void AccountPasswords::keepToken(SlotId account, const TokenSettings& settings, const Secret& secret)
{
    m_tokens.kept.keep(account, settings);
    const std::optional<SecretPlace> place = clientSecretPlace(settings);
    if (!place || secret.isEmpty())
        return;
    if (isMemoryOnly())
        return m_keyRing.keepForSession(*place, secret);
    m_keyRing.write(*place, secret, this, [](const KeyRingAnswer&) {});
}

AccountPasswordSource AccountPasswords::known()
{
    const AccountPasswordSource password = [this](SlotId account, const Found& found) {
        const std::optional<SecretPlace> place = m_orders.passwordPlace(account);
        if (!place)
            return found({});
        m_keyRing.read(*place, this, [this, account, place = *place, found](const KeyRingAnswer& answer) {
            if (answer.secret)
                return found({answer.secret});
            for (const SecretPlace& other : m_keyRing.knownPlaces(place.stationFile, place.slotPath))
                if (other.user == place.user && other.host != place.host)
                    return askAboutOther(account, other, found); // it is not sent to another host unasked
            ask(account, Why::Missing, homeAfter(answer), found);
        });
    };
    return byTokenElse(password, true);
}

AccountPasswordSource AccountPasswords::asked(Why why)
{
    return [this, why](SlotId account, const Found& found) {
        const std::optional<SecretPlace> place = m_orders.passwordPlace(account);
        if (!place)
            return found({});
        m_keyRing.read(*place, this, [this, why, account, found](const KeyRingAnswer& answer) {
            ask(account, why, homeAfter(answer), found);
        });
    };
}

AccountPasswordSource AccountPasswords::silent()
{
    const AccountPasswordSource password = [this, isClosed = std::make_shared<bool>(false)](SlotId account,
                                                                                            const Found& found) {
        const std::optional<SecretPlace> place = m_orders.passwordPlace(account);
        if (!place || *isClosed)
            return found({});
        m_keyRing.read(*place, this, [isClosed, found](const KeyRingAnswer& answer) {
            *isClosed = *isClosed || answer.state == KeyRingState::Locked || answer.state == KeyRingState::Silent;
            found({answer.secret});
        });
    };
    return byTokenElse(password, false);
}

void AccountPasswords::ask(SlotId account, Why why, PasswordHome home, const Found& found)
{
    const std::optional<SecretPlace> place = m_orders.passwordPlace(account);
    if (!place)
        return found({});
    const auto reason = why == Why::Refused ? PasswordPrompt::Reason::Refused : PasswordPrompt::Reason::Missing;
    auto* prompt = new PasswordPrompt(place->user, place->host, reason, home, &m_window);
    prompt->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_station, &OpenStation::aboutToBeReplaced, prompt, &QDialog::reject);
    connect(prompt, &PasswordPrompt::entered, this, [this, account, found](const Secret& password) {
        store(account, password);
        found({password});
    });
    connect(prompt, &PasswordPrompt::skipped, this, [found] { found({}); });
    connect(prompt, &QDialog::rejected, this, [found] { found({.secret = {}, .isIndispensable = true}); });
    prompt->open();
}

void AccountPasswords::askAboutOther(SlotId account, const SecretPlace& other, const Found& found)
{
    const std::optional<SecretPlace> place = m_orders.passwordPlace(account);
    if (!place)
        return found({});
    auto* box = new MessageBox(m_window, tr("Send the password stored for %1 to %2?").arg(other.host, place->host),
                               tr("It was typed for another host. Send it only if both belong to the same mail system."));
    box->setObjectName(u"otherHostQuestion"_s);
    QPushButton* send = box->addButton(tr("&Send It"), QMessageBox::AcceptRole);
    QPushButton* another = box->addButton(tr("&Enter Another…"), QMessageBox::ActionRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(another);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, account, other, found, send, another](const QAbstractButton* clicked) {
                if (clicked == another)
                    return asked(Why::Missing)(account, found);
                if (clicked != send)
                    return found({.secret = {}, .isIndispensable = true});
                m_keyRing.read(other, this, [this, account, found](const KeyRingAnswer& answer) {
                    if (!answer.secret)
                        return ask(account, Why::Missing, homeAfter(answer), found);
                    store(account, *answer.secret);
                    found({answer.secret});
                });
            });
    box->open();
}

} // namespace stationer
