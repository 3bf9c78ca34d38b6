#pragma once

#include "connection/batch.h"
#include "connection/deletelater.h"
#include "connection/detectionrow.h"
#include "connection/resolution.h"

#include <QList>
#include <QObject>

namespace stationer {

/// The deadlines of a detection: a port that has not answered in four seconds counts as one that does not answer. Looking up
/// the host's name comes before that and has its own.
Limits detectionLimits();

/// Tries every candidate at once, without credentials: it connects, encrypts, has the identity judged and asks what the
/// server can do. It chooses nothing; bestOf() does. rowFound() comes once a row, finished() once, never from within
/// start(). It is used once.
class Detection : public QObject {
    Q_OBJECT
public:
    /// Of the settings the protocol, the host and the least TLS version count.
    Detection(const ConnectionSettings& about, const QList<Candidate>& candidates, ChainJudge judge,
              const Limits& limits = detectionLimits(), const Resolver& resolver = systemResolver,
              QObject* parent = nullptr);

    void start();
    void cancel(); ///< the rows without an answer end as cancelled
    bool hasPendingLookup() const;

    /// In the order of the candidates; the report of a row that was not found yet says nothing.
    const QList<DetectionRow>& rows() const { return m_rows; }
    bool isFinished() const { return m_isFinished; }

signals:
    void resolvingSlowly();
    void rowFound(qsizetype index);
    void finished();

private:
    void tryAll();
    void endAll(Outcome outcome, const QString& detail);
    void end();

    ConnectionSettings m_about;
    ChainJudge m_judge;
    Limits m_limits;
    Resolver m_resolver;
    QList<DetectionRow> m_rows;
    Resolution m_resolution;
    LaterPtr<TestBatch> m_batch;
    bool m_isOver = false;
    bool m_isFinished = false;
};

} // namespace stationer
