#include "views/sheet/tokengroup.h"

#include "views/common/linkbutton.h"
#include "views/common/noteline.h"
#include "views/common/plaintext.h"
#include "views/connection/tokendialog.h"

#include <QFormLayout>

using namespace Qt::StringLiterals;

namespace stationer {

TokenGroup::TokenGroup(QWidget* parent)
    : GroupView(tr("Sign in by token"), Start::Folded, parent), m_facts(new QWidget(this)), m_form(new QFormLayout(m_facts)),
      m_note(new NoteLine(this))
{
    setObjectName(u"groupToken"_s);
    m_form->setContentsMargins(12, 2, 0, 2);
    m_form->setHorizontalSpacing(fontMetrics().averageCharWidth() * 4);
    m_form->setVerticalSpacing(4);
    m_note->setObjectName(u"tokenNote"_s);
    m_note->remedyButton()->setObjectName(u"changeToken"_s);
    auto* indented = new QWidget(this);
    auto* indent = new QVBoxLayout(indented);
    indent->setContentsMargins(12, 2, 0, 2);
    indent->addWidget(m_note);
    append(m_facts);
    append(indented);
    connect(m_note, &NoteLine::remedyClicked, this, &TokenGroup::changeRequested);
    setSettings(std::nullopt);
}

void TokenGroup::setSettings(const std::optional<TokenSettings>& settings)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    if (settings) {
        addFact(tr("Endpoint"), settings->endpoint);
        addFact(tr("Client ID"), settings->client);
        addFact(tr("Scope"), settings->scope);
        addFact(tr("Proven by"), labelOf(settings->proof));
    }
    m_facts->setVisible(settings.has_value());
    m_note->setNote(Badge::None,
                    settings ? tr("For tests from this computer: kept beside the trust files, outside the station file.")
                             : tr("Tests sign in by the password. A token can be set up instead, outside the station file."),
                    settings ? tr("Change…") : tr("Set Up…"));
    suggestFolded(!settings);
}

void TokenGroup::addFact(const QString& label, const QString& value)
{
    if (value.isEmpty())
        return;
    auto* name = new PlainLabel(label, m_facts);
    name->setMuted();
    auto* words = new PlainLabel(shownOnOneLine(value, 200), m_facts);
    words->setSelectable();
    words->setAccessibleName(label + u' ' + value);
    m_form->addRow(name, words);
}

} // namespace stationer
