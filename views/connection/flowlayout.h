#pragma once

#include <QLayout>
#include <QList>

namespace stationer {

/// Places its items one after the other and goes on in the next line where there is no room. What is added at the end stands
/// at the far side of the line, all of it in the next one where it does not fit. Mirrored where text runs from the right.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addAtEnd(QWidget* widget);

    void addItem(QLayoutItem* item) override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    int count() const override { return int(m_items.size()); }
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    int arrange(const QRect& area, bool isForReal) const;
    bool isAtEnd(const QLayoutItem* item) const;

    QList<QLayoutItem*> m_items;
    QList<QWidget*> m_atEnd;
};

} // namespace stationer
