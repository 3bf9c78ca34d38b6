#include "app/challengecourse.h"

#include "catalogue/accountslots.h"
#include "session/openstation.h"
#include "session/opentrust.h"
#include "session/trustedits.h"
#include "trust/challengeanswers.h"
#include "trust/importer.h"
#include "views/mainwindow.h"
#include "views/trust/certificateviewer.h"
#include "views/trust/rootimport.h"

namespace stationer {

ChallengeCourse::ChallengeCourse(OpenStation& station, OpenTrust& folder, const TrustRooms& trust, MainWindow& window)
    : m_station(station), m_folder(folder), m_trust(trust), m_window(window)
{
}

void ChallengeCourse::open(SlotId account, const Report& report, int others, std::function<void()> answered)
{
    if ((m_dialog && m_dialog->isVisible()) || !report.trust)
        return;      // one host and port gives one challenge at a time; one that was answered may not be gone yet
    m_folder.look(); // what another program laid there meanwhile may know the certificate
    auto* dialog = new ChallengeDialog(report, QDateTime::currentDateTimeUtc(), &m_window);
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_station, &OpenStation::aboutToBeReplaced, dialog, &QDialog::close);
    // The dialog's own event has to end first: what follows may open another one.
    const auto settle = [this, answered = std::move(answered)] {
        QMetaObject::invokeMethod(this, answered, Qt::QueuedConnection);
    };
    const auto answer = [this, settle](const AllowedHost& row, const QString& name) {
        m_trust.edits.answer({row}, name);
        settle();
    };
    connect(dialog, &ChallengeDialog::approved, this,
            [answer](const AllowedHost& row) { answer(row, tr("Accept the certificate of %1").arg(row.host.toString())); });
    connect(dialog, &ChallengeDialog::refused, this, [answer](const AllowedHost& row) {
        answer(row, tr("Reject the certificate of %1").arg(row.host.toString())); // tested again, so that the sheet says it
    });
    connect(dialog, &ChallengeDialog::postponed, this, [this](const AllowedHost& row) {
        if (const std::optional<TrustFileFault> fault = m_trust.hosts.noteUnanswered(row))
            m_window.say(describe(*fault));
    });
    connect(
        dialog, &ChallengeDialog::importRequested, this,
        [this, settle](const QList<CertificateFacts>& roots, const QString& wanted) { importRoots(roots, wanted, settle); });
    connect(dialog, &ChallengeDialog::viewRequested, this, &ChallengeCourse::view);
    connect(dialog, &ChallengeDialog::nameChosen, this, [this, account, settle](const QString& host) {
        if (const std::optional<ChangeFault> fault = m_station.change(account, {{hostnameSlot, host}}))
            return m_window.say(describe(*fault));
        m_window.workspace().showLastChange();
        settle();
    });
    dialog->showCovered(others);
    if (!report.trust->sent.isEmpty())
        if (const std::optional<Endpoint> elsewhere =
                acceptedElsewhere(m_trust.hosts.rows(), report.trust->sent.first().sha256, report.judgedServer()))
            dialog->showAcceptedElsewhere(*elsewhere);
    dialog->open();
    emit opened();
}

void ChallengeCourse::view()
{
    const Report& report = m_dialog->report();
    CertificateViewer::openOver(*m_dialog, {report.trust->sentChain(), report.judgedServer(), report.trust->row},
                                m_trust.anchors);
}

void ChallengeCourse::importRoots(const QList<CertificateFacts>& roots, const QString& wanted,
                                  const std::function<void()>& settle)
{
    auto* import = new RootImport(m_trust.roots, m_trust.edits, *m_dialog);
    connect(import, &RootImport::failed, &m_window, &MainWindow::say);
    connect(import, &RootImport::imported, m_dialog, [this, settle] {
        m_dialog->settle();
        settle();
    });
    if (roots.isEmpty())
        return import->fromFile(wanted);
    QByteArray pem;
    for (const CertificateFacts& root : roots)
        pem += toPem(root.der);
    import->fromBytes(pem);
}

} // namespace stationer
