#pragma once

#include "activewindow.h"
#include "picture.h"
#include "secrets/keyring.h"
#include "session/trustedits.h"
#include "session/unneededhosts.h"
#include "support/certificates.h"
#include "trust/judge.h"
#include "trust/userkeystore.h"
#include "views/trust/certificatemanager.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace stationer::test {

using namespace stationer::testing;
using namespace Qt::StringLiterals;

/// The Certificate Manager and its stores, without a station.
class CertificateDesk {
protected:
    void openManager()
    {
        m_theme.apply(Appearance::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(!m_hosts.open(m_folder->filePath(u"acme.security"_s)));
        QVERIFY(!m_roots.open(m_folder->filePath(u"acme.security"_s)));
        QVERIFY(!m_keys.open(m_folder->filePath(u"keys"_s)));
        m_edits = std::make_unique<TrustEdits>(m_hosts, m_roots, m_keys);
        m_unneeded = std::make_unique<UnneededHosts>(
            UnneededHosts::Rooms{m_hosts, m_roots, *m_edits, [this] { return anchors(TrustRooms::Roots::SystemAndUser); }},
            [this](const auto& rows, const auto& anchors, const auto& now, const auto* isCancelled) {
                ++m_searches;
                return noLongerNeeded(rows, anchors, now, isCancelled);
            },
            std::chrono::hours(1));
        m_manager = std::make_unique<CertificateManager>(rooms());
        QVERIFY(showActive(manager()));
    }
    void closeManager()
    {
        m_manager.reset();
        m_unneeded.reset();
        m_edits.reset();
    }
    TrustAnchors anchors(TrustRooms::Roots which)
    {
        return TrustAnchors::only(which == TrustRooms::Roots::System ? QList<QByteArray>() : m_roots.ders());
    }
    TrustRooms rooms()
    {
        return {m_hosts,
                m_roots,
                m_keys,
                *m_edits,
                *m_unneeded,
                m_keyRing,
                [this](TrustRooms::Roots which) { return anchors(which); },
                [this] {
                    return ChainJudge([this](const CertificateChain& chain, const Endpoint& host) {
                        return judge(chain, host.host, QDateTime::currentDateTimeUtc(),
                                     anchors(TrustRooms::Roots::SystemAndUser));
                    });
                }};
    }
    CertificateManager& manager() { return *m_manager; }
    void picture(QWidget& widget, const QString& name) { keepPictures(m_theme, widget, u"manager-"_s + name); }

    Theme m_theme{*qApp};
    TestCa m_ca{u"Acme Root CA"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    AllowedHosts m_hosts;
    UserTrustStore m_roots;
    UserKeyStore m_keys;
    KeyRing m_keyRing{KeyRing::Use::SessionOnly};
    std::unique_ptr<TrustEdits> m_edits;
    std::atomic<int> m_searches = 0;
    std::unique_ptr<UnneededHosts> m_unneeded;
    std::unique_ptr<CertificateManager> m_manager;
};

} // namespace stationer::test
