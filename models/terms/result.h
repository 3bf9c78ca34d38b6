#pragma once

#include <utility>
#include <variant>

namespace stationer {

/// A value, or the error that stands in its place. Reading the wrong one is a programming error and throws.
template <class Value, class Error>
class [[nodiscard]] Result {
public:
    Result(Value value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    Value& value() & { return std::get<0>(m_content); }
    const Value& value() const& { return std::get<0>(m_content); }
    Value value() && { return std::get<0>(std::move(m_content)); }
    const Error& error() const { return std::get<1>(m_content); }

private:
    std::variant<Value, Error> m_content;
};

} // namespace stationer
