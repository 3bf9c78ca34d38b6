#include "views/nav/structureedits.h"

#include "catalogue/references.h"
#include "items/navtreemodel.h"
#include "items/openstation.h"
#include "views/common/plaintext.h"
#include "views/nav/renamedialog.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace stationer {

StructureEdits::StructureEdits(OpenStation& station, QWidget& window)
    : QObject(&window), m_station(station), m_window(window)
{
}

void StructureEdits::add(SlotId parent, const QString& type)
{
    if (!m_station.isOpen() || parent == SlotId::None)
        return;
    const Result<SlotId, StructureFault> result = m_station.add(parent, type);
    if (result)
        emit added(result.value());
    else
        emit failed(describe(result.error()));
}

void StructureEdits::rename(SlotId component)
{
    if (!m_station.isOpen() || component == SlotId::None || component == m_station.document().root())
        return;
    const Document& document = m_station.document();
    const int references = isAccountType(document.type(component)) ? int(referencesTo(document, component).size()) : 0;
    auto* dialog = new RenameDialog(shownName(m_station, component), references, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RenameDialog::nameChosen, this, [this, component](const QString& name, bool follow) {
        const auto how = follow ? OpenStation::References::Follow : OpenStation::References::Keep;
        if (const std::optional<StructureFault> fault = m_station.rename(component, name, how))
            emit failed(describe(*fault));
    });
    dialog->open();
}

void StructureEdits::remove(SlotId component)
{
    if (!m_station.isOpen() || component == SlotId::None || component == m_station.document().root())
        return;
    const QList<SlotId> orphans = m_station.orphanedBy(component);
    if (orphans.isEmpty())
        return removeNow(component); // it can be undone
    QStringList names;
    const Document& document = m_station.document();
    for (const SlotId orphan : orphans)
        names += shownOnOneLine(document.path(document.parent(orphan)), 120);
    auto* box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"deleteQuestion"_s);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(u"Stationer"_s);
    box->setText(tr("Other components use this account."));
    box->setInformativeText(tr("They would be left without one:\n%1").arg(names.mid(0, 12).join(u'\n')));
    QPushButton* remove = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, component, remove](const QAbstractButton* clicked) {
        if (clicked == remove)
            removeNow(component);
    });
    box->open();
}

void StructureEdits::removeNow(SlotId component)
{
    if (const std::optional<StructureFault> fault = m_station.remove(component))
        emit failed(describe(*fault));
}

} // namespace stationer
