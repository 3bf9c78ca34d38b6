#include "views/trust/challengedialog.h"

#include "diagnosis/diagnosis.h"
#include "diagnosis/sameserver.h"
#include "trust/challengeanswers.h"
#include "trust/hostname.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/trust/acceptancechooser.h"
#include "views/trust/challengefacts.h"
#include "views/trust/fingerprintview.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

constexpr int daysForExpired = 7;
constexpr qsizetype mostOfferedNames = 5;

} // namespace

ChallengeDialog::ChallengeDialog(const Report& report, const QDateTime& now, QWidget* parent, Resolver resolver)
    : Dialog(parent), m_report(report), m_now(now), m_resolver(std::move(resolver)),
      m_facts(new ChallengeFacts(*m_report.trust, m_now, this))
{
    setObjectName(u"challengeDialog"_s);
    setWindowTitle(tr("Identity Verification – %1").arg(shownOnOneLine(report.judgedServer().toString(), 120)));
    setSizeGripEnabled(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(makeWords());
    layout->addWidget(m_facts, 1);
    addAnswers(*layout);
    resize(fontMetrics().horizontalAdvance(u'n') * 112, 0);
    fit();
    connect(m_facts, &ChallengeFacts::folded, this, &ChallengeDialog::fit);
}

/// As high as what it says, as far as the screen goes.
void ChallengeDialog::fit()
{
    layout()->activate();
    const int wanted =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
    resize(width(), qMin(wanted, screen()->availableGeometry().height() * 9 / 10));
}

/// The headline and what to do, and that the password stayed here.
QHBoxLayout* ChallengeDialog::makeWords()
{
    const Diagnosis diagnosis = diagnose(m_report);
    auto* badge = new PlainLabel({}, this);
    auto* headline = new PlainLabel(diagnosis.headline, this);
    headline->setHeading(1.25);
    headline->setWrapped();
    headline->setObjectName(u"challengeHeadline"_s);
    const int extent = headline->fontMetrics().height() * 2;
    badge->setPixmap(badgePixmap(Badge::Challenged, extent, palette(), devicePixelRatioF()));
    auto* words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(headline);
    addBody(*words, diagnosis.body);
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
    return top;
}

/// What to do. The fingerprint stands apart where the sentence ends in it, or below; beside the one before it is among the
/// facts.
void ChallengeDialog::addBody(QVBoxLayout& words, const QString& body)
{
    const auto add = [&](const QString& text, const QString& name) {
        auto* label = new PlainLabel(text, this);
        label->setWrapped();
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setObjectName(name);
        label->setVisible(!text.isEmpty());
        words.addWidget(label);
    };
    const QList<CertificateFacts>& sent = m_report.trust->sent;
    const QString fingerprint = sent.isEmpty() ? QString() : groupedFingerprint(sent.first().sha256);
    const qsizetype at = fingerprint.isEmpty() ? -1 : body.indexOf(fingerprint);
    add(at < 0 ? body : body.first(at), u"challengeBody"_s);
    if (!fingerprint.isEmpty() && !m_facts->isCompared())
        words.addWidget(new FingerprintView(fingerprint, this));
    if (at >= 0)
        add(body.sliced(at + fingerprint.size()).trimmed(), u"challengeAfterwards"_s);
}

void ChallengeDialog::showAcceptedElsewhere(const Endpoint& host)
{
    m_facts->setAcceptedElsewhere(host);
}

ChallengeDialog::Case ChallengeDialog::matter() const
{
    const Judgement& trust = *m_report.trust;
    if (trust.isIdentityChanged && trust.row && trust.row->approval == Approval::Approved)
        return Case::Changed;
    return hasOnly(trust, TrustError::Expired) ? Case::Expired : Case::Ordinary;
}

void ChallengeDialog::addAnswers(QVBoxLayout& layout)
{
    m_how = new AcceptanceChooser(*m_report.trust, m_now, this);
    if (matter() == Case::Expired)
        m_how->chooseDays(daysForExpired);
    layout.addWidget(m_how);
    m_covered = new PlainLabel({}, this);
    m_covered->setObjectName(u"coveredAccounts"_s);
    m_covered->setWrapped();
    m_covered->hide();
    layout.addWidget(m_covered);
    m_nameNote = new PlainLabel({}, this);
    m_nameNote->setObjectName(u"nameNote"_s);
    m_nameNote->setWrapped();
    m_nameNote->hide();
    layout.addWidget(m_nameNote);
    m_answers = new QHBoxLayout;
    m_answers->setSpacing(8);
    layout.addLayout(m_answers);
    offerNames();

    if (const std::optional<RootOffer> offer = rootOffer(*m_report.trust, m_now)) {
        QPushButton* import = addAnswer(tr("&Import Root CA…"), u"importRoot"_s);
        import->setToolTip(plainToolTip(
            offer->sent ? tr("«%1», which the server sent").arg(shownOnOneLine(offer->name, 120))
                        : tr("«%1» was not sent: its file has to be got").arg(shownOnOneLine(offer->name, 120))));
        connect(import, &QPushButton::clicked, this, [this, offer] {
            emit importRequested(offer->sent ? QList{*offer->sent} : QList<CertificateFacts>(), offer->name);
        });
    }
    QPushButton* accept = addAnswer({}, u"accept"_s);
    nameAcceptance(*accept);
    connect(m_how, &AcceptanceChooser::changed, accept, [this, accept] { nameAcceptance(*accept); });
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
    QPushButton* look = addAnswer(tr("&View…"), u"viewChallenge"_s);
    look->setEnabled(!m_report.trust->sent.isEmpty());
    connect(look, &QPushButton::clicked, this, &ChallengeDialog::viewRequested);
    QPushButton* later = addAnswer(tr("&Not Now"), u"notNow"_s);
    later->setAutoDefault(true);
    later->setDefault(true);
    later->setFocus();
    connect(later, &QPushButton::clicked, this, &ChallengeDialog::reject);
}

void ChallengeDialog::nameAcceptance(QPushButton& accept) const
{
    QString text = tr("&Accept as Exemption");
    if (matter() == Case::Changed)
        text = tr("Re&place Exemption");
    else if (const std::optional<int> days = m_how->chosenDays())
        text = tr("&Accept for %1 Days").arg(*days);
    accept.setText(text);
    accept.setAccessibleName(QString(text).remove(u'&'));
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

QStringList ChallengeDialog::namesOfCertificate() const
{
    const Judgement& trust = *m_report.trust;
    if (trust.sent.isEmpty() || !has(trust, TrustError::HostMismatch))
        return {};
    QStringList names;
    for (const QString& name : trust.sent.first().dnsNames) {
        const std::optional<QString> host = normalisedHost(name);
        if (host && !name.startsWith(u'*') && !names.contains(*host) && names.size() < mostOfferedNames)
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

void ChallengeDialog::offerNames()
{
    const QStringList names = namesOfCertificate();
    if (names.isEmpty() || !answeredAddress(m_report))
        return;
    const auto words = [](const QString& host) { return shownOnOneLine(host, 60).replace(u'&', "&&"_L1); };
    if (names.size() == 1) {
        m_useName = addAnswer(tr("&Use %1").arg(words(names.first())), u"useName"_s);
        m_useName->setAccessibleName(tr("Use host name %1").arg(names.first()));
        connect(m_useName, &QPushButton::clicked, this, [this, host = names.first()] { lookUp(host); });
        return;
    }
    m_useName = addAnswer(tr("&Use Host Name"), u"useName"_s);
    auto* menu = new QMenu(m_useName);
    for (const QString& host : names)
        connect(menu->addAction(words(host)), &QAction::triggered, this, [this, host] { lookUp(host); });
    m_useName->setMenu(menu);
}

void ChallengeDialog::lookUp(const QString& host)
{
    m_useName->setEnabled(false);
    m_nameNote->setText(tr("Looking up %1…").arg(shownOnOneLine(host, 60)));
    m_nameNote->show();
    m_resolver(host, *this, [this, host](const auto& found) {
        if (m_isAnswered)
            return;
        if (leadsToAnswered(m_report, found.addresses())) {
            finish();
            emit nameChosen(host);
            return;
        }
        m_useName->setEnabled(true);
        m_nameNote->setText(leadsElsewhere(host));
    });
}

AllowedHost ChallengeDialog::row(Approval approval) const
{
    const Judgement& trust = *m_report.trust;
    if (approval == Approval::Approved)
        return acceptedRow(trust, m_report.judgedServer(), m_how->acceptance(), m_now);
    AllowedHost row = unansweredRow(trust, m_report.judgedServer(), m_now);
    row.approval = approval;
    return row;
}

void ChallengeDialog::finish()
{
    m_isAnswered = true;
    Dialog::reject();
}

void ChallengeDialog::reject()
{
    if (!m_isAnswered) {
        m_isAnswered = true;
        emit postponed(row(Approval::Unanswered));
    }
    Dialog::reject();
}

} // namespace stationer
