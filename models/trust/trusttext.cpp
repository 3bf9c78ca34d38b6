#include "trust/trusttext.h"

#include "terms/dates.h"

#include <QCoreApplication>
#include <QDir>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

// Names come from outside: one line, cutName to a readable length.
QString cutName(const QString& name)
{
    constexpr qsizetype Longest = 120;
    return name.size() > Longest ? name.first(Longest) + u'…' : name;
}

QString nameOf(const CertificateFacts& certificate)
{
    return cutName(certificate.commonName.isEmpty() ? certificate.subject : certificate.commonName);
}

} // namespace

QString describe(const TrustFileFault& fault)
{
    const QString path = QDir::toNativeSeparators(fault.path);
    QString text;
    switch (fault.kind) {
    case TrustFileFault::Kind::CannotRead:
        //: %1 is a file or folder.
        text = QCoreApplication::translate("trust",
                                           "%1 cannot be read. What it trusts is not trusted now; it is left as it is.")
                   .arg(path);
        break;
    case TrustFileFault::Kind::CannotWrite:
        //: %1 is a file or folder.
        text = QCoreApplication::translate("trust", "%1 cannot be written, so the change is not stored.").arg(path);
        break;
    case TrustFileFault::Kind::Damaged:
        if (fault.setAsideAs.isEmpty()) {
            //: %1 is a file.
            text = QCoreApplication::translate("trust", "%1 is damaged. It is left as it is and nothing in it is trusted.")
                       .arg(path);
        } else {
            //: %1 is a file, %2 the name under which the damaged one is kept.
            text = QCoreApplication::translate("trust", "%1 is damaged. It is kept as %2, and a new one is begun.")
                       .arg(path, QDir::toNativeSeparators(fault.setAsideAs));
        }
        break;
    case TrustFileFault::Kind::NewerVersion:
        //: %1 is a file.
        text = QCoreApplication::translate("trust",
                                           "%1 was written by a newer version of Stationer. It is not read and not changed; "
                                           "use that version, or move the file away.")
                   .arg(path);
        break;
    case TrustFileFault::Kind::Link:
        //: %1 is a file or folder.
        text = QCoreApplication::translate(
                   "trust", "%1 is a link. What it leads to is neither used nor changed; put the real one in its place.")
                   .arg(path);
        break;
    case TrustFileFault::Kind::AnotherOwner:
        //: %1 is a file or folder.
        text = QCoreApplication::translate(
                   "trust", "%1 belongs to somebody else on this computer, so it is neither used nor changed.")
                   .arg(path);
        break;
    case TrustFileFault::Kind::WritableByOthers:
        //: %1 is a file or folder.
        text = QCoreApplication::translate(
                   "trust", "%1 may be written by others on this computer, so it is neither used nor changed. "
                            "Look at what is in it before you take it over.")
                   .arg(path);
        break;
    case TrustFileFault::Kind::NotTakenOver:
        //: %1 is a file.
        text = QCoreApplication::translate(
                   "trust", "%1 came with the station and was not taken over here, so it is neither used nor changed.")
                   .arg(path);
        break;
    }
    return fault.detail.isEmpty() ? text : text + u" ("_s + fault.detail + u')';
}

QString describeTwice(const Endpoint& host)
{
    //: %1 is a host and port.
    return QCoreApplication::translate(
               "trust", "%1 stands more than once in Allowed Hosts. A row that rejects holds; else it is asked again.")
        .arg(host.toString());
}

QString describe(ImportFault fault)
{
    switch (fault) {
    case ImportFault::Empty:
        return QCoreApplication::translate("trust", "There is nothing in it.");
    case ImportFault::PrivateKey:
        return QCoreApplication::translate(
            "trust", "This is a private key, not a certificate. It belongs in the User Key Store and is "
                     "nobody else's business; ask for the root CA's certificate.");
    case ImportFault::CertificateRequest:
        return QCoreApplication::translate("trust",
                                           "This is a certificate request: a question to a CA, not its answer. Ask for the "
                                           "root CA's certificate.");
    case ImportFault::NotACertificate:
        return QCoreApplication::translate(
            "trust", "This is not a certificate, or it is damaged. PEM, DER, PKCS#7 and PKCS#12 can be "
                     "imported.");
    case ImportFault::TooLarge:
        return QCoreApplication::translate("trust", "This is too large to be a certificate file. 8 MiB is the limit.");
    case ImportFault::PasswordNeeded:
        return QCoreApplication::translate("trust", "This PKCS#12 file is locked: its password is needed.");
    case ImportFault::WrongPassword:
        return QCoreApplication::translate("trust", "This PKCS#12 file is locked, and the password given does not open it.");
    case ImportFault::JavaKeyStore:
        return QCoreApplication::translate(
            "trust",
            "This is a Java key store (JKS or JCEKS). Export the root CA's certificate from it, with Java's keytool or "
            "on the station, and import that.");
    case ImportFault::Unsupported:
        return QCoreApplication::translate(
            "trust", "This PKCS#12 file is sealed by a cipher that is no longer supported. Ask for the "
                     "root CA's certificate as PEM.");
    }
    return {};
}

QString describe(const ImportFind& find)
{
    const QString name = nameOf(find.certificate);
    switch (find.kind) {
    case ImportFind::Kind::RootCa:
        //: %1 is the name of a certificate, %2 a date.
        return QCoreApplication::translate("trust", "«%1» is a root CA, valid until %2.")
            .arg(name, shownDay(find.certificate.notAfter));
    case ImportFind::Kind::RejectedRootCa:
        //: %1 is the name of a certificate.
        return QCoreApplication::translate("trust",
                                           "«%1» is a root CA that its file rejects for servers. In the User Trust Store it "
                                           "vouches for none, even where the System Trust Store would trust it.")
            .arg(name);
    case ImportFind::Kind::ExpiredRootCa:
        //: %1 is the name of a certificate, %2 a date.
        return QCoreApplication::translate("trust",
                                           "«%1» is a root CA that ran out on %2. It vouches for nobody any more; ask for "
                                           "its successor.")
            .arg(name, shownDay(find.certificate.notAfter));
    case ImportFind::Kind::IntermediateCa:
        //: %1 is the name of a certificate, %2 that of its issuer.
        return QCoreApplication::translate("trust",
                                           "«%1» is an intermediate CA. Import the root that issued it, «%2»; the server "
                                           "sends the intermediate itself.")
            .arg(name, cutName(find.certificate.issuerName));
    case ImportFind::Kind::ServerCertificate:
        //: %1 is the name of a certificate.
        return QCoreApplication::translate("trust",
                                           "«%1» is a server's certificate, not a root CA. Make an exemption instead: "
                                           "test the account and accept the certificate there.")
            .arg(name);
    case ImportFind::Kind::Duplicate:
        //: %1 is the name of a certificate.
        return QCoreApplication::translate("trust", "«%1» is in the User Trust Store already.").arg(name);
    }
    return {};
}

QString labelOf(TrustError error)
{
    switch (error) {
    case TrustError::Expired:
        return QCoreApplication::translate("trust", "expired");
    case TrustError::NotYetValid:
        return QCoreApplication::translate("trust", "not yet valid");
    case TrustError::HostMismatch:
        return QCoreApplication::translate("trust", "for another name");
    case TrustError::SelfSigned:
        return QCoreApplication::translate("trust", "self-signed");
    case TrustError::UnknownRoot:
        return QCoreApplication::translate("trust", "unknown root");
    case TrustError::MissingIssuer:
        return QCoreApplication::translate("trust", "issuer not known");
    case TrustError::NotACa:
        return QCoreApplication::translate("trust", "issuer is no CA");
    case TrustError::WrongPurpose:
        return QCoreApplication::translate("trust", "not for servers");
    case TrustError::WeakKey:
        return QCoreApplication::translate("trust", "weak key");
    case TrustError::WeakSignature:
        return QCoreApplication::translate("trust", "weak signature");
    case TrustError::NameConstraint:
        return QCoreApplication::translate("trust", "name not allowed");
    case TrustError::PathLength:
        return QCoreApplication::translate("trust", "chain too long");
    case TrustError::UnknownCriticalExtension:
        return QCoreApplication::translate("trust", "unknown extension");
    case TrustError::BadSignature:
        return QCoreApplication::translate("trust", "wrong signature");
    case TrustError::Malformed:
        return QCoreApplication::translate("trust", "damaged");
    case TrustError::Other:
        return QCoreApplication::translate("trust", "other");
    }
    Q_UNREACHABLE();
}

} // namespace stationer
