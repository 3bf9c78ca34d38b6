#pragma once

#include "connection/candidates.h"
#include "connection/connectiontest.h"
#include "connection/detection.h"
#include "station/slotid.h"
#include "views/connection/findsettings.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace stationer {

class OpenStation;

/// Find Settings for one account of the open station: what to try, the dialog, and the one undo step that applies what was
/// chosen. It works where the account's switches are at fault as well; only the host and the protocol are needed.
class SettingsFinder : public QObject {
    Q_OBJECT
public:
    /// `judge` is asked each time, for the trust of that moment.
    SettingsFinder(OpenStation& station, std::function<ChainJudge()> judge, QObject* parent = nullptr);

    void setLimits(const Limits& limits) { m_limits = limits; }
    /// Opens the dialog over `parent`; it closes when another station comes.
    void open(SlotId account, QWidget* parent);
    FindSettings* dialog() const { return m_dialog; }

signals:
    void applied();                        ///< what was chosen, to the account
    void refused(const QString& sentence); ///< why nothing can be tried, or the choice not be applied

private:
    void apply(SlotId account, const Candidate& chosen);

    OpenStation& m_station;
    std::function<ChainJudge()> m_judge;
    Limits m_limits = detectionLimits();
    QPointer<FindSettings> m_dialog;
};

} // namespace stationer
