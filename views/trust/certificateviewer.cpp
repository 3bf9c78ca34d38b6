#include "views/trust/certificateviewer.h"

#include "diagnosis/diagnosis.h"
#include "trust/importer.h"
#include "views/common/plaintext.h"
#include "views/trust/certificatedetailstree.h"
#include "views/trust/certificateexport.h"
#include "views/trust/certificateview.h"
#include "views/trust/chaintree.h"
#include "views/trust/shield.h"
#include "views/trust/validitybar.h"
#include "views/trust/whatif.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

QString nameOfStore(TrustStore store)
{
    switch (store) {
    case TrustStore::System:
        return CertificateViewer::tr("System Trust Store");
    case TrustStore::User:
        return CertificateViewer::tr("User Trust Store");
    case TrustStore::Given:
        return CertificateViewer::tr("given roots");
    }
    Q_UNREACHABLE();
}

} // namespace

CertificateViewer::CertificateViewer(ViewedCertificate viewed, std::function<TrustAnchors(TrustRooms::Roots)> anchors,
                                     const QDateTime& now, QWidget* parent)
    : Dialog(parent), m_viewed(std::move(viewed)), m_anchors(std::move(anchors)), m_shield(new PlainLabel({}, this)),
      m_verdict(new PlainLabel({}, this)), m_reason(new PlainLabel({}, this)), m_chain(new ChainTree(this)),
      m_details(new CertificateDetailsTree(this)),
      m_whatIf(new WhatIf(m_viewed.host ? m_viewed.host->host : QString(), now, this))
{
    setObjectName(u"certificateViewer"_s);
    setSizeGripEnabled(true);
    m_verdict->setObjectName(u"viewerVerdict"_s);
    m_verdict->setHeading(1.15);
    m_verdict->setWrapped();
    m_reason->setObjectName(u"viewerReason"_s);
    m_reason->setWrapped();
    m_reason->setSelectable();
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_verdict);
    words->addWidget(m_reason);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_shield, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    auto* tabs = new QTabWidget(this);
    tabs->setObjectName(u"viewerTabs"_s);
    tabs->setDocumentMode(true);
    tabs->addTab(makeGeneral(), tr("&General"));
    tabs->addTab(m_details, tr("De&tails"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_chain);
    splitter->addWidget(tabs);
    splitter->setStretchFactor(1, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_whatIf);
    makeButtons(*layout);
    connect(m_chain, &ChainTree::certificateSelected, this, &CertificateViewer::showCertificate);
    connect(m_whatIf, &WhatIf::changed, this, &CertificateViewer::judgeAgain);
    judgeAgain();
    m_chain->setFocus();
    resize(fontMetrics().averageCharWidth() * 118, fontMetrics().height() * 42);
}

void CertificateViewer::openOver(QWidget& parent, ViewedCertificate viewed,
                                 std::function<TrustAnchors(TrustRooms::Roots)> anchors)
{
    auto* viewer = new CertificateViewer(std::move(viewed), std::move(anchors), QDateTime::currentDateTimeUtc(), &parent);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    viewer->open();
}

QWidget* CertificateViewer::makeGeneral()
{
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    m_general = new CertificateView(content);
    m_validity = new ValidityBar(content);
    m_remarks = new PlainLabel({}, content);
    m_remarks->setObjectName(u"remarks"_s);
    m_remarks->setWrapped();
    m_remarks->setMuted();
    m_remarks->setSelectable();
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_general);
    layout->addWidget(m_validity);
    layout->addWidget(m_remarks);
    layout->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setBackgroundRole(QPalette::Base);
    return scroll;
}

void CertificateViewer::makeButtons(QBoxLayout& layout)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyCertificate"_s);
    auto* menu = new QMenu(copy);
    const auto clip = [](const QString& text) { QGuiApplication::clipboard()->setText(text); };
    menu->addAction(tr("As &Text"), this, [this, clip] { clip(m_details->text()); })->setObjectName(u"copyText"_s);
    menu->addAction(tr("As &PEM"), this, [this, clip] { clip(QString::fromLatin1(toPem(m_shown.der))); })
        ->setObjectName(u"copyPem"_s);
    copy->setMenu(menu);
    QPushButton* save = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"exportCertificate"_s);
    connect(save, &QPushButton::clicked, this, [this] {
        auto* way = new CertificateExport(*this);
        connect(way, &CertificateExport::failed, m_reason, &QLabel::setText);
        way->choose(shownChain(), m_shown);
    });
    for (QPushButton* button : {copy, save})
        button->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout.addWidget(buttons);
}

/// The certificate that is selected and what stands above it.
QList<QByteArray> CertificateViewer::shownChain() const
{
    QList<QByteArray> chain;
    for (const CertificateFacts& facts : m_judgement.built.isEmpty() ? m_judgement.sent : m_judgement.built)
        if (!chain.isEmpty() || facts.der == m_shown.der)
            chain += facts.der;
    return chain;
}

void CertificateViewer::judgeAgain()
{
    const QDateTime time = m_whatIf->time();
    const QByteArray selected = m_shown.der;
    // One from a store has no host of its own: its first name stands for any, and the name is no matter.
    QString host = m_whatIf->host();
    const bool isNamed = !host.isEmpty();
    if (!isNamed && !m_viewed.chain.isEmpty())
        if (const std::optional<CertificateFacts> leaf = certificateFacts(m_viewed.chain.first());
            leaf && !(leaf->dnsNames + leaf->ipAddresses).isEmpty())
            host = (leaf->dnsNames + leaf->ipAddresses).first();
    m_judgement =
        judge(m_viewed.chain, host, time,
              m_anchors(m_whatIf->isWithoutUserStore() ? TrustRooms::Roots::System : TrustRooms::Roots::SystemAndUser));
    if (!isNamed)
        m_judgement.errors.removeIf([](const TrustFinding& one) { return one.error == TrustError::HostMismatch; });
    m_chain->show(m_judgement, time);
    const QList<CertificateFacts>& shown = m_judgement.built.isEmpty() ? m_judgement.sent : m_judgement.built;
    int depth = 0;
    for (int i = 0; i < shown.size(); ++i)
        if (shown[i].der == selected)
            depth = i;
    m_chain->select(depth);
    showVerdict(time);
    const QString name = m_judgement.sent.isEmpty() ? QString() : m_judgement.sent.first().commonName;
    setWindowTitle(m_viewed.host ? tr("Certificate – %1").arg(shownOnOneLine(m_viewed.host->toString(), 80))
                                 : tr("Certificate – %1").arg(shownOnOneLine(name, 80)));
}

void CertificateViewer::showVerdict(const QDateTime& time)
{
    const bool isTrusted = m_judgement.errors.isEmpty() && !m_judgement.sent.isEmpty();
    QStringList reasons;
    for (const TrustFinding& finding : std::as_const(m_judgement.errors))
        reasons += describe(finding, m_judgement, time);
    if (isTrusted) {
        const CertificateFacts& root = m_judgement.built.isEmpty() ? m_judgement.sent.first() : m_judgement.built.last();
        reasons = {m_judgement.store
                       ? tr("«%1» in the %2 vouches for it.")
                             .arg(shownOnOneLine(root.commonName.isEmpty() ? root.subject : root.commonName, 120),
                                  nameOfStore(*m_judgement.store))
                       : tr("Its chain leads to a root that is trusted.")};
    }
    const bool isExempted =
        !isTrusted && !m_whatIf->isSupposing() && m_viewed.row && m_viewed.row->approval == Approval::Approved;
    if (isExempted)
        m_verdict->setText(tr("No trusted root CA vouches for it; an exemption in Allowed Hosts accepts it."));
    else if (m_whatIf->isSupposing())
        m_verdict->setText(isTrusted ? tr("It would be trusted.") : tr("It would not be trusted."));
    else
        m_verdict->setText(isTrusted ? tr("Trusted.") : tr("Not trusted."));
    m_shield->setPixmap(shieldPixmap(isTrusted    ? Badge::Passed
                                     : isExempted ? Badge::Warning
                                                  : Badge::Failed,
                                     m_verdict->fontMetrics().height() * 2, palette(), devicePixelRatioF()));
    m_reason->setText(reasons.join(u'\n'));
    QStringList remarks = m_judgement.remarks;
    for (QString& remark : remarks)
        remark = u"• "_s + shownOnOneLine(remark, 300);
    m_remarks->setText(remarks.isEmpty() ? QString()
                                         : tr("Remarks of strict checking (RFC 5280), which count for nothing here:") +
                                               u'\n' + remarks.join(u'\n'));
    m_remarks->setVisible(!remarks.isEmpty());
}

void CertificateViewer::showCertificate(const CertificateFacts& certificate)
{
    m_shown = certificate;
    const QDateTime time = m_whatIf->time();
    m_general->show(certificate, time);
    m_validity->show(certificate.notBefore, certificate.notAfter, time);
    m_details->show(certificate);
}

} // namespace stationer
