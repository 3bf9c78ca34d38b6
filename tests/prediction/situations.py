#!/usr/bin/env python3
"""Plays situations to Stationer and to the station's own mail library, and holds what was predicted against what came.

    situations.py PATH/TO/stationer-cli FOLDER [PART OF A NAME]

No prediction of a pass or a failure may be wrong, and nine in ten situations have to be decided. The library is JavaMail, set up as
the slots of an account can only mean; no station is asked."""

import http.server
import json
import os
import shutil
import ssl
import subprocess
import sys
import threading
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.dirname(__file__))
from certificates import Certificates  # noqa: E402
from situationserver import Server  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARIES = ["/usr/share/java/javax.mail.jar", "/usr/share/java/javax.activation.jar"]
HOSTS = """127.0.0.1 localhost mail.station.test mail_1.station.test
127.0.0.1 two.station.test
127.0.0.9 two.station.test
127.0.0.9 dead.station.test
127.0.0.1 dead.station.test
127.0.0.9 six.station.test
::1 localhost six.station.test
"""


def situations(made):
    """Each: a name, its protocols, its modes, what the server does. `station`: whom the station trusts; `here`: whom this computer
    does; `accept`: the certificate is accepted for the run; `older`: what a station with an older Java does (JAVAMAIL.md, M8)."""
    every = ("smtp", "imap", "pop3")
    ssl_only = ("ssl",)
    leaf = made.issue
    yield "the usual", every, ("none", "starttls", "ssl"), {"auth": ["PLAIN", "LOGIN"]}
    yield "wrong password", every, ssl_only, {"password": "other"}
    yield "wrong user", every, ("starttls",), {"user": "eve@station.test"}

    # Certificates and names.
    yield "CA unknown to both", every, ssl_only, {"station": ["other"], "here": ["other"]}
    yield "CA known here alone", every, ssl_only, {"station": ["other"]}
    yield "CA known to the station alone", ("smtp",), ssl_only, {"here": ["other"], "accept": "leaf"}
    yield "self-signed, in the station's store", ("smtp", "imap"), ssl_only, {
        "cert": leaf("self", issuer=""), "station": ["self"], "accept": "self"}
    yield "self-signed, not in the station's store", ("smtp",), ssl_only, {"cert": "self", "accept": "self"}
    yield "wrong name", every, ssl_only, {"cert": leaf("wrong", names="DNS:other.station.test", subject="other"), "accept": "wrong"}
    yield "missing intermediate", ("smtp", "imap"), ssl_only, {
        "cert": leaf("below", issuer=leaf("middle", names="", subject="Middle", ca=True, usage="keyCertSign", purpose="")), "accept": "below"}
    yield "intermediate sent", ("smtp",), ssl_only, {"cert": "below", "sent": ["middle"]}
    yield "intermediate as anchor", ("smtp",), ssl_only, {"cert": "below", "station": ["middle"], "accept": "below"}
    yield "issuer without CA:TRUE", ("smtp",), ssl_only, {
        "cert": leaf("bastard", issuer=leaf("noca", names="", subject="No CA", usage="", purpose="")), "sent": ["noca"], "accept": "bastard"}
    yield "common name alone", ("smtp", "imap"), ssl_only, {"cert": leaf("cn", names=""), "accept": "cn"}
    yield "wildcard", ("smtp",), ssl_only, {"cert": leaf("wild", names="DNS:*.station.test", subject="w")}
    yield "address by iPAddress", ("smtp",), ssl_only, {"cert": leaf("address", names="IP:127.0.0.1", subject="a"), "host": "127.0.0.1"}
    yield "address by dNSName", ("smtp",), ssl_only, {
        "cert": leaf("addressname", names="DNS:127.0.0.1", subject="a"), "host": "127.0.0.1", "accept": "addressname"}
    yield "keyUsage keyEncipherment alone", ("smtp", "imap"), ssl_only, {"cert": leaf("kex", usage="keyEncipherment"), "accept": "kex"}
    yield "extendedKeyUsage clientAuth alone", ("smtp",), ssl_only, {"cert": leaf("eku", purpose="clientAuth"), "accept": "eku"}
    yield "unknown critical extension", ("smtp",), ssl_only, {"cert": leaf("crit", more="1.2.3.4=critical,ASN1:UTF8:x"), "accept": "crit"}
    yield "signed with SHA-1", ("smtp",), ssl_only, {"cert": leaf("sha1", digest="sha1"), "accept": "sha1"}
    yield "EC P-256", ("smtp", "pop3"), ssl_only, {"cert": leaf("p256", key="p256", usage="digitalSignature")}
    yield "EC P-521", ("smtp",), ssl_only, {"cert": leaf("p521", key="p521", usage="digitalSignature")}
    yield "RSASSA-PSS", ("smtp",), ssl_only, {"cert": leaf("pss", key="pss", usage="digitalSignature")}
    yield "Ed25519", ("smtp", "imap"), ssl_only, {"cert": leaf("ed", key="ed25519", usage="digitalSignature"), "older": "fails"}
    yield "root with name constraints", ("smtp",), ssl_only, {
        "cert": leaf("bound", issuer=made.make_root("narrow", "Narrow Root", more="nameConstraints=critical,permitted;DNS:other.test")),
        "station": ["narrow"], "here": ["narrow"], "accept": "bound"}
    yield "root of RSA-1024", ("smtp",), ssl_only, {
        "cert": leaf("small", issuer=made.make_root("weak", "Weak Root", key="rsa1024")), "station": ["weak"], "here": ["weak"], "accept": "small"}
    yield "eleven certificates", ("smtp",), ssl_only, {"sent": ["root"] * 10}
    yield "ten certificates", ("smtp",), ssl_only, {"sent": ["root"] * 9}
    yield "name in capitals", ("smtp",), ssl_only, {"host": "MAIL.Station.Test"}
    yield "name without a dot", ("smtp",), ssl_only, {"cert": leaf("single", names="DNS:localhost", subject="l"), "host": "localhost"}
    yield "name without a dot, right certificate by SNI alone", ("smtp",), ssl_only, {
        "cert": "wrong", "sni": {"localhost": "single"}, "host": "localhost", "accept": "wrong"}
    yield "name with an underscore", ("smtp",), ssl_only, {
        "cert": leaf("under", names="DNS:mail_1.station.test", subject="u"), "host": "mail_1.station.test", "accept": "under"}
    yield "name with an umlaut", ("smtp",), ssl_only, {"host": "pöst.station.test"}
    yield "right certificate by SNI alone", ("smtp",), ssl_only, {"cert": "wrong", "sni": {"mail.station.test": "leaf"}}

    # TLS.
    yield "TLS 1.2 alone", every, ssl_only, {"tls": ("1.2", "1.2")}
    yield "TLS 1.3 alone", ("smtp", "imap"), ("ssl", "starttls"), {"tls": ("1.3", "1.3"), "older": "fails"}
    yield "TLS 1.1 alone", ("smtp", "imap"), ssl_only, {"tls": ("1.1", "1.1")}
    yield "CBC alone", ("smtp",), ssl_only, {"tls": ("1.2", "1.2"), "ciphers": "ECDHE-RSA-AES128-SHA"}
    yield "RSA key exchange alone", ("smtp",), ssl_only, {"tls": ("1.2", "1.2"), "ciphers": "AES256-GCM-SHA384"}
    yield "AES-CCM alone", ("smtp",), ssl_only, {"cert": "p256", "tls": ("1.2", "1.2"), "ciphers": "ECDHE-ECDSA-AES256-CCM"}
    yield "ChaCha20 alone", ("smtp",), ssl_only, {"tls": ("1.2", "1.2"), "ciphers": "ECDHE-RSA-CHACHA20-POLY1305", "older": "fails"}

    # Mechanisms and passwords.
    for name in ("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2", "NTLM"):
        yield name + " alone", ("smtp",), ssl_only, {"auth": [name]}
        yield name + " alone", ("imap",), ssl_only, {"auth": [name], "login_disabled": True}
        yield name + " alone, USER refused", ("pop3",), ssl_only, {"auth": [name], "no_user": True}
    yield "no mechanism", ("smtp",), ssl_only, {"auth": []}
    yield "no mechanism, relays", ("smtp",), ("none", "ssl"), {"auth": [], "relay": True}
    yield "no mechanism, LOGIN free", ("imap",), ssl_only, {"auth": []}
    yield "no mechanism, LOGIN disabled", ("imap",), ("none", "ssl"), {"auth": [], "login_disabled": True}
    yield "SCRAM alone, LOGIN refused", ("imap",), ssl_only, {"auth": ["SCRAM-SHA-256"], "login_refused": True}
    yield "SCRAM and PLAIN", every, ssl_only, {"auth": ["SCRAM-SHA-256", "PLAIN"]}
    yield "CRAM-MD5 never works", every, ssl_only, {"auth": ["CRAM-MD5", "PLAIN", "LOGIN"], "never": ["CRAM-MD5"]}
    yield "PLAIN never works", every, ssl_only, {"auth": ["PLAIN", "LOGIN"], "never": ["PLAIN"]}
    yield "LOGIN never works", every, ssl_only, {"auth": ["PLAIN", "LOGIN"], "never": ["LOGIN"]}
    yield "SCRAM works, PLAIN never", every, ssl_only, {"auth": ["SCRAM-SHA-256", "PLAIN"], "never": ["PLAIN"]}
    yield "basic sign-in off", ("smtp",), ssl_only, {
        "auth": ["LOGIN", "XOAUTH2", "PLAIN"], "never": ["LOGIN", "PLAIN"],
        "refusal": "535 5.7.139 Authentication unsuccessful, basic authentication is disabled."}
    yield "AUTH after TLS alone, account says none", ("smtp",), ("none",), {"auth_refused": True}
    for name, password in (("umlauts", "pässwörd"), ("Cyrillic", "пароль"), ("euro", "a€b"), ("quotes", 'a "b\\ c')):
        yield "password with " + name, every, ssl_only, {"password": password, "given": password}
    yield "user with an umlaut", ("pop3", "imap"), ssl_only, {"user": "jörg", "as": "jörg"}

    # STARTTLS.
    yield "STARTTLS missing", every, ("starttls",), {"starttls": "missing", "clear_auth": ["PLAIN"]}
    yield "STARTTLS refused", every, ("starttls",), {"starttls": "refused"}
    yield "bytes behind the go-ahead", ("smtp", "imap"), ("starttls",), {"starttls": "injected"}
    yield "PREAUTH before STARTTLS", ("imap",), ("starttls",), {"greeting": "* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] in"}
    yield "no CAPA, STLS works", ("pop3",), ("starttls",), {"no_capa": True}
    yield "no CAPA", ("pop3",), ssl_only, {"no_capa": True}

    # Time and addresses.
    yield "greeting after 4 s", ("smtp",), ssl_only, {"delay": {"greeting": 4}}
    yield "greeting after 12 s", every, ssl_only, {"delay": {"greeting": 12}}
    yield "EHLO answered after 12 s", ("smtp",), ssl_only, {"delay": {"ehlo": 12}}
    yield "login answered after 12 s", every, ssl_only, {"delay": {"login": 12}}
    yield "two addresses, the second dead", ("smtp", "imap"), ssl_only, {
        "cert": leaf("two", names="DNS:two.station.test,DNS:dead.station.test,DNS:six.station.test", subject="t"), "host": "two.station.test"}
    yield "two addresses, the first dead", ("smtp", "imap"), ssl_only, {"cert": "two", "host": "dead.station.test"}
    yield "IPv4 dead, IPv6 works", ("smtp", "imap"), ssl_only, {"cert": "two", "host": "six.station.test", "addresses": ["::1"]}

    # Dialogues.
    yield "AUTH=LOGIN of old", ("smtp",), ssl_only, {"auth": [], "keywords": ["AUTH=LOGIN"]}
    yield "two lines AUTH", ("smtp",), ssl_only, {"auth": [], "keywords": ["AUTH PLAIN", "AUTH SCRAM-SHA-256"]}
    yield "two lines AUTH, the second with another way", ("smtp",), ssl_only, {
        "auth": [], "keywords": ["AUTH LOGIN", "AUTH PLAIN"], "never": ["LOGIN"]}
    yield "AUTH with nothing behind it, relays", ("smtp",), ssl_only, {"auth": [], "keywords": ["AUTH"], "relay": True}
    yield "EHLO refused", ("smtp",), ssl_only, {"ehlo": "502 5.5.2 what?"}
    yield "EHLO refused, relays", ("smtp",), ("none",), {"ehlo": "502 5.5.2 what?", "relay": True}
    yield "greeting of several lines", ("smtp",), ssl_only, {"greeting": ["220-mail.station.test ESMTP", "220 no spam"]}
    yield "greeting refused", ("smtp",), ssl_only, {"greeting": ["554 5.7.1 no"]}
    yield "names without a dot refused", ("smtp",), ssl_only, {"dotted": True, "ehlo_name": "controller"}
    yield "names without a dot refused in EHLO, relays", ("smtp",), ssl_only, {"dotted": True, "ehlo_name": "controller", "relay": True}
    yield "MAIL refused", ("smtp",), ssl_only, {"mail": "550 5.7.60 SMTP; Client does not have permissions to send as this sender"}
    yield "MAIL put off", ("smtp",), ssl_only, {"mail": "452 4.3.1 insufficient storage"}
    yield "RCPT refused", ("smtp",), ssl_only, {"rcpt": "550 5.1.1 no such user"}
    yield "DATA refused", ("smtp",), ssl_only, {"data": "550 5.7.1 spam", "depth": "message"}
    yield "a message", ("smtp",), ssl_only, {"depth": "message"}
    yield "BYE", ("imap",), ssl_only, {"greeting": "* BYE too many"}
    yield "LOGINDISABLED, AUTH=PLAIN", ("imap",), ssl_only, {"auth": ["PLAIN"], "login_disabled": True}
    yield "inbox with all rights", ("imap",), ssl_only, {"capabilities": ["ACL"], "depth": "envelope"}
    yield "inbox to be read only", ("imap",), ssl_only, {"capabilities": ["ACL"], "rights": "lr", "read_only": True, "depth": "envelope"}
    for depth in ("login", "envelope"):
        yield f"inbox to be read only, without ACL, tested at depth {depth}", ("imap",), ssl_only, {"read_only": True, "depth": depth}
        yield f"inbox that cannot be opened, tested at depth {depth}", ("imap",), ssl_only, {"refuses_select": True, "depth": depth}
    yield "mailbox in use", ("pop3",), ssl_only, {"password": "other", "refusal": "-ERR [IN-USE] locked"}

    # Tokens.
    for offered in (["XOAUTH2"], ["OAUTHBEARER"], ["OAUTHBEARER", "XOAUTH2"], ["XOAUTH2", "PLAIN"], ["PLAIN", "LOGIN"]):
        yield "token, offered " + " ".join(offered), every, ssl_only, {"auth": offered, "token": "T", "sent_token": "T"}
    yield "wrong token", every, ssl_only, {"auth": ["XOAUTH2"], "token": "T", "sent_token": "other"}
    for offered in (["XOAUTH2"], ["XOAUTH2", "PLAIN"], ["PLAIN", "LOGIN"]):
        yield "token fetched, offered " + " ".join(offered), every, ssl_only, {
            "auth": offered, "token": "T", "sent_token": "T", "fetched": True}
    yield "wrong token fetched", every, ssl_only, {"auth": ["XOAUTH2"], "token": "T", "sent_token": "other", "fetched": True}


class TokenEndpoint:
    """Gives whoever asks the one token."""

    def __init__(self, token, context):
        class Answer(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                body = json.dumps({"access_token": token, "token_type": "Bearer", "expires_in": 3600}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        self.url = "https://mail.station.test:%d/token" % server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()


class Play:
    """One situation in one protocol and mode."""

    def __init__(self, made, number, name, protocol, mode, what):
        self.made, self.number = made, number
        self.name = "%s, %s: %s" % (protocol, mode, name)
        self.what = {"user": "bob@station.test", "password": "secret", "cert": "leaf", "sent": [], "station": ["root"], "here": ["root"],
                     "host": "mail.station.test", "addresses": ["127.0.0.1"], "given": "secret", "as": "bob@station.test", **what,
                     "protocol": protocol, "mode": mode}
        self.store = made.store(("jks", "jceks", "pkcs12")[number % 3], *self.what["station"])
        self.server = Server(self.what, self.context(self.what["cert"], self.what["sent"]), self.what["addresses"])
        self.endpoint = TokenEndpoint(self.what["sent_token"], self.context("leaf", [])) if "fetched" in self.what else None
        self.real = None
        self.report = None

    def context(self, name, sent):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        least, most = self.what.get("tls", ("1.2", "1.3"))
        versions = {"1.1": ssl.TLSVersion.TLSv1_1, "1.2": ssl.TLSVersion.TLSv1_2, "1.3": ssl.TLSVersion.TLSv1_3}
        context.minimum_version, context.maximum_version = versions[least], versions[most]
        context.set_ciphers(self.what.get("ciphers", "DEFAULT") + ":@SECLEVEL=0")
        context.load_cert_chain(self.made.chain(name, *sent), self.made.path(name + ".key"))
        if "sni" in self.what and name == self.what["cert"]:
            named = {host: self.context(one, []) for host, one in self.what["sni"].items()}

            def choose(socket, host, _):
                socket.context = named.get(host, socket.context)
            context.sni_callback = choose
        return context

    def account(self):
        fields = {"id": str(self.number), "protocol": self.what["protocol"], "mode": self.what["mode"], "host": self.what["host"],
                  "port": str(self.server.port), "user": self.what["as"], "password": self.what.get("sent_token", self.what["given"]),
                  "from": "bob@station.test", "to": "alarms@station.test",
                  "store": self.store, "storepassword": "changeit"}
        fields.update({"profile": "oauth"} if "sent_token" in self.what else {})
        fields.update({"ehlo": self.what["ehlo_name"]} if "ehlo_name" in self.what else {})
        return " ".join("%s=%s" % (key, urllib.parse.quote(value, safe="")) for key, value in fields.items())

    def secret(self, name, text):
        path = self.made.path("%s-%d" % (name, self.number))
        with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
        return path

    def test(self, program):
        what = self.what
        depth = what.get("depth", "envelope" if what["protocol"] == "smtp" else "login")
        command = [program, "test", "--json", "--protocol", what["protocol"], "--host", what["host"], "--port", str(self.server.port),
                   "--security", what["mode"], "--user", what["as"], "--depth", depth,
                   "--station-roots", self.store,
                   "--station-roots-password-file", self.secret("store", "changeit")]
        command += ["--to", "alarms@station.test"] if what["protocol"] == "smtp" else []
        command += ["--accept", self.made.sha256(what["accept"])] if "accept" in what else []
        command += ["--ehlo", what["ehlo_name"]] if "ehlo_name" in what else []
        if self.endpoint:
            command += ["--oauth-endpoint", self.endpoint.url, "--oauth-client", "station", "--oauth-scope", "mail",
                        "--oauth-secret-file", self.secret("client-secret", "secret")]
        elif "sent_token" in what:
            command += ["--token-file", self.secret("token", what["sent_token"])]
        else:
            command += ["--password-file", self.secret("password", what["given"])]
        roots = self.made.write("here-%d.pem" % self.number, "".join(open(self.made.path(one + ".pem")).read() for one in what["here"]))
        environment = {**os.environ, "SSL_CERT_FILE": roots, "SSL_CERT_DIR": "/nonexistent", "LC_ALL": "C.UTF-8",
                       "XDG_DATA_HOME": self.made.folder, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=100)
        if not ran.stdout.strip():
            raise SystemExit("%s: no report; %s" % (self.name, ran.stderr))
        self.report = json.loads(ran.stdout)

    def is_wrong(self):
        predicted = self.report["station"]["verdict"]
        return predicted != "unknown" and {predicted} != {self.real.split(" ")[0], self.what.get("older", predicted)}

    def row(self):
        station = self.report["station"]
        reasons = ", ".join(reason["code"] for reason in station["reasons"])
        return "%-7s predicted, %-60.60s | %-22s | %s (%s)" % (station["verdict"], self.real, self.report["outcome"], self.name, reasons)


def play_to_library(plays, folder):
    classpath = ":".join(LIBRARIES)
    subprocess.run(["javac", "-cp", classpath, "-d", folder, os.path.join(HERE, "javamail", "StationMail.java")], check=True)
    java = subprocess.Popen(
        ["java", "--add-exports", "java.base/sun.security.util=ALL-UNNAMED", "-Dsun.net.inetaddr.negative.ttl=0",
         "-cp", classpath + ":" + folder, "StationMail"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def write():
        java.stdin.write("".join(play.account() + "\n" for play in plays))
        java.stdin.close()
    threading.Thread(target=write, daemon=True).start()
    byNumber = {str(play.number): play for play in plays}
    for line in java.stdout:
        number, _, outcome = line.strip().partition(" ")
        byNumber[number].real = outcome
    java.wait()


def main(program, folder, part=""):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    made = Certificates(folder)
    made.issue("leaf")
    plays = []
    for name, protocols, modes, what in situations(made):
        for protocol in protocols:
            for mode in modes:
                if part in "%s, %s: %s" % (protocol, mode, name):
                    plays.append(Play(made, len(plays), name, protocol, mode, what))
    library = threading.Thread(target=play_to_library, args=(plays, folder))
    library.start()
    with ThreadPoolExecutor(8) as pool:
        for future in [pool.submit(play.test, program) for play in plays]:
            future.result()
    library.join()
    silent = [play.name for play in plays if play.real is None]
    wrong = [play for play in plays if play.real is not None and play.is_wrong()]
    decided = sum(play.report["station"]["verdict"] != "unknown" for play in plays)
    for play in plays:
        print("  " + play.row() if play.real else "  nothing came: " + play.name)
    print("%d situations: %d decided, %d wrong, %d without an answer of the library." % (len(plays), decided, len(wrong), len(silent)))
    for play in wrong:
        print("WRONG: " + play.row())
    return 1 if wrong or silent or (not part and decided < 0.9 * len(plays)) else 0


if __name__ == "__main__":
    if os.environ.get("STATIONER_SITUATIONS_HOSTS") is None:
        # Names of its own: a mount namespace with another /etc/hosts.
        os.makedirs(sys.argv[2], exist_ok=True)
        hosts = os.path.join(os.path.abspath(sys.argv[2]), "hosts")
        with open(hosts, "w") as file:
            file.write(HOSTS)
        flags = "-m" if os.geteuid() == 0 else "-rm"
        script = 'mount --bind "$1" /etc/hosts && shift && STATIONER_SITUATIONS_HOSTS=1 exec "$@"'
        os.execvp("unshare", ["unshare", flags, "sh", "-c", script, "sh", hosts, sys.executable, *sys.argv])
    sys.exit(main(*sys.argv[1:]))
