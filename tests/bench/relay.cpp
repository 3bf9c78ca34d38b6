// A TCP relay that makes loopback as slow as a far network: half of the round trip in each direction, and one round trip for
// connecting, as a handshake of TCP takes. POSIX only.
// relay MILLISECONDS PORT…   for each port of 127.0.0.1 it listens on one of its own and prints it on a line, in order; it
// ends when its standard input does.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;

/// What is on its way: bytes and the moment they arrive; empty bytes are the end.
class Wire {
public:
    void put(Clock::time_point arrival, std::string bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_parcels.push_back({arrival, std::move(bytes)});
        m_filled.notify_one();
    }

    std::string take()
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [this] { return !m_parcels.empty(); });
        Parcel parcel = std::move(m_parcels.front());
        m_parcels.pop_front();
        lock.unlock();
        std::this_thread::sleep_until(parcel.arrival);
        return parcel.bytes;
    }

private:
    struct Parcel {
        Clock::time_point arrival;
        std::string bytes;
    };
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Parcel> m_parcels;
};

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<in_port_t>(port));
    return address;
}

void sendAtOnce(int socket)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

/// Reads from one socket; nothing leaves before `connected`, and each part is half of a round trip on its way.
void feed(int from, Wire& wire, Clock::time_point connected, Clock::duration oneWay)
{
    char buffer[65536];
    ssize_t count = 0;
    while ((count = read(from, buffer, sizeof buffer)) > 0)
        wire.put(std::max(Clock::now(), connected) + oneWay, std::string(buffer, static_cast<size_t>(count)));
    wire.put(std::max(Clock::now(), connected) + oneWay, {});
}

void deliver(Wire& wire, int to)
{
    for (std::string bytes = wire.take(); !bytes.empty(); bytes = wire.take())
        for (size_t sent = 0; sent < bytes.size();) {
            const ssize_t count = write(to, bytes.data() + sent, bytes.size() - sent);
            if (count <= 0)
                break;
            sent += static_cast<size_t>(count);
        }
    shutdown(to, SHUT_WR);
}

void relay(int client, int port, Clock::duration roundTrip)
{
    // The client hears of the connection after one round trip; the server does half a one later.
    const Clock::time_point connected = Clock::now() + roundTrip;
    Wire there;
    std::thread upwards([&] { feed(client, there, connected, roundTrip / 2); });
    std::this_thread::sleep_until(connected + roundTrip / 2);
    const int server = socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        shutdown(client, SHUT_RDWR);
    sendAtOnce(client);
    sendAtOnce(server);
    Wire back;
    std::thread writer([&] { deliver(there, server); });
    std::thread downwards([&] { feed(server, back, connected, roundTrip / 2); });
    deliver(back, client);
    upwards.join();
    writer.join();
    downwards.join();
    close(server);
    close(client);
}

/// A listener on a free port of loopback; nothing where there is none.
std::optional<int> listenOnLoopback()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<const sockaddr*>(&address), size) != 0 || listen(listener, 64) != 0 ||
        getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return std::nullopt;
    std::printf("%d\n", ntohs(address.sin_port));
    return listener;
}

} // namespace

int main(int argc, char** argv)
{
    const int milliseconds = argc > 2 ? std::atoi(argv[1]) : 0;
    if (milliseconds < 1) {
        std::fputs("usage: relay MILLISECONDS PORT...\n", stderr);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    for (int i = 2; i < argc; ++i) {
        const std::optional<int> listener = listenOnLoopback();
        if (!listener) {
            std::perror("relay");
            return 1;
        }
        std::thread([port = std::atoi(argv[i]), listener, milliseconds] {
            for (int client = 0; (client = accept(*listener, nullptr, nullptr)) >= 0;)
                std::thread(relay, client, port, std::chrono::milliseconds(milliseconds)).detach();
        }).detach();
    }
    std::fflush(stdout);
    char ignored = 0;
    while (read(STDIN_FILENO, &ignored, 1) > 0) {}
    std::_Exit(0);
}
