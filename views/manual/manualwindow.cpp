#include "views/manual/manualwindow.h"

#include "views/manual/manualbrowser.h"
#include "views/manual/manualpage.h"

#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// A page is called as its first line says.
QString titleOf(const QString& page)
{
    QFile file(u":/manual/"_s + page);
    if (!file.open(QIODevice::ReadOnly))
        return page;
    return QString::fromUtf8(file.readLine()).remove(u'#').trimmed();
}

} // namespace

ManualWindow::ManualWindow() : m_pages(new QListWidget(this)), m_browser(new ManualBrowser(this))
{
    setObjectName(u"manualWindow"_s);
    setWindowTitle(tr("Manual – Stationer"));
    setAttribute(Qt::WA_QuitOnClose, false); // it does not keep the program alive
    m_pages->setObjectName(u"manualPages"_s);
    m_pages->setAccessibleName(tr("Pages of the manual"));
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setBackgroundRole(QPalette::Window);
    m_pages->viewport()->setBackgroundRole(QPalette::Window);
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const QString& page : manualPages()) {
        auto* item = new QListWidgetItem(titleOf(page), m_pages);
        item->setData(Qt::UserRole, page);
        item->setSizeHint(QSize(1, fontMetrics().height() + 12));
    }
    m_pages->setFixedWidth(m_pages->sizeHintForColumn(0) > 1 ? m_pages->sizeHintForColumn(0)
                                                             : fontMetrics().averageCharWidth() * 32);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(8);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 16, 0, 8);
    left->addWidget(m_pages);
    layout->addLayout(left);
    layout->addWidget(m_browser, 1);
    resize(fontMetrics().averageCharWidth() * 200, fontMetrics().height() * 50);

    connect(m_pages, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        const QUrl url = item ? manualUrl(item->data(Qt::UserRole).toString()) : QUrl();
        if (item && m_browser->source().adjusted(QUrl::RemoveFragment) != url)
            m_browser->setSource(url);
    });
    connect(m_browser, &QTextBrowser::sourceChanged, this, &ManualWindow::followSource);
    const auto onKey = [this](const QKeySequence& keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, m_browser, act);
    };
    onKey(QKeySequence::Back, &QTextBrowser::backward);
    onKey(QKeySequence::Forward, &QTextBrowser::forward);
}

void ManualWindow::showPage(const QString& page)
{
    show();
    m_browser->setSource(manualUrl(page));
    raise();
    activateWindow();
    m_browser->setFocus();
}

void ManualWindow::followSource(const QUrl& source)
{
    const QString page = source.fileName();
    for (int row = 0; row < m_pages->count(); ++row)
        if (m_pages->item(row)->data(Qt::UserRole).toString() == page)
            m_pages->setCurrentRow(row);
}

void ManualWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace stationer
