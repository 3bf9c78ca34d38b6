#pragma once

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace stationer {

class ManualWindow;

/// The manual inside the program: F1 anywhere opens the page about what has the focus, in a window of its own that no dialog
/// blocks.
class Manual : public QObject {
    Q_OBJECT
public:
    explicit Manual(QObject* parent = nullptr);
    ~Manual() override;

    void showAbout(const QWidget* widget);                  ///< its page; nullptr: the first
    ManualWindow* window() const { return m_window.get(); } ///< nullptr before it was first shown

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::unique_ptr<ManualWindow> m_window;
};

} // namespace stationer
