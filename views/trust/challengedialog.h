#pragma once

#include "connection/report.h"
#include "trust/exemption.h"

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace stationer {

class AcceptanceChooser;
class PlainLabel;

/// A certificate challenge put before the user: every reason in plain words, what the certificate says, and the answers. It accepts
/// exactly what it shows. Not Now is the default; Escape, Enter and closing mean it. It is opened with open() and stores nothing.
class ChallengeDialog : public QDialog {
    Q_OBJECT
public:
    /// The report has a judgement that challenges or rejects.
    ChallengeDialog(const Report& report, const QDateTime& now, QWidget* parent = nullptr);

    /// The certificate names `host`, and it leads to the same address: offers to use it.
    void offerName(const QString& host);
    /// That many other accounts met the same certificate on this host and port: says that the answer covers them too.
    void showCovered(int others);
    /// Host names of the certificate that might be meant, none where the name is not the matter.
    QStringList candidateNames() const;
    const Report& report() const { return m_report; }
    /// Closes it as answered: the root CA was imported.
    void settle() { finish(); }

signals:
    void approved(const stationer::AllowedHost& row);
    void refused(const stationer::AllowedHost& row);
    void postponed(const stationer::AllowedHost& row); ///< Not Now
    /// The root as the server sent it; where it did not, it has to come from a file, and `wanted` is its name.
    void importRequested(const QList<stationer::CertificateFacts>& roots, const QString& wanted);
    void nameChosen(const QString& host);
    void viewRequested();

public slots:
    void reject() override; ///< Escape and closing: Not Now

private:
    enum class Case { Ordinary, Expired, Changed };
    Case matter() const;
    AllowedHost row(Approval approval) const;
    QHBoxLayout* makeWords();
    void addAnswers(QVBoxLayout& layout);
    void nameAcceptance(QPushButton& accept) const;
    QPushButton* addAnswer(const QString& text, const QString& name);
    void finish();

    Report m_report;
    QDateTime m_now;
    AcceptanceChooser* m_how = nullptr;
    QHBoxLayout* m_answers = nullptr;
    PlainLabel* m_covered = nullptr;
    bool m_isAnswered = false;
};

} // namespace stationer
