#include "views/nav/renamedialog.h"

#include "views/common/plaintext.h"
#include "views/nav/referencesdialog.h"
#include "views/sheet/editors/plainlineedit.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

RenameDialog::RenameDialog(const QString& name, const QStringList& places, QWidget* parent)
    : Dialog(parent), m_name(new PlainLineEdit(this))
{
    setObjectName(u"renameDialog"_s);
    setWindowTitle(tr("Rename %1").arg(shownOnOneLine(name, 60)));
    m_name->setText(name);
    m_name->selectAll();
    m_name->setObjectName(u"newName"_s);
    m_name->setAccessibleName(tr("New name"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_name);
    if (!places.isEmpty()) {
        m_follow = new QCheckBox(tr("&Let what refers to it follow (%1)").arg(places.size()), this);
        m_follow->setChecked(true);
        m_follow->setObjectName(u"followReferences"_s);
        m_follow->setAccessibleName(m_follow->text().remove(u'&'));
        layout->addWidget(m_follow);
        auto* list = new PlainLabel(inLines(places), this);
        list->setObjectName(u"referringPlaces"_s);
        list->setMuted();
        list->setWrapped();
        list->setContentsMargins(24, 0, 0, 0); // under the words of the box
        m_follow->setAccessibleDescription(list->text());
        layout->addWidget(list);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* rename = buttons->addButton(tr("Rename"), QDialogButtonBox::AcceptRole);
    rename->setObjectName(u"confirmRename"_s);
    rename->setDefault(true);
    rename->setEnabled(false);
    layout->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, [rename, name](const QString& text) {
        rename->setEnabled(!text.trimmed().isEmpty() && text.trimmed() != name);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        emit nameChosen(m_name->text().trimmed(), m_follow && m_follow->isChecked());
    });
    resize(fontMetrics().averageCharWidth() * 56, sizeHint().height());
}

} // namespace stationer
