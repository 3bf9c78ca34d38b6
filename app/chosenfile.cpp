#include "app/chosenfile.h"

#include "views/mainwindow.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stationer {

void saveChosen(MainWindow& window, QWidget& parent, const QString& title, const QString& name, const QList<FileForm>& forms)
{
    auto* dialog = new QFileDialog(&parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const FileForm& form : forms)
        filters += form.filter;
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(forms.first().suffix);
    dialog->selectFile(name + u'.' + forms.first().suffix);
    const auto suffixOf = [forms](const QString& filter) {
        const auto form = std::ranges::find(forms, filter, &FileForm::filter);
        return form == forms.end() ? forms.first().suffix : form->suffix;
    };
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, name, suffixOf](const QString& filter) {
        dialog->setDefaultSuffix(suffixOf(filter));
        dialog->selectFile(name + u'.' + suffixOf(filter));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, [&window, forms](const QString& path) {
        const QString suffix = QFileInfo(path).suffix().toLower();
        const auto chosen = std::ranges::find(forms, suffix, &FileForm::suffix);
        const QByteArray bytes = (chosen == forms.end() ? forms.first() : *chosen).bytes();
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            window.say(QCoreApplication::translate("app", "%1 could not be written: %2").arg(path, file.errorString()));
    });
    dialog->open();
}

} // namespace stationer
