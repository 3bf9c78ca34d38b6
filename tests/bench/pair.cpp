// Times two commands in turn, A B A B …, and prints of each the median and the least wall time, the processor time and the
// peak memory, and the ratios of A to B: the median over the pairs, so that both sides saw the same load, and that of the
// least times. pair RUNS COMMAND_A -- COMMAND_B; the commands' output is discarded, and what they count of children is in.
// POSIX only.

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

struct Run {
    double wall = 0;
    double processor = 0;
    double mebibytes = 0;
    bool succeeded = false;
};

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Run timed(char** command)
{
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int null = open("/dev/null", O_WRONLY);
        dup2(null, STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
        execvp(command[0], command);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    return {wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024,
            WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::vector<double> each(const std::vector<Run>& runs, double Run::*value)
{
    std::vector<double> values;
    for (const Run& run : runs)
        values.push_back(run.*value);
    return values;
}

double least(const std::vector<Run>& runs, double Run::*value)
{
    const std::vector<double> values = each(runs, value);
    return *std::min_element(values.begin(), values.end());
}

double ratio(const std::vector<Run>& a, const std::vector<Run>& b, double Run::*value)
{
    std::vector<double> ratios;
    for (size_t i = 0; i < a.size(); ++i)
        ratios.push_back(a[i].*value / b[i].*value);
    return median(std::move(ratios));
}

} // namespace

int main(int argc, char** argv)
{
    const int runs = argc > 1 ? std::atoi(argv[1]) : 0;
    int second = 2;
    while (second < argc && std::strcmp(argv[second], "--") != 0)
        ++second;
    if (runs < 1 || second == 2 || second + 1 >= argc) {
        std::fputs("usage: pair RUNS COMMAND_A -- COMMAND_B\n", stderr);
        return 2;
    }
    argv[second] = nullptr;
    std::vector<Run> a, b;
    for (int run = -1; run < runs; ++run) { // one of each to warm up
        const Run first = timed(argv + 2), other = timed(argv + second + 1);
        if (!first.succeeded || !other.succeeded) {
            std::fprintf(stderr, "the %s command failed\n", first.succeeded ? "second" : "first");
            return 1;
        }
        if (run < 0)
            continue;
        a.push_back(first);
        b.push_back(other);
    }
    std::printf(
        "wall %.3f against %.3f s, ratio %.2f; at best %.3f against %.3f s, ratio %.2f; processor %.3f against %.3f s, "
        "ratio %.2f; peak memory %.0f against %.0f MiB\n",
        median(each(a, &Run::wall)), median(each(b, &Run::wall)), ratio(a, b, &Run::wall), least(a, &Run::wall),
        least(b, &Run::wall), least(a, &Run::wall) / least(b, &Run::wall), median(each(a, &Run::processor)),
        median(each(b, &Run::processor)), ratio(a, b, &Run::processor), median(each(a, &Run::mebibytes)),
        median(each(b, &Run::mebibytes)));
    return 0;
}
