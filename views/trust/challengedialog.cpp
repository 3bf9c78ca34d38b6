#include "views/trust/challengedialog.h"

#include "connection/diagnosis.h"
#include "trust/hostname.h"
#include "trust/importer.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/trust/certificateview.h"
#include "views/trust/chaintree.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

bool has(const Judgement& judgement, TrustError error)
{
    return std::ranges::any_of(judgement.errors, [error](const TrustFinding& finding) { return finding.error == error; });
}

bool hasOnly(const Judgement& judgement, TrustError error)
{
    return !judgement.errors.isEmpty() &&
           std::ranges::all_of(judgement.errors, [error](const TrustFinding& finding) { return finding.error == error; });
}

PlainLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new PlainLabel(text, parent);
    label->setHeading(1);
    return label;
}

} // namespace

ChallengeDialog::ChallengeDialog(const Report& report, const QDateTime& now, QWidget* parent)
    : QDialog(parent), m_report(report), m_now(now)
{
    setObjectName(u"challengeDialog"_s);
    setWindowTitle(tr("Identity Verification – %1").arg(shownOnOneLine(report.settings.server.toString(), 120)));
    setSizeGripEnabled(true);
    const Judgement& trust = *m_report.trust;
    const Diagnosis diagnosis = diagnose(m_report);

    auto* badge = new PlainLabel({}, this);
    auto* headline = new PlainLabel(diagnosis.headline, this);
    headline->setHeading(1.25);
    headline->setWrapped();
    headline->setObjectName(u"challengeHeadline"_s);
    auto* body = new PlainLabel(diagnosis.body, this);
    body->setWrapped();
    body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body->setObjectName(u"challengeBody"_s);
    const int extent = headline->fontMetrics().height() * 2;
    badge->setPixmap(badgePixmap(Badge::Challenged, extent, palette(), devicePixelRatioF()));

    auto* words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(headline);
    words->addWidget(body);
    const QString promise = tr("Your password was not sent.");
    if (!diagnosis.body.contains(promise)) {
        auto* notSent = new PlainLabel(promise, this);
        QFont bold = notSent->font();
        bold.setBold(true);
        notSent->setFont(bold);
        notSent->setObjectName(u"notSent"_s);
        words->addWidget(notSent);
    }
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(badge, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    auto* content = new QWidget;
    auto* facts = new QVBoxLayout(content);
    facts->setContentsMargins(16, 12, 16, 12);
    facts->setSpacing(8);
    if (!trust.errors.isEmpty()) {
        facts->addWidget(heading(tr("What was found"), content));
        for (const TrustFinding& finding : trust.errors) {
            auto* reason = new PlainLabel(u"• "_s + describe(finding, trust, m_now), content);
            reason->setWrapped();
            reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
            reason->setObjectName(u"reason"_s);
            facts->addWidget(reason);
        }
    }
    facts->addWidget(heading(tr("Certificate"), content));
    auto* certificate = new CertificateView(content);
    if (!trust.sent.isEmpty()) {
        std::optional<CertificateFacts> before;
        if (trust.isIdentityChanged && trust.row && !trust.row->chain.isEmpty())
            before = certificateFacts(trust.row->chain.first());
        if (before)
            certificate->compare(*before, trust.sent.first(), m_now);
        else
            certificate->show(trust.sent.first(), m_now);
    }
    facts->addWidget(certificate);
    auto* seen = new PlainLabel(trust.row ? (trust.isIdentityChanged ? tr("Another certificate was seen here before.")
                                                                     : tr("This certificate was seen here before."))
                                          : tr("This is the first certificate seen here."),
                                content);
    seen->setMuted();
    facts->addWidget(seen);
    facts->addWidget(heading(tr("Chain"), content));
    auto* chain = new ChainTree(content);
    chain->show(trust, m_now);
    facts->addWidget(chain);
    facts->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setBackgroundRole(QPalette::Base);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(scroll, 1);
    addAnswers(*layout);
    const int column = fontMetrics().horizontalAdvance(u'n');
    resize(column * 108, qMin(content->sizeHint().height() + fontMetrics().height() * 15, fontMetrics().height() * 46));
}

ChallengeDialog::Case ChallengeDialog::matter() const
{
    const Judgement& trust = *m_report.trust;
    if (trust.isIdentityChanged && trust.row && trust.row->approval == Approval::Approved)
        return Case::Changed;
    if (hasOnly(trust, TrustError::Expired))
        return Case::Expired;
    if (hasOnly(trust, TrustError::HostMismatch))
        return Case::NameOnly;
    return Case::Ordinary;
}

void ChallengeDialog::addAnswers(QVBoxLayout& layout)
{
    const Judgement& trust = *m_report.trust;
    const Case is = matter();
    if (is != Case::Expired) {
        auto* scopeRow = new QHBoxLayout;
        scopeRow->setSpacing(8);
        m_scope = new QComboBox(this);
        m_scope->addItem(tr("until I delete it"), int(Scope::UntilDeleted));
        m_scope->addItem(tr("for this session only"), int(Scope::Session));
        m_scope->setObjectName(u"scope"_s);
        m_scope->setAccessibleName(tr("How long the exemption holds"));
        auto* label = new PlainLabel(tr("An exemption holds for this host, port and certificate,"), this);
        scopeRow->addWidget(label);
        scopeRow->addWidget(m_scope);
        scopeRow->addStretch();
        layout.addLayout(scopeRow);
    }
    m_covered = new PlainLabel({}, this);
    m_covered->setObjectName(u"coveredAccounts"_s);
    m_covered->setWrapped();
    m_covered->hide();
    layout.addWidget(m_covered);
    m_answers = new QHBoxLayout;
    m_answers->setSpacing(8);
    layout.addLayout(m_answers);

    const bool isUnknownIssuer = has(trust, TrustError::UnknownRoot) || has(trust, TrustError::MissingIssuer);
    if (isUnknownIssuer && !has(trust, TrustError::SelfSigned)) {
        QPushButton* import = addAnswer(tr("&Import Root CA…"), u"importRoot"_s);
        QList<CertificateFacts> roots;
        for (qsizetype i = 1; i < trust.sent.size(); ++i)
            if (isImportableRoot(trust.sent[i], m_now))
                roots += trust.sent[i];
        connect(import, &QPushButton::clicked, this, [this, roots] { emit importRequested(roots); });
    }
    QPushButton* accept = nullptr;
    switch (is) {
    case Case::Expired:
        accept = addAnswer(tr("&Accept for 7 Days"), u"accept"_s);
        break;
    case Case::Changed:
        accept = addAnswer(tr("Re&place Exemption"), u"accept"_s);
        break;
    case Case::Ordinary:
    case Case::NameOnly:
        accept = addAnswer(tr("&Accept as Exemption"), u"accept"_s);
        break;
    }
    connect(accept, &QPushButton::clicked, this, [this] {
        finish();
        emit approved(row(Approval::Approved));
    });
    QPushButton* refuse = addAnswer(tr("&Reject"), u"rejectCertificate"_s);
    connect(refuse, &QPushButton::clicked, this, [this] {
        finish();
        emit refused(row(Approval::Rejected));
    });
    m_answers->addStretch();
    QPushButton* later = addAnswer(tr("&Not Now"), u"notNow"_s);
    later->setAutoDefault(true);
    later->setDefault(true);
    later->setFocus();
    connect(later, &QPushButton::clicked, this, &ChallengeDialog::reject);
}

QPushButton* ChallengeDialog::addAnswer(const QString& text, const QString& name)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setAutoDefault(false); // Enter means Not Now wherever the focus is
    m_answers->addWidget(button);
    return button;
}

QStringList ChallengeDialog::candidateNames() const
{
    const Judgement& trust = *m_report.trust;
    if (trust.sent.isEmpty() || !has(trust, TrustError::HostMismatch))
        return {};
    QStringList names;
    for (const QString& name : trust.sent.first().dnsNames) {
        const std::optional<QString> host = normalisedHost(name);
        if (host && !name.startsWith(u'*') && !names.contains(*host) && names.size() < 5)
            names += *host;
    }
    return names;
}

void ChallengeDialog::showCovered(int others)
{
    m_covered->setText(others == 1 ? tr("This answer also covers 1 other account on this host.")
                                   : tr("This answer also covers %n other accounts on this host.", nullptr, others));
    m_covered->setVisible(others > 0);
}

void ChallengeDialog::offerName(const QString& host)
{
    if (findChild<QPushButton*>(u"useName"_s))
        return;
    auto* use = new QPushButton(tr("&Use %1").arg(shownOnOneLine(host, 60).replace(u'&', "&&"_L1)), this);
    use->setObjectName(u"useName"_s);
    use->setAccessibleName(tr("Use host name %1").arg(host));
    use->setAutoDefault(false);
    m_answers->insertWidget(0, use);
    connect(use, &QPushButton::clicked, this, [this, host] {
        finish();
        emit nameChosen(host);
    });
}

AllowedHost ChallengeDialog::row(Approval approval) const
{
    const Judgement& trust = *m_report.trust;
    AllowedHost row;
    const Endpoint& typed = m_report.settings.server;
    row.host = {normalisedHost(typed.host).value_or(typed.host), typed.port};
    row.approval = approval;
    row.created = m_now;
    row.scope = m_scope ? Scope(m_scope->currentData().toInt()) : Scope::UntilDate;
    if (row.scope == Scope::UntilDate)
        row.expires = m_now.addDays(7);
    if (approval != Approval::Approved) {
        row.scope = Scope::UntilDeleted;
        row.expires = {};
    }
    for (const CertificateFacts& facts : trust.sent)
        row.chain += facts.der;
    if (!trust.sent.isEmpty()) {
        row.sha256 = trust.sent.first().sha256;
        row.publicKeySha256 = trust.sent.first().publicKeySha256;
    }
    for (const TrustFinding& finding : trust.errors)
        if (!row.errors.contains(finding.error))
            row.errors += finding.error;
    return row;
}

void ChallengeDialog::finish()
{
    m_isAnswered = true;
    QDialog::reject();
}

void ChallengeDialog::reject()
{
    if (!m_isAnswered) {
        m_isAnswered = true;
        emit postponed(row(Approval::Unanswered));
    }
    QDialog::reject();
}

} // namespace stationer
