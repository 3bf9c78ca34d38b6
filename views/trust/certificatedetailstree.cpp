#include "views/trust/certificatedetailstree.h"

#include "terms/dates.h"
#include "views/common/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype longestDetail = 500;

} // namespace

CertificateDetailsTree::CertificateDetailsTree(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(u"certificateDetails"_s);
    setAccessibleName(tr("Details of the certificate"));
    setColumnCount(2);
    setHeaderLabels({tr("Field"), tr("Value")});
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(true);
    setColumnWidth(0, fontMetrics().averageCharWidth() * 34);
}

QTreeWidgetItem* CertificateDetailsTree::add(QTreeWidgetItem* under, const QString& field, const QString& value)
{
    auto* item = under ? new QTreeWidgetItem(under) : new QTreeWidgetItem(this);
    const QString shown = shownOnOneLine(value, longestDetail);
    item->setText(0, shownOnOneLine(field, longestDetail));
    item->setText(1, shown);
    item->setToolTip(1, plainToolTip(shown));
    item->setFirstColumnSpanned(false);
    return item;
}

void CertificateDetailsTree::show(const CertificateFacts& facts)
{
    clear();
    const std::optional<CertificateDetails> details = certificateDetails(facts.der);
    if (details)
        add(nullptr, tr("Version"), QString::number(details->version));
    add(nullptr, tr("Serial number"), QString::fromLatin1(facts.serial));
    const auto addName = [&](const QString& title, const QString& whole, const QList<NameField>& fields) {
        QTreeWidgetItem* name = add(nullptr, title, whole);
        for (const NameField& field : fields)
            add(name, field.label, field.value);
    };
    addName(tr("Subject"), facts.subject, details ? details->subject : QList<NameField>());
    addName(tr("Issuer"), facts.issuer, details ? details->issuer : QList<NameField>());
    add(nullptr, tr("Not before"), toldMoment(facts.notBefore.toUTC()));
    add(nullptr, tr("Not after"), toldMoment(facts.notAfter.toUTC()));
    QTreeWidgetItem* key =
        add(nullptr, tr("Public key"),
            facts.keyBits > 0 ? tr("%1, %2 bits").arg(facts.keyAlgorithm).arg(facts.keyBits) : facts.keyAlgorithm);
    if (details && !details->publicKey.isEmpty())
        add(key, tr("Bits"), QString::fromLatin1(details->publicKey));
    add(key, tr("SHA-256 of the key"), groupedFingerprint(facts.publicKeySha256));
    add(nullptr, tr("Signature algorithm"), facts.signatureAlgorithm);
    if (details)
        addExtensions(details->extensions);
    QTreeWidgetItem* prints = add(nullptr, tr("Fingerprints"), {});
    add(prints, u"SHA-256"_s, groupedFingerprint(facts.sha256));
    if (details)
        add(prints, u"SHA-1"_s, groupedFingerprint(details->sha1));
    prints->setExpanded(true);
}

void CertificateDetailsTree::addExtensions(const QList<CertificateExtension>& extensions)
{
    if (extensions.isEmpty())
        return;
    QTreeWidgetItem* all = add(nullptr, tr("Extensions"), QString::number(extensions.size()));
    for (const CertificateExtension& extension : extensions) {
        //: %1 the name of a certificate's extension; critical: who does not know it must not accept the certificate
        const QString name = extension.isCritical ? tr("%1 (critical)").arg(extension.name) : extension.name;
        const QString first = extension.values.isEmpty() ? QString() : extension.values.first();
        QTreeWidgetItem* item = add(all, name, extension.values.size() == 1 ? first : QString());
        item->setToolTip(0, plainToolTip(extension.oid));
        if (!extension.meaning.isEmpty())
            add(item, tr("Meaning"), extension.meaning);
        if (!extension.isKnown)
            add(item, tr("Object identifier"), extension.oid);
        if (extension.values.size() > 1)
            for (const QString& value : extension.values)
                add(item, {}, value);
        if (extension.omitted > 0)
            add(item, {}, tr("and %1 more").arg(extension.omitted));
    }
    all->setExpanded(true);
}

QString CertificateDetailsTree::text() const
{
    QString text;
    const std::function<void(const QTreeWidgetItem*, int)> write = [&](const QTreeWidgetItem* item, int level) {
        const QString field = item->text(0);
        text += QString(level * 2, u' ') + field + (field.isEmpty() ? QString() : u": "_s) + item->text(1) + u'\n';
        for (int i = 0; i < item->childCount(); ++i)
            write(item->child(i), level + 1);
    };
    for (int i = 0; i < topLevelItemCount(); ++i)
        write(topLevelItem(i), 0);
    return text;
}

void CertificateDetailsTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && currentItem()) {
        QGuiApplication::clipboard()->setText(currentItem()->text(1).isEmpty() ? currentItem()->text(0)
                                                                               : currentItem()->text(1));
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace stationer
