"""Certificates for situations, made by the openssl command, each kind once."""

import os
import subprocess

ROOT = """[req]
distinguished_name=dn
prompt=no
x509_extensions=ext
[dn]
CN={name}
[ext]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
{more}
"""

KEYS = {
    "rsa": ["-newkey", "rsa:2048"],
    "rsa1024": ["-newkey", "rsa:1024"],
    "p256": ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
    "p521": ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-521"],
    "ed25519": ["-newkey", "ed25519"],
    "pss": ["-newkey", "rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"],
}


class Certificates:
    def __init__(self, folder):
        self.folder = folder
        self.root = self.make_root("root", "Station Root")
        self.other_root = self.make_root("other", "Another Root")
        self.made = {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], check=True, capture_output=True)

    def write(self, name, text):
        with open(self.path(name), "w") as file:
            file.write(text)
        return self.path(name)

    def make_root(self, name, subject, key="rsa", more="", days=3650):
        config = self.write(name + ".cnf", ROOT.format(name=subject, more=more))
        self.openssl("req", "-x509", *KEYS[key], "-nodes", "-sha256", "-days", str(days), "-config", config,
                     "-keyout", self.path(name + ".key"), "-out", self.path(name + ".pem"))
        return name

    def issue(self, name, names="DNS:mail.station.test", subject="mail.station.test", issuer="root", key="rsa", digest="sha256",
              usage="digitalSignature,keyEncipherment", purpose="serverAuth", ca=False, days=90, more=""):
        """The name of a certificate: NAME.pem with NAME.key; self-signed where `issuer` is empty."""
        lines = ["[req]", "distinguished_name=dn", "prompt=no", "[dn]", "CN=" + subject, "[ext]",
                 "basicConstraints=" + ("critical,CA:TRUE" if ca else "CA:FALSE")]
        lines += ["subjectAltName=" + names] if names else []
        lines += ["keyUsage=critical," + usage] if usage else []
        lines += ["extendedKeyUsage=" + purpose] if purpose else []
        config = self.write(name + ".cnf", "\n".join(lines + [more]) + "\n")
        self.openssl("req", *KEYS[key], "-nodes", "-config", config, "-keyout", self.path(name + ".key"), "-out", self.path(name + ".csr"))
        signer = (["-CA", self.path(issuer + ".pem"), "-CAkey", self.path(issuer + ".key"), "-set_serial", str(abs(hash(name)) + 1)]
                  if issuer else ["-signkey", self.path(name + ".key")])
        digests = [] if key == "ed25519" and not issuer else ["-" + digest]
        # A certificate that has run out is made by moving its end before today.
        span = ["-days", str(days)]
        self.openssl("x509", "-req", "-in", self.path(name + ".csr"), *signer, *digests, *span, "-extfile", config,
                     "-extensions", "ext", "-out", self.path(name + ".pem"))
        return name

    def chain(self, name, *more):
        """A file with the certificates that a server sends, its own first."""
        pem = "".join(open(self.path(one + ".pem")).read() for one in (name, *more))
        return self.write("-".join((name, *more))[:80] + ".chain", pem)

    def sha256(self, name):
        told = subprocess.run(["openssl", "x509", "-in", self.path(name + ".pem"), "-noout", "-fingerprint", "-sha256"],
                              check=True, capture_output=True, text=True).stdout
        return told.split("=")[1].strip().replace(":", "").lower()

    def store(self, kind, *names):
        """A key store as keytool makes it; its password is `changeit`."""
        path = self.path("-".join(names) + "." + kind)
        if os.path.exists(path):
            return path
        for name in names:
            subprocess.run(["keytool", "-importcert", "-noprompt", "-alias", name, "-file", self.path(name + ".pem"), "-keystore", path,
                            "-storetype", kind, "-storepass", "changeit"], check=True, capture_output=True)
        return path
