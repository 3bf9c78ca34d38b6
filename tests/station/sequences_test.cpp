// Random edits of every kind, compared with a plain tree that is changed the same way; undone, the bytes of the file come
// back; done again, those of before; saved and opened, the same tree.
// STATIONER_SEQUENCES says how many sequences there are for all files together, and STATIONER_SEED with which the first
// begins.

#include "station/container.h"
#include "station/fragment.h"
#include "support/documentview.h"
#include "support/opened.h"
#include "support/plainstation.h"
#include "support/stationertest.h"
#include "support/stationfiles.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;
using stationer::testing::Plain;

namespace {

constexpr int usualSequences = 120;
constexpr int sequencesADocument = 40; ///< then it is opened again

/// A fragment whose symbols clash with those of the samples and of the golden file, in other quotes and line ends.
QByteArray foreignBog()
{
    return "<bajaObjectGraph version=\"4.0\">\r\n<p m=\"e=baja\" t=\"e:UnrestrictedFolder\">\r\n"
           "\t<p n=\"Foreign\" h=\"1\" m=\"b=weather\" t=\"b:Thing\">\r\n"
           "\t\t<!-- kept\r\n\t\t   as it is -->\r\n"
           "\t\t<p n=\"ord\" t=\"e:Ord\" v=\"station:|h:2|slot:out\"/>\r\n"
           "\t\t<p n=\"in\" h=\"2\" m=\"w=email\" t=\"w:OutgoingAccount\" other='it is \"so\"'>\r\n"
           "\t\t\t<p n=\"sourceOrd\" v=\"h:1\"/>\r\n\t\t\t<p n=\"outside\" v=\"h:77\"/>\r\n"
           "\t\t\t<unknown thing=\"1\"/><a n=\"act\" f=\"h\"/>\r\n"
           "\t\t</p>\r\n\t\t<p n=\"lost\" t=\"zz:Undeclared\"/>\r\n\t</p>\r\n"
           "\t<p n=\"Second\" h=\"3\" t=\"b:Thing\"></p>\r\n</p>\r\n</bajaObjectGraph>\r\n"_ba;
}

class Sequence {
public:
    Sequence(Document& document, Plain& plain, const QList<SlotId>& slotIds, quint64 highest, QRandomGenerator& random)
        : m_document(document), m_plain(plain), m_slots(slotIds), m_highest(highest), m_random(random)
    {
    }

    /// One random edit of the document, and the same of the plain tree. What is refused changes neither.
    void step()
    {
        const SlotId slot = anySlot();
        switch (m_random.bounded(9)) {
        case 0:
        case 1:
            return setValue(slot);
        case 2:
            return add(slot);
        case 3:
            return remove({slot, anySlot()});
        case 4:
            return rename(slot);
        case 5:
            return move({slot, anySlot()}, anySlot());
        case 6:
            return reorder(slot);
        case 7:
            return duplicate({slot, anySlot()});
        default:
            return paste(slot, foreignBog());
        }
    }

    QList<Edit> done;

private:
    template <class List>
    auto any(const List& list)
    {
        return list[m_random.bounded(list.size())];
    }
    SlotId anySlot()
    {
        for (int tries = 0; tries < 50; ++tries) {
            const SlotId slot = !m_new.isEmpty() && m_random.bounded(4) == 0 ? any(m_new) : any(m_slots);
            if (m_document.exists(slot) && slot != m_document.root())
                return slot;
        }
        return m_document.root();
    }
    Plain::Path pathOf(SlotId slot) const
    {
        if (!m_document.exists(slot))
            qFatal("no such slot");
        Plain::Path path;
        for (SlotId parent = m_document.parent(slot); parent != SlotId::None;
             slot = parent, parent = m_document.parent(slot))
            path.prepend(m_document.children(parent).indexOf(slot));
        path.prepend(0);
        return path;
    }
    quint64 nextHandle() const { return std::max(m_highest, m_plain.highestHandle()) + 1; }
    bool apply(const Edit& edit)
    {
        if (edit.isEmpty())
            return false;
        m_document.apply(edit);
        done.append(edit);
        return true;
    }
    QList<SlotId> outermost(QList<SlotId> slotIds) const
    {
        if (slotIds[0] == slotIds[1] || m_document.isWithin(slotIds[1], slotIds[0]))
            slotIds.removeLast();
        else if (m_document.isWithin(slotIds[0], slotIds[1]))
            slotIds.removeFirst();
        return slotIds;
    }

    void setValue(SlotId slot)
    {
        const bool isOld = m_random.bounded(2);
        const SlotId parent = isOld ? m_document.parent(slot) : slot;
        if (parent == SlotId::None)
            return;
        const QString name = isOld ? m_document.name(slot) : any(m_names);
        const auto value = m_random.bounded(4) ? std::optional(any(m_values)) : std::nullopt;
        const QString type = any(m_types);
        const SlotId present = m_document.child(parent, name);
        const Plain::Path path = present == SlotId::None ? pathOf(parent) : pathOf(present);
        const auto edit = m_document.setValue(parent, name, value, type, m_names);
        if (!edit || !apply(edit.value()))
            return;
        if (present == SlotId::None) { // what a former slot comes back with is the document's to know
            const SlotId added = m_document.child(parent, name);
            Plain plain{u"p"_s, {{u"n"_s, name}, {u"v"_s, *value}}, {}};
            if (!m_document.type(added).isEmpty())
                plain.attributes[u"t"_s] = m_document.type(added);
            if (!m_document.flags(added).isEmpty())
                plain.attributes[u"f"_s] = m_document.flags(added);
            if (!m_document.facets(added).isEmpty())
                plain.attributes[u"x"_s] = m_document.facets(added);
            m_plain.at(path).insert(m_document.children(parent).indexOf(added), plain);
            m_new.append(added);
        } else if (value) {
            m_plain.at(path).attributes[u"v"_s] = *value;
        } else if (m_document.exists(present)) {
            m_plain.at(path).attributes.remove(u"v"_s);
        } else {
            m_plain.taken(path);
        }
    }
    void add(SlotId slot)
    {
        const QString name = any(m_names);
        const QString type = any(m_types);
        const auto edit = m_document.add(slot, NewSlot{name, type, {}, true, {NewSlot{u"in"_s, type, u"1"_s, false, {}}}});
        if (!edit)
            return;
        Plain plain{u"p"_s, {{u"n"_s, name}, {u"h"_s, QString::number(nextHandle(), 16)}}, {}};
        plain.children.push_back({u"p"_s, {{u"n"_s, u"in"_s}, {u"v"_s, u"1"_s}}, {}});
        if (!type.isEmpty())
            plain.attributes[u"t"_s] = plain.children[0].attributes[u"t"_s] = type;
        Plain& parent = m_plain.at(pathOf(slot));
        parent.insert(qsizetype(parent.children.size()), plain);
        apply(edit.value());
        m_new.append(edit.value().subject());
    }
    void remove(const QList<SlotId>& slotIds)
    {
        const QList<SlotId> going = m_random.bounded(2) ? slotIds : slotIds.first(1);
        const auto edit = m_document.remove(going);
        if (!edit)
            return;
        const QList<SlotId> outer = going.size() > 1 ? outermost(going) : going;
        QList<Plain::Path> paths;
        for (const SlotId slot : outer)
            paths.append(pathOf(slot));
        std::sort(paths.begin(), paths.end(), std::greater());
        for (const Plain::Path& path : paths)
            m_plain.taken(path);
        apply(edit.value());
    }
    void rename(SlotId slot)
    {
        const QString name = any(m_names);
        const auto edit = m_document.rename(slot, name);
        if (!edit)
            return;
        m_plain.at(pathOf(slot)).attributes[u"n"_s] = name;
        apply(edit.value());
    }
    void move(const QList<SlotId>& slotIds, SlotId parent)
    {
        const QList<SlotId> siblings = m_document.children(parent);
        const SlotId before = siblings.isEmpty() || m_random.bounded(2) ? SlotId::None : any(siblings);
        const auto edit = m_document.move(slotIds, parent, before);
        if (!edit)
            return;
        // Marked, taken out, put in where `before` then is.
        const QList<SlotId> moving = outermost(slotIds);
        qsizetype at = before == SlotId::None ? siblings.size() : siblings.indexOf(before);
        while (at < siblings.size() && moving.contains(siblings[at]))
            ++at;
        m_plain.at(pathOf(parent)).insert(at, {u"mark"_s, {}, {}});
        std::vector<Plain> movers;
        for (const SlotId slot : moving) {
            Plain::Path path = pathOf(slot);
            const Plain::Path parentPath = pathOf(parent);
            if (path.size() > parentPath.size() && path.first(parentPath.size()) == parentPath &&
                path[parentPath.size()] >= at)
                ++path[parentPath.size()];
            Plain copy = m_plain.at(path);
            m_plain.at(path).element = u"gone"_s;
            if (m_document.parent(slot) != parent) {
                QSet<QString> names;
                for (const Plain& child : m_plain.at(parentPath).children)
                    if (child.element != u"mark")
                        names.insert(child.name());
                for (const Plain& other : movers)
                    names.insert(other.name());
                const QString wanted = copy.name();
                QString free = wanted;
                for (int number = 1; names.contains(free); ++number)
                    free = wanted + QString::number(number);
                if (!wanted.isEmpty())
                    copy.attributes[u"n"_s] = free;
            }
            movers.push_back(copy);
        }
        sweep(m_plain, movers);
        apply(edit.value());
    }
    static void sweep(Plain& plain, const std::vector<Plain>& movers)
    {
        std::vector<Plain> kept;
        for (Plain& child : plain.children) {
            if (child.element == u"mark") {
                kept.insert(kept.end(), movers.begin(), movers.end());
            } else if (child.element != u"gone") {
                sweep(child, movers);
                kept.push_back(std::move(child));
            }
        }
        plain.children = std::move(kept);
    }
    void reorder(SlotId slot)
    {
        const SlotId parent = m_random.bounded(2) ? m_document.parent(slot) : slot;
        QList<SlotId> order = parent == SlotId::None ? QList<SlotId>() : m_document.children(parent);
        if (order.isEmpty())
            return;
        const QList<SlotId> former = order;
        for (qsizetype swaps = 1 + m_random.bounded(3); swaps > 0; --swaps)
            order.swapItemsAt(m_random.bounded(order.size()), m_random.bounded(order.size()));
        const auto edit = m_document.reorder(parent, order);
        if (!edit)
            return;
        std::vector<Plain>& children = m_plain.at(pathOf(parent)).children;
        std::vector<Plain> ordered;
        for (const SlotId child : order)
            ordered.push_back(children[std::size_t(former.indexOf(child))]);
        children = ordered;
        apply(edit.value());
    }
    void duplicate(const QList<SlotId>& slotIds)
    {
        for (const SlotId slot : slotIds) {
            if (!m_document.isComponent(slot))
                return;
        }
        paste(m_document.parent(slotIds[0]), m_document.copied(slotIds));
    }
    void paste(SlotId parent, const QByteArray& bog)
    {
        const auto fragment = Fragment::fromBog(bog);
        if (!fragment || parent == SlotId::None)
            return;
        const QList<SlotId> siblings = m_document.children(parent);
        const SlotId before = siblings.isEmpty() || m_random.bounded(2) ? SlotId::None : any(siblings);
        const auto pasted = m_document.paste(parent, fragment.value(), before);
        if (!pasted)
            return;
        Plain folder = Plain::read(bog).children[0];
        std::erase_if(folder.children, [](const Plain& plain) { return !plain.isComponent(); });
        std::vector<Plain*> roots;
        for (Plain& child : folder.children)
            roots.push_back(&child);
        Plain::renewHandles(roots, nextHandle());
        Plain& target = m_plain.at(pathOf(parent));
        qsizetype place = before == SlotId::None ? siblings.size() : siblings.indexOf(before);
        for (Plain& child : folder.children) {
            child.attributes[u"n"_s] = target.freeName(child.name());
            target.insert(place++, child);
        }
        apply(pasted.value().edit);
        m_new += pasted.value().components;
        for (const SlotId component : pasted.value().components)
            m_new += m_document.children(component);
    }

    Document& m_document;
    Plain& m_plain;
    const QList<SlotId>& m_slots;
    quint64 m_highest;
    QRandomGenerator& m_random;
    QList<SlotId> m_new;
    const QStringList m_names{u"a"_s, u"b"_s, u"hostname"_s, u"port"_s, u"x$20y"_s, u"n$u00e9"_s};
    const QStringList m_types{
        u"email:OutgoingAccount"_s, u"baja:Folder"_s, u"weather:Thing"_s, u"web:Thing"_s, u"kit:K"_s, QString()};
    const QStringList m_values{u""_s, u"1"_s, u"h:20"_s, u"mail.example"_s, u"<'\"&\n>"_s};
};

QString difference(const QStringList& expected, const QStringList& actual)
{
    for (qsizetype i = 0; i < std::max(expected.size(), actual.size()); ++i) {
        if (expected.value(i) != actual.value(i))
            return u"line %1:\nexpected %2\n     got %3"_s.arg(i).arg(expected.value(i), actual.value(i));
    }
    return {};
}

} // namespace

class SequencesTest : public QObject {
    Q_OBJECT
private slots:
    void anySequenceOfEditsIsUndoneAndRedone_data();
    void anySequenceOfEditsIsUndoneAndRedone();
};

void SequencesTest::anySequenceOfEditsIsUndoneAndRedone_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<int>("sequences");
    const QStringList samples = sampleFiles();
    const int all = qEnvironmentVariableIntValue("STATIONER_SEQUENCES");
    const int total = all > 0 ? all : usualSequences;
    QTest::newRow("golden") << goldenXml() << total / 3;
    if (samples.isEmpty())
        qWarning("STATIONER_SAMPLES does not name the folder of real station files: the golden file alone");
    for (const QString& path : samples) {
        auto file = Container::open(path);
        QVERIFY(bool(file));
        const QByteArray xml = file.value().document.openedXml();
        const int share = xml.size() > 100000 ? std::max(2, total / 20) : total * 19 / 20 / int(samples.size() - 1);
        QTest::newRow(qPrintable(path.section(u'/', -2))) << xml << share;
    }
}

void SequencesTest::anySequenceOfEditsIsUndoneAndRedone()
{
    QFETCH(QByteArray, xml);
    QFETCH(int, sequences);
    const Plain plainFile = Plain::read(xml);
    const quint64 highest = plainFile.highestHandle();
    std::optional<Document> document;
    QList<SlotId> slotIds;
    QStringList openedView;
    const quint32 firstSeed = quint32(std::max(1, qEnvironmentVariableIntValue("STATIONER_SEED")));
    for (int number = 0; number < sequences; ++number) {
        const quint32 seed = firstSeed + quint32(number);
        const QByteArray told = "seed " + QByteArray::number(seed);
        if (number % sequencesADocument == 0) {
            document.emplace(opened(xml));
            slotIds = {document->root()};
            for (qsizetype i = 0; i < slotIds.size(); ++i)
                slotIds += document->children(slotIds[i]);
        }
        QRandomGenerator random(seed);
        Plain plain = plainFile;
        Sequence sequence(*document, plain, slotIds, highest, random);
        const int steps = 1 + random.bounded(12);
        const bool isEachChecked = xml.size() < 100000;
        for (int step = 0; step < steps; ++step) {
            sequence.step();
            if (isEachChecked || step == steps - 1) {
                const QString differs = difference(plain.lines(), Plain::read(document->xml()).lines());
                QVERIFY2(differs.isEmpty(), told + ", step " + QByteArray::number(step) + ' ' + differs.toUtf8());
            }
        }
        const QByteArray edited = document->xml();
        const Document again = opened(edited);
        QVERIFY2(documentView(again) == documentView(*document),
                 told + ' ' + difference(documentView(again), documentView(*document)).toUtf8());
        for (qsizetype i = sequence.done.size(); i > 0; --i)
            document->revert(sequence.done[i - 1]);
        QVERIFY2(document->xml() == xml, told + ": undone");
        QVERIFY2(!document->isModified(), told);
        for (const Edit& edit : sequence.done)
            document->apply(edit);
        QVERIFY2(document->xml() == edited, told + ": redone");
        // One that knows the bytes alone comes to them as well.
        Document other = opened(xml);
        const Edit whole = other.leadingTo(again);
        other.apply(whole);
        QVERIFY2(other.xml() == edited, told + ": restored");
        other.revert(whole);
        QVERIFY2(other.xml() == xml && !other.isModified(), told + ": restored and undone");
        // All in one is the same.
        const Edit all = Document::joined(sequence.done);
        document->revert(all);
        QVERIFY2(document->xml() == xml, told + ": undone at once");
    }
}

STATIONER_TEST(SequencesTest)
#include "sequences_test.moc"
