#pragma once

#include <QByteArray>

/// What is fed with bytes from outside. `inputs` is about how many a replay feeds (replay.cpp): two seconds' worth at most.
/// With libFuzzer an entry is a program of its own, else one of many functions in the replaying one.
///
///     STATIONER_FUZZ_ENTRY(archive, 20000) { … bytes … }
#ifdef STATIONER_REPLAY
#define STATIONER_FUZZ_ENTRY(name, inputs)                                                                                  \
    extern const int inputsOf_##name;                                                                                       \
    const int inputsOf_##name = inputs;                                                                                     \
    void feed_##name(const QByteArray& bytes); /* of a file of its own */                                                   \
    void feed_##name(const QByteArray& bytes)
#else
#define STATIONER_FUZZ_ENTRY(name, inputs)                                                                                  \
    static void feed_##name(const QByteArray& bytes);                                                                       \
    extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)                                                 \
    {                                                                                                                       \
        feed_##name(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));                         \
        return 0;                                                                                                           \
    }                                                                                                                       \
    static void feed_##name(const QByteArray& bytes)
#endif

namespace stationer::fuzz {

/// What has to hold whatever came in.
inline void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/// The first byte, which chooses one of so many ways, taken off.
inline int choice(QByteArray& bytes, int ways)
{
    const int first = bytes.isEmpty() ? 0 : static_cast<unsigned char>(bytes.front());
    bytes.remove(0, 1);
    return first % ways;
}

} // namespace stationer::fuzz
