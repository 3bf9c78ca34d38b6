#include "views/trust/fingerprintview.h"

#include "views/common/linkbutton.h"
#include "views/common/plaintext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr double scale = 14.0 / 12; ///< to the text around it
}

FingerprintView::FingerprintView(const QString& fingerprint, QWidget* parent, Of of) : QWidget(parent)
{
    QString lines = fingerprint;
    if (const qsizetype middle = lines.indexOf(u' ', lines.size() / 2); middle > 0)
        lines[middle] = u'\n';
    if (of == Of::Now)
        lines = u"≠ "_s + lines.replace(u"\n"_s, u"\n  "_s);
    auto* text = new PlainLabel(lines, this);
    QFont large = monospaceFont(*this);
    large.setPointSizeF(large.pointSizeF() * scale);
    large.setBold(of != Of::One);
    text->setFont(large);
    text->setSelectable();
    text->setObjectName(u"fingerprint"_s);
    text->setAccessibleName(tr("SHA-256 fingerprint: %1").arg(fingerprint));
    auto* copy = new LinkButton(tr("Copy"), this);
    copy->setToolTip(plainToolTip(tr("Copy the fingerprint")));
    copy->setAccessibleName(tr("Copy the fingerprint"));
    copy->setObjectName(u"copyFingerprint"_s);
    connect(copy, &LinkButton::clicked, this, [fingerprint] { QGuiApplication::clipboard()->setText(fingerprint); });
    copy->setVisible(of != Of::Before);
    auto* parts = new QBoxLayout(of == Of::One ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(of == Of::One ? 12 : 2);
    parts->addWidget(text);
    parts->addWidget(copy);
    parts->addStretch();
}

} // namespace stationer
