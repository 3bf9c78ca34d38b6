#include "testing/testhistory.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

template <class Condition>
const TestNote* lastThat(const QList<TestNote>& tests, Condition isIt)
{
    const auto found = std::find_if(tests.crbegin(), tests.crend(), isIt);
    return found == tests.crend() ? nullptr : &*found;
}

QJsonObject written(const QList<std::pair<QString, QList<TestNote>>>& accounts, qsizetype most)
{
    QJsonObject all;
    for (const auto& [path, tests] : accounts) {
        QJsonArray array;
        for (const TestNote& note : tests.last(qMin(most, tests.size())))
            array += note.write();
        all[path] = array;
    }
    return {{u"accounts"_s, all}};
}

} // namespace

void TestHistory::add(const TestNote& note)
{
    QList<TestNote>& tests = byPath[note.path];
    const auto behind = [](const TestNote& one, const TestNote& other) { return one.began < other.began; };
    tests.insert(std::upper_bound(tests.begin(), tests.end(), note, behind), note);
    if (tests.size() > MostOfAnAccount)
        tests.removeFirst();
}

std::optional<TestHistory> TestHistory::read(const QJsonObject& object)
{
    const QJsonValue accounts = object[u"accounts"];
    if (!accounts.isObject() || accounts.toObject().size() > MostAccounts)
        return std::nullopt;
    TestHistory history;
    const QJsonObject all = accounts.toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonArray tests = it.value().toArray();
        if (!it.value().isArray() || tests.size() > MostOfAnAccount)
            return std::nullopt;
        for (const QJsonValue one : tests) {
            const auto note = one.isObject() ? TestNote::read(it.key(), one.toObject()) : std::nullopt;
            if (!note)
                return std::nullopt;
            history.add(*note);
        }
    }
    return history;
}

QJsonObject TestHistory::write() const
{
    QList<std::pair<QString, QList<TestNote>>> accounts;
    for (auto it = byPath.begin(); it != byPath.end(); ++it)
        if (!it.value().isEmpty())
            accounts.emplaceBack(it.key(), it.value());
    std::ranges::sort(
        accounts, [](const auto& one, const auto& other) { return one.second.last().began > other.second.last().began; });
    accounts.resize(qMin(accounts.size(), MostAccounts));
    QJsonObject object = written(accounts, MostOfAnAccount);
    for (qsizetype most = MostOfAnAccount / 2;
         !accounts.isEmpty() && QJsonDocument(object).toJson(QJsonDocument::Compact).size() > LargestFile - 100; most /= 2) {
        if (most == 0) { // a test each is too much
            accounts.resize(accounts.size() / 2);
            most = 2;
        }
        object = written(accounts, most);
    }
    return object;
}

const TestNote* latest(const QList<TestNote>& tests)
{
    return lastThat(tests, [](const TestNote& note) { return note.outcome != Outcome::Cancelled; });
}

const TestNote* lastSuccess(const QList<TestNote>& tests)
{
    return lastThat(tests, [](const TestNote& note) { return note.outcome == Outcome::Succeeded; });
}

const TestNote* lastFailure(const QList<TestNote>& tests)
{
    return lastThat(tests, [](const TestNote& note) {
        return note.outcome != Outcome::Succeeded && note.outcome != Outcome::Cancelled;
    });
}

} // namespace stationer
