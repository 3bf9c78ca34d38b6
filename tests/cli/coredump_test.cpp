// No core dump of stationer-cli holds a password, because there is none: it dies waiting for a server, with a password in
// memory and every limit lifted. That a program without the guard leaves a core here is proven first, or this proves
// nothing.

#include "cli/clirun.h"
#include "support/faultserver.h"
#include "support/stationertest.h"

#include <csignal>
#include <vector>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace stationer;
using namespace stationer::testing;

namespace {

/// A program as a shell starts it after `ulimit -c unlimited`, whose end is told with all that the system knows of it.
class Child {
public:
    Child(const QString& folder, const QStringList& words, const QByteArray& mark = "UNMARKED")
    {
        std::vector<QByteArray> bytes;
        for (const QString& word : words)
            bytes.push_back(QFile::encodeName(word));
        std::vector<char*> arguments;
        for (QByteArray& word : bytes)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const QByteArray home = QFile::encodeName(folder);
        m_pid = fork();
        if (m_pid != 0)
            return;
        rlimit limit{};
        getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        if (setrlimit(RLIMIT_CORE, &limit) == 0 && chdir(home.constData()) == 0 &&
            setenv("HOME", home.constData(), 1) == 0 && setenv(mark.constData(), "1", 1) == 0 &&
            setenv("ASAN_OPTIONS", "handle_segv=0:disable_coredump=0", 1) == 0) // a sanitizer would take both for its own
            execv(arguments[0], arguments.data());
        _exit(127);
    }
    ~Child()
    {
        if (m_pid > 0)
            died(SIGKILL);
    }
    Q_DISABLE_COPY_MOVE(Child)

    bool isRunning() const { return m_pid > 0 && waitpid(m_pid, nullptr, WNOHANG) == 0; }
    QByteArray name() const { return Cli::read(u"/proc/%1/comm"_s.arg(m_pid)); }
    /// Its wait status after this signal.
    int died(int signal)
    {
        int status = 0;
        kill(m_pid, signal);
        waitpid(m_pid, &status, 0);
        m_pid = -1;
        return status;
    }

private:
    pid_t m_pid = -1;
};

} // namespace

class CoreDumpTest : public QObject {
    Q_OBJECT

    Cli m_cli;

    QString empty(const QString& name) const
    {
        QDir(m_cli.path({})).mkdir(name);
        return m_cli.path(name);
    }

private slots:
    void diesWithoutACore_data()
    {
        QTest::addColumn<int>("signal");
        for (const int signal : {SIGABRT, SIGQUIT, SIGSEGV})
            QTest::addRow("%s", sigabbrev_np(signal)) << signal;
    }

    void diesWithoutACore()
    {
        QFETCH(int, signal);
        const QString theirs = empty(u"theirs-%1"_s.arg(signal));
        Child other(theirs, {u"/bin/sleep"_s, u"600"_s});
        QTRY_COMPARE(other.name(), "sleep\n");
        const int otherStatus = other.died(signal);
        QVERIFY2(
            WIFSIGNALED(otherStatus) && WCOREDUMP(otherStatus),
            "no program leaves a core here, so this says nothing: look at /proc/sys/kernel/core_pattern and `ulimit -Hc`");

        FaultServer server({Silence{}});
        const QString ours = empty(u"ours-%1"_s.arg(signal));
        const QString password = m_cli.write(u"password"_s, "hunter2 in memory\n");
        Child program(ours, {QStringLiteral(STATIONER_CLI), u"test"_s, u"--protocol"_s, u"smtp"_s, u"--security"_s,
                             u"none"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(server.port()),
                             u"--user"_s, u"bob"_s, u"--password-file"_s, password});
        QTRY_COMPARE(server.connections(), 1); // it has read the password
        QVERIFY(program.isRunning());
        const int status = program.died(signal);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), signal);
        QVERIFY(!WCOREDUMP(status));
        QCOMPARE(QDir(ours).entryList({u"*core*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }

    void leavesOneToWhoDevelopsIt()
    {
        FaultServer server({Silence{}});
        Child program(empty(u"developed"_s),
                      {QStringLiteral(STATIONER_CLI), u"test"_s, u"--protocol"_s, u"smtp"_s, u"--security"_s, u"none"_s,
                       u"--host"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(server.port())},
                      "STATIONER_DUMPABLE");
        QTRY_COMPARE(server.connections(), 1);
#ifdef NDEBUG
        QVERIFY(!WCOREDUMP(program.died(SIGABRT)));
#else
        QVERIFY(WCOREDUMP(program.died(SIGABRT)));
#endif
    }
};

STATIONER_TEST(CoreDumpTest)
#include "coredump_test.moc"
