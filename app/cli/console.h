#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace stationer {

/// The two streams of the program. Standard output is buffered and checked when it is flushed; standard error is not
/// buffered. Both are UTF-8. Text from outside goes through shown() or json() first, so that no terminal takes it for
/// commands.
class Console {
public:
    Console() = default;
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;
    ~Console() { flush(); }

    void print(const QString& line); ///< a line on standard output
    void print(const QJsonObject& object);
    void print(const QJsonArray& array);
    void write(QByteArrayView bytes);         ///< as they are
    void note(const QString& line) const;     ///< a line on standard error
    void complain(const QString& line) const; ///< the same with the program's name before it
    bool flush();                             ///< false where standard output could not be written, now or before

private:
    QByteArray m_buffer;
    bool m_isBroken = false;
};

/// Text from outside, controls and bidi marks made visible, on one line.
QString shown(const QString& text);
/// JSON on one line, in which what shown() makes visible is escaped.
QByteArray json(const QJsonObject& object);
QByteArray json(const QJsonArray& array);
/// A JSON string with its quotes, as json() writes it.
QByteArray jsonString(const QString& text);

} // namespace stationer
