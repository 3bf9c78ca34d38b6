#pragma once

#include <QDateTime>
#include <QWidget>

namespace stationer {

/// The time a certificate is valid as a bar, with today on it.
class ValidityBar : public QWidget {
    Q_OBJECT
public:
    explicit ValidityBar(QWidget* parent = nullptr);
    void show(const QDateTime& from, const QDateTime& to, const QDateTime& now);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QDateTime m_from, m_to, m_now;
};

} // namespace stationer
