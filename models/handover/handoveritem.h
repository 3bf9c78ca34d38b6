#pragma once

#include "terms/endpoint.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <array>
#include <optional>

namespace stationer {

/// What remains to be done on a station, by kind, in the order in which it is done.
enum class HandoverKind { PutFile, TypePassword, ImportRoot, ApproveHost, DeleteExemption, OpenPath, Retest };

inline constexpr std::array allHandoverKinds{
    HandoverKind::PutFile,         HandoverKind::TypePassword, HandoverKind::ImportRoot, HandoverKind::ApproveHost,
    HandoverKind::DeleteExemption, HandoverKind::OpenPath,     HandoverKind::Retest};

QLatin1StringView nameOf(HandoverKind kind); ///< `putFile`, `typePassword` …
std::optional<HandoverKind> handoverKindNamed(QStringView name);

/// A slot that the station's file was given another value for, in the file's encoding. What is encoded is never in it.
struct ChangedSlot {
    QString path; ///< of the component
    QString slot;
    std::optional<QString> before, after; ///< nothing: it was not there, or is no more, or is not shown

    bool operator==(const ChangedSlot&) const = default;
};

/// One thing that remains to be done on the station, by a fact of what was done here. No secret is ever in it.
struct HandoverItem {
    HandoverKind kind = HandoverKind::Retest;
    QString path;                 ///< of the account, `/` for the whole station; empty where it is about none
    std::optional<Endpoint> host; ///< the server
    QByteArray sha256;            ///< of the certificate
    QString file;                 ///< absolute, what is to be carried there
    QList<ChangedSlot> changes;
    QString text;         ///< where to click and what to choose, translated
    QStringList accounts; ///< the paths of all accounts that it is about
    QByteArray fact;      ///< a hash of what it is from: a tick counts for this alone
    bool isDone = false;

    /// How it is named beside its kind: `/Services/EmailService/Out` or `mail.example:465`.
    QString subject() const { return path.isEmpty() && host ? host->toString() : path; }
    bool isNamed(HandoverKind kind, QStringView subject) const; ///< by any of the names that it has

    bool operator==(const HandoverItem&) const = default;
};

} // namespace stationer
