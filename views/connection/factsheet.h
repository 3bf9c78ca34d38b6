#pragma once

#include "items/roles.h"

#include <QList>
#include <QString>
#include <QTextEdit>

namespace stationer {

/// One fact: what it is, and what it is here. Without a label it goes on where the one above stands; without a value it is a
/// heading of what follows.
struct Fact {
    QString label;
    QString value;
    Badge badge = Badge::None;
    bool isMonospace = false;
    bool operator==(const Fact&) const = default;
};

/// Facts in two columns, as plain text that can be selected across rows and copied. It is as high as its text, and breaks
/// words that have no room.
class FactSheet : public QTextEdit {
    Q_OBJECT
public:
    explicit FactSheet(const QString& accessibleName, QWidget* parent = nullptr);

    void setFacts(const QList<Fact>& facts);
    const QList<Fact>& facts() const { return m_facts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    void write();
    void follow();
    int labelWidth() const;

    QList<Fact> m_facts;
    bool m_isWriting = false;
};

} // namespace stationer
