#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QHBoxLayout;

namespace stationer {

/// The way from the station to what is shown, each step a button. Where there is no room for all, the first ones are left
/// out.
class Breadcrumbs : public QWidget {
    Q_OBJECT
public:
    explicit Breadcrumbs(QWidget* parent = nullptr);
    void setSteps(const QStringList& names);

signals:
    void stepClicked(int step); ///< 0 is the station

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QStringList m_names;
    QHBoxLayout* m_layout;
    QList<QWidget*> m_parts; ///< a button, an arrow, a button …
    QWidget* m_leftOut;
};

} // namespace stationer
