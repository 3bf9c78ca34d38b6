#include "station/journal.h"

#include "station/diskfile.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QUuid>
#include <QtEndian>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 magic = 0x53544a31; // «STJ1»
constexpr quint32 largestRecord = 0x7fffffff;
/// A journal that has grown beyond this, and much beyond its last record, begins anew with it.
constexpr qint64 largestJournal = 4 * 1024 * 1024;
constexpr qint64 largestShare = 16;

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
}

QString keyOf(const QString& stationFile)
{
    const QString canonical = QFileInfo(stationFile).canonicalFilePath();
    return canonical.isEmpty() ? QFileInfo(stationFile).absoluteFilePath() : canonical;
}

/// One record: its length, its bytes, their checksum.
QByteArray record(const QByteArray& payload)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << quint32(payload.size());
    out.writeRawData(payload.constData(), int(payload.size()));
    const QByteArray sum = hashOf(payload).first(8);
    out.writeRawData(sum.constData(), int(sum.size()));
    return bytes;
}

/// The next whole record; nothing at the end or where it is damaged.
std::optional<QByteArray> nextRecord(QDataStream& in)
{
    quint32 size = 0;
    in >> size;
    if (in.status() != QDataStream::Ok || size > largestRecord || qint64(size) + 8 > in.device()->bytesAvailable())
        return std::nullopt;
    QByteArray payload(qsizetype(size), Qt::Uninitialized), sum(8, Qt::Uninitialized);
    in.readRawData(payload.data(), int(size));
    in.readRawData(sum.data(), 8);
    return hashOf(payload).first(8) == sum ? std::optional(payload) : std::nullopt;
}

/// What the first record tells.
struct Head {
    QString file;
    qint64 size = 0;
    QByteArray hash;

    bool isOf(const QByteArray& xml) const { return size == xml.size() && hash == hashOf(xml); }
};

std::optional<Head> readHead(QDataStream& in)
{
    const auto first = nextRecord(in);
    if (!first)
        return std::nullopt;
    QDataStream headIn(*first);
    quint32 mark = 0;
    Head head;
    headIn >> mark >> head.file >> head.size >> head.hash;
    return mark == magic && headIn.status() == QDataStream::Ok ? std::optional(head) : std::nullopt;
}

QString openedPath(const QString& journal)
{
    return journal + u".opened"_s;
}

/// What was kept of the opened XML, if it is what the journal was made on.
QByteArray keptOpened(const QString& journal, const Head& head)
{
    QFile file(openedPath(journal));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray packed = file.readAll(); // its size first, for which qUncompress() takes room
    if (packed.size() < 4 || qFromBigEndian<quint32>(packed.constData()) != head.size)
        return {};
    const QByteArray xml = qUncompress(packed);
    return head.isOf(xml) ? xml : QByteArray();
}

/// A file of these bytes that nobody else may read, open; it takes the place of the former one when it is whole. Else the
/// operating system's words, and the former one counts.
Result<std::unique_ptr<QFile>, QString> placed(const QString& path, const QByteArray& bytes)
{
    auto file = std::make_unique<QFile>(path + u".new"_s);
    const QString name = file->fileName();
    QFile::remove(name);
    const bool isWhole = file->open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
                         file->write(bytes) == bytes.size() && diskfile::flush(*file);
    if (isWhole && diskfile::takePlace(name, path))
        return file;
    const QString words = isWhole ? path : file->errorString();
    file.reset();
    QFile::remove(name);
    return words;
}

QString newPrefix(const QString& folder)
{
    return QFileInfo(folder).absoluteFilePath() + u"/new-"_s;
}

QByteArray head(const QString& file, const QList<QByteArray>& openedXml)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    qint64 size = 0;
    for (const QByteArray& piece : openedXml) {
        hash.addData(piece);
        size += piece.size();
    }
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << magic << file << size << hash.result();
    return record(bytes);
}

} // namespace

QString Journal::pathFor(const QString& folder, const QString& stationFile)
{
    return folder + u'/' + QString::fromLatin1(hashOf(keyOf(stationFile).toUtf8()).toHex().first(32)) + u".journal"_s;
}

std::optional<Journal::Found> Journal::find(const QString& folder, const QString& stationFile, const QByteArray& openedXml)
{
    QFile file(pathFor(folder, stationFile));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QDataStream in(&file);
    const std::optional<Head> head = readHead(in);
    if (!head || head->file != keyOf(stationFile))
        return std::nullopt;
    Found found;
    found.file = head->file;
    found.fits = head->isOf(openedXml);
    found.opened = found.fits ? openedXml : keptOpened(file.fileName(), *head);
    std::optional<QByteArray> last;
    while (!in.atEnd() && !found.isTorn) {
        const auto next = nextRecord(in);
        found.isTorn = !next;
        if (next)
            last = next;
    }
    if (!last)
        return std::nullopt;
    QDataStream stateIn(*last);
    quint32 steps = 0;
    QByteArray delta;
    stateIn >> steps >> delta;
    found.steps = int(steps);
    if (!found.opened.isEmpty()) {
        const auto xml = Document::withDelta(found.opened, delta);
        if (!xml)
            return std::nullopt;
        found.xml = *xml;
    }
    return found;
}

void Journal::discard(const QString& folder, const QString& stationFile)
{
    const QString path = pathFor(folder, stationFile);
    QFile::remove(path);
    QFile::remove(openedPath(path));
}

QString Journal::namedForNew(const QString& folder)
{
    return newPrefix(folder) + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QStringList Journal::newOnes(const QString& folder)
{
    QStringList names;
    const QFileInfoList journals = QDir(folder).entryInfoList({u"*.journal"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo& each : journals) {
        QFile file(each.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QDataStream in(&file);
        if (const std::optional<Head> head = readHead(in); head && head->file.startsWith(newPrefix(folder)))
            names += head->file;
    }
    return names;
}

Journal::Journal(const QString& folder, const QString& stationFile, const QList<QByteArray>& openedXml)
    : m_path(pathFor(folder, stationFile)), m_stationFile(keyOf(stationFile)), m_opened(openedXml)
{
}

Journal::~Journal() = default;

std::optional<QByteArray> Journal::stateOf(const Document& document)
{
    return document.isModified() ? std::optional(document.delta()) : std::nullopt;
}

std::optional<QString> Journal::note(const std::optional<QByteArray>& delta, int steps)
{
    if (!delta) {
        close();
        return std::nullopt;
    }
    if (m_head.isEmpty())
        m_head = head(m_stationFile, m_opened);
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly) << quint32(steps) << *delta;
    const QByteArray bytes = record(state);
    const bool isTooLarge =
        m_file && m_file->size() > largestJournal && m_file->size() / largestShare > qint64(bytes.size());
    const std::optional<QString> fault = m_file && !isTooLarge ? write(bytes) : begin(m_head + bytes);
    if (!fault && !m_isOpenedKept)
        keepOpened();
    return fault;
}

/// The step is safe by now; without this it can still be restored as long as the file is as it was.
void Journal::keepOpened()
{
    m_isOpenedKept = true; // or it was tried
    constexpr int quick = 1;
    (void)placed(openedPath(m_path), qCompress(m_opened.join(), quick));
}

std::optional<QString> Journal::begin(const QByteArray& bytes)
{
    const QString folder = QFileInfo(m_path).absolutePath();
    const bool isNew = !QFileInfo::exists(folder);
    m_file.reset();
    if (!QDir().mkpath(folder))
        return folder;
    if (isNew)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    Result<std::unique_ptr<QFile>, QString> file = placed(m_path, bytes);
    if (!file)
        return file.error();
    m_file = std::move(file.value());
    return std::nullopt;
}

std::optional<QString> Journal::write(const QByteArray& bytes)
{
    if (m_file->write(bytes) == bytes.size() && diskfile::flush(*m_file))
        return std::nullopt;
    const QString words = m_file->errorString(); // what was there before the step still counts
    m_file.reset();
    return words;
}

void Journal::close()
{
    m_file.reset();
    m_isOpenedKept = false;
    QFile::remove(m_path);
    QFile::remove(openedPath(m_path));
}

} // namespace stationer
