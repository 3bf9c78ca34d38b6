#include "views/trust/importdialog.h"

#include "trust/trusttext.h"
#include "views/common/icon.h"
#include "views/common/noteline.h"
#include "views/common/plaintext.h"
#include "views/trust/certificateview.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

ImportDialog::ImportDialog(const ImportPreview& preview, const QDateTime& now, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import Root CA"));
    setSizeGripEnabled(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);

    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* finds = new QVBoxLayout(content);
    finds->setContentsMargins(16, 12, 16, 12);
    finds->setSpacing(8);
    QList<CertificateFacts> roots;
    if (preview.fault) {
        auto* note = new NoteLine(content);
        note->setNote(Badge::Fault, describe(*preview.fault));
        finds->addWidget(note);
    }
    for (const ImportFind& find : preview.finds) {
        const CertificateFacts& facts = find.certificate;
        const bool canBeImported = find.kind == ImportFind::Kind::RootCa;
        auto* name =
            new PlainLabel(shownOnOneLine(facts.commonName.isEmpty() ? facts.subject : facts.commonName, 120), content);
        name->setHeading(1.1);
        auto* note = new NoteLine(content);
        note->setNote(canBeImported ? Badge::Passed : Badge::Warning, describe(find));
        auto* view = new CertificateView(content);
        view->show(facts, now);
        finds->addWidget(name);
        finds->addWidget(note);
        finds->addWidget(view);
        finds->addSpacing(8);
        if (canBeImported)
            roots += facts;
    }
    finds->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(scroll, 1);

    auto* buttons = new QDialogButtonBox(this);
    QPushButton* cancel = buttons->addButton(roots.isEmpty() ? tr("Close") : tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"cancelImport"_s);
    if (!roots.isEmpty()) {
        auto* meaning = new PlainLabel(
            tr("A root CA in the User Trust Store vouches for every host, not only for this one. Anyone who holds its key "
               "can "
               "pose as any mail server. Compare the fingerprint with the CA's owner, by phone for instance."),
            this);
        meaning->setWrapped();
        layout->addWidget(meaning);
        m_compared = new QCheckBox(tr("I &compared the fingerprint with its owner"), this);
        m_compared->setObjectName(u"compared"_s);
        m_compared->setAccessibleName(tr("I compared the fingerprint with its owner"));
        layout->addWidget(m_compared);
        m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
        m_import->setObjectName(u"confirmImport"_s);
        m_import->setEnabled(false);
        m_import->setAutoDefault(false);
        connect(m_compared, &QCheckBox::toggled, m_import, &QPushButton::setEnabled);
        connect(buttons, &QDialogButtonBox::accepted, this, [this, roots] {
            accept();
            emit confirmed(roots);
        });
    }
    cancel->setDefault(true);
    cancel->setFocus();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(fontMetrics().horizontalAdvance(u'n') * 92,
           qMin(content->sizeHint().height() + fontMetrics().height() * 11, fontMetrics().height() * 40));
}

} // namespace stationer
