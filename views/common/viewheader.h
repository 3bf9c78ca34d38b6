#pragma once

#include <QString>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace stationer {

class ElidedLabel;
class PlainLabel;
class ViewSwitcher;

/// The head of a view: icon, name and type of what is shown, the switch between its views where there are several, a filter.
class ViewHeader : public QWidget {
    Q_OBJECT
public:
    explicit ViewHeader(QWidget* parent = nullptr);

    void setTitle(const QString& name, const QString& type, const QString& icon);
    ViewSwitcher& switcher() { return *m_switcher; }
    QLineEdit& filter() { return *m_filter; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitType();

    PlainLabel* m_icon;
    ElidedLabel* m_title;
    PlainLabel* m_type;
    ViewSwitcher* m_switcher;
    QLineEdit* m_filter;
    QString m_iconName;
};

} // namespace stationer
