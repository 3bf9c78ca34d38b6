#pragma once

#include "connection/report.h"
#include "connection/resolver.h"
#include "trust/exemption.h"
#include "views/common/dialog.h"

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace stationer {

class AcceptanceChooser;
class ChallengeFacts;
class PlainLabel;

/// A certificate challenge put before the user: every reason in plain words, what the certificate says, and the answers. It
/// accepts exactly what it shows. A name of the certificate, which nobody vouches for, is looked up at the user's click and
/// not before. Not Now is the default; Escape, Enter and closing mean it. It is opened with open() and stores nothing.
class ChallengeDialog : public Dialog {
    Q_OBJECT
public:
    /// The report has a judgement that challenges or rejects.
    explicit ChallengeDialog(const Report& report, const QDateTime& now, QWidget* parent = nullptr,
                             Resolver resolver = systemResolver);

    /// That many other accounts met the same certificate on this host and port: says that the answer covers them too.
    void showCovered(int others);
    /// The user accepted the same certificate there.
    void showAcceptedElsewhere(const Endpoint& host);
    const Report& report() const { return m_report; }
    /// Closes it as answered: the root CA was imported.
    void settle() { finish(); }

signals:
    void approved(const stationer::AllowedHost& row);
    void refused(const stationer::AllowedHost& row);
    void postponed(const stationer::AllowedHost& row); ///< Not Now
    /// The root as the server sent it; where it did not, it has to come from a file, and `wanted` is its name.
    void importRequested(const QList<stationer::CertificateFacts>& roots, const QString& wanted);
    void nameChosen(const QString& host); ///< it is in the certificate, and leads to the address that answered
    void viewRequested();

public slots:
    void reject() override; ///< Escape and closing: Not Now

private:
    enum class Case { Ordinary, Expired, Changed };
    Case matter() const;
    AllowedHost row(Approval approval) const;
    QHBoxLayout* makeWords();
    void addBody(QVBoxLayout& words, const QString& body);
    void fit();
    void addAnswers(QVBoxLayout& layout);
    void nameAcceptance(QPushButton& accept) const;
    QPushButton* addAnswer(const QString& text, const QString& name);
    QStringList namesOfCertificate() const;
    void offerNames();
    void lookUp(const QString& host);
    void finish();

    Report m_report;
    QDateTime m_now;
    Resolver m_resolver;
    ChallengeFacts* m_facts;
    AcceptanceChooser* m_how = nullptr;
    QHBoxLayout* m_answers = nullptr;
    PlainLabel* m_covered = nullptr;
    PlainLabel* m_nameNote = nullptr; ///< what became of looking a name up
    QPushButton* m_useName = nullptr; ///< where the certificate has another name
    bool m_isAnswered = false;
};

} // namespace stationer
