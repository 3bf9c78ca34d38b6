#pragma once

#include "connection/diagnosis.h"
#include "connection/report.h"
#include "items/roles.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace stationer {

class FoldButton;
class PlainLabel;
class TestModel;
class Waterfall;

/// What a connection test of the selected account found: the verdict as a sentence with its remedies, where it was made from,
/// and folded the stages and the transcript. It shows a report; it runs nothing.
class TestPanel : public QWidget {
    Q_OBJECT
public:
    explicit TestPanel(TestModel& stages, QWidget* parent = nullptr);

    void showNothing(const QString& sentence);
    void showRunning(const Endpoint& server);
    void showResolvingSlowly();
    /// `isCurrent` is false where a value it depends on was changed since.
    void showReport(const Report& report, bool isCurrent);
    void setTranscriptUnfolded(bool isUnfolded);
    void unfoldStages();
    bool isRunning() const { return m_isRunning; }
    QString headline() const;

signals:
    void cancelRequested();
    void testRequested(); ///< once more, with the values as they are now
    void remedyRequested(const stationer::Remedy& remedy);
    void reviewRequested();
    void passwordRequested(); ///< the password was refused, or is missing
    void saveRequested(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setVerdict(Badge badge, const QString& headline, const QString& body);
    void showBadge();
    void clearAnswers();
    QPushButton* addAnswer(const QString& text, const QString& name);
    void showCertificate(const Report& report);
    void showTranscript(const Report& report);

    std::optional<Report> m_report;
    bool m_isRunning = false;
    Badge m_badge = Badge::None;
    PlainLabel* m_badgeLabel;
    PlainLabel* m_headline;
    PlainLabel* m_body;
    PlainLabel* m_certificate;
    PlainLabel* m_place;
    QWidget* m_answers;
    QHBoxLayout* m_answerLayout;
    FoldButton* m_stagesFold;
    FoldButton* m_transcriptFold;
    Waterfall* m_waterfall;
    QPlainTextEdit* m_transcript;
    QPushButton* m_copy;
    QPushButton* m_save;
};

} // namespace stationer
