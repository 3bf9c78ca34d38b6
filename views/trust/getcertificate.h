#pragma once

#include "views/common/dialog.h"
#include "views/trust/trustrooms.h"

#include <memory>
#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace stationer {

class NoteLine;

/// Get Certificate: fetches a server's chain by any protocol and mode, without credentials. One that cannot be verified is
/// put into Allowed Hosts, unanswered.
class GetCertificate : public Dialog {
    Q_OBJECT
public:
    explicit GetCertificate(const TrustRooms& rooms, QWidget* parent = nullptr);
    ~GetCertificate() override;

    void setServer(Protocol protocol, SecurityMode security, const Endpoint& server);

signals:
    void listed(const stationer::Endpoint& host);
    void fetched(const stationer::Report& report);

private:
    QWidget* makeForm();
    void followStandardPort();
    void fetch();
    void conclude(const Report& report);
    void view();

    TrustRooms m_rooms;
    QComboBox* m_protocol = nullptr;
    QComboBox* m_security = nullptr;
    QLineEdit* m_host = nullptr;
    QSpinBox* m_port = nullptr;
    NoteLine* m_answer;
    QPushButton* m_get;
    QPushButton* m_view;
    std::unique_ptr<ConnectionTest> m_test;
    std::optional<Report> m_report;
};

} // namespace stationer
