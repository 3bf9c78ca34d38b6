// Times two commands in turn, A B A B …, and prints the medians of wall time and peak memory and the ratio A to B.
// pair RUNS COMMAND_A -- COMMAND_B; the commands' output is discarded. POSIX only.

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
    double seconds = 0;
    double mebibytes = 0;
    bool succeeded = false;
};

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
    return {wall.count(), static_cast<double>(usage.ru_maxrss) / 1024, WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
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
    std::vector<double> seconds[2], mebibytes[2], ratios;
    for (int run = -1; run < runs; ++run) { // one of each to warm up
        const Run both[2] = {timed(argv + 2), timed(argv + second + 1)};
        if (!both[0].succeeded || !both[1].succeeded) {
            std::fprintf(stderr, "the %s command failed\n", both[0].succeeded ? "second" : "first");
            return 1;
        }
        if (run < 0)
            continue;
        for (int side = 0; side < 2; ++side) {
            seconds[side].push_back(both[side].seconds);
            mebibytes[side].push_back(both[side].mebibytes);
        }
        ratios.push_back(both[0].seconds / both[1].seconds);
    }
    std::printf("wall %.3f s against %.3f s: ratio %.2f; peak memory %.0f MiB against %.0f MiB\n", median(seconds[0]),
                median(seconds[1]), median(ratios), median(mebibytes[0]), median(mebibytes[1]));
    return 0;
}
