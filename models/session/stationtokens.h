#pragma once

#include "station/slotid.h"
#include "token/tokensettings.h"

#include <QObject>
#include <QString>

#include <optional>

namespace stationer {

class OpenStation;
class OpenTrust;

/// How the tokens of the open station's accounts are asked for, as it is kept beside its trust files. Of a station that is
/// not saved yet it is kept in memory; saving it elsewhere takes it along.
class StationTokens : public QObject {
    Q_OBJECT
public:
    StationTokens(const OpenStation& station, const OpenTrust& trust, QObject* parent = nullptr);

    std::optional<TokenSettings> of(SlotId account) const;
    /// Nothing: the account signs in by a password again.
    void keep(SlotId account, const std::optional<TokenSettings>& settings);

signals:
    void changed();
    void faulted(const QString& sentence);

private:
    void enter();
    void read();
    void write();
    QString pathOf(SlotId account) const;

    const OpenStation& m_station;
    const OpenTrust& m_trust;
    TokenSettingsByPath m_settings;
    bool m_isReplacing = false;
};

} // namespace stationer
