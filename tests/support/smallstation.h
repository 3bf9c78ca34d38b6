#pragma once

#include <QByteArray>

namespace stationer::test {

/// A small station file with these lines under EmailService and under Services, in a station's writing style.
inline QByteArray smallStation(const QByteArray& underEmailService, const QByteArray& underServices = {})
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<bajaObjectGraph version='4.0' reversibleEncodingKeySource='none' FIPSEnabled='false' reversibleEncodingValidator='[null.1]='>
 <p h='1' m='b=baja' t='b:Station'>
  <p n="stationName" v="acme"/>
  <p n='Services' h='2' t='b:ServiceContainer'>
   <p n='EmailService' h='3' m='email=email' t='email:EmailService'>
)" + underEmailService +
           R"(   </p>
)" + underServices +
           R"(  </p>
  <p n='Drivers' h='4' t='b:Folder'>
   <p n='Folder' h='5' t='b:Folder'/>
  </p>
 </p>
</bajaObjectGraph>
)";
}

/// An account line; `slots` are the lines inside it, empty for none.
inline QByteArray account(const QByteArray& name, const QByteArray& handle, const QByteArray& type,
                          const QByteArray& inside = {})
{
    const QByteArray tag = "    <p n='" + name + "' h='" + handle + "' t='email:" + type + "'";
    return inside.isEmpty() ? tag + "/>\n" : tag + ">\n" + inside + "    </p>\n";
}
inline QByteArray outgoing(const QByteArray& inside = {})
{
    return account("Out", "a", "OutgoingAccount", inside);
}
inline QByteArray incoming(const QByteArray& inside = {})
{
    return account("In", "b", "IncomingAccount", inside);
}
inline QByteArray value(const QByteArray& name, const QByteArray& value)
{
    return "     <p n=\"" + name + "\" v=\"" + value + "\"/>\n";
}

} // namespace stationer::test
