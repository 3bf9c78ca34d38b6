#pragma once

#include "connection/candidates.h"
#include "views/common/dialog.h"

#include <memory>

class QPushButton;
class QTableWidget;

namespace stationer {

class Detection;
class PlainLabel;

/// Find Settings: what the server answers, mode by mode and port by port, as the answers come in. The safest row that works
/// is chosen beforehand; Apply raises the row that is chosen. It is opened with open() and changes nothing itself.
class FindSettings : public Dialog {
    Q_OBJECT
public:
    /// The detection has not been started; the dialog starts it and cancels it when it closes.
    FindSettings(std::unique_ptr<Detection> detection, QWidget* parent = nullptr);
    ~FindSettings() override;

    bool isFinished() const;

signals:
    void applied(const stationer::Candidate& chosen);
    void finishedLooking();

private:
    void fillRow(qsizetype index);
    void conclude();
    void follow();
    void apply();

    std::unique_ptr<Detection> m_detection;
    PlainLabel* m_headline;
    PlainLabel* m_body;
    QTableWidget* m_table;
    QPushButton* m_apply;
    bool m_hasChosen = false; ///< the user did; the best row is not put in its place
};

} // namespace stationer
