#include "views/manual/manualbrowser.h"

#include "views/manual/manualpage.h"

#include <QEvent>
#include <QFile>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

namespace {
constexpr int pageMargin = 28;
}

ManualBrowser::ManualBrowser(QWidget* parent) : QTextBrowser(parent)
{
    setObjectName(u"manualBrowser"_s);
    setAccessibleName(tr("Manual"));
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(pageMargin);
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &ManualBrowser::refit);
}

QVariant ManualBrowser::loadResource(int type, const QUrl& name)
{
    const QUrl url = source().resolved(name);
    if (url.scheme() != "qrc"_L1 || !url.path().startsWith("/manual/"_L1))
        return {};
    if (type != QTextDocument::ImageResource) {
        QFile file(u':' + url.path());
        return file.open(QIODevice::ReadOnly) ? QVariant(QString::fromUtf8(file.readAll())) : QVariant();
    }
    QImage picture(u':' + url.path());
    const qreal widest =
        (viewport()->width() - 2 * pageMargin - verticalScrollBar()->sizeHint().width()) * devicePixelRatioF();
    if (!picture.isNull() && widest > 0 && picture.width() > widest) {
        picture = picture.convertToFormat(QImage::Format_RGB32).scaledToWidth(int(widest), Qt::SmoothTransformation);
        picture.setDevicePixelRatio(devicePixelRatioF());
    }
    return picture;
}

void ManualBrowser::doSetSource(const QUrl& url, QTextDocument::ResourceType)
{
    const QString anchor = url.fragment();
    if (url.adjusted(QUrl::RemoveFragment) != source().adjusted(QUrl::RemoveFragment) || document()->isEmpty()) {
        QTextBrowser::doSetSource(url, QTextDocument::MarkdownResource);
        m_fitted = viewport()->width();
        polish();
    }
    goTo(anchor);
}

/// Markdown has no anchors of its own: a link names a heading.
void ManualBrowser::goTo(const QString& anchor)
{
    for (QTextBlock block = document()->begin(); !anchor.isEmpty() && block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || anchorOf(block.text()) != anchor)
            continue;
        QTextCursor cursor(block);
        setTextCursor(cursor);
        verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(cursor).top() - pageMargin / 2);
        return;
    }
    verticalScrollBar()->setValue(0);
}

void ManualBrowser::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    m_soon.start();
}

void ManualBrowser::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        polish();
}

/// Room between the parts, quiet tables, and code on a ground of its own.
void ManualBrowser::polish()
{
    document()->setDocumentMargin(pageMargin);
    const int line = fontMetrics().height();
    const QColor ground = palette().color(QPalette::AlternateBase);
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool isCode = format.nonBreakableLines() || format.hasProperty(QTextFormat::BlockCodeFence);
        if (isCode) {
            format.setBackground(ground);
            format.setNonBreakableLines(false); // rather than a bar to scroll by
        } else if (!QTextCursor(block).currentTable()) {
            format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
            format.setTopMargin(format.headingLevel() > 1 ? line * 1.5 : format.topMargin());
            format.setBottomMargin(qMax(format.bottomMargin(), line * 0.5));
        }
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
    }
    cursor.endEditBlock();
    for (QTextFrame* frame : document()->rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setBorderBrush(palette().color(QPalette::Mid));
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setCellPadding(line * 0.35);
            format.setCellSpacing(0);
            format.setBottomMargin(line);
            table->setFormat(format);
        }
}

void ManualBrowser::refit()
{
    if (source().isEmpty() || m_fitted == viewport()->width())
        return;
    m_fitted = viewport()->width();
    const QScrollBar* bar = verticalScrollBar();
    const double place = bar->maximum() > 0 ? double(bar->value()) / bar->maximum() : 0;
    reload();
    polish();
    verticalScrollBar()->setValue(int(place * verticalScrollBar()->maximum()));
}

} // namespace stationer
