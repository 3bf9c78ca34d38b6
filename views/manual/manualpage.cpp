#include "views/manual/manualpage.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace stationer {

namespace {

/// Which part of a window is written about where. The innermost one counts.
struct Part {
    const char* objectName;
    const char* page;
};

constexpr Part parts[] = {
    {"startPage", "index.md"},
    {"navTree", "editing.md"},
    {"palette", "editing.md#the-palette"},
    {"propertySheet", "editing.md#the-property-sheet"},
    {"changesDialog", "editing.md#show-changes"},
    {"renameDialog", "editing.md#references"},
    {"referencesDialog", "editing.md#references"},
    {"deleteQuestion", "editing.md#references"},
    {"reorderDialog", "editing.md#the-nav-tree"},
    {"accountManager", "accounts.md"},
    {"testPanel", "testing.md"},
    {"testChoicesDialog", "testing.md#options"},
    {"findSettings", "testing.md#find-settings"},
    {"tokenDialog", "microsoft-365.md"},
    {"sendTestMessage", "testing.md#send-test-message"},
    {"proveAlarm", "testing.md#prove-this-alarm"},
    {"challengeDialog", "trust.md#the-challenge"},
    {"certificateManager", "trust.md#the-certificate-manager"},
    {"certificateViewer", "trust.md#the-certificate-manager"},
    {"importDialog", "trust.md#import-the-root-ca"},
    {"userKeyStore", "trust.md#a-certificate-of-your-own"},
    {"newKeyDialog", "trust.md#a-certificate-of-your-own"},
    {"getCertificateDialog", "trust.md#get-certificate"},
    {"handoverDialog", "handover.md#the-sheet"},
};

} // namespace

QStringList manualPages()
{
    return {u"index.md"_s, u"editing.md"_s, u"testing.md"_s,  u"diagnoses.md"_s,     u"accounts.md"_s,
            u"trust.md"_s, u"station.md"_s, u"handover.md"_s, u"microsoft-365.md"_s, u"command-line.md"_s};
}

QUrl manualUrl(const QString& page)
{
    return QUrl(u"qrc:/manual/"_s + page);
}

QString manualPageAbout(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        for (const Part& part : parts)
            if (widget->objectName() == QLatin1StringView(part.objectName))
                return QString(QLatin1StringView(part.page));
    return u"index.md"_s;
}

QString anchorOf(const QString& heading)
{
    QString anchor;
    for (const QChar character : heading.toLower())
        if (character.isLetterOrNumber() || character == u'-')
            anchor += character;
        else if (character == u' ')
            anchor += u'-';
    return anchor;
}

} // namespace stationer
