#include "diagnosis/refusal.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace stationer::diagnosis {

namespace {

/// Code and words in lower case. Codes come first: words are free, and only those that many servers share are looked for.
QByteArray said(const DialogueFailure& failure)
{
    return (failure.code + ' ' + failure.serverText).toLower();
}

bool has(const QByteArray& said, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(), [&said](const char* word) { return said.contains(word); });
}

/// Whether two of these words stand in it, one of each list.
bool hasBoth(const QByteArray& said, std::initializer_list<const char*> some, std::initializer_list<const char*> others)
{
    return has(said, some) && has(said, others);
}

/// An enhanced code such as `7.13`, whatever its class, or a reply code, as a whole word of the code.
bool hasCode(const DialogueFailure& failure, std::initializer_list<QByteArrayView> codes)
{
    const QByteArrayList words = failure.code.split(' ');
    return std::any_of(codes.begin(), codes.end(), [&words](QByteArrayView code) {
        return std::any_of(words.begin(), words.end(), [code](const QByteArray& word) {
            return word == code || (code.contains('.') && word.size() > 2 && word.at(1) == '.' && word.sliced(2) == code);
        });
    });
}

/// A response code in brackets (RFC 5530, RFC 2449, RFC 3206).
bool hasBracket(const DialogueFailure& failure, std::initializer_list<const char*> codes)
{
    const QByteArray upper = failure.code.toUpper();
    return std::any_of(codes.begin(), codes.end(), [&upper](const char* code) { return upper.contains(code); });
}

} // namespace

bool isForNow(const DialogueFailure& failure)
{
    return failure.code.startsWith('4') || hasBracket(failure, {"UNAVAILABLE", "SYS/TEMP", "SERVERBUG"}) ||
           has(said(failure), {"temporar", "try again later", "try later"});
}

bool isTooManyConnections(const DialogueFailure& failure)
{
    return hasBracket(failure, {"[LIMIT"}) ||
           hasBoth(said(failure), {"too many", "maximum number", "limit"}, {"connection", "session", "concurrent"});
}

bool isNetworkDistrusted(const DialogueFailure& failure)
{
    return has(said(failure), {"spamhaus", "blocklist", "block list", "blacklist", "black list", "blocked using", "dnsbl",
                               "reputation", "reverse dns", "rdns", "reverse hostname", "ptr record", "dynamic ip",
                               "your ip", "ip address is blocked", "banned"});
}

LoginRefusal loginRefusal(const DialogueFailure& failure)
{
    using enum LoginRefusal;
    const QByteArray words = said(failure);
    if (hasBracket(failure, {"IN-USE", "INUSE"}) ||
        hasBoth(words, {"maildrop", "mailbox", "mail drop"}, {"in use", "already locked", "is locked by", "lock busy"}))
        return MailboxInUse;
    if (hasBracket(failure, {"LOGIN-DELAY"}))
        return TooSoon;
    if (isTooManyConnections(failure))
        return TooManyConnections;
    if (hasBoth(words, {"too many", "repeated"}, {"fail", "bad auth", "login", "log in", "attempt", "password"}))
        return TooManyFailures;
    if (hasCode(failure, {"530", "538", "523", "7.10", "7.11"}) || hasBracket(failure, {"PRIVACYREQUIRED"}) ||
        has(words, {"starttls", "plaintext auth", "secure connection", "encryption required", "must be encrypted"}))
        return EncryptionWanted;
    if (hasBoth(words, {"imap", "pop3", "pop access", "smtp"},
                {"disabled", "not enabled", "switched off", "turned off", "deactivated", "nicht aktiviert"}))
        return AccessSwitchedOff;
    if (hasCode(failure, {"432", "7.12"}) || hasBracket(failure, {"EXPIRED"}) ||
        hasBoth(words, {"password"}, {"expired", "must be changed", "must change"}))
        return PasswordExpired;
    if (hasCode(failure, {"525", "7.13"}) || hasBracket(failure, {"CONTACTADMIN", "SYS/PERM"}) ||
        hasBoth(words, {"account", "user", "mailbox"}, {"locked", "disabled", "suspended", "deactivated", "blocked"}))
        return AccountDisabled;
    if (hasBracket(failure, {"AUTHORIZATIONFAILED", "NOPERM"}))
        return NotAuthorised;
    if (isForNow(failure))
        return NotNow;
    const bool isOther =
        hasCode(failure, {"534", "7.9", "7.30"}) ||
        has(words, {"basic auth", "application-specific", "app password", "app-specific", "mechanism too weak"});
    return isOther ? OtherMechanismWanted : WrongPassword;
}

MailRefusal mailRefusal(const DialogueFailure& failure)
{
    using enum MailRefusal;
    const QByteArray words = said(failure);
    const bool isRecipient = failure.command == "RCPT";
    if (has(words, {"starttls", "tls required", "encryption required", "requires tls"}))
        return EncryptionWanted;
    if (hasCode(failure, {"3.4"}) ||
        hasBoth(words, {"message", "size"}, {"too large", "too big", "exceeds fixed", "exceeds maximum", "size limit"}))
        return TooLarge;
    if (has(words, {"greylist", "graylist", "grey list", "gray list", "greylisted"}))
        return Greylisted;
    if (hasCode(failure, {"530", "7.57"}) || has(words, {"authentication required", "auth required", "must authenticate",
                                                         "not authenticated", "authenticate first", "log in first"}))
        return SignInWanted;
    if (hasCode(failure, {"4.5"}) || hasBoth(words, {"limit", "quota", "too many", "rate"},
                                             {"sending", "messages", "daily", "per day", "per hour", "rate limit"}))
        return LimitReached;
    if (has(words, {"relay access", "relaying", "to relay", "relay denied", "relay not", "no relay", "open relay"}))
        return RelayDenied;
    if (hasCode(failure, {"2.2"}) || hasBoth(words, {"mailbox", "quota"}, {"full", "over quota", "exceeded"}))
        return MailboxFull;
    if (isNetworkDistrusted(failure))
        return NetworkDistrusted;
    if (hasCode(failure, {"1.7", "1.8", "7.60", "2.252"}) ||
        has(words, {"sendasdenied", "sender address", "sender rejected", "sender verif", "not owned by", "send as"}))
        return SenderRefused;
    if (isRecipient && !isForNow(failure) &&
        (hasCode(failure, {"1.1", "1.2", "1.3", "1.6", "1.10"}) ||
         has(words, {"user unknown", "unknown user", "no such", "recipient", "does not exist", "mailbox unavailable",
                     "not found", "unknown address"})))
        return RecipientUnknown;
    if (isForNow(failure)) // RFC 6647: a stranger's first attempt is often turned away for some minutes
        return isRecipient && hasCode(failure, {"450", "451", "7.1"}) ? Greylisted : NotNow;
    return failure.command == "MAIL" ? SenderRefused : Other;
}

} // namespace stationer::diagnosis
