#pragma once

#include "items/roles.h"

#include <QWidget>

class QPushButton;

namespace stationer {

class FlowLayout;
class LinkButton;
class NoteLine;
class PlainLabel;

/// The head of the test panel, in sight whatever is scrolled below it: the badge, the verdict as one sentence, the answers
/// to it as buttons, what the station itself would meet in a line, and one that says where the test was not the usual one.
/// Without a verdict a few words beside the buttons: it is one line.
class VerdictView : public QWidget {
    Q_OBJECT
public:
    explicit VerdictView(QWidget* parent = nullptr);

    enum class Age { Current, Outdated }; ///< Outdated: grey, of values that are others now
    void setVerdict(Badge badge, const QString& headline, Age age = Age::Current);
    void setWords(const QString& words, const QString& explanation = {}); ///< in place of a verdict
    QString words() const;
    QString headline() const;
    void announce();    ///< to a screen reader, wherever the focus is
    int indent() const; ///< how far behind the edge the headline begins, which stands beside the badge

    void clearAnswers();
    QPushButton* addAnswer(const QString& text, const QString& name);
    void addTool(QWidget* tool); ///< stays, at the far side

    /// What the station itself would meet, and what to do about it; empty: nothing is said.
    void setStation(Badge badge, const QString& sentence, const QString& answer = {});

    /// What is left to be done after a pass: to save, and so many items of the handover sheet; false and 0: nothing is said.
    void setNextSteps(bool canSave, int handoverItems);

    /// What was chosen for the tests; empty: the usual.
    void setChosen(const QString& sentence);

signals:
    void resetRequested(); ///< back to the usual
    void stationAnswered();
    void saveRequested();
    void handoverRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showBadge();
    void leaveRoom();
    int signExtent() const;

    Badge m_badge = Badge::None;
    Age m_age = Age::Current;
    PlainLabel* m_sign;
    PlainLabel* m_headline;
    NoteLine* m_station;
    QWidget* m_row;
    FlowLayout* m_buttons;
    QWidget* m_next;
    LinkButton* m_save;
    PlainLabel* m_between;
    LinkButton* m_handOver;
    PlainLabel* m_words;
    NoteLine* m_chosen;
    QList<QPushButton*> m_answers;
};

} // namespace stationer
