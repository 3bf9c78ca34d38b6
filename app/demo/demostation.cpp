#include "app/demo/demostation.h"

#include "app/demo/demoserver.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// The embedded station with `{{…}}` filled in.
QByteArray filledIn(QByteArray xml, const DemoServer& server)
{
    const auto fill = [&xml](const char* key, const QString& value) {
        xml.replace("{{"_ba + key + "}}", value.toHtmlEscaped().toUtf8());
    };
    const auto fillPort = [&](const char* key, quint16 port) { fill(key, QString::number(port)); };
    fill("host", server.host());
    fill("user", server.login().user);
    fillPort("smtpSsl", server.port(DemoProtocol::Smtp, DemoMode::Ssl));
    fillPort("smtpStartTls", server.port(DemoProtocol::Smtp, DemoMode::StartTls));
    fillPort("smtpExpired", server.expiredPort());
    fillPort("imapSsl", server.port(DemoProtocol::Imap, DemoMode::Ssl));
    fillPort("pop3StartTls", server.port(DemoProtocol::Pop3, DemoMode::StartTls));
    fillPort("pop3None", server.port(DemoProtocol::Pop3, DemoMode::None));
    return xml;
}

bool write(const QString& path, const QByteArray& bytes, QString* error)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return true;
    if (error)
        *error = file.errorString();
    return false;
}

} // namespace

DemoStation::DemoStation(std::unique_ptr<QTemporaryDir> folder) : m_folder(std::move(folder)) {}

DemoStation::~DemoStation() = default;

std::unique_ptr<DemoStation> DemoStation::make(const DemoServer& server, QString* error)
{
    QFile embedded(u":/demo/station.bog"_s);
    auto folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/stationer-demo-XXXXXX"_L1);
    if (!folder->isValid() || !embedded.open(QIODevice::ReadOnly)) {
        if (error)
            *error = folder->isValid() ? embedded.errorString() : folder->errorString();
        return nullptr;
    }
    std::unique_ptr<DemoStation> station(new DemoStation(std::move(folder)));
    if (!write(station->path(), filledIn(embedded.readAll(), server), error) ||
        !write(station->rootCaPath(), server.rootPem(), error))
        return nullptr;
    return station;
}

QString DemoStation::path() const
{
    return m_folder->filePath(u"station.bog"_s);
}

QString DemoStation::rootCaPath() const
{
    return m_folder->filePath(u"demo-root-ca.pem"_s);
}

} // namespace stationer
