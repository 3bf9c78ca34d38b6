// The peer of the trust figures: the same work with OpenSSL alone, in one loop; and the data for both.
// trustpeer make FOLDER N          a root, N chains below it as questions, rows and one PEM, and N roots in one PEM
// trustpeer verify ROOTS CHAINS    verifies each leaf of one PEM for its host, as a TLS client does
// trustpeer import PEM FOLDER      writes each certificate to a file of its own, flushed and renamed
// trustpeer list FOLDER            reads each file of a folder and prints the subject
// POSIX only.

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using std::string;

X509* certificate(EVP_PKEY* key, const string& name, X509* issuer, EVP_PKEY* issuerKey, const char* usage,
                  const string& host)
{
    static long serial = 1;
    X509* made = X509_new();
    X509_set_version(made, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made), serial++);
    X509_gmtime_adj(X509_getm_notBefore(made), -86400);
    X509_gmtime_adj(X509_getm_notAfter(made), 86400 * 90);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.data()), int(name.size()), -1, 0);
    X509_set_issuer_name(made, X509_get_subject_name(issuer ? issuer : made));
    X509_set_pubkey(made, key);
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer ? issuer : made, made, nullptr, nullptr, 0);
    const auto add = [&](int nid, const string& value) {
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
        X509_add_ext(made, extension, -1);
        X509_EXTENSION_free(extension);
    };
    add(NID_basic_constraints, host.empty() ? "critical,CA:TRUE" : "critical,CA:FALSE");
    add(NID_subject_key_identifier, "hash");
    add(NID_authority_key_identifier, "keyid");
    add(NID_key_usage, usage);
    if (!host.empty())
        add(NID_subject_alt_name, "DNS:" + host);
    X509_sign(made, issuerKey, EVP_sha256());
    return made;
}

template <class Write>
string text(Write write)
{
    BIO* memory = BIO_new(BIO_s_mem());
    write(memory);
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    string result(data, size_t(size));
    BIO_free(memory);
    return result;
}

string pem(X509* certificate)
{
    return text([&](BIO* memory) { PEM_write_bio_X509(memory, certificate); });
}

string base64(X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    string encoded(size_t(size) * 4 / 3 + 8, '\0');
    encoded.resize(size_t(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()), der, size)));
    OPENSSL_free(der);
    return encoded;
}

string sha256(X509* certificate)
{
    unsigned char digest[32];
    unsigned int size = 0;
    X509_digest(certificate, EVP_sha256(), digest, &size);
    string hex;
    for (const unsigned char byte : digest) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", byte);
        hex += digits;
    }
    return hex;
}

string escaped(const string& lines)
{
    string out;
    for (const char c : lines)
        out += c == '\n' ? string("\\n") : string(1, c);
    return out;
}

int make(const string& folder, int count)
{
    EVP_PKEY* rootKey = EVP_EC_gen("P-256");
    X509* root = certificate(rootKey, "Bench Root", nullptr, rootKey, "critical,keyCertSign,cRLSign", {});
    std::ofstream(folder + "/root.pem") << pem(root);
    std::ofstream questions(folder + "/batch.jsonl"), chains(folder + "/chains.pem"), rows(folder + "/allowed-hosts.json"),
        roots(folder + "/roots.pem");
    rows << "{\"version\":1,\"hosts\":[";
    for (int i = 0; i < count; ++i) {
        const string host = "host" + std::to_string(i) + ".example";
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* leaf = certificate(key, host, root, rootKey, "critical,digitalSignature", host);
        chains << pem(leaf);
        questions << R"({"id":)" << i << R"(,"host":")" << host << R"(","roots":")" << escaped(pem(root)) << R"(","chain":")"
                  << escaped(pem(leaf)) << "\"}\n";
        rows << (i ? "," : "") << R"({"host":")" << host
             << R"(","port":465,"approval":"approved","scope":"untilDeleted","binding":"certificate","sha256":")"
             << sha256(leaf) << R"(","errors":["unknownRoot"],"chain":[")" << base64(leaf) << R"(",")" << base64(root)
             << "\"]}";
        X509* own = certificate(key, "User Root " + std::to_string(i), nullptr, key, "critical,keyCertSign,cRLSign", {});
        roots << pem(own);
        X509_free(own);
        X509_free(leaf);
        EVP_PKEY_free(key);
    }
    rows << "]}";
    return 0;
}

template <class Take>
int each(const string& path, Take take)
{
    BIO* file = BIO_new_file(path.c_str(), "r");
    int count = 0;
    while (X509* one = file ? PEM_read_bio_X509(file, nullptr, nullptr, nullptr) : nullptr) {
        if (!take(one, count++))
            std::exit(1);
        X509_free(one);
    }
    BIO_free(file);
    return count > 0 ? 0 : 1;
}

int verify(const string& roots, const string& chains)
{
    X509_STORE* store = X509_STORE_new();
    X509_STORE_load_file(store, roots.c_str());
    return each(chains, [&](X509* leaf, int number) {
        X509_STORE_CTX* context = X509_STORE_CTX_new();
        X509_STORE_CTX_init(context, store, leaf, nullptr);
        X509_STORE_CTX_set_default(context, "ssl_server");
        X509_VERIFY_PARAM_set_auth_level(X509_STORE_CTX_get0_param(context), 2);
        const string host = "host" + std::to_string(number) + ".example";
        X509_VERIFY_PARAM_set1_host(X509_STORE_CTX_get0_param(context), host.c_str(), host.size());
        const bool isTrusted = X509_verify_cert(context) == 1;
        X509_STORE_CTX_free(context);
        return isTrusted;
    });
}

int import(const string& path, const string& folder)
{
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return each(path, [&](X509* root, int number) {
        const string name = folder + "/" + std::to_string(number) + ".pem", bytes = pem(root);
        const int file = open((name + ".new").c_str(), O_WRONLY | O_CREAT | O_EXCL, 0600);
        const bool isWritten = write(file, bytes.data(), bytes.size()) == ssize_t(bytes.size()) && fsync(file) == 0;
        close(file);
        return isWritten && rename((name + ".new").c_str(), name.c_str()) == 0;
    });
}

int list(const string& folder)
{
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        each(entry.path(), [](X509* root, int) {
            return X509_NAME_print_ex_fp(stdout, X509_get_subject_name(root), 0, XN_FLAG_RFC2253) >= 0 && puts("") >= 0;
        });
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const string mode = argc > 2 ? argv[1] : "";
    if (mode == "make" && argc == 4)
        return make(argv[2], std::atoi(argv[3]));
    if (mode == "verify" && argc == 4)
        return verify(argv[2], argv[3]);
    if (mode == "import" && argc == 4)
        return import(argv[2], argv[3]);
    if (mode == "list")
        return list(argv[2]);
    return 2;
}
