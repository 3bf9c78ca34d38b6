#include "app/cli/terminal.h"

#include <QByteArray>

#include <cstdio>

#ifdef Q_OS_WIN
#include <conio.h>
#include <io.h>
#else
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

/// Switches the terminal's echo off for as long as it lives.
class Silence {
public:
    Silence()
    {
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
    }

private:
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
    {
        const Silence silence;
        for (;;) {
            char c = 0;
            if (read(STDIN_FILENO, &c, 1) != 1) {
                isEnded = true;
                break;
            }
            if (c == '\n')
                break;
            typed += c;
        }
    }
    std::fputs("\n", stderr);
    if (isEnded && typed.isEmpty())
        return std::nullopt;
    return Secret(std::move(typed));
}

#endif

} // namespace stationer
