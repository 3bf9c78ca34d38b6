#include "views/trust/certificateview.h"

#include "terms/dates.h"
#include "views/common/plaintext.h"
#include "views/trust/fingerprintview.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr qsizetype longestValue = 300;
constexpr qsizetype mostShownNames = 12;

QString validity(const CertificateFacts& facts, const QDateTime& now)
{
    const QString span = CertificateView::tr("%1 to %2", "validity of a certificate: dates")
                             .arg(shownDay(facts.notBefore), shownDay(facts.notAfter));
    const qint64 days = now.daysTo(facts.notAfter);
    if (facts.notBefore > now)
        return span + u"  ·  "_s + CertificateView::tr("not valid yet");
    if (facts.notAfter < now)
        return span + u"  ·  "_s +
               (days == -1 ? CertificateView::tr("ran out 1 day ago")
                           : CertificateView::tr("ran out %n days ago", nullptr, int(-days)));
    if (days == 1)
        return span + u"  ·  "_s + CertificateView::tr("1 day left");
    return span + u"  ·  "_s + CertificateView::tr("%n days left", nullptr, int(qMin<qint64>(days, 1000000)));
}

QString names(const CertificateFacts& facts)
{
    QStringList all = facts.dnsNames + facts.ipAddresses;
    const qsizetype count = all.size();
    all = all.mid(0, mostShownNames);
    for (QString& name : all)
        name = shownOnOneLine(name, 100);
    QString text = all.join(u", "_s);
    if (count > mostShownNames)
        text += u" "_s + CertificateView::tr("and %n more", nullptr, int(count - mostShownNames));
    return count ? text : CertificateView::tr("none");
}

} // namespace

QList<CertificateField> certificateFields(const CertificateFacts& facts, const QDateTime& now)
{
    const QString key = facts.keyAlgorithm.startsWith("RSA"_L1)
                            ? CertificateView::tr("%1, %2 bits").arg(facts.keyAlgorithm).arg(facts.keyBits)
                            : facts.keyAlgorithm;
    return {
        {CertificateView::tr("Subject"), shownOnOneLine(facts.subject, longestValue)},
        {CertificateView::tr("Names"), names(facts), false, true},
        {CertificateView::tr("Issued by"), shownOnOneLine(facts.issuer, longestValue), false, true},
        {CertificateView::tr("Valid"), validity(facts, now), false, true},
        {CertificateView::tr("Key"), shownOnOneLine(key, 80)},
        {CertificateView::tr("Signature"), shownOnOneLine(facts.signatureAlgorithm, 80)},
        {CertificateView::tr("SHA-256"), groupedFingerprint(facts.sha256), true},
    };
}

CertificateView::CertificateView(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(u"certificate"_s);
    setAccessibleName(tr("What the certificate says"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
}

void CertificateView::clear()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void CertificateView::addRow(const QString& label, const QString& value, bool isFingerprint)
{
    const int row = m_grid->rowCount();
    auto* title = new PlainLabel(label, this);
    title->setMuted();
    m_grid->addWidget(title, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->setColumnStretch(1, 1);
    if (isFingerprint) {
        m_grid->addWidget(new FingerprintView(value, this), row, 1);
        return;
    }
    auto* text = new PlainLabel(value, this);
    text->setWrapped();
    text->setSelectable();
    text->setAccessibleName(label + u": "_s + value);
    m_grid->addWidget(text, row, 1);
}

void CertificateView::addPair(const QString& label, const QString& before, const QString& now, bool isFingerprint)
{
    const int row = m_grid->rowCount();
    auto* title = new PlainLabel(label, this);
    title->setMuted();
    m_grid->addWidget(title, row, 0, Qt::AlignTop | Qt::AlignLeft);
    const bool differs = before != now;
    int column = 1;
    for (const QString& value : {before, now}) {
        if (isFingerprint) {
            using Of = FingerprintView::Of;
            const Of of = !differs ? Of::One : column == 1 ? Of::Before : Of::Now;
            m_grid->addWidget(new FingerprintView(value, this, of), row, column++, Qt::AlignTop);
            continue;
        }
        auto* text = new PlainLabel(differs && column == 2 ? u"≠ "_s + value : value, this);
        text->setWrapped();
        text->setSelectable();
        if (differs) {
            QFont bold = text->font();
            bold.setBold(true);
            text->setFont(bold);
        }
        m_grid->addWidget(text, row, column++, Qt::AlignTop);
    }
}

void CertificateView::show(const CertificateFacts& facts, const QDateTime& now, Part part)
{
    clear();
    for (const CertificateField& field : certificateFields(facts, now))
        if (part == Part::All || (!field.isFingerprint && field.isEssential == (part == Part::Essential)))
            addRow(field.label, field.value, field.isFingerprint);
}

void CertificateView::compare(const CertificateFacts& before, const CertificateFacts& now, const QDateTime& time)
{
    clear();
    auto* accepted = new PlainLabel(tr("Accepted before"), this);
    auto* shown = new PlainLabel(tr("Shown now"), this);
    int column = 1;
    for (PlainLabel* heading : {accepted, shown}) {
        heading->setHeading(1);
        m_grid->addWidget(heading, 0, column);
        m_grid->setColumnStretch(column++, 1);
    }
    const QList<CertificateField> left = certificateFields(before, time);
    const QList<CertificateField> right = certificateFields(now, time);
    for (qsizetype i = 0; i < left.size(); ++i)
        addPair(left[i].label, left[i].value, right[i].value, left[i].isFingerprint);
}

} // namespace stationer
