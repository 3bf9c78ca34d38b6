#pragma once

#include "testing/testhistory.h"
#include "trust/trustfolder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace stationer {

/// The tests of a station's accounts as they are remembered: in `last-tests.json` beside its trust files, or in memory for a
/// station not saved yet. Two programs may note at once; what a run of many tests brings is written some at a time.
class TestNotes : public QObject {
    Q_OBJECT
public:
    explicit TestNotes(QObject* parent = nullptr);
    ~TestNotes() override;

    /// Takes the folder's tests; an empty path means memory only. Not written where that is a fault, but for a damaged file,
    /// which was set aside.
    std::optional<TrustFileFault> open(const TrustFolder& folder);
    std::optional<TrustFileFault> reload();
    /// Goes on in another folder, which keeps what it has and gets what is known here.
    std::optional<TrustFileFault> saveAs(const TrustFolder& folder);

    void note(const TestNote& note);
    void write(); ///< what was noted goes to the file now
    const QList<TestNote>& of(const QString& path) const;

signals:
    void opened(); ///< what is known is another's
    void changed();
    void faulted(const stationer::TrustFileFault& fault); ///< the file could not be written; no reason to fail a test

private:
    TrustFolder m_folder;
    TestHistory m_history;
    QList<TestNote> m_unwritten;
    bool m_isRefused = false;
    QTimer m_later;
    QElapsedTimer m_sinceWriting;
};

} // namespace stationer
