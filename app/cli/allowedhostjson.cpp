#include "app/cli/allowedhostjson.h"

#include "app/cli/certificatejson.h"
#include "trust/certificatefacts.h"

#include <QJsonArray>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(Scope scope)
{
    switch (scope) {
    case Scope::Session:
        return u"session"_s;
    case Scope::UntilDate:
        return u"untilDate"_s;
    case Scope::UntilDeleted:
        return u"untilDeleted"_s;
    }
    return {};
}

QString nameOf(Binding binding)
{
    switch (binding) {
    case Binding::Certificate:
        return u"certificate"_s;
    case Binding::PublicKey:
        return u"publicKey"_s;
    case Binding::NameOnly:
        return u"nameOnly"_s;
    }
    return {};
}

} // namespace

QString nameOf(Approval approval)
{
    switch (approval) {
    case Approval::Unanswered:
        return u"unanswered"_s;
    case Approval::Approved:
        return u"approved"_s;
    case Approval::Rejected:
        return u"rejected"_s;
    }
    return {};
}

QJsonObject toJson(const AllowedHost& row)
{
    QJsonArray errors;
    for (const TrustError error : row.errors)
        errors += QString(nameOf(error));
    QJsonObject object{{u"host"_s, row.host.host},
                       {u"port"_s, row.host.port},
                       {u"approval"_s, nameOf(row.approval)},
                       {u"scope"_s, nameOf(row.scope)},
                       {u"binding"_s, nameOf(row.binding)},
                       {u"sha256"_s, QString::fromLatin1(row.sha256)},
                       {u"errors"_s, errors},
                       {u"created"_s, toJson(row.created)},
                       {u"lastUsed"_s, toJson(row.lastUsed)},
                       {u"expires"_s, toJson(row.expires)},
                       {u"note"_s, row.note}};
    const auto leaf = row.chain.isEmpty() ? std::nullopt : certificateFacts(row.chain.first());
    object[u"subject"] = leaf ? QJsonValue(leaf->subject) : QJsonValue();
    object[u"issuer"] = leaf ? QJsonValue(leaf->issuer) : QJsonValue();
    object[u"notBefore"] = leaf ? toJson(leaf->notBefore) : QJsonValue();
    object[u"notAfter"] = leaf ? toJson(leaf->notAfter) : QJsonValue();
    return object;
}

} // namespace stationer
