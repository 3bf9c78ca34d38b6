#pragma once

#include "connection/batch.h"
#include "testing/tokendesk.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace stationer {

/// One account that a run is to test.
struct TestSubject {
    TestOrder order; ///< its password is for the run to find
    ChainJudge judge;
    bool needsPassword = false;                  ///< to go as deep as the order says
    std::optional<TokenGrant> grant = {};        ///< how a token is fetched, which signs in instead of a password
    std::optional<TokenGrant> arrivalGrant = {}; ///< likewise for the account in which the message is looked for
    std::optional<SettingFault> fault = {}; ///< why it cannot be tested; the order's settings are then what is known of them
};

/// What became of the search for a password.
struct FoundPassword {
    std::optional<Secret> secret;         ///< nothing: the account is tested as far as it goes without signing in
    bool isIndispensable = false;         ///< without it nobody's test begins
    std::optional<TokenGrant> grant = {}; ///< a token signs in instead
    Secret arrival = {};                  ///< of the account in which the message is looked for, where one is
};

/// Where the passwords of a run come from. Asked for a subject, it answers once, now or later, or never: then the run waits.
using PasswordSource = std::function<void(qsizetype subject, std::function<void(const FoundPassword&)> found)>;

/// One run of connection tests: accounts in, a report each out. One account is a run of one. It is used once.
///
///   start ──▶ passwords asked of the source, some at once ──all known──▶ testing ──last report──▶ finished
///                 └──one is missing and indispensable, or cancelled──▶ finished, and nothing was sent
class TestRun : public QObject {
    Q_OBJECT
public:
    struct Ways {
        int jobs = 1;      ///< tests at once
        int questions = 1; ///< to the source at once
        Limits limits = {};
        Resolver resolver = systemResolver;
        TokenFetch::Ways tokens = {};
    };
    TestRun(QList<TestSubject> subjects, PasswordSource passwords, Ways ways, QObject* parent = nullptr);

    void start();
    /// What runs ends at once as cancelled, the rest does not begin and is reported as cancelled too.
    void cancel();
    const TestSubject& subject(qsizetype index) const { return m_subjects[index]; }
    bool hasPendingLookup() const ///< see ConnectionTest
    {
        return m_tokens.mayHavePendingLookup() || (m_batch && m_batch->hasPendingLookup());
    }

signals:
    void testing(); ///< the passwords are known; not where nothing is sent
    void began(qsizetype subject);
    void stageBegan(qsizetype subject, stationer::Stage stage);
    void stageEnded(qsizetype subject, const stationer::StageRecord& record);
    void resolvingSlowly(qsizetype subject);
    void reported(qsizetype subject, const stationer::Report& report); ///< once each, of a faulty one at once
    void finished();                                                   ///< once, after the last report

private:
    void ask();
    void take(qsizetype index, const FoundPassword& found);
    void launch();

    QList<TestSubject> m_subjects;
    PasswordSource m_passwords;
    Ways m_ways;
    TokenDesk m_tokens;
    QList<qsizetype> m_tested; ///< the subjects of the batch's orders
    LaterPtr<TestBatch> m_batch;
    qsizetype m_next = 0; ///< to be asked for
    qsizetype m_answered = 0;
    bool m_isAsking = false;
    bool m_isForgone = false; ///< an indispensable password is missing
    bool m_isOver = false;    ///< the asking
};

} // namespace stationer
