#pragma once

#include "catalogue/references.h"
#include "views/common/dialog.h"

#include <QList>

class QListWidget;

namespace stationer {

class OpenStation;
class PlainLabel;

/// The places that lead to a component or into it, as a list that stays open while one goes from one to the next. It follows
/// the station's edits and goes with the component.
class ReferencesDialog : public Dialog {
    Q_OBJECT
public:
    ReferencesDialog(const OpenStation& station, const QList<SlotId>& components, QWidget* window = nullptr);

signals:
    void placeChosen(stationer::SlotId component, const QString& slot);

private:
    void fill();

    const OpenStation& m_station;
    QList<SlotId> m_components;
    PlainLabel* m_summary;
    QListWidget* m_list;
};

/// `/Services/EmailService/Recipient: Email Account`, on one line.
QString placeOf(const Document& document, const Reference& reference);
/// Each place once, in the order they come.
QStringList placesOf(const Document& document, const QList<Reference>& references);
/// A line each; of many the first, and how many more.
QString inLines(const QStringList& places);

} // namespace stationer
