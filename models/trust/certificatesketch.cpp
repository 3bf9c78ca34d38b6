#include "trust/certificatefacts.h"
#include "trust/certificatetext.h"
#include "trust/derslices.h"
#include "trust/openssl.h"

#include <QCryptographicHash>

#include <openssl/ec.h>
#include <openssl/err.h>

#include <bit>

namespace stationer {

using namespace Qt::StringLiterals;

namespace {

template <class Thing, class Read>
Owned<Thing> readSlice(QByteArrayView slice, Read read)
{
    const auto* at = reinterpret_cast<const unsigned char*>(slice.data());
    return Owned<Thing>(read(nullptr, &at, long(slice.size())));
}

int rsaBits(QByteArrayView key)
{
    DerWalk outside(key);
    const auto sequence = outside.next();
    const auto modulus = sequence ? DerWalk(sequence->content).next() : std::nullopt;
    if (!modulus)
        return 0;
    QByteArrayView number = modulus->content;
    while (!number.isEmpty() && number.front() == 0)
        number = number.sliced(1);
    return number.isEmpty() ? 0 : int(number.size() - 1) * 8 + int(std::bit_width(uchar(number.front())));
}

// Of the prime curves that have names; a point is two coordinates after a first byte, or one where it is compressed.
int curveBits(int curve, QByteArrayView point)
{
    switch (curve) {
    case NID_X9_62_prime256v1:
        return 256;
    case NID_secp384r1:
        return 384;
    case NID_secp521r1:
        return 521;
    default:
        break;
    }
    if (point.isEmpty())
        return 0;
    const bool isCompressed = point.front() == 2 || point.front() == 3;
    return int(point.size() - 1) * (isCompressed ? 8 : 4);
}

void readKey(const CertificateSlices& slices, CertificateSketch& sketch)
{
    const auto algorithm = readSlice<X509_ALGOR>(slices.keyAlgorithm, d2i_X509_ALGOR);
    if (!algorithm)
        return;
    const ASN1_OBJECT* object = nullptr;
    int type = V_ASN1_UNDEF;
    const void* parameter = nullptr;
    X509_ALGOR_get0(&object, &type, &parameter, algorithm.get());
    switch (OBJ_obj2nid(object)) {
    case NID_rsaEncryption:
        sketch.keyAlgorithm = u"RSA"_s;
        sketch.keyBits = rsaBits(slices.key);
        break;
    case NID_rsassaPss:
        sketch.keyAlgorithm = u"RSA-PSS"_s;
        sketch.keyBits = rsaBits(slices.key);
        break;
    case NID_ED25519:
        sketch.keyAlgorithm = u"Ed25519"_s;
        sketch.keyBits = 256;
        break;
    case NID_ED448:
        sketch.keyAlgorithm = u"Ed448"_s;
        sketch.keyBits = 456;
        break;
    case NID_X9_62_id_ecPublicKey: {
        const int curve = type == V_ASN1_OBJECT ? OBJ_obj2nid(static_cast<const ASN1_OBJECT*>(parameter)) : NID_undef;
        const char* nist = EC_curve_nid2nist(curve);
        const char* name = nist ? nist : curve != NID_undef ? OBJ_nid2sn(curve) : "";
        sketch.keyAlgorithm = (u"EC "_s + QString::fromLatin1(name)).trimmed();
        sketch.keyBits = curveBits(curve, slices.key);
        break;
    }
    default:
        sketch.keyAlgorithm = objectText(object);
    }
}

QDateTime momentOf(QByteArrayView slice)
{
    const auto time = readSlice<ASN1_TIME>(slice, d2i_ASN1_TIME);
    return time ? moment(time.get()) : QDateTime();
}

} // namespace

std::optional<CertificateSketch> certificateSketch(const QByteArray& der)
{
    const auto slices = slicesOf(der);
    if (!slices)
        return std::nullopt;
    const auto subject = readSlice<X509_NAME>(slices->subject, d2i_X509_NAME);
    const auto issuer = readSlice<X509_NAME>(slices->issuer, d2i_X509_NAME);
    const auto signature = readSlice<X509_ALGOR>(slices->signatureAlgorithm, d2i_X509_ALGOR);
    ERR_clear_error();
    if (!subject || !issuer || !signature)
        return std::nullopt;
    CertificateSketch sketch;
    sketch.der = der;
    sketch.sha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex();
    readNames(subject.get(), issuer.get(), sketch);
    sketch.notBefore = momentOf(slices->notBefore);
    sketch.notAfter = momentOf(slices->notAfter);
    readKey(*slices, sketch);
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, signature.get());
    sketch.signatureAlgorithm = signatureText(object);
    ERR_clear_error();
    return sketch;
}

} // namespace stationer
