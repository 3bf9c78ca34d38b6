#pragma once

#include <QtGlobal>

#include <atomic>

namespace stationer {

/// How far a station file that is being read has come, and the way to give it up, both from another thread than the one that
/// reads. It is a number that only grows; it does not read anything itself.
class ReadingProgress {
public:
    int percent() const { return m_percent; }
    qint64 fileSize() const { return m_fileSize; } ///< −1 as long as it is not known

    void cancel() { m_isCancelled = true; }
    bool isCancelled() const { return m_isCancelled; }

    // --- for the one that reads
    void noteFileSize(qint64 size) { m_fileSize = size; }
    /// What is read next takes the bar from one percentage to another.
    void begin(int from, int to)
    {
        m_from = from;
        m_to = to;
        m_percent = from;
    }
    void advance(qint64 done, qint64 of)
    {
        m_percent = m_from + int((m_to - m_from) * qMin(done, of) / qMax(of, qint64(1)));
    }

private:
    std::atomic<int> m_percent = 0;
    std::atomic<qint64> m_fileSize = -1;
    std::atomic<bool> m_isCancelled = false;
    int m_from = 0, m_to = 100;
};

} // namespace stationer
