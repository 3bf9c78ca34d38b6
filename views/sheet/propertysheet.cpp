#include "views/sheet/propertysheet.h"

#include "catalogue/property.h"
#include "items/propertysheetmodel.h"
#include "session/lasttests.h"
#include "views/common/colours.h"
#include "views/common/icon.h"
#include "views/common/linkbutton.h"
#include "views/common/messagebar.h"
#include "views/common/noteline.h"
#include "views/common/plaintext.h"
#include "views/common/viewheader.h"
#include "views/common/wishes.h"
#include "views/sheet/groupslayout.h"
#include "views/sheet/groupview.h"
#include "views/sheet/rowview.h"
#include "views/sheet/tokengroup.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

QString titleOf(Group group)
{
    switch (group) {
    case Group::Server:
        return PropertySheet::tr("Server");
    case Group::SignIn:
        return PropertySheet::tr("Sign-in");
    case Group::Recipients:
        return PropertySheet::tr("Recipients");
    case Group::When:
        //: The times, days and changes of state at which an alarm is mailed
        return PropertySheet::tr("When");
    case Group::Message:
        return PropertySheet::tr("Message");
    case Group::Polling:
        return PropertySheet::tr("Polling");
    case Group::SendingLimits:
        return PropertySheet::tr("Sending limits");
    case Group::Other:
        return PropertySheet::tr("Other");
    }
    Q_UNREACHABLE();
}

bool startsFolded(Group group)
{
    return group == Group::Polling || group == Group::SendingLimits || group == Group::Other;
}

} // namespace

PropertySheet::PropertySheet(PropertySheetModel& model, const LastTests& tests, Wishes& wishes, QWidget* parent)
    : QWidget(parent), m_model(model), m_tests(tests), m_wishes(wishes), m_header(new ViewHeader(this)),
      m_filter(&m_header->filter()), m_banner(new MessageBar(this)), m_scroll(new QScrollArea(this)),
      m_empty(new PlainLabel({}, this)), m_noMatch(new NoteLine(this))
{
    setObjectName(u"propertySheet"_s);
    setAccessibleName(tr("Property sheet"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    m_filter->setPlaceholderText(tr("Filter properties"));
    m_filter->setAccessibleName(tr("Filter properties by label or slot name"));
    m_filter->setObjectName(u"sheetFilter"_s);

    auto* content = new QWidget;
    content->setObjectName(u"sheetContent"_s);
    content->setBackgroundRole(QPalette::Base);
    auto* groups = new GroupsLayout(content);
    groups->setContentsMargins(16, 4, 16, 16);
    groups->setSpacing(8);
    for (const Group which : {Group::Server, Group::SignIn, Group::Recipients, Group::When, Group::Message, Group::Polling,
                              Group::SendingLimits, Group::Other}) {
        auto* view = new GroupView(titleOf(which),
                                   startsFolded(which) ? GroupView::Start::Folded : GroupView::Start::Unfolded, content);
        view->setObjectName(u"group%1"_s.arg(int(which)));
        m_groups.insert(int(which), view);
    }
    m_token = new TokenGroup(content);
    m_token->hide();
    connect(m_token, &TokenGroup::changeRequested, this, [this] { m_wishes.signInByToken(m_tokenOf); });
    m_lastTestGroup = new GroupView(tr("Last test from this computer"), GroupView::Start::Unfolded, content);
    m_lastTestGroup->setObjectName(u"groupLastTest"_s);
    m_lastTest = new NoteLine(m_lastTestGroup);
    m_lastTest->setObjectName(u"lastTest"_s);
    m_lastTest->setContentsMargins(0, 0, 0, 0);
    auto* indented = new QWidget(m_lastTestGroup);
    auto* indent = new QHBoxLayout(indented);
    indent->setContentsMargins(12, 2, 0, 2);
    indent->addWidget(m_lastTest, 1);
    auto* certificates = new LinkButton(tr("Certificates…"), m_lastTestGroup);
    certificates->setObjectName(u"sheetCertificates"_s);
    certificates->setAccessibleName(tr("Certificates of this account's server"));
    connect(certificates, &LinkButton::clicked, this, [this] { m_wishes.certificates(m_model.component()); });
    indent->addWidget(certificates, 0, Qt::AlignTop);
    m_lastTestGroup->append(indented);
    m_history = new NoteLine(m_lastTestGroup);
    m_history->setObjectName(u"lastTests"_s);
    m_history->setContentsMargins(12, 0, 0, 2);
    m_lastTestGroup->append(m_history);
    groups->addWidget(group(int(Group::Server)));
    groups->addWidget(group(int(Group::SignIn)));
    for (const Group which : {Group::Recipients, Group::When, Group::Message})
        groups->addWidget(group(int(which)));
    groups->addWidget(m_lastTestGroup);
    groups->addWidget(m_token);
    for (const Group which : {Group::Polling, Group::SendingLimits, Group::Other})
        groups->addWidget(group(int(which)));
    m_empty->setMuted();
    m_empty->setWrapped();
    groups->addWidget(m_empty);
    m_noMatch->setObjectName(u"noMatch"_s);
    m_noMatch->remedyButton()->setObjectName(u"clearFilter"_s);
    m_noMatch->hide();
    groups->addWidget(m_noMatch);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setBackgroundRole(QPalette::Base);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_scroll, 1);

    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { insertRows(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { removeRows(first, last); });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &PropertySheet::clear);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { insertRows(0, m_model.rowCount() - 1); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        for (int i = first.row(); i <= last.row() && i < m_rows.size(); ++i)
            m_rows[i]->show(m_model.row(i));
        for (GroupView* view : std::as_const(m_groups))
            view->refresh();
        alignLabels();
    });
    connect(&m_model, &PropertySheetModel::componentChanged, this, [this] {
        if (m_model.components() != m_shown) {
            m_shown = m_model.components();
            m_filter->clear();
        }
        showBanner();
        showLastTest();
        showToken();
    });
    connect(&m_model, &PropertySheetModel::bannerChanged, this, &PropertySheet::showBanner);
    connect(m_banner, &MessageBar::actionClicked, this, [this] { m_model.applyBannerRemedy(); });
    connect(&m_tests, &LastTests::changed, this, &PropertySheet::showLastTest);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PropertySheet::showLastTest);
    connect(m_lastTest, &NoteLine::remedyClicked, this, &PropertySheet::detailsRequested);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (GroupView* view : std::as_const(m_groups))
            view->setFilter(text.trimmed());
        m_lastTestGroup->setVisible(text.trimmed().isEmpty() && !m_lastTest->isEmpty());
        showToken();
        showNoMatch();
    });
    connect(m_noMatch, &NoteLine::remedyClicked, this, [this] {
        m_filter->clear();
        m_filter->setFocus();
    });
    insertRows(0, m_model.rowCount() - 1);
    showBanner();
    showLastTest();
}

PropertySheet::~PropertySheet()
{
    // An editor that loses the focus as it goes must not write any more.
    for (RowView* row : std::as_const(m_rows))
        row->disconnect(this);
}

RowView* PropertySheet::row(const QString& slot) const
{
    for (RowView* row : m_rows)
        if (row->slot() == slot)
            return row;
    return nullptr;
}

void PropertySheet::insertRows(int first, int last)
{
    for (int i = first; i <= last; ++i) {
        GroupView* home = group(int(m_model.row(i).group));
        int position = 0;
        for (int before = 0; before < i; ++before)
            if (home->rows().contains(m_rows[before]))
                ++position;
        auto* row = new RowView(m_model.row(i), home);
        m_rows.insert(i, row);
        home->insert(position, row);
        connect(row, &RowView::edited, this, [this](const QString& slot, const QString& value, Editor::Entry entry) {
            const auto how = entry == Editor::Entry::Typing ? OpenStation::Entry::Typing : OpenStation::Entry::Committed;
            m_model.setValue(m_model.rowOf(slot), value, how);
        });
        connect(row, &RowView::typingEnded, this, [this] { m_model.endTyping(); });
        connect(row, &RowView::resetRequested, this, [this](const QString& slot) {
            m_model.reset(m_model.rowOf(slot));
            focusSlot(slot);
        });
        connect(row, &RowView::remedyRequested, this, [this](const QString& slot) {
            if (m_model.applyRemedy(m_model.rowOf(slot)).isEmpty())
                emit remedied();
        });
        if (PasswordEditor* password = row->passwordEditor()) {
            connect(password, &PasswordEditor::passwordEntered, this,
                    [this](const Secret& entered) { m_wishes.keepPassword(m_model.component(), entered); });
            connect(password, &PasswordEditor::forgetRequested, this,
                    [this] { m_wishes.forgetPassword(m_model.component()); });
        }
    }
    // Where there is one group only, a folded title would be all there is to see.
    int groups = 0;
    for (const GroupView* view : std::as_const(m_groups))
        groups += view->rows().isEmpty() ? 0 : 1;
    for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it)
        it.value()->suggestFolded(groups > 1 && startsFolded(Group(it.key())));
    alignLabels();
    m_empty->setVisible(m_rows.isEmpty());
    m_empty->setText(tr("This component has no properties of its own. Choose one below it in the Nav tree."));
}

void PropertySheet::removeRows(int first, int last)
{
    for (int i = last; i >= first; --i) {
        RowView* row = m_rows.takeAt(i);
        for (GroupView* view : std::as_const(m_groups))
            if (view->rows().contains(row))
                view->remove(row);
        // What is typed in it belongs to what was shown, not to what comes: hiding it ends the typing.
        row->disconnect(this);
        row->hide();
        row->deleteLater(); // its editor may be what asked for this
    }
    m_empty->setVisible(m_rows.isEmpty());
}

void PropertySheet::clear()
{
    removeRows(0, int(m_rows.size()) - 1);
}

void PropertySheet::alignLabels()
{
    int widest = fontMetrics().averageCharWidth() * 16;
    for (const RowView* row : std::as_const(m_rows))
        widest = qMax(widest, row->labelWidth());
    widest = qMin(widest, fontMetrics().averageCharWidth() * 32);
    for (RowView* row : std::as_const(m_rows))
        row->setLabelColumn(widest);
}

void PropertySheet::showBanner()
{
    if (m_model.banner().isEmpty())
        m_banner->hide();
    else
        m_banner->say(Badge::Warning, m_model.banner(), m_model.bannerRemedy());
}

void PropertySheet::showNoMatch()
{
    const QString words = m_filter->text().trimmed();
    const bool isAnyShown = std::ranges::any_of(m_rows, [](const RowView* row) { return !row->isHidden(); });
    m_noMatch->setVisible(!words.isEmpty() && !m_rows.isEmpty() && !isAnyShown);
    m_noMatch->setNote(Badge::None, tr("No property matches «%1».").arg(shownOnOneLine(words, 60)), tr("Clear the filter"));
}

void PropertySheet::showLastTest()
{
    const SlotId component = m_model.component();
    const bool hasTest = m_model.components().size() == 1 && // several have no test in common
                         (m_tests.report(component) || m_tests.remembered(component));
    const QString line = hasTest ? m_tests.line(component) : QString();
    m_lastTest->setNote(hasTest ? m_tests.badge(component) : Badge::None, line,
                        hasTest && m_tests.report(component) ? tr("Details") : QString());
    const QString history = hasTest ? m_tests.history(component) : QString();
    m_history->setNote(Badge::None, history);
    m_history->setVisible(!history.isEmpty());
    m_lastTestGroup->setVisible(hasTest && m_filter->text().trimmed().isEmpty());
}

void PropertySheet::setPasswordFacts(const PasswordFacts& facts)
{
    for (RowView* row : std::as_const(m_rows))
        row->setPasswordFacts(facts);
}

void PropertySheet::setToken(SlotId account, const std::optional<TokenSettings>& settings)
{
    m_tokenOf = account;
    m_token->setSettings(settings);
    showToken();
}

/// Its words are about one account, and no property that a filter looks for.
void PropertySheet::showToken()
{
    const bool isShown = m_tokenOf != SlotId::None && m_model.components() == QList{m_tokenOf};
    m_token->setVisible(isShown && m_filter->text().trimmed().isEmpty());
}

void PropertySheet::commit()
{
    const QList<RowView*> rows = m_rows; // a commit may bring rows or take them
    for (RowView* row : rows)
        if (row->editor())
            row->editor()->commit();
}

bool PropertySheet::abandon()
{
    bool any = false;
    for (RowView* row : std::as_const(m_rows))
        any = (row->editor() && row->editor()->abandon()) || any;
    return any;
}

bool PropertySheet::focusSlot(const QString& slot)
{
    for (RowView* row : std::as_const(m_rows)) {
        if (!row->editor() || (!slot.isEmpty() && row->slot() != slot))
            continue;
        if (slot.isEmpty() && row->isHidden())
            continue;
        for (GroupView* view : std::as_const(m_groups))
            if (view->rows().contains(row))
                view->reveal(row);
        if (row->isHidden())
            m_filter->clear();
        row->editor()->control()->setFocus(Qt::OtherFocusReason);
        // Once what was unfolded has its place.
        QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row); });
        return true;
    }
    return false;
}

void PropertySheet::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace stationer
