#include "app/settingsfinder.h"

#include "catalogue/accountslots.h"
#include "catalogue/portrules.h"
#include "diagnosis/diagnosis.h"
#include "session/openstation.h"

namespace stationer {

namespace {

/// The protocol and the host as they stand, whatever else is at fault.
Result<ConnectionSettings, SettingFault> aboutOf(const Document& document, SlotId account)
{
    const auto settings = settingsOf(document, account);
    if (settings)
        return settings.value();
    const auto protocol = protocolOf(document, account);
    if (!protocol)
        return settings.error();
    return settingsOf(*protocol, SecurityMode::Ssl, textOf(document, account, hostnameSlot), std::nullopt, {});
}

} // namespace

SettingsFinder::SettingsFinder(OpenStation& station, std::function<ChainJudge()> judge, QObject* parent)
    : QObject(parent), m_station(station), m_judge(std::move(judge))
{
    connect(&m_station, &OpenStation::aboutToBeReplaced, this, [this] {
        if (m_dialog)
            m_dialog->close();
    });
}

void SettingsFinder::open(SlotId account, QWidget* parent)
{
    if (m_dialog || !m_station.isOpen() || !m_station.document().exists(account))
        return;
    const Document& document = m_station.document();
    const auto about = aboutOf(document, account);
    if (!about) {
        emit refused(describe(about.error()));
        return;
    }
    const qint64 port = portOf(document, account).value_or(0);
    const auto own = port > 0 && port <= 65535 ? std::optional(quint16(port)) : std::nullopt;
    auto detection =
        std::make_unique<Detection>(about.value(), candidates(about.value().protocol, own), m_judge(), m_limits);
    m_dialog = new FindSettings(std::move(detection), parent);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &FindSettings::applied, this, [this, account](const Candidate& chosen) { apply(account, chosen); });
    m_dialog->open();
}

void SettingsFinder::apply(SlotId account, const Candidate& chosen)
{
    if (!m_station.isOpen() || !m_station.document().exists(account))
        return;
    const Document& document = m_station.document();
    const auto protocol = protocolOf(document, account);
    // Automatic stays automatic where it means the same port.
    const bool isAutomatic =
        portOf(document, account) == -1 && protocol && standardPort(*protocol, chosen.security) == chosen.port;
    const QList<Assignment> assignments = assignmentsFor(chosen.security, isAutomatic ? -1 : chosen.port);
    if (const std::optional<ChangeFault> fault = m_station.change(account, assignments))
        emit refused(describe(*fault));
    else
        emit applied();
}

} // namespace stationer
