#include "views/startpage.h"

#include "views/common/icon.h"
#include "views/common/linkbutton.h"
#include "views/common/plaintext.h"
#include "views/common/wishes.h"
#include "views/stationfiles.h"

#include <QEvent>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

StartPage::StartPage(StationFiles& files, Wishes& wishes, QWidget* parent)
    : QWidget(parent), m_files(files), m_mark(new PlainLabel({}, this)), m_recent(new QWidget(this)),
      m_recentLayout(new QVBoxLayout(m_recent))
{
    setObjectName(u"startPage"_s);
    setAccessibleName(tr("Start"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto* title = new PlainLabel(u"Stationer"_s, this);
    title->setHeading(2.2);
    auto* purpose =
        new PlainLabel(tr("Edit the e-mail accounts of a station file, and prove them against the real mail server "
                          "before you deploy."),
                       this);
    purpose->setMuted();
    purpose->setWrapped();

    const auto add = [this](const QString& text, const QString& iconName, const QString& name, auto& doer, auto what) {
        auto* button = new QPushButton(icon(iconName), text, this);
        button->setObjectName(name);
        button->setAccessibleName(QString(text).remove(u'&'));
        button->setMinimumHeight(fontMetrics().height() * 2);
        connect(button, &QPushButton::clicked, &doer, what);
        return button;
    };
    QPushButton* open = add(tr("&Open Station…"), u"open"_s, u"startOpen"_s, files, &StationFiles::chooseAndOpen);
    QPushButton* fresh = add(tr("&New Station"), u"new"_s, u"startNew"_s, files, &StationFiles::openNew);
    QPushButton* demo = add(tr("Try the &Demo"), u"demo"_s, u"startDemo"_s, wishes, &Wishes::demo);
    open->setProperty("primary", true);
    demo->setToolTip(
        plainToolTip(tr("A sample station and a mail server inside this program: nothing leaves this computer")));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {open, fresh, demo})
        buttons->addWidget(button);
    buttons->addStretch();

    m_recentLayout->setContentsMargins(0, 0, 0, 0);
    m_recentLayout->setSpacing(4);
    auto* hint = new PlainLabel(tr("Or drop a station file (.bog) or a backup (.dist) on this window."), this);
    hint->setMuted();

    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(title);
    words->addWidget(purpose);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto* column = new QWidget(this);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 84);
    auto* inner = new QVBoxLayout(column);
    inner->setContentsMargins(24, 24, 24, 24);
    inner->setSpacing(24);
    inner->addLayout(head);
    inner->addLayout(buttons);
    inner->addWidget(m_recent);
    inner->addWidget(hint);
    auto* across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 8);
    across->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(across);
    layout->addStretch(3);
    showMark();
    setRecentFiles({});
}

void StartPage::showMark()
{
    const int extent = fontMetrics().height() * 4;
    m_mark->setPixmap(tintedPixmap(u"stationer"_s, palette().color(QPalette::Text), QColor(0xff2b66c9),
                                   QSize(extent, extent), devicePixelRatioF()));
}

void StartPage::setRecentFiles(const QStringList& paths)
{
    while (QLayoutItem* item = m_recentLayout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_recent->setVisible(!paths.isEmpty());
    if (paths.isEmpty())
        return;
    auto* title = new PlainLabel(tr("Recent"), m_recent);
    title->setHeading(1);
    m_recentLayout->addWidget(title);
    for (const QString& path : paths) {
        const QFileInfo file(path);
        auto* row = new QWidget(m_recent);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        auto* link = new LinkButton(shownOnOneLine(file.fileName(), 60).replace(u'&', "&&"_L1), row);
        link->setObjectName(u"recent-"_s + file.fileName());
        link->setAccessibleName(tr("Open %1").arg(path));
        auto* folder = new ElidedLabel(shownOnOneLine(file.absolutePath()), row);
        folder->setMode(Qt::ElideMiddle);
        folder->setMuted();
        layout->addWidget(link);
        layout->addWidget(folder, 1);
        connect(link, &LinkButton::clicked, this, [this, path] { m_files.open(path); });
        m_recentLayout->addWidget(row);
    }
}

void StartPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_mark)
        showMark();
}

} // namespace stationer
