#include "views/sheet/editors/passwordeditor.h"

#include "views/common/linkbutton.h"
#include "views/sheet/editors/plainlineedit.h"

using namespace Qt::StringLiterals;

namespace stationer {

PasswordEditor::PasswordEditor(QWidget* parent)
    : Editor(parent), m_line(new PlainLineEdit(this)), m_forget(new LinkButton(tr("Forget"), this))
{
    place(m_line, m_forget, 8);
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setColumns(24);
    m_line->setContextMenuPolicy(Qt::DefaultContextMenu);
    m_forget->setObjectName(u"forgetPassword"_s);
    m_forget->setAccessibleName(tr("Forget the test password"));
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::editingFinished, this, &PasswordEditor::commit);
    connect(
        m_line, &PlainLineEdit::replaced, this,
        [this] {
            if (!m_line->hasFocus())
                commit();
        },
        Qt::QueuedConnection);
    connect(m_forget, &LinkButton::clicked, this, [this] {
        abandon();
        emit forgetRequested();
    });
    setFacts({});
}

void PasswordEditor::setField(const Field&) {}

void PasswordEditor::commit()
{
    if (m_line->text().isEmpty())
        return;
    const Secret typed(m_line->text());
    m_line->clear();
    emit passwordEntered(typed);
}

bool PasswordEditor::abandon()
{
    const bool wasPending = !m_line->text().isEmpty();
    m_line->clear();
    return wasPending;
}

void PasswordEditor::setFacts(const PasswordFacts& facts)
{
    m_facts = facts;
    // The dots stand for «there is one», not for its length.
    m_line->setPlaceholderText(facts.isKept ? QString(8, u'●') : tr("for tests, type it here"));
    m_forget->setVisible(facts.isKept);
    m_line->setAccessibleDescription(sentence(facts));
}

QString PasswordEditor::sentence(const PasswordFacts& facts)
{
    //: %1 is where the password lives, such as «kept in the key ring»
    QString here = tr("For tests on this computer: %1.").arg(describe(facts.home));
    // A key ring that cannot be read may have one.
    if (!facts.isKept && facts.home == PasswordHome::LockedKeyRing)
        here = tr("The key ring is locked; what is typed here is forgotten when Stationer closes.");
    else if (!facts.isKept && facts.home == PasswordHome::SilentKeyRing)
        here = tr("The key ring does not answer; what is typed here is forgotten when Stationer closes.");
    if (!facts.isInFile)
        return here + u' ' + tr("The station file holds none.");
    return here + u' ' +
           (facts.isKept ? tr("The station file holds another one, unreadable here.")
                         : tr("The station file holds its own, unreadable here."));
}

} // namespace stationer
