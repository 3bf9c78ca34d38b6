#include "station/document.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stationer;

namespace {

QByteArray golden()
{
    QFile file(QStringLiteral(STATIONER_TESTS "/station/data/golden.xml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT
private slots:
    void smoke();
};

void DocumentTest::smoke()
{
    auto opened = Document::fromXml(golden());
    if (!opened)
        qWarning() << int(opened.error().kind) << opened.error().line << opened.error().column << opened.error().detail;
    Document d = std::move(opened).value();
    QCOMPARE(d.xml(), golden());
    const SlotId out = d.find(u"/Services/EmailService/OutgoingAccount");
    QCOMPARE(d.type(out), u"email:OutgoingAccount"_s);
    const QStringList order{u"hostname"_s, u"port"_s, u"useSsl"_s, u"password"_s};
    const auto e = d.setValue(out, u"useSsl"_s, u"true"_s, {}, order).value();
    d.apply(e);
    qDebug().noquote() << d.xml().mid(1200, 700);
    d.revert(e);
    QCOMPARE(d.xml(), golden());
    const auto e2 = d.add(d.find(u"/Services/EmailService"), NewSlot{u"X"_s, u"email:OutgoingAccount"_s, {}, true, {}}).value();
    d.apply(e2);
    d.apply(d.setValue(e2.subject(), u"port"_s, u"5"_s).value());
    d.apply(d.setValue(d.find(u"/Services/EmailService/IncomingAccount"), u"port"_s, u"995"_s).value());
    d.apply(d.setValue(d.find(u"/Services/EmailService/recipient"), u"to"_s, u"a<b"_s).value());
    d.apply(d.add(d.find(u"/Services/AlarmService"), NewSlot{u"Y"_s, u"email:OutgoingAccount"_s, {}, true, {NewSlot{u"a"_s, u"email:OutgoingAccount"_s, {}, true, {NewSlot{u"b"_s, u"xyz:Z"_s, u"1"_s, false, {}}}}}}).value());
    d.apply(d.remove(d.find(u"/Services/EmailService/OutgoingAccount/port")).value());
    d.apply(d.remove(d.find(u"/Services/Web")).value());
    qDebug().noquote() << d.xml();
}

QTEST_APPLESS_MAIN(DocumentTest)
#include "document_test.moc"
