#include "app/cli/terminal.h"

#include <QByteArray>

#include <array>
#include <cerrno>
#include <cstdio>

#ifdef Q_OS_WIN
#include <conio.h>
#include <io.h>
#else
#include <csignal>
#include <termios.h>
#include <unistd.h>
#endif

namespace stationer {

#ifdef Q_OS_WIN

bool isTerminal()
{
    return _isatty(_fileno(stdin)) != 0;
}

std::optional<Secret> askSecret(const QString& question)
{
    std::fputs(qUtf8Printable(question), stderr);
    QString typed;
    for (wint_t c = _getwch(); c != L'\r' && c != L'\n'; c = _getwch()) {
        if (c == 3 || c == WEOF)
            return std::nullopt;
        if (c == L'\b')
            typed.chop(1);
        else
            typed += QChar(char16_t(c));
    }
    std::fputs("\n", stderr);
    return Secret(typed);
}

#else

namespace {

constexpr std::array endingSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

/// Switches the terminal's echo off for as long as it lives. A signal that would end the program only ends the reading
/// meanwhile, or the terminal would be left without its echo.
class Silence {
public:
    Silence()
    {
        struct sigaction endReading {};
        endReading.sa_handler = [](int) {}; // and no SA_RESTART
        for (std::size_t i = 0; i < endingSignals.size(); ++i)
            sigaction(endingSignals.at(i), &endReading, &m_actions.at(i));
        m_isKnown = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        if (m_isKnown)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    ~Silence()
    {
        if (m_isKnown)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        for (std::size_t i = 0; i < endingSignals.size(); ++i)
            sigaction(endingSignals.at(i), &m_actions.at(i), nullptr);
    }

private:
    std::array<struct sigaction, endingSignals.size()> m_actions{};
    termios m_before{};
    bool m_isKnown = false;
};

} // namespace

bool isTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

std::optional<Secret> askSecret(const QString& question)
{
    std::fputs(qUtf8Printable(question), stderr);
    QByteArray typed;
    bool isEnded = false;
    bool isInterrupted = false;
    {
        const Silence silence;
        for (;;) {
            char c = 0;
            errno = 0;
            if (read(STDIN_FILENO, &c, 1) != 1) {
                isEnded = true;
                isInterrupted = errno == EINTR;
                break;
            }
            if (c == '\n')
                break;
            typed += c;
        }
    }
    std::fputs("\n", stderr);
    if (isInterrupted)
        std::raise(SIGINT);
    if (isInterrupted || (isEnded && typed.isEmpty()))
        return std::nullopt;
    return Secret(std::move(typed));
}

#endif

} // namespace stationer
