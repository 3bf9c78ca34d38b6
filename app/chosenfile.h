#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace stationer {

class MainWindow;

/// One of the forms in which something can be saved.
struct FileForm {
    QString filter; ///< «Text (*.txt)»
    QString suffix; ///< `txt`
    std::function<QByteArray()> bytes;
};

/// Asks where something is to be saved, and in which form, and writes it; the window says where that failed. `name` is a
/// proposal, without its ending.
void saveChosen(MainWindow& window, QWidget& parent, const QString& title, const QString& name,
                const QList<FileForm>& forms);

} // namespace stationer
