#pragma once

#include "trust/importer.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace stationer {

class TrustEdits;
class UserTrustStore;

/// Root CAs on their way into the User Trust Store: from a file, the clipboard, a drop or a server's chain, past the preview
/// that says what was found. Its dialogs stand before the widget it was made for.
class RootImport : public QObject {
    Q_OBJECT
public:
    RootImport(UserTrustStore& store, TrustEdits& edits, QWidget& parent);

    void fromFile(const QString& wanted = {}); ///< the name of the root that is looked for, where it is known
    void fromPath(const QString& path);
    void fromClipboard();
    bool canTake(const QMimeData& data) const;
    void fromDrop(const QMimeData& data);
    void fromBytes(const QByteArray& bytes);

signals:
    void imported();
    void failed(const QString& sentence);

private:
    UserTrustStore& m_store;
    TrustEdits& m_edits;
    QWidget& m_parent;
};

} // namespace stationer
