"""A mail server that does what a situation says: SMTP, IMAP or POP3 on a loopback address, good or at fault in one way.

It answers any client in any order, unlike a script: the station's library and Stationer speak differently."""

import base64
import hashlib
import hmac
import os
import socket
import ssl
import threading
import time


class Gone(Exception):
    pass


class Line:
    """Lines of one connection, in the clear or not."""

    def __init__(self, connection):
        self.connection = connection
        self.rest = b""

    def read(self):
        while b"\n" not in self.rest:
            more = self.connection.recv(4096)
            if not more:
                raise Gone
            self.rest += more
        line, self.rest = self.rest.split(b"\n", 1)
        return line.rstrip(b"\r")

    def take(self, count):
        while len(self.rest) < count:
            more = self.connection.recv(4096)
            if not more:
                raise Gone
            self.rest += more
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def say(self, *lines):
        self.connection.sendall(b"".join(line.encode() + b"\r\n" for line in lines))


class Server:
    """One situation's server. `what` has: protocol, mode, user, password, token, auth, never, delay, …"""

    def __init__(self, what, context, addresses=("127.0.0.1",)):
        self.what = what
        self.context = context
        self.listeners = []
        port = 0
        for address in addresses:
            listener = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((address, port))
            listener.listen(16)
            port = listener.getsockname()[1]
            self.listeners.append(listener)
            threading.Thread(target=self.accept, args=(listener,), daemon=True).start()
        self.port = port

    def close(self):
        for listener in self.listeners:
            listener.close()

    def accept(self, listener):
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            connection.settimeout(60)
            encrypted = self.what["mode"] == "ssl"
            if encrypted:
                connection = self.context.wrap_socket(connection, server_side=True)
            session = {"smtp": Smtp, "imap": Imap, "pop3": Pop3}[self.what["protocol"]](self, Line(connection), encrypted)
            session.run()
        except (Gone, OSError, ssl.SSLError, ValueError, IndexError):
            pass
        finally:
            connection.close()


class Session:
    def __init__(self, server, line, encrypted):
        self.server = server
        self.what = server.what
        self.line = line
        self.encrypted = encrypted
        self.signed_in = False

    def wait(self, step):
        time.sleep(self.what.get("delay", {}).get(step, 0))

    def encrypt(self):
        self.line = Line(self.server.context.wrap_socket(self.line.connection, server_side=True))
        self.encrypted = True

    def offered(self):
        if self.what["mode"] == "starttls" and not self.encrypted:
            return self.what.get("clear_auth", [])
        return self.what.get("auth", ["PLAIN", "LOGIN"])

    def fits(self, user, password):
        return user == self.what["user"].encode() and password == self.what["password"].encode()

    def ask(self, challenge):
        """Sends a challenge, answers what comes."""
        raise NotImplementedError

    def authenticate(self, mechanism, initial):
        """Whether the exchange proves the user; every mechanism that clients may choose."""
        def first():
            return base64.b64decode(initial) if initial and initial != b"=" else self.ask(b"")

        if mechanism in self.what.get("never", []):
            if mechanism == "LOGIN":
                self.ask(b"Username:")
                self.ask(b"Password:")
            elif mechanism == "CRAM-MD5":
                self.ask(b"<1@station.test>")
            else:
                first()
            return False
        if mechanism == "PLAIN":
            _, user, password = first().split(b"\0")
            return self.fits(user, password)
        if mechanism == "LOGIN":
            user = base64.b64decode(initial) if initial else self.ask(b"Username:")
            return self.fits(user, self.ask(b"Password:"))
        if mechanism == "CRAM-MD5":
            challenge = b"<%d@station.test>" % time.time_ns()
            user, _, digest = self.ask(challenge).rpartition(b" ")
            right = hmac.new(self.what["password"].encode(), challenge, hashlib.md5).hexdigest().encode()
            return user == self.what["user"].encode() and digest == right
        if mechanism == "SCRAM-SHA-256":
            return self.scram(first())
        if mechanism == "XOAUTH2":
            user, token = first().split(b"\1")[:2]
            good = token == b"auth=Bearer " + self.what.get("token", "-").encode()
            if not good:
                self.ask(b'{"status":"400"}')
            return good
        if mechanism == "OAUTHBEARER":
            return b"auth=Bearer " + self.what.get("token", "-").encode() in first().split(b"\1")
        if mechanism == "NTLM":
            first()
            return False
        return False

    def scram(self, message):
        bare = message[3:]
        fields = dict(part.split(b"=", 1) for part in bare.split(b","))
        salt, nonce = os.urandom(12), fields[b"r"] + b"station"
        challenge = b"r=%s,s=%s,i=4096" % (nonce, base64.b64encode(salt))
        final = self.ask(challenge)
        without, _, proof = final.rpartition(b",p=")
        salted = hashlib.pbkdf2_hmac("sha256", self.what["password"].encode(), salt, 4096)
        key = hmac.digest(salted, b"Client Key", "sha256")
        text = bare + b"," + challenge + b"," + without
        signature = hmac.digest(hashlib.sha256(key).digest(), text, "sha256")
        if bytes(a ^ b for a, b in zip(key, signature)) != base64.b64decode(proof):
            return False
        verifier = hmac.digest(hmac.digest(salted, b"Server Key", "sha256"), text, "sha256")
        self.ask(b"v=" + base64.b64encode(verifier))
        return True


class Smtp(Session):
    def ask(self, challenge):
        self.line.say("334 " + base64.b64encode(challenge).decode())
        return base64.b64decode(self.line.read())

    def run(self):
        self.wait("greeting")
        self.line.say(*self.what.get("greeting", ["220 mail.station.test ESMTP"]))
        while True:
            words = self.line.read().decode("utf-8", "replace").split(" ")
            name = words[0].upper()
            if name == "EHLO":
                self.ehlo(words)
            elif name == "HELO":
                self.line.say("250 mail.station.test")
            elif name == "STARTTLS":
                self.start_tls()
            elif name == "AUTH":
                self.auth(words)
            elif name == "MAIL":
                free = self.signed_in or self.what.get("relay")
                self.line.say(self.what.get("mail", "250 2.1.0 Ok") if free else "530 5.7.0 Authentication required")
            elif name == "RCPT":
                self.line.say(self.what.get("rcpt", "250 2.1.5 Ok"))
            elif name == "DATA":
                self.data()
            elif name in ("RSET", "NOOP"):
                self.line.say("250 2.0.0 Ok")
            elif name == "QUIT":
                self.line.say("221 2.0.0 Bye")
                return
            else:
                self.line.say("502 5.5.2 Error: command not recognized")

    def ehlo(self, words):
        self.wait("ehlo")
        if "ehlo" in self.what:
            return self.line.say(self.what["ehlo"])
        if self.what.get("dotted") and "." not in words[1]:
            return self.line.say("504 5.5.2 <%s>: Helo command rejected: need fully-qualified hostname" % words[1])
        lines = ["mail.station.test", "SIZE 10240000"] + self.what.get("keywords", [])
        if self.what["mode"] == "starttls" and not self.encrypted and self.what.get("starttls") != "missing":
            lines.append("STARTTLS")
        if self.offered():
            lines.append("AUTH " + " ".join(self.offered()))
        self.line.say(*["250-" + line for line in lines[:-1]], "250 " + lines[-1])

    def start_tls(self):
        if self.what.get("starttls") == "refused":
            return self.line.say("454 4.7.0 not now")
        if self.what.get("starttls") == "injected":
            self.line.say("220 2.0.0 Ready", "250 x")
        else:
            self.line.say("220 2.0.0 Ready")
        self.encrypt()

    def auth(self, words):
        if self.what.get("auth_refused"):
            return self.line.say("530 5.7.0 Must issue a STARTTLS command first")
        initial = words[2].encode() if len(words) > 2 else None
        good = self.authenticate(words[1].upper(), initial)
        self.wait("login")
        self.signed_in = good
        self.line.say("235 2.7.0 Authentication successful" if good else self.what.get("refusal", "535 5.7.8 Error: authentication failed"))

    def data(self):
        if "data" in self.what:
            return self.line.say(self.what["data"])
        self.line.say("354 End data with <CR><LF>.<CR><LF>")
        while self.line.read() != b".":
            pass
        self.line.say("250 2.0.0 Ok: queued")


class Imap(Session):
    tag = ""

    def ask(self, challenge):
        self.line.say("+ " + base64.b64encode(challenge).decode())
        return base64.b64decode(self.line.read())

    def capabilities(self):
        words = ["IMAP4rev1"] + self.what.get("capabilities", [])
        words += ["AUTH=" + name for name in self.offered()]
        if self.what["mode"] == "starttls" and not self.encrypted:
            words += ["LOGINDISABLED"] + ([] if self.what.get("starttls") == "missing" else ["STARTTLS"])
        elif self.what.get("login_disabled"):
            words.append("LOGINDISABLED")
        return " ".join(words)

    def done(self, status):
        self.line.say(self.tag + " " + status)

    def run(self):
        self.wait("greeting")
        self.line.say(self.what.get("greeting", "* OK ready"))
        self.signed_in = "PREAUTH" in self.what.get("greeting", "")
        while True:
            words = self.words(self.line.read())
            self.tag, name = words[0], words[1].upper()
            if name == "CAPABILITY":
                self.line.say("* CAPABILITY " + self.capabilities())
                self.done("OK done")
            elif name == "STARTTLS":
                self.start_tls()
            elif name == "AUTHENTICATE":
                self.login(self.authenticate(words[2].upper(), words[3].encode() if len(words) > 3 else None))
            elif name == "LOGIN":
                if self.what.get("login_refused"):
                    self.done("NO [PRIVACYREQUIRED] LOGIN disabled")
                else:
                    self.login("LOGIN command" not in self.what.get("never", []) and self.fits(words[2].encode(), words[3].encode()))
            elif name in ("SELECT", "EXAMINE"):
                self.select(name)
            elif name == "MYRIGHTS":
                self.line.say("* MYRIGHTS INBOX " + self.what.get("rights", "lrswipkxtea"))
                self.done("OK done")
            elif name == "LOGOUT":
                self.line.say("* BYE bye")
                return self.done("OK done")
            else:
                self.done("OK done")

    def words(self, line):
        """The words of a command; literals and quoted strings are read."""
        words, rest = [], line
        while True:
            rest = rest.lstrip(b" ")
            if not rest:
                return [word.decode("utf-8", "replace") for word in words]
            if rest.startswith(b'"'):
                word, at = b"", 1
                while rest[at:at + 1] != b'"':
                    at += 1 if rest[at:at + 1] == b"\\" else 0
                    word += rest[at:at + 1]
                    at += 1
                words.append(word)
                rest = rest[at + 1:]
            elif rest.startswith(b"{") and rest.endswith(b"}"):
                size = rest[1:-1]
                if not size.endswith(b"+"):
                    self.line.say("+ go on")
                words.append(self.line.take(int(size.rstrip(b"+"))))
                rest = self.line.read()
            else:
                word, _, rest = rest.partition(b" ")
                words.append(word)

    def start_tls(self):
        if self.what.get("starttls") == "refused":
            return self.done("NO not now")
        self.done("OK go on")
        if self.what.get("starttls") == "injected":
            self.line.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN")
        self.encrypt()

    def login(self, good):
        self.wait("login")
        self.signed_in = good
        self.done("OK in" if good else self.what.get("refusal", "NO [AUTHENTICATIONFAILED] failed"))

    def select(self, name):
        self.line.say("* 0 EXISTS", "* 0 RECENT", "* FLAGS (\\Seen \\Deleted)")
        if self.what.get("refuses_select"):
            return self.done("NO [NOPERM] not yours")
        closed = name == "EXAMINE" or self.what.get("read_only")
        self.done("OK [READ-ONLY] done" if closed else "OK [READ-WRITE] done")


class Pop3(Session):
    user = b""

    def ask(self, challenge):
        self.line.say("+ " + base64.b64encode(challenge).decode())
        return base64.b64decode(self.line.read())

    def run(self):
        self.wait("greeting")
        self.line.say(self.what.get("greeting", "+OK ready"))
        while True:
            line = self.line.read()
            name, _, rest = line.partition(b" ")
            name = name.upper()
            if name == b"CAPA":
                self.capa()
            elif name == b"STLS":
                self.stls()
            elif name == b"USER":
                self.user = rest
                self.line.say("-ERR not here" if self.what.get("no_user") else "+OK")
            elif name == b"PASS":
                self.login("USER" not in self.what.get("never", []) and self.fits(self.user, rest))
            elif name == b"AUTH":
                words = rest.split(b" ")
                self.login(self.authenticate(words[0].decode().upper(), words[1] if len(words) > 1 else None))
            elif name == b"STAT":
                self.line.say("+OK 0 0")
            elif name == b"QUIT":
                return self.line.say("+OK bye")
            else:
                self.line.say("-ERR what?")

    def capa(self):
        if self.what.get("no_capa"):
            return self.line.say("-ERR what?")
        lines = ["+OK list"]
        if self.what["mode"] == "starttls" and not self.encrypted:
            lines += [] if self.what.get("starttls") == "missing" else ["STLS"]
        else:
            lines += [] if self.what.get("no_user") else ["USER"]
            lines += ["SASL " + " ".join(self.offered())] if self.offered() else []
        self.line.say(*lines, ".")

    def stls(self):
        if self.what.get("starttls") in ("refused", "missing"):
            return self.line.say("-ERR not now")
        self.line.say("+OK go on")
        self.encrypt()

    def login(self, good):
        self.wait("login")
        self.line.say("+OK in" if good else self.what.get("refusal", "-ERR [AUTH] failed"))
