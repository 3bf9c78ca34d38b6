#include "app/cli/command.h"
#include "app/cli/knownstations.h"
#include "app/cli/stationfile.h"
#include "app/cli/stationtrust.h"
#include "app/cli/texts.h"
#include "catalogue/catalogue.h"
#include "handover/handoversheet.h"
#include "handover/handoversources.h"
#include "trust/alias.h"
#include "trust/trusttext.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <QSysInfo>

#include <algorithm>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

/// An item as it is named on the command line.
struct NamedItem {
    QString word;
    HandoverKind kind = HandoverKind::Retest;
    QString subject;
    bool isFound = false;
};

/// `KIND:PATH-OR-HOST:PORT`, of which only the first colon parts.
std::optional<NamedItem> namedItem(const QString& word)
{
    const qsizetype colon = word.indexOf(u':');
    const auto kind = handoverKindNamed(QStringView(word).first(colon < 0 ? word.size() : colon));
    if (!kind)
        return std::nullopt;
    return NamedItem{word, *kind, colon < 0 ? QString() : word.sliced(colon + 1)};
}

/// The sheets of the stations of one run.
class HandoverRun {
public:
    HandoverRun(Console& console, QList<NamedItem> done, QString entry)
        : m_console(console), m_stations(console), m_done(std::move(done)), m_entry(std::move(entry))
    {
    }

    ExitStatus take(const Arguments& arguments)
    {
        return m_stations.take(arguments.values(u"station-roots"), arguments.value(u"station-roots-password-file"));
    }

    std::optional<HandoverSheet> sheetOf(const QString& path)
    {
        const auto file = StationFile::open(path, m_console, m_entry);
        if (!file) {
            note(file.error());
            return std::nullopt;
        }
        const Document& document = file.value().document;
        const TrustFolder folder(securityFolderOf(path), TrustRecord::standardFolder());
        StationTrust trust(folder, std::nullopt, m_console, m_anchors);
        note(trust.status());
        const auto kept = readHandover(folder);
        if (!kept)
            say(kept.error());
        const HandoverFile known = kept ? kept.value() : HandoverFile();

        QList<Endpoint> unneeded;
        for (const AllowedHost& row :
             noLongerNeeded(trust.allowed().rows(), trust.anchors(), QDateTime::currentDateTimeUtc()))
            unneeded += row.host;
        HandoverFacts facts = handoverFacts({document, QFileInfo(path).absoluteFilePath(), fileChange(known, document),
                                             known, trust.allowed(), unneeded, trust.roots(), m_stations.at(folder),
                                             [&trust](const QString& account) { return trust.notes().of(account); }});
        if (const auto fault = placeRoots(facts, folder))
            say(*fault);
        HandoverSheet sheet{stationName(document), facts.file, QSysInfo::machineHostName(), QDateTime::currentDateTime(),
                            handoverItems(facts)};
        if (sheet.station.isEmpty())
            sheet.station = QFileInfo(path).completeBaseName();
        tick(sheet.items, folder);
        return sheet;
    }

    /// What was to be ticked and is on no sheet.
    QStringList unknownItems() const
    {
        QStringList words;
        for (const NamedItem& item : m_done)
            if (!item.isFound)
                words += item.word;
        return words;
    }
    ExitStatus status() const { return graver(m_status, m_stations.status()); }
    void note(ExitStatus status) { m_status = graver(m_status, status); }

private:
    void say(const TrustFileFault& fault)
    {
        m_console.complain(shown(describe(fault)));
        note(statusOf(fault));
    }

    void tick(QList<HandoverItem>& items, const TrustFolder& folder)
    {
        QList<HandoverItem> ticked;
        for (NamedItem& named : m_done)
            for (HandoverItem& item : items)
                if (item.isNamed(named.kind, named.subject)) {
                    named.isFound = true;
                    item.isDone = true;
                    ticked += item;
                }
        if (ticked.isEmpty())
            return;
        const auto fault = changeHandover(folder, [&ticked](HandoverFile& file) {
            for (const HandoverItem& item : std::as_const(ticked))
                file.tick(item, true);
        });
        if (fault)
            say(*fault);
    }

    Console& m_console;
    KnownStations m_stations;
    CurrentAnchors m_anchors;
    QList<NamedItem> m_done;
    QString m_entry; ///< of backups of several stations, the one
    ExitStatus m_status = ExitStatus::Done;
};

/// Where the page of a station goes: the file that is given, or one in the folder, named after the station's file.
class Pages {
public:
    Pages(const std::optional<QString>& given, bool areMany)
        : m_given(given), m_isFolder(given && (areMany || QFileInfo(*given).isDir()))
    {
    }

    bool areWanted() const { return m_given.has_value(); }
    QString pathFor(const QString& stationFile)
    {
        if (!m_isFolder)
            return *m_given;
        const QString safe = fileSafeAlias(QFileInfo(stationFile).completeBaseName());
        const QString name =
            freeAlias(safe.isEmpty() ? u"station"_s : safe, [this](const QString& one) { return m_taken.contains(one); });
        m_taken += name;
        return QDir(*m_given).filePath(name + u".html"_s);
    }
    bool write(const QString& path, const HandoverSheet& sheet, const Console& console) const
    {
        if (m_isFolder)
            QDir().mkpath(*m_given);
        const QByteArray page = toHtml(sheet).toUtf8();
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(page) == page.size() && file.commit())
            return true;
        console.complain(Texts::tr("%1 cannot be written (%2).").arg(shown(path), shown(file.errorString())));
        return false;
    }

private:
    std::optional<QString> m_given;
    bool m_isFolder;
    QSet<QString> m_taken;
};

/// The text as it is, line by line, for a terminal.
void print(const QString& text, Console& console)
{
    const QStringList lines = text.split(u'\n');
    for (const QString& line : lines.first(lines.size() - 1))
        console.print(shown(line));
}

Started runHandover(const Arguments& arguments, Console& console)
{
    QList<NamedItem> done;
    for (const QString& word : arguments.values(u"done")) {
        const auto item = namedItem(word);
        if (!item)
            return usageError(handoverCommand,
                              Texts::tr("«%1» is not of the form KIND:PATH or KIND:HOST:PORT, such as "
                                        "importRoot:mail.example:465.")
                                  .arg(shown(word)),
                              console);
        done += *item;
    }
    if (arguments.has(u"station-roots-password-file") && !arguments.has(u"station-roots"))
        return usageError(handoverCommand, Texts::tr("--station-roots-password-file goes with --station-roots."), console);
    const QStringList& files = arguments.positionals();
    HandoverRun run(console, done, entryOf(arguments));
    if (const ExitStatus status = run.take(arguments); status != ExitStatus::Done)
        return status;
    Pages pages(arguments.value(u"html"), files.size() > 1);
    bool isFirst = true;
    for (const QString& path : files) {
        const auto sheet = run.sheetOf(path);
        if (!sheet)
            continue;
        if (isJson(arguments))
            console.print(toJson(*sheet));
        else if (!pages.areWanted())
            print((std::exchange(isFirst, false) ? QString() : u"\n"_s) + toText(*sheet), console);
        if (!pages.areWanted())
            continue;
        const QString page = pages.pathFor(path);
        if (!pages.write(page, *sheet, console))
            run.note(ExitStatus::CannotWrite);
        else if (!isJson(arguments))
            console.print(Texts::tr("Wrote %1.").arg(shown(page)));
    }
    for (const QString& word : run.unknownItems()) {
        console.complain(Texts::tr("No handover sheet has «%1».").arg(shown(word)));
        run.note(ExitStatus::Usage);
    }
    return run.status();
}

constexpr Option handoverOptions[] = {{"html", "F|DIR"},
                                      {"done", "ITEM", true},
                                      {"station-roots", "FILE", true},
                                      {"station-roots-password-file", "F"},
                                      entryOption,
                                      {"json"},
                                      {"format", "text|json"}};

} // namespace

const Command handoverCommand{
    "handover",
    "FILE… [--html F|DIR] [--done ITEM]… [--entry NAME] [--json]\n"
    "--station-roots FILE…  --station-roots-password-file F",
    QT_TRANSLATE_NOOP(
        "cli", "Says what remains to be done on the station itself, by what was changed, tested and trusted here: as text, "
               "as JSON, or as a page to print, with several files one each in DIR. ITEM is KIND:PATH or KIND:HOST:PORT and "
               "is ticked. With the station's own trust stores given, which are kept for it, only the root CAs are on the "
               "sheet that it lacks."),
    handoverOptions,
    1,
    std::numeric_limits<int>::max(),
    runHandover};

} // namespace stationer
