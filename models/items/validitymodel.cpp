#include "items/validitymodel.h"

#include "items/accountsmodel.h"
#include "terms/dates.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

QString shownBadge(Badge badge)
{
    switch (badge) {
    case Badge::Failed:
        return QCoreApplication::translate("accounts", "expired");
    case Badge::Fault:
        return QCoreApplication::translate("accounts", "ends within 7 days");
    case Badge::Warning:
        return QCoreApplication::translate("accounts", "ends within 14 days");
    case Badge::Info:
        return QCoreApplication::translate("accounts", "ends within 30 days");
    case Badge::None:
    case Badge::Passed:
    case Badge::PassedHere:
    case Badge::Open:
    case Badge::Challenged:
        break;
    }
    return QCoreApplication::translate("accounts", "in order");
}

QString toolTipOf(const AccountRow& row)
{
    if (!row.end)
        return QCoreApplication::translate("accounts", "%1: %2").arg(row.name.text, row.whyNoEnd);
    QStringList lines{row.name.text};
    if (!row.end->subject.isEmpty()) // of a test of an earlier run it is not known
        lines += {QCoreApplication::translate("accounts", "Subject: %1").arg(row.end->subject),
                  QCoreApplication::translate("accounts", "Issued by: %1").arg(row.end->issuer)};
    //: %1 is a date, %2 such as «12 days left»
    lines +=
        QCoreApplication::translate("accounts", "Not after: %1 (%2)").arg(shownMoment(row.end->notAfter), row.end->text());
    if (row.certificate.isMuted)
        lines += QCoreApplication::translate("accounts", "Values changed since this test.");
    return lines.join(u'\n');
}

QString spoken(const AccountRow& row)
{
    if (!row.end)
        return QCoreApplication::translate("accounts", "%1: %2").arg(row.name.text, row.whyNoEnd);
    //: Read aloud: %1 an account, %2 a certificate's name, %3 a date, %4 such as «12 days left», %5 such as «ends within 14
    //: days»
    return QCoreApplication::translate("accounts", "%1: certificate of %2, valid until %3, %4, %5")
        .arg(row.name.text, row.end->name, shownDay(row.end->notAfter), row.end->text(), shownBadge(row.end->badge()));
}

} // namespace

ValidityModel::ValidityModel(AccountsModel& accounts, QObject* parent) : QSortFilterProxyModel(parent), m_accounts(accounts)
{
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(&accounts);
    sort(0);
}

const AccountRow& ValidityModel::row(const QModelIndex& index) const
{
    return m_accounts.rows()[mapToSource(index).row()];
}

QVariant ValidityModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::ToolTipRole)
        return toolTipOf(row(index));
    if (role == Qt::AccessibleTextRole)
        return spoken(row(index));
    if (role == Qt::EditRole)
        return {};
    const QVariant value = QSortFilterProxyModel::data(index, role);
    return role == Qt::DisplayRole && value.toString().isEmpty() ? row(index).whyNoEnd : value;
}

bool ValidityModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const std::optional<CertificateEnd>& one = m_accounts.rows()[left.row()].end;
    const std::optional<CertificateEnd>& other = m_accounts.rows()[right.row()].end;
    if (one && other && one->notAfter != other->notAfter)
        return one->notAfter < other->notAfter;
    return one.has_value() != other.has_value() ? one.has_value() : left.row() < right.row();
}

bool ValidityModel::filterAcceptsColumn(int column, const QModelIndex&) const
{
    return column == AccountsModel::CertificateColumn;
}

/// The same rows as the table has, although the other columns are not shown here.
bool ValidityModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (filterRegularExpression().pattern().isEmpty())
        return true;
    for (int column = 0; column < m_accounts.columnCount(); ++column)
        if (m_accounts.index(row, column, parent).data().toString().contains(filterRegularExpression()))
            return true;
    return false;
}

ValidityTally validityTallyOf(const QList<AccountRow>& rows)
{
    ValidityTally tally;
    for (const AccountRow& row : rows) {
        if (!row.end) {
            ++(row.isTested ? tally.without : tally.untested);
            continue;
        }
        ++tally.known;
        tally.ended += row.end->isEnded;
        tally.soon += !row.end->isEnded && row.end->badge() != Badge::None;
        if (!tally.first.isValid() || row.end->notAfter < tally.first)
            tally.first = row.end->notAfter;
        if (!tally.last.isValid() || row.end->notAfter > tally.last)
            tally.last = row.end->notAfter;
    }
    return tally;
}

QString summaryOf(const ValidityTally& tally)
{
    QStringList parts;
    if (tally.ended > 0)
        //: Of certificates
        parts += QCoreApplication::translate("accounts", "%n expired", nullptr, tally.ended);
    if (tally.soon > 0)
        //: Of certificates
        parts += QCoreApplication::translate("accounts", "%n ending within 30 days", nullptr, tally.soon);
    if (const int later = tally.known - tally.ended - tally.soon; later > 0)
        //: Of certificates
        parts += QCoreApplication::translate("accounts", "%n valid for longer", nullptr, later);
    if (tally.without > 0)
        //: Of accounts
        parts += QCoreApplication::translate("accounts", "%n without a certificate", nullptr, tally.without);
    if (tally.untested > 0)
        parts += QCoreApplication::translate("accounts", "%n not tested yet", nullptr, tally.untested);
    return parts.join(u", "_s);
}

} // namespace stationer
