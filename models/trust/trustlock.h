#pragma once

#include <QString>
#include <QtGlobal>
#ifndef Q_OS_UNIX
#include <QLockFile>
#endif

namespace stationer {

/// Keeps other programs from writing while it lives; waits two seconds for them at most. Readers need no lock: files are
/// replaced whole. Where the system has locks that end with the program, no trace of a program that was ended holds anybody
/// up.
class TrustLock {
public:
    explicit TrustLock(const QString& path);
    ~TrustLock();
    Q_DISABLE_COPY_MOVE(TrustLock)
    bool isHeld() const { return m_isHeld; }
    QString whyNot() const; ///< for people, where it is not held

private:
    void take();

    QString m_path;
#ifdef Q_OS_UNIX
    int m_file = -1;
#else
    QLockFile m_file;
#endif
    bool m_isHeld = false;
    bool m_isAnothers = false;
};

} // namespace stationer
