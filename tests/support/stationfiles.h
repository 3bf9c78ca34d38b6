#pragma once

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace stationer {

inline QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray goldenXml()
{
    return fileBytes(QStringLiteral(STATIONER_TESTS "/station/data/golden.xml"));
}

/// The real station files, where STATIONER_SAMPLES says they are; empty where it says nothing.
inline QStringList sampleFiles()
{
    QStringList files;
    const QString folder = qEnvironmentVariable("STATIONER_SAMPLES");
    if (folder.isEmpty())
        return files;
    QDirIterator each(folder, {QStringLiteral("*.bog"), QStringLiteral("*.palette")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(each.next());
    files.sort();
    return files;
}

} // namespace stationer
