#include "views/trust/importdialog.h"

#include "trust/trusttext.h"
#include "views/common/noteline.h"
#include "views/common/plaintext.h"
#include "views/sheet/editors/plainlineedit.h"
#include "views/trust/certificateview.h"
#include "views/trust/fingerprintview.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr qsizetype mostInFull = 50; ///< of a bundle of hundreds; of the others the fingerprint
constexpr int longestAlias = 120;
} // namespace

ImportDialog::ImportDialog(const QByteArray& bytes, const QList<QByteArray>& present, const QDateTime& now, QWidget* parent)
    : Dialog(parent), m_bytes(bytes), m_present(present), m_now(now), m_scroll(new QScrollArea(this)),
      m_meaning(new QWidget(this)), m_compared(new QCheckBox(tr("I &compared the fingerprint with its owner"), this))
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import Root CA"));
    setSizeGripEnabled(true);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setBackgroundRole(QPalette::Base);

    auto* words =
        new PlainLabel(tr("A root CA in the User Trust Store vouches for every host, not only for this one. Anyone "
                          "who holds its key can pose as any mail server. Compare the fingerprint with the CA's "
                          "owner, by phone for instance."),
                       m_meaning);
    words->setWrapped();
    m_compared->setObjectName(u"compared"_s);
    m_compared->setAccessibleName(tr("I compared the fingerprint with its owner"));
    auto* meaning = new QVBoxLayout(m_meaning);
    meaning->setContentsMargins(0, 0, 0, 0);
    meaning->setSpacing(8);
    meaning->addWidget(words);
    meaning->addWidget(m_compared);

    auto* buttons = new QDialogButtonBox(this);
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_cancel->setObjectName(u"cancelImport"_s);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::ActionRole);
    m_import->setObjectName(u"confirmImport"_s);
    m_import->setAutoDefault(false);
    m_cancel->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_meaning);
    layout->addWidget(buttons);
    connect(m_compared, &QCheckBox::toggled, this, &ImportDialog::follow);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    preview({});
    m_cancel->setFocus();
    resize(fontMetrics().averageCharWidth() * 100,
           qMin(m_scroll->widget()->sizeHint().height() + fontMetrics().height() * 11, fontMetrics().height() * 40));
}

void ImportDialog::preview(const Secret& password)
{
    const ImportPreview found = previewImport(m_bytes, m_present, m_now, password);
    m_offered.clear();
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* finds = new QVBoxLayout(content);
    finds->setContentsMargins(16, 12, 16, 12);
    finds->setSpacing(8);
    const auto say = [&](Badge badge, const QString& sentence) {
        auto* note = new NoteLine(content);
        note->setObjectName(u"importNote"_s);
        note->setAccessibleName(sentence);
        note->setNote(badge, sentence);
        finds->addWidget(note);
    };
    const bool isLocked = found.fault == ImportFault::PasswordNeeded || found.fault == ImportFault::WrongPassword;
    if (found.fault && found.fault != ImportFault::PasswordNeeded)
        say(Badge::Fault, describe(*found.fault));
    if (isLocked)
        addPassword(found.fault == ImportFault::WrongPassword, *finds);
    for (qsizetype i = 0; i < found.finds.size(); ++i)
        addFind(found.finds[i], i < mostInFull, *finds);
    if (found.others.contains(ImportFault::PrivateKey))
        say(Badge::Info, tr("A private key stands beside it. It is left where it is."));
    if (found.others.contains(ImportFault::CertificateRequest))
        say(Badge::Info, tr("A certificate request stands beside it. It is left out."));
    finds->addStretch();
    m_scroll->setWidget(content); // and deletes the one before
    m_meaning->setVisible(!m_offered.isEmpty());
    m_import->setVisible(!m_offered.isEmpty());
    m_cancel->setText(m_offered.isEmpty() && !isLocked ? tr("Close") : tr("Cancel"));
    follow();
}

void ImportDialog::addFind(const ImportFind& find, bool isInFull, QVBoxLayout& layout)
{
    QWidget* content = layout.parentWidget();
    const CertificateFacts& facts = find.certificate;
    const bool canBeImported = find.isImportable();
    const QString name = facts.commonName.isEmpty() ? facts.subject : facts.commonName;
    auto* title = new PlainLabel(shownOnOneLine(name, 120), content);
    title->setHeading(1.1);
    auto* note = new NoteLine(content);
    note->setObjectName(u"importNote"_s);
    note->setAccessibleName(describe(find));
    note->setNote(find.kind == ImportFind::Kind::RootCa ? Badge::Passed : Badge::Warning, shownOnOneLine(describe(find)));
    layout.addWidget(title);
    layout.addWidget(note);
    if (isInFull) {
        auto* view = new CertificateView(content);
        view->show(facts, m_now);
        layout.addWidget(view);
    } else
        layout.addWidget(new FingerprintView(groupedFingerprint(facts.sha256), content));
    if (canBeImported) {
        auto* isWanted = new QCheckBox(tr("Import as"), content);
        isWanted->setObjectName(u"importThis"_s);
        isWanted->setAccessibleName(tr("Import %1").arg(shownOnOneLine(name, 80)));
        isWanted->setChecked(true);
        auto* alias = new PlainLineEdit(content);
        alias->setObjectName(u"importAlias"_s);
        alias->setAccessibleName(tr("Alias of %1").arg(shownOnOneLine(name, 80)));
        alias->setMaxLength(longestAlias);
        alias->setText(shownOnOneLine(facts.commonName.isEmpty() ? facts.organization : facts.commonName, longestAlias - 1));
        alias->setMaximumWidth(fontMetrics().averageCharWidth() * 50);
        auto* row = new QHBoxLayout;
        row->addWidget(isWanted);
        row->addWidget(alias, 1);
        row->addStretch();
        layout.addLayout(row);
        connect(isWanted, &QCheckBox::toggled, alias, &QWidget::setEnabled);
        connect(isWanted, &QCheckBox::toggled, this, &ImportDialog::follow);
        m_offered += Offered{facts, isWanted, alias};
    }
    layout.addSpacing(8);
}

void ImportDialog::addPassword(bool wasWrong, QVBoxLayout& layout)
{
    QWidget* content = layout.parentWidget();
    auto* words = new PlainLabel(tr("This PKCS#12 file is locked. Its password is used once and not kept."), content);
    words->setWrapped();
    words->setVisible(!wasWrong);
    auto* password = new PlainLineEdit(content);
    password->setEchoMode(QLineEdit::Password);
    password->setObjectName(u"importPassword"_s);
    password->setAccessibleName(tr("Password of the PKCS#12 file"));
    password->setPlaceholderText(tr("Password"));
    auto* unlock = new QPushButton(tr("&Unlock"), content);
    unlock->setObjectName(u"unlockImport"_s);
    unlock->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(password);
    row->addWidget(unlock);
    row->addStretch();
    layout.addWidget(words);
    layout.addLayout(row);
    // The preview that follows deletes these; not from within their own event.
    const auto open = [this, password] {
        const Secret typed(password->text());
        QMetaObject::invokeMethod(
            this, [this, typed] { preview(typed); }, Qt::QueuedConnection);
    };
    connect(unlock, &QPushButton::clicked, this, open);
    connect(password, &QLineEdit::textChanged, unlock, [unlock](const QString& text) {
        unlock->setEnabled(!text.isEmpty());
        unlock->setDefault(!text.isEmpty());
    });
    unlock->setEnabled(false);
    QMetaObject::invokeMethod(password, qOverload<>(&QWidget::setFocus), Qt::QueuedConnection);
}

void ImportDialog::follow()
{
    const bool isAny = std::ranges::any_of(m_offered, [](const Offered& one) { return one.isWanted->isChecked(); });
    m_import->setEnabled(isAny && m_compared->isChecked());
}

void ImportDialog::import()
{
    QList<UserRoot> roots;
    for (const Offered& one : std::as_const(m_offered))
        if (one.isWanted->isChecked())
            roots += UserRoot{one.alias->text().trimmed(), one.certificate};
    accept();
    emit confirmed(roots);
}

} // namespace stationer
