#pragma once

#include "trust/challengeanswers.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

namespace stationer {

class PlainLabel;

/// How an exemption is to hold: until when, and what it is bound to. Whatever is chosen is temporary by nature, and badged
/// so.
class AcceptanceChooser : public QWidget {
    Q_OBJECT
public:
    AcceptanceChooser(const Judgement& judgement, const QDateTime& now, QWidget* parent = nullptr);

    Acceptance acceptance() const;
    /// Preselects so many days from now.
    void chooseDays(int days);
    /// The days of «until a date», where that is chosen and is as many days as chooseDays() said.
    std::optional<int> chosenDays() const;

signals:
    void changed();

private:
    void follow();

    QDateTime m_now;
    std::optional<int> m_days;
    QComboBox* m_scope;
    QDateEdit* m_date;
    QComboBox* m_binding;
    PlainLabel* m_meaning;
};

} // namespace stationer
