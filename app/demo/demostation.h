#pragma once

#include <QString>

#include <memory>

class QTemporaryDir;

namespace stationer {

class DemoServer;

/// The sample station as a temporary copy whose accounts point at a running demo server: `station.bog`, and beside it the
/// unknown authority's certificate for the import dialog. Both are gone when this goes, unless the copy was moved elsewhere.
///
/// Its accounts, under `/Services/EmailService`:
///   OutgoingAccount   SMTP, ssl, right in everything but the unknown CA: challenge, accept or import, passed
///   Reports           SMTP, starttls, the same
///   OldSettings       SMTP: its port expects encryption from the first byte, Use Ssl is off
///   Facilities        SMTP, ssl: the certificate ran out
///   WrongUser         SMTP, ssl: a user name that the server refuses
///   IncomingAccount   IMAP, ssl
///   Acknowledgements  POP3, starttls
///   Archive           POP3, none, disabled
class DemoStation {
public:
    /// nullptr and `error` in the operating system's words where the temporary folder cannot be written.
    static std::unique_ptr<DemoStation> make(const DemoServer& server, QString* error = nullptr);
    ~DemoStation();

    /// Where the tour begins: Use Ssl has yet to be switched on there.
    static constexpr QLatin1StringView tourAccount{"/Services/EmailService/OldSettings"};

    QString path() const;       ///< of the station file
    QString rootCaPath() const; ///< `demo-root-ca.pem` beside it

private:
    explicit DemoStation(std::unique_ptr<QTemporaryDir> folder);
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace stationer
