#include "views/trust/certificatestab.h"

#include "items/certificatesmodel.h"
#include "views/trust/certificateexport.h"
#include "views/trust/certificateviewer.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace stationer {

CertificatesTab::CertificatesTab(CertificatesModel& model, const TrustRooms& rooms, const QString& name,
                                 const QString& whenEmpty, QWidget* parent)
    : TrustTable(model, name, whenEmpty, parent), m_model(model), m_rooms(rooms)
{
    model.setParent(this);
    using Column = CertificatesModel::Column;
    showFirst({Column::AliasColumn, Column::ValidColumn, Column::NotAfterColumn, Column::IssuedByColumn,
               Column::KeyAlgorithmColumn, Column::KeySizeColumn, Column::SignatureColumn});
}

QPushButton* CertificatesTab::add(const QString& text, const QString& name, Needs needs, const std::function<void()>& act)
{
    QPushButton* button = addButton(text, name, needs);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

QStringList CertificatesTab::selectedAliases() const
{
    QStringList aliases;
    for (const int row : selectedRows())
        aliases += m_model.rowAt(row)->alias;
    return aliases;
}

CertificateChain CertificatesTab::chainOf(int row) const
{
    return {m_model.rowAt(row)->certificate.der};
}

void CertificatesTab::addView()
{
    add(tr("&View…"), u"viewCertificate"_s, Needs::One, [this] {
        if (const QList<int> rows = selectedRows(); !rows.isEmpty())
            CertificateViewer::openOver(*this, {chainOf(rows.first()), {}}, m_rooms.anchors);
    });
}

void CertificatesTab::addExport()
{
    add(tr("&Export…"), u"exportCertificates"_s, Needs::Some, [this] {
        QList<QByteArray> ders;
        for (const int row : selectedRows())
            ders += m_model.rowAt(row)->certificate.withRejection();
        if (ders.isEmpty())
            return;
        auto* way = new CertificateExport(*this);
        connect(way, &CertificateExport::failed, this, &CertificatesTab::failed);
        way->choose(ders, m_model.rowAt(selectedRows().first())->certificate);
    });
}

} // namespace stationer
