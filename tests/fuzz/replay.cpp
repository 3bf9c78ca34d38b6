// Feeds an entry with its corpus and with what deterministic damage makes of it: `fuzz_tests ENTRY [FILE…]`, FILEs in the
// place of the corpus and as they are. What an entry dies of is told, and kept in ENTRY.input.

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <unistd.h>
#include <utility>
#include <vector>

#define ENTRY(name)                                                                                                         \
    extern const int inputsOf_##name;                                                                                       \
    void feed_##name(const QByteArray& bytes);
#include "entries.inc" // an ENTRY a line, written by CMake
#undef ENTRY

namespace {

struct Entry {
    const char* name;
    void (*feed)(const QByteArray&);
    int inputs;
};
#define ENTRY(name) Entry{#name, feed_##name, inputsOf_##name},
const std::vector<Entry> entries{
#include "entries.inc"
};

struct Seed {
    QByteArray name, bytes;
};

// For the handler alone, which may not allocate.
char sayingWhat[512];
char keptIn[128];
const QByteArray* underWay = nullptr;

void onDeath(int signal)
{
    static_cast<void>(!write(STDERR_FILENO, sayingWhat, std::strlen(sayingWhat)));
    if (const int file = open(keptIn, O_WRONLY | O_CREAT | O_TRUNC, 0644); file >= 0)
        static_cast<void>(!write(file, underWay->constData(), std::size_t(underWay->size())));
    std::signal(signal, SIG_DFL);
    raise(signal);
}

void feed(const Entry& entry, const Seed& seed, const char* damage, qsizetype at, const QByteArray& bytes)
{
    std::snprintf(sayingWhat, sizeof sayingWhat, "%s fails on %s, %s %lld; the input is in %s\n", entry.name,
                  seed.name.constData(), damage, static_cast<long long>(at), keptIn);
    underWay = &bytes;
    entry.feed(bytes);
}

/// Cut at every length, every byte with a bit flipped, zero and with all bits; a long one at as many places as there is
/// room.
void feedDamaged(const Entry& entry, const Seed& seed, int room, std::minstd_rand& random)
{
    const qsizetype size = seed.bytes.size();
    const qsizetype all = 4 * size;
    for (qsizetype i = 0, step = std::max<qsizetype>(1, (all + room - 1) / room); i < all; i += step) {
        const qsizetype at = i % size;
        QByteArray bytes = seed.bytes;
        switch (i / size) {
        case 0:
            feed(entry, seed, "cut to", at, bytes.first(at));
            break;
        case 1:
            bytes[at] = char(bytes[at] ^ (1 << random() % 8));
            feed(entry, seed, "a bit flipped at", at, bytes);
            break;
        case 2:
            bytes[at] = '\0';
            feed(entry, seed, "zero at", at, bytes);
            break;
        case 3:
            bytes[at] = '\xff';
            feed(entry, seed, "0xff at", at, bytes);
            break;
        }
    }
}

void replay(const Entry& entry, const std::vector<Seed>& seeds)
{
    std::minstd_rand random(1);
    const int share = std::max(4, entry.inputs / int(seeds.size()));
    for (const Seed& seed : seeds) {
        feed(entry, seed, "as it is", 0, seed.bytes);
        feed(entry, seed, "doubled", 0, seed.bytes + seed.bytes);
        feedDamaged(entry, seed, share * 3 / 4, random);
        for (int i = 0; i < share / 4; ++i) {
            const QByteArray& other = seeds[random() % seeds.size()].bytes;
            const qsizetype at = qsizetype(random() % std::size_t(seed.bytes.size() + 1));
            const qsizetype from = qsizetype(random() % std::size_t(other.size() + 1));
            feed(entry, seed, "spliced at", at, seed.bytes.first(at) + other.sliced(from));
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& each) { return argc > 1 && std::strcmp(each.name, argv[1]) == 0; });
    if (entry == entries.end()) {
        std::fprintf(stderr, "Usage: %s ENTRY [FILE…], where ENTRY is one of:\n", argv[0]);
        for (const Entry& each : entries)
            std::fprintf(stderr, "  %s\n", each.name);
        return 2;
    }
    const QDir corpus(QStringLiteral(STATIONER_CORPORA "/%1").arg(QLatin1StringView(entry->name)));
    QStringList paths;
    for (const QString& name : corpus.entryList(QDir::Files, QDir::Name))
        paths += corpus.filePath(name);
    if (argc > 2) {
        paths.clear();
        std::for_each(argv + 2, argv + argc, [&](const char* path) { paths += QFile::decodeName(path); });
    }
    std::vector<Seed> seeds;
    for (const QString& path : std::as_const(paths)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() == 0) {
            std::fprintf(stderr, "%s cannot be read, or is empty.\n", qPrintable(path));
            return 2;
        }
        seeds.push_back({path.section(u'/', -1).toUtf8(), file.readAll()});
    }
    if (seeds.empty()) {
        std::fprintf(stderr, "There is no corpus in %s.\n", qPrintable(corpus.path()));
        return 2;
    }
    std::snprintf(keptIn, sizeof keptIn, "%s.input", entry->name);
    for (const int signal : {SIGILL, SIGTRAP, SIGABRT, SIGFPE
#ifndef __SANITIZE_ADDRESS__ // which has more to say
                             ,
                             SIGSEGV, SIGBUS
#endif
         })
        std::signal(signal, onDeath);
    if (argc == 2)
        replay(*entry, seeds);
    else
        for (const Seed& seed : seeds)
            feed(*entry, seed, "as it is", 0, seed.bytes);
    return 0;
}
