#include "views/connection/othertestbar.h"

#include "views/common/plaintext.h"
#include "views/common/wishes.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace stationer {

OtherTestBar::OtherTestBar(Wishes& wishes, QWidget* parent)
    : QWidget(parent), m_sentence(new ElidedLabel({}, this)), m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"otherTest"_s);
    m_sentence->setObjectName(u"otherTestSentence"_s);
    m_cancel->setObjectName(u"cancelOtherTest"_s);
    m_cancel->setAutoDefault(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 0);
    layout->setSpacing(12);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, &wishes, &Wishes::cancelTest);
    hide();
}

void OtherTestBar::setServer(const std::optional<Endpoint>& server)
{
    setVisible(server.has_value());
    if (!server)
        return;
    const QString sentence = tr("Testing %1…").arg(shownOnOneLine(server->toString(), 120));
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    m_cancel->setAccessibleName(tr("Cancel the test of %1").arg(shownOnOneLine(server->toString(), 120)));
}

} // namespace stationer
