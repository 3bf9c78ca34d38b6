#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace stationer {

/// Shows pages of the manual, which is part of the program; nothing else is ever loaded. Pictures are made as narrow as the
/// window.
class ManualBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit ManualBrowser(QWidget* parent = nullptr);

    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void doSetSource(const QUrl& url, QTextDocument::ResourceType type) override;

private:
    void refit();
    void polish();
    void goTo(const QString& anchor);

    QTimer m_soon; ///< a window is resized in many steps
    int m_fitted = 0;
};

} // namespace stationer
