#pragma once

#include "app/demo/demoserver.h"
#include "desktop.h"
#include "picture.h"

namespace stationer::test {

/// The window on an account of the demo server, and the Certificate Manager.
class TrustDesktop : protected Desktop {
protected:
    void openDemo()
    {
        m_theme.apply(Appearance::Light);
        m_demo = std::make_unique<DemoServer>();
        QVERIFY(m_demo->start());
        openStation(
            smallStation(outgoing(value("hostname", m_demo->host().toUtf8()) +
                                  value("port", QByteArray::number(m_demo->port(DemoProtocol::Smtp, DemoMode::Ssl))) +
                                  value("useSsl", "true")) +
                         incoming()));
        window().showComponent(at("/Services/EmailService/Out"));
    }
    void closeDemo()
    {
        m_desktop.reset();
        m_demo.reset();
    }
    CertificateManager& manager() { return m_desktop->certificateManager(); }
    template <class Widget>
    Widget* in(QWidget& parent, const QString& name)
    {
        return parent.findChild<Widget*>(name);
    }
    void picture(QWidget& widget, const QString& name) { keepPictures(m_theme, widget, u"trust-"_s + name); }

    std::unique_ptr<DemoServer> m_demo;
};

} // namespace stationer::test
