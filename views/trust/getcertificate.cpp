#include "views/trust/getcertificate.h"

#include "catalogue/portrules.h"
#include "diagnosis/diagnosis.h"
#include "session/trustedits.h"
#include "trust/challengeanswers.h"
#include "views/common/noteline.h"
#include "views/common/plaintext.h"
#include "views/sheet/editors/plainlineedit.h"
#include "views/trust/certificateviewer.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

GetCertificate::GetCertificate(const TrustRooms& rooms, QWidget* parent)
    : Dialog(parent), m_rooms(rooms), m_answer(new NoteLine(this))
{
    setObjectName(u"getCertificateDialog"_s);
    setWindowTitle(tr("Get Certificate"));
    auto* words =
        new PlainLabel(tr("Asks a mail server for its certificate. Nothing is signed in and nothing is sent."), this);
    words->setWrapped();
    words->setMuted();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_get = buttons->addButton(tr("&Get Certificate"), QDialogButtonBox::ActionRole);
    m_get->setObjectName(u"fetchCertificate"_s);
    m_get->setDefault(true);
    m_get->setEnabled(false);
    m_view = buttons->addButton(tr("&View…"), QDialogButtonBox::ActionRole);
    m_view->setObjectName(u"viewFetched"_s);
    m_view->setAutoDefault(false);
    m_view->setEnabled(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_answer->setObjectName(u"fetchAnswer"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(words);
    layout->addWidget(makeForm());
    layout->addWidget(m_answer);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(m_get, &QPushButton::clicked, this, &GetCertificate::fetch);
    connect(m_view, &QPushButton::clicked, this, &GetCertificate::view);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 20);
}

GetCertificate::~GetCertificate() = default;

QWidget* GetCertificate::makeForm()
{
    auto* form = new QWidget(this);
    m_host = new PlainLineEdit(form);
    m_host->setObjectName(u"fetchHost"_s);
    m_host->setAccessibleName(tr("Host name or address"));
    m_host->setPlaceholderText(u"mail.example.com"_s);
    m_protocol = new QComboBox(form);
    m_protocol->setObjectName(u"fetchProtocol"_s);
    m_protocol->setAccessibleName(tr("Protocol"));
    for (const Protocol protocol : allProtocols)
        m_protocol->addItem(shownName(protocol), int(protocol));
    m_security = new QComboBox(form);
    m_security->setObjectName(u"fetchSecurity"_s);
    m_security->setAccessibleName(tr("Security mode"));
    m_security->addItem(tr("Use Ssl: encrypted from the first byte"), int(SecurityMode::Ssl));
    m_security->addItem(tr("Use Start Tls: plain, then upgraded"), int(SecurityMode::StartTls));
    m_port = new QSpinBox(form);
    m_port->setObjectName(u"fetchPort"_s);
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(1, 65535);
    auto* layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("&Host:"), m_host);
    layout->addRow(tr("P&rotocol:"), m_protocol);
    layout->addRow(tr("&Security:"), m_security);
    layout->addRow(tr("&Port:"), m_port);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &GetCertificate::followStandardPort);
    connect(m_security, &QComboBox::currentIndexChanged, this, &GetCertificate::followStandardPort);
    connect(m_host, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_get->setEnabled(!text.trimmed().isEmpty() && !m_test); });
    followStandardPort();
    return form;
}

void GetCertificate::followStandardPort()
{
    m_port->setValue(
        standardPort(Protocol(m_protocol->currentData().toInt()), SecurityMode(m_security->currentData().toInt())));
}

void GetCertificate::setServer(Protocol protocol, SecurityMode security, const Endpoint& server)
{
    m_protocol->setCurrentIndex(m_protocol->findData(int(protocol)));
    if (const int index = m_security->findData(int(security)); index >= 0)
        m_security->setCurrentIndex(index);
    m_host->setText(server.host);
    m_port->setValue(server.port);
}

void GetCertificate::fetch()
{
    const Result<ConnectionSettings, SettingFault> settings =
        settingsOf(Protocol(m_protocol->currentData().toInt()), SecurityMode(m_security->currentData().toInt()),
                   m_host->text().trimmed(), m_port->value(), {});
    if (!settings)
        return m_answer->setNote(Badge::Fault, describe(settings.error()));
    TestOrder order;
    order.settings = settings.value();
    order.depth = Depth::Connect;
    m_report.reset();
    m_view->setEnabled(false);
    m_get->setEnabled(false);
    m_answer->setNote(Badge::Info, tr("Asking %1…").arg(shownOnOneLine(order.settings.server.toString(), 120)));
    m_test = std::make_unique<ConnectionTest>(std::move(order), m_rooms.judge());
    connect(m_test.get(), &ConnectionTest::finished, this, [this](const Report& report) {
        m_test.release()->deleteLater(); // it holds the report until then
        conclude(report);
    });
    m_test->start();
}

void GetCertificate::conclude(const Report& report)
{
    m_report = report;
    m_get->setEnabled(true);
    const bool isThere = report.trust && !report.trust->sent.isEmpty();
    m_view->setEnabled(isThere);
    if (!isThere) {
        const Diagnosis diagnosis = diagnose(report);
        m_answer->setNote(Badge::Failed, diagnosis.headline + u' ' + diagnosis.body);
        emit fetched(report);
        return;
    }
    const Judgement& trust = *report.trust;
    switch (trust.verdict) {
    case Verdict::Trusted:
        m_answer->setNote(Badge::Passed, tr("Trusted. It needs no exemption."));
        break;
    case Verdict::Exempted:
        m_answer->setNote(Badge::Passed, tr("Accepted by the exemption in Allowed Hosts."));
        break;
    case Verdict::Rejected:
        m_answer->setNote(Badge::Failed, tr("You rejected this certificate. Its row in Allowed Hosts says so."));
        break;
    case Verdict::Challenged: {
        const AllowedHost row = unansweredRow(trust, report.settings.server, QDateTime::currentDateTimeUtc());
        if (!trust.row)
            m_rooms.edits.answer({row}, tr("Get the certificate of %1").arg(row.host.toString()));
        const QString what = diagnose(report).headline;
        m_answer->setNote(Badge::Warning,
                          trust.row ? what : what + u' ' + tr("It stands in Allowed Hosts now, unanswered."));
        emit listed(row.host);
        break;
    }
    }
    emit fetched(report);
}

void GetCertificate::view()
{
    if (m_report && m_report->trust)
        CertificateViewer::openOver(*this, {m_report->trust->sentChain(), m_report->settings.server, m_report->trust->row},
                                    m_rooms.anchors);
}

} // namespace stationer
