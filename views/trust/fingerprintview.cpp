#include "views/trust/fingerprintview.h"

#include "views/common/linkbutton.h"
#include "views/common/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {
constexpr double scale = 14.0 / 12; ///< to the text around it
}

FingerprintView::FingerprintView(const QString& fingerprint, QWidget* parent) : QWidget(parent)
{
    const qsizetype middle = fingerprint.indexOf(u' ', fingerprint.size() / 2);
    auto* text =
        new PlainLabel(middle < 0 ? fingerprint : fingerprint.first(middle) + u'\n' + fingerprint.sliced(middle + 1), this);
    QFont large = monospaceFont(*this);
    large.setPointSizeF(large.pointSizeF() * scale);
    text->setFont(large);
    text->setSelectable();
    text->setObjectName(u"fingerprint"_s);
    text->setAccessibleName(tr("SHA-256 fingerprint: %1").arg(fingerprint));
    auto* copy = new LinkButton(tr("Copy"), this);
    copy->setToolTip(plainToolTip(tr("Copy the fingerprint")));
    copy->setAccessibleName(tr("Copy the fingerprint"));
    copy->setObjectName(u"copyFingerprint"_s);
    connect(copy, &LinkButton::clicked, this, [fingerprint] { QGuiApplication::clipboard()->setText(fingerprint); });
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(text);
    line->addWidget(copy);
    line->addStretch();
}

} // namespace stationer
