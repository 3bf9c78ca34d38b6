#pragma once

#include "connection/fetchedtoken.h"
#include "connection/report.h"
#include "connection/resolver.h"
#include "connection/testorder.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace stationer {

/// The deadlines and bounds of a connection test; tests inject short ones.
struct Limits {
    std::chrono::milliseconds resolve{12000};
    std::chrono::milliseconds resolveSlow{3000}; ///< after which a look-up is said to be slow
    std::chrono::milliseconds connect{8000};
    std::chrono::milliseconds attemptDelay{250}; ///< RFC 8305, section 8
    std::chrono::milliseconds tls{8000};
    std::chrono::milliseconds greeting{30000};
    std::chrono::milliseconds counterProbe{3000}; ///< silence after which the port is probed the other way
    std::chrono::milliseconds reply{10000};
    std::chrono::milliseconds loginReply{30000};
    std::chrono::milliseconds whole{0};        ///< one whole test; 0: no bound of its own
    std::chrono::milliseconds arrival{120000}; ///< until a message has to be seen
    std::chrono::milliseconds look{1000};      ///< between the first two looks for it; it grows
    qsizetype replyBytes = 64 * 1024;
    qsizetype chainBytes = 100 * 1024;
};

/// One connection test: resolves, connects (RFC 8305), talks, encrypts, has the identity judged, signs in. Asynchronous; it
/// owns the socket, the timers and the TLS, and nothing goes into TLS before the judge has spoken. finished() comes exactly
/// once for every start(), never from within start(). It is used once.
class ConnectionTest : public QObject {
    Q_OBJECT
public:
    ConnectionTest(TestOrder order, ChainJudge judge, Limits limits = {}, Resolver resolver = systemResolver,
                   QObject* parent = nullptr);
    ~ConnectionTest() override;

    void start();
    /// Ends at once with Outcome::Cancelled. Before start(), it makes the test end before it looks up or connects to
    /// anything.
    void cancel();
    /// Whether the system's resolver still works on a look-up of this test, which may be over: it holds the process's exit,
    /// so a program that wants to end now flushes and leaves by _Exit. Deleting the test does not stop the look-up.
    bool hasPendingLookup() const;

    /// The report of a test that cannot start because of its settings.
    static Report refused(const SettingFault& fault, const TestOrder& known);

signals:
    void stageEnded(const stationer::StageRecord& record);
    void stageBegan(stationer::Stage stage);
    void resolvingSlowly(); ///< the look-up has had no answer for Limits::resolveSlow
    void finished(const stationer::Report& report);

private:
    class Course;
    std::unique_ptr<Course> d;
};

} // namespace stationer
