#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QDateEdit;
class QLineEdit;

namespace stationer {

/// The switches of the viewer: what the judge would say without the User Trust Store, on another day, for another host.
class WhatIf : public QWidget {
    Q_OBJECT
public:
    WhatIf(const QString& host, const QDateTime& now, QWidget* parent = nullptr);

    bool isWithoutUserStore() const;
    QDateTime time() const; ///< now, or the middle of the day that was chosen
    QString host() const;
    bool isSupposing() const; ///< anything differs from what is

signals:
    void changed();

private:
    QString m_host;
    QDateTime m_now;
    QCheckBox* m_withoutUser;
    QCheckBox* m_otherDate;
    QDateEdit* m_date;
    QCheckBox* m_otherHost;
    QLineEdit* m_name;
};

} // namespace stationer
