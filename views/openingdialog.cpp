#include "views/openingdialog.h"

#include "session/stationreading.h"
#include "views/common/plaintext.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

namespace {

constexpr auto patience = 200ms; ///< before it shows itself
constexpr auto period = 100ms;
constexpr auto longTime = 3s; ///< without anything that comes

} // namespace

OpeningDialog::OpeningDialog(const QString& path, const StationReading& reading, QWidget* window)
    : Dialog(window), m_reading(reading), m_name(shownOnOneLine(QFileInfo(path).fileName(), 80)),
      m_text(new PlainLabel({}, this)), m_wait(new PlainLabel({}, this)), m_bar(new QProgressBar(this)),
      m_lastCame(std::chrono::steady_clock::now())
{
    setObjectName(u"openingDialog"_s);
    setWindowTitle(u"Stationer"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setWrapped();
    m_wait->setWrapped();
    m_wait->setObjectName(u"openingWait"_s);
    m_wait->setText(tr("Nothing comes from the disk or the network at the moment. You can wait or cancel."));
    m_wait->hide();
    m_bar->setObjectName(u"openingProgress"_s);
    m_bar->setRange(0, 100);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_wait);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    look();
    resize(fontMetrics().averageCharWidth() * 56, sizeHint().height());
    connect(&m_often, &QTimer::timeout, this, &OpeningDialog::look);
    m_often.start(period);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &QDialog::open);
    m_soon.start(patience);
}

void OpeningDialog::look()
{
    const qint64 size = m_reading.fileSize();
    //: %1 is a file's name, %2 its size, such as «63.1 MB»
    m_text->setText(size < 0 ? tr("Opening %1 …").arg(m_name)
                             : tr("Opening %1, %2 …").arg(m_name, QLocale().formattedDataSize(size)));
    m_bar->setAccessibleName(m_text->text());
    const auto now = std::chrono::steady_clock::now();
    if (m_bar->value() != m_reading.percent()) {
        m_bar->setValue(m_reading.percent());
        m_lastCame = now;
    }
    m_wait->setVisible(now - m_lastCame > longTime);
}

} // namespace stationer
