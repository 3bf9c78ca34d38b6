#include "views/openingdialog.h"

#include "views/common/plaintext.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stationer {

OpeningDialog::OpeningDialog(const QString& path, qint64 size, QWidget* window) : QDialog(window)
{
    setObjectName(u"openingDialog"_s);
    setWindowTitle(u"Stationer"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    //: %1 is a file's name, %2 its size, such as «63.1 MB»
    auto* text = new PlainLabel(
        tr("Opening %1, %2 …").arg(shownOnOneLine(QFileInfo(path).fileName(), 80), QLocale().formattedDataSize(size)), this);
    text->setWrapped();
    auto* bar = new QProgressBar(this);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(text->text());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(bar);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 56, sizeHint().height());
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &QDialog::open);
    m_soon.start(200ms);
}

} // namespace stationer
