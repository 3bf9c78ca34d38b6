#include "trust/extensiontext.h"

#include <QCoreApplication>

#include <openssl/obj_mac.h>

#include <algorithm>
#include <array>

namespace stationer {

namespace {

struct ExtensionWords {
    int nid;
    const char* name;
    const char* meaning;
};

constexpr std::array Known{
    ExtensionWords{
        NID_basic_constraints, QT_TRANSLATE_NOOP("trust", "Basic Constraints"),
        QT_TRANSLATE_NOOP("trust", "Whether this is a CA, which may issue certificates, and how many CAs may follow it.")},
    ExtensionWords{NID_key_usage, QT_TRANSLATE_NOOP("trust", "Key Usage"),
                   QT_TRANSLATE_NOOP("trust", "What the key may be used for.")},
    ExtensionWords{NID_ext_key_usage, QT_TRANSLATE_NOOP("trust", "Extended Key Usage"),
                   QT_TRANSLATE_NOOP("trust", "The purposes the certificate is for. A mail server needs TLS server.")},
    ExtensionWords{
        NID_subject_alt_name, QT_TRANSLATE_NOOP("trust", "Subject Alternative Name"),
        QT_TRANSLATE_NOOP("trust", "The names and addresses this certificate is for. The Hostname has to be one of them.")},
    ExtensionWords{NID_issuer_alt_name, QT_TRANSLATE_NOOP("trust", "Issuer Alternative Name"),
                   QT_TRANSLATE_NOOP("trust", "Other names of the issuer.")},
    ExtensionWords{NID_authority_key_identifier, QT_TRANSLATE_NOOP("trust", "Authority Key Identifier"),
                   QT_TRANSLATE_NOOP("trust", "Which of the issuer's keys signed this certificate.")},
    ExtensionWords{NID_subject_key_identifier, QT_TRANSLATE_NOOP("trust", "Subject Key Identifier"),
                   QT_TRANSLATE_NOOP("trust", "A short name of this certificate's own key.")},
    ExtensionWords{NID_crl_distribution_points, QT_TRANSLATE_NOOP("trust", "CRL Distribution Points"),
                   QT_TRANSLATE_NOOP("trust", "Where the issuer publishes which certificates it has revoked.")},
    ExtensionWords{NID_info_access, QT_TRANSLATE_NOOP("trust", "Authority Information Access"),
                   QT_TRANSLATE_NOOP("trust", "Where the issuer's own certificate and its status service are found.")},
    ExtensionWords{NID_certificate_policies, QT_TRANSLATE_NOOP("trust", "Certificate Policies"),
                   QT_TRANSLATE_NOOP("trust", "The rules under which the certificate was issued.")},
    ExtensionWords{NID_name_constraints, QT_TRANSLATE_NOOP("trust", "Name Constraints"),
                   QT_TRANSLATE_NOOP("trust", "The names that certificates below this CA may be for, and may not.")},
    ExtensionWords{NID_policy_constraints, QT_TRANSLATE_NOOP("trust", "Policy Constraints"),
                   QT_TRANSLATE_NOOP("trust", "Which policies certificates below this CA have to follow.")},
    ExtensionWords{NID_ct_precert_scts, QT_TRANSLATE_NOOP("trust", "Signed Certificate Timestamps"),
                   QT_TRANSLATE_NOOP("trust", "The public logs that have recorded this certificate.")},
    ExtensionWords{NID_tlsfeature, QT_TRANSLATE_NOOP("trust", "TLS Feature"),
                   QT_TRANSLATE_NOOP("trust", "What the server has to send along, such as a stapled status.")},
    ExtensionWords{NID_netscape_cert_type, QT_TRANSLATE_NOOP("trust", "Netscape Certificate Type"),
                   QT_TRANSLATE_NOOP("trust", "What the certificate is for, in an old notation.")},
    ExtensionWords{NID_netscape_comment, QT_TRANSLATE_NOOP("trust", "Netscape Comment"),
                   QT_TRANSLATE_NOOP("trust", "A remark of the issuer's.")},
};

const ExtensionWords* wordsOf(int nid)
{
    const auto found = std::find_if(Known.begin(), Known.end(), [&](const ExtensionWords& one) { return one.nid == nid; });
    return found == Known.end() ? nullptr : &*found;
}

} // namespace

QString extensionName(int nid)
{
    const ExtensionWords* const words = wordsOf(nid);
    return words ? QCoreApplication::translate("trust", words->name) : QString();
}

QString extensionMeaning(int nid)
{
    const ExtensionWords* const words = wordsOf(nid);
    return words ? QCoreApplication::translate("trust", words->meaning) : QString();
}

} // namespace stationer
