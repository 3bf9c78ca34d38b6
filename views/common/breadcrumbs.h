#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QHBoxLayout;

namespace stationer {

/// The way from the station to what is shown, each step a button.
class Breadcrumbs : public QWidget {
    Q_OBJECT
public:
    explicit Breadcrumbs(QWidget* parent = nullptr);
    void setSteps(const QStringList& names);

signals:
    void stepClicked(int step); ///< 0 is the station

private:
    QStringList m_names;
    QHBoxLayout* m_layout;
};

} // namespace stationer
