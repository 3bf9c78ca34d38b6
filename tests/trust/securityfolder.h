#pragma once

#include <QTemporaryDir>

#include <memory>

namespace stationer::testing {

using namespace Qt::StringLiterals;

/// Where a station's trust is kept: each test of a class that derives from this makes another.
class SecurityFolder {
protected:
    void makeFolder() { m_dir = std::make_unique<QTemporaryDir>(); }
    QString folder() const { return m_dir->path() + u"/acme.security"_s; }
    QString pemOf(const QString& alias) const { return folder() + u"/user-trust-store/"_s + alias + u".pem"_s; }

    std::unique_ptr<QTemporaryDir> m_dir;
};

} // namespace stationer::testing
