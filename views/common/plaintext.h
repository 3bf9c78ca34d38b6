#pragma once

#include <QLabel>
#include <QString>

namespace stationer {

/// A label that never guesses: its text is shown as it is, whatever it holds.
class PlainLabel : public QLabel {
    Q_OBJECT
public:
    explicit PlainLabel(const QString& text = {}, QWidget* parent = nullptr);

    void setWrapped();                  ///< breaks between words
    void setSelectable();               ///< by mouse and keyboard, to be copied
    void setMuted(bool isMuted = true); ///< second rank: the palette's quiet text colour
    void setHeading(qreal scale);       ///< bold, `scale` times the size
    void setMonospace();

protected:
    void changeEvent(QEvent* event) override;

private:
    void tint();
    bool m_isMuted = false;
};

/// One line that ends in an ellipsis where there is no room; the whole text is its tool tip then.
class ElidedLabel : public QWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return m_text; }
    void setMode(Qt::TextElideMode mode);
    void setMuted();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString m_text;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_isMuted = false;
};

/// Tool tips guess rich text; this is plain text that they show as it is, and wrap.
QString plainToolTip(const QString& text);
/// The text that plainToolTip() was made of; a tool tip of another make as it is.
QString textOfToolTip(const QString& toolTip);
/// Makes controls and direction marks visible and cuts what is too long to be shown on one line.
QString shownOnOneLine(const QString& text, qsizetype maximum = 500);
QFont monospaceFont(const QWidget& like);

} // namespace stationer
