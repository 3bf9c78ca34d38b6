<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>MechanismWords</name>
    <message>
        <source>used; with TLS 1.3 it is not bound to the channel, which takes TLS 1.2</source>
        <translation>verwendet; mit TLS 1.3 nicht an den Kanal gebunden, dafür braucht es TLS 1.2</translation>
    </message>
    <message>
        <source>used</source>
        <translation>verwendet</translation>
    </message>
    <message>
        <source>a stronger one was used</source>
        <translation>ein stärkerer wurde verwendet</translation>
    </message>
    <message>
        <source>another one was chosen by hand</source>
        <translation>ein anderer wurde von Hand gewählt</translation>
    </message>
    <message>
        <source>not spoken by this program</source>
        <translation>wird von diesem Programm nicht gesprochen</translation>
    </message>
    <message>
        <source>needs a password, and none signs in here</source>
        <translation>braucht ein Passwort, und hier wird ohne Passwort angemeldet</translation>
    </message>
    <message>
        <source>needs a token</source>
        <translation>braucht ein Token</translation>
    </message>
    <message>
        <source>needs TLS: a client certificate is shown there</source>
        <translation>braucht TLS: Ein Client-Zertifikat wird dort vorgelegt</translation>
    </message>
    <message>
        <source>needs a client certificate</source>
        <translation>braucht ein Client-Zertifikat</translation>
    </message>
    <message>
        <source>binds the login to the server&apos;s certificate, whose kind of signature gives nothing to bind to</source>
        <translation>bindet die Anmeldung an das Zertifikat des Servers, dessen Art der Signatur nichts zum Binden hergibt</translation>
    </message>
    <message>
        <source>binds the login to TLS 1.2, and the channel is %1</source>
        <translation>bindet die Anmeldung an TLS 1.2, und der Kanal ist %1</translation>
    </message>
    <message>
        <source>binds the login to TLS, and the channel is clear</source>
        <translation>bindet die Anmeldung an TLS, und der Kanal ist unverschlüsselt</translation>
    </message>
    <message>
        <source>user name or password hold a character that it does not allow</source>
        <translation>Benutzername oder Passwort enthalten ein Zeichen, das er nicht erlaubt</translation>
    </message>
    <message>
        <source>the test was to end before signing in</source>
        <translation>der Test sollte vor der Anmeldung enden</translation>
    </message>
    <message>
        <source>This does not prove that the station can sign in: the test signed in by %1, the server offers neither PLAIN nor LOGIN, and a station may have nothing else.</source>
        <extracomment>%1 is a mechanism such as SCRAM-SHA-256</extracomment>
        <translation>Das beweist nicht, dass die Station sich anmelden kann: Der Test hat sich mit %1 angemeldet, der Server bietet weder PLAIN noch LOGIN an, und eine Station kennt vielleicht nichts anderes.</translation>
    </message>
    <message>
        <source>The client certificate was not used: the server does not offer EXTERNAL, the way to sign in by it. Ask the server&apos;s owner to accept client certificates, or test with a password.</source>
        <translation>Das Client-Zertifikat wurde nicht verwendet: Der Server bietet EXTERNAL nicht an, die Art der Anmeldung damit. Bitten Sie den Betreiber des Servers, Client-Zertifikate anzunehmen, oder testen Sie mit einem Passwort.</translation>
    </message>
    <message>
        <source>The client certificate was not used: it is shown in the TLS handshake, and the connection is not encrypted.</source>
        <translation>Das Client-Zertifikat wurde nicht verwendet: Es wird im TLS-Handshake vorgelegt, und die Verbindung ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>the one that a station takes was used</source>
        <translation>verwendet wurde das, das eine Station nimmt</translation>
    </message>
</context>
<context>
    <name>ReportFacts</name>
    <message>
        <source>answered after %1</source>
        <extracomment>An address that was tried: %1 is a duration</extracomment>
        <translation>hat nach %1 geantwortet</translation>
    </message>
    <message>
        <source>given up after %1, as another one was faster</source>
        <translation>nach %1 aufgegeben, weil eine andere schneller war</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <extracomment>%1 is the operating system&apos;s reason, %2 a duration</extracomment>
        <translation>%1, nach %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>trusted; a root CA of the System Trust Store vouches for it</source>
        <translation>vertraut; eine Root-CA des System Trust Store bürgt dafür</translation>
    </message>
    <message>
        <source>trusted; a root CA of the User Trust Store vouches for it</source>
        <translation>vertraut; eine Root-CA des User Trust Store bürgt dafür</translation>
    </message>
    <message>
        <source>trusted; a root CA that was given vouches for it</source>
        <translation>vertraut; eine angegebene Root-CA bürgt dafür</translation>
    </message>
    <message>
        <source>passed by an exemption in Allowed Hosts; nobody known vouches for it</source>
        <translation>dank einer Ausnahme in Allowed Hosts angenommen; niemand Bekanntes bürgt dafür</translation>
    </message>
    <message>
        <source>challenged; another one than before</source>
        <translation>Rückfrage; es ist ein anderes als zuvor</translation>
    </message>
    <message>
        <source>challenged</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>rejected in Allowed Hosts</source>
        <translation>in Allowed Hosts abgelehnt</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid</source>
        <extracomment>The validity of a certificate: from one date to another</extracomment>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Server</source>
        <extracomment>%1 is a host and port, %2 a security mode such as «Use Ssl»</extracomment>
        <translation>Server</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>Verbunden mit</translation>
    </message>
    <message>
        <source>%1 instead; names are verified as typed</source>
        <extracomment>%1 is a host and port, such as a tunnel&apos;s end</extracomment>
        <translation>stattdessen %1; Namen werden geprüft wie eingegeben</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>diesem Computer</translation>
    </message>
    <message>
        <source>this computer, %1</source>
        <translation>diesem Computer, %1</translation>
    </message>
    <message>
        <source>Addresses tried</source>
        <translation>Versuchte Adressen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a network address, %2 what came of it
----------
%1 is an e-mail address, %2 what the server said to it
----------
A change since the test before, in short: %1 is what changed, %2 what it is now</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Signed in by</source>
        <translation>Angemeldet mit</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>Mechanismen</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Offered, not encrypted</source>
        <translation>Angeboten, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Offered before encryption</source>
        <translation>Angeboten vor der Verschlüsselung</translation>
    </message>
    <message>
        <source>Offered inside encryption</source>
        <translation>Angeboten in der Verschlüsselung</translation>
    </message>
    <message>
        <source>Why this one and no other</source>
        <translation>Warum dieser und kein anderer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Server&apos;s code</source>
        <translation>Code des Servers</translation>
    </message>
    <message>
        <source>Server&apos;s words</source>
        <translation>Worte des Servers</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>%1; before: %2</source>
        <extracomment>What a test found this time, and (%2) what the one before it found</extracomment>
        <translation>%1; zuvor: %2</translation>
    </message>
    <message>
        <source>all passed in %1</source>
        <extracomment>%1 is a duration: all stages of the test were passed</extracomment>
        <translation>alle bestanden in %1</translation>
    </message>
    <message>
        <source>ended at %1 after %2</source>
        <extracomment>%1 is a stage of the test, %2 a duration</extracomment>
        <translation>endete bei „%1“ nach %2</translation>
    </message>
    <message>
        <source>one address tried, it did not answer</source>
        <translation>eine Adresse versucht, sie hat nicht geantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses tried, none answered</source>
        <translation>
            <numerusform>%n Adresse versucht, keine hat geantwortet</numerusform>
            <numerusform>%n Adressen versucht, keine hat geantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>certificate challenged</source>
        <translation>Rückfrage zum Zertifikat</translation>
    </message>
    <message>
        <source>one mechanism offered</source>
        <translation>ein Mechanismus angeboten</translation>
    </message>
    <message numerus="yes">
        <source>%n mechanisms offered</source>
        <translation>
            <numerusform>%n Mechanismus angeboten</numerusform>
            <numerusform>%n Mechanismen angeboten</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing was said</source>
        <translation>es wurde nichts gesagt</translation>
    </message>
    <message>
        <source>one line, times in ms, secrets masked</source>
        <translation>eine Zeile, Zeiten in ms, Geheimnisse verdeckt</translation>
    </message>
    <message numerus="yes">
        <source>%n lines, times in ms, secrets masked</source>
        <translation>
            <numerusform>%n Zeile, Zeiten in ms, Geheimnisse verdeckt</numerusform>
            <numerusform>%n Zeilen, Zeiten in ms, Geheimnisse verdeckt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not asked</source>
        <extracomment>%1 is an e-mail address that the server was not asked for</extracomment>
        <translation>%1: nicht angefragt</translation>
    </message>
    <message>
        <source>Looked for through</source>
        <translation>Gesucht über</translation>
    </message>
    <message>
        <source>Code in the subject</source>
        <translation>Code im Betreff</translation>
    </message>
    <message>
        <source>%1 of %2 taken</source>
        <extracomment>How many recipients the server takes, %1 of %2</extracomment>
        <translation>%1 von %2 angenommen</translation>
    </message>
    <message>
        <source>Would fail</source>
        <translation>Würde scheitern</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>TestChoices</name>
    <message>
        <source>without signing in</source>
        <extracomment>How far the tests of an account go, one phrase in a list: «Chosen for tests: without signing in, by PLAIN»</extracomment>
        <translation>ohne Anmeldung</translation>
    </message>
    <message>
        <source>up to the sign-in</source>
        <translation>bis zur Anmeldung</translation>
    </message>
    <message>
        <source>up to the envelope</source>
        <translation>bis zum Umschlag</translation>
    </message>
    <message>
        <source>up to one message</source>
        <translation>bis zu einer Testnachricht</translation>
    </message>
    <message>
        <source>through %1</source>
        <extracomment>%1 is the host and port that a test connects to instead of the account&apos;s, such as localhost:2525</extracomment>
        <translation>über %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <extracomment>%1 is an e-mail address</extracomment>
        <translation>an %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>%1 is a way to sign in such as PLAIN</extracomment>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>introduced as %1</source>
        <extracomment>%1 is the name that this computer introduces itself with</extracomment>
        <translation>vorgestellt als %1</translation>
    </message>
    <message>
        <source>with a token</source>
        <translation>mit einem Token</translation>
    </message>
    <message>
        <source>with the certificate of %1</source>
        <extracomment>%1 is the name in the client certificate</extracomment>
        <translation>mit dem Zertifikat von %1</translation>
    </message>
    <message>
        <source>signing in as the station does</source>
        <extracomment>How the tests of an account sign in, one phrase in a list</extracomment>
        <translation>Anmeldung wie die Station</translation>
    </message>
    <message>
        <source>signing in by the strongest way</source>
        <translation>Anmeldung auf dem stärksten Weg</translation>
    </message>
</context>
<context>
    <name>TestComparison</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1, until %2, %3 …</source>
        <extracomment>A certificate in short: %1 its name, %2 a date, %3 the beginning of its fingerprint</extracomment>
        <translation>%1, bis %2, %3 …</translation>
    </message>
    <message>
        <source>trusted, by the User Trust Store</source>
        <translation>vertraut, durch den User Trust Store</translation>
    </message>
    <message>
        <source>trusted, by the System Trust Store</source>
        <translation>vertraut, durch den System Trust Store</translation>
    </message>
    <message>
        <source>passed by an exemption</source>
        <translation>dank einer Ausnahme angenommen</translation>
    </message>
    <message>
        <source>challenged</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>Beendet bei</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>Verbunden mit</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>TLS-Version</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Verschlüsselungsverfahren</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Way to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>Mechanismen</translation>
    </message>
    <message>
        <source>Time of %1</source>
        <extracomment>%1 is a stage of the test such as «Find host»</extracomment>
        <translation>Dauer von „%1“</translation>
    </message>
</context>
<context>
    <name>TestPanel</name>
    <message>
        <source>connected to %1, names verified as typed</source>
        <extracomment>%1 is a host and port, such as a tunnel&apos;s end</extracomment>
        <translation>mit %1 verbunden, geprüft wurden die Namen, wie sie eingegeben sind</translation>
    </message>
    <message>
        <source>from this computer; the station&apos;s firewall, DNS and clock may differ</source>
        <translation>von diesem Computer; Firewall, DNS und Uhr der Station können abweichen</translation>
    </message>
    <message>
        <source>from this computer, %1; the station&apos;s firewall, DNS and clock may differ</source>
        <translation>von diesem Computer, %1; Firewall, DNS und Uhr der Station können abweichen</translation>
    </message>
    <message>
        <source>tested with unsaved changes: %1</source>
        <translation>mit ungespeicherten Änderungen getestet: %1</translation>
    </message>
    <message>
        <source>Issued by %1  ·  valid until %2</source>
        <translation>Ausgestellt von %1  ·  gültig bis %2</translation>
    </message>
    <message>
        <source>Issued by %1  ·  valid until %2  ·  SHA-256 %3</source>
        <translation>Ausgestellt von %1  ·  gültig bis %2  ·  SHA-256 %3</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>%1 (automatic)</source>
        <extracomment>A port that follows from the security mode: %1 is its number</extracomment>
        <translation>%1 (automatisch)</translation>
    </message>
    <message>
        <source>Both at once</source>
        <translation>Beide zugleich</translation>
    </message>
    <message>
        <source>Use Ssl and Use Start Tls exclude each other.</source>
        <translation>Use Ssl und Use Start Tls schließen sich aus.</translation>
    </message>
    <message numerus="yes">
        <source>expired %n days ago</source>
        <translation>
            <numerusform>vor %n Tag abgelaufen</numerusform>
            <numerusform>vor %n Tagen abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>expired yesterday</source>
        <translation>gestern abgelaufen</translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>endet heute</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>noch 1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>expired today</source>
        <translation>heute abgelaufen</translation>
    </message>
    <message>
        <source>%1: valid until %2</source>
        <translation>%1: gültig bis %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <extracomment>An account&apos;s turn in Test All is still to come</extracomment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>wird getestet…</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>The last test: %1 is how it ended, %2 the time of day
----------
The end of a certificate: %1 a date, %2 such as «12 days left»</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 – values changed since</source>
        <extracomment>%1 is such as «passed, 14:02»</extracomment>
        <translation>%1 – Werte seither geändert</translation>
    </message>
    <message>
        <source>Everything up to the sign-in is in order. The sign-in was not tried: no password for tests is known on this computer.</source>
        <translation>Bis zur Anmeldung ist alles in Ordnung. Die Anmeldung wurde nicht versucht: Auf diesem Computer ist kein Testpasswort bekannt.</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds between two polls</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Disabled: Test All leaves it out.</source>
        <translation>Ausgeschaltet: „Alle testen“ lässt es aus.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Last Test</source>
        <translation>Letzter Test</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Enabled</translation>
    </message>
    <message>
        <source>Poll Rate</source>
        <translation>Pollrate</translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <extracomment>Of connection tests</extracomment>
        <translation>
            <numerusform>%n bestanden</numerusform>
            <numerusform>%n bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reached without signing in</source>
        <translation>
            <numerusform>%n ohne Anmeldung erreicht</numerusform>
            <numerusform>%n ohne Anmeldung erreicht</numerusform>
        </translation>
    </message>
    <message>
        <source>1 certificate to review</source>
        <translation>1 Zertifikat anzusehen</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates to review</source>
        <translation>
            <numerusform>%n Zertifikat anzusehen</numerusform>
            <numerusform>%n Zertifikate anzusehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n accounts)</source>
        <extracomment>%1 is such as «2 certificates to review»</extracomment>
        <translation>
            <numerusform>%1 (%n Konto)</numerusform>
            <numerusform>%1 (%n Konten)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tested</source>
        <translation>
            <numerusform>%n nicht getestet</numerusform>
            <numerusform>%n nicht getestet</numerusform>
        </translation>
    </message>
    <message>
        <source>reached, password needed</source>
        <translation>erreicht, Passwort nötig</translation>
    </message>
    <message>
        <source>Review…</source>
        <extracomment>A link: look at the certificate challenge</extracomment>
        <translation>Ansehen…</translation>
    </message>
    <message>
        <source>Enter Password…</source>
        <translation>Passwort eingeben…</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>noch nicht getestet</translation>
    </message>
    <message>
        <source>not encrypted: no certificate</source>
        <translation>nicht verschlüsselt: kein Zertifikat</translation>
    </message>
    <message>
        <source>tested, no certificate seen</source>
        <extracomment>The test ended before the server had shown a certificate</extracomment>
        <translation>getestet, kein Zertifikat gesehen</translation>
    </message>
    <message>
        <source>This is what the last test found; it cannot be edited.</source>
        <translation>Das hat der letzte Test ergeben; es lässt sich nicht bearbeiten.</translation>
    </message>
    <message>
        <source>The direction is the account&apos;s type; it cannot be edited. New adds an account of the other direction.</source>
        <translation>Die Richtung ist der Typ des Kontos; sie lässt sich nicht bearbeiten. „Neu“ fügt ein Konto der anderen Richtung hinzu.</translation>
    </message>
    <message>
        <source>Outgoing accounts speak SMTP and nothing else.</source>
        <translation>Ausgehende Konten sprechen SMTP und sonst nichts.</translation>
    </message>
    <message>
        <source>The station file marks this property as read-only.</source>
        <translation>Die Stationsdatei kennzeichnet diese Eigenschaft als nur lesbar.</translation>
    </message>
    <message>
        <source>What refers to it was renamed along.</source>
        <translation>Was darauf verweist, wurde mit angepasst.</translation>
    </message>
    <message numerus="yes">
        <source>%n references to it were renamed along.</source>
        <translation>
            <numerusform>%n Verweis darauf wurde mit angepasst.</numerusform>
            <numerusform>%n Verweise darauf wurden mit angepasst.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>What there is to say of an edit in the table: %1 is the account&apos;s name, %2 a property, %3 a sentence</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>badge</comment>
        <extracomment>A badge in the Nav tree, as short as can be: the certificate has ended</extracomment>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>today</source>
        <comment>badge</comment>
        <extracomment>A badge in the Nav tree, as short as can be: the certificate ends today</extracomment>
        <translation>heute</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>badge</comment>
        <extracomment>A badge in the Nav tree, as short as can be: the days that a certificate has left</extracomment>
        <translation>%1 T.</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>ends within 7 days</source>
        <translation>endet innerhalb von 7 Tagen</translation>
    </message>
    <message>
        <source>ends within 14 days</source>
        <translation>endet innerhalb von 14 Tagen</translation>
    </message>
    <message>
        <source>ends within 30 days</source>
        <translation>endet innerhalb von 30 Tagen</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Inhaber: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Ausgestellt von: %1</translation>
    </message>
    <message>
        <source>Not after: %1 (%2)</source>
        <extracomment>%1 is a date, %2 such as «12 days left»</extracomment>
        <translation>Nicht nach: %1 (%2)</translation>
    </message>
    <message>
        <source>Values changed since this test.</source>
        <translation>Seit diesem Test wurden Werte geändert.</translation>
    </message>
    <message>
        <source>%1: certificate of %2, valid until %3, %4, %5</source>
        <extracomment>Read aloud: %1 an account, %2 a certificate&apos;s name, %3 a date, %4 such as «12 days left», %5 such as «ends within 14 days»</extracomment>
        <translation>%1: Zertifikat von %2, gültig bis %3, %4, %5</translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <extracomment>Of certificates</extracomment>
        <translation>
            <numerusform>%n abgelaufen</numerusform>
            <numerusform>%n abgelaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ending within 30 days</source>
        <extracomment>Of certificates</extracomment>
        <translation>
            <numerusform>%n endet innerhalb von 30 Tagen</numerusform>
            <numerusform>%n enden innerhalb von 30 Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n valid for longer</source>
        <extracomment>Of certificates</extracomment>
        <translation>
            <numerusform>%n länger gültig</numerusform>
            <numerusform>%n länger gültig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a certificate</source>
        <extracomment>Of accounts</extracomment>
        <translation>
            <numerusform>%n ohne Zertifikat</numerusform>
            <numerusform>%n ohne Zertifikat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tested yet</source>
        <translation>
            <numerusform>%n noch nicht getestet</numerusform>
            <numerusform>%n noch nicht getestet</numerusform>
        </translation>
    </message>
    <message>
        <source>Station</source>
        <extracomment>A column: what the station itself would meet with these settings</extracomment>
        <translation>Station</translation>
    </message>
    <message>
        <source>Test again to see what it found.</source>
        <translation>Testen Sie erneut, um die Einzelheiten zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n would fail on the station</source>
        <translation>
            <numerusform>%n würde auf der Station scheitern</numerusform>
            <numerusform>%n würden auf der Station scheitern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>Hostname</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>The name or address of the mail server.</source>
        <translation>Name oder Adresse des Mailservers.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>The port the mail server listens on; -1 takes the usual one.</source>
        <translation>Der Port, auf dem der Mailserver erreichbar ist; -1 nimmt den üblichen.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>The user name for the mail server, often the whole e-mail address.</source>
        <translation>Der Benutzername beim Mailserver, oft die ganze E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>The password for tests from this computer. The station keeps its own, which has to be typed there.</source>
        <translation>Das Passwort für Tests von diesem Computer. Die Station hat ihr eigenes, das dort eingegeben werden muss.</translation>
    </message>
    <message>
        <source>Pollrate</source>
        <translation>Pollrate</translation>
    </message>
    <message>
        <source>How often the station asks the mail server or sends what is queued.</source>
        <translation>Wie oft die Station beim Mailserver nachfragt oder sendet, was in der Warteschlange liegt.</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Enabled</translation>
    </message>
    <message>
        <source>Whether the station uses this account.</source>
        <translation>Ob die Station dieses Konto verwendet.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>How the account fares on the running station.</source>
        <translation>Wie es dem Konto auf der laufenden Station geht.</translation>
    </message>
    <message>
        <source>Last Poll Success</source>
        <translation>Last Poll Success</translation>
    </message>
    <message>
        <source>When the running station last reached the mail server.</source>
        <translation>Wann die laufende Station den Mailserver zuletzt erreicht hat.</translation>
    </message>
    <message>
        <source>Last Poll Failure</source>
        <translation>Last Poll Failure</translation>
    </message>
    <message>
        <source>When the running station last failed to reach the mail server.</source>
        <translation>Wann die laufende Station den Mailserver zuletzt nicht erreicht hat.</translation>
    </message>
    <message>
        <source>Last Poll Failure Cause</source>
        <translation>Last Poll Failure Cause</translation>
    </message>
    <message>
        <source>Why the running station last failed to reach the mail server.</source>
        <translation>Warum die laufende Station den Mailserver zuletzt nicht erreicht hat.</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Whether the talk with the mail server is logged; the test here then shows its transcript at once.</source>
        <translation>Ob das Gespräch mit dem Mailserver protokolliert wird; der Test hier zeigt dann seine Mitschrift sofort.</translation>
    </message>
    <message>
        <source>Use Ssl</source>
        <translation>Use Ssl</translation>
    </message>
    <message>
        <source>Encrypts the connection before anything is said.</source>
        <translation>Verschlüsselt die Verbindung, bevor irgendetwas gesagt wird.</translation>
    </message>
    <message>
        <source>Use Start Tls</source>
        <translation>Use Start Tls</translation>
    </message>
    <message>
        <source>Starts unencrypted and then upgrades the connection; the test stops where the server does not.</source>
        <translation>Beginnt unverschlüsselt und schaltet die Verschlüsselung dann zu; der Test bricht ab, wenn der Server das nicht tut.</translation>
    </message>
    <message>
        <source>Tls Min Protocol</source>
        <translation>Tls Min Protocol</translation>
    </message>
    <message>
        <source>The oldest TLS version that is accepted; stations from 4.13 on.</source>
        <translation>Die älteste TLS-Version, die angenommen wird; Stationen ab 4.13.</translation>
    </message>
    <message>
        <source>without encryption it is usually %1</source>
        <translation>ohne Verschlüsselung ist es meist %1</translation>
    </message>
    <message>
        <source>Use Start Tls usually means %1</source>
        <translation>zu Use Start Tls gehört meist %1</translation>
    </message>
    <message>
        <source>Use Ssl usually means %1</source>
        <translation>zu Use Ssl gehört meist %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <extracomment>A button that sets the port to %1
----------
A button; %1 is a protocol, such as IMAP</extracomment>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Use no encryption</source>
        <translation>Keine Verschlüsselung verwenden</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range: from %1 to %2</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>There is no property «%1» here.</source>
        <translation>Die Eigenschaft „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be changed here.</source>
        <translation>%1 kann hier nicht geändert werden.</translation>
    </message>
    <message>
        <source>A password in a station file is encoded with a key that only the station has. It has to be typed there.</source>
        <translation>Ein Passwort in einer Stationsdatei ist mit einem Schlüssel verschlüsselt, den nur die Station hat. Es muss dort eingegeben werden.</translation>
    </message>
    <message>
        <source>«%2» is no value for %1. It can be: %3.</source>
        <translation>„%2“ ist kein Wert für %1. Möglich sind: %3.</translation>
    </message>
    <message>
        <source>«%2» is no value for %1.</source>
        <translation>„%2“ ist kein Wert für %1.</translation>
    </message>
    <message>
        <source>%1 cannot be %2.</source>
        <translation>%1 kann nicht %2 sein.</translation>
    </message>
    <message>
        <source>%1 It can be %2.</source>
        <extracomment>%1 is another sentence, %2 a range such as `1 to 65535`</extracomment>
        <translation>%1 Möglich ist %2.</translation>
    </message>
    <message>
        <source>Use Ssl and Use Start Tls cannot both be on.</source>
        <translation>Use Ssl und Use Start Tls können nicht beide eingeschaltet sein.</translation>
    </message>
    <message>
        <source>There is no port 0. Use -1 for the usual port.</source>
        <translation>Port 0 gibt es nicht. Nehmen Sie -1 für den üblichen Port.</translation>
    </message>
    <message>
        <source>%1 has to be a single line.</source>
        <translation>%1 muss eine einzige Zeile sein.</translation>
    </message>
    <message>
        <source>%1 is named twice.</source>
        <translation>%1 ist doppelt genannt.</translation>
    </message>
    <message>
        <source>%1 has a character that a station file cannot hold.</source>
        <translation>%1 enthält ein Zeichen, das eine Stationsdatei nicht aufnehmen kann.</translation>
    </message>
    <message>
        <source>Use Ssl and Use Start Tls are both on. Switch one of them off; until then the account cannot be tested.</source>
        <translation>Use Ssl und Use Start Tls sind beide eingeschaltet. Schalten Sie eines davon aus; bis dahin kann das Konto nicht getestet werden.</translation>
    </message>
    <message>
        <source>Not encrypted.</source>
        <translation>Nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Not encrypted. The password would cross the network readable.</source>
        <translation>Nicht verschlüsselt. Das Passwort ginge lesbar durchs Netz.</translation>
    </message>
    <message>
        <source>Port %1 kept; %2.</source>
        <extracomment>%2 is such as «Use Ssl usually means 465»</extracomment>
        <translation>Port %1 beibehalten; %2.</translation>
    </message>
    <message>
        <source>Port %1 is usually not encrypted; %2.</source>
        <extracomment>%2 is such as «Use Ssl usually means 465»</extracomment>
        <translation>Port %1 ist meist nicht verschlüsselt; %2.</translation>
    </message>
    <message>
        <source>Port %1 is usually for Use Start Tls.</source>
        <translation>Port %1 ist meist für Use Start Tls.</translation>
    </message>
    <message>
        <source>Port %1 is usually for Use Ssl.</source>
        <translation>Port %1 ist meist für Use Ssl.</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <extracomment>%1 is such as «Use Ssl»</extracomment>
        <translation>%1, Port %2</translation>
    </message>
    <message>
        <source>Such a component cannot be added here.</source>
        <translation>Eine solche Komponente kann hier nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>An EmailService lives under Services only.</source>
        <translation>Ein EmailService kann nur unter Services stehen.</translation>
    </message>
    <message>
        <source>This station has an EmailService already.</source>
        <translation>Diese Station hat bereits einen EmailService.</translation>
    </message>
    <message>
        <source>This lives under the EmailService only, or in a folder there.</source>
        <translation>Dies kann nur unter dem EmailService oder in einem Ordner darin stehen.</translation>
    </message>
    <message>
        <source>Nothing can be added to a value.</source>
        <translation>Zu einem Wert kann nichts hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Whether alarms can be acknowledged by answering an e-mail.</source>
        <translation>Ob Alarme durch Antworten auf eine E-Mail quittiert werden können.</translation>
    </message>
    <message>
        <source>Ack Alarms From Same Source</source>
        <translation>Ack Alarms From Same Source</translation>
    </message>
    <message>
        <source>Whether one answer acknowledges the earlier alarms of its source as well.</source>
        <translation>Ob eine Antwort auch die früheren Alarme derselben Quelle quittiert.</translation>
    </message>
    <message>
        <source>Last Alarm Acked</source>
        <translation>Last Alarm Acked</translation>
    </message>
    <message>
        <source>The alarm that was last acknowledged on the running station.</source>
        <translation>Der Alarm, der auf der laufenden Station zuletzt quittiert wurde.</translation>
    </message>
    <message>
        <source>Last Alarm Acked Time</source>
        <translation>Last Alarm Acked Time</translation>
    </message>
    <message>
        <source>When an alarm was last acknowledged on the running station.</source>
        <translation>Wann auf der laufenden Station zuletzt ein Alarm quittiert wurde.</translation>
    </message>
    <message>
        <source>Last Alarm Acked Failure Time</source>
        <translation>Last Alarm Acked Failure Time</translation>
    </message>
    <message>
        <source>When an answer last failed to acknowledge an alarm.</source>
        <translation>Wann eine Antwort zuletzt einen Alarm nicht quittieren konnte.</translation>
    </message>
    <message>
        <source>Last Alarm Acked Failure Cause</source>
        <translation>Last Alarm Acked Failure Cause</translation>
    </message>
    <message>
        <source>Why an answer last failed to acknowledge an alarm.</source>
        <translation>Warum eine Antwort zuletzt einen Alarm nicht quittieren konnte.</translation>
    </message>
    <message>
        <source>EmailAlarmAcknowledger</source>
        <translation>EmailAlarmAcknowledger</translation>
    </message>
    <message>
        <source>Time Range</source>
        <translation>Time Range</translation>
    </message>
    <message>
        <source>Days Of Week</source>
        <translation>Days Of Week</translation>
    </message>
    <message>
        <source>The days on which alarms are mailed.</source>
        <translation>Die Tage, an denen Alarme per E-Mail gesendet werden.</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Transitions</translation>
    </message>
    <message>
        <source>The changes of an alarm&apos;s state that are mailed.</source>
        <translation>Die Änderungen eines Alarmzustands, die per E-Mail gesendet werden.</translation>
    </message>
    <message>
        <source>Route Acks</source>
        <translation>Route Acks</translation>
    </message>
    <message>
        <source>Whether acknowledgements are mailed as well.</source>
        <translation>Ob auch Quittierungen per E-Mail gesendet werden.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>The e-mail addresses that alarms go to.</source>
        <translation>Die E-Mail-Adressen, an die Alarme gehen.</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>The e-mail addresses that get a copy.</source>
        <translation>Die E-Mail-Adressen, die eine Kopie erhalten.</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Bcc</translation>
    </message>
    <message>
        <source>The e-mail addresses that get a copy unseen by the others.</source>
        <translation>Die E-Mail-Adressen, die eine Kopie erhalten, ohne dass die anderen es sehen.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>The language of the mail, as two small letters.</source>
        <translation>Die Sprache der E-Mail, als zwei Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>Email Account</source>
        <translation>Email Account</translation>
    </message>
    <message>
        <source>The account that sends the mail, by its name in this station.</source>
        <translation>Das Konto, das die E-Mail sendet, mit seinem Namen in dieser Station.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>The subject line; parts between % signs are filled in by the station.</source>
        <translation>Die Betreffzeile; Teile zwischen %-Zeichen füllt die Station aus.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>The text of the mail; parts between % signs are filled in by the station.</source>
        <translation>Der Text der E-Mail; Teile zwischen %-Zeichen füllt die Station aus.</translation>
    </message>
    <message>
        <source>EmailRecipient</source>
        <translation>EmailRecipient</translation>
    </message>
    <message>
        <source>How the service fares on the running station.</source>
        <translation>Wie es dem Dienst auf der laufenden Station geht.</translation>
    </message>
    <message>
        <source>Fault Cause</source>
        <translation>Fault Cause</translation>
    </message>
    <message>
        <source>Why the service does not work on the running station.</source>
        <translation>Warum der Dienst auf der laufenden Station nicht arbeitet.</translation>
    </message>
    <message>
        <source>Whether the station sends and fetches e-mail at all.</source>
        <translation>Ob die Station überhaupt E-Mails sendet und abholt.</translation>
    </message>
    <message>
        <source>EmailService</source>
        <translation>EmailService</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Mark As Read</source>
        <translation>Mark As Read</translation>
    </message>
    <message>
        <source>Mark As Unread</source>
        <translation>Mark As Unread</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>How mail is fetched: by POP3 or by IMAP.</source>
        <translation>Wie E-Mails abgeholt werden: mit POP3 oder mit IMAP.</translation>
    </message>
    <message>
        <source>Delivery Policy</source>
        <translation>Delivery Policy</translation>
    </message>
    <message>
        <source>What the station does with a message on the server once it has read it.</source>
        <translation>Was die Station mit einer Nachricht auf dem Server macht, nachdem sie sie gelesen hat.</translation>
    </message>
    <message>
        <source>IncomingAccount</source>
        <translation>IncomingAccount</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>How mail is sent; stations know SMTP alone.</source>
        <translation>Wie E-Mails gesendet werden; Stationen kennen nur SMTP.</translation>
    </message>
    <message>
        <source>Connection Timeout</source>
        <translation>Connection Timeout</translation>
    </message>
    <message>
        <source>How long the station waits for the mail server to answer.</source>
        <translation>Wie lange die Station auf Antwort des Mailservers wartet.</translation>
    </message>
    <message>
        <source>Use Authentication</source>
        <translation>Use Authentication</translation>
    </message>
    <message>
        <source>Whether the station signs in before it sends.</source>
        <translation>Ob die Station sich anmeldet, bevor sie sendet.</translation>
    </message>
    <message>
        <source>Reply To</source>
        <translation>Reply To</translation>
    </message>
    <message>
        <source>The e-mail address that answers go to, and that mail comes from.</source>
        <translation>Die E-Mail-Adresse, an die Antworten gehen und von der E-Mails kommen.</translation>
    </message>
    <message>
        <source>Persistent</source>
        <translation>Persistent</translation>
    </message>
    <message>
        <source>Whether mail that waits to be sent outlasts a restart of the station.</source>
        <translation>Ob wartende E-Mails einen Neustart der Station überstehen.</translation>
    </message>
    <message>
        <source>Persistence Directory</source>
        <translation>Persistence Directory</translation>
    </message>
    <message>
        <source>The folder on the station that keeps mail that waits to be sent.</source>
        <translation>Der Ordner auf der Station, der wartende E-Mails aufbewahrt.</translation>
    </message>
    <message>
        <source>Allow Disabled Queueing</source>
        <translation>Allow Disabled Queueing</translation>
    </message>
    <message>
        <source>Whether mail is queued while the account is not enabled.</source>
        <translation>Ob E-Mails in die Warteschlange kommen, während das Konto ausgeschaltet ist.</translation>
    </message>
    <message>
        <source>Queue Size</source>
        <translation>Queue Size</translation>
    </message>
    <message>
        <source>How many messages wait to be sent on the running station.</source>
        <translation>Wie viele Nachrichten auf der laufenden Station auf das Senden warten.</translation>
    </message>
    <message>
        <source>Max Queue Size</source>
        <translation>Max Queue Size</translation>
    </message>
    <message>
        <source>How many messages may wait; the station discards what comes after.</source>
        <translation>Wie viele Nachrichten warten dürfen; was danach kommt, verwirft die Station.</translation>
    </message>
    <message>
        <source>Number Sent</source>
        <translation>Number Sent</translation>
    </message>
    <message>
        <source>How many messages the running station has sent.</source>
        <translation>Wie viele Nachrichten die laufende Station gesendet hat.</translation>
    </message>
    <message>
        <source>Max Sendable Per Day</source>
        <translation>Max Sendable Per Day</translation>
    </message>
    <message>
        <source>How many messages the station sends in a day at most.</source>
        <translation>Wie viele Nachrichten die Station höchstens an einem Tag sendet.</translation>
    </message>
    <message>
        <source>Number Discarded</source>
        <translation>Number Discarded</translation>
    </message>
    <message>
        <source>How many messages the running station has thrown away.</source>
        <translation>Wie viele Nachrichten die laufende Station verworfen hat.</translation>
    </message>
    <message>
        <source>OutgoingAccount</source>
        <translation>OutgoingAccount</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>transient</source>
        <translation>flüchtig</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>async</source>
        <translation>asynchron</translation>
    </message>
    <message>
        <source>no run</source>
        <translation>nicht ausführen</translation>
    </message>
    <message>
        <source>default on clone</source>
        <translation>Standardwert beim Klonen</translation>
    </message>
    <message>
        <source>confirm required</source>
        <translation>Bestätigung nötig</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>execute on change</source>
        <translation>bei Änderung ausführen</translation>
    </message>
    <message>
        <source>fan in</source>
        <translation>Fan-in</translation>
    </message>
    <message>
        <source>no audit</source>
        <translation>ohne Audit</translation>
    </message>
    <message>
        <source>composite</source>
        <translation>zusammengesetzt</translation>
    </message>
    <message>
        <source>remove on clone</source>
        <translation>beim Klonen entfernen</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>non-critical</source>
        <translation>nicht kritisch</translation>
    </message>
    <message>
        <source>link target</source>
        <translation>Verknüpfungsziel</translation>
    </message>
    <message>
        <source>user 1</source>
        <translation>benutzerdefiniert 1</translation>
    </message>
    <message>
        <source>user 2</source>
        <translation>benutzerdefiniert 2</translation>
    </message>
    <message>
        <source>user 3</source>
        <translation>benutzerdefiniert 3</translation>
    </message>
    <message>
        <source>user 4</source>
        <translation>benutzerdefiniert 4</translation>
    </message>
    <message>
        <source>%1 It can be: %2.</source>
        <extracomment>%1 is another sentence, %2 a list</extracomment>
        <translation>%1 Möglich sind: %2.</translation>
    </message>
    <message>
        <source>%1 It can be %2 to %3.</source>
        <translation>%1 Möglich ist %2 bis %3.</translation>
    </message>
    <message>
        <source>%1 It is at least %2.</source>
        <translation>%1 Möglich ist mindestens %2.</translation>
    </message>
    <message>
        <source>%1 It is at most %2.</source>
        <translation>%1 Möglich ist höchstens %2.</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <extracomment>How an account connects where it has neither Use Ssl nor Use Start Tls</extracomment>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Port %1 is that of %2; this account speaks %3.</source>
        <extracomment>%2 and %3 are protocols: POP3, IMAP or SMTP</extracomment>
        <translation>Port %1 ist der von %2; dieses Konto spricht %3.</translation>
    </message>
    <message>
        <source>Use %1 and %2</source>
        <extracomment>A button; %1 is a protocol, such as IMAP, %2 a security mode, such as Use Ssl</extracomment>
        <translation>%1 und %2 verwenden</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>To Offnormal</source>
        <translation>To Offnormal</translation>
    </message>
    <message>
        <source>To Fault</source>
        <translation>To Fault</translation>
    </message>
    <message>
        <source>To Normal</source>
        <translation>To Normal</translation>
    </message>
    <message>
        <source>To Alert</source>
        <translation>To Alert</translation>
    </message>
    <message>
        <source>The hours of the day in which alarms are mailed; all of them where both ends are the same.</source>
        <translation>Die Tageszeit, zu der Alarme per E-Mail gesendet werden; der ganze Tag, wenn Anfang und Ende gleich sind.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Adds a component under PARENT and prints its path. Without NAME it is named after its type.</source>
        <translation>Fügt unter PARENT eine Komponente hinzu und gibt ihren Pfad aus. Ohne NAME heißt sie wie ihr Typ.</translation>
    </message>
    <message>
        <source>Starts a mail server inside the program and takes the whole course against it: test, challenge, exemption, root CA, passed.</source>
        <translation>Startet einen Mailserver im Programm und geht mit ihm den ganzen Ablauf durch: Test, Rückfrage, Ausnahme, Root-CA, bestanden.</translation>
    </message>
    <message>
        <source>Tries every security mode on the protocol&apos;s standard ports, and on the one given, without signing in, and says which is the safest that works.</source>
        <translation>Probiert jeden Sicherheitsmodus auf den Standardports des Protokolls und auf dem angegebenen Port, ohne sich anzumelden, und sagt, was das Sicherste ist, das funktioniert.</translation>
    </message>
    <message>
        <source>Shows the properties of a component: value in force, default, and whether it stands in the file. Passwords are never shown.</source>
        <translation>Zeigt die Eigenschaften einer Komponente: geltender Wert, Standardwert und ob er in der Datei steht. Passwörter werden nie gezeigt.</translation>
    </message>
    <message>
        <source>Shows the components of a station with their types, N levels deep.</source>
        <translation>Zeigt die Komponenten einer Station mit ihren Typen, N Ebenen tief.</translation>
    </message>
    <message>
        <source>Judges a certificate chain, the server&apos;s own certificate first. With --roots those alone are trusted, else the System Trust Store. A time without an offset is UTC. Exit status 0: trusted, 3: challenged. --batch answers one line of JSON a line, in order.</source>
        <translation>Beurteilt eine Zertifikatskette, das Zertifikat des Servers zuerst. Mit --roots wird nur diesen vertraut, sonst dem System Trust Store. Eine Zeit ohne Zeitzone ist UTC. Rückgabewert 0: vertraut, 3: Rückfrage. --batch beantwortet eine Zeile JSON nach der anderen, der Reihe nach.</translation>
    </message>
    <message>
        <source>«%1» is not of the form module:Type, such as email:OutgoingAccount.</source>
        <translation>„%1“ hat nicht die Form module:Type, zum Beispiel email:OutgoingAccount.</translation>
    </message>
    <message>
        <source>%1 is a value, not a component.</source>
        <translation>%1 ist ein Wert, keine Komponente.</translation>
    </message>
    <message>
        <source>«%1» cannot be a name.</source>
        <translation>„%1“ kann kein Name sein.</translation>
    </message>
    <message>
        <source>%1 has a slot named %2 already.</source>
        <translation>%1 hat bereits einen Slot namens %2.</translation>
    </message>
    <message>
        <source>Stationer does not know the type %1; the station decides whether it takes it.</source>
        <translation>Stationer kennt den Typ %1 nicht; die Station entscheidet, ob sie ihn annimmt.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>unbeantwortet</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>zuletzt verwendet %1</translation>
    </message>
    <message>
        <source>The Allowed Hosts list is empty.</source>
        <translation>Die Allowed-Hosts-Liste ist leer.</translation>
    </message>
    <message>
        <source>«%1» is not of the form HOST:PORT, such as mail.example:465 or [::1]:993.</source>
        <translation>„%1“ hat nicht die Form HOST:PORT, zum Beispiel mail.example:465 oder [::1]:993.</translation>
    </message>
    <message>
        <source>«%1» is no SHA-256 fingerprint.</source>
        <translation>„%1“ ist kein SHA-256-Fingerabdruck.</translation>
    </message>
    <message>
        <source>There is no error code «%1».</source>
        <translation>Den Fehlercode „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>--errors is needed: the error codes that are accepted, such as unknownRoot.</source>
        <translation>--errors fehlt: die Fehlercodes, die hingenommen werden, zum Beispiel unknownRoot.</translation>
    </message>
    <message>
        <source>%1 holds no certificates in PEM, or a damaged one.</source>
        <translation>%1 enthält keine Zertifikate in PEM oder ein beschädigtes.</translation>
    </message>
    <message>
        <source>The first certificate of %1 has another fingerprint: %2.</source>
        <translation>Das erste Zertifikat von %1 hat einen anderen Fingerabdruck: %2.</translation>
    </message>
    <message>
        <source>%1 is allowed with the certificate %2 in spite of: %3. Any other certificate, port or error asks again.</source>
        <translation>%1 ist mit dem Zertifikat %2 zugelassen trotz: %3. Bei jedem anderen Zertifikat, Port oder Fehler wird wieder gefragt.</translation>
    </message>
    <message>
        <source>%1 is rejected: tests end there without asking, until it is allowed or forgotten.</source>
        <translation>%1 ist abgelehnt: Tests enden dort ohne Rückfrage, bis der Eintrag zugelassen oder vergessen wird.</translation>
    </message>
    <message>
        <source>The Allowed Hosts list has no %1.</source>
        <translation>Die Allowed-Hosts-Liste enthält %1 nicht.</translation>
    </message>
    <message>
        <source>%1 is forgotten: the next test asks again.</source>
        <translation>%1 ist vergessen: Der nächste Test fragt wieder.</translation>
    </message>
    <message>
        <source>%1 is no longer needed and was removed.</source>
        <translation>%1 wird nicht mehr gebraucht und wurde entfernt.</translation>
    </message>
    <message>
        <source>Every exemption is still needed.</source>
        <translation>Alle Ausnahmen werden noch gebraucht.</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>Die Option %1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation>--%1 ist doppelt angegeben.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 nimmt keinen Wert an.</translation>
    </message>
    <message>
        <source>--%1 needs a value: %2.</source>
        <translation>--%1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>There is no format %1; it is text or json.</source>
        <translation>Das Format %1 gibt es nicht; möglich ist text oder json.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <extracomment>%1 is a command line, as it is typed</extracomment>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>The demo mail server did not start: %1.</source>
        <translation>Der Demo-Mailserver ist nicht gestartet: %1.</translation>
    </message>
    <message>
        <source>The sample station was not written: %1.</source>
        <translation>Die Beispielstation wurde nicht geschrieben: %1.</translation>
    </message>
    <message>
        <source>A mail server runs inside this program, with a certificate that nobody knows. A sample station is at %1.</source>
        <translation>In diesem Programm läuft ein Mailserver mit einem Zertifikat, das niemand kennt. Eine Beispielstation liegt unter %1.</translation>
    </message>
    <message>
        <source>1. Test %1: SMTP, Use Ssl, %2.</source>
        <translation>1. %1 testen: SMTP, Use Ssl, %2.</translation>
    </message>
    <message>
        <source>The certificate should have been challenged.</source>
        <translation>Zum Zertifikat hätte eine Rückfrage kommen müssen.</translation>
    </message>
    <message>
        <source>2. Accept this certificate as an exemption, for this host and port alone, and test again.</source>
        <translation>2. Dieses Zertifikat als Ausnahme annehmen, nur für diesen Host und Port, und erneut testen.</translation>
    </message>
    <message>
        <source>The test should have passed with the exemption.</source>
        <translation>Der Test hätte mit der Ausnahme bestehen müssen.</translation>
    </message>
    <message>
        <source>The test should have passed without the exemption.</source>
        <translation>Der Test hätte ohne die Ausnahme bestehen müssen.</translation>
    </message>
    <message>
        <source>That is the whole course. On your own station:
   stationer-cli test station.bog   or   stationer station.bog</source>
        <translation>Das ist der ganze Ablauf. Mit Ihrer eigenen Station:
   stationer-cli test station.bog   oder   stationer station.bog</translation>
    </message>
    <message>
        <source>3. Better than an exemption: import the root CA «%1», which the server sent along. Its fingerprint has to be compared with its owner first: %2</source>
        <translation>3. Besser als eine Ausnahme: die Root-CA „%1“ importieren, die der Server mitgeschickt hat. Ihr Fingerabdruck muss vorher mit dem Inhaber verglichen werden: %2</translation>
    </message>
    <message>
        <source>The exemption for %1 is no longer needed and is removed. Test again:</source>
        <translation>Die Ausnahme für %1 wird nicht mehr gebraucht und ist entfernt. Erneut testen:</translation>
    </message>
    <message>
        <source>--protocol is missing.</source>
        <translation>--protocol fehlt.</translation>
    </message>
    <message>
        <source>«%1» is no value for --%2.</source>
        <translation>„%1“ ist kein Wert für --%2.</translation>
    </message>
    <message>
        <source>--%1 is a number from %2 to %3.</source>
        <translation>--%1 ist eine Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>--host is missing.</source>
        <translation>--host fehlt.</translation>
    </message>
    <message>
        <source>Looking up the host takes its time …</source>
        <translation>Die Suche nach dem Host dauert länger …</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Nothing works on these ports.</source>
        <translation>Auf diesen Ports funktioniert nichts.</translation>
    </message>
    <message>
        <source>The safest that works: %1, port %2.</source>
        <extracomment>%1 is a security mode, «Use Ssl»</extracomment>
        <translation>Das Sicherste, was funktioniert: %1, Port %2.</translation>
    </message>
    <message>
        <source>Its certificate awaits an answer; «stationer-cli test» shows the challenge.</source>
        <translation>Zu seinem Zertifikat steht noch eine Antwort aus; „stationer-cli test“ zeigt die Rückfrage.</translation>
    </message>
    <message>
        <source>Edits and proves the e-mail accounts of a building-automation station.</source>
        <translation>Bearbeitet und prüft die E-Mail-Konten einer Gebäudeautomations-Station.</translation>
    </message>
    <message>
        <source>PATH is a slot path such as /Services/EmailService/OutgoingAccount, TYPE is module:Type.
--json prints JSON. --help after a command explains it; --version prints the version.</source>
        <translation>PATH ist ein Slot-Pfad wie /Services/EmailService/OutgoingAccount, TYPE ist module:Type.
--json gibt JSON aus. --help nach einem Befehl erklärt ihn; --version gibt die Version aus.</translation>
    </message>
    <message>
        <source>Exit status: 0 done or all passed, 1 a test failed, 2 usage, 3 a certificate challenge awaits an answer,
4 a file could not be read, 5 could not be written.</source>
        <translation>Rückgabewert: 0 erledigt oder alles bestanden, 1 ein Test ist fehlgeschlagen, 2 falscher Aufruf,
3 eine Zertifikatsrückfrage wartet auf Antwort, 4 eine Datei war nicht lesbar, 5 nicht schreibbar.</translation>
    </message>
    <message>
        <source>stationer-cli --help says more.</source>
        <translation>Mehr dazu mit stationer-cli --help.</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>There is no command «%1».</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 ist nicht lesbar (%2).</translation>
    </message>
    <message>
        <source>%1 is too large to be what is asked for.</source>
        <translation>%1 ist zu groß, um das Verlangte zu sein.</translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <translation>Die Standardausgabe konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Something is missing.</source>
        <translation>Es fehlt etwas.</translation>
    </message>
    <message>
        <source>«%1» is one too many.</source>
        <translation>„%1“ ist eines zu viel.</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Die Standardeingabe ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The key ring is locked; a password in it cannot be read.</source>
        <translation>Der Schlüsselbund ist gesperrt; ein Passwort darin ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Password of %1 at %2: </source>
        <translation>Passwort von %1 bei %2: </translation>
    </message>
    <message>
        <source>The password of %1 is not known. Give it with --password-file, --password-stdin or --secrets.</source>
        <translation>Das Passwort von %1 ist nicht bekannt. Geben Sie es mit --password-file, --password-stdin oder --secrets an.</translation>
    </message>
    <message>
        <source>The station itself cannot be removed.</source>
        <translation>Die Station selbst kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>%1 entfernt.</translation>
    </message>
    <message>
        <source>Note: %1 names the account %2, which is gone.</source>
        <translation>Hinweis: %1 nennt das Konto %2, das es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>%1, line %2: it is not [FILE&lt;TAB&gt;]PATH&lt;TAB&gt;PASSWORD.</source>
        <translation>%1, Zeile %2: Sie hat nicht die Form [FILE&lt;TAB&gt;]PATH&lt;TAB&gt;PASSWORD.</translation>
    </message>
    <message>
        <source>«%1» is not of the form SLOT=VALUE.</source>
        <translation>„%1“ hat nicht die Form SLOT=VALUE.</translation>
    </message>
    <message>
        <source>%1 (with %2)</source>
        <extracomment>%1 is a change such as «port: 25 → 465», %2 the slots it follows</extracomment>
        <translation>%1 (mit %2)</translation>
    </message>
    <message>
        <source>No value changes; what equals the default no longer stands in the file.</source>
        <translation>Kein Wert ändert sich; was dem Standardwert gleicht, steht nicht mehr in der Datei.</translation>
    </message>
    <message>
        <source>Nothing changes; the file stays as it is.</source>
        <translation>Nichts ändert sich; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Nothing was written: this was a dry run.</source>
        <translation>Nichts wurde geschrieben: Das war ein Probelauf.</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>(known to the running station)</source>
        <translation>(nur der laufenden Station bekannt)</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(unbekannt)</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>in der Datei</translation>
    </message>
    <message>
        <source>in the file, the default</source>
        <translation>in der Datei, gleich dem Standardwert</translation>
    </message>
    <message>
        <source>in the file; the default is «%1»</source>
        <translation>in der Datei; der Standardwert ist „%1“</translation>
    </message>
    <message>
        <source>%1: %2 more remarks of this kind.</source>
        <translation>%1: %2 weitere Bemerkungen dieser Art.</translation>
    </message>
    <message>
        <source>%1 has no component %2.</source>
        <translation>%1 hat keine Komponente %2.</translation>
    </message>
    <message>
        <source>The address of %1 is still being looked up.</source>
        <translation>Die Adresse von %1 wird noch gesucht.</translation>
    </message>
    <message>
        <source>%1 passed, %2 challenged, %3 failed.</source>
        <translation>%1 bestanden, %2 mit Rückfrage, %3 fehlgeschlagen.</translation>
    </message>
    <message>
        <source>--%1 goes with --protocol.</source>
        <translation>--%1 gehört zu --protocol.</translation>
    </message>
    <message>
        <source>With --protocol no file and no path are given.</source>
        <translation>Mit --protocol werden weder Datei noch Pfad angegeben.</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds above 0.</source>
        <translation>--timeout ist eine Anzahl Sekunden über 0.</translation>
    </message>
    <message>
        <source>--depth message sends one message: --to says to whom.</source>
        <translation>--depth message sendet eine Nachricht: --to sagt, an wen.</translation>
    </message>
    <message>
        <source>Only SMTP sends messages.</source>
        <translation>Nur SMTP sendet Nachrichten.</translation>
    </message>
    <message>
        <source>--to goes with --depth envelope or message.</source>
        <translation>--to gehört zu --depth envelope oder message.</translation>
    </message>
    <message>
        <source>A station file is needed, or --protocol and --host.</source>
        <translation>Es wird eine Stationsdatei gebraucht, oder --protocol und --host.</translation>
    </message>
    <message>
        <source>%1 is no account.</source>
        <translation>%1 ist kein Konto.</translation>
    </message>
    <message>
        <source>%1 has no enabled account to test.</source>
        <translation>%1 hat kein eingeschaltetes Konto zum Testen.</translation>
    </message>
    <message>
        <source>--depth is a number of levels, from 0.</source>
        <translation>--depth ist eine Anzahl von Ebenen, ab 0.</translation>
    </message>
    <message>
        <source>There is no action «%1».</source>
        <translation>Die Aktion „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 takes no option --%2.</source>
        <translation>%1 kennt keine Option --%2.</translation>
    </message>
    <message>
        <source>%1 is a file; a .security folder is needed.</source>
        <translation>%1 ist eine Datei; gebraucht wird ein .security-Ordner.</translation>
    </message>
    <message>
        <source>Note: there is no folder %1 yet.</source>
        <translation>Hinweis: Den Ordner %1 gibt es noch nicht.</translation>
    </message>
    <message>
        <source>The User Trust Store is empty.</source>
        <translation>Der User Trust Store ist leer.</translation>
    </message>
    <message>
        <source>Imported %1 as «%2».</source>
        <translation>%1 als „%2“ importiert.</translation>
    </message>
    <message>
        <source>It now vouches for every host it signs. Compare the fingerprint with its owner.</source>
        <translation>Sie bürgt jetzt für jeden Host, den sie signiert. Vergleichen Sie den Fingerabdruck mit dem Inhaber.</translation>
    </message>
    <message>
        <source>The User Trust Store has no «%1».</source>
        <translation>Der User Trust Store enthält „%1“ nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>%1 ist nicht schreibbar (%2).</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>Removed «%1», %2.</source>
        <translation>„%1“ entfernt, %2.</translation>
    </message>
    <message>
        <source>the line is no JSON object</source>
        <translation>die Zeile ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the line is no JSON: %1</source>
        <translation>die Zeile ist kein JSON: %1</translation>
    </message>
    <message>
        <source>chain is missing</source>
        <translation>chain fehlt</translation>
    </message>
    <message>
        <source>host is missing</source>
        <translation>host fehlt</translation>
    </message>
    <message>
        <source>time is no ISO 8601 time</source>
        <translation>time ist keine Zeit nach ISO 8601</translation>
    </message>
    <message>
        <source>roots is no PEM</source>
        <translation>roots ist kein PEM</translation>
    </message>
    <message>
        <source>✗ The certificate is not trusted for %1.</source>
        <translation>✗ Dem Zertifikat wird für %1 nicht vertraut.</translation>
    </message>
    <message>
        <source>✓ The certificate is trusted for %1.</source>
        <translation>✓ Dem Zertifikat wird für %1 vertraut.</translation>
    </message>
    <message>
        <source>The System Trust Store vouches for it.</source>
        <translation>Der System Trust Store bürgt dafür.</translation>
    </message>
    <message>
        <source>The User Trust Store vouches for it.</source>
        <translation>Der User Trust Store bürgt dafür.</translation>
    </message>
    <message>
        <source>A root that was given vouches for it.</source>
        <translation>Eine angegebene Root-CA bürgt dafür.</translation>
    </message>
    <message>
        <source>(certificate %1)</source>
        <translation>(Zertifikat %1)</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>Bemerkung: %1</translation>
    </message>
    <message>
        <source>issued by %1</source>
        <translation>ausgestellt von %1</translation>
    </message>
    <message>
        <source>With --batch everything else stands in the file.</source>
        <translation>Mit --batch steht alles Weitere in der Datei.</translation>
    </message>
    <message>
        <source>A chain and --host are needed.</source>
        <translation>Eine Kette und --host werden gebraucht.</translation>
    </message>
    <message>
        <source>«%1» cannot be a host name.</source>
        <translation>„%1“ kann kein Hostname sein.</translation>
    </message>
    <message>
        <source>--time is a time such as 2026-03-01T12:00:00Z.</source>
        <translation>--time ist eine Zeit wie 2026-03-01T12:00:00Z.</translation>
    </message>
    <message>
        <source>%1 holds no certificate. It takes a PEM file with the certificate and its private key.</source>
        <translation>%1 enthält kein Zertifikat. Gebraucht wird eine PEM-Datei mit dem Zertifikat und seinem privaten Schlüssel.</translation>
    </message>
    <message>
        <source>%1 holds no private key that can be read. It takes a PEM file with the certificate and its private key.</source>
        <translation>%1 enthält keinen lesbaren privaten Schlüssel. Gebraucht wird eine PEM-Datei mit dem Zertifikat und seinem privaten Schlüssel.</translation>
    </message>
    <message>
        <source>The private key in %1 is encrypted. Give its passphrase with --key-password-file.</source>
        <translation>Der private Schlüssel in %1 ist verschlüsselt. Geben Sie seine Passphrase mit --key-password-file an.</translation>
    </message>
    <message>
        <source>The passphrase does not open the private key in %1.</source>
        <translation>Die Passphrase öffnet den privaten Schlüssel in %1 nicht.</translation>
    </message>
    <message>
        <source>The private key in %1 does not belong to the first certificate there.</source>
        <translation>Der private Schlüssel in %1 gehört nicht zum ersten Zertifikat darin.</translation>
    </message>
    <message>
        <source>Passphrase of the private key in %1: </source>
        <translation>Passphrase des privaten Schlüssels in %1: </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>(encoded, not shown)</source>
        <translation>(verschlüsselt, nicht gezeigt)</translation>
    </message>
    <message>
        <source>(type)</source>
        <translation>(Typ)</translation>
    </message>
    <message>
        <source>(flags)</source>
        <translation>(Flags)</translation>
    </message>
    <message>
        <source>(facets)</source>
        <translation>(Facets)</translation>
    </message>
    <message>
        <source>(handle)</source>
        <translation>(Handle)</translation>
    </message>
    <message>
        <source>(renamed from %1)</source>
        <translation>(umbenannt, vorher %1)</translation>
    </message>
    <message>
        <source>(moved from %1)</source>
        <translation>(verschoben von %1)</translation>
    </message>
    <message>
        <source>(changed places)</source>
        <translation>(Reihenfolge geändert)</translation>
    </message>
    <message>
        <source>--unified prints text; it cannot be JSON.</source>
        <translation>--unified gibt Text aus; JSON ist damit nicht möglich.</translation>
    </message>
    <message>
        <source>The files hold the same.</source>
        <translation>Der Inhalt der Dateien ist gleich.</translation>
    </message>
    <message>
        <source>The stations are the same; only how the files are written differs.</source>
        <translation>Die Stationen sind gleich; nur die Dateien sind unterschiedlich geschrieben.</translation>
    </message>
    <message>
        <source>Shows what leads from one station to the other, slot by slot, or with --unified line by line of the XML. What is encoded is never shown.</source>
        <translation>Zeigt, was von der einen Station zur anderen führt, Slot für Slot oder mit --unified Zeile für Zeile des XML. Verschlüsseltes wird nie gezeigt.</translation>
    </message>
    <message>
        <source>Note: %1 led into it: %2</source>
        <extracomment>%1 is the path of a slot, %2 its value, a link</extracomment>
        <translation>Hinweis: %1 führte hinein: %2</translation>
    </message>
    <message>
        <source>Removes a component with all that is in it, and names what referred to it or to its accounts.</source>
        <translation>Entfernt eine Komponente mit allem, was darin ist, und nennt, was auf sie oder ihre Konten verwies.</translation>
    </message>
    <message>
        <source>Sets properties of a component and prints what it changed. Values are in the file&apos;s encoding. Port and security mode move together; the file as it was is kept as FILE.bak. A * in PATH stands for any characters of a name: all those components are set, or none.</source>
        <translation>Setzt Eigenschaften einer Komponente und gibt aus, was sich geändert hat. Werte stehen in der Schreibweise der Datei. Port und Sicherheitsmodus ändern sich gemeinsam; die Datei, wie sie war, bleibt als FILE.bak erhalten. Ein * in PATH steht für beliebige Zeichen eines Namens: Alle diese Komponenten werden gesetzt oder keine.</translation>
    </message>
    <message>
        <source>«%1» is no mechanism that is spoken here: %2.</source>
        <translation>„%1“ ist kein Mechanismus, der hier gesprochen wird: %2.</translation>
    </message>
    <message>
        <source>A client certificate is shown in the TLS handshake, and --security none has none.</source>
        <translation>Ein Client-Zertifikat wird im TLS-Handshake vorgelegt, und den gibt es bei --security none nicht.</translation>
    </message>
    <message>
        <source>The format %1 is for the command test; here it is text or json.</source>
        <translation>Das Format %1 gehört zum Befehl test; hier ist es text oder json.</translation>
    </message>
    <message>
        <source>--json and --format %1 contradict each other.</source>
        <translation>--json und --format %1 widersprechen sich.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <extracomment>%1 is a word of the usage line, such as FILE</extracomment>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 cannot be read (nobody writes into this pipe).</source>
        <translation>%1 ist nicht lesbar (niemand schreibt in diese Pipe).</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Das Konto ist abgeschaltet.</translation>
    </message>
    <message>
        <source>The file could not be read, and none of its accounts was tested.</source>
        <translation>Die Datei war nicht lesbar, und keines ihrer Konten wurde getestet.</translation>
    </message>
    <message>
        <source>%1 has a line that is too long to be a question.</source>
        <translation>%1 enthält eine Zeile, die für eine Frage zu lang ist.</translation>
    </message>
    <message>
        <source>To change the settings, one of:</source>
        <translation>Um die Einstellungen zu ändern, eines davon:</translation>
    </message>
    <message>
        <source>To change the settings:</source>
        <translation>Um die Einstellungen zu ändern:</translation>
    </message>
    <message>
        <source>To accept this certificate, if it is the right one:</source>
        <translation>Um dieses Zertifikat anzunehmen, falls es das richtige ist:</translation>
    </message>
    <message>
        <source>Taken over; root CAs in use now: %1, rows of Allowed Hosts: %2.</source>
        <translation>Übernommen; jetzt gelten Root-CAs: %1, Zeilen in Allowed Hosts: %2.</translation>
    </message>
    <message>
        <source>The key ring does not answer; a password in it cannot be read.</source>
        <translation>Der Schlüsselbund antwortet nicht; ein Passwort darin lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 holds a secret and is open to others: chmod 600 it first.</source>
        <translation>%1 enthält ein Geheimnis und ist für andere zugänglich: zuerst chmod 600.</translation>
    </message>
    <message>
        <source>%1 holds a secret and belongs to another user: put it into a file of your own first.</source>
        <translation>%1 enthält ein Geheimnis und gehört einem anderen Benutzer: Legen Sie es zuerst in eine eigene Datei.</translation>
    </message>
    <message>
        <source>%1 They are in %2, were not taken over here and are not used.</source>
        <extracomment>%1 is «This station brings 2 root CAs with it.», %2 a folder.</extracomment>
        <translation>%1 Sie liegen in %2, wurden hier nicht übernommen und gelten nicht.</translation>
    </message>
    <message>
        <source>For this run alone: --trust-as-is.</source>
        <translation>Nur für diesen Lauf: --trust-as-is.</translation>
    </message>
    <message>
        <source>To look at it: %1 list, %1 hosts. To take it over: %1 adopt.</source>
        <translation>Zum Ansehen: %1 list, %1 hosts. Zum Übernehmen: %1 adopt.</translation>
    </message>
    <message>
        <source>Note: so do %1 more.</source>
        <translation>Hinweis: %1 weitere ebenso.</translation>
    </message>
    <message>
        <source>Shows and changes whom a station&apos;s tests trust; DIR is the .security folder beside its file. The first two lines are the User Trust Store, the third the Allowed Hosts list. What came with a station from elsewhere counts once it is adopted: look at it before.</source>
        <translation>Zeigt und ändert, wem die Tests einer Station vertrauen; DIR ist der .security-Ordner neben ihrer Datei. Die ersten beiden Zeilen sind der User Trust Store, die dritte die Liste Allowed Hosts. Was mit einer Station von anderswo kam, gilt erst nach adopt: Sehen Sie es vorher an.</translation>
    </message>
    <message>
        <source>Its file rejects it for servers: it vouches for none.</source>
        <translation>Ihre Datei lehnt sie für Server ab: Sie bürgt für keinen.</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>Passwort von %1: </translation>
    </message>
    <message>
        <source>--transcript is for the formats text and json.</source>
        <translation>--transcript ist für die Formate text und json.</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Passed here, and not proven for the station: %1.</source>
        <translation>Hier bestanden, für die Station nicht bewiesen: %1.</translation>
    </message>
    <message>
        <source>--station-roots-password-file goes with --station-roots.</source>
        <translation>--station-roots-password-file gehört zu --station-roots.</translation>
    </message>
    <message>
        <source>--out is missing: it names the file to write.</source>
        <translation>--out fehlt: Damit wird die Datei genannt, die zu schreiben ist.</translation>
    </message>
    <message>
        <source>The station itself cannot be pasted; name components in it.</source>
        <translation>Die Station selbst lässt sich nicht einfügen; nennen Sie Komponenten darin.</translation>
    </message>
    <message>
        <source>Note: encoded passwords were copied as they are and will probably not decode in another station; type them in there: %1</source>
        <translation>Hinweis: Verschlüsselte Passwörter wurden unverändert kopiert und lassen sich in einer anderen Station wahrscheinlich nicht entschlüsseln; geben Sie sie dort ein: %1</translation>
    </message>
    <message>
        <source>Writes these accounts alone to F, as a small station file that can be pasted into another station, a running one too. Encoded passwords are copied as they are; another station will probably not decode them.</source>
        <translation>Schreibt nur diese Konten nach F, als kleine Stationsdatei, die sich in eine andere Station einfügen lässt, auch in eine laufende. Verschlüsselte Passwörter werden unverändert kopiert; eine andere Station wird sie wahrscheinlich nicht entschlüsseln können.</translation>
    </message>
    <message>
        <source>«%1» is not of the form KIND:PATH or KIND:HOST:PORT, such as importRoot:mail.example:465.</source>
        <translation>„%1“ hat nicht die Form KIND:PATH oder KIND:HOST:PORT, zum Beispiel importRoot:mail.example:465.</translation>
    </message>
    <message>
        <source>No handover sheet has «%1».</source>
        <translation>Auf keinem Übergabeblatt steht „%1“.</translation>
    </message>
    <message>
        <source>Says what remains to be done on the station itself, by what was changed, tested and trusted here: as text, as JSON, or as a page to print, with several files one each in DIR. ITEM is KIND:PATH or KIND:HOST:PORT and is ticked. With the station&apos;s own trust stores given, which are kept for it, only the root CAs are on the sheet that it lacks.</source>
        <translation>Sagt, was auf der Station selbst noch zu tun ist, nach dem, was hier geändert, getestet und als vertrauenswürdig eingestuft wurde: als Text, als JSON oder als Seite zum Drucken, bei mehreren Dateien je eine in DIR. ITEM ist KIND:PATH oder KIND:HOST:PORT und wird abgehakt. Sind die eigenen Trust Stores der Station angegeben, die für sie aufbewahrt werden, stehen nur die Root-CAs auf dem Blatt, die ihr fehlen.</translation>
    </message>
    <message>
        <source>Choose one with an option:</source>
        <translation>Wählen Sie eine mit einer Option:</translation>
    </message>
    <message>
        <source>%1 is no backup; --entry says nothing of it.</source>
        <translation>%1 ist keine Sicherung; --entry bedeutet dafür nichts.</translation>
    </message>
    <message>
        <source>Proves accounts against the real mail server; without --path every enabled one; FILE may be a backup (.dist). Without --security it is ssl. The path of an EmailRecipient proves its alarms: every address of To, Cc and Bcc is asked for, and with --depth message one message goes to all of them, which is then looked for in the IncomingAccount that --through names, else in the only enabled one. The lines of a secrets file are [FILE&lt;TAB&gt;]PATH&lt;TAB&gt;PASSWORD. A file that holds a secret is refused where others can reach it: chmod 600. A password that is not given comes from the key ring, else it is asked for. With --oauth-… a token is fetched once for all accounts, as a station with an Email Authenticator does, and signs in. What a station brings with it in its .security folder counts once it was taken over, or with --trust-as-is. Beside what happened here a report says what the station itself would meet; for that its own trust stores are given by --station-roots (PEM, JKS, JCEKS, PKCS#12), are kept for the station, and are trusted by nothing here. With --station what would fail there fails the run.</source>
        <translation>Prüft Konten am echten Mailserver; ohne --path jedes eingeschaltete; FILE kann eine Sicherung (.dist) sein. Ohne --security gilt ssl. Der Pfad eines EmailRecipient weist dessen Alarme nach: Jede Adresse in To, Cc und Bcc wird angefragt, und mit --depth message geht eine Nachricht an alle; sie wird dann in dem IncomingAccount gesucht, den --through nennt, sonst im einzigen eingeschalteten. Die Zeilen einer Geheimnisdatei sind [FILE&lt;TAB&gt;]PATH&lt;TAB&gt;PASSWORD. Eine Datei mit einem Geheimnis wird abgelehnt, wenn andere an sie herankommen: chmod 600. Ein nicht angegebenes Passwort kommt aus dem Schlüsselbund, sonst wird danach gefragt. Mit --oauth-… wird einmal für alle Konten ein Token geholt, wie es eine Station mit Email Authenticator macht; damit wird angemeldet. Was eine Station in ihrem .security-Ordner mitbringt, gilt, sobald es übernommen wurde, oder mit --trust-as-is. Neben dem, was hier geschah, sagt ein Bericht, wie es der Station selbst erginge; dafür werden ihre eigenen Trust Stores mit --station-roots angegeben (PEM, JKS, JCEKS, PKCS#12); sie werden für die Station aufbewahrt, und hier vertraut ihnen nichts. Mit --station scheitert der Lauf an allem, was dort scheitern würde.</translation>
    </message>
    <message>
        <source>Only one of --password-file, --password-stdin, --secrets, --token-file, --client-certificate, --oauth-secret-file, --oauth-certificate and --oauth-service-account can be given.</source>
        <translation>Von --password-file, --password-stdin, --secrets, --token-file, --client-certificate, --oauth-secret-file, --oauth-certificate und --oauth-service-account kann nur eines angegeben werden.</translation>
    </message>
    <message>
        <source>--key-password-file goes with --client-certificate or --oauth-certificate.</source>
        <translation>--key-password-file gehört zu --client-certificate oder --oauth-certificate.</translation>
    </message>
    <message>
        <source>--%1 goes with --oauth-secret-file, --oauth-certificate or --oauth-service-account.</source>
        <translation>--%1 gehört zu --oauth-secret-file, --oauth-certificate oder --oauth-service-account.</translation>
    </message>
    <message>
        <source>A token is asked for with --oauth-endpoint and --oauth-client.</source>
        <translation>Ein Token wird mit --oauth-endpoint und --oauth-client angefordert.</translation>
    </message>
    <message>
        <source>--through goes with the --path of an EmailRecipient.</source>
        <translation>--through gehört zum --path eines EmailRecipient.</translation>
    </message>
    <message>
        <source>%1 is no IncomingAccount.</source>
        <translation>%1 ist kein IncomingAccount.</translation>
    </message>
    <message>
        <source>%1 has no enabled IncomingAccount in which the message could be looked for. --through names one that is disabled.</source>
        <translation>%1 hat keinen eingeschalteten IncomingAccount, in dem die Nachricht gesucht werden könnte. Mit --through lässt sich ein ausgeschalteter nennen.</translation>
    </message>
    <message>
        <source>The message can be looked for in several accounts; --through says in which: %1</source>
        <translation>Die Nachricht kann in mehreren Konten gesucht werden; --through sagt, in welchem: %1</translation>
    </message>
    <message>
        <source>%1 is an EmailRecipient; --depth envelope or message proves its alarms.</source>
        <translation>%1 ist ein EmailRecipient; seine Alarme werden mit --depth envelope oder message nachgewiesen.</translation>
    </message>
    <message>
        <source>%1 says itself whom its mail goes to; --to is for accounts.</source>
        <translation>%1 gibt selbst an, an wen die E-Mail geht; --to ist für Konten.</translation>
    </message>
    <message>
        <source>%1 is no key file of a service account (JSON).</source>
        <translation>%1 ist keine Schlüsseldatei eines Dienstkontos (JSON).</translation>
    </message>
    <message>
        <source>%1 lacks token_uri, client_email or private_key.</source>
        <translation>In %1 fehlt token_uri, client_email oder private_key.</translation>
    </message>
    <message>
        <source>What %1 has as private_key is no key that can be read.</source>
        <translation>Was in %1 als private_key steht, ist kein lesbarer Schlüssel.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>What the token of %1 is asked for with is not in the key ring. Give it with --oauth-secret-file, --oauth-certificate or --oauth-service-account.</source>
        <translation>Womit das Token von %1 angefordert wird, liegt nicht im Schlüsselbund. Geben Sie es mit --oauth-secret-file, --oauth-certificate oder --oauth-service-account an.</translation>
    </message>
</context>
<context>
    <name>detection</name>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>works once the certificate is accepted</source>
        <extracomment>A way to connect that works as soon as the user has answered for the server&apos;s certificate</extracomment>
        <translation>funktioniert, sobald das Zertifikat angenommen ist</translation>
    </message>
    <message>
        <source>works, not encrypted</source>
        <translation>funktioniert, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>accepted as exemption</source>
        <translation>als Ausnahme angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1 is a list of names, %2 how many more there are</extracomment>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>«%1» looks like a virus scanner or an inspecting firewall near this computer, which opens encrypted connections to look inside. Switch its mail scanning off and test again: the station may not go through it.</source>
        <translation>„%1“ sieht nach einem Virenscanner oder einer prüfenden Firewall in der Nähe dieses Computers aus, die verschlüsselte Verbindungen öffnet, um hineinzusehen. Schalten Sie dort die E-Mail-Prüfung aus und testen Sie erneut: Die Verbindung der Station läuft vielleicht nicht darüber.</translation>
    </message>
    <message>
        <source>The server&apos;s IPv6 address %1 did not answer, its IPv4 address %2 did. A station that tries IPv6 first waits in vain.</source>
        <translation>Die IPv6-Adresse %1 des Servers hat nicht geantwortet, seine IPv4-Adresse %2 schon. Eine Station, die IPv6 zuerst versucht, wartet vergebens.</translation>
    </message>
    <message>
        <source>Compare this fingerprint with the server&apos;s owner by phone: %1</source>
        <translation>Vergleichen Sie diesen Fingerabdruck am Telefon mit dem Betreiber des Servers: %1</translation>
    </message>
    <message>
        <source>This computer does not know who signed this server&apos;s certificate.</source>
        <translation>Dieser Computer kennt den Aussteller des Server-Zertifikats nicht.</translation>
    </message>
    <message>
        <source>It is signed by «%1», which is in neither trust store. That is normal for a company&apos;s own mail server; a spy&apos;s server would look the same. Ask the customer&apos;s IT for their root CA file, or compare this fingerprint with them by phone: %2</source>
        <translation>Es ist von „%1“ signiert, und diese Stelle steht in keinem der beiden Trust Stores. Das ist normal beim eigenen Mailserver einer Firma; der Server eines Spions sähe genauso aus. Bitten Sie die IT des Kunden um die Datei mit ihrer Root-CA, oder vergleichen Sie mit ihr am Telefon diesen Fingerabdruck: %2</translation>
    </message>
    <message>
        <source>This computer cannot find out who signed this server&apos;s certificate.</source>
        <translation>Dieser Computer kann nicht herausfinden, wer das Zertifikat dieses Servers signiert hat.</translation>
    </message>
    <message>
        <source>It is signed by «%1», whose certificate the server did not send and neither trust store has. Either the server leaves out an intermediate certificate: then its owner has to add it. Or «%1» is a company&apos;s own root CA: then ask the customer&apos;s IT for the root CA file. A spy&apos;s server would look the same.</source>
        <translation>Es ist von „%1“ signiert; das Zertifikat dieser Stelle hat der Server nicht geschickt, und es steht in keinem der beiden Trust Stores. Entweder lässt der Server ein Zwischenzertifikat weg: Dann muss sein Betreiber es ergänzen. Oder „%1“ ist die eigene Root-CA einer Firma: Dann bitten Sie die IT des Kunden um die Root-CA-Datei. Der Server eines Spions sähe genauso aus.</translation>
    </message>
    <message>
        <source>This server vouches for itself. Nobody else does.</source>
        <translation>Dieser Server bürgt für sich selbst. Sonst bürgt niemand für ihn.</translation>
    </message>
    <message>
        <source>Common on new or small mail servers. Accept only if the fingerprint is the one shown on the server: %1 The exemption holds for this host, port and certificate only. Replace it with the root CA later.</source>
        <translation>Das ist üblich bei neuen oder kleinen Mailservern. Nehmen Sie es nur an, wenn der Fingerabdruck der ist, den der Server selbst anzeigt: %1 Die Ausnahme gilt nur für diesen Host, diesen Port und dieses Zertifikat. Ersetzen Sie sie später durch die Root-CA.</translation>
    </message>
    <message>
        <source>You typed %1.</source>
        <translation>Sie haben %1 eingegeben.</translation>
    </message>
    <message>
        <source>The certificate names no host at all.</source>
        <translation>Das Zertifikat nennt gar keinen Host.</translation>
    </message>
    <message>
        <source>The certificate names %1.</source>
        <translation>Das Zertifikat nennt %1.</translation>
    </message>
    <message>
        <source>Its signature is trusted.</source>
        <translation>Seiner Signatur wird vertraut.</translation>
    </message>
    <message>
        <source>Most likely the Hostname should be %1.</source>
        <translation>Höchstwahrscheinlich sollte der Hostname %1 lauten.</translation>
    </message>
    <message>
        <source>The certificate is for another name.</source>
        <translation>Das Zertifikat gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>A certificate above the server&apos;s ran out on %1.</source>
        <translation>Ein Zertifikat über dem des Servers ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate ran out today, on %1.</source>
        <translation>Das Zertifikat ist heute abgelaufen, am %1.</translation>
    </message>
    <message>
        <source>The certificate ran out 1 day ago, on %1.</source>
        <translation>Das Zertifikat ist vor 1 Tag abgelaufen, am %1.</translation>
    </message>
    <message>
        <source>The certificate ran out %1 days ago, on %2.</source>
        <translation>Das Zertifikat ist vor %1 Tagen abgelaufen, am %2.</translation>
    </message>
    <message>
        <source>Everything else is in order.</source>
        <translation>Alles andere ist in Ordnung.</translation>
    </message>
    <message>
        <source>Ask the mail server&apos;s owner to renew it. This computer&apos;s clock says %1; if that is wrong, set it and test again.</source>
        <translation>Bitten Sie den Betreiber des Mailservers, es zu erneuern. Die Uhr dieses Computers zeigt %1; wenn das falsch ist, stellen Sie sie und testen Sie erneut.</translation>
    </message>
    <message>
        <source>The certificate is valid only from %1 on.</source>
        <translation>Das Zertifikat gilt erst ab %1.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says %1. Most likely the clock is slow: set it and test again. If it is right, ask the mail server&apos;s owner.</source>
        <translation>Die Uhr dieses Computers zeigt %1. Höchstwahrscheinlich geht sie nach: Stellen Sie sie und testen Sie erneut. Wenn sie richtig geht, fragen Sie den Betreiber des Mailservers.</translation>
    </message>
    <message>
        <source>This is not the certificate you accepted on %1.</source>
        <translation>Das ist nicht das Zertifikat, das Sie am %1 angenommen haben.</translation>
    </message>
    <message>
        <source>It may have been renewed, or someone is standing in between. Ask the server&apos;s owner whether it was replaced. The differences are marked below.</source>
        <translation>Vielleicht wurde es erneuert, vielleicht steht jemand dazwischen. Fragen Sie den Betreiber des Servers, ob es ausgetauscht wurde. Die Unterschiede sind unten markiert.</translation>
    </message>
    <message>
        <source>Ask the mail server&apos;s owner for a proper certificate.</source>
        <translation>Bitten Sie den Betreiber des Mailservers um ein ordentliches Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate has been altered, or its signature is forged.</source>
        <translation>Das Zertifikat wurde verändert, oder seine Signatur ist gefälscht.</translation>
    </message>
    <message>
        <source>The certificate cannot be read.</source>
        <translation>Das Zertifikat ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The certificate is too weak to prove anything.</source>
        <translation>Das Zertifikat ist zu schwach, um etwas zu beweisen.</translation>
    </message>
    <message>
        <source>The certificate was signed by someone who may not sign certificates for this server.</source>
        <translation>Das Zertifikat hat jemand signiert, der für diesen Server keine Zertifikate signieren darf.</translation>
    </message>
    <message>
        <source>The certificate is not made for a server.</source>
        <translation>Das Zertifikat ist nicht für einen Server gemacht.</translation>
    </message>
    <message>
        <source>The certificate could not be verified.</source>
        <translation>Das Zertifikat konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Besides:</source>
        <extracomment>What follows is a list of further things that are wrong with a certificate</extracomment>
        <translation>Außerdem:</translation>
    </message>
    <message>
        <source>You rejected this server&apos;s certificate on %1.</source>
        <translation>Sie haben das Zertifikat dieses Servers am %1 abgelehnt.</translation>
    </message>
    <message>
        <source>You rejected this server&apos;s certificate.</source>
        <translation>Sie haben das Zertifikat dieses Servers abgelehnt.</translation>
    </message>
    <message>
        <source>Every test of %1 ends here until its row in Allowed Hosts is approved or deleted.</source>
        <translation>Jeder Test von %1 endet hier, bis die Zeile dazu in Allowed Hosts genehmigt oder gelöscht ist.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate</source>
        <translation>Das Zertifikat des Servers</translation>
    </message>
    <message>
        <source>The certificate of «%1»</source>
        <translation>Das Zertifikat von „%1“</translation>
    </message>
    <message>
        <source>%1 ran out on %2, %3 days ago.</source>
        <translation>%1 ist am %2 abgelaufen, vor %3 Tagen.</translation>
    </message>
    <message>
        <source>%1 is valid only from %2 on.</source>
        <translation>%1 gilt erst ab %2.</translation>
    </message>
    <message>
        <source>%1 is for another name than the Hostname.</source>
        <translation>%1 gilt für einen anderen Namen als den Hostname.</translation>
    </message>
    <message>
        <source>%1 is signed by nobody but itself.</source>
        <translation>%1 ist nur von sich selbst signiert.</translation>
    </message>
    <message>
        <source>%1 is a root CA that is in neither trust store.</source>
        <translation>%1 ist eine Root-CA, die in keinem der beiden Trust Stores steht.</translation>
    </message>
    <message>
        <source>%1 is signed by «%2», whose certificate was not sent and is in neither trust store.</source>
        <translation>%1 ist von „%2“ signiert, und das Zertifikat dieser Stelle wurde nicht mitgeschickt und steht in keinem der beiden Trust Stores.</translation>
    </message>
    <message>
        <source>%1 signs others, but is not the certificate of a CA.</source>
        <translation>%1 signiert andere, ist aber nicht das Zertifikat einer CA.</translation>
    </message>
    <message>
        <source>%1 is not meant for a server&apos;s identity.</source>
        <translation>%1 ist nicht für die Identität eines Servers bestimmt.</translation>
    </message>
    <message>
        <source>%1 has a key that is too weak (%2, %3 bits).</source>
        <extracomment>%2 is a kind of key, %3 its size in bits</extracomment>
        <translation>%1 hat einen zu schwachen Schlüssel (%2, %3 Bit).</translation>
    </message>
    <message>
        <source>%1 has a signature that is too weak (%2).</source>
        <translation>%1 hat eine zu schwache Signatur (%2).</translation>
    </message>
    <message>
        <source>%1 has a name that the CA above it may not vouch for.</source>
        <translation>%1 hat einen Namen, für den die CA darüber nicht bürgen darf.</translation>
    </message>
    <message>
        <source>%1 stands below more CAs than the one above allows.</source>
        <translation>%1 steht unter mehr CAs, als die darüber erlaubt.</translation>
    </message>
    <message>
        <source>%1 has a condition that nobody here understands.</source>
        <translation>%1 hat eine Bedingung, die hier niemand versteht.</translation>
    </message>
    <message>
        <source>%1 has a signature that is wrong.</source>
        <translation>%1 hat eine falsche Signatur.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 does not stand up to the check.</source>
        <translation>%1 hält der Prüfung nicht stand.</translation>
    </message>
    <message>
        <source>It offers: %1.</source>
        <extracomment>%1 is a list of mechanisms such as GSSAPI, NTLM</extracomment>
        <translation>Er bietet an: %1.</translation>
    </message>
    <message>
        <source>It works: the server took the test message.</source>
        <translation>Es funktioniert: Der Server hat die Testnachricht angenommen.</translation>
    </message>
    <message>
        <source>It works: the server takes mail from this account.</source>
        <translation>Es funktioniert: Der Server nimmt E-Mails von diesem Konto an.</translation>
    </message>
    <message>
        <source>It works: the server lets this account read its inbox.</source>
        <translation>Es funktioniert: Der Server lässt dieses Konto seinen Posteingang lesen.</translation>
    </message>
    <message>
        <source>It works: signed in as «%1».</source>
        <translation>Es funktioniert: angemeldet als „%1“.</translation>
    </message>
    <message>
        <source>The server answers as it should.</source>
        <translation>Der Server antwortet, wie er soll.</translation>
    </message>
    <message>
        <source>Not encrypted: the password crossed the network readable.</source>
        <translation>Nicht verschlüsselt: Das Passwort ging lesbar durchs Netz.</translation>
    </message>
    <message>
        <source>Not encrypted.</source>
        <translation>Nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Connection, encryption and certificate are fine.</source>
        <translation>Verbindung, Verschlüsselung und Zertifikat sind in Ordnung.</translation>
    </message>
    <message>
        <source>The certificate passed by an exemption in Allowed Hosts; replace it with the root CA when you can.</source>
        <translation>Das Zertifikat wurde dank einer Ausnahme in Allowed Hosts angenommen; ersetzen Sie sie durch die Root-CA, sobald Sie können.</translation>
    </message>
    <message>
        <source>Signing in was not tested.</source>
        <translation>Die Anmeldung wurde nicht getestet.</translation>
    </message>
    <message>
        <source>Signing in was not tested, as the account has no user name.</source>
        <translation>Die Anmeldung wurde nicht getestet, weil das Konto keinen Benutzernamen hat.</translation>
    </message>
    <message>
        <source>The server cannot take an address with letters beyond plain ASCII.</source>
        <translation>Der Server nimmt keine Adresse mit Buchstaben außerhalb von reinem ASCII an.</translation>
    </message>
    <message>
        <source>Signing in works. Use addresses without accents or umlauts.</source>
        <translation>Die Anmeldung funktioniert. Verwenden Sie Adressen ohne Akzente und Umlaute.</translation>
    </message>
    <message>
        <source>The server offers no way to sign in that can be used here.</source>
        <translation>Der Server bietet keine Art der Anmeldung an, die hier verwendbar ist.</translation>
    </message>
    <message>
        <source>The password had crossed the network readable by then.</source>
        <translation>Das Passwort war da schon lesbar durchs Netz gegangen.</translation>
    </message>
    <message>
        <source>The server takes no password over a connection that is not encrypted.</source>
        <translation>Der Server nimmt kein Passwort über eine unverschlüsselte Verbindung an.</translation>
    </message>
    <message>
        <source>Switch encryption on, and test again.</source>
        <translation>Schalten Sie die Verschlüsselung ein und testen Sie erneut.</translation>
    </message>
    <message>
        <source>The server lets nobody sign in on port %1.</source>
        <translation>Der Server lässt auf Port %1 keine Anmeldung zu.</translation>
    </message>
    <message>
        <source>Connection, encryption and certificate are fine. Often signing in is meant for another port, or this server takes mail without it.</source>
        <translation>Verbindung, Verschlüsselung und Zertifikat sind in Ordnung. Oft ist für die Anmeldung ein anderer Port gedacht, oder dieser Server nimmt E-Mails ohne sie an.</translation>
    </message>
    <message>
        <source>The connection is fine, though not encrypted.</source>
        <translation>Die Verbindung ist in Ordnung, aber nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>The server could not check the password just now.</source>
        <translation>Der Server konnte das Passwort gerade nicht prüfen.</translation>
    </message>
    <message>
        <source>The server refused the user name or password.</source>
        <translation>Der Server hat den Benutzernamen oder das Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>Many servers want the whole e-mail address.</source>
        <translation>Viele Server wollen die ganze E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Tested with the password typed here, not with the one in the station file.</source>
        <translation>Getestet mit dem hier eingegebenen Passwort, nicht mit dem in der Stationsdatei.</translation>
    </message>
    <message>
        <source>Many servers let an account send from its own address alone, and to strangers only after a sign-in.</source>
        <translation>Viele Server lassen ein Konto nur von seiner eigenen Adresse senden, und an Fremde nur nach einer Anmeldung.</translation>
    </message>
    <message>
        <source>The server refused the test message.</source>
        <translation>Der Server hat die Testnachricht abgelehnt.</translation>
    </message>
    <message>
        <source>The server ended the conversation during the sign-in.</source>
        <translation>Der Server hat das Gespräch während der Anmeldung beendet.</translation>
    </message>
    <message>
        <source>Wait a few minutes before the next test.</source>
        <translation>Warten Sie ein paar Minuten bis zum nächsten Test.</translation>
    </message>
    <message>
        <source>The server refused to go on after the greeting.</source>
        <translation>Der Server wollte nach der Begrüßung nicht weitermachen.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s owner whether connections from here are allowed.</source>
        <translation>Fragen Sie den Betreiber des Servers, ob Verbindungen von hier erlaubt sind.</translation>
    </message>
    <message>
        <source>Microsoft 365 takes no mail here without a sign-in. Set Account and Password, and check that Use Authentication is on.</source>
        <translation>Microsoft 365 nimmt hier keine E-Mails ohne Anmeldung an. Füllen Sie Account und Password aus und prüfen Sie, ob Use Authentication eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Microsoft 365 has signing in with a password switched off for this mailbox or for the whole company. Its administrator can allow «Authenticated SMTP» for the mailbox; where security defaults forbid it, a connector or a relay is needed.</source>
        <translation>Microsoft 365 hat die Anmeldung mit Passwort für dieses Postfach oder für die ganze Firma ausgeschaltet. Der Administrator kann „Authentifiziertes SMTP“ für das Postfach erlauben; wo die Sicherheitsstandards es verbieten, wird ein Connector oder ein Relay gebraucht.</translation>
    </message>
    <message>
        <source>Microsoft 365 lets this mailbox send from its own address alone. Set Reply To to the account&apos;s address, or have the administrator grant «Send As».</source>
        <translation>Microsoft 365 lässt dieses Postfach nur von seiner eigenen Adresse senden. Setzen Sie Reply To auf die Adresse des Kontos, oder lassen Sie den Administrator „Senden als“ erlauben.</translation>
    </message>
    <message>
        <source>Gmail wants an app password here: switch on two-step verification for the account, make an app password, and use it in the place of the usual one.</source>
        <translation>Gmail will hier ein App-Passwort: Schalten Sie die Bestätigung in zwei Schritten für das Konto ein, erstellen Sie ein App-Passwort und verwenden Sie es anstelle des üblichen.</translation>
    </message>
    <message>
        <source>Many networks block port 25 for everything that is not a mail server itself. Programs that hand in mail use port 465 with Use Ssl, or port 587 with Use Start Tls.</source>
        <translation>Viele Netze sperren Port 25 für alles, was nicht selbst ein Mailserver ist. Programme, die E-Mails einliefern, verwenden Port 465 mit Use Ssl oder Port 587 mit Use Start Tls.</translation>
    </message>
    <message>
        <source>The test did not start, and nothing was sent.</source>
        <translation>Der Test ist nicht gestartet, und nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>A value has a character that cannot be sent to a mail server.</source>
        <translation>Ein Wert enthält ein Zeichen, das nicht an einen Mailserver gesendet werden kann.</translation>
    </message>
    <message>
        <source>Set port %1</source>
        <translation>Port %1 einstellen</translation>
    </message>
    <message>
        <source>There is no server named «%1».</source>
        <translation>Einen Server namens „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The name servers that this computer asks do not know the name. Check the Hostname for typing mistakes. A name that only the site&apos;s own network knows can be tested from there alone.</source>
        <translation>Die Nameserver, die dieser Computer fragt, kennen den Namen nicht. Prüfen Sie den Hostname auf Tippfehler. Ein Name, den nur das Netz der Anlage kennt, kann nur von dort getestet werden.</translation>
    </message>
    <message>
        <source>The computer %1 is there, but no service answers on port %2.</source>
        <translation>Der Computer %1 ist da, aber auf Port %2 antwortet kein Dienst.</translation>
    </message>
    <message>
        <source>Either the port is wrong, or the mail service is not running.</source>
        <translation>Entweder ist der Port falsch, oder der Maildienst läuft nicht.</translation>
    </message>
    <message>
        <source>This computer cannot reach %1 on port %2.</source>
        <translation>Dieser Computer kann %1 auf Port %2 nicht erreichen.</translation>
    </message>
    <message>
        <source>Check that this computer is on the network, and that Hostname and Port are right.</source>
        <translation>Prüfen Sie, ob dieser Computer im Netz ist und ob Hostname und Port stimmen.</translation>
    </message>
    <message>
        <source>Tried: %1.</source>
        <extracomment>%1 is a list of network addresses</extracomment>
        <translation>Versucht: %1.</translation>
    </message>
    <message>
        <source>The name servers did not answer in time.</source>
        <translation>Die Nameserver haben nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>So the address of «%1» is not known. Check that this computer is on the network, and its name server (DNS) settings.</source>
        <translation>Deshalb ist die Adresse von „%1“ nicht bekannt. Prüfen Sie, ob dieser Computer im Netz ist, und seine Nameserver-Einstellungen (DNS).</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2.</source>
        <translation>Bei %1, Port %2, antwortet nichts.</translation>
    </message>
    <message>
        <source>Not even a refusal came back. Usually a firewall on the way swallows the connection, or Hostname or Port is wrong.</source>
        <translation>Nicht einmal eine Absage kam zurück. Meist verschluckt eine Firewall unterwegs die Verbindung, oder Hostname oder Port ist falsch.</translation>
    </message>
    <message>
        <source>The server took the connection on port %1 and then said nothing.</source>
        <translation>Der Server hat die Verbindung auf Port %1 angenommen und dann nichts gesagt.</translation>
    </message>
    <message>
        <source>A mail server speaks first. Either it is overloaded, or something else answers on this port, or a firewall holds its words back.</source>
        <translation>Ein Mailserver spricht zuerst. Entweder ist er überlastet, oder auf diesem Port antwortet etwas anderes, oder eine Firewall hält seine Worte zurück.</translation>
    </message>
    <message>
        <source>The encrypted connection was not set up in time.</source>
        <translation>Die verschlüsselte Verbindung kam nicht rechtzeitig zustande.</translation>
    </message>
    <message>
        <source>The server stopped answering.</source>
        <translation>Der Server antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>It greeted, but did not say what it can do. Try again later.</source>
        <translation>Er hat gegrüßt, aber nicht gesagt, was er kann. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server did not answer the sign-in in time.</source>
        <translation>Der Server hat auf die Anmeldung nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server stopped answering after the sign-in.</source>
        <translation>Der Server antwortet nach der Anmeldung nicht mehr.</translation>
    </message>
    <message>
        <source>Signing in works. Try again later.</source>
        <translation>Die Anmeldung funktioniert. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server hung up without a word.</source>
        <translation>Der Server hat wortlos aufgelegt.</translation>
    </message>
    <message>
        <source>It took the connection on port %1 and closed it again. Often it takes no connections from this network, or another service listens there.</source>
        <translation>Er hat die Verbindung auf Port %1 angenommen und gleich wieder geschlossen. Oft nimmt er aus diesem Netz keine Verbindungen an, oder dort ist ein anderer Dienst zu erreichen.</translation>
    </message>
    <message>
        <source>The connection broke while encryption was being set up.</source>
        <translation>Die Verbindung brach ab, während die Verschlüsselung aufgebaut wurde.</translation>
    </message>
    <message>
        <source>The server, or a firewall on the way, closed it without saying why.</source>
        <translation>Der Server oder eine Firewall unterwegs hat sie geschlossen, ohne zu sagen, warum.</translation>
    </message>
    <message>
        <source>The server hung up in the middle of the conversation.</source>
        <translation>Der Server hat mitten im Gespräch aufgelegt.</translation>
    </message>
    <message>
        <source>Test again. If it happens every time, ask the server&apos;s owner.</source>
        <translation>Testen Sie erneut. Wenn es jedes Mal geschieht, fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server hung up during the sign-in.</source>
        <translation>Der Server hat während der Anmeldung aufgelegt.</translation>
    </message>
    <message>
        <source>The server hung up after the sign-in.</source>
        <translation>Der Server hat nach der Anmeldung aufgelegt.</translation>
    </message>
    <message>
        <source>Signing in works. Test again, or ask the server&apos;s owner.</source>
        <translation>Die Anmeldung funktioniert. Testen Sie erneut, oder fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>It had come as far as: %1.</source>
        <extracomment>%1 is a stage such as «Connect»</extracomment>
        <translation>Er war gekommen bis: %1.</translation>
    </message>
    <message>
        <source>Set no encryption</source>
        <translation>Verschlüsselung ausschalten</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <extracomment>%1 is such as «Set Use Ssl»</extracomment>
        <translation>%1, Port %2</translation>
    </message>
    <message>
        <source>Use %1</source>
        <extracomment>A button that sets the Hostname to %1</extracomment>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Set Store to %1</source>
        <extracomment>A button that sets the account&apos;s Store to %1, IMAP or POP3</extracomment>
        <translation>Store auf %1 stellen</translation>
    </message>
    <message>
        <source>Port %1 expects encryption from the first byte, but Use Ssl is off.</source>
        <translation>Port %1 erwartet Verschlüsselung vom ersten Byte an, aber Use Ssl ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Server and network are fine.</source>
        <translation>Server und Netz sind in Ordnung.</translation>
    </message>
    <message>
        <source>Port %1 starts unencrypted, but Use Ssl is on.</source>
        <translation>Port %1 beginnt unverschlüsselt, aber Use Ssl ist eingeschaltet.</translation>
    </message>
    <message>
        <source>The server offers Use Start Tls here.</source>
        <translation>Der Server bietet hier Use Start Tls an.</translation>
    </message>
    <message>
        <source>The server offers no encryption here. Use Ssl usually means port %1.</source>
        <translation>Der Server bietet hier keine Verschlüsselung an. Zu Use Ssl gehört meist Port %1.</translation>
    </message>
    <message>
        <source>On port %1 answers %2, but %3 is expected.</source>
        <extracomment>%2 is such as «a web server», %3 is SMTP, IMAP or POP3</extracomment>
        <translation>Auf Port %1 antwortet %2, erwartet wird aber %3.</translation>
    </message>
    <message>
        <source>The usual ports for %1 are %2.</source>
        <translation>Die üblichen Ports für %1 sind %2.</translation>
    </message>
    <message>
        <source>If this port is right, the account&apos;s Store should be %1.</source>
        <translation>Wenn dieser Port richtig ist, sollte der Store des Kontos %1 sein.</translation>
    </message>
    <message>
        <source>Outgoing and incoming mail often have servers of their own: check the Hostname too.</source>
        <translation>Für ausgehende und eingehende E-Mails gibt es oft eigene Server: Prüfen Sie auch den Hostname.</translation>
    </message>
    <message>
        <source>The server answers, but turns this computer away.</source>
        <translation>Der Server antwortet, weist diesen Computer aber ab.</translation>
    </message>
    <message>
        <source>That is for now: try again in a few minutes.</source>
        <translation>Das gilt nur vorläufig: Versuchen Sie es in ein paar Minuten erneut.</translation>
    </message>
    <message>
        <source>The server gave an answer that %1 does not have.</source>
        <translation>Der Server gab eine Antwort, die es in %1 nicht gibt.</translation>
    </message>
    <message>
        <source>The answer was longer than any that makes sense.</source>
        <translation>Die Antwort war länger als jede sinnvolle.</translation>
    </message>
    <message>
        <source>Either another service listens there, or something on the way changes what is said. The test stopped to be safe.</source>
        <translation>Entweder ist dort ein anderer Dienst zu erreichen, oder unterwegs verändert etwas, was gesagt wird. Der Test hat sicherheitshalber angehalten.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <extracomment>%1 is the label of a property such as Hostname</extracomment>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>«%2» is no value for %1.</source>
        <translation>„%2“ ist kein Wert für %1.</translation>
    </message>
    <message>
        <source>%1 has a line break or a NUL in it. It has to be a single line.</source>
        <translation>%1 enthält einen Zeilenumbruch oder ein NUL-Zeichen. Es muss eine einzige Zeile sein.</translation>
    </message>
    <message>
        <source>«%1» is neither a host name nor an address.</source>
        <translation>„%1“ ist weder ein Hostname noch eine Adresse.</translation>
    </message>
    <message>
        <source>Use Ssl and Use Start Tls are both on. Switch one of them off.</source>
        <translation>Use Ssl und Use Start Tls sind beide eingeschaltet. Schalten Sie eines davon aus.</translation>
    </message>
    <message>
        <source>There is no port 0.</source>
        <translation>Port 0 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be %2; it is out of range.</source>
        <translation>%1 kann nicht %2 sein; der Wert liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>This is no e-mail account, so there is nothing to test.</source>
        <translation>Das ist kein E-Mail-Konto, also gibt es nichts zu testen.</translation>
    </message>
    <message>
        <source>The server&apos;s words arrive overwritten with asterisks or X&apos;s: a firewall on the way inspects SMTP and hides the offer. Ask its owner to switch that off for this server.</source>
        <translation>Die Worte des Servers kommen mit Sternchen oder X überschrieben an: Eine Firewall unterwegs prüft SMTP und verdeckt das Angebot. Bitten Sie ihren Betreiber, das für diesen Server auszuschalten.</translation>
    </message>
    <message>
        <source>The server offers no encryption on port %1, so the test stopped.</source>
        <translation>Der Server bietet auf Port %1 keine Verschlüsselung an, deshalb hat der Test angehalten.</translation>
    </message>
    <message>
        <source>Either encryption is not set up there, or something on the way removes it, often a firewall that inspects mail. Do not turn encryption off to get past this.</source>
        <translation>Entweder ist dort keine Verschlüsselung eingerichtet, oder unterwegs entfernt sie etwas, oft eine Firewall, die E-Mails prüft. Schalten Sie die Verschlüsselung nicht aus, um daran vorbeizukommen.</translation>
    </message>
    <message>
        <source>The server does not start the encryption that it offers on port %1, so the test stopped.</source>
        <translation>Der Server startet die Verschlüsselung nicht, die er auf Port %1 anbietet, deshalb hat der Test angehalten.</translation>
    </message>
    <message>
        <source>Most likely its certificate is not set up. Ask the server&apos;s owner. Do not turn encryption off to get past this.</source>
        <translation>Höchstwahrscheinlich ist sein Zertifikat nicht eingerichtet. Fragen Sie den Betreiber des Servers. Schalten Sie die Verschlüsselung nicht aus, um daran vorbeizukommen.</translation>
    </message>
    <message>
        <source>Something slipped words into the connection just before encryption began.</source>
        <translation>Kurz bevor die Verschlüsselung begann, wurden Worte in die Verbindung eingeschleust.</translation>
    </message>
    <message>
        <source>More came than the server&apos;s go-ahead. That is how someone in between attacks a mail program; a faulty server or firewall can look the same. Test from another network, and tell the server&apos;s owner.</source>
        <translation>Es kam mehr als das Startzeichen des Servers. So greift jemand, der dazwischensteht, ein Mailprogramm an; ein fehlerhafter Server oder eine fehlerhafte Firewall kann genauso aussehen. Testen Sie aus einem anderen Netz, und sagen Sie es dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server does not have TLS 1.3.</source>
        <translation>Der Server hat kein TLS 1.3.</translation>
    </message>
    <message>
        <source>The account asks for nothing less. TLS 1.2 is safe too.</source>
        <translation>Das Konto verlangt mindestens das. TLS 1.2 ist auch sicher.</translation>
    </message>
    <message>
        <source>Allow TLS 1.2</source>
        <translation>TLS 1.2 erlauben</translation>
    </message>
    <message>
        <source>The server only has an old kind of encryption.</source>
        <translation>Der Server hat nur eine alte Art der Verschlüsselung.</translation>
    </message>
    <message>
        <source>It has nothing better than SSL 3.0, TLS 1.0 or TLS 1.1, which can be broken. Ask its owner to update it.</source>
        <translation>Er hat nichts Besseres als SSL 3.0, TLS 1.0 oder TLS 1.1, die gebrochen werden können. Bitten Sie seinen Betreiber, ihn zu aktualisieren.</translation>
    </message>
    <message>
        <source>The server showed no certificate that could be checked.</source>
        <translation>Der Server hat kein Zertifikat vorgelegt, das geprüft werden konnte.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s owner to look at its certificate chain.</source>
        <translation>Bitten Sie den Betreiber des Servers, nach der Zertifikatskette zu sehen.</translation>
    </message>
    <message>
        <source>The encrypted connection could not be set up.</source>
        <translation>Die verschlüsselte Verbindung kam nicht zustande.</translation>
    </message>
    <message>
        <source>Port and mode are right, but server and computer found no way to encrypt. Either the server is set up wrongly, or a firewall on the way disturbs it.</source>
        <translation>Port und Modus stimmen, aber Server und Computer fanden keine gemeinsame Verschlüsselung. Entweder ist der Server falsch eingerichtet, oder eine Firewall unterwegs stört.</translation>
    </message>
    <message>
        <source>The server signs everybody in before encryption can begin.</source>
        <translation>Der Server meldet jeden an, bevor die Verschlüsselung beginnen kann.</translation>
    </message>
    <message>
        <source>After that the connection cannot be encrypted any more, so the test stopped. A mail server on the internet does not do this: someone may be standing in between.</source>
        <translation>Danach lässt sich die Verbindung nicht mehr verschlüsseln, deshalb hat der Test angehalten. Ein Mailserver im Internet tut das nicht: Vielleicht steht jemand dazwischen.</translation>
    </message>
    <message>
        <source>The server signs everybody in without asking.</source>
        <translation>Der Server meldet jeden ungefragt an.</translation>
    </message>
    <message>
        <source>a server for outgoing mail (SMTP)</source>
        <translation>ein Server für ausgehende E-Mails (SMTP)</translation>
    </message>
    <message>
        <source>a server for incoming mail (IMAP)</source>
        <translation>ein Server für eingehende E-Mails (IMAP)</translation>
    </message>
    <message>
        <source>a server for incoming mail (POP3)</source>
        <translation>ein Server für eingehende E-Mails (POP3)</translation>
    </message>
    <message>
        <source>a web server</source>
        <translation>ein Webserver</translation>
    </message>
    <message>
        <source>a server for remote sign-in (SSH)</source>
        <translation>ein Server für die Fernanmeldung (SSH)</translation>
    </message>
    <message>
        <source>a server that wants encryption from the first byte (TLS)</source>
        <translation>ein Server, der Verschlüsselung vom ersten Byte an will (TLS)</translation>
    </message>
    <message>
        <source>something that is no mail server</source>
        <translation>etwas, das kein Mailserver ist</translation>
    </message>
    <message>
        <source>The server said: «%1».</source>
        <extracomment>%1 is the server&apos;s own text</extracomment>
        <translation>Der Server sagte: „%1“.</translation>
    </message>
    <message>
        <source>Your password was not sent.</source>
        <translation>Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Tested from this computer; the station&apos;s firewall, DNS and clock may differ.</source>
        <translation>Von diesem Computer getestet; Firewall, DNS und Uhr der Station können abweichen.</translation>
    </message>
    <message>
        <source>Tested from this computer, %1; the station&apos;s firewall, DNS and clock may differ.</source>
        <translation>Von diesem Computer getestet, %1; Firewall, DNS und Uhr der Station können abweichen.</translation>
    </message>
    <message>
        <source>Began at %1, took %2.</source>
        <extracomment>%1 is a time, %2 a duration</extracomment>
        <translation>Beginn: %1, Dauer: %2.</translation>
    </message>
    <message>
        <source>Tested with unsaved changes: %1.</source>
        <translation>Mit ungespeicherten Änderungen getestet: %1.</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>Offered before encryption</source>
        <translation>Angeboten vor der Verschlüsselung</translation>
    </message>
    <message>
        <source>Offered inside encryption</source>
        <translation>Angeboten in der Verschlüsselung</translation>
    </message>
    <message>
        <source>Way to sign in: %1</source>
        <extracomment>%1 is a mechanism such as PLAIN</extracomment>
        <translation>Art der Anmeldung: %1</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Transcript (secrets are masked)</source>
        <translation>Mitschrift (Geheimnisse sind verdeckt)</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>A stage of the connection test: the account&apos;s values are checked</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find host</source>
        <translation>Host suchen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>Start Tls</source>
        <translation>Start Tls</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Identity</source>
        <extracomment>A stage of the connection test: the server&apos;s certificate is judged</extracomment>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Envelope</source>
        <extracomment>A stage of the connection test: sender and recipient, or the inbox</extracomment>
        <translation>Umschlag</translation>
    </message>
    <message>
        <source>Test message</source>
        <translation>Testnachricht</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>a property has to be set</source>
        <translation>eine Eigenschaft muss gesetzt werden</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>Host nicht gefunden</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>wrong security mode</source>
        <translation>falscher Sicherheitsmodus</translation>
    </message>
    <message>
        <source>another service answers</source>
        <translation>ein anderer Dienst antwortet</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>no encryption offered</source>
        <translation>keine Verschlüsselung angeboten</translation>
    </message>
    <message>
        <source>encryption refused</source>
        <translation>Verschlüsselung verweigert</translation>
    </message>
    <message>
        <source>attack recognised</source>
        <translation>Angriff erkannt</translation>
    </message>
    <message>
        <source>encryption failed</source>
        <translation>Verschlüsselung gescheitert</translation>
    </message>
    <message>
        <source>certificate challenged</source>
        <translation>Rückfrage zum Zertifikat</translation>
    </message>
    <message>
        <source>certificate rejected</source>
        <translation>Zertifikat abgelehnt</translation>
    </message>
    <message>
        <source>signed in unasked</source>
        <translation>ungefragt angemeldet</translation>
    </message>
    <message>
        <source>no way to sign in</source>
        <translation>keine Art der Anmeldung</translation>
    </message>
    <message>
        <source>sign-in not allowed</source>
        <translation>Anmeldung nicht erlaubt</translation>
    </message>
    <message>
        <source>sign-in rejected</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>vom Server abgelehnt</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>Antwort nicht verstanden</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>Connected to %1 instead; names were verified as typed.</source>
        <extracomment>%1 is a host and port, such as a tunnel&apos;s end</extracomment>
        <translation>Stattdessen mit %1 verbunden; geprüft wurden die Namen, wie sie eingegeben sind.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is certainly wrong.</source>
        <translation>Die Uhr dieses Computers geht mit Sicherheit falsch.</translation>
    </message>
    <message>
        <source>The server&apos;s clock says %1, and by that the certificate is valid: most likely this computer&apos;s clock is wrong.</source>
        <translation>Die Uhr des Servers zeigt %1, und danach ist das Zertifikat gültig: Höchstwahrscheinlich geht die Uhr dieses Computers falsch.</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock not one certificate of the chain is valid, which hardly ever happens: most likely the clock is wrong.</source>
        <translation>Nach der Uhr dieses Computers ist kein einziges Zertifikat der Kette gültig, und das kommt kaum je vor: Höchstwahrscheinlich geht die Uhr falsch.</translation>
    </message>
    <message>
        <source>The station checks certificates by its own clock; look at that one too.</source>
        <translation>Die Station prüft Zertifikate nach ihrer eigenen Uhr; sehen Sie auch nach dieser.</translation>
    </message>
    <message>
        <source>The token could not be used to sign in.</source>
        <translation>Das Token war für die Anmeldung nicht verwendbar.</translation>
    </message>
    <message>
        <source>Leave the mechanism to the test, and check that user name and token hold nothing that does not belong there.</source>
        <translation>Überlassen Sie die Art der Anmeldung dem Test, und prüfen Sie, dass Benutzername und Token nichts enthalten, was nicht hineingehört.</translation>
    </message>
    <message>
        <source>The server takes no tokens.</source>
        <translation>Der Server nimmt keine Tokens an.</translation>
    </message>
    <message>
        <source>A token signs in by OAUTHBEARER or XOAUTH2, and it offers neither.</source>
        <translation>Ein Token meldet über OAUTHBEARER oder XOAUTH2 an, und er bietet keines von beiden an.</translation>
    </message>
    <message>
        <source>A client certificate needs an encrypted connection.</source>
        <translation>Ein Client-Zertifikat braucht eine verschlüsselte Verbindung.</translation>
    </message>
    <message>
        <source>The server lets nobody sign in by a client certificate.</source>
        <translation>Der Server lässt keine Anmeldung mit Client-Zertifikat zu.</translation>
    </message>
    <message>
        <source>The server refused the token.</source>
        <translation>Der Server hat das Token abgelehnt.</translation>
    </message>
    <message>
        <source>It may have run out: most are good for an hour. Or it was made for another account, or for another purpose than mail. Get a new one and test again.</source>
        <translation>Vielleicht ist es abgelaufen: Die meisten gelten eine Stunde. Oder es wurde für ein anderes Konto ausgestellt oder für einen anderen Zweck als E-Mail. Besorgen Sie ein neues und testen Sie erneut.</translation>
    </message>
    <message>
        <source>The server does not let the client certificate sign in.</source>
        <translation>Der Server lässt mit dem Client-Zertifikat keine Anmeldung zu.</translation>
    </message>
    <message>
        <source>It took the certificate in the handshake, but knows no account for it, or another one than this. Ask the server&apos;s owner which name belongs to it.</source>
        <translation>Er hat das Zertifikat im Handshake angenommen, kennt dazu aber kein Konto oder ein anderes als dieses. Fragen Sie den Betreiber des Servers, welcher Name dazugehört.</translation>
    </message>
    <message>
        <source>The server refused the client certificate.</source>
        <translation>Der Server hat das Client-Zertifikat abgelehnt.</translation>
    </message>
    <message>
        <source>It may have run out, or be signed by a CA that the server does not know. Ask the server&apos;s owner for one that is let in.</source>
        <translation>Vielleicht ist es abgelaufen oder von einer CA signiert, die der Server nicht kennt. Bitten Sie den Betreiber des Servers um eines, das zugelassen ist.</translation>
    </message>
    <message>
        <source>The server wants a certificate from whoever connects.</source>
        <translation>Der Server will von jedem, der sich verbindet, ein Zertifikat.</translation>
    </message>
    <message>
        <source>Only computers with a client certificate of the server&apos;s owner get in. Ask whether the station can be let in without one.</source>
        <translation>Nur Computer mit einem Client-Zertifikat des Server-Betreibers kommen hinein. Fragen Sie, ob die Station ohne eines zugelassen werden kann.</translation>
    </message>
    <message>
        <source>That says nothing about the password.</source>
        <translation>Über das Passwort sagt das nichts.</translation>
    </message>
    <message>
        <source>That says nothing about the token.</source>
        <translation>Über das Token sagt das nichts.</translation>
    </message>
    <message>
        <source>That says nothing about the client certificate.</source>
        <translation>Über das Client-Zertifikat sagt das nichts.</translation>
    </message>
    <message>
        <source>The server takes no passwords, only a provider&apos;s tokens.</source>
        <translation>Der Server nimmt keine Passwörter an, nur die Tokens eines Anbieters.</translation>
    </message>
    <message>
        <source>The token had crossed the network readable by then.</source>
        <translation>Das Token war da schon lesbar durchs Netz gegangen.</translation>
    </message>
    <message>
        <source>The server lets nobody sign in over a connection that is not encrypted.</source>
        <translation>Der Server lässt über eine unverschlüsselte Verbindung keine Anmeldung zu.</translation>
    </message>
    <message>
        <source>Someone else is reading this mailbox just now.</source>
        <translation>Jemand anders liest dieses Postfach gerade.</translation>
    </message>
    <message>
        <source>It lets one reader in at a time: most likely the station itself or a mail program. Nothing is wrong with the sign-in. Wait a minute and test again.</source>
        <translation>Der Server lässt nur einen Leser auf einmal hinein: Höchstwahrscheinlich ist es die Station selbst oder ein Mailprogramm. An der Anmeldung liegt es nicht. Warten Sie eine Minute und testen Sie erneut.</translation>
    </message>
    <message>
        <source>The server has too many connections from here already.</source>
        <translation>Der Server hat bereits zu viele Verbindungen von hier.</translation>
    </message>
    <message>
        <source>Other stations and mail programs count as well. Wait a few minutes and test again.</source>
        <translation>Andere Stationen und Mailprogramme zählen mit. Warten Sie ein paar Minuten und testen Sie erneut.</translation>
    </message>
    <message>
        <source>Wait an hour and test once.</source>
        <translation>Warten Sie eine Stunde und testen Sie einmal.</translation>
    </message>
    <message>
        <source>The server wants a longer pause between two sign-ins.</source>
        <translation>Der Server will eine längere Pause zwischen zwei Anmeldungen.</translation>
    </message>
    <message>
        <source>Wait a few minutes and test again. The station runs into the same: give it a longer Pollrate.</source>
        <translation>Warten Sie ein paar Minuten und testen Sie erneut. Der Station geht es ebenso: Geben Sie ihr eine längere Pollrate.</translation>
    </message>
    <message>
        <source>The server has locked this account.</source>
        <translation>Der Server hat dieses Konto gesperrt.</translation>
    </message>
    <message>
        <source>Ask the mail server&apos;s owner to unlock it. Often a station that polls with an old password is the cause, and locks it again.</source>
        <translation>Bitten Sie den Betreiber des Mailservers, es zu entsperren. Oft ist eine Station die Ursache, die mit einem alten Passwort abfragt, und sie sperrt es dann wieder.</translation>
    </message>
    <message>
        <source>The account&apos;s password has run out.</source>
        <translation>Das Passwort des Kontos ist abgelaufen.</translation>
    </message>
    <message>
        <source>Ask the mail server&apos;s owner for a new one, and for one that does not run out: a station cannot change it by itself.</source>
        <translation>Bitten Sie den Betreiber des Mailservers um ein neues, und zwar um eines, das nicht abläuft: Eine Station kann es nicht selbst ändern.</translation>
    </message>
    <message>
        <source>The account may not be used by %1.</source>
        <extracomment>%1 is SMTP, IMAP or POP3</extracomment>
        <translation>Das Konto darf nicht über %1 verwendet werden.</translation>
    </message>
    <message>
        <source>Switch it on in the mailbox&apos;s settings on the provider&apos;s web page, or ask the mail server&apos;s owner to.</source>
        <translation>Schalten Sie es in den Einstellungen des Postfachs auf der Webseite des Anbieters ein, oder bitten Sie den Betreiber des Mailservers darum.</translation>
    </message>
    <message>
        <source>The server knows this account, but does not let it in.</source>
        <translation>Der Server kennt dieses Konto, lässt es aber nicht hinein.</translation>
    </message>
    <message>
        <source>The password is right, a permission is missing. Ask the mail server&apos;s owner.</source>
        <translation>Das Passwort stimmt, es fehlt eine Berechtigung. Fragen Sie den Betreiber des Mailservers.</translation>
    </message>
    <message>
        <source>A permission is missing. Ask the mail server&apos;s owner.</source>
        <translation>Es fehlt eine Berechtigung. Fragen Sie den Betreiber des Mailservers.</translation>
    </message>
    <message>
        <source>The server wants another way to sign in for this account.</source>
        <translation>Der Server will für dieses Konto eine andere Art der Anmeldung.</translation>
    </message>
    <message>
        <source>That is often an app password in the place of the usual one. Ask the mail server&apos;s owner.</source>
        <translation>Oft ist das ein App-Passwort anstelle des üblichen. Fragen Sie den Betreiber des Mailservers.</translation>
    </message>
    <message>
        <source>The server could not check the sign-in just now.</source>
        <translation>Der Server konnte die Anmeldung gerade nicht prüfen.</translation>
    </message>
    <message>
        <source>Wait a few minutes and test again.</source>
        <translation>Warten Sie ein paar Minuten und testen Sie erneut.</translation>
    </message>
    <message>
        <source>Either the password is wrong, or Microsoft 365 has «Authenticated SMTP» switched off for this mailbox; its administrator can see which.</source>
        <translation>Entweder ist das Passwort falsch, oder Microsoft 365 hat „Authentifiziertes SMTP“ für dieses Postfach ausgeschaltet; der Administrator kann sehen, was davon zutrifft.</translation>
    </message>
    <message>
        <source>%1 (As of %2.)</source>
        <extracomment>%1 is advice on a mail provider, %2 the month in which it was known to be true</extracomment>
        <translation>%1 (Stand: %2.)</translation>
    </message>
    <message>
        <source>Port %1 usually is a web server&apos;s.</source>
        <translation>Port %1 gehört meist zu einem Webserver.</translation>
    </message>
    <message>
        <source>Some servers wait longer after every refused sign-in. Wait a few minutes and test again.</source>
        <translation>Manche Server warten nach jeder abgelehnten Anmeldung länger. Warten Sie ein paar Minuten und testen Sie erneut.</translation>
    </message>
    <message>
        <source>Some servers do so after too many refused sign-ins, or where they do not like a sign-in from here. Wait a few minutes before the next test.</source>
        <translation>Manche Server tun das nach zu vielen abgelehnten Anmeldungen oder wenn ihnen eine Anmeldung von hier nicht gefällt. Warten Sie ein paar Minuten bis zum nächsten Test.</translation>
    </message>
    <message>
        <source>Set Reply To to %1</source>
        <extracomment>A button that sets Reply To to %1, an address</extracomment>
        <translation>Reply To auf %1 stellen</translation>
    </message>
    <message>
        <source>The server takes mail only after a sign-in.</source>
        <translation>Der Server nimmt E-Mails nur nach einer Anmeldung an.</translation>
    </message>
    <message>
        <source>Fill in Account and Password, and check that Use Authentication is on where the sheet shows it.</source>
        <translation>Füllen Sie Account und Password aus und prüfen Sie, ob Use Authentication eingeschaltet ist, wo das Eigenschaftsblatt es zeigt.</translation>
    </message>
    <message>
        <source>The server takes mail only over an encrypted connection.</source>
        <translation>Der Server nimmt E-Mails nur über eine verschlüsselte Verbindung an.</translation>
    </message>
    <message>
        <source>The server does not pass mail on to this recipient.</source>
        <translation>Der Server leitet E-Mails an diesen Empfänger nicht weiter.</translation>
    </message>
    <message>
        <source>The sign-in worked, but this account may not send to other mail systems. Ask the server&apos;s owner to allow it.</source>
        <translation>Die Anmeldung hat funktioniert, aber dieses Konto darf nicht an andere Mailsysteme senden. Bitten Sie den Betreiber des Servers, es zu erlauben.</translation>
    </message>
    <message>
        <source>It does that after a sign-in, or for networks that its owner has named. Fill in Account and Password, or ask the owner to let the station&apos;s address relay.</source>
        <translation>Er tut das nach einer Anmeldung oder für Netze, die sein Betreiber festgelegt hat. Füllen Sie Account und Password aus, oder bitten Sie den Betreiber, für die Adresse der Station das Weiterleiten (Relay) zu erlauben.</translation>
    </message>
    <message>
        <source>The server refused the sender&apos;s address.</source>
        <translation>Der Server hat die Adresse des Absenders abgelehnt.</translation>
    </message>
    <message>
        <source>Mail is sent in the name of Reply To, or of Account where that is empty.</source>
        <translation>E-Mails werden im Namen von Reply To gesendet, oder von Account, wo Reply To leer ist.</translation>
    </message>
    <message>
        <source>The server does not know the recipient.</source>
        <translation>Der Server kennt den Empfänger nicht.</translation>
    </message>
    <message>
        <source>The sender was taken. Check the recipient&apos;s address for typing mistakes.</source>
        <translation>Der Absender wurde angenommen. Prüfen Sie die Adresse des Empfängers auf Tippfehler.</translation>
    </message>
    <message>
        <source>The recipient&apos;s mailbox is full.</source>
        <translation>Das Postfach des Empfängers ist voll.</translation>
    </message>
    <message>
        <source>The account works. Ask the recipient to make room.</source>
        <translation>Das Konto funktioniert. Bitten Sie den Empfänger, Platz zu schaffen.</translation>
    </message>
    <message>
        <source>The message is larger than the server takes.</source>
        <translation>Die Nachricht ist größer, als der Server annimmt.</translation>
    </message>
    <message>
        <source>The account works. Ask the server&apos;s owner for the largest size.</source>
        <translation>Das Konto funktioniert. Fragen Sie den Betreiber des Servers nach der größten erlaubten Größe.</translation>
    </message>
    <message>
        <source>The account has sent as much as the server allows.</source>
        <translation>Das Konto hat so viel gesendet, wie der Server erlaubt.</translation>
    </message>
    <message>
        <source>Wait until the limit starts anew, often the next day. Keep the station below it by Max Sendable Per Day.</source>
        <translation>Warten Sie, bis die Grenze neu beginnt, oft am nächsten Tag. Halten Sie die Station mit Max Sendable Per Day darunter.</translation>
    </message>
    <message>
        <source>The server does not trust the network this comes from.</source>
        <translation>Der Server traut dem Netz nicht, aus dem dies kommt.</translation>
    </message>
    <message>
        <source>The server asks to come again later.</source>
        <translation>Der Server bittet darum, später wiederzukommen.</translation>
    </message>
    <message>
        <source>The server cannot take mail just now.</source>
        <translation>Der Server kann gerade keine E-Mails annehmen.</translation>
    </message>
    <message>
        <source>On port %1 answers a server for files (FTP), but SMTP is expected.</source>
        <translation>Auf Port %1 antwortet ein Server für Dateien (FTP), erwartet wird aber SMTP.</translation>
    </message>
    <message>
        <source>It has too many connections from here already. Other stations and mail programs count as well. Wait a few minutes and test again.</source>
        <translation>Er hat bereits zu viele Verbindungen von hier. Andere Stationen und Mailprogramme zählen mit. Warten Sie ein paar Minuten und testen Sie erneut.</translation>
    </message>
    <message>
        <source>Not encrypted: the token crossed the network readable.</source>
        <translation>Nicht verschlüsselt: Das Token ging lesbar durchs Netz.</translation>
    </message>
    <message>
        <source>Test Use Ssl</source>
        <translation>Use Ssl testen</translation>
    </message>
    <message>
        <source>The server has nothing better than SSL 3.0.</source>
        <translation>Der Server hat nichts Besseres als SSL 3.0.</translation>
    </message>
    <message>
        <source>SSL 3.0 is from 1996 and broken; it must not be used any more (RFC 7568), and no current program or station speaks it. The server has to be updated.</source>
        <translation>SSL 3.0 ist von 1996 und gebrochen; es darf nicht mehr verwendet werden (RFC 7568), und weder ein aktuelles Programm noch eine aktuelle Station spricht es. Der Server muss aktualisiert werden.</translation>
    </message>
    <message>
        <source>The server has nothing better than %1.</source>
        <extracomment>%1 is such as TLS 1.0</extracomment>
        <translation>Der Server hat nichts Besseres als %1.</translation>
    </message>
    <message>
        <source>That is an old kind of encryption that can be broken. Ask the server&apos;s owner to update it.</source>
        <translation>Das ist eine alte Art der Verschlüsselung, die gebrochen werden kann. Bitten Sie den Betreiber des Servers, sie zu aktualisieren.</translation>
    </message>
    <message>
        <source>The server does not go by the name %1.</source>
        <translation>Der Server kennt sich unter dem Namen %1 nicht.</translation>
    </message>
    <message>
        <source>It answers, but has no certificate for this Hostname. Ask the mail server&apos;s owner for the right name.</source>
        <translation>Er antwortet, hat aber kein Zertifikat für diesen Hostname. Fragen Sie den Betreiber des Mailservers nach dem richtigen Namen.</translation>
    </message>
    <message>
        <source>The server and this computer found no safe way to encrypt.</source>
        <translation>Der Server und dieser Computer fanden keine sichere gemeinsame Verschlüsselung.</translation>
    </message>
    <message>
        <source>Port and mode are right. The server&apos;s ways are too weak or too unusual. Ask its owner to update its TLS settings.</source>
        <translation>Port und Modus stimmen. Die Verfahren des Servers sind zu schwach oder zu ungewöhnlich. Bitten Sie seinen Betreiber, die TLS-Einstellungen zu aktualisieren.</translation>
    </message>
    <message>
        <source>So signing in could not be tested.</source>
        <translation>Deshalb konnte die Anmeldung nicht getestet werden.</translation>
    </message>
    <message>
        <source>Your token was not sent.</source>
        <translation>Ihr Token wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>No password was sent.</source>
        <translation>Es wurde kein Passwort gesendet.</translation>
    </message>
    <message>
        <source>by the System Trust Store</source>
        <translation>durch den System Trust Store</translation>
    </message>
    <message>
        <source>by the User Trust Store</source>
        <translation>durch den User Trust Store</translation>
    </message>
    <message>
        <source>The server took the connection and then fell silent. A firewall that inspects encrypted connections does that, and so does an overloaded server.</source>
        <translation>Der Server hat die Verbindung angenommen und ist dann verstummt. Eine Firewall, die verschlüsselte Verbindungen prüft, verhält sich so, ein überlasteter Server auch.</translation>
    </message>
    <message>
        <source>Not encrypted: %1 hid the password in this test, but from a station that signs in with PLAIN or LOGIN it crosses the network readable.</source>
        <extracomment>%1 is a mechanism such as SCRAM-SHA-256</extracomment>
        <translation>Nicht verschlüsselt: %1 hat das Passwort in diesem Test verborgen, aber von einer Station, die sich mit PLAIN oder LOGIN anmeldet, geht es lesbar durch das Netz.</translation>
    </message>
    <message>
        <source>The server hung up when encryption was to begin.</source>
        <translation>Der Server hat aufgelegt, als die Verschlüsselung beginnen sollte.</translation>
    </message>
    <message>
        <source>It agreed to begin and then closed the connection. Most likely its certificate is not set up, or a firewall on the way disturbs the encryption.</source>
        <translation>Er hat dem Beginn zugestimmt und dann die Verbindung geschlossen. Höchstwahrscheinlich ist sein Zertifikat nicht eingerichtet, oder eine Firewall unterwegs stört die Verschlüsselung.</translation>
    </message>
    <message>
        <source>It took the connection on port %1 and closed it without a word. Often it takes no connections from this network, another service listens there, or a firewall on the way disturbs the encryption.</source>
        <translation>Er hat die Verbindung auf Port %1 angenommen und wortlos geschlossen. Oft nimmt er aus diesem Netz keine Verbindungen an, oder auf diesem Port läuft ein anderer Dienst, oder eine Firewall unterwegs stört die Verschlüsselung.</translation>
    </message>
    <message>
        <source>The certificate was accepted for this run only; replace it with the root CA when you can.</source>
        <translation>Das Zertifikat wurde nur für dieses Mal angenommen; ersetzen Sie es durch die Root-CA, sobald Sie können.</translation>
    </message>
    <message>
        <source>Set %1</source>
        <extracomment>A button; %1 is Use Ssl or Use Start Tls</extracomment>
        <translation>%1 einschalten</translation>
    </message>
    <message>
        <source>The address stands in the certificate as a host name (dNSName), which does not count for an address. Ask the server&apos;s owner for a new certificate with the address as an IP address, or type a host name that the certificate has.</source>
        <translation>Die Adresse steht im Zertifikat als Hostname (dNSName), was für eine Adresse nicht zählt. Bitten Sie den Betreiber des Servers um ein neues Zertifikat mit der Adresse als IP-Adresse, oder geben Sie einen Hostnamen ein, den das Zertifikat hat.</translation>
    </message>
    <message>
        <source>It has %1 as its common name alone, and the common name no longer counts. Ask the server&apos;s owner for a new certificate with the name as an alternative name. A station with an older Java may still accept it.</source>
        <translation>Es hat %1 nur als Common Name, und der zählt nicht mehr. Bitten Sie den Betreiber des Servers um ein neues Zertifikat mit dem Namen als alternativem Namen. Eine Station mit älterem Java nimmt dieses vielleicht noch an.</translation>
    </message>
    <message>
        <source>A root CA in this computer&apos;s trust store ran out on %1.</source>
        <translation>Eine Root CA im Trust Store dieses Computers ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>This computer&apos;s root «%1» is out of date; the server&apos;s own certificate may be in order. Update this computer&apos;s root certificates, or import the CA&apos;s newer root. The station has trust stores of its own, which may know the newer root already.</source>
        <translation>Die Root CA „%1“ dieses Computers ist veraltet; das Zertifikat des Servers selbst kann in Ordnung sein. Aktualisieren Sie die Root-Zertifikate dieses Computers, oder importieren Sie die neuere Root CA der Zertifizierungsstelle. Die Station hat eigene Trust Stores, die die neuere vielleicht schon kennen.</translation>
    </message>
    <message>
        <source>Also offered, and not tried: %1.</source>
        <extracomment>%1 is a list of mechanisms such as PLAIN, LOGIN</extracomment>
        <translation>Auch angeboten und nicht versucht: %1.</translation>
    </message>
    <message>
        <source>That need not be the password: the server does not say why.</source>
        <translation>Das muss nicht am Passwort liegen: Der Server sagt nicht, warum.</translation>
    </message>
    <message>
        <source>The server does not say why.</source>
        <translation>Der Server sagt nicht, warum.</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in.</source>
        <translation>Der Server hat die Anmeldung nicht angenommen.</translation>
    </message>
    <message>
        <source>Ask the mail server&apos;s owner what its answer means.</source>
        <translation>Fragen Sie den Betreiber des Mailservers, was seine Antwort bedeutet.</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in by %1.</source>
        <extracomment>%1 is a mechanism such as CRAM-MD5</extracomment>
        <translation>Der Server hat die Anmeldung mit %1 nicht angenommen.</translation>
    </message>
    <message>
        <source>A station does not sign in so, but by LOGIN, PLAIN or a command with the password. Some servers offer a way that they are not set up for, so the password may be right: choose the station&apos;s way for the next test.</source>
        <translation>So meldet sich eine Station nicht an, sondern mit LOGIN, PLAIN oder einem Befehl mit dem Passwort. Manche Server bieten eine Art an, für die sie nicht eingerichtet sind; das Passwort kann also stimmen: Wählen Sie für den nächsten Test die Art der Station.</translation>
    </message>
    <message>
        <source>The server asks for encryption, although it is encrypted already.</source>
        <translation>Der Server verlangt Verschlüsselung, obwohl schon verschlüsselt ist.</translation>
    </message>
    <message>
        <source>Something in front of the mail server, such as a proxy or a load balancer, may end the encryption, so that the server itself sees none. Ask its owner.</source>
        <translation>Vielleicht beendet etwas vor dem Mailserver die Verschlüsselung, etwa ein Proxy oder ein Lastverteiler, sodass der Server selbst keine sieht. Fragen Sie seinen Betreiber.</translation>
    </message>
    <message>
        <source>The server refused the way to sign in.</source>
        <translation>Der Server hat die Art der Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>The server refused %1 as a way to sign in.</source>
        <translation>Der Server hat %1 als Art der Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>It may offer a way that is not set up, or not for this account. Ask the mail server&apos;s owner which way to sign in is switched on.</source>
        <translation>Vielleicht bietet er eine Art an, die nicht eingerichtet ist, oder nicht für dieses Konto. Fragen Sie den Betreiber des Mailservers, welche Art der Anmeldung eingeschaltet ist.</translation>
    </message>
    <message>
        <source>After too many attempts the server lets nobody sign in for a while.</source>
        <translation>Nach zu vielen Versuchen lässt der Server eine Weile niemanden herein.</translation>
    </message>
    <message>
        <source>Whether the password is right was not looked at. A station that polls with an old one may keep the door shut: disable its account there. Wait an hour, make sure of the password, and test once.</source>
        <translation>Ob das Passwort stimmt, wurde nicht angesehen. Eine Station, die mit einem alten abfragt, kann die Tür verschlossen halten: Deaktivieren Sie dort ihr Konto. Warten Sie eine Stunde, vergewissern Sie sich des Passworts und testen Sie einmal.</translation>
    </message>
    <message>
        <source>The server wants a password made for mail programs.</source>
        <translation>Der Server will ein Passwort, das für Mailprogramme gemacht ist.</translation>
    </message>
    <message>
        <source>Make an app password or authorization code on the mailbox&apos;s web page, and use it in the place of the usual password.</source>
        <translation>Erstellen Sie auf der Webseite des Postfachs ein App-Passwort oder einen Autorisierungscode und verwenden Sie das anstelle des üblichen Passworts.</translation>
    </message>
    <message>
        <source>The server wants a sign-in by web browser first.</source>
        <translation>Der Server will zuerst eine Anmeldung im Webbrowser.</translation>
    </message>
    <message>
        <source>It may take the sign-in for a robot&apos;s or for a stranger&apos;s. Sign in to the mailbox on the provider&apos;s web page in a browser, confirm what it asks, and test again. It may still want an app password.</source>
        <translation>Vielleicht hält er die Anmeldung für die eines Roboters oder eines Fremden. Melden Sie sich auf der Webseite des Anbieters im Browser am Postfach an, bestätigen Sie, was dort gefragt wird, und testen Sie erneut. Vielleicht will er dann noch ein App-Passwort.</translation>
    </message>
    <message>
        <source>A rule of the server forbids this sign-in.</source>
        <translation>Eine Regel des Servers verbietet diese Anmeldung.</translation>
    </message>
    <message>
        <source>It may be about the network or the place that the sign-in comes from, or about passwords as such. Ask the mail server&apos;s administrator.</source>
        <translation>Sie kann das Netz oder den Ort betreffen, von dem die Anmeldung kommt, oder Passwörter überhaupt. Fragen Sie den Administrator des Mailservers.</translation>
    </message>
    <message>
        <source>The server sends to its administrator.</source>
        <translation>Der Server verweist an seinen Administrator.</translation>
    </message>
    <message>
        <source>Ask the mail server&apos;s owner.</source>
        <translation>Fragen Sie den Betreiber des Mailservers.</translation>
    </message>
    <message>
        <source>The server wants this to be read: «%1».</source>
        <extracomment>%1 is the server&apos;s own text</extracomment>
        <translation>Der Server will, dass dies gelesen wird: „%1“.</translation>
    </message>
    <message>
        <source>The company&apos;s security defaults at Microsoft 365 forbid signing in with a password. Its administrator can switch them off or set up a connector for the station&apos;s fixed address; or use a relay inside the company.</source>
        <translation>Die Sicherheitsstandards der Firma bei Microsoft 365 verbieten die Anmeldung mit einem Passwort. Ihr Administrator kann sie ausschalten oder einen Connector für die feste Adresse der Station einrichten; oder verwenden Sie ein Relay in der Firma.</translation>
    </message>
    <message>
        <source>A rule of the company at Microsoft 365 (Conditional Access) forbids this sign-in. Its administrator sees which in the sign-in log; the rule may be about passwords as such, or about the place it comes from.</source>
        <translation>Eine Regel der Firma bei Microsoft 365 (Conditional Access) verbietet diese Anmeldung. Ihr Administrator sieht im Anmeldeprotokoll, welche; sie kann Passwörter überhaupt betreffen oder den Ort, von dem die Anmeldung kommt.</translation>
    </message>
    <message>
        <source>Microsoft 365 says this of a wrong password, and of a mailbox for which signing in with a password is switched off: it cannot be told which of the two. Its administrator sees it in the sign-in log.</source>
        <translation>Microsoft 365 sagt das bei einem falschen Passwort und bei einem Postfach, für das die Anmeldung mit Passwort ausgeschaltet ist: Welches von beiden, lässt sich nicht sagen. Ihr Administrator sieht es im Anmeldeprotokoll.</translation>
    </message>
    <message>
        <source>Microsoft 365 does not take a password for handing in mail here. It is off by default from the end of December 2026, and an administrator can still switch it on. Other ways: an Email Authenticator with OAuth, on stations from 4.13 on, a connector for the station&apos;s fixed address, High Volume Email, or a relay inside the company.</source>
        <translation>Microsoft 365 nimmt hier zum Einliefern von Mail kein Passwort an. Ab Ende Dezember 2026 ist das die Voreinstellung; ein Administrator kann es noch einschalten. Andere Wege: ein Email Authenticator mit OAuth, auf Stationen ab 4.13, ein Connector für die feste Adresse der Station, High Volume Email oder ein Relay in der Firma.</translation>
    </message>
    <message>
        <source>Microsoft 365 does not take this way to sign in. Often signing in with a password is switched off for the mailbox or the company: its administrator can allow «Authenticated SMTP».</source>
        <translation>Microsoft 365 nimmt diese Art der Anmeldung nicht an. Oft ist die Anmeldung mit Passwort für das Postfach oder die Firma ausgeschaltet: Ihr Administrator kann „Authentifiziertes SMTP“ erlauben.</translation>
    </message>
    <message>
        <source>Most likely it is not the password: Microsoft 365 no longer takes one for reading mail. A station needs an Email Authenticator with OAuth, from 4.13 on, or a mailbox of another provider.</source>
        <translation>Höchstwahrscheinlich liegt es nicht am Passwort: Microsoft 365 nimmt zum Lesen von Mail keines mehr an. Eine Station braucht einen Email Authenticator mit OAuth, ab 4.13, oder ein Postfach bei einem anderen Anbieter.</translation>
    </message>
    <message>
        <source>Gmail wants the account to be signed in to by web browser first. Do that, confirm what it asks, and test again; if it stays so, use an app password, which needs two-step verification.</source>
        <translation>Gmail will, dass zuerst im Webbrowser am Konto angemeldet wird. Tun Sie das, bestätigen Sie, was dort gefragt wird, und testen Sie erneut; bleibt es so, verwenden Sie ein App-Passwort, das die Bestätigung in zwei Schritten braucht.</translation>
    </message>
    <message>
        <source>Gmail usually does not take the account&apos;s usual password. Use an app password, which needs two-step verification, or a Google Workspace SMTP relay.</source>
        <translation>Gmail nimmt das übliche Passwort des Kontos meist nicht an. Verwenden Sie ein App-Passwort, das die Bestätigung in zwei Schritten braucht, oder ein SMTP-Relay von Google Workspace.</translation>
    </message>
    <message>
        <source>Yandex may take the sign-in for spam or a robot&apos;s. Sign in to the mailbox in a web browser, confirm what it asks, and test again.</source>
        <translation>Yandex hält die Anmeldung vielleicht für Spam oder die eines Roboters. Melden Sie sich im Webbrowser am Postfach an, bestätigen Sie, was dort gefragt wird, und testen Sie erneut.</translation>
    </message>
    <message>
        <source>Microsoft 365 says this of a wrong password, of «Authenticated SMTP» switched off for mailbox or company, of security defaults and of Conditional Access: it cannot be told which. Its administrator sees it in the sign-in log.</source>
        <translation>Microsoft 365 sagt das bei einem falschen Passwort, bei ausgeschaltetem „Authentifiziertem SMTP“ für Postfach oder Firma, bei Sicherheitsstandards und bei Conditional Access: Welches es ist, lässt sich nicht sagen. Ihr Administrator sieht es im Anmeldeprotokoll.</translation>
    </message>
    <message>
        <source>Outlook.com usually takes no passwords from mail programs any more. Use a mailbox of another provider for the station.</source>
        <translation>Outlook.com nimmt von Mailprogrammen meist keine Passwörter mehr an. Verwenden Sie für die Station ein Postfach bei einem anderen Anbieter.</translation>
    </message>
    <message>
        <source>Yahoo and AOL usually take no usual password from mail programs: make an app password on the account&apos;s security page, and use that.</source>
        <translation>Yahoo und AOL nehmen von Mailprogrammen meist kein übliches Passwort an: Erstellen Sie auf der Sicherheitsseite des Kontos ein App-Passwort und verwenden Sie das.</translation>
    </message>
    <message>
        <source>iCloud usually takes no usual password from mail programs: make an app-specific password in the Apple Account, and use that.</source>
        <translation>iCloud nimmt von Mailprogrammen meist kein übliches Passwort an: Erstellen Sie im Apple Account ein App-spezifisches Passwort und verwenden Sie das.</translation>
    </message>
    <message>
        <source>GMX and web.de usually let mail programs in only after POP3 and IMAP were switched on in the mailbox&apos;s settings on their web page; with two-factor sign-in an app-specific password is needed.</source>
        <translation>GMX und web.de lassen Mailprogramme meist erst herein, wenn POP3 und IMAP in den Einstellungen des Postfachs auf ihrer Webseite eingeschaltet sind; bei Zwei-Faktor-Anmeldung braucht es ein anwendungsspezifisches Passwort.</translation>
    </message>
    <message>
        <source>T-Online usually wants a password of its own for mail programs, set in the customer centre; the one for the web page is not taken.</source>
        <translation>T-Online will für Mailprogramme meist ein eigenes Passwort, das im Kundencenter gesetzt wird; das der Webseite wird nicht angenommen.</translation>
    </message>
    <message>
        <source>Yandex often wants an app password, and access by mail programs switched on in the mailbox&apos;s settings on its web page.</source>
        <translation>Yandex will oft ein App-Passwort und den Zugriff für Mailprogramme, der in den Einstellungen des Postfachs auf der Webseite eingeschaltet wird.</translation>
    </message>
    <message>
        <source>QQ wants an authorization code in the place of the password: it is made in the mailbox&apos;s settings on its web page, where access by mail programs may have to be switched on first.</source>
        <translation>QQ will anstelle des Passworts einen Autorisierungscode: Er wird in den Einstellungen des Postfachs auf der Webseite erstellt, wo der Zugriff für Mailprogramme vielleicht zuerst eingeschaltet werden muss.</translation>
    </message>
    <message>
        <source>QQ often wants an authorization code in the place of the password, and access by mail programs switched on in the mailbox&apos;s settings; it may also limit how often one signs in.</source>
        <translation>QQ will oft anstelle des Passworts einen Autorisierungscode und den Zugriff für Mailprogramme, der in den Einstellungen des Postfachs eingeschaltet wird; vielleicht begrenzt es auch, wie oft man sich anmeldet.</translation>
    </message>
    <message>
        <source>NetEase opens the inbox only after the program has told who it is (the IMAP command ID), which a station does not do. Try the Store POP3, or use a mailbox of another provider.</source>
        <translation>NetEase öffnet den Posteingang erst, wenn das Programm gesagt hat, wer es ist (der IMAP-Befehl ID), was eine Station nicht tut. Versuchen Sie den Store POP3, oder verwenden Sie ein Postfach bei einem anderen Anbieter.</translation>
    </message>
    <message>
        <source>NetEase (163, 126) often wants an authorization code in the place of the password, and access by mail programs switched on in the mailbox&apos;s settings.</source>
        <translation>NetEase (163, 126) will oft anstelle des Passworts einen Autorisierungscode und den Zugriff für Mailprogramme, der in den Einstellungen des Postfachs eingeschaltet wird.</translation>
    </message>
    <message>
        <source>Zoho lets an account send in the name of its own address and aliases alone: the sender, which is Reply To or else Account, has to be one of them.</source>
        <translation>Zoho lässt ein Konto nur im Namen der eigenen Adresse und ihrer Aliasse senden: Der Absender, also Reply To oder sonst Account, muss eine davon sein.</translation>
    </message>
    <message>
        <source>With two-factor sign-in Zoho usually wants an app-specific password, and IMAP or POP3 switched on in the mailbox&apos;s settings; an account of another region may need another host, such as smtp.zoho.eu.</source>
        <translation>Bei Zwei-Faktor-Anmeldung will Zoho meist ein anwendungsspezifisches Passwort, und IMAP oder POP3 muss in den Einstellungen des Postfachs eingeschaltet sein; ein Konto einer anderen Region braucht vielleicht einen anderen Host, etwa smtp.zoho.eu.</translation>
    </message>
    <message>
        <source>It may be on a list of networks that send unwanted mail, or no mail server&apos;s. Hand the mail in at the provider&apos;s own server, with a sign-in.</source>
        <translation>Vielleicht steht es auf einer Liste von Netzen, die unerwünschte Mail senden, oder gilt nicht als das eines Mailservers. Liefern Sie die Mail beim eigenen Server des Anbieters ein, mit Anmeldung.</translation>
    </message>
    <message>
        <source>It does not seem to like the name by which this computer introduces itself (EHLO). Another EHLO name can be chosen for the test; the station has a name of its own, which the server may take or not.</source>
        <translation>Ihm gefällt anscheinend der Name nicht, mit dem sich dieser Computer vorstellt (EHLO). Für den Test kann ein anderer EHLO-Name gewählt werden; die Station hat einen eigenen, den der Server vielleicht annimmt, vielleicht nicht.</translation>
    </message>
    <message>
        <source>On this port it offers no way to sign in.</source>
        <translation>Auf diesem Port bietet er keine Art der Anmeldung an.</translation>
    </message>
    <message>
        <source>The server refused the name that this computer goes by.</source>
        <translation>Der Server hat den Namen abgelehnt, mit dem sich dieser Computer vorstellt.</translation>
    </message>
    <message>
        <source>The server refused the recipient.</source>
        <translation>Der Server hat den Empfänger abgelehnt.</translation>
    </message>
    <message>
        <source>The sender was taken. Check the recipient&apos;s address; some servers may look at the sender and the network only at this point, so read what it said.</source>
        <translation>Der Absender wurde angenommen. Prüfen Sie die Adresse des Empfängers; manche Server sehen sich Absender und Netz erst an dieser Stelle an, lesen Sie also, was er gesagt hat.</translation>
    </message>
    <message>
        <source>Many servers turn a new sender away for some minutes, as junk mail seldom comes twice. The account may be fine. Test again in five to fifteen minutes.</source>
        <translation>Viele Server weisen einen neuen Absender einige Minuten lang ab, weil unerwünschte Mail selten zweimal kommt. Das Konto kann in Ordnung sein. Testen Sie in fünf bis fünfzehn Minuten erneut.</translation>
    </message>
    <message>
        <source>The server did not go on with the mail.</source>
        <translation>Der Server hat die Mail nicht weiter angenommen.</translation>
    </message>
    <message>
        <source>Sender and recipients were taken. It may not like what the message holds, or who sends it.</source>
        <translation>Absender und Empfänger wurden angenommen. Vielleicht gefällt ihm nicht, was die Nachricht enthält, oder wer sie sendet.</translation>
    </message>
    <message>
        <source>The server took the sign-in, and did not open the inbox.</source>
        <translation>Der Server hat die Anmeldung angenommen und den Posteingang nicht geöffnet.</translation>
    </message>
    <message>
        <source>It may be that the user name opens no mailbox, or that reading mail this way is not allowed for it. Ask the server&apos;s owner.</source>
        <translation>Vielleicht öffnet der Benutzername kein Postfach, oder Mail auf diesem Weg zu lesen ist ihm nicht erlaubt. Fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Some servers open it only after the program has told who it is (the IMAP command ID), which a station does not do. POP3 may work: try that Store, or use a mailbox of another provider.</source>
        <translation>Manche Server öffnen ihn erst, wenn das Programm gesagt hat, wer es ist (der IMAP-Befehl ID), was eine Station nicht tut. Vielleicht geht POP3: Versuchen Sie diesen Store, oder verwenden Sie ein Postfach bei einem anderen Anbieter.</translation>
    </message>
    <message>
        <source>It knows the user name, and connects it to no mailbox. The user name may be an alias or a shared mailbox&apos;s, or IMAP may be switched off for it, or it may be too busy. Ask its administrator for the mailbox&apos;s own sign-in name.</source>
        <translation>Er kennt den Benutzernamen und verbindet ihn mit keinem Postfach. Vielleicht ist es ein Alias oder der eines freigegebenen Postfachs, oder IMAP ist dafür ausgeschaltet, oder der Server ist überlastet. Fragen Sie den Administrator nach dem eigenen Anmeldenamen des Postfachs.</translation>
    </message>
    <message>
        <source>Access by %1 seems to be switched off for this mailbox. Switch it on in the mailbox&apos;s settings on the provider&apos;s web page, or ask the server&apos;s owner.</source>
        <translation>Der Zugriff mit %1 ist für dieses Postfach anscheinend ausgeschaltet. Schalten Sie ihn in den Einstellungen des Postfachs auf der Webseite des Anbieters ein, oder fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Someone else may be reading it: most likely the station itself or a mail program. Wait a minute and test again.</source>
        <translation>Vielleicht liest es gerade jemand anderes: höchstwahrscheinlich die Station selbst oder ein Mailprogramm. Warten Sie eine Minute und testen Sie erneut.</translation>
    </message>
    <message>
        <source>What answers on port %1 did not greet as an %2 server does.</source>
        <translation>Was auf Port %1 antwortet, hat nicht wie ein %2-Server gegrüßt.</translation>
    </message>
    <message>
        <source>The account signs in by an Email Authenticator, which has no user name here.</source>
        <translation>Das Konto meldet sich mit einem Email Authenticator an, der hier keinen Benutzernamen hat.</translation>
    </message>
    <message>
        <source>A trust store of this computer vouched for the certificate; the station has trust stores of its own.</source>
        <translation>Ein Trust Store dieses Computers hat für das Zertifikat gebürgt; die Station hat eigene Trust Stores.</translation>
    </message>
    <message>
        <source>The certificate ends in 1 day.</source>
        <translation>Das Zertifikat endet in 1 Tag.</translation>
    </message>
    <message>
        <source>The certificate ends in %1 days.</source>
        <translation>Das Zertifikat endet in %1 Tagen.</translation>
    </message>
    <message>
        <source>It works: the server takes mail without a sign-in.</source>
        <translation>Es funktioniert: Der Server nimmt Mail ohne Anmeldung an.</translation>
    </message>
    <message>
        <source>It offers no way to sign in on this port, so user name and password were not tested. A station sends here without a sign-in, too, and they do no harm.</source>
        <translation>Auf diesem Port bietet er keine Art der Anmeldung an, darum wurden Benutzername und Passwort nicht geprüft. Auch eine Station sendet hier ohne Anmeldung, und sie schaden nicht.</translation>
    </message>
    <message>
        <source>The inbox was not opened.</source>
        <translation>Der Posteingang wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Port and mode are right. The server&apos;s ways to encrypt may be too weak or too unusual. Ask its owner to look at its TLS settings.</source>
        <translation>Port und Modus stimmen. Vielleicht sind die Verschlüsselungsarten des Servers zu schwach oder zu ungewöhnlich. Bitten Sie seinen Betreiber, die TLS-Einstellungen anzusehen.</translation>
    </message>
    <message>
        <source>Sign-in as «%1» was refused</source>
        <translation>Anmeldung als „%1“ wurde abgelehnt</translation>
    </message>
    <message>
        <source>Sign-in as «%1» by %2 was refused</source>
        <extracomment>%2 is a mechanism such as PLAIN</extracomment>
        <translation>Anmeldung als „%1“ mit %2 wurde abgelehnt</translation>
    </message>
    <message>
        <source>%1; the server said: «%2».</source>
        <extracomment>%1 is such as «Sign-in as «bob» was refused»</extracomment>
        <translation>%1; der Server hat gesagt: „%2“.</translation>
    </message>
    <message>
        <source>That is likely, and not certain.</source>
        <translation>Das ist wahrscheinlich, aber nicht sicher.</translation>
    </message>
    <message>
        <source>The cause is not certain.</source>
        <translation>Die Ursache ist nicht sicher.</translation>
    </message>
    <message>
        <source>Use addresses without accents or umlauts.</source>
        <translation>Verwenden Sie Adressen ohne Akzente oder Umlaute.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1 does not lead to the server that answered. The host name stays as it is.</source>
        <translation>%1 führt nicht zu dem Server, der geantwortet hat. Der Hostname bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The server put the mail off for now, as it often does with senders that it does not know yet (greylisting): «%1».</source>
        <extracomment>%1 is what the server said</extracomment>
        <translation>Der Server hat die E-Mail vorerst zurückgestellt, wie oft bei Absendern, die er noch nicht kennt (Greylisting): „%1“.</translation>
    </message>
    <message>
        <source>Signing in works. The server put the mail off for now.</source>
        <translation>Die Anmeldung funktioniert. Der Server hat die E-Mail vorerst zurückgestellt.</translation>
    </message>
    <message>
        <source>Signing in works. Sending was not tested.</source>
        <translation>Die Anmeldung funktioniert. Das Senden wurde nicht getestet.</translation>
    </message>
    <message>
        <source>The server took the message, but it did not arrive.</source>
        <translation>Der Server hat die Nachricht angenommen, aber sie ist nicht angekommen.</translation>
    </message>
    <message>
        <source>The inbox of %1 did not have it within %2. It may still be on its way or in a folder for junk, or that inbox is none of the recipients&apos;. Its subject begins with %3.</source>
        <extracomment>%1 is the path of an account, %2 a duration, %3 letters and digits</extracomment>
        <translation>Im Posteingang von %1 war sie innerhalb von %2 nicht zu finden. Vielleicht ist sie noch unterwegs oder liegt in einem Spam-Ordner, oder dieser Posteingang gehört keinem der Empfänger. Ihr Betreff beginnt mit %3.</translation>
    </message>
    <message>
        <source>The server took the message. Whether it arrived could not be seen.</source>
        <translation>Der Server hat die Nachricht angenommen. Ob sie angekommen ist, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the path of an account, %2 what came of its test
----------
%1 is the path of another component of the station, %2 a sentence about it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 («%2»)</source>
        <extracomment>%1 is an e-mail address, %2 what the server said to it</extracomment>
        <translation>%1 („%2“)</translation>
    </message>
    <message>
        <source>Recipients that the server takes: %1 of %2.</source>
        <translation>Empfänger, die der Server annimmt: %1 von %2.</translation>
    </message>
    <message>
        <source>Refused: %1.</source>
        <extracomment>%1 is a list of e-mail addresses</extracomment>
        <translation>Abgelehnt: %1.</translation>
    </message>
    <message>
        <source>A station sends to all of them or to none.</source>
        <translation>Eine Station sendet an alle oder an keinen.</translation>
    </message>
    <message>
        <source>It was seen through %1 after %2, by its code %3.</source>
        <extracomment>%1 is the path of an account, %2 a duration, %3 letters and digits</extracomment>
        <translation>Sie wurde über %1 nach %2 gesehen, erkannt an ihrem Code %3.</translation>
    </message>
    <message>
        <source>A station signs in with a user name and a password, or from 4.13 on with a token: test with what it has to learn whether it can.</source>
        <translation>Eine Station meldet sich mit Benutzername und Passwort an, ab 4.13 auch mit einem Token: Testen Sie mit dem, was sie hat, um zu erfahren, ob sie es kann.</translation>
    </message>
    <message>
        <source>A station that signs in with a token, from 4.13 on, does so by XOAUTH2 alone.</source>
        <translation>Eine Station, die sich mit einem Token anmeldet, ab 4.13, macht das nur mit XOAUTH2.</translation>
    </message>
    <message>
        <source>This is about %1, where the token is fetched, and not about the mail server.</source>
        <extracomment>%1 is a host and port</extracomment>
        <translation>Das betrifft %1, wo das Token geholt wird, und nicht den Mailserver.</translation>
    </message>
    <message>
        <source>Up to 4.12 a station signs in with a user name and a password (PLAIN or LOGIN); from 4.13 on an Email Authenticator can fetch a token. Ask the provider for access by token or an app password, or use a relay inside the company.</source>
        <translation>Bis 4.12 meldet sich eine Station mit Benutzername und Passwort an (PLAIN oder LOGIN); ab 4.13 kann ein Email Authenticator ein Token holen. Fragen Sie den Anbieter nach Zugang per Token oder nach einem App-Passwort, oder verwenden Sie ein Relay in der Firma.</translation>
    </message>
    <message>
        <source>With a password a station signs in by PLAIN or LOGIN. Ask the server&apos;s owner to allow one of them for this account.</source>
        <translation>Mit einem Passwort meldet sich eine Station über PLAIN oder LOGIN an. Bitten Sie den Betreiber des Servers, eines davon für dieses Konto zu erlauben.</translation>
    </message>
    <message>
        <source>The token did not come in time.</source>
        <translation>Das Token kam nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Either who gives it does not answer, or a firewall on the way swallows the connection. HTTPS has to be let through, from the station too.</source>
        <translation>Entweder antwortet die ausgebende Stelle nicht, oder eine Firewall unterwegs verschluckt die Verbindung. HTTPS muss durchgelassen werden, auch von der Station aus.</translation>
    </message>
    <message>
        <source>The connection broke before a token came.</source>
        <translation>Die Verbindung brach ab, bevor ein Token kam.</translation>
    </message>
    <message>
        <source>Test again. If it happens every time, look for a proxy or a firewall on the way that does not let HTTPS through.</source>
        <translation>Testen Sie erneut. Wenn es jedes Mal geschieht, suchen Sie unterwegs nach einem Proxy oder einer Firewall, die HTTPS nicht durchlässt.</translation>
    </message>
    <message>
        <source>It took the token, and opens no mailbox for it. Most likely the app has no permission for this mailbox. In Exchange Online PowerShell: Add-MailboxPermission -Identity %1 -User … -AccessRights FullAccess, with the app&apos;s service principal as the user. The user name has to be the mailbox&apos;s own address.</source>
        <translation>Er hat das Token angenommen, öffnet dafür aber kein Postfach. Höchstwahrscheinlich hat die App keine Berechtigung für dieses Postfach. In der Exchange Online PowerShell: Add-MailboxPermission -Identity %1 -User … -AccessRights FullAccess, mit dem Dienstprinzipal der App als Benutzer. Der Benutzername muss die eigene Adresse des Postfachs sein.</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht angefragt</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Token from</source>
        <translation>Token von</translation>
    </message>
    <message>
        <source>Token issued by</source>
        <translation>Token ausgestellt von</translation>
    </message>
    <message>
        <source>Token for</source>
        <translation>Token für</translation>
    </message>
    <message>
        <source>Token&apos;s scope</source>
        <translation>Scope des Tokens</translation>
    </message>
    <message>
        <source>Token&apos;s roles</source>
        <translation>Rollen des Tokens</translation>
    </message>
    <message>
        <source>Token good until</source>
        <translation>Token gültig bis</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Transcript of the last look for the message</source>
        <translation>Mitschrift der letzten Suche nach der Nachricht</translation>
    </message>
    <message>
        <source>The station has no account «%1», which Email Account names.</source>
        <extracomment>%1 is a name in the Email Account of an EmailRecipient</extracomment>
        <translation>In Email Account steht „%1“, aber ein solches Konto hat die Station nicht.</translation>
    </message>
    <message>
        <source>The account «%1», which Email Account names, is disabled: it sends nothing.</source>
        <translation>Das Konto „%1“, das in Email Account steht, ist ausgeschaltet: Es sendet nichts.</translation>
    </message>
    <message>
        <source>The account «%1», which Email Account names, is no OutgoingAccount: it sends nothing.</source>
        <translation>Das Konto „%1“, das in Email Account steht, ist kein OutgoingAccount: Es sendet nichts.</translation>
    </message>
    <message>
        <source>To, Cc and Bcc are empty: the alarm goes to nobody.</source>
        <translation>To, Cc und Bcc sind leer: Der Alarm geht an niemanden.</translation>
    </message>
    <message>
        <source>«%2» in %1 is no e-mail address. Addresses are set off by commas, semicolons or line ends, and none has a line break or a blank in it.</source>
        <extracomment>%1 is the label of a property such as To</extracomment>
        <translation>„%2“ in %1 ist keine E-Mail-Adresse. Adressen werden durch Kommas, Semikolons oder Zeilenenden getrennt, und keine enthält einen Zeilenumbruch oder ein Leerzeichen.</translation>
    </message>
    <message>
        <source>Reply To and Account are empty, so the mail has no address that it comes from.</source>
        <translation>Reply To und Account sind leer, deshalb hat die E-Mail keine Absenderadresse.</translation>
    </message>
    <message>
        <source>Token</source>
        <extracomment>A stage of the connection test: a token to sign in with is fetched</extracomment>
        <translation>Token</translation>
    </message>
    <message>
        <source>Arrival</source>
        <extracomment>A stage of the test that proves an alarm: its message is looked for in an inbox</extracomment>
        <translation>Ankunft</translation>
    </message>
    <message>
        <source>It works: the alarm&apos;s mail arrived.</source>
        <translation>Es funktioniert: Die E-Mail des Alarms ist angekommen.</translation>
    </message>
    <message>
        <source>Signed in as «%1».</source>
        <translation>Angemeldet als „%1“.</translation>
    </message>
    <message>
        <source>The answer was HTTP %1, without a reason.</source>
        <translation>Die Antwort war HTTP %1, ohne Begründung.</translation>
    </message>
    <message>
        <source>The server&apos;s clock says %1, this computer&apos;s %2.</source>
        <translation>Die Uhr des Servers zeigt %1, die dieses Computers %2.</translation>
    </message>
    <message>
        <source>In the Microsoft Entra admin center: App registrations ▸ the app ▸ Certificates &amp; secrets ▸ Client secrets ▸ New client secret; copy its Value, which is shown only then.</source>
        <translation>Im Microsoft Entra Admin Center: App registrations ▸ die App ▸ Certificates &amp; secrets ▸ Client secrets ▸ New client secret; kopieren Sie den Wert (Value), der nur dann angezeigt wird.</translation>
    </message>
    <message>
        <source>In the Microsoft Entra admin center: App registrations ▸ the app ▸ Certificates &amp; secrets ▸ Certificates ▸ Upload certificate.</source>
        <translation>Im Microsoft Entra Admin Center: App registrations ▸ die App ▸ Certificates &amp; secrets ▸ Certificates ▸ Upload certificate.</translation>
    </message>
    <message>
        <source>In the Microsoft Entra admin center: App registrations ▸ the app ▸ Overview has «Application (client) ID» and «Directory (tenant) ID».</source>
        <translation>Im Microsoft Entra Admin Center: Unter App registrations ▸ die App ▸ Overview stehen „Application (client) ID“ und „Directory (tenant) ID“.</translation>
    </message>
    <message>
        <source>In the Microsoft Entra admin center: App registrations ▸ the app ▸ API permissions ▸ Add a permission ▸ APIs my organization uses ▸ Office 365 Exchange Online ▸ Application permissions ▸ SMTP.SendAsApp, IMAP.AccessAsApp or POP.AccessAsApp; then «Grant admin consent».</source>
        <translation>Im Microsoft Entra Admin Center: App registrations ▸ die App ▸ API permissions ▸ Add a permission ▸ APIs my organization uses ▸ Office 365 Exchange Online ▸ Application permissions ▸ SMTP.SendAsApp, IMAP.AccessAsApp oder POP.AccessAsApp; danach „Grant admin consent“.</translation>
    </message>
    <message>
        <source>In the Google Cloud console: IAM &amp; Admin ▸ Service Accounts ▸ the account ▸ Keys ▸ Add key ▸ JSON.</source>
        <translation>In der Google Cloud Console: IAM &amp; Admin ▸ Service Accounts ▸ das Konto ▸ Keys ▸ Add key ▸ JSON.</translation>
    </message>
    <message>
        <source>In the Google Admin console: Security ▸ Access and data control ▸ API controls ▸ Manage Domain Wide Delegation ▸ Add new: the service account&apos;s numeric client ID with the scope https://mail.google.com/.</source>
        <translation>In der Google Admin-Konsole: Security ▸ Access and data control ▸ API controls ▸ Manage Domain Wide Delegation ▸ Add new: die numerische Client-ID des Dienstkontos mit dem Scope https://mail.google.com/.</translation>
    </message>
    <message>
        <source>The provider gave no token.</source>
        <translation>Der Anbieter hat kein Token ausgegeben.</translation>
    </message>
    <message>
        <source>Ask the provider&apos;s administrator what its answer means.</source>
        <translation>Fragen Sie den Administrator beim Anbieter, was dessen Antwort bedeutet.</translation>
    </message>
    <message>
        <source>The provider does not accept the client secret.</source>
        <translation>Der Anbieter nimmt das Client Secret nicht an.</translation>
    </message>
    <message>
        <source>It may be mistyped, of another app, or replaced by a newer one.</source>
        <translation>Vielleicht ist es vertippt, gehört zu einer anderen App oder wurde durch ein neueres ersetzt.</translation>
    </message>
    <message>
        <source>The secret&apos;s ID was given, where the secret&apos;s value is wanted.</source>
        <translation>Angegeben wurde die ID des Client Secrets, gebraucht wird sein Wert.</translation>
    </message>
    <message>
        <source>What was given has the form of the ID that a portal shows beside a secret.</source>
        <translation>Die Angabe hat die Form der ID, die ein Portal neben einem Client Secret anzeigt.</translation>
    </message>
    <message>
        <source>The client secret has run out.</source>
        <translation>Das Client Secret ist abgelaufen.</translation>
    </message>
    <message>
        <source>It has to be replaced here and on the station, before it runs out again.</source>
        <translation>Es muss hier und auf der Station ersetzt werden; das nächste Mal, bevor es abläuft.</translation>
    </message>
    <message>
        <source>The provider does not know the app «%1».</source>
        <translation>Der Anbieter kennt die App „%1“ nicht.</translation>
    </message>
    <message>
        <source>Either its ID is mistyped, or it is registered in another tenant than the one in the address of the endpoint.</source>
        <translation>Entweder ist ihre ID vertippt, oder sie ist in einem anderen Mandanten registriert als dem in der Adresse des Endpunkts.</translation>
    </message>
    <message>
        <source>The app «%1» is switched off.</source>
        <translation>Die App „%1“ ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>In the Microsoft Entra admin center: Enterprise applications ▸ the app ▸ Properties ▸ Enabled for users to sign-in.</source>
        <translation>Im Microsoft Entra Admin Center: Enterprise applications ▸ die App ▸ Properties ▸ Enabled for users to sign-in.</translation>
    </message>
    <message>
        <source>The provider does not know the tenant.</source>
        <translation>Der Anbieter kennt den Mandanten nicht.</translation>
    </message>
    <message>
        <source>It stands in the address of the endpoint: %1.</source>
        <translation>Er steht in der Adresse des Endpunkts: %1.</translation>
    </message>
    <message>
        <source>The provider does not know the key that signed.</source>
        <translation>Der Anbieter kennt den Schlüssel nicht, mit dem signiert wurde.</translation>
    </message>
    <message>
        <source>The service account&apos;s key was deleted or replaced there, or the file is of another account.</source>
        <translation>Der Schlüssel des Dienstkontos wurde dort gelöscht oder ersetzt, oder die Datei gehört zu einem anderen Konto.</translation>
    </message>
    <message>
        <source>The certificate has to be uploaded to the app, without its key.</source>
        <translation>Das Zertifikat muss bei der App hochgeladen werden, ohne seinen Schlüssel.</translation>
    </message>
    <message>
        <source>A clock is wrong: the provider takes what was signed for too old or too new.</source>
        <translation>Eine Uhr geht falsch: Der Anbieter hält das Signierte für zu alt oder zu neu.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, and look at the station&apos;s: it signs by its own.</source>
        <translation>Stellen Sie die Uhr dieses Computers, und sehen Sie nach der Uhr der Station: Sie signiert nach ihrer eigenen.</translation>
    </message>
    <message>
        <source>The app lacks a permission, or the administrator&apos;s consent to it.</source>
        <translation>Der App fehlt eine Berechtigung oder die Zustimmung des Administrators dazu.</translation>
    </message>
    <message>
        <source>The provider does not know what the scope asks for.</source>
        <translation>Der Anbieter kennt nicht, was der Scope verlangt.</translation>
    </message>
    <message>
        <source>The scope is «%1».</source>
        <translation>Der Scope ist „%1“.</translation>
    </message>
    <message>
        <source>For mail at Microsoft 365 it is https://outlook.office365.com/.default.</source>
        <translation>Für E-Mail bei Microsoft 365 lautet er https://outlook.office365.com/.default.</translation>
    </message>
    <message>
        <source>The provider does not accept the scope.</source>
        <translation>Der Anbieter nimmt den Scope nicht an.</translation>
    </message>
    <message>
        <source>For mail at Google it is https://mail.google.com/.</source>
        <translation>Für E-Mail bei Google lautet er https://mail.google.com/.</translation>
    </message>
    <message>
        <source>The service account may not act for the mailboxes.</source>
        <translation>Das Dienstkonto darf nicht für die Postfächer handeln.</translation>
    </message>
    <message>
        <source>The provider does not know the user.</source>
        <translation>Der Anbieter kennt den Benutzer nicht.</translation>
    </message>
    <message>
        <source>The account&apos;s user name has to be the mailbox&apos;s whole primary address.</source>
        <translation>Der Benutzername des Kontos muss die vollständige primäre Adresse des Postfachs sein.</translation>
    </message>
    <message>
        <source>A rule of the company forbids this sign-in.</source>
        <translation>Eine Regel der Firma verbietet diese Anmeldung.</translation>
    </message>
    <message>
        <source>In the Microsoft Entra admin center: Protection ▸ Conditional Access ▸ Policies, for workload identities; Sign-in logs ▸ Service principal sign-ins says which.</source>
        <translation>Im Microsoft Entra Admin Center: Protection ▸ Conditional Access ▸ Policies, für Workload Identities; welche es ist, steht unter Sign-in logs ▸ Service principal sign-ins.</translation>
    </message>
    <message>
        <source>The provider does not let this app ask in this way.</source>
        <translation>Der Anbieter erlaubt dieser App diese Art der Anfrage nicht.</translation>
    </message>
    <message>
        <source>The app has to be allowed to ask in its own name (client credentials), with a secret or a certificate as was given here.</source>
        <translation>Der App muss erlaubt sein, im eigenen Namen anzufragen (Client Credentials), mit einem Client Secret oder einem Zertifikat, wie es hier angegeben wurde.</translation>
    </message>
    <message>
        <source>The provider could not give a token just now.</source>
        <translation>Der Anbieter konnte gerade kein Token ausgeben.</translation>
    </message>
    <message>
        <source>The provider could not be asked for a token just now.</source>
        <translation>Beim Anbieter ließ sich gerade kein Token anfordern.</translation>
    </message>
    <message>
        <source>What answers at %1 gives no tokens.</source>
        <translation>Was unter %1 antwortet, gibt keine Tokens aus.</translation>
    </message>
    <message>
        <source>The address is %1.</source>
        <translation>Die Adresse ist %1.</translation>
    </message>
    <message>
        <source>The token&apos;s endpoint is no https address.</source>
        <translation>Der Endpunkt des Tokens ist keine https-Adresse.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The key cannot sign for a token: it has to be an RSA key.</source>
        <translation>Mit dem Schlüssel lässt sich nicht für ein Token signieren: Es muss ein RSA-Schlüssel sein.</translation>
    </message>
    <message>
        <source>Make a certificate with an RSA key of 2,048 bits or more, and register it with the app.</source>
        <translation>Erstellen Sie ein Zertifikat mit einem RSA-Schlüssel von mindestens 2.048 Bit und hinterlegen Sie es bei der App.</translation>
    </message>
    <message>
        <source>It sends to another address, which is not followed: a secret goes to nobody but whom it was meant for.</source>
        <translation>Dort wird auf eine andere Adresse verwiesen, und der wird nicht gefolgt: Ein Geheimnis geht nur an den, für den es gedacht ist.</translation>
    </message>
    <message>
        <source>The answer is not in the form that tokens come in (JSON). Often the address leads to a web page, or a proxy on the way answers in the server&apos;s place.</source>
        <translation>Die Antwort hat nicht die Form, in der Tokens kommen (JSON). Oft führt die Adresse zu einer Webseite, oder ein Proxy unterwegs antwortet anstelle des Servers.</translation>
    </message>
    <message>
        <source>Its metadata names no token endpoint.</source>
        <translation>Seine Metadaten nennen keinen Token-Endpunkt.</translation>
    </message>
    <message>
        <source>The provider takes no way to prove who asks that is known here.</source>
        <translation>Der Anbieter nimmt keine hier bekannte Art an, sich auszuweisen.</translation>
    </message>
    <message>
        <source>Known are a client secret, in the body or in the header, and an assertion signed by PS256 or RS256.</source>
        <translation>Bekannt sind ein Client Secret, im Body oder im Header, und eine mit PS256 oder RS256 signierte Assertion.</translation>
    </message>
    <message>
        <source>Its answer holds no token.</source>
        <translation>Die Antwort enthält kein Token.</translation>
    </message>
    <message>
        <source>Its token is not of the type Bearer, and mail servers take no other.</source>
        <translation>Das Token ist nicht vom Typ Bearer, und Mailserver nehmen kein anderes an.</translation>
    </message>
    <message>
        <source>Its token holds characters that no token may have (RFC 6750), and was not used.</source>
        <translation>Das Token enthält Zeichen, die kein Token haben darf (RFC 6750), und wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>The provider&apos;s metadata calls itself «%1», which is not what its address says.</source>
        <translation>Die Metadaten des Anbieters nennen sich „%1“, und das passt nicht zu ihrer Adresse.</translation>
    </message>
    <message>
        <source>«Authenticated SMTP» is switched off for this mailbox.</source>
        <translation>„Authentifiziertes SMTP“ ist für dieses Postfach ausgeschaltet.</translation>
    </message>
    <message>
        <source>In the Microsoft 365 admin center: Users ▸ Active users ▸ the mailbox&apos;s user ▸ Mail ▸ Manage email apps ▸ Authenticated SMTP. It needs a while to take effect.</source>
        <translation>Im Microsoft 365 Admin Center: Users ▸ Active users ▸ der Benutzer des Postfachs ▸ Mail ▸ Manage email apps ▸ Authenticated SMTP. Es dauert eine Weile, bis es wirkt.</translation>
    </message>
    <message>
        <source>«Authenticated SMTP» is switched off for the whole company.</source>
        <translation>„Authentifiziertes SMTP“ ist für die ganze Firma ausgeschaltet.</translation>
    </message>
    <message>
        <source>In the Exchange admin center: Settings ▸ Mail flow ▸ «Turn off SMTP AUTH protocol for your organization»; or for this mailbox alone, which goes first, in the Microsoft 365 admin center: Users ▸ Active users ▸ Mail ▸ Manage email apps ▸ Authenticated SMTP.</source>
        <translation>Im Exchange Admin Center: Settings ▸ Mail flow ▸ „Turn off SMTP AUTH protocol for your organization“; oder nur für dieses Postfach, was Vorrang hat, im Microsoft 365 Admin Center: Users ▸ Active users ▸ Mail ▸ Manage email apps ▸ Authenticated SMTP.</translation>
    </message>
    <message>
        <source>The token is not for mail.</source>
        <translation>Das Token ist nicht für E-Mail.</translation>
    </message>
    <message>
        <source>It is for «%1». The scope has to be https://outlook.office365.com/.default.</source>
        <translation>Es gilt für „%1“. Der Scope muss https://outlook.office365.com/.default sein.</translation>
    </message>
    <message>
        <source>The token lacks the permission %1.</source>
        <translation>Dem Token fehlt die Berechtigung %1.</translation>
    </message>
    <message>
        <source>In the Microsoft Entra admin center: App registrations ▸ the app ▸ API permissions ▸ Add a permission ▸ APIs my organization uses ▸ Office 365 Exchange Online ▸ Application permissions ▸ %1; then «Grant admin consent». A delegated permission does not count.</source>
        <translation>Im Microsoft Entra Admin Center: App registrations ▸ die App ▸ API permissions ▸ Add a permission ▸ APIs my organization uses ▸ Office 365 Exchange Online ▸ Application permissions ▸ %1; danach „Grant admin consent“. Eine delegierte Berechtigung zählt nicht.</translation>
    </message>
    <message>
        <source>The mail server refused a token that is in order.</source>
        <translation>Der Mailserver hat ein Token abgelehnt, das in Ordnung ist.</translation>
    </message>
    <message>
        <source>Most likely Exchange does not know the app, or the mailbox is not open to it. In Exchange Online PowerShell: New-ServicePrincipal -AppId … -ObjectId … (the Object ID under Entra ▸ Enterprise applications, not the one under App registrations), then Add-MailboxPermission -Identity %1 -User … -AccessRights FullAccess. The user name has to be the mailbox&apos;s own address.</source>
        <translation>Höchstwahrscheinlich kennt Exchange die App nicht, oder das Postfach ist für sie nicht freigegeben. In der Exchange Online PowerShell: New-ServicePrincipal -AppId … -ObjectId … (die Object ID unter Entra ▸ Enterprise applications, nicht die unter App registrations), dann Add-MailboxPermission -Identity %1 -User … -AccessRights FullAccess. Der Benutzername muss die eigene Adresse des Postfachs sein.</translation>
    </message>
    <message>
        <source>Of the token it said: «%1».</source>
        <extracomment>%1 is what a mail server says of a token that it refuses, such as «status 400, scope https://mail.google.com/»</extracomment>
        <translation>Zum Token sagte er: „%1“.</translation>
    </message>
    <message>
        <source>Nothing to sign in with was sent.</source>
        <translation>Für die Anmeldung wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>handover</name>
    <message>
        <source>Handover sheet: %1</source>
        <extracomment>The title of the handover sheet: %1 is a station&apos;s name</extracomment>
        <translation>Übergabeblatt: %1</translation>
    </message>
    <message>
        <source>Written on %1, %2, by what was done and tested there.</source>
        <extracomment>%1 is a computer&apos;s name, %2 a date and time</extracomment>
        <translation>Erstellt auf %1 am %2, nach dem, was dort getan und getestet wurde.</translation>
    </message>
    <message>
        <source>Nothing remains to be done on the station.</source>
        <translation>Auf der Station ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Its SHA-256 fingerprint is %1.</source>
        <extracomment>%1 is a fingerprint in groups</extracomment>
        <translation>SHA-256-Fingerabdruck: %1.</translation>
    </message>
    <message>
        <source>Put the file on the station</source>
        <translation>Datei auf die Station bringen</translation>
    </message>
    <message>
        <source>Type a password</source>
        <translation>Passwort eingeben</translation>
    </message>
    <message>
        <source>Import a root CA</source>
        <translation>Root-CA importieren</translation>
    </message>
    <message>
        <source>Approve a certificate</source>
        <translation>Zertifikat genehmigen</translation>
    </message>
    <message>
        <source>Delete an exemption</source>
        <translation>Ausnahme löschen</translation>
    </message>
    <message>
        <source>Open the way to the server</source>
        <translation>Weg zum Server freigeben</translation>
    </message>
    <message>
        <source>Let the station try</source>
        <translation>Station selbst testen lassen</translation>
    </message>
    <message>
        <source>(none)</source>
        <extracomment>A slot that is not in the file, or is not shown</extracomment>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Use the Station Copier (Platform ▸ Station Copier): it stops a station that is installed over and starts it again. A copy that it takes from a running station is current; compare it first, as the station may have changed since. Do not lay the file under a running station: it is overwritten at the station&apos;s next save.</source>
        <translation>Verwenden Sie den Station Copier (Platform ▸ Station Copier): Er hält eine Station an, die überschrieben wird, und startet sie wieder. Eine Kopie, die er von einer laufenden Station zieht, ist aktuell; vergleichen Sie zuerst mit ihr, denn die Station kann sich inzwischen geändert haben. Schieben Sie die Datei keiner laufenden Station unter: Sie wird beim nächsten Speichern der Station überschrieben.</translation>
    </message>
    <message>
        <source>Save the station, then put its file on the station.</source>
        <translation>Speichern Sie die Station und bringen Sie dann ihre Datei auf die Station.</translation>
    </message>
    <message>
        <source>Put %1 on the station.</source>
        <translation>Bringen Sie %1 auf die Station.</translation>
    </message>
    <message>
        <source>Open the property sheet of %1 on the station, type the password of «%2» into Password and save. It was proven here at %3 on %4. The station keeps an encoded copy of its own: after a restore on another host, or after the file&apos;s passphrase was forced, that is empty and has to be typed.</source>
        <extracomment>%1 is a path such as «Services ▸ EmailService ▸ Out», %2 a user name, %3 a host and port, %4 a date</extracomment>
        <translation>Öffnen Sie auf der Station das Eigenschaftsblatt von %1, geben Sie das Passwort von „%2“ in Password ein und speichern Sie. Es wurde hier an %3 am %4 geprüft. Die Station bewahrt eine eigene, verschlüsselte Kopie auf: Nach dem Wiederherstellen auf einem anderen Host, oder nachdem die Passphrase der Datei zwangsweise geändert wurde, ist diese leer und muss eingegeben werden.</translation>
    </message>
    <message>
        <source>Import «%1», which vouches for %2: on the station Services ▸ PlatformServices ▸ CertManagerService ▸ User Trust Store ▸ Import (or Platform ▸ Certificate Management), and choose the file %3.</source>
        <extracomment>%1 is the name of a root CA, %2 a host and port, %3 a file</extracomment>
        <translation>Importieren Sie „%1“, die für %2 bürgt: auf der Station Services ▸ PlatformServices ▸ CertManagerService ▸ User Trust Store ▸ Import (oder Platform ▸ Certificate Management), und wählen Sie die Datei %3.</translation>
    </message>
    <message>
        <source>Open Allowed Hosts on the station (Services ▸ PlatformServices ▸ CertManagerService ▸ Allowed Hosts). The row of %1 is there after the station&apos;s own first failed attempt. Compare the fingerprint, then choose Approve.</source>
        <extracomment>%1 is a host and port</extracomment>
        <translation>Öffnen Sie Allowed Hosts auf der Station (Services ▸ PlatformServices ▸ CertManagerService ▸ Allowed Hosts). Die Zeile von %1 steht dort, sobald die Station es selbst einmal vergeblich versucht hat. Vergleichen Sie den Fingerabdruck und wählen Sie dann Approve.</translation>
    </message>
    <message>
        <source>Delete the row of %1 on the station too (Services ▸ PlatformServices ▸ CertManagerService ▸ Allowed Hosts): its certificate is trusted without an exemption now. Import the root CA there before.</source>
        <extracomment>%1 is a host and port</extracomment>
        <translation>Löschen Sie die Zeile von %1 auch auf der Station (Services ▸ PlatformServices ▸ CertManagerService ▸ Allowed Hosts): Dem Zertifikat wird jetzt ohne Ausnahme vertraut. Importieren Sie dort vorher die Root-CA.</translation>
    </message>
    <message>
        <source>%1 was reached from here through %2 alone. The station goes to %1 by itself: ask whoever keeps the firewall to let it through, and whoever keeps the name server whether the station can look the name up.</source>
        <extracomment>%1 and %2 are a host and port</extracomment>
        <translation>%1 war von hier nur über %2 zu erreichen. Die Station geht selbst zu %1: Bitten Sie den Betreuer der Firewall, sie durchzulassen, und fragen Sie den des Nameservers, ob die Station den Namen nachschlagen kann.</translation>
    </message>
    <message>
        <source>%1 was reached from here at %2, not at %3. The station goes to the first address of the name alone, IPv4 before IPv6: ask whoever keeps the firewall to open the way to %3, or whoever keeps the name server to answer with an address that can be reached.</source>
        <extracomment>%1 is a host and port, %2 and %3 are network addresses</extracomment>
        <translation>%1 war von hier unter %2 zu erreichen, nicht unter %3. Die Station geht nur zur ersten Adresse des Namens, IPv4 vor IPv6: Bitten Sie den Betreuer der Firewall, den Weg zu %3 freizugeben, oder den des Nameservers, mit einer erreichbaren Adresse zu antworten.</translation>
    </message>
    <message>
        <source>Set Debug of %1 to true on the station, let it poll, which it does at its Pollrate, and read Last Poll Success. Where it failed, Last Poll Failure Cause says why. Set Debug back to false.</source>
        <extracomment>%1 is a path such as «Services ▸ EmailService ▸ Out»</extracomment>
        <translation>Setzen Sie auf der Station Debug von %1 auf true, lassen Sie das Konto abfragen, was es nach seiner Pollrate tut, und lesen Sie Last Poll Success. Wenn es gescheitert ist, steht der Grund in Last Poll Failure Cause. Setzen Sie Debug wieder auf false.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Edits the e-mail services of a building-automation station.</source>
        <translation>Bearbeitet die E-Mail-Dienste einer Gebäudeautomations-Station.</translation>
    </message>
    <message>
        <source>A station file to open.</source>
        <translation>Eine Stationsdatei, die geöffnet werden soll.</translation>
    </message>
    <message>
        <source>Open the sample station on the mail server inside this program.</source>
        <translation>Die Beispielstation am Mailserver in diesem Programm öffnen.</translation>
    </message>
    <message>
        <source>One station file at a time.</source>
        <translation>Nur eine Stationsdatei auf einmal.</translation>
    </message>
    <message>
        <source>stationer-tour, which takes the pictures, is not beside this program.</source>
        <translation>stationer-tour, das die Bilder macht, liegt nicht neben diesem Programm.</translation>
    </message>
    <message>
        <source>Go through the demo alone and save pictures in DIR.</source>
        <translation>Die Demo allein durchgehen und Bilder in DIR speichern.</translation>
    </message>
</context>
<context>
    <name>nav</name>
    <message>
        <source>Certificate: %1 (%2)</source>
        <extracomment>In the Nav tree: %1 is such as «12 days left», %2 such as «mail.example: valid until 2026-12-06»</extracomment>
        <translation>Zertifikat: %1 (%2)</translation>
    </message>
    <message>
        <source>1 item on the handover sheet</source>
        <translation>1 Punkt auf dem Übergabeblatt</translation>
    </message>
    <message>
        <source>%1 items on the handover sheet</source>
        <translation>%1 Punkte auf dem Übergabeblatt</translation>
    </message>
</context>
<context>
    <name>password</name>
    <message>
        <source>kept in the key ring</source>
        <extracomment>Where a password lives; goes on after «For tests on this computer: »</extracomment>
        <translation>liegt im Schlüsselbund</translation>
    </message>
    <message>
        <source>forgotten when Stationer closes</source>
        <extracomment>Where a password lives; goes on after «For tests on this computer: »</extracomment>
        <translation>vergessen, sobald Stationer geschlossen wird</translation>
    </message>
    <message>
        <source>forgotten when Stationer closes (no key ring here)</source>
        <extracomment>Where a password lives; goes on after «For tests on this computer: »</extracomment>
        <translation>vergessen, sobald Stationer geschlossen wird (hier gibt es keinen Schlüsselbund)</translation>
    </message>
    <message>
        <source>forgotten when Stationer closes (the key ring is locked)</source>
        <extracomment>Where a password lives; goes on after «For tests on this computer: »</extracomment>
        <translation>vergessen, sobald Stationer geschlossen wird (der Schlüsselbund ist gesperrt)</translation>
    </message>
    <message>
        <source>forgotten when Stationer closes (the key ring does not answer)</source>
        <extracomment>Where a password lives; goes on after «For tests on this computer: »</extracomment>
        <translation>vergessen, sobald Stationer geschlossen wird (der Schlüsselbund antwortet nicht)</translation>
    </message>
</context>
<context>
    <name>prediction</name>
    <message>
        <source>The station would meet the same.</source>
        <translation>Der Station erginge es genauso.</translation>
    </message>
    <message>
        <source>The server offers no way to sign in that a station knows (%1).</source>
        <translation>Der Server bietet keinen Weg zur Anmeldung, den eine Station kennt (%1).</translation>
    </message>
    <message>
        <source>The server says «%1» in the way of before the standard, which a station does not read.</source>
        <translation>Der Server sagt „%1“ in der Schreibweise vor dem Standard, die eine Station nicht liest.</translation>
    </message>
    <message>
        <source>The server has no CAPA, and a station starts encryption only where that lists STLS.</source>
        <translation>Der Server hat kein CAPA, und eine Station beginnt die Verschlüsselung nur, wo dieses STLS nennt.</translation>
    </message>
    <message>
        <source>User name or password have a letter outside ASCII. With POP3 a station sends other bytes for it than the server took here.</source>
        <translation>Benutzername oder Passwort haben einen Buchstaben außerhalb von ASCII. Bei POP3 sendet eine Station dafür andere Bytes, als der Server hier angenommen hat.</translation>
    </message>
    <message>
        <source>At «%1» the server took %2 s; the station waits %3 s (Connection Timeout).</source>
        <translation>Bei „%1“ brauchte der Server %2 s; die Station wartet %3 s (Connection Timeout).</translation>
    </message>
    <message>
        <source>A station tries only the first address of the name, %1, which did not answer here: %2</source>
        <translation>Eine Station versucht nur die erste Adresse des Namens, %1, die hier nicht antwortete: %2</translation>
    </message>
    <message>
        <source>A station does not find a name with letters outside ASCII. Its Hostname has to be %1.</source>
        <translation>Eine Station findet keinen Namen mit Buchstaben außerhalb von ASCII. Ihr Hostname muss %1 sein.</translation>
    </message>
    <message>
        <source>The server&apos;s best is %1, and a station&apos;s Java has all below TLS 1.2 switched off, whatever Tls Min Protocol says.</source>
        <translation>Das Beste des Servers ist %1, und im Java einer Station ist alles unter TLS 1.2 abgeschaltet, was auch immer Tls Min Protocol sagt.</translation>
    </message>
    <message>
        <source>The server uses %1, which a station&apos;s Java does not have.</source>
        <translation>Der Server verwendet %1, das das Java einer Station nicht hat.</translation>
    </message>
    <message>
        <source>A station opens the inbox for writing, and this account may only read it (its rights: «%1»).</source>
        <translation>Eine Station öffnet den Posteingang zum Schreiben, und dieses Konto darf ihn nur lesen (seine Rechte: „%1“).</translation>
    </message>
    <message>
        <source>Whether the station can do this depends on the age of its Java: %1.</source>
        <translation>Ob die Station das kann, hängt vom Alter ihres Java ab: %1.</translation>
    </message>
    <message>
        <source>The test ended at «%1». What the station would meet after that was not seen.</source>
        <translation>Der Test endete bei „%1“. Wie es der Station danach erginge, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>A station would sign in by %1, which this program does not speak.</source>
        <translation>Eine Station würde sich mit %1 anmelden, das dieses Programm nicht spricht.</translation>
    </message>
    <message>
        <source>The test signed in by %1. A station takes %2 there, which was not tried.</source>
        <translation>Der Test meldete sich mit %1 an. Eine Station nimmt dort %2, das nicht versucht wurde.</translation>
    </message>
    <message>
        <source>The server says «%1» in the way of before the standard. A station does not read it and would send without signing in.</source>
        <translation>Der Server sagt „%1“ in der Schreibweise vor dem Standard. Eine Station liest sie nicht und würde senden, ohne sich anzumelden.</translation>
    </message>
    <message>
        <source>User name or password have a letter outside ASCII. With POP3 a station sends other bytes for it than the server refused here.</source>
        <translation>Benutzername oder Passwort haben einen Buchstaben außerhalb von ASCII. Bei POP3 sendet eine Station dafür andere Bytes, als der Server hier abgelehnt hat.</translation>
    </message>
    <message>
        <source>Signing in was not tested.</source>
        <translation>Die Anmeldung wurde nicht getestet.</translation>
    </message>
    <message>
        <source>Sending was not tested: only the envelope shows whether the server takes mail.</source>
        <translation>Das Senden wurde nicht getestet: Erst der Umschlag zeigt, ob der Server E-Mails annimmt.</translation>
    </message>
    <message>
        <source>The server put the mail off for now («%1»), often to see whether the sender comes again. Whether it takes the station&apos;s is not known.</source>
        <translation>Der Server hat die E-Mail vorerst zurückgestellt („%1“), oft um zu sehen, ob der Absender wiederkommt. Ob er die der Station annimmt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The server refuses EHLO. A station goes on with HELO then, and without signing in; what the server says to that was not tested.</source>
        <translation>Der Server lehnt EHLO ab. Eine Station macht dann mit HELO weiter, ohne sich anzumelden; was der Server dazu sagt, wurde nicht getestet.</translation>
    </message>
    <message>
        <source>The server looks at the name in EHLO. A station says its own host name there, which is not known here.</source>
        <translation>Der Server achtet auf den Namen in EHLO. Eine Station nennt dort ihren eigenen Hostnamen, der hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The test went through %1, and the station goes to its own Hostname and Port.</source>
        <translation>Der Test ging über %1, und die Station geht zu ihrem eigenen Hostname und Port.</translation>
    </message>
    <message>
        <source>A station tries only the first address of the name, %1, which had not answered when the test was over.</source>
        <translation>Eine Station versucht nur die erste Adresse des Namens, %1, die noch nicht geantwortet hatte, als der Test zu Ende war.</translation>
    </message>
    <message>
        <source>A station looks the name up with the dot at its end, which not every name server knows.</source>
        <translation>Eine Station schlägt den Namen mit dem Punkt am Ende nach, was nicht jeder Nameserver kennt.</translation>
    </message>
    <message>
        <source>A station would not notice the clear text behind the go-ahead, and would sign in all the same.</source>
        <translation>Eine Station bemerkte den Klartext hinter der Zusage nicht und würde sich trotzdem anmelden.</translation>
    </message>
    <message>
        <source>A station takes a connection that the server says is signed in already.</source>
        <translation>Eine Station nimmt eine Verbindung an, die nach den Worten des Servers schon angemeldet ist.</translation>
    </message>
    <message>
        <source>The station&apos;s own trust stores let this certificate pass, which did not pass here.</source>
        <translation>Die eigenen Trust Stores der Station lassen dieses Zertifikat gelten, das hier nicht galt.</translation>
    </message>
    <message>
        <source>A station says its own host name in EHLO, which is not known here; a server may refuse one without a dot.</source>
        <translation>Eine Station nennt in EHLO ihren eigenen Hostnamen, der hier nicht bekannt ist; einen ohne Punkt kann ein Server ablehnen.</translation>
    </message>
    <message>
        <source>Only a message shows what the server does with the text of an alarm.</source>
        <translation>Erst eine Nachricht zeigt, was der Server mit dem Text eines Alarms macht.</translation>
    </message>
    <message>
        <source>A station opens the inbox for writing; whether it may was not said.</source>
        <translation>Eine Station öffnet den Posteingang zum Schreiben; ob sie das darf, wurde nicht gesagt.</translation>
    </message>
    <message>
        <source>On the station: would pass.</source>
        <translation>Auf der Station: würde bestehen.</translation>
    </message>
    <message>
        <source>On the station: would fail – %1</source>
        <extracomment>%1 is the reason, a sentence</extracomment>
        <translation>Auf der Station: würde scheitern – %1</translation>
    </message>
    <message>
        <source>On the station: not proven – %1</source>
        <extracomment>%1 is the reason, a sentence</extracomment>
        <translation>Auf der Station: nicht bewiesen – %1</translation>
    </message>
    <message>
        <source>Here it passed by an exemption, which is none there.</source>
        <translation>Hier galt es durch eine Ausnahme, die dort keine ist.</translation>
    </message>
    <message>
        <source>Here nobody vouched for it.</source>
        <translation>Hier bürgte niemand dafür.</translation>
    </message>
    <message>
        <source>Here the System Trust Store vouched for it.</source>
        <translation>Hier bürgte der System Trust Store dafür.</translation>
    </message>
    <message>
        <source>Here a CA of the User Trust Store vouched for it.</source>
        <translation>Hier bürgte eine CA des User Trust Store dafür.</translation>
    </message>
    <message>
        <source>The station&apos;s trust stores do not have the root CA of this certificate.</source>
        <translation>Die Trust Stores der Station haben die Root-CA dieses Zertifikats nicht.</translation>
    </message>
    <message>
        <source>The issuer of this certificate was not sent and is in none of the station&apos;s trust stores.</source>
        <translation>Der Aussteller dieses Zertifikats wurde nicht gesendet und steht in keinem der Trust Stores der Station.</translation>
    </message>
    <message>
        <source>Who signed this certificate is no CA, and the station does not take it for one.</source>
        <translation>Wer dieses Zertifikat signiert hat, ist keine CA, und die Station hält ihn für keine.</translation>
    </message>
    <message>
        <source>The certificate has run out.</source>
        <translation>Das Zertifikat ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate is not valid yet.</source>
        <translation>Das Zertifikat ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>The station does not take this certificate for the Hostname.</source>
        <translation>Die Station lässt dieses Zertifikat für den Hostname nicht gelten.</translation>
    </message>
    <message>
        <source>The certificate&apos;s key usage lacks «digital signature», which the station&apos;s Java wants.</source>
        <translation>Der Schlüsselverwendung des Zertifikats fehlt „digitale Signatur“, die das Java der Station verlangt.</translation>
    </message>
    <message>
        <source>The certificate is not meant for servers.</source>
        <translation>Das Zertifikat ist nicht für Server gedacht.</translation>
    </message>
    <message>
        <source>The certificate has a critical extension that the station&apos;s Java does not know.</source>
        <translation>Das Zertifikat hat eine kritische Erweiterung, die das Java der Station nicht kennt.</translation>
    </message>
    <message>
        <source>A key is too short for the station&apos;s Java (RSA under 1024 bits).</source>
        <translation>Ein Schlüssel ist für das Java der Station zu kurz (RSA unter 1024 Bit).</translation>
    </message>
    <message>
        <source>The station&apos;s Java does not take this kind of signature.</source>
        <translation>Das Java der Station nimmt diese Art von Signatur nicht an.</translation>
    </message>
    <message>
        <source>The server sends more than ten certificates, which the station&apos;s Java refuses.</source>
        <translation>Der Server sendet mehr als zehn Zertifikate, was das Java der Station ablehnt.</translation>
    </message>
    <message>
        <source>A signature in the chain does not fit.</source>
        <translation>Eine Signatur in der Kette passt nicht.</translation>
    </message>
    <message>
        <source>There are more CAs between root and certificate than one of them allows.</source>
        <translation>Zwischen Stamm und Zertifikat stehen mehr CAs, als eine davon erlaubt.</translation>
    </message>
    <message>
        <source>A CA of the chain may not sign for this name.</source>
        <translation>Eine CA der Kette darf für diesen Namen nicht signieren.</translation>
    </message>
    <message>
        <source>The certificate cannot be read.</source>
        <translation>Das Zertifikat ist nicht lesbar.</translation>
    </message>
    <message>
        <source>the certificate&apos;s key is %1</source>
        <translation>der Schlüssel des Zertifikats ist %1</translation>
    </message>
    <message>
        <source>nothing below TLS 1.3 is allowed</source>
        <translation>nichts unter TLS 1.3 ist erlaubt</translation>
    </message>
    <message>
        <source>the server uses ChaCha20</source>
        <translation>der Server verwendet ChaCha20</translation>
    </message>
    <message>
        <source>A station with a newer Java may not take this certificate for the Hostname.</source>
        <translation>Eine Station mit neuerem Java lässt dieses Zertifikat für den Hostname vielleicht nicht gelten.</translation>
    </message>
    <message>
        <source>A station with a newer Java may take this certificate for the Hostname.</source>
        <translation>Eine Station mit neuerem Java lässt dieses Zertifikat für den Hostname vielleicht gelten.</translation>
    </message>
    <message>
        <source>The server does not offer XOAUTH2, the one way in which a station signs in with a token (%1).</source>
        <translation>Der Server bietet XOAUTH2 nicht an, den einzigen Weg, auf dem sich eine Station mit einem Token anmeldet (%1).</translation>
    </message>
    <message>
        <source>The station&apos;s trust stores are not known here. %1</source>
        <translation>Die Trust Stores der Station sind hier nicht bekannt. %1</translation>
    </message>
    <message>
        <source>The server would take the station&apos;s mail, too. That it arrives was not seen.</source>
        <translation>Der Server würde auch die E-Mail der Station annehmen. Ob sie ankommt, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>passes</source>
        <extracomment>Of a station, with the settings of an account</extracomment>
        <translation>besteht</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>A station opens the inbox for writing, which the server does not let this account do.</source>
        <translation>Eine Station öffnet den Posteingang zum Schreiben, was der Server diesem Konto nicht erlaubt.</translation>
    </message>
    <message>
        <source>the server has nothing below TLS 1.3</source>
        <translation>der Server hat nichts unterhalb von TLS 1.3</translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>Use the default</source>
        <extracomment>A button that takes a value out of the file, so that the default holds</extracomment>
        <translation>Standardwert verwenden</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <extracomment>A button; %1 is the label of a switch</extracomment>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Encrypted from the first byte.</source>
        <translation>Verschlüsselt vom ersten Byte an.</translation>
    </message>
    <message>
        <source>Starts in the clear, then encrypts before anything is said.</source>
        <translation>Beginnt im Klartext und verschlüsselt dann, bevor irgendetwas gesagt wird.</translation>
    </message>
    <message>
        <source>The station deletes every message it polls, even those that another client has read.</source>
        <translation>Die Station löscht jede Nachricht, die sie abholt, auch die, die ein anderes Programm schon gelesen hat.</translation>
    </message>
    <message>
        <source>For tests on this computer. The station file holds its own, unreadable here.</source>
        <translation>Für Tests von diesem Computer. Die Stationsdatei enthält ein eigenes, das hier nicht lesbar ist.</translation>
    </message>
    <message>
        <source>For tests on this computer. The station file holds none.</source>
        <translation>Für Tests von diesem Computer. Die Stationsdatei enthält keines.</translation>
    </message>
    <message>
        <source>This station has no account named «%1».</source>
        <translation>Diese Station hat kein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>Moved from %1 with %2.</source>
        <extracomment>%1 is the port before, %2 the label of the property that moved it</extracomment>
        <translation>Mit %2 von %1 umgestellt.</translation>
    </message>
    <message>
        <source>Switched off with %1.</source>
        <extracomment>A switch; %1 is the label of the other switch</extracomment>
        <translation>Mit %1 ausgeschaltet.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>An entry in the list of ports: %1 the port, %2 what it is for</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>-1 – the usual port</source>
        <translation>-1 – der übliche Port</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Belongs to the running station, which alone knows it.</source>
        <translation>Gehört der laufenden Station, die es allein kennt.</translation>
    </message>
    <message>
        <source>Range: %1 to %2</source>
        <translation>Bereich: %1 bis %2</translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>Mindestens %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Standardwert: %1</translation>
    </message>
    <message>
        <source>Not every station has this property.</source>
        <translation>Nicht jede Station hat diese Eigenschaft.</translation>
    </message>
    <message>
        <source>Slot: %1</source>
        <translation>Slot: %1</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>Typ: %1</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
    <message>
        <source>Flags: %1</source>
        <translation>Flags: %1</translation>
    </message>
    <message>
        <source>Leads to a component that this station does not have.</source>
        <translation>Führt zu einer Komponente, die es in dieser Station nicht gibt.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Email Authenticator</source>
        <extracomment>What signs in for an account of a station from 4.13 on</extracomment>
        <translation>Email Authenticator</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A property of the Email Authenticator: %1 is «Email Authenticator», %2 the property&apos;s label</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>station</name>
    <message>
        <source>This is not a station file: it is neither a zip nor an XML document whose root element is bajaObjectGraph. Choose a .bog file.</source>
        <translation>Das ist keine Stationsdatei: Sie ist weder ein ZIP-Archiv noch ein XML-Dokument mit dem Wurzelelement bajaObjectGraph. Wählen Sie eine .bog-Datei.</translation>
    </message>
    <message>
        <source>The zip is encrypted. Save the station without a password on the archive.</source>
        <translation>Das ZIP-Archiv ist verschlüsselt. Speichern Sie die Station ohne Passwort auf dem Archiv.</translation>
    </message>
    <message>
        <source>The zip is damaged or cut short. Copy the file again from the station, or take a backup.</source>
        <translation>Das ZIP-Archiv ist beschädigt oder abgeschnitten. Kopieren Sie die Datei erneut von der Station, oder nehmen Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>The XML is not written in UTF-8, the only encoding a station writes. Convert it first.</source>
        <translation>Das XML ist nicht in UTF-8 geschrieben, der einzigen Kodierung, die eine Station schreibt. Wandeln Sie es zuerst um.</translation>
    </message>
    <message>
        <source>The XML has a document type declaration, which no station writes and which can do harm. Remove it first.</source>
        <translation>Das XML hat eine Dokumenttyp-Deklaration, die keine Station schreibt und die Schaden anrichten kann. Entfernen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The slots are nested deeper than 1,000 levels. No station is built like that.</source>
        <translation>Die Slots sind tiefer als 1.000 Ebenen verschachtelt. Keine Station ist so gebaut.</translation>
    </message>
    <message>
        <source>The XML is larger than 1 GiB.</source>
        <translation>Das XML ist größer als 1 GiB.</translation>
    </message>
    <message>
        <source>The XML is not well-formed. Correct it there, or copy the file again from the station.</source>
        <translation>Das XML ist nicht wohlgeformt. Berichtigen Sie es dort, oder kopieren Sie die Datei erneut von der Station.</translation>
    </message>
    <message>
        <source>The file could not be read. Check that it is there and that you may read it.</source>
        <translation>Die Datei konnte nicht gelesen werden. Prüfen Sie, ob sie da ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3</source>
        <extracomment>%1 is a file name; line and column count from 1</extracomment>
        <translation>%1, Zeile %2, Spalte %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 says where (a file, a line), %2 is a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a sentence, %2 the words of the operating system or of the XML parser</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: Another program changed this file since it was opened. Nothing was saved. Overwrite it, reload it, or save elsewhere.</source>
        <translation>%1: Ein anderes Programm hat diese Datei geändert, seit sie geöffnet wurde. Nichts wurde gespeichert. Überschreiben Sie sie, laden Sie sie neu, oder speichern Sie woanders.</translation>
    </message>
    <message>
        <source>There is no such slot, or it cannot be taken away.</source>
        <translation>Einen solchen Slot gibt es nicht, oder er kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>This slot holds a component. Set one of the slots below it.</source>
        <translation>Dieser Slot enthält eine Komponente. Setzen Sie einen der Slots darunter.</translation>
    </message>
    <message>
        <source>The text has a control character that a station file cannot hold. Remove it, and try again.</source>
        <translation>Der Text enthält ein Steuerzeichen, das eine Stationsdatei nicht aufnehmen kann. Entfernen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This is not a slot name. A name begins with a letter and has letters, digits and underscores; anything else is escaped, a space as $20.</source>
        <translation>Das ist kein Slot-Name. Ein Name beginnt mit einem Buchstaben und enthält Buchstaben, Ziffern und Unterstriche; alles andere wird umschrieben, ein Leerzeichen als $20.</translation>
    </message>
    <message>
        <source>Another slot here has this name already. Choose another.</source>
        <translation>Ein anderer Slot hier hat diesen Namen bereits. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This slot holds a value and cannot have slots below it.</source>
        <translation>Dieser Slot enthält einen Wert und kann keine Slots darunter haben.</translation>
    </message>
    <message>
        <source>The station would grow beyond 1 GiB of XML or 1,000 levels of slots.</source>
        <translation>Die Station würde über 1 GiB XML oder 1.000 Ebenen von Slots hinauswachsen.</translation>
    </message>
    <message>
        <source>Line %1: The handle %2 is used by an earlier component too. Links to it are ambiguous.</source>
        <extracomment>A handle is a component&apos;s number in the file, %2</extracomment>
        <translation>Zeile %1: Den Handle %2 verwendet auch eine frühere Komponente. Verknüpfungen darauf sind mehrdeutig.</translation>
    </message>
    <message>
        <source>Line %1: Another slot beside it is named %2 too. Paths lead to the first.</source>
        <translation>Zeile %1: Ein anderer Slot daneben heißt auch %2. Pfade führen zum ersten.</translation>
    </message>
    <message>
        <source>A component cannot be moved into itself.</source>
        <translation>Eine Komponente kann nicht in sich selbst verschoben werden.</translation>
    </message>
    <message>
        <source>The highest handle that there can be, ffffffffffffffff, is in use, so that a new component cannot get one. Nothing was added.</source>
        <extracomment>A handle is a component&apos;s number in the file</extracomment>
        <translation>Der höchste mögliche Handle, ffffffffffffffff, ist vergeben, deshalb kann eine neue Komponente keinen bekommen. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>What is on the clipboard cannot be pasted. Line %1, column %2: %3</source>
        <extracomment>Why something cannot be pasted; line and column count from 1, %3 is a sentence</extracomment>
        <translation>Was in der Zwischenablage ist, kann nicht eingefügt werden. Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>What is on the clipboard is no component of a station, so that it cannot be pasted here. Copy components in the Nav tree first.</source>
        <translation>Was in der Zwischenablage ist, ist keine Komponente einer Station und kann deshalb hier nicht eingefügt werden. Kopieren Sie zuerst Komponenten im Nav-Baum.</translation>
    </message>
    <message>
        <source>There is no component in what is to be pasted.</source>
        <translation>In dem, was eingefügt werden soll, ist keine Komponente.</translation>
    </message>
    <message>
        <source>This is a whole station, which cannot live in another one. Copy the components that you need.</source>
        <translation>Das ist eine ganze Station, und die kann nicht in einer anderen sein. Kopieren Sie die Komponenten, die Sie brauchen.</translation>
    </message>
    <message>
        <source>What is to be pasted has a slot named «%1», which no station accepts.</source>
        <translation>Was eingefügt werden soll, hat einen Slot namens „%1“, den keine Station annimmt.</translation>
    </message>
    <message>
        <source>What is to be pasted declares the symbol «%1» in a circle, so that its types mean nothing.</source>
        <extracomment>A symbol is a short name for a module, as in m=&quot;b=baja&quot;</extracomment>
        <translation>Was eingefügt werden soll, deklariert das Symbol „%1“ im Kreis, deshalb bedeuten seine Typen nichts.</translation>
    </message>
    <message>
        <source>Opening it was cancelled.</source>
        <translation>Das Öffnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>There is more than one file.xml in the zip, or two descriptions of it that differ, so that the station may read another one than is shown here. Unpack it, and put the right one into a new zip.</source>
        <translation>Im Zip gibt es mehr als eine file.xml oder zwei Beschreibungen davon, die sich unterscheiden; die Station könnte eine andere lesen als die hier gezeigte. Entpacken Sie es und legen Sie die richtige in ein neues Zip.</translation>
    </message>
    <message>
        <source>The XML grows to more than 200 times its size in the zip, as no station&apos;s does and as is done to fill up a computer. Take the file from the station itself.</source>
        <translation>Das XML wächst auf mehr als das 200-Fache seiner Größe im Zip, wie bei keiner Station und wie es gemacht wird, um einen Rechner zu füllen. Nehmen Sie die Datei von der Station selbst.</translation>
    </message>
    <message>
        <source>%1: The file could not be saved; it is as it was. You may not write it: save under another name, in a folder that is yours.</source>
        <translation>%1: Die Datei konnte nicht gespeichert werden; sie ist, wie sie war. Sie dürfen sie nicht schreiben: Speichern Sie unter einem anderen Namen, in einem eigenen Ordner.</translation>
    </message>
    <message>
        <source>%1: The file could not be saved; it is as it was. Make room, or save to another disk.</source>
        <translation>%1: Die Datei konnte nicht gespeichert werden; sie ist, wie sie war. Schaffen Sie Platz oder speichern Sie auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>This is not a station file: the zip is empty. Choose the station&apos;s own .bog file, or a backup of it.</source>
        <translation>Das ist keine Stationsdatei: Das ZIP-Archiv ist leer. Wählen Sie die .bog-Datei der Station oder eine Sicherung davon.</translation>
    </message>
    <message>
        <source>This zip is neither a station file nor a backup of a station: it has no file.xml and no config.bog. What can be opened in it: %1. Unpack the zip, and open that.</source>
        <extracomment>%1 is a list of files</extracomment>
        <translation>Dieses ZIP-Archiv ist weder eine Stationsdatei noch die Sicherung einer Station: Es enthält weder file.xml noch config.bog. Was sich darin öffnen lässt: %1. Entpacken Sie das Archiv und öffnen Sie das.</translation>
    </message>
    <message>
        <source>This zip is neither a station file nor a backup of a station: it has no file.xml and no config.bog. It holds: %1. Choose the station&apos;s own .bog file, or a backup of it.</source>
        <extracomment>%1 is a list of files</extracomment>
        <translation>Dieses ZIP-Archiv ist weder eine Stationsdatei noch die Sicherung einer Station: Es enthält weder file.xml noch config.bog. Darin ist: %1. Wählen Sie die .bog-Datei der Station oder eine Sicherung davon.</translation>
    </message>
    <message>
        <source>This is a backup of several stations, of which one can be opened: %1.</source>
        <extracomment>%1 is a list of files</extracomment>
        <translation>Das ist eine Sicherung mehrerer Stationen, von denen eine geöffnet werden kann: %1.</translation>
    </message>
    <message>
        <source>There is no station file %1 in this backup, but: %2.</source>
        <extracomment>%1 is the path of a file in the backup, %2 a list of such</extracomment>
        <translation>In dieser Sicherung gibt es keine Stationsdatei %1, sondern: %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the name of a backup file, %2 the path of a file in it</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: This is the station file that the selection is taken from. Nothing was written; choose another name.</source>
        <translation>%1: Aus dieser Stationsdatei stammt die Auswahl. Nichts wurde geschrieben; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This is a backup, which is only read: nothing was changed. Save it as a config.bog with Stationer, or unpack that file from it, and edit it there.</source>
        <translation>Das ist eine Sicherung, die nur gelesen wird: Nichts wurde geändert. Speichern Sie sie mit Stationer als config.bog, oder entpacken Sie diese Datei daraus, und bearbeiten Sie sie dort.</translation>
    </message>
</context>
<context>
    <name>stationer::AbsTimeEditor</name>
    <message>
        <source>YYYY-MM-DD hh:mm</source>
        <comment>the form of a date and time to be typed</comment>
        <translation>JJJJ-MM-TT hh:mm</translation>
    </message>
</context>
<context>
    <name>stationer::AcceptanceChooser</name>
    <message>
        <source>How long the exemption holds</source>
        <translation>Wie lange die Ausnahme gilt</translation>
    </message>
    <message>
        <source>until I delete it (temporary)</source>
        <translation>bis ich sie lösche (vorläufig)</translation>
    </message>
    <message>
        <source>until a date</source>
        <translation>bis zu einem Datum</translation>
    </message>
    <message>
        <source>for this session</source>
        <translation>für diese Sitzung</translation>
    </message>
    <message>
        <source>Last day of the exemption</source>
        <translation>Letzter Tag der Ausnahme</translation>
    </message>
    <message>
        <source>What the exemption is bound to</source>
        <translation>Woran die Ausnahme gebunden ist</translation>
    </message>
    <message>
        <source>this certificate</source>
        <translation>dieses Zertifikat</translation>
    </message>
    <message>
        <source>this public key</source>
        <translation>diesen öffentlichen Schlüssel</translation>
    </message>
    <message>
        <source>the name alone</source>
        <translation>nur den Namen</translation>
    </message>
    <message>
        <source>An exemption holds for this host and port,</source>
        <translation>Eine Ausnahme gilt für diesen Host und Port,</translation>
    </message>
    <message>
        <source>When the server gets a new certificate, you are asked again.</source>
        <translation>Wenn der Server ein neues Zertifikat bekommt, werden Sie wieder gefragt.</translation>
    </message>
    <message>
        <source>A renewed certificate passes while the server keeps its key.</source>
        <translation>Ein erneuertes Zertifikat wird angenommen, solange der Server seinen Schlüssel behält.</translation>
    </message>
    <message>
        <source>Any certificate with these names passes, as long as a trusted CA has signed it.</source>
        <translation>Jedes Zertifikat mit diesen Namen wird angenommen, solange eine vertrauenswürdige CA es signiert hat.</translation>
    </message>
</context>
<context>
    <name>stationer::AccountManager</name>
    <message>
        <source>Email Account Manager</source>
        <translation>E-Mail-Kontenverwaltung</translation>
    </message>
    <message>
        <source>Filter accounts</source>
        <translation>Konten filtern</translation>
    </message>
    <message>
        <source>Filter accounts by any column</source>
        <translation>Konten nach jeder Spalte filtern</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>No account matches the filter.</source>
        <translation>Kein Konto passt zum Filter.</translation>
    </message>
    <message>
        <source>Copy &amp;Report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the reports of all tests as text, without secrets</source>
        <translation>Kopiert die Berichte aller Tests als Text, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>&amp;Property Sheet of All Selected</source>
        <translation>&amp;Eigenschaftsblatt aller gewählten</translation>
    </message>
    <message>
        <source>&amp;Property Sheet</source>
        <translation>&amp;Eigenschaftsblatt</translation>
    </message>
    <message>
        <source>&amp;Test Selected</source>
        <translation>Gewählte &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Order of the &amp;File</source>
        <translation>Reihenfolge der &amp;Datei</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Noch nicht getestet.</translation>
    </message>
    <message>
        <source>Cancelled. So far: %1.</source>
        <extracomment>%1 is such as «5 passed, 1 failed»</extracomment>
        <translation>Abgebrochen. Bisher: %1.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>&amp;Edit Cell</source>
        <translation>&amp;Zelle bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Ei&amp;nschalten</translation>
    </message>
    <message>
        <source>D&amp;isable</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Show Those Alone</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Show only accounts that would fail on the station</source>
        <translation>Nur Konten zeigen, die auf der Station scheitern würden</translation>
    </message>
    <message>
        <source>The accounts that would fail on the station</source>
        <translation>Die Konten, die auf der Station scheitern würden</translation>
    </message>
    <message>
        <source>&amp;Save Selection as .bog…</source>
        <translation>Auswahl als .&amp;bog speichern…</translation>
    </message>
</context>
<context>
    <name>stationer::AccountPasswords</name>
    <message>
        <source>A test password belongs to a host and a user: fill in Hostname and Account first.</source>
        <translation>Ein Testpasswort gehört zu einem Host und einem Benutzer: Füllen Sie zuerst Hostname und Account aus.</translation>
    </message>
    <message>
        <source>Send the password stored for %1 to %2?</source>
        <translation>Das für %1 hinterlegte Passwort an %2 senden?</translation>
    </message>
    <message>
        <source>It was typed for another host. Send it only if both belong to the same mail system.</source>
        <translation>Es wurde für einen anderen Host eingegeben. Senden Sie es nur, wenn beide zum selben Mailsystem gehören.</translation>
    </message>
    <message>
        <source>&amp;Send It</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Enter Another…</source>
        <translation>&amp;Anderes eingeben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What the token is asked for with is not in the key ring. Type it again: Tools, Sign In by Token.</source>
        <translation>Womit das Token angefordert wird, liegt nicht im Schlüsselbund. Geben Sie es erneut ein: Werkzeuge, Mit Token anmelden.</translation>
    </message>
</context>
<context>
    <name>stationer::AccountsBar</name>
    <message>
        <source>Test &amp;All</source>
        <translation>&amp;Alle testen</translation>
    </message>
    <message>
        <source>Test &amp;Selected</source>
        <translation>&amp;Gewählte testen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Tests every enabled account, several at once; nothing is asked meanwhile</source>
        <translation>Testet jedes eingeschaltete Konto, mehrere gleichzeitig; dabei wird nichts gefragt</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Outgoing Account</source>
        <translation>&amp;Ausgehendes Konto</translation>
    </message>
    <message>
        <source>&amp;Incoming Account</source>
        <translation>&amp;Eingehendes Konto</translation>
    </message>
    <message>
        <source>Progress of Test All</source>
        <translation>Fortschritt von „Alle testen“</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Progress of Test All: %1 of %2 accounts are done</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
</context>
<context>
    <name>stationer::AllowedHostsTab</name>
    <message>
        <source>Allowed Hosts</source>
        <translation>Allowed Hosts</translation>
    </message>
    <message>
        <source>No exemptions.
When a connection test meets a certificate that cannot be verified, your answer stands here: approved, rejected, or not given yet.</source>
        <translation>Keine Ausnahmen.
Wenn ein Verbindungstest auf ein Zertifikat trifft, das sich nicht prüfen lässt, steht Ihre Antwort hier: genehmigt, abgelehnt oder noch offen.</translation>
    </message>
    <message>
        <source>&amp;View…</source>
        <translation>An&amp;sehen…</translation>
    </message>
    <message>
        <source>A&amp;pprove</source>
        <translation>&amp;Genehmigen</translation>
    </message>
    <message>
        <source>U&amp;napprove</source>
        <translation>Genehmigung &amp;entziehen</translation>
    </message>
    <message>
        <source>&amp;Get Certificate…</source>
        <translation>&amp;Zertifikat holen…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>The certificate of %1 is not kept here. Get it again to see it.</source>
        <translation>Das Zertifikat von %1 ist hier nicht aufbewahrt. Holen Sie es erneut, um es anzusehen.</translation>
    </message>
    <message>
        <source>1 exemption no longer needed</source>
        <translation>1 Ausnahme wird nicht mehr gebraucht</translation>
    </message>
    <message>
        <source>%1 exemptions no longer needed</source>
        <translation>%1 Ausnahmen werden nicht mehr gebraucht</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>No exemption for %1.
Clear the filter to see all hosts.</source>
        <extracomment>%1 is a host and port</extracomment>
        <translation>Keine Ausnahme für %1.
Leeren Sie den Filter, um alle Hosts zu sehen.</translation>
    </message>
    <message>
        <source>%1 has shown another certificate since. Test its account again to answer it.</source>
        <extracomment>%1 is a host and port; below it stand both fingerprints</extracomment>
        <translation>%1 hat seitdem ein anderes Zertifikat vorgelegt. Testen Sie das Konto dazu erneut, um darauf zu antworten.</translation>
    </message>
    <message>
        <source>View the New One…</source>
        <translation>Das neue ansehen…</translation>
    </message>
</context>
<context>
    <name>stationer::ArrangeActions</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>Aus&amp;schneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Reorder…</source>
        <translation>Reihen&amp;folge ändern…</translation>
    </message>
    <message>
        <source>&amp;Find References</source>
        <translation>&amp;Verweise suchen</translation>
    </message>
    <message>
        <source>Re&amp;order</source>
        <translation>Rei&amp;henfolge</translation>
    </message>
    <message>
        <source>&amp;Save Selection as .bog…</source>
        <translation>Auswahl als .&amp;bog speichern…</translation>
    </message>
</context>
<context>
    <name>stationer::BooleanEditor</name>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
</context>
<context>
    <name>stationer::Breadcrumbs</name>
    <message>
        <source>Path to the component</source>
        <translation>Pfad zur Komponente</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
</context>
<context>
    <name>stationer::BroughtTrustDialog</name>
    <message>
        <source>What This Station Brings With It</source>
        <translation>Was diese Station mitbringt</translation>
    </message>
    <message>
        <source>Nothing of it is used yet. A root CA vouches for every host that it signs, an exemption for one certificate. Use them only where you know who made them, and compare the fingerprints with their owners.</source>
        <translation>Nichts davon gilt bisher. Eine Root-CA bürgt für jeden Host, den sie signiert, eine Ausnahme für ein Zertifikat. Verwenden Sie sie nur, wenn Sie wissen, von wem sie stammen, und vergleichen Sie die Fingerabdrücke mit den Inhabern.</translation>
    </message>
    <message>
        <source>&amp;Use Them</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>&amp;Leave Them</source>
        <translation>&amp;Liegen lassen</translation>
    </message>
    <message>
        <source>Root CAs</source>
        <translation>Root-CAs</translation>
    </message>
    <message>
        <source>&amp;View…</source>
        <translation>An&amp;sehen…</translation>
    </message>
    <message>
        <source>Allowed Hosts</source>
        <translation>Allowed Hosts</translation>
    </message>
    <message>
        <source>Vie&amp;w…</source>
        <translation>Anse&amp;hen…</translation>
    </message>
</context>
<context>
    <name>stationer::CertificateDetailsTree</name>
    <message>
        <source>Details of the certificate</source>
        <translation>Einzelheiten des Zertifikats</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Nicht vor</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>Nicht nach</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>%1, %2 bits</source>
        <translation>%1, %2 Bit</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>SHA-256 of the key</source>
        <translation>SHA-256 des Schlüssels</translation>
    </message>
    <message>
        <source>Signature algorithm</source>
        <translation>Signaturalgorithmus</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>Fingerabdrücke</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>%1 (critical)</source>
        <extracomment>%1 the name of a certificate&apos;s extension; critical: who does not know it must not accept the certificate</extracomment>
        <translation>%1 (kritisch)</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Object identifier</source>
        <translation>Objektkennung (OID)</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>stationer::CertificateExport</name>
    <message>
        <source>Export Certificates</source>
        <translation>Zertifikate exportieren</translation>
    </message>
    <message>
        <source>PEM, text (*.pem)</source>
        <translation>PEM, Text (*.pem)</translation>
    </message>
    <message>
        <source>DER (*.cer)</source>
        <translation>DER (*.cer)</translation>
    </message>
    <message>
        <source>PKCS#7 (*.p7b)</source>
        <translation>PKCS#7 (*.p7b)</translation>
    </message>
    <message>
        <source>DER holds one certificate, and there are %1. Choose PEM or PKCS#7.</source>
        <translation>DER fasst nur ein Zertifikat, und es sind %1. Wählen Sie PEM oder PKCS#7.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>stationer::CertificateManager</name>
    <message>
        <source>Certificate Manager</source>
        <translation>Zertifikatsverwaltung</translation>
    </message>
    <message>
        <source>User &amp;Key Store</source>
        <translation>User &amp;Key Store</translation>
    </message>
    <message>
        <source>&amp;System Trust Store</source>
        <translation>S&amp;ystem Trust Store</translation>
    </message>
    <message>
        <source>&amp;User Trust Store</source>
        <translation>&amp;User Trust Store</translation>
    </message>
    <message>
        <source>&amp;Allowed Hosts</source>
        <translation>&amp;Allowed Hosts</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Last step: %1</source>
        <translation>Letzter Schritt: %1</translation>
    </message>
</context>
<context>
    <name>stationer::CertificateView</name>
    <message>
        <source>%1 to %2</source>
        <comment>validity of a certificate: dates</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>not valid yet</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>ran out 1 day ago</source>
        <translation>vor 1 Tag abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>ran out %n days ago</source>
        <translation>
            <numerusform>vor %n Tag abgelaufen</numerusform>
            <numerusform>vor %n Tagen abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>noch 1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, %2 bits</source>
        <translation>%1, %2 Bit</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>What the certificate says</source>
        <translation>Was das Zertifikat sagt</translation>
    </message>
    <message>
        <source>Accepted before</source>
        <translation>Früher angenommen</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Jetzt vorgelegt</translation>
    </message>
</context>
<context>
    <name>stationer::CertificateViewer</name>
    <message>
        <source>System Trust Store</source>
        <translation>System Trust Store</translation>
    </message>
    <message>
        <source>User Trust Store</source>
        <translation>User Trust Store</translation>
    </message>
    <message>
        <source>given roots</source>
        <translation>angegebene Root-CAs</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>As &amp;Text</source>
        <translation>Als &amp;Text</translation>
    </message>
    <message>
        <source>As &amp;PEM</source>
        <translation>Als &amp;PEM</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Certificate – %1</source>
        <translation>Zertifikat – %1</translation>
    </message>
    <message>
        <source>«%1» in the %2 vouches for it.</source>
        <translation>„%1“ (%2) bürgt dafür.</translation>
    </message>
    <message>
        <source>Its chain leads to a root that is trusted.</source>
        <translation>Seine Kette führt zu einer Root-CA, der vertraut wird.</translation>
    </message>
    <message>
        <source>No trusted root CA vouches for it; an exemption in Allowed Hosts accepts it.</source>
        <translation>Keine vertrauenswürdige Root-CA bürgt dafür; eine Ausnahme in Allowed Hosts nimmt es an.</translation>
    </message>
    <message>
        <source>It would be trusted.</source>
        <translation>Ihm würde vertraut.</translation>
    </message>
    <message>
        <source>It would not be trusted.</source>
        <translation>Ihm würde nicht vertraut.</translation>
    </message>
    <message>
        <source>Trusted.</source>
        <translation>Vertraut.</translation>
    </message>
    <message>
        <source>Not trusted.</source>
        <translation>Nicht vertraut.</translation>
    </message>
    <message>
        <source>Remarks of strict checking (RFC 5280), which count for nothing here:</source>
        <translation>Bemerkungen der strengen Prüfung (RFC 5280), die hier nicht zählen:</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>Ein&amp;zelheiten</translation>
    </message>
</context>
<context>
    <name>stationer::CertificatesTab</name>
    <message>
        <source>&amp;View…</source>
        <translation>An&amp;sehen…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
</context>
<context>
    <name>stationer::ChainTree</name>
    <message>
        <source>Certificate chain</source>
        <translation>Zertifikatskette</translation>
    </message>
    <message>
        <source>the server&apos;s own certificate</source>
        <translation>das Zertifikat des Servers selbst</translation>
    </message>
    <message>
        <source>root CA</source>
        <translation>Root-CA</translation>
    </message>
    <message>
        <source>intermediate CA</source>
        <translation>Zwischen-CA</translation>
    </message>
</context>
<context>
    <name>stationer::ChallengeCourse</name>
    <message>
        <source>Accept the certificate of %1</source>
        <translation>Zertifikat von %1 annehmen</translation>
    </message>
    <message>
        <source>Reject the certificate of %1</source>
        <translation>Zertifikat von %1 ablehnen</translation>
    </message>
</context>
<context>
    <name>stationer::ChallengeDialog</name>
    <message>
        <source>Identity Verification – %1</source>
        <translation>Identitätsprüfung – %1</translation>
    </message>
    <message>
        <source>Your password was not sent.</source>
        <translation>Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>&amp;Import Root CA…</source>
        <translation>Root-CA &amp;importieren…</translation>
    </message>
    <message>
        <source>Re&amp;place Exemption</source>
        <translation>Ausnahme &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Accept as Exemption</source>
        <translation>Als &amp;Ausnahme annehmen</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>Ab&amp;lehnen</translation>
    </message>
    <message>
        <source>&amp;Not Now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>%1 &amp;verwenden</translation>
    </message>
    <message>
        <source>Use host name %1</source>
        <translation>Hostnamen %1 verwenden</translation>
    </message>
    <message>
        <source>«%1», which the server sent</source>
        <translation>„%1“, vom Server mitgeschickt</translation>
    </message>
    <message>
        <source>«%1» was not sent: its file has to be got</source>
        <translation>„%1“ wurde nicht mitgeschickt: Die Datei muss beschafft werden</translation>
    </message>
    <message>
        <source>&amp;View…</source>
        <translation>An&amp;sehen…</translation>
    </message>
    <message>
        <source>&amp;Accept for %1 Days</source>
        <translation>Für %1 Tage &amp;annehmen</translation>
    </message>
    <message>
        <source>This answer also covers 1 other account on this host.</source>
        <translation>Diese Antwort gilt auch für 1 anderes Konto auf diesem Host.</translation>
    </message>
    <message numerus="yes">
        <source>This answer also covers %n other accounts on this host.</source>
        <translation>
            <numerusform>Diese Antwort gilt auch für %n anderes Konto auf diesem Host.</numerusform>
            <numerusform>Diese Antwort gilt auch für %n andere Konten auf diesem Host.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Use Host Name</source>
        <translation>Hostnamen &amp;verwenden</translation>
    </message>
    <message>
        <source>Looking up %1…</source>
        <translation>%1 wird gesucht…</translation>
    </message>
</context>
<context>
    <name>stationer::ChallengeFacts</name>
    <message>
        <source>This is the first certificate seen here.</source>
        <translation>Dies ist das erste Zertifikat, das hier gesehen wird.</translation>
    </message>
    <message>
        <source>This certificate was seen here before, first on %1.</source>
        <translation>Dieses Zertifikat wurde hier schon gesehen, zuerst am %1.</translation>
    </message>
    <message>
        <source>Another certificate was seen here on %1.</source>
        <translation>Hier wurde am %1 ein anderes Zertifikat gesehen.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>You accepted the same certificate on %1.</source>
        <extracomment>%1 is another host and port</extracomment>
        <translation>Sie haben dasselbe Zertifikat auf %1 angenommen.</translation>
    </message>
</context>
<context>
    <name>stationer::ChangesDialog</name>
    <message>
        <source>Changes to %1</source>
        <translation>Änderungen an %1</translation>
    </message>
    <message>
        <source>Slot by Slot</source>
        <translation>Slot für Slot</translation>
    </message>
    <message>
        <source>Differences of the XML</source>
        <translation>Unterschiede im XML</translation>
    </message>
    <message>
        <source>Text of the File</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>Nothing was changed since the file was opened or last saved.</source>
        <translation>Seit die Datei geöffnet oder zuletzt gespeichert wurde, hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Changes, slot by slot</source>
        <translation>Änderungen, Slot für Slot</translation>
    </message>
    <message>
        <source>One difference to %1</source>
        <translation>Ein Unterschied zu %1</translation>
    </message>
    <message>
        <source>%1 differences to %2</source>
        <translation>%1 Unterschiede zu %2</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>in der Datei</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 more lines are not shown here; Copy takes all.</source>
        <translation>%1 weitere Zeilen sind hier nicht gezeigt; „Kopieren“ nimmt alle mit.</translation>
    </message>
    <message>
        <source>%1, made by one change</source>
        <extracomment>What is left of several steps of editing: %1 such as «One difference to acme.bog», %2 a number</extracomment>
        <translation>%1, durch eine Änderung</translation>
    </message>
    <message>
        <source>%1, made by %2 changes</source>
        <translation>%1, durch %2 Änderungen</translation>
    </message>
</context>
<context>
    <name>stationer::ChangesModel</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>other type</source>
        <translation>anderer Typ</translation>
    </message>
    <message>
        <source>other flags</source>
        <translation>andere Flags</translation>
    </message>
    <message>
        <source>other facets</source>
        <translation>andere Facets</translation>
    </message>
    <message>
        <source>other handle</source>
        <translation>anderer Handle</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>other place</source>
        <translation>andere Reihenfolge</translation>
    </message>
    <message>
        <source>encoded, not shown</source>
        <translation>verschlüsselt, nicht gezeigt</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>a property&apos;s value</comment>
        <translation>leer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>stationer::ClientCertificateField</name>
    <message>
        <source>Re&amp;move</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>Ent&amp;sperren</translation>
    </message>
    <message>
        <source>Remove the client certificate</source>
        <translation>Client-Zertifikat entfernen</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
        <source>%1, expired on %2</source>
        <extracomment>A client certificate: %1 its name, %2 a date</extracomment>
        <translation>%1, abgelaufen am %2</translation>
    </message>
    <message>
        <source>%1, valid until %2</source>
        <translation>%1, gültig bis %2</translation>
    </message>
    <message>
        <source>Choose a Client Certificate</source>
        <translation>Client-Zertifikat wählen</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.key)</source>
        <translation>PEM-Dateien (*.pem *.crt *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The file is too large for a certificate.</source>
        <translation>Die Datei ist zu groß für ein Zertifikat.</translation>
    </message>
    <message>
        <source>No certificate was found in the file.</source>
        <translation>In der Datei wurde kein Zertifikat gefunden.</translation>
    </message>
    <message>
        <source>The file has no private key. Put the certificate and its key into one PEM file.</source>
        <translation>Die Datei enthält keinen privaten Schlüssel. Legen Sie das Zertifikat und seinen Schlüssel in einer einzigen PEM-Datei ab.</translation>
    </message>
    <message>
        <source>The key is encrypted.</source>
        <translation>Der Schlüssel ist verschlüsselt.</translation>
    </message>
    <message>
        <source>This is not the key&apos;s passphrase.</source>
        <translation>Das ist nicht die Passphrase des Schlüssels.</translation>
    </message>
    <message>
        <source>The key does not belong to the first certificate of the file.</source>
        <translation>Der Schlüssel gehört nicht zum ersten Zertifikat der Datei.</translation>
    </message>
    <message>
        <source>Ke&amp;y Store</source>
        <translation>Ke&amp;y Store</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Datei…</translation>
    </message>
    <message>
        <source>Choose a PEM file with a client certificate</source>
        <translation>PEM-Datei mit einem Client-Zertifikat wählen</translation>
    </message>
    <message>
        <source>Choose a client certificate of the User Key Store</source>
        <translation>Client-Zertifikat aus dem User Key Store wählen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>It has no certificate yet: Tools, Certificate Manager, User Key Store.</source>
        <translation>Er enthält noch kein Zertifikat: Werkzeuge, Zertifikatsverwaltung, User Key Store.</translation>
    </message>
</context>
<context>
    <name>stationer::Composition</name>
    <message>
        <source>The demo could not start: %1</source>
        <translation>Die Demo konnte nicht starten: %1</translation>
    </message>
</context>
<context>
    <name>stationer::DemoHint</name>
    <message>
        <source>Close the hint</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Choose OldSettings in the Nav tree; its property sheet opens.</source>
        <translation>Wählen Sie OldSettings im Nav-Baum; sein Eigenschaftsblatt öffnet sich.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Switch Use Ssl on: this port expects it.</source>
        <translation>Schalten Sie Use Ssl ein: Dieser Port erwartet es.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Press F5, or Test above.</source>
        <translation>Drücken Sie F5 oder oben „Testen“.</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Nobody knows the demo server&apos;s certificate: accept it, or import its root CA.</source>
        <translation>Niemand kennt das Zertifikat des Demo-Servers: Nehmen Sie es an, oder importieren Sie seine Root-CA.</translation>
    </message>
    <message>
        <source>Test All</source>
        <translation>Alle testen</translation>
    </message>
    <message>
        <source>Choose EmailService in the Nav tree and press Test All.</source>
        <translation>Wählen Sie EmailService im Nav-Baum und drücken Sie „Alle testen“.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Only the lines that you changed are written.</source>
        <translation>Nur die Zeilen, die Sie geändert haben, werden geschrieben.</translation>
    </message>
    <message>
        <source>Step %1, %2: done</source>
        <extracomment>A step of the demo: %1 its number, %2 its name</extracomment>
        <translation>Schritt %1, %2: erledigt</translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation>Schritt %1, %2</translation>
    </message>
    <message>
        <source>The demo in six steps</source>
        <translation>Die Demo in sechs Schritten</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>All steps of the demo</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>File ▸ Open opens a station of your own.</source>
        <translation>Datei ▸ Öffnen öffnet eine eigene Station.</translation>
    </message>
</context>
<context>
    <name>stationer::DiskBar</name>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Another program changed this file. What is shown here is the file as it was, with your changes.</source>
        <translation>Ein anderes Programm hat diese Datei geändert. Hier ist die Datei zu sehen, wie sie war, mit Ihren Änderungen.</translation>
    </message>
    <message>
        <source>Another program changed this file. What is shown here is the file as it was.</source>
        <translation>Ein anderes Programm hat diese Datei geändert. Hier ist die Datei zu sehen, wie sie war.</translation>
    </message>
    <message>
        <source>Reload</source>
        <extracomment>A button beside «Reload»: the station as it is shown, not as it is on disk</extracomment>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>This file was moved or deleted. The station is still open here and can be saved again.</source>
        <translation>Diese Datei wurde verschoben oder gelöscht. Die Station ist hier noch offen und kann wieder gespeichert werden.</translation>
    </message>
    <message>
        <source>The folder of this file cannot be reached. The station is still open here; it can be saved elsewhere, or there once the folder is back.</source>
        <translation>Der Ordner dieser Datei ist nicht erreichbar. Die Station ist hier noch offen; sie kann woanders gespeichert werden, oder dort, sobald der Ordner wieder da ist.</translation>
    </message>
    <message>
        <source>This file may only be read. Changes can be saved under another name.</source>
        <translation>Diese Datei darf nur gelesen werden. Änderungen können unter einem anderen Namen gespeichert werden.</translation>
    </message>
    <message>
        <source>Keep the Station Open</source>
        <extracomment>A button that closes a message about a file and leaves the station open as it is</extracomment>
        <translation>Station offen lassen</translation>
    </message>
    <message>
        <source>Keep What Is Shown</source>
        <translation>Behalten, was gezeigt wird</translation>
    </message>
</context>
<context>
    <name>stationer::EnumEditor</name>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
</context>
<context>
    <name>stationer::FacetsTable</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>stationer::FilterLine</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
</context>
<context>
    <name>stationer::FindSettings</name>
    <message>
        <source>Find Settings – %1</source>
        <translation>Einstellungen suchen – %1</translation>
    </message>
    <message>
        <source>Trying every security mode on every port …</source>
        <translation>Jeder Sicherheitsmodus wird auf jedem Port ausprobiert …</translation>
    </message>
    <message>
        <source>Nobody signs in: no user name and no password is sent.</source>
        <translation>Niemand meldet sich an: Es werden weder Benutzername noch Passwort gesendet.</translation>
    </message>
    <message>
        <source>What the server answers</source>
        <translation>Was der Server antwortet</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Sign-in offered</source>
        <translation>Angebotene Anmeldung</translation>
    </message>
    <message>
        <source>trying …</source>
        <translation>wird probiert …</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>Looking up the host takes its time. Nobody signs in.</source>
        <translation>Die Suche nach dem Host dauert länger. Niemand meldet sich an.</translation>
    </message>
    <message>
        <source>Nothing works on these ports.</source>
        <translation>Auf diesen Ports funktioniert nichts.</translation>
    </message>
    <message>
        <source>Check the Hostname, and whether this computer may reach the mail server at all: a firewall may be in between. Nobody signed in.</source>
        <translation>Prüfen Sie den Hostname und ob dieser Computer den Mailserver überhaupt erreichen darf: Vielleicht ist eine Firewall dazwischen. Niemand hat sich angemeldet.</translation>
    </message>
    <message>
        <source>The safest that works: %1, port %2.</source>
        <extracomment>%1 is a security mode, «Use Ssl»</extracomment>
        <translation>Das Sicherste, was funktioniert: %1, Port %2.</translation>
    </message>
    <message>
        <source>Its certificate awaits your answer when you test the account. Nobody signed in.</source>
        <translation>Zu seinem Zertifikat werden Sie gefragt, wenn Sie das Konto testen. Niemand hat sich angemeldet.</translation>
    </message>
    <message>
        <source>The server offers no encryption on these ports: a password would cross the network readable. Nobody signed in.</source>
        <translation>Der Server bietet auf diesen Ports keine Verschlüsselung an: Ein Passwort ginge lesbar durchs Netz. Niemand hat sich angemeldet.</translation>
    </message>
    <message>
        <source>Nobody signed in. Test the account to prove user name and password as well.</source>
        <translation>Niemand hat sich angemeldet. Testen Sie das Konto, um auch Benutzername und Passwort zu prüfen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>stationer::FingerprintView</name>
    <message>
        <source>SHA-256 fingerprint: %1</source>
        <translation>SHA-256-Fingerabdruck: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
</context>
<context>
    <name>stationer::GetCertificate</name>
    <message>
        <source>Get Certificate</source>
        <translation>Zertifikat holen</translation>
    </message>
    <message>
        <source>Asks a mail server for its certificate. Nothing is signed in and nothing is sent.</source>
        <translation>Fragt einen Mailserver nach seinem Zertifikat. Niemand meldet sich an, und nichts wird gesendet.</translation>
    </message>
    <message>
        <source>&amp;Get Certificate</source>
        <translation>&amp;Zertifikat holen</translation>
    </message>
    <message>
        <source>&amp;View…</source>
        <translation>An&amp;sehen…</translation>
    </message>
    <message>
        <source>Host name or address</source>
        <translation>Hostname oder Adresse</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Security mode</source>
        <translation>Sicherheitsmodus</translation>
    </message>
    <message>
        <source>Use Ssl: encrypted from the first byte</source>
        <translation>Use Ssl: verschlüsselt vom ersten Byte an</translation>
    </message>
    <message>
        <source>Use Start Tls: plain, then upgraded</source>
        <translation>Use Start Tls: beginnt im Klartext, dann verschlüsselt</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Host:</translation>
    </message>
    <message>
        <source>P&amp;rotocol:</source>
        <translation>P&amp;rotokoll:</translation>
    </message>
    <message>
        <source>&amp;Security:</source>
        <translation>S&amp;icherheit:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>Trusted. It needs no exemption.</source>
        <translation>Vertraut. Es braucht keine Ausnahme.</translation>
    </message>
    <message>
        <source>Accepted by the exemption in Allowed Hosts.</source>
        <translation>Durch die Ausnahme in Allowed Hosts angenommen.</translation>
    </message>
    <message>
        <source>You rejected this certificate. Its row in Allowed Hosts says so.</source>
        <translation>Sie haben dieses Zertifikat abgelehnt. So steht es in seiner Zeile in Allowed Hosts.</translation>
    </message>
    <message>
        <source>Get the certificate of %1</source>
        <translation>Zertifikat von %1 holen</translation>
    </message>
    <message>
        <source>It stands in Allowed Hosts now, unanswered.</source>
        <translation>Es steht jetzt unbeantwortet in Allowed Hosts.</translation>
    </message>
</context>
<context>
    <name>stationer::GroupView</name>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Properties that are hidden, or that few stations have</source>
        <translation>Eigenschaften, die verborgen sind oder die nur wenige Stationen haben</translation>
    </message>
</context>
<context>
    <name>stationer::HandoverCourse</name>
    <message>
        <source>%1 handover %2</source>
        <extracomment>A file&apos;s name: %1 is a station&apos;s name, %2 a date</extracomment>
        <translation>%1 Übergabe %2</translation>
    </message>
    <message>
        <source>Save Handover Sheet</source>
        <translation>Übergabeblatt speichern</translation>
    </message>
    <message>
        <source>Page to print (*.html)</source>
        <translation>Seite zum Drucken (*.html)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>stationer::HandoverDialog</name>
    <message>
        <source>%1 more are on the page.</source>
        <translation>%1 weitere stehen auf der Seite.</translation>
    </message>
    <message>
        <source>Handover Sheet of %1</source>
        <translation>Übergabeblatt von %1</translation>
    </message>
    <message>
        <source>What remains to be done on the station</source>
        <translation>Was auf der Station noch zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Save Page…</source>
        <translation>Seite &amp;speichern…</translation>
    </message>
    <message>
        <source>One page of HTML with boxes to tick and a place to sign; any browser prints it.</source>
        <translation>Eine HTML-Seite mit Kästchen zum Abhaken und Platz für die Unterschrift; jeder Browser druckt sie.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>What remains to be done</source>
        <translation>Was noch zu tun ist</translation>
    </message>
    <message>
        <source>Nothing: there is no account, and nothing was changed.</source>
        <translation>Nichts: Es gibt kein Konto, und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>By what was changed, tested and trusted on this computer. %1 of %2 done.</source>
        <translation>Nach dem, was auf diesem Computer geändert, getestet und als vertrauenswürdig eingestuft wurde. %1 von %2 erledigt.</translation>
    </message>
</context>
<context>
    <name>stationer::ImportDialog</name>
    <message>
        <source>Import Root CA</source>
        <translation>Root-CA importieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A root CA in the User Trust Store vouches for every host, not only for this one. Anyone who holds its key can pose as any mail server. Compare the fingerprint with the CA&apos;s owner, by phone for instance.</source>
        <translation>Eine Root-CA im User Trust Store bürgt für jeden Host, nicht nur für diesen. Wer ihren Schlüssel hat, kann sich als jeder Mailserver ausgeben. Vergleichen Sie den Fingerabdruck mit dem Inhaber der CA, zum Beispiel am Telefon.</translation>
    </message>
    <message>
        <source>I &amp;compared the fingerprint with its owner</source>
        <translation>Ich habe den Fingerabdruck mit dem Inhaber &amp;verglichen</translation>
    </message>
    <message>
        <source>I compared the fingerprint with its owner</source>
        <translation>Ich habe den Fingerabdruck mit dem Inhaber verglichen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>A private key stands beside it. It is left where it is.</source>
        <translation>Daneben steht ein privater Schlüssel. Er bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>A certificate request stands beside it. It is left out.</source>
        <translation>Daneben steht eine Zertifikatsanforderung. Sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>Import as</source>
        <translation>Importieren als</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Alias of %1</source>
        <translation>Alias von %1</translation>
    </message>
    <message>
        <source>This PKCS#12 file is locked. Its password is used once and not kept.</source>
        <translation>Diese PKCS#12-Datei ist gesperrt. Ihr Passwort wird einmal verwendet und nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Password of the PKCS#12 file</source>
        <translation>Passwort der PKCS#12-Datei</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
</context>
<context>
    <name>stationer::KeyUnlocking</name>
    <message>
        <source>The key ring is locked. What is the passphrase of this key?</source>
        <translation>Der Schlüsselbund ist gesperrt. Wie lautet die Passphrase dieses Schlüssels?</translation>
    </message>
    <message>
        <source>The key ring does not have the passphrase of this key.</source>
        <translation>Der Schlüsselbund enthält die Passphrase dieses Schlüssels nicht.</translation>
    </message>
    <message>
        <source>Passphrase of %1</source>
        <translation>Passphrase von %1</translation>
    </message>
    <message>
        <source>This is not the passphrase of the key.</source>
        <translation>Das ist nicht die Passphrase des Schlüssels.</translation>
    </message>
    <message>
        <source>The key ring does not answer. What is the passphrase of this key?</source>
        <translation>Der Schlüsselbund antwortet nicht. Wie lautet die Passphrase dieses Schlüssels?</translation>
    </message>
</context>
<context>
    <name>stationer::LineEditor</name>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
</context>
<context>
    <name>stationer::MainWindow</name>
    <message>
        <source>A running station may overwrite this file when it saves. Stop the station first, or put the file back while it is stopped.</source>
        <translation>Eine laufende Station kann diese Datei beim Speichern überschreiben. Halten Sie die Station zuerst an, oder legen Sie die Datei zurück, solange sie angehalten ist.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test Connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Test the selected account against its mail server (%1)</source>
        <translation>Das gewählte Konto an seinem Mailserver testen (%1)</translation>
    </message>
    <message>
        <source>1 change not saved</source>
        <translation>1 Änderung nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not saved</source>
        <translation>
            <numerusform>%n Änderung nicht gespeichert</numerusform>
            <numerusform>%n Änderungen nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>New station, not saved yet</source>
        <translation>Neue Station, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Alle Änderungen gespeichert</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>The step that is undone is named</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>&amp;Ansichten</translation>
    </message>
    <message>
        <source>&amp;Property Sheet</source>
        <translation>&amp;Eigenschaftsblatt</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Stationer</source>
        <translation>&amp;Über Stationer</translation>
    </message>
    <message>
        <source>About Stationer</source>
        <translation>Über Stationer</translation>
    </message>
    <message>
        <source>Stationer %1</source>
        <translation>Stationer %1</translation>
    </message>
    <message>
        <source>Edits the e-mail services of a building-automation station, proves every account against its mail server, and settles trust.

Licensed under the Apache License 2.0. Built with Qt %1.</source>
        <translation>Bearbeitet die E-Mail-Dienste einer Gebäudeautomations-Station, prüft jedes Konto an seinem Mailserver und klärt, welchen Zertifikaten vertraut wird.

Lizenziert unter der Apache License 2.0. Erstellt mit Qt %1.</translation>
    </message>
    <message>
        <source>&amp;Find Settings…</source>
        <translation>Einstellungen &amp;suchen…</translation>
    </message>
    <message>
        <source>Show &amp;Changes</source>
        <translation>Ände&amp;rungen zeigen</translation>
    </message>
    <message>
        <source>&amp;Email Account Manager</source>
        <translation>E-Mail-&amp;Kontenverwaltung</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Send Test Message…</source>
        <translation>Testnachricht se&amp;nden…</translation>
    </message>
    <message>
        <source>Test A&amp;ll</source>
        <translation>A&amp;lle testen</translation>
    </message>
    <message>
        <source>&amp;Certificate Manager…</source>
        <translation>&amp;Zertifikatsverwaltung…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Show…</source>
        <extracomment>What a station brings with it: look at it, use it, or leave it unused</extracomment>
        <translation>Zeigen…</translation>
    </message>
    <message>
        <source>Use Them</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Leave Them</source>
        <translation>Liegen lassen</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>A backup, which is only read: of it, %1. Look, compare and test here; to edit, save it as a config.bog.</source>
        <extracomment>%1 is the path of a file inside the backup</extracomment>
        <translation>Eine Sicherung, die nur gelesen wird; daraus: %1. Ansehen, vergleichen und testen können Sie hier; zum Bearbeiten speichern Sie sie als config.bog.</translation>
    </message>
    <message>
        <source>Backup, only read</source>
        <translation>Sicherung, wird nur gelesen</translation>
    </message>
    <message>
        <source>&amp;Handover Sheet…</source>
        <translation>Überg&amp;abeblatt…</translation>
    </message>
    <message>
        <source>Sign In by To&amp;ken…</source>
        <translation>Mit To&amp;ken anmelden…</translation>
    </message>
    <message>
        <source>&amp;Prove This Alarm…</source>
        <translation>Diesen &amp;Alarm nachweisen…</translation>
    </message>
    <message>
        <source>Station&apos;s Trust Sto&amp;res…</source>
        <translation>T&amp;rust Stores der Station…</translation>
    </message>
</context>
<context>
    <name>stationer::ManualBrowser</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
</context>
<context>
    <name>stationer::ManualWindow</name>
    <message>
        <source>Manual – Stationer</source>
        <translation>Handbuch – Stationer</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
</context>
<context>
    <name>stationer::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Shows the other messages as well</source>
        <translation>Zeigt auch die anderen Meldungen</translation>
    </message>
    <message>
        <source>+%1</source>
        <extracomment>How many messages there are beside the one that is shown</extracomment>
        <translation>+%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more messages</source>
        <translation>
            <numerusform>%n weitere Meldung</numerusform>
            <numerusform>%n weitere Meldungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stationer::NavDelegate</name>
    <message>
        <source>Changed since the file was opened</source>
        <translation>Seit dem Öffnen der Datei geändert</translation>
    </message>
</context>
<context>
    <name>stationer::NavTree</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the Nav tree by name or type</source>
        <translation>Nav-Baum nach Name oder Typ filtern</translation>
    </message>
    <message>
        <source>Nav tree</source>
        <translation>Nav-Baum</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>&amp;Ansichten</translation>
    </message>
    <message>
        <source>&amp;Property Sheet</source>
        <translation>&amp;Eigenschaftsblatt</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>A&amp;ktionen</translation>
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Find Settings…</source>
        <translation>Einstellungen &amp;suchen…</translation>
    </message>
    <message>
        <source>&amp;Account Manager</source>
        <translation>&amp;Kontenverwaltung</translation>
    </message>
    <message>
        <source>Test &amp;All</source>
        <translation>&amp;Alle testen</translation>
    </message>
    <message>
        <source>&amp;Send Test Message…</source>
        <translation>Testnachricht se&amp;nden…</translation>
    </message>
    <message>
        <source>&amp;Certificates…</source>
        <translation>&amp;Zertifikate…</translation>
    </message>
    <message>
        <source>&amp;Prove This Alarm…</source>
        <translation>Diesen &amp;Alarm nachweisen…</translation>
    </message>
</context>
<context>
    <name>stationer::NavTreeModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>For a screen reader: %1 is a component&apos;s name, %2 its state
----------
For a screen reader, of a component: since the file was opened</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>stationer::NewKeyDialog</name>
    <message>
        <source>New Certificate</source>
        <translation>Neues Zertifikat</translation>
    </message>
    <message>
        <source>Makes a key and a self-signed certificate to sign in with (EXTERNAL). The key is kept encrypted on this computer. A CA can sign it later: Certificate Request.</source>
        <translation>Erstellt einen Schlüssel und ein selbst signiertes Zertifikat für die Anmeldung (EXTERNAL). Der Schlüssel wird verschlüsselt auf diesem Computer aufbewahrt. Eine CA kann das Zertifikat später signieren: Zertifikatsanforderung.</translation>
    </message>
    <message>
        <source>EC P-256 (usual)</source>
        <translation>EC P-256 (üblich)</translation>
    </message>
    <message>
        <source>RSA, 3072 bits (for older servers)</source>
        <translation>RSA, 3072 Bit (für ältere Server)</translation>
    </message>
    <message>
        <source>Kind of key</source>
        <translation>Art des Schlüssels</translation>
    </message>
    <message>
        <source>Valid for, in years</source>
        <translation>Gültigkeit in Jahren</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>the account&apos;s user name, for instance</source>
        <translation>zum Beispiel der Benutzername des Kontos</translation>
    </message>
    <message>
        <source>&amp;E-mail addresses:</source>
        <translation>E-&amp;Mail-Adressen:</translation>
    </message>
    <message>
        <source>&amp;Host names and addresses:</source>
        <translation>&amp;Hostnamen und Adressen:</translation>
    </message>
    <message>
        <source>&amp;Organization:</source>
        <translation>&amp;Organisation:</translation>
    </message>
    <message>
        <source>&amp;Country, two letters:</source>
        <translation>&amp;Land, zwei Buchstaben:</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>&amp;Valid for:</source>
        <translation>&amp;Gültig für:</translation>
    </message>
    <message>
        <source>&amp;Alias:</source>
        <translation>&amp;Alias:</translation>
    </message>
    <message>
        <source>made from the name</source>
        <translation>wird aus dem Namen gebildet</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>&amp;Erstellen</translation>
    </message>
</context>
<context>
    <name>stationer::NoAccounts</name>
    <message>
        <source>This EmailService has no account yet. An outgoing account sends the station&apos;s alarms; an incoming one lets people acknowledge them by mail.</source>
        <translation>Dieser EmailService hat noch kein Konto. Ein ausgehendes Konto sendet die Alarme der Station; über ein eingehendes lassen sie sich per E-Mail quittieren.</translation>
    </message>
    <message>
        <source>Add &amp;Outgoing</source>
        <translation>&amp;Ausgehendes hinzufügen</translation>
    </message>
    <message>
        <source>Add &amp;Incoming</source>
        <translation>&amp;Eingehendes hinzufügen</translation>
    </message>
</context>
<context>
    <name>stationer::OpenStation</name>
    <message>
        <source>New Station</source>
        <translation>Neue Station</translation>
    </message>
    <message>
        <source>Set %1</source>
        <extracomment>An undo step: %1 is the label of a property</extracomment>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <extracomment>An undo step: %1 is a component&apos;s name</extracomment>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <extracomment>An undo step: %1 is a component&apos;s name, or «3 components»</extracomment>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <extracomment>An undo step: %1 and %2 are a component&apos;s names before and after</extracomment>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>%n components</source>
        <translation>
            <numerusform>%n Komponente</numerusform>
            <numerusform>%n Komponenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut %1</source>
        <extracomment>An undo step: %1 is a component&apos;s name, or «3 components»</extracomment>
        <translation>%1 ausschneiden</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <extracomment>An undo step: %1 is a component&apos;s name, or «3 components»</extracomment>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <extracomment>An undo step: %1 is a component&apos;s name, or «3 components»</extracomment>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <source>Move %1</source>
        <extracomment>An undo step: %1 is a component&apos;s name, or «3 components»</extracomment>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <extracomment>An undo step: %1 is a component&apos;s name, or «3 components»</extracomment>
        <translation>%1 nach oben verschieben</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1 nach unten verschieben</translation>
    </message>
    <message>
        <source>Reorder %1</source>
        <extracomment>An undo step: %1 is the name of the component whose children changed places</extracomment>
        <translation>Reihenfolge in %1 ändern</translation>
    </message>
    <message>
        <source>Restore changes</source>
        <extracomment>An undo step</extracomment>
        <translation>Änderungen wiederherstellen</translation>
    </message>
</context>
<context>
    <name>stationer::OpeningDialog</name>
    <message>
        <source>Opening %1, %2 …</source>
        <translation>%1, %2, wird geöffnet …</translation>
    </message>
    <message>
        <source>Nothing comes from the disk or the network at the moment. You can wait or cancel.</source>
        <translation>Im Moment kommt nichts vom Datenträger oder aus dem Netz. Sie können warten oder abbrechen.</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <extracomment>%1 is a file&apos;s name, %2 its size, such as «63.1 MB»</extracomment>
        <translation>%1 wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>stationer::OtherTestBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Testing %1…</source>
        <translation>%1 wird getestet…</translation>
    </message>
    <message>
        <source>Cancel the test of %1</source>
        <translation>Test von %1 abbrechen</translation>
    </message>
</context>
<context>
    <name>stationer::PaletteList</name>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>double-click or drag to add</source>
        <translation>zum Hinzufügen doppelklicken oder ziehen</translation>
    </message>
    <message>
        <source>Palette: types to add</source>
        <translation>Palette: Typen zum Hinzufügen</translation>
    </message>
    <message>
        <source>Double-click to add where it can be, nearest to the selected component, or drag into the Nav tree</source>
        <translation>Doppelklicken Sie, um es dort hinzuzufügen, wo es stehen kann, möglichst nahe der gewählten Komponente, oder ziehen Sie es in den Nav-Baum</translation>
    </message>
</context>
<context>
    <name>stationer::PasswordEditor</name>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the test password</source>
        <translation>Testpasswort vergessen</translation>
    </message>
    <message>
        <source>for tests, type it here</source>
        <translation>für Tests, hier eingeben</translation>
    </message>
    <message>
        <source>The station file holds none.</source>
        <translation>Die Stationsdatei enthält keines.</translation>
    </message>
    <message>
        <source>The station file holds another one, unreadable here.</source>
        <translation>Die Stationsdatei enthält ein anderes, das hier nicht lesbar ist.</translation>
    </message>
    <message>
        <source>For tests on this computer: %1.</source>
        <extracomment>%1 is where the password lives, such as «kept in the key ring»</extracomment>
        <translation>Für Tests an diesem Computer: %1.</translation>
    </message>
    <message>
        <source>The key ring is locked; what is typed here is forgotten when Stationer closes.</source>
        <translation>Der Schlüsselbund ist gesperrt; was Sie hier eingeben, wird vergessen, sobald Stationer geschlossen wird.</translation>
    </message>
    <message>
        <source>The key ring does not answer; what is typed here is forgotten when Stationer closes.</source>
        <translation>Der Schlüsselbund antwortet nicht; was Sie hier eingeben, wird vergessen, sobald Stationer geschlossen wird.</translation>
    </message>
    <message>
        <source>The station file holds its own, unreadable here.</source>
        <translation>Die Stationsdatei enthält ihr eigenes, hier nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>stationer::PasswordPrompt</name>
    <message>
        <source>Test Password</source>
        <translation>Testpasswort</translation>
    </message>
    <message>
        <source>Password of %1 at %2</source>
        <translation>Passwort von %1 bei %2</translation>
    </message>
    <message>
        <source>The server refused the one that was used.</source>
        <translation>Der Server hat das verwendete abgelehnt.</translation>
    </message>
    <message>
        <source>Test password</source>
        <translation>Testpasswort</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Test &amp;Without Signing In</source>
        <translation>&amp;Ohne Anmeldung testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is used for tests only: %1. The station file keeps its own copy, which has to be typed on the station.</source>
        <extracomment>%1 is where the password lives, such as «kept in the key ring»</extracomment>
        <translation>Es dient nur Tests: %1. Die Stationsdatei behält ihr eigenes, das an der Station einzugeben ist.</translation>
    </message>
</context>
<context>
    <name>stationer::PropertySheet</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Sending limits</source>
        <translation>Sendegrenzen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Property sheet</source>
        <translation>Eigenschaftsblatt</translation>
    </message>
    <message>
        <source>Filter properties</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter properties by label or slot name</source>
        <translation>Eigenschaften nach Bezeichnung oder Slot-Name filtern</translation>
    </message>
    <message>
        <source>Last test from this computer</source>
        <translation>Letzter Test von diesem Computer</translation>
    </message>
    <message>
        <source>This component has no properties of its own. Choose one below it in the Nav tree.</source>
        <translation>Diese Komponente hat keine eigenen Eigenschaften. Wählen Sie im Nav-Baum eine darunter.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Certificates…</source>
        <translation>Zertifikate…</translation>
    </message>
    <message>
        <source>Certificates of this account&apos;s server</source>
        <translation>Zertifikate des Servers dieses Kontos</translation>
    </message>
    <message>
        <source>No property matches «%1».</source>
        <translation>Keine Eigenschaft passt zu „%1“.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>The times, days and changes of state at which an alarm is mailed</extracomment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>stationer::PropertySheetModel</name>
    <message>
        <source>This station has no EmailService.</source>
        <translation>Diese Station hat keinen EmailService.</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>stationer::ProveAlarm</name>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1 is a list of e-mail addresses, %2 a number</extracomment>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>&amp;Only ask whether the server takes it for every recipient; send nothing</source>
        <translation>&amp;Nur fragen, ob der Server sie für jeden Empfänger annimmt; nichts senden</translation>
    </message>
    <message>
        <source>&amp;Send one real message to all of them, and see it arrive</source>
        <translation>Eine &amp;echte Nachricht an alle senden und sehen, ob sie ankommt</translation>
    </message>
    <message>
        <source>Prove This Alarm</source>
        <translation>Diesen Alarm nachweisen</translation>
    </message>
    <message>
        <source>This alarm&apos;s mail, through %1</source>
        <translation>Die E-Mail dieses Alarms, über %1</translation>
    </message>
    <message>
        <source>With the values as they are now, saved or not. The inbox is looked at for at most two minutes; nothing in it is marked or deleted.</source>
        <translation>Mit den Werten, wie sie jetzt sind, gespeichert oder nicht. Im Posteingang wird höchstens zwei Minuten lang nachgesehen; nichts darin wird markiert oder gelöscht.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Account in whose inbox the message is looked for</source>
        <translation>Konto, in dessen Posteingang die Nachricht gesucht wird</translation>
    </message>
    <message>
        <source>%1 (disabled)</source>
        <extracomment>%1 is the path of an account</extracomment>
        <translation>%1 (ausgeschaltet)</translation>
    </message>
    <message>
        <source>Seen &amp;through</source>
        <translation>Suchen ü&amp;ber</translation>
    </message>
    <message>
        <source>There is no IncomingAccount in which it could be seen.</source>
        <translation>Es gibt keinen IncomingAccount, in dem sie zu sehen wäre.</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Send and Watch</source>
        <translation>&amp;Senden und abwarten</translation>
    </message>
</context>
<context>
    <name>stationer::RecoveryQuestion</name>
    <message>
        <source>This file is open in another window of Stationer as well. Whichever saves last is asked before it overwrites what the other saved.</source>
        <translation>Diese Datei ist auch in einem anderen Fenster von Stationer offen. Wer zuletzt speichert, wird gefragt, bevor überschrieben wird, was das andere Fenster gespeichert hat.</translation>
    </message>
    <message>
        <source>Changes that are not saved cannot be kept for the case of a crash: %1</source>
        <translation>Ungespeicherte Änderungen können nicht für den Fall eines Absturzes aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>Stationer ended without saving a change to this file.</source>
        <translation>Stationer wurde beendet, ohne eine Änderung an dieser Datei zu speichern.</translation>
    </message>
    <message numerus="yes">
        <source>Stationer ended without saving %n changes to this file.</source>
        <translation>
            <numerusform>Stationer wurde beendet, ohne %n Änderung an dieser Datei zu speichern.</numerusform>
            <numerusform>Stationer wurde beendet, ohne %n Änderungen an dieser Datei zu speichern.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1

Restoring brings them back as one change that is not saved yet and can be undone.</source>
        <translation>%1

Das Wiederherstellen bringt sie als eine einzige Änderung zurück, die noch nicht gespeichert ist und rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>The changes could not be restored.</source>
        <translation>Die Änderungen konnten nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Stationer ended without saving a new station with one change.</source>
        <translation>Stationer endete, ohne eine neue Station mit einer Änderung zu speichern.</translation>
    </message>
    <message numerus="yes">
        <source>Stationer ended without saving a new station with %n changes.</source>
        <translation>
            <numerusform>Stationer endete, ohne eine neue Station mit %n Änderung zu speichern.</numerusform>
            <numerusform>Stationer endete, ohne eine neue Station mit %n Änderungen zu speichern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring opens it again, not saved yet. Kept, it is asked for again the next time.</source>
        <translation>Wiederherstellen öffnet sie erneut, noch nicht gespeichert. Behalten: Beim nächsten Mal wird wieder danach gefragt.</translation>
    </message>
    <message>
        <source>Kept, they are asked for again when this file is opened the next time; until then new changes are not kept for the case of a crash.</source>
        <translation>Behalten: Beim nächsten Öffnen dieser Datei wird wieder danach gefragt; bis dahin werden neue Änderungen nicht für den Fall eines Absturzes aufgehoben.</translation>
    </message>
    <message>
        <source>%1

The file was changed since, and they only fit it as it was: they cannot be restored. %2</source>
        <translation>%1

Die Datei wurde seither geändert, und sie passen nur zu ihr, wie sie war: Sie lassen sich nicht wiederherstellen. %2</translation>
    </message>
    <message>
        <source>%1

The file was changed since.</source>
        <translation>%1

Die Datei wurde seither geändert.</translation>
    </message>
    <message>
        <source>All of them still fit it, and restoring brings them back as one change that can be undone.</source>
        <translation>Alle passen noch zu ihr; Wiederherstellen bringt sie als eine Änderung zurück, die rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>None of them fits it any more: what they changed is another now. The details list them.</source>
        <translation>Keine passt mehr zu ihr: Was sie änderten, ist jetzt anders. Die Details führen sie auf.</translation>
    </message>
    <message>
        <source>%1 of %2 changed slots still fit it and can be restored as one change that can be undone. The others stay kept; the details list them.</source>
        <translation>%1 von %2 geänderten Slots passen noch zu ihr und lassen sich als eine Änderung wiederherstellen, die rückgängig gemacht werden kann. Die anderen bleiben aufgehoben; die Details führen sie auf.</translation>
    </message>
    <message>
        <source>These do not fit the file any more:</source>
        <translation>Diese passen nicht mehr zur Datei:</translation>
    </message>
    <message>
        <source>These fit:</source>
        <translation>Diese passen:</translation>
    </message>
    <message>
        <source>&amp;Copy List</source>
        <translation>Liste &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Restore What Fits</source>
        <translation>&amp;Wiederherstellen, was passt</translation>
    </message>
    <message>
        <source>What was kept is damaged at its end: the latest change is missing.</source>
        <translation>Das Ende des Aufbewahrten ist beschädigt: Die letzte Änderung fehlt.</translation>
    </message>
    <message>
        <source>&amp;Keep the Changes</source>
        <translation>Änderungen &amp;behalten</translation>
    </message>
</context>
<context>
    <name>stationer::ReferencesDialog</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A place in the station: %1 the path of a component, %2 the label of its property</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n components</source>
        <translation>
            <numerusform>%n Komponente</numerusform>
            <numerusform>%n Komponenten</numerusform>
        </translation>
    </message>
    <message>
        <source>References to %1</source>
        <translation>Verweise auf %1</translation>
    </message>
    <message>
        <source>Places that lead there</source>
        <translation>Stellen, die dorthin führen</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <extracomment>%1 a place in the station, %2 the value that stands there</extracomment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Nothing in this station leads here, as far as it can be told from the file: account names, handles and slot paths were looked for.</source>
        <translation>Nichts in dieser Station führt hierher, soweit es sich aus der Datei erkennen lässt: Gesucht wurde nach Kontonamen, Handles und Slot-Pfaden.</translation>
    </message>
    <message>
        <source>One place leads here. Choose it to go there.</source>
        <translation>Eine Stelle führt hierher. Wählen Sie sie, um dorthin zu gehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n places lead here. Choose one to go there.</source>
        <translation>
            <numerusform>%n Stelle führt hierher. Wählen Sie sie, um dorthin zu gehen.</numerusform>
            <numerusform>%n Stellen führen hierher. Wählen Sie eine, um dorthin zu gehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>stationer::RelTimeEditor</name>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Zeiteinheit</translation>
    </message>
</context>
<context>
    <name>stationer::RenameDialog</name>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Let what refers to it follow (%1)</source>
        <translation>Auch die &amp;Verweise darauf anpassen (%1)</translation>
    </message>
</context>
<context>
    <name>stationer::ReorderDialog</name>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>Reorder %1</source>
        <translation>Reihenfolge in %1 ändern</translation>
    </message>
    <message>
        <source>Components in their order</source>
        <translation>Komponenten in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Drag a component to its place, or move it with the buttons.</source>
        <translation>Ziehen Sie eine Komponente an ihren Platz, oder verschieben Sie sie mit den Knöpfen.</translation>
    </message>
    <message>
        <source>Reorder</source>
        <translation>Reihenfolge ändern</translation>
    </message>
</context>
<context>
    <name>stationer::RootImport</name>
    <message>
        <source>Import Root CA</source>
        <translation>Root-CA importieren</translation>
    </message>
    <message>
        <source>Import Root CA: the File of «%1»</source>
        <translation>Root-CA importieren: die Datei von „%1“</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c *.p12 *.pfx)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der *.p7b *.p7c *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
</context>
<context>
    <name>stationer::RowView</name>
    <message>
        <source>Reset %1 to its default, which is empty</source>
        <translation>%1 auf den Standardwert zurücksetzen (leer)</translation>
    </message>
    <message>
        <source>Reset %1 to its default, %2</source>
        <translation>%1 auf den Standardwert %2 zurücksetzen</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Changed since the file was opened</source>
        <translation>Seit dem Öffnen der Datei geändert</translation>
    </message>
</context>
<context>
    <name>stationer::SecretPrompt</name>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Passphrase:</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Wiederholen:</translation>
    </message>
</context>
<context>
    <name>stationer::SendTestMessage</name>
    <message>
        <source>Send Test Message</source>
        <translation>Testnachricht senden</translation>
    </message>
    <message>
        <source>One real message through %1</source>
        <translation>Eine echte Nachricht über %1</translation>
    </message>
    <message>
        <source>It is a short text that names this station and account, so that whoever finds it knows where it came from. It is sent with the values on the sheet, saved or not.</source>
        <translation>Es ist ein kurzer Text, der diese Station und dieses Konto nennt, damit jeder, der ihn findet, weiß, woher er kommt. Gesendet wird mit den Werten auf dem Blatt, gespeichert oder nicht.</translation>
    </message>
    <message>
        <source>No address: set Reply To or Account first.</source>
        <translation>Keine Adresse: Füllen Sie zuerst Reply To oder Account aus.</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>&amp;Only ask whether the server would take it; send nothing</source>
        <translation>Nur f&amp;ragen, ob der Server sie annehmen würde; nichts senden</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>An address is needed, such as your own.</source>
        <translation>Eine Adresse wird gebraucht, zum Beispiel Ihre eigene.</translation>
    </message>
    <message>
        <source>This is no mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
</context>
<context>
    <name>stationer::StageDelegate</name>
    <message>
        <source>running…</source>
        <translation>läuft…</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>in the run before: %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>im vorherigen Test: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Stages of a test that were skipped, such as «Sign-in, Envelope», and why: «not reached»</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>stationer::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Edit the e-mail accounts of a station file, and prove them against the real mail server before you deploy.</source>
        <translation>Bearbeiten Sie die E-Mail-Konten einer Stationsdatei und prüfen Sie sie am echten Mailserver, bevor sie in Betrieb gehen.</translation>
    </message>
    <message>
        <source>&amp;Open Station…</source>
        <translation>Station ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;New Station</source>
        <translation>&amp;Neue Station</translation>
    </message>
    <message>
        <source>Try the &amp;Demo</source>
        <translation>De&amp;mo ausprobieren</translation>
    </message>
    <message>
        <source>A sample station and a mail server inside this program: nothing leaves this computer</source>
        <translation>Eine Beispielstation und ein Mailserver in diesem Programm: Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Or drop a station file (.bog) or a backup (.dist) on this window.</source>
        <translation>Oder ziehen Sie eine Stationsdatei (.bog) oder eine Sicherung (.dist) auf dieses Fenster.</translation>
    </message>
</context>
<context>
    <name>stationer::StationFiles</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Sonst gehen sie verloren.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open Station</source>
        <translation>Station öffnen</translation>
    </message>
    <message>
        <source>Save Station As</source>
        <translation>Station speichern unter</translation>
    </message>
    <message>
        <source>Another program changed this file since it was opened.</source>
        <translation>Ein anderes Programm hat diese Datei geändert, seit sie geöffnet wurde.</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>Ü&amp;berschreiben</translation>
    </message>
    <message>
        <source>&amp;Reload, Losing Changes</source>
        <translation>&amp;Neu laden, Änderungen verlieren</translation>
    </message>
    <message>
        <source>Reload %1 and lose your changes?</source>
        <translation>%1 neu laden und Ihre Änderungen verlieren?</translation>
    </message>
    <message>
        <source>The file is read as it is on disk now. File ▸ Show Changes tells what would be lost.</source>
        <translation>Die Datei wird gelesen, wie sie jetzt auf dem Datenträger ist. Datei ▸ Änderungen zeigen sagt, was verloren ginge.</translation>
    </message>
    <message>
        <source>Station files and backups (*.bog *.palette *.dist)</source>
        <translation>Stationsdateien und Sicherungen (*.bog *.palette *.dist)</translation>
    </message>
    <message>
        <source>This backup holds several stations. Open:</source>
        <translation>Diese Sicherung enthält mehrere Stationen. Öffnen:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>stationer::StationStoresDialog</name>
    <message>
        <source>Station&apos;s Trust Stores</source>
        <translation>Trust Stores der Station</translation>
    </message>
    <message>
        <source>What the station itself trusts, as files copied from it. The station&apos;s verdict goes by it; nothing on this computer is trusted for it.</source>
        <translation>Wem die Station selbst vertraut, als Dateien, die von ihr kopiert wurden. Danach richtet sich das Urteil für die Station; wem dieser Computer vertraut, ändert sich dadurch nicht.</translation>
    </message>
    <message>
        <source>The station&apos;s trust stores</source>
        <translation>Die Trust Stores der Station</translation>
    </message>
    <message>
        <source>No trust store of the station was given.
Add those that it has, copied from it: JKS, JCEKS, PKCS#12 or PEM. Without them nobody here can tell whom it trusts.</source>
        <translation>Kein Trust Store der Station wurde angegeben.
Fügen Sie die hinzu, die sie hat, von ihr kopiert: JKS, JCEKS, PKCS#12 oder PEM. Ohne sie lässt sich hier nicht sagen, wem die Station vertraut.</translation>
    </message>
    <message>
        <source>&amp;View…</source>
        <translation>An&amp;sehen…</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove Store</source>
        <translation>Store &amp;entfernen</translation>
    </message>
    <message>
        <source>The station&apos;s host name</source>
        <translation>Hostname der Station</translation>
    </message>
    <message>
        <source>Its &amp;host name:</source>
        <translation>Ihr Host&amp;name:</translation>
    </message>
    <message>
        <source>what it calls itself when it sends (EHLO); tests greet with it, too</source>
        <translation>so nennt sie sich beim Senden (EHLO); auch Tests melden sich damit</translation>
    </message>
    <message>
        <source>Accounts that would fail on the station</source>
        <translation>Konten, die auf der Station scheitern würden</translation>
    </message>
    <message>
        <source>Add the Station&apos;s Trust Stores</source>
        <translation>Trust Stores der Station hinzufügen</translation>
    </message>
    <message>
        <source>Key stores and certificates (*.jks *.jceks *.ks *.p12 *.pfx *.pem *.crt *.cer *.der cacerts*)</source>
        <translation>Schlüsselspeicher und Zertifikate (*.jks *.jceks *.ks *.p12 *.pfx *.pem *.crt *.cer *.der cacerts*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Password of a Trust Store</source>
        <translation>Passwort eines Trust Store</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n stores were removed.</source>
        <translation>
            <numerusform>%n Store wurde entfernt.</numerusform>
            <numerusform>%n Stores wurden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>A host name has letters, digits, dots and hyphens: «%1» was not taken.</source>
        <translation>Ein Hostname besteht aus Buchstaben, Ziffern, Punkten und Bindestrichen: „%1“ wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A line of a list: %1 an account&apos;s name, %2 why it would fail on the station</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>1 account would fail on the station</source>
        <translation>1 Konto würde auf der Station scheitern</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts would fail on the station</source>
        <translation>
            <numerusform>%n Konto würde auf der Station scheitern</numerusform>
            <numerusform>%n Konten würden auf der Station scheitern</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is not proven</source>
        <translation>1 ist nicht bewiesen</translation>
    </message>
    <message numerus="yes">
        <source>%n are not proven</source>
        <translation>
            <numerusform>%n ist nicht bewiesen</numerusform>
            <numerusform>%n sind nicht bewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 would pass</source>
        <translation>1 würde bestehen</translation>
    </message>
    <message numerus="yes">
        <source>%n would pass</source>
        <translation>
            <numerusform>%n würde bestehen</numerusform>
            <numerusform>%n würden bestehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Which accounts would fail on the station shows here once they were tested.</source>
        <translation>Welche Konten auf der Station scheitern würden, steht hier, sobald sie getestet wurden.</translation>
    </message>
    <message>
        <source>By the last tests: %1.</source>
        <translation>Nach den letzten Tests: %1.</translation>
    </message>
</context>
<context>
    <name>stationer::StructureEdits</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Other components refer to what would be deleted.</source>
        <translation>Andere Komponenten verweisen auf das, was gelöscht würde.</translation>
    </message>
    <message>
        <source>These would lead nowhere:
%1</source>
        <translation>Diese Verweise würden ins Leere führen:
%1</translation>
    </message>
    <message>
        <source>The clipboard holds no components. Copy some in the Nav tree of this window or another.</source>
        <translation>Die Zwischenablage enthält keine Komponenten. Kopieren Sie welche im Nav-Baum dieses oder eines anderen Fensters.</translation>
    </message>
    <message>
        <source>What came in holds passwords that another station encoded: %1. This station will probably not be able to decode them; type them in there again.</source>
        <translation>Das Eingefügte enthält Passwörter, die eine andere Station verschlüsselt hat: %1. Diese Station wird sie wahrscheinlich nicht entschlüsseln können; geben Sie sie dort neu ein.</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <extracomment>A button beside the words why a component was not added: %1 is the name of another one, where it can be</extracomment>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>%1 goes into the EmailService, which this station does not have yet.</source>
        <extracomment>%1 is a type such as «OutgoingAccount»</extracomment>
        <translation>%1 gehört in den EmailService, den diese Station noch nicht hat.</translation>
    </message>
    <message>
        <source>Add EmailService</source>
        <translation>EmailService hinzufügen</translation>
    </message>
    <message>
        <source>Paste into %1</source>
        <extracomment>A button beside the words why components were not pasted: %1 is the name of another one, where they can be</extracomment>
        <translation>In %1 einfügen</translation>
    </message>
    <message>
        <source>Save Selection</source>
        <translation>Auswahl speichern</translation>
    </message>
    <message>
        <source>Station files (*.bog)</source>
        <translation>Stationsdateien (*.bog)</translation>
    </message>
    <message>
        <source>Selection</source>
        <extracomment>The name of a file with several components that were selected</extracomment>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>The selection holds passwords that this station encoded: %1. Another station will probably not be able to decode them; type them in there again.</source>
        <translation>Die Auswahl enthält Passwörter, die diese Station verschlüsselt hat: %1. Eine andere Station wird sie wahrscheinlich nicht entschlüsseln können; geben Sie sie dort neu ein.</translation>
    </message>
</context>
<context>
    <name>stationer::SystemTrustStoreTab</name>
    <message>
        <source>System Trust Store</source>
        <translation>System Trust Store</translation>
    </message>
    <message>
        <source>This computer has no root CAs.
They come with the operating system: the package ca-certificates, for instance.</source>
        <translation>Dieser Computer hat keine Root-CAs.
Sie kommen mit dem Betriebssystem, zum Beispiel mit dem Paket ca-certificates.</translation>
    </message>
</context>
<context>
    <name>stationer::TestChoicesDialog</name>
    <message>
        <source>Envelope: name sender and recipient, send nothing</source>
        <translation>Umschlag: Absender und Empfänger nennen, nichts senden</translation>
    </message>
    <message>
        <source>Envelope: look into the inbox, change nothing</source>
        <translation>Umschlag: in den Posteingang sehen, nichts ändern</translation>
    </message>
    <message>
        <source>Envelope: count the messages, fetch none</source>
        <translation>Umschlag: die Nachrichten zählen, keine abholen</translation>
    </message>
    <message>
        <source>Test Options</source>
        <translation>Testoptionen</translation>
    </message>
    <message>
        <source>Tests of %1</source>
        <translation>Tests von %1</translation>
    </message>
    <message>
        <source>For this account, until Stationer closes. The station file stays as it is, and nothing of it is stored.</source>
        <translation>Für dieses Konto, bis Stationer geschlossen wird. Die Stationsdatei bleibt, wie sie ist, und nichts davon wird gespeichert.</translation>
    </message>
    <message>
        <source>&amp;How far</source>
        <translation>Wie &amp;weit</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>Em&amp;pfänger</translation>
    </message>
    <message>
        <source>A tunnel&apos;s end, for instance. The certificate is verified for %1 all the same.</source>
        <translation>Zum Beispiel das Ende eines Tunnels. Das Zertifikat wird trotzdem für %1 geprüft.</translation>
    </message>
    <message>
        <source>Sign in &amp;by</source>
        <translation>&amp;Art der Anmeldung</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>T&amp;oken</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>&amp;EHLO name</source>
        <translation>&amp;EHLO-Name</translation>
    </message>
    <message>
        <source>As usual: sign in, then stop</source>
        <translation>Wie üblich: anmelden, dann aufhören</translation>
    </message>
    <message>
        <source>As usual: ask what the server can, without signing in</source>
        <translation>Wie üblich: fragen, was der Server kann, ohne sich anzumelden</translation>
    </message>
    <message>
        <source>Connect: ask what the server can, without signing in</source>
        <translation>Verbinden: fragen, was der Server kann, ohne sich anzumelden</translation>
    </message>
    <message>
        <source>empty: the sender&apos;s own address</source>
        <translation>leer: die Adresse des Absenders selbst</translation>
    </message>
    <message>
        <source>empty: the sender, %1</source>
        <translation>leer: der Absender, %1</translation>
    </message>
    <message>
        <source>How far the test goes</source>
        <translation>Wie weit der Test geht</translation>
    </message>
    <message>
        <source>Recipient of the envelope</source>
        <translation>Empfänger im Umschlag</translation>
    </message>
    <message>
        <source>Connect to host and port</source>
        <translation>Mit Host und Port verbinden</translation>
    </message>
    <message>
        <source>Mechanism to sign in by</source>
        <translation>Mechanismus für die Anmeldung</translation>
    </message>
    <message>
        <source>Name that this computer introduces itself with</source>
        <translation>Name, mit dem sich dieser Computer vorstellt</translation>
    </message>
    <message>
        <source>Token to sign in with</source>
        <translation>Token für die Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Test Now</source>
        <translation>&amp;Jetzt testen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Connect to needs a host and a port, such as localhost:2525 or [::1]:2525.</source>
        <translation>„Verbinden mit“ braucht einen Host und einen Port, zum Beispiel localhost:2525 oder [::1]:2525.</translation>
    </message>
    <message>
        <source>The EHLO name is a host name or an address in brackets, without spaces.</source>
        <translation>Der EHLO-Name ist ein Hostname oder eine Adresse in eckigen Klammern, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>A recipient is one e-mail address.</source>
        <translation>Ein Empfänger ist genau eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A token has no spaces and no letters beyond ASCII.</source>
        <translation>Ein Token enthält keine Leerzeichen und keine Buchstaben außerhalb von ASCII.</translation>
    </message>
    <message>
        <source>&amp;Connect to</source>
        <translation>Verbinden &amp;mit</translation>
    </message>
    <message>
        <source>Signs in by EXTERNAL, where the server takes it.</source>
        <translation>Meldet mit EXTERNAL an, wo der Server es annimmt.</translation>
    </message>
    <message>
        <source>Signs in by XOAUTH2 or OAUTHBEARER instead of the password.</source>
        <translation>Meldet sich mit XOAUTH2 oder OAUTHBEARER statt mit dem Passwort an.</translation>
    </message>
    <message>
        <source>As the station does</source>
        <translation>Wie die Station</translation>
    </message>
    <message>
        <source>The strongest that both sides have</source>
        <translation>Der stärkste Weg, den beide Seiten haben</translation>
    </message>
</context>
<context>
    <name>stationer::TestCourse</name>
    <message>
        <source>Choose an account in the table to see its last test.</source>
        <translation>Wählen Sie in der Tabelle ein Konto, um seinen letzten Test zu sehen.</translation>
    </message>
    <message>
        <source>Choose an account in the Nav tree to test it.</source>
        <translation>Wählen Sie im Nav-Baum ein Konto, um es zu testen.</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The head of a report over all accounts: %1 is the station&apos;s name, %2 such as «5 passed, 1 failed»</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Values changed since this test.</source>
        <translation>Seit diesem Test wurden Werte geändert.</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>Seite (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>stationer::TestModel</name>
    <message>
        <source>Stage</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <extracomment>The stage that runs, such as «Greeting», and for how many seconds</extracomment>
        <translation>%1 · %2 s</translation>
    </message>
</context>
<context>
    <name>stationer::TestPanel</name>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Testing %1…</source>
        <translation>%1 wird getestet…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The name server answers slowly.</source>
        <translation>Der Nameserver antwortet langsam.</translation>
    </message>
    <message>
        <source>Review Certificate…</source>
        <translation>Zertifikat ansehen…</translation>
    </message>
    <message>
        <source>Enter Password…</source>
        <translation>Passwort eingeben…</translation>
    </message>
    <message>
        <source>Test Again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Optionen…</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>How far tests of this account go, where they connect to and how they sign in</source>
        <translation>Wie weit Tests dieses Kontos gehen, wohin sie sich verbinden und wie sie sich anmelden</translation>
    </message>
    <message>
        <source>Find Settings…</source>
        <translation>Einstellungen suchen…</translation>
    </message>
    <message>
        <source>Edit Account</source>
        <translation>Konto bearbeiten</translation>
    </message>
    <message>
        <source>Chosen for tests of this account: %1.</source>
        <translation>Für Tests dieses Kontos gewählt: %1.</translation>
    </message>
    <message>
        <source>Not tested yet · F5</source>
        <extracomment>F5 is the key that starts the test</extracomment>
        <translation>Noch nicht getestet · F5</translation>
    </message>
    <message>
        <source>Test Connection tries these values, saved or not, against the mail server; it never changes or fetches mail.</source>
        <translation>„Verbindung testen“ probiert diese Werte, gespeichert oder nicht, am Mailserver aus; E-Mails werden dabei weder verändert noch abgeholt.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Before your change: %1</source>
        <extracomment>The verdict of a test whose values were changed since: %1 is a sentence</extracomment>
        <translation>Vor Ihrer Änderung: %1</translation>
    </message>
    <message>
        <source>Test Sending…</source>
        <translation>Senden testen…</translation>
    </message>
    <message>
        <source>Not proven yet</source>
        <translation>Noch nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Prove This Alarm asks the mail server for every recipient, and can send them one message and see it arrive.</source>
        <translation>„Diesen Alarm nachweisen“ fragt den Mailserver nach jedem Empfänger und kann allen eine Nachricht senden und sehen, ob sie ankommt.</translation>
    </message>
    <message>
        <source>Prove This Alarm…</source>
        <translation>Diesen Alarm nachweisen…</translation>
    </message>
    <message>
        <source>Give Them…</source>
        <extracomment>A link behind «The station&apos;s trust stores are not known here.»</extracomment>
        <translation>Angeben…</translation>
    </message>
    <message>
        <source>Give It…</source>
        <extracomment>A link behind a sentence that the station&apos;s host name is not known here</extracomment>
        <translation>Angeben…</translation>
    </message>
    <message>
        <source>Import on the Station…</source>
        <translation>Auf der Station importieren…</translation>
    </message>
    <message>
        <source>Prove Again…</source>
        <translation>Erneut nachweisen…</translation>
    </message>
</context>
<context>
    <name>stationer::TestSections</name>
    <message>
        <source>What differs from the run before</source>
        <translation>Unterschiede zum vorherigen Test</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>grey: the run at %1</source>
        <extracomment>What the thin grey bars of the waterfall are; %1 is a time of day</extracomment>
        <translation>grau: der Test um %1</translation>
    </message>
    <message>
        <source>since %2  ·  %1</source>
        <extracomment>%1 is what changed since the test before, %2 its time of day</extracomment>
        <translation>seit %2  ·  %1</translation>
    </message>
    <message>
        <source>as the server and the libraries said it</source>
        <translation>wie der Server und die Bibliotheken es gesagt haben</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>On the station</source>
        <translation>Auf der Station</translation>
    </message>
    <message>
        <source>On the Station</source>
        <translation>Auf der Station</translation>
    </message>
    <message>
        <source>by what the test measured and how the station&apos;s mail library behaves; no station was asked</source>
        <translation>nach dem, was der Test gemessen hat und wie sich die Mail-Bibliothek der Station verhält; keine Station wurde gefragt</translation>
    </message>
</context>
<context>
    <name>stationer::TextEditor</name>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
</context>
<context>
    <name>stationer::TimeRangeEditor</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>the whole day</source>
        <translation>den ganzen Tag</translation>
    </message>
    <message>
        <source>over midnight</source>
        <translation>über Mitternacht</translation>
    </message>
</context>
<context>
    <name>stationer::TokenDialog</name>
    <message>
        <source>Sign In by Token</source>
        <translation>Mit Token anmelden</translation>
    </message>
    <message>
        <source>A token for %1</source>
        <translation>Ein Token für %1</translation>
    </message>
    <message>
        <source>For tests from this computer, as a station with an Email Authenticator signs in. Nothing of this goes into the station file: it is kept beside the station&apos;s trust files, and the secret in the key ring. On the station it has to be set up there.</source>
        <translation>Für Tests von diesem Computer, so wie sich eine Station mit Email Authenticator anmeldet. Nichts davon kommt in die Stationsdatei: Es wird neben den Vertrauensdateien der Station aufbewahrt, das Geheimnis im Schlüsselbund. Auf der Station muss es eigens eingerichtet werden.</translation>
    </message>
    <message>
        <source>Another provider</source>
        <translation>Anderer Anbieter</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Proven by</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client Secret</translation>
    </message>
    <message>
        <source>Certificate of the User Key Store</source>
        <translation>Zertifikat aus dem User Key Store</translation>
    </message>
    <message>
        <source>Key file of a service account</source>
        <translation>Schlüsseldatei eines Dienstkontos</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>&amp;Endpunkt</translation>
    </message>
    <message>
        <source>C&amp;lient ID</source>
        <translation>C&amp;lient-ID</translation>
    </message>
    <message>
        <source>Sc&amp;ope</source>
        <translation>Sc&amp;ope</translation>
    </message>
    <message>
        <source>Proven &amp;by</source>
        <translation>Nach&amp;weis</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose &amp;File…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>Choose the Key File of a Service Account</source>
        <translation>Schlüsseldatei eines Dienstkontos wählen</translation>
    </message>
    <message>
        <source>Key files (*.json)</source>
        <translation>Schlüsseldateien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This is no key file of a service account.</source>
        <translation>Das ist keine Schlüsseldatei eines Dienstkontos.</translation>
    </message>
    <message>
        <source>in the key ring</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>Put the tenant&apos;s ID in the place of TENANT.</source>
        <translation>Setzen Sie anstelle von TENANT die ID des Mandanten ein.</translation>
    </message>
    <message>
        <source>The endpoint is an address that begins with https.</source>
        <translation>Der Endpunkt ist eine Adresse, die mit https beginnt.</translation>
    </message>
    <message>
        <source>The client ID is missing.</source>
        <translation>Die Client-ID fehlt.</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>Das Client Secret fehlt.</translation>
    </message>
    <message>
        <source>The User Key Store has no certificate yet: Tools, Certificate Manager, User Key Store.</source>
        <translation>Der User Key Store enthält noch kein Zertifikat: Werkzeuge, Zertifikatsverwaltung, User Key Store.</translation>
    </message>
    <message>
        <source>The key file is missing.</source>
        <translation>Die Schlüsseldatei fehlt.</translation>
    </message>
    <message>
        <source>This looks like the secret&apos;s ID. Its value is wanted.</source>
        <translation>Das sieht nach der ID des Client Secrets aus. Gebraucht wird sein Wert.</translation>
    </message>
</context>
<context>
    <name>stationer::TokenGroup</name>
    <message>
        <source>Sign in by token</source>
        <translation>Anmeldung per Token</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Proven by</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>For tests from this computer: kept beside the trust files, outside the station file.</source>
        <translation>Für Tests von diesem Computer: liegt neben den Trust-Dateien, außerhalb der Stationsdatei.</translation>
    </message>
    <message>
        <source>Tests sign in by the password. A token can be set up instead, outside the station file.</source>
        <translation>Tests melden sich mit dem Passwort an. Stattdessen lässt sich ein Token einrichten, außerhalb der Stationsdatei.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Set Up…</source>
        <translation>Einrichten…</translation>
    </message>
</context>
<context>
    <name>stationer::TranscriptView</name>
    <message>
        <source>Transcript of the test, passwords masked</source>
        <translation>Mitschrift des Tests, Passwörter verdeckt</translation>
    </message>
</context>
<context>
    <name>stationer::TrustCourse</name>
    <message>
        <source>Show the account that shall sign in with it first.</source>
        <translation>Zeigen Sie zuerst das Konto an, das sich damit anmelden soll.</translation>
    </message>
    <message>
        <source>Tests of %1 sign in with «%2» until Stationer closes.</source>
        <translation>Tests von %1 melden sich mit „%2“ an, bis Stationer geschlossen wird.</translation>
    </message>
    <message>
        <source>The exemption of %1 is no longer needed: its certificate is trusted now.</source>
        <translation>Die Ausnahme für %1 wird nicht mehr gebraucht: Dem Zertifikat wird jetzt vertraut.</translation>
    </message>
    <message>
        <source>%1 exemptions are no longer needed: their certificates are trusted now.</source>
        <translation>%1 Ausnahmen werden nicht mehr gebraucht: Den Zertifikaten wird jetzt vertraut.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <extracomment>A certificate to choose: %1 its alias, %2 the last day of it</extracomment>
        <translation>%1, bis %2</translation>
    </message>
</context>
<context>
    <name>stationer::TrustEdits</name>
    <message>
        <source>root CA</source>
        <translation>Root-CA</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>%1 genehmigen</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n hosts</source>
        <translation>
            <numerusform>%n Host genehmigen</numerusform>
            <numerusform>%n Hosts genehmigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unapprove %1</source>
        <translation>Genehmigung von %1 entziehen</translation>
    </message>
    <message numerus="yes">
        <source>Unapprove %n hosts</source>
        <translation>
            <numerusform>Genehmigung von %n Host entziehen</numerusform>
            <numerusform>Genehmigung von %n Hosts entziehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the exemption of %1</source>
        <translation>Ausnahme für %1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n exemptions no longer needed</source>
        <translation>
            <numerusform>%n nicht mehr gebrauchte Ausnahme entfernen</numerusform>
            <numerusform>%n nicht mehr gebrauchte Ausnahmen entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n root CAs</source>
        <translation>
            <numerusform>%n Root-CA importieren</numerusform>
            <numerusform>%n Root-CAs importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n root CAs</source>
        <translation>
            <numerusform>%n Root-CA löschen</numerusform>
            <numerusform>%n Root-CAs löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n keys</source>
        <translation>
            <numerusform>%n Schlüssel löschen</numerusform>
            <numerusform>%n Schlüssel löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit the note of %1</source>
        <translation>Notiz zu %1 bearbeiten</translation>
    </message>
    <message>
        <source>Delete %1 from Allowed Hosts</source>
        <translation>%1 aus Allowed Hosts löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n hosts from Allowed Hosts</source>
        <translation>
            <numerusform>%n Host aus Allowed Hosts löschen</numerusform>
            <numerusform>%n Hosts aus Allowed Hosts löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import root CA %1</source>
        <translation>Root-CA %1 importieren</translation>
    </message>
    <message>
        <source>Delete root CA %1</source>
        <translation>Root-CA %1 löschen</translation>
    </message>
    <message>
        <source>Take the CA&apos;s answer for %1</source>
        <translation>Antwort der CA für %1 übernehmen</translation>
    </message>
    <message>
        <source>Delete key %1</source>
        <translation>Schlüssel %1 löschen</translation>
    </message>
</context>
<context>
    <name>stationer::TrustTable</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>No row has all words of the filter.</source>
        <translation>Keine Zeile enthält alle Wörter des Filters.</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <extracomment>How many rows of a table a filter leaves</extracomment>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
</context>
<context>
    <name>stationer::UserKeyStoreTab</name>
    <message>
        <source>User Key Store</source>
        <translation>User Key Store</translation>
    </message>
    <message>
        <source>No certificates of your own.
A mail server may let you sign in with one (EXTERNAL): make a new one, or import the PKCS#12 file that you were given.</source>
        <translation>Keine eigenen Zertifikate.
Bei manchen Mailservern können Sie sich mit einem solchen anmelden (EXTERNAL): Erstellen Sie ein neues, oder importieren Sie die PKCS#12-Datei, die Sie bekommen haben.</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Certificate &amp;Request…</source>
        <translation>Zertifikats&amp;anforderung…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>No key ring took the passphrase of «%1»: the key can be opened until Stationer closes. Export it now to keep it.</source>
        <translation>Kein Schlüsselbund hat die Passphrase von „%1“ angenommen: Der Schlüssel lässt sich öffnen, bis Stationer geschlossen wird. Exportieren Sie ihn jetzt, um ihn zu behalten.</translation>
    </message>
    <message>
        <source>Certificates and keys (*.p12 *.pfx *.pem *.crt *.cer *.der *.p7b)</source>
        <translation>Zertifikate und Schlüssel (*.p12 *.pfx *.pem *.crt *.cer *.der *.p7b)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Import a Key with its Certificate</source>
        <translation>Schlüssel mit Zertifikat importieren</translation>
    </message>
    <message>
        <source>Password of the File</source>
        <translation>Passwort der Datei</translation>
    </message>
    <message>
        <source>Save the Certificate Request</source>
        <translation>Zertifikatsanforderung speichern</translation>
    </message>
    <message>
        <source>The CA&apos;s Answer for %1</source>
        <translation>Antwort der CA für %1</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>The key leaves in a PKCS#12 file that is locked with a password of yours.</source>
        <translation>Der Schlüssel wird in einer PKCS#12-Datei ausgegeben, die mit einem Passwort von Ihnen gesperrt ist.</translation>
    </message>
    <message>
        <source>Export the Key</source>
        <translation>Schlüssel exportieren</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Take Ans&amp;wer…</source>
        <translation>Ant&amp;wort übernehmen…</translation>
    </message>
    <message>
        <source>Si&amp;gn In With It</source>
        <translation>Da&amp;mit anmelden</translation>
    </message>
    <message>
        <source>Make key %1</source>
        <translation>Schlüssel %1 erstellen</translation>
    </message>
    <message>
        <source>Import key %1</source>
        <translation>Schlüssel %1 importieren</translation>
    </message>
</context>
<context>
    <name>stationer::UserTrustStoreTab</name>
    <message>
        <source>User Trust Store</source>
        <translation>User Trust Store</translation>
    </message>
    <message>
        <source>No root CAs of your own.
Import the root CA file that the customer&apos;s IT gave you, or drop it here; its certificates are then trusted without an exemption.</source>
        <translation>Keine eigenen Root-CAs.
Importieren Sie die Root-CA-Datei, die Sie von der IT des Kunden bekommen haben, oder ziehen Sie sie hierher; danach wird den Zertifikaten dieser CA vertraut, und Sie brauchen keine Ausnahme.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>stationer::ValidityBar</name>
    <message>
        <source>Valid from %1 to %2; the day looked at is %3</source>
        <translation>Gültig von %1 bis %2; der betrachtete Tag ist %3</translation>
    </message>
</context>
<context>
    <name>stationer::ValidityChart</name>
    <message>
        <source>Certificate validity</source>
        <translation>Gültigkeit der Zertifikate</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>Over the line that stands for this day in a chart</extracomment>
        <translation>heute</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>A mark on an axis of time: so many days from now</extracomment>
        <translation>%1 T.</translation>
    </message>
</context>
<context>
    <name>stationer::ValidityPane</name>
    <message>
        <source>Certificate &amp;Validity</source>
        <translation>Gültigkeit der &amp;Zertifikate</translation>
    </message>
    <message>
        <source>Certificate Validity</source>
        <translation>Gültigkeit der Zertifikate</translation>
    </message>
    <message>
        <source>No account that was tested showed a certificate.</source>
        <translation>Kein getestetes Konto hat ein Zertifikat gezeigt.</translation>
    </message>
    <message>
        <source>No certificate is known yet. Test All looks at the certificate of every account&apos;s server.</source>
        <translation>Noch ist kein Zertifikat bekannt. „Alle testen“ sieht sich das Zertifikat des Servers jedes Kontos an.</translation>
    </message>
</context>
<context>
    <name>stationer::ValueView</name>
    <message>
        <source>Copy the value of %1</source>
        <translation>Wert von %1 kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>stationer::VerdictView</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>1 item on the handover sheet</source>
        <translation>1 Punkt auf dem Übergabeblatt</translation>
    </message>
    <message>
        <source>%1 items on the handover sheet</source>
        <translation>%1 Punkte auf dem Übergabeblatt</translation>
    </message>
</context>
<context>
    <name>stationer::ViewSwitcher</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>stationer::Waterfall</name>
    <message>
        <source>Stages of the connection test</source>
        <translation>Schritte des Verbindungstests</translation>
    </message>
</context>
<context>
    <name>stationer::WhatIf</name>
    <message>
        <source>&amp;without the User Trust Store</source>
        <translation>&amp;ohne den User Trust Store</translation>
    </message>
    <message>
        <source>on another &amp;day:</source>
        <translation>an einem anderen &amp;Tag:</translation>
    </message>
    <message>
        <source>for another &amp;host:</source>
        <translation>für einen anderen &amp;Host:</translation>
    </message>
    <message>
        <source>What would be said</source>
        <translation>Wie das Urteil lauten würde</translation>
    </message>
    <message>
        <source>Day to suppose</source>
        <translation>Angenommener Tag</translation>
    </message>
    <message>
        <source>Host to suppose</source>
        <translation>Angenommener Host</translation>
    </message>
</context>
<context>
    <name>stationer::Workspace</name>
    <message>
        <source>Property Sheet</source>
        <translation>Eigenschaftsblatt</translation>
    </message>
    <message>
        <source>Account Manager</source>
        <translation>Kontenverwaltung</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>Over a property sheet of several components: %1 the name of the first, %2 how many others</extracomment>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>test</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>The last test: %1 a time of day, or a date and a time, %2 a duration, %3 how it ended</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1 – values changed since</source>
        <extracomment>%1 is such as «14:02, 212 ms, passed»</extracomment>
        <translation>%1 – Werte seither geändert</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Last success %1</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>Letzter Erfolg %1</translation>
    </message>
    <message>
        <source>Last failure %1: %2</source>
        <extracomment>%1 is a date and time, %2 how the test ended</extracomment>
        <translation>Letzter Fehlschlag %1: %2</translation>
    </message>
</context>
<context>
    <name>testmessage</name>
    <message>
        <source>This is a test message from Stationer. It arrived, so mail gets through.</source>
        <translation>Dies ist eine Testnachricht von Stationer. Sie ist angekommen, also kommen E-Mails durch.</translation>
    </message>
    <message>
        <source>Station: %1</source>
        <translation>Station: %1</translation>
    </message>
    <message>
        <source>Account: typed by hand, from no station file</source>
        <translation>Konto: von Hand eingegeben, aus keiner Stationsdatei</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>Server: %1, port %2, %3</source>
        <extracomment>%1: the host; %2: the port; %3: how it is encrypted</extracomment>
        <translation>Server: %1, Port %2, %3</translation>
    </message>
    <message>
        <source>Signed in as: %1</source>
        <translation>Angemeldet als: %1</translation>
    </message>
    <message>
        <source>Sent without signing in</source>
        <translation>Ohne Anmeldung gesendet</translation>
    </message>
    <message>
        <source>Sent from this computer: %1</source>
        <translation>Gesendet von diesem Computer: %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>It was sent from that computer, not by the station: the station&apos;s firewall, DNS and clock may differ.</source>
        <translation>Sie wurde von diesem Computer gesendet, nicht von der Station: Firewall, DNS und Uhr der Station können abweichen.</translation>
    </message>
    <message>
        <source>Test message from Stationer</source>
        <translation>Testnachricht von Stationer</translation>
    </message>
    <message>
        <source>Test message of station %1</source>
        <translation>Testnachricht der Station %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>As an alarm of: %1</source>
        <extracomment>%1 is the path of an EmailRecipient in the station</extracomment>
        <translation>Als Alarm von: %1</translation>
    </message>
</context>
<context>
    <name>trust</name>
    <message>
        <source>unanswered</source>
        <translation>unbeantwortet</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>approved for this session</source>
        <translation>für diese Sitzung genehmigt</translation>
    </message>
    <message>
        <source>approved, temporary</source>
        <translation>vorläufig genehmigt</translation>
    </message>
    <message>
        <source>approval ran out</source>
        <translation>Genehmigung abgelaufen</translation>
    </message>
    <message>
        <source>approved until a date</source>
        <translation>bis zu einem Datum genehmigt</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Genehmigung</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issued By</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Last Used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>not yet valid</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Not Before</source>
        <translation>Nicht vor</translation>
    </message>
    <message>
        <source>Not After</source>
        <translation>Nicht nach</translation>
    </message>
    <message>
        <source>%1 cannot be read. What it trusts is not trusted now; it is left as it is.</source>
        <extracomment>%1 is a file or folder.</extracomment>
        <translation>%1 ist nicht lesbar. Dem, was darin als vertrauenswürdig steht, wird jetzt nicht vertraut; der Inhalt bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>%1 cannot be written, so the change is not stored.</source>
        <extracomment>%1 is a file or folder.</extracomment>
        <translation>%1 ist nicht schreibbar, deshalb ist die Änderung nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 is damaged. It is left as it is and nothing in it is trusted.</source>
        <extracomment>%1 is a file.</extracomment>
        <translation>%1 ist beschädigt. Die Datei bleibt, wie sie ist, und nichts darin gilt als vertrauenswürdig.</translation>
    </message>
    <message>
        <source>%1 is damaged. It is kept as %2, and a new one is begun.</source>
        <extracomment>%1 is a file, %2 the name under which the damaged one is kept.</extracomment>
        <translation>%1 ist beschädigt. Die Datei wird als %2 aufbewahrt und eine neue begonnen.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Stationer. It is not read and not changed; use that version, or move the file away.</source>
        <extracomment>%1 is a file.</extracomment>
        <translation>%1 wurde von einer neueren Version von Stationer geschrieben. Die Datei wird weder gelesen noch geändert; verwenden Sie jene Version, oder verschieben Sie die Datei.</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Es ist nichts darin.</translation>
    </message>
    <message>
        <source>This is a private key, not a certificate. It belongs in the User Key Store and is nobody else&apos;s business; ask for the root CA&apos;s certificate.</source>
        <translation>Das ist ein privater Schlüssel, kein Zertifikat. Er gehört in den User Key Store und geht sonst niemanden etwas an; bitten Sie um das Zertifikat der Root-CA.</translation>
    </message>
    <message>
        <source>This is a certificate request: a question to a CA, not its answer. Ask for the root CA&apos;s certificate.</source>
        <translation>Das ist eine Zertifikatsanforderung: eine Frage an eine CA, nicht deren Antwort. Bitten Sie um das Zertifikat der Root-CA.</translation>
    </message>
    <message>
        <source>This is not a certificate, or it is damaged. PEM, DER, PKCS#7 and PKCS#12 can be imported.</source>
        <translation>Das ist kein Zertifikat, oder es ist beschädigt. Importiert werden können PEM, DER, PKCS#7 und PKCS#12.</translation>
    </message>
    <message>
        <source>This is too large to be a certificate file. 8 MiB is the limit.</source>
        <translation>Das ist zu groß für eine Zertifikatsdatei. Die Grenze liegt bei 8 MiB.</translation>
    </message>
    <message>
        <source>This PKCS#12 file is locked, and the password given does not open it.</source>
        <translation>Diese PKCS#12-Datei ist gesperrt, und das angegebene Passwort öffnet sie nicht.</translation>
    </message>
    <message>
        <source>This PKCS#12 file is sealed by a cipher that is no longer supported. Ask for the root CA&apos;s certificate as PEM.</source>
        <translation>Diese PKCS#12-Datei ist mit einem Verfahren verschlossen, das nicht mehr unterstützt wird. Bitten Sie um das Zertifikat der Root-CA als PEM.</translation>
    </message>
    <message>
        <source>«%1» is a root CA, valid until %2.</source>
        <extracomment>%1 is the name of a certificate, %2 a date.</extracomment>
        <translation>„%1“ ist eine Root-CA, gültig bis %2.</translation>
    </message>
    <message>
        <source>«%1» is a root CA that ran out on %2. It vouches for nobody any more; ask for its successor.</source>
        <extracomment>%1 is the name of a certificate, %2 a date.</extracomment>
        <translation>„%1“ ist eine Root-CA, die am %2 abgelaufen ist. Sie bürgt für niemanden mehr; bitten Sie um ihre Nachfolgerin.</translation>
    </message>
    <message>
        <source>«%1» is an intermediate CA. Import the root that issued it, «%2»; the server sends the intermediate itself.</source>
        <extracomment>%1 is the name of a certificate, %2 that of its issuer.</extracomment>
        <translation>„%1“ ist eine Zwischen-CA. Importieren Sie die Root-CA, die sie ausgestellt hat, „%2“; die Zwischen-CA schickt der Server selbst.</translation>
    </message>
    <message>
        <source>«%1» is a server&apos;s certificate, not a root CA. Make an exemption instead: test the account and accept the certificate there.</source>
        <extracomment>%1 is the name of a certificate.</extracomment>
        <translation>„%1“ ist das Zertifikat eines Servers, keine Root-CA. Machen Sie stattdessen eine Ausnahme: Testen Sie das Konto und nehmen Sie das Zertifikat dort an.</translation>
    </message>
    <message>
        <source>«%1» is in the User Trust Store already.</source>
        <extracomment>%1 is the name of a certificate.</extracomment>
        <translation>„%1“ steht bereits im User Trust Store.</translation>
    </message>
    <message>
        <source>for another name</source>
        <translation>für einen anderen Namen</translation>
    </message>
    <message>
        <source>self-signed</source>
        <translation>selbst signiert</translation>
    </message>
    <message>
        <source>unknown root</source>
        <translation>unbekannte Root-CA</translation>
    </message>
    <message>
        <source>issuer not known</source>
        <translation>Aussteller nicht bekannt</translation>
    </message>
    <message>
        <source>issuer is no CA</source>
        <translation>Aussteller ist keine CA</translation>
    </message>
    <message>
        <source>not for servers</source>
        <translation>nicht für Server</translation>
    </message>
    <message>
        <source>weak key</source>
        <translation>schwacher Schlüssel</translation>
    </message>
    <message>
        <source>weak signature</source>
        <translation>schwache Signatur</translation>
    </message>
    <message>
        <source>name not allowed</source>
        <translation>Name nicht erlaubt</translation>
    </message>
    <message>
        <source>chain too long</source>
        <translation>Kette zu lang</translation>
    </message>
    <message>
        <source>unknown extension</source>
        <translation>unbekannte Erweiterung</translation>
    </message>
    <message>
        <source>wrong signature</source>
        <translation>falsche Signatur</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>no longer needed (%1)</source>
        <extracomment>%1 how the row was answered: «approved, temporary»</extracomment>
        <translation>nicht mehr gebraucht (%1)</translation>
    </message>
    <message>
        <source>%1; certificate %2</source>
        <extracomment>%1 how a row was answered, «approved, temporary»; %2 how its certificate stands, «expired», «ends in 5 days»</extracomment>
        <translation>%1; Zertifikat %2</translation>
    </message>
    <message>
        <source>Used By</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Key Algorithm</source>
        <translation>Schlüsselalgorithmus</translation>
    </message>
    <message>
        <source>Key Size</source>
        <translation>Schlüssellänge</translation>
    </message>
    <message>
        <source>Signature Algorithm</source>
        <translation>Signaturalgorithmus</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>endet heute</translation>
    </message>
    <message>
        <source>ends tomorrow</source>
        <translation>endet morgen</translation>
    </message>
    <message>
        <source>ends in %1 days: urgent</source>
        <extracomment>The certificate ends within a week; %1 is at least 2</extracomment>
        <translation>endet in %1 Tagen: dringend</translation>
    </message>
    <message>
        <source>ends in %1 days: soon</source>
        <translation>endet in %1 Tagen: bald</translation>
    </message>
    <message>
        <source>ends in %1 days</source>
        <translation>endet in %1 Tagen</translation>
    </message>
    <message>
        <source>Basic Constraints</source>
        <translation>Basiseinschränkungen</translation>
    </message>
    <message>
        <source>Whether this is a CA, which may issue certificates, and how many CAs may follow it.</source>
        <translation>Ob dies eine CA ist, die Zertifikate ausstellen darf, und wie viele CAs auf sie folgen dürfen.</translation>
    </message>
    <message>
        <source>Key Usage</source>
        <translation>Schlüsselverwendung</translation>
    </message>
    <message>
        <source>What the key may be used for.</source>
        <translation>Wofür der Schlüssel verwendet werden darf.</translation>
    </message>
    <message>
        <source>Extended Key Usage</source>
        <translation>Erweiterte Schlüsselverwendung</translation>
    </message>
    <message>
        <source>The purposes the certificate is for. A mail server needs TLS server.</source>
        <translation>Die Zwecke, für die das Zertifikat bestimmt ist. Ein Mailserver braucht TLS-Server.</translation>
    </message>
    <message>
        <source>Subject Alternative Name</source>
        <translation>Alternativer Inhabername</translation>
    </message>
    <message>
        <source>The names and addresses this certificate is for. The Hostname has to be one of them.</source>
        <translation>Die Namen und Adressen, für die dieses Zertifikat gilt. Der Hostname muss darunter sein.</translation>
    </message>
    <message>
        <source>Issuer Alternative Name</source>
        <translation>Alternativer Ausstellername</translation>
    </message>
    <message>
        <source>Other names of the issuer.</source>
        <translation>Andere Namen des Ausstellers.</translation>
    </message>
    <message>
        <source>Authority Key Identifier</source>
        <translation>Schlüsselkennung des Ausstellers</translation>
    </message>
    <message>
        <source>Which of the issuer&apos;s keys signed this certificate.</source>
        <translation>Welcher Schlüssel des Ausstellers dieses Zertifikat signiert hat.</translation>
    </message>
    <message>
        <source>Subject Key Identifier</source>
        <translation>Schlüsselkennung des Inhabers</translation>
    </message>
    <message>
        <source>A short name of this certificate&apos;s own key.</source>
        <translation>Ein Kurzname für den Schlüssel dieses Zertifikats selbst.</translation>
    </message>
    <message>
        <source>CRL Distribution Points</source>
        <translation>Sperrlisten-Verteilungspunkte (CRL)</translation>
    </message>
    <message>
        <source>Where the issuer publishes which certificates it has revoked.</source>
        <translation>Wo der Aussteller veröffentlicht, welche Zertifikate er widerrufen hat.</translation>
    </message>
    <message>
        <source>Authority Information Access</source>
        <translation>Zugriff auf Ausstellerinformationen</translation>
    </message>
    <message>
        <source>Where the issuer&apos;s own certificate and its status service are found.</source>
        <translation>Wo das Zertifikat des Ausstellers und sein Statusdienst zu finden sind.</translation>
    </message>
    <message>
        <source>Certificate Policies</source>
        <translation>Zertifikatsrichtlinien</translation>
    </message>
    <message>
        <source>The rules under which the certificate was issued.</source>
        <translation>Die Regeln, nach denen das Zertifikat ausgestellt wurde.</translation>
    </message>
    <message>
        <source>Name Constraints</source>
        <translation>Namenseinschränkungen</translation>
    </message>
    <message>
        <source>The names that certificates below this CA may be for, and may not.</source>
        <translation>Die Namen, für die Zertifikate unter dieser CA gelten dürfen und für die nicht.</translation>
    </message>
    <message>
        <source>Policy Constraints</source>
        <translation>Richtlinieneinschränkungen</translation>
    </message>
    <message>
        <source>Which policies certificates below this CA have to follow.</source>
        <translation>Welche Richtlinien Zertifikate unter dieser CA einhalten müssen.</translation>
    </message>
    <message>
        <source>Signed Certificate Timestamps</source>
        <translation>Signierte Zertifikatszeitstempel (SCT)</translation>
    </message>
    <message>
        <source>The public logs that have recorded this certificate.</source>
        <translation>Die öffentlichen Protokolle, die dieses Zertifikat verzeichnet haben.</translation>
    </message>
    <message>
        <source>TLS Feature</source>
        <translation>TLS-Merkmal</translation>
    </message>
    <message>
        <source>What the server has to send along, such as a stapled status.</source>
        <translation>Was der Server mitschicken muss, zum Beispiel eine angeheftete Statusauskunft.</translation>
    </message>
    <message>
        <source>Netscape Certificate Type</source>
        <translation>Netscape-Zertifikatstyp</translation>
    </message>
    <message>
        <source>What the certificate is for, in an old notation.</source>
        <translation>Wofür das Zertifikat bestimmt ist, in einer alten Schreibweise.</translation>
    </message>
    <message>
        <source>Netscape Comment</source>
        <translation>Netscape-Kommentar</translation>
    </message>
    <message>
        <source>A remark of the issuer&apos;s.</source>
        <translation>Eine Bemerkung des Ausstellers.</translation>
    </message>
    <message>
        <source>This is a CA.</source>
        <translation>Das ist eine CA.</translation>
    </message>
    <message>
        <source>This is no CA.</source>
        <translation>Das ist keine CA.</translation>
    </message>
    <message>
        <source>CAs that may follow below: %1</source>
        <translation>CAs, die darunter folgen dürfen: %1</translation>
    </message>
    <message>
        <source>digital signature</source>
        <translation>digitale Signatur</translation>
    </message>
    <message>
        <source>content commitment</source>
        <translation>Nichtabstreitbarkeit</translation>
    </message>
    <message>
        <source>key encipherment</source>
        <translation>Schlüsselverschlüsselung</translation>
    </message>
    <message>
        <source>data encipherment</source>
        <translation>Datenverschlüsselung</translation>
    </message>
    <message>
        <source>key agreement</source>
        <translation>Schlüsselvereinbarung</translation>
    </message>
    <message>
        <source>signing certificates</source>
        <translation>Zertifikate signieren</translation>
    </message>
    <message>
        <source>signing CRLs</source>
        <translation>Sperrlisten (CRL) signieren</translation>
    </message>
    <message>
        <source>encipher only</source>
        <translation>nur verschlüsseln</translation>
    </message>
    <message>
        <source>decipher only</source>
        <translation>nur entschlüsseln</translation>
    </message>
    <message>
        <source>TLS server</source>
        <translation>TLS-Server</translation>
    </message>
    <message>
        <source>TLS client</source>
        <translation>TLS-Client</translation>
    </message>
    <message>
        <source>any purpose</source>
        <translation>beliebiger Zweck</translation>
    </message>
    <message>
        <source>A certificate needs a name: a common name, or an alternative one.</source>
        <translation>Ein Zertifikat braucht einen Namen: einen Common Name oder einen alternativen Namen.</translation>
    </message>
    <message>
        <source>A field is too long (64 characters for a name, 128 for a place), or holds a line break or another control character.</source>
        <translation>Ein Feld ist zu lang (64 Zeichen für einen Namen, 128 für einen Ort) oder enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.</translation>
    </message>
    <message>
        <source>The country is two letters, such as CH.</source>
        <translation>Das Land besteht aus zwei Buchstaben, zum Beispiel CH.</translation>
    </message>
    <message>
        <source>An alternative name is no host name, address or mail address.</source>
        <translation>Ein alternativer Name ist weder Hostname noch Adresse noch E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>The certificate has to end after it begins, and before the year 9999.</source>
        <translation>Das Zertifikat muss nach seinem Beginn enden, und vor dem Jahr 9999.</translation>
    </message>
    <message>
        <source>A private key is kept encrypted only: a passphrase is needed.</source>
        <translation>Ein privater Schlüssel wird nur verschlüsselt aufbewahrt: Eine Passphrase wird gebraucht.</translation>
    </message>
    <message>
        <source>This is too large to hold a key. 8 MiB is the limit.</source>
        <translation>Das ist zu groß für einen Schlüssel. Die Grenze liegt bei 8 MiB.</translation>
    </message>
    <message>
        <source>This holds no key and certificate, or is damaged. PKCS#12 and PEM can be imported.</source>
        <translation>Das enthält keinen Schlüssel mit Zertifikat oder ist beschädigt. Importiert werden können PKCS#12 und PEM.</translation>
    </message>
    <message>
        <source>There is no private key in it. A certificate without its key proves nothing to a server.</source>
        <translation>Es ist kein privater Schlüssel darin. Ein Zertifikat ohne seinen Schlüssel beweist einem Server nichts.</translation>
    </message>
    <message>
        <source>There is a private key in it, but no certificate.</source>
        <translation>Es ist ein privater Schlüssel darin, aber kein Zertifikat.</translation>
    </message>
    <message>
        <source>The private key and the certificate do not belong together.</source>
        <translation>Der private Schlüssel und das Zertifikat gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>This is locked: its password is needed.</source>
        <translation>Das ist gesperrt: Das Passwort dafür wird gebraucht.</translation>
    </message>
    <message>
        <source>This is locked, and the password given does not open it.</source>
        <translation>Das ist gesperrt, und das angegebene Passwort öffnet es nicht.</translation>
    </message>
    <message>
        <source>This is sealed by a cipher that is no longer supported, or its key is of a kind that mail servers do not take. RSA, EC and Edwards keys are taken.</source>
        <translation>Das ist mit einem Verfahren verschlossen, das nicht mehr unterstützt wird, oder der Schlüssel ist von einer Art, die Mailserver nicht annehmen. Angenommen werden RSA-, EC- und Edwards-Schlüssel.</translation>
    </message>
    <message>
        <source>This certificate is in the User Key Store already.</source>
        <translation>Dieses Zertifikat steht bereits im User Key Store.</translation>
    </message>
    <message>
        <source>The User Key Store has no such key.</source>
        <translation>Der User Key Store enthält keinen solchen Schlüssel.</translation>
    </message>
    <message>
        <source>The passphrase does not open the key.</source>
        <translation>Die Passphrase öffnet den Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The User Key Store could not be written, so nothing was changed.</source>
        <translation>Der User Key Store war nicht schreibbar, deshalb wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The key could not be made.</source>
        <translation>Der Schlüssel konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>This PKCS#12 file is locked: its password is needed.</source>
        <translation>Diese PKCS#12-Datei ist gesperrt: Das Passwort dafür wird gebraucht.</translation>
    </message>
    <message>
        <source>Answered: SHA-256 %1
Shown since: SHA-256 %2</source>
        <extracomment>Two fingerprints: %1 of the certificate that the row is about, %2 of the one that the server showed afterwards</extracomment>
        <translation>Beantwortet: SHA-256 %1
Seitdem vorgelegt: SHA-256 %2</translation>
    </message>
    <message>
        <source>changed (%1)</source>
        <extracomment>The server shows another certificate than the one that was answered; %1 how: «approved, temporary»</extracomment>
        <translation>geändert (%1)</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>another program is writing it</source>
        <translation>ein anderes Programm schreibt sie gerade</translation>
    </message>
    <message>
        <source>it is full: rows have to be deleted first</source>
        <translation>sie ist voll: Zuerst müssen Zeilen gelöscht werden</translation>
    </message>
    <message>
        <source>the certificates or the note are too large for a row</source>
        <translation>die Zertifikate oder die Notiz sind zu groß für eine Zeile</translation>
    </message>
    <message>
        <source>1 root CA</source>
        <translation>1 Root-CA</translation>
    </message>
    <message numerus="yes">
        <source>%n root CAs</source>
        <translation>
            <numerusform>%n Root-CA</numerusform>
            <numerusform>%n Root-CAs</numerusform>
        </translation>
    </message>
    <message>
        <source>1 exemption</source>
        <translation>1 Ausnahme</translation>
    </message>
    <message numerus="yes">
        <source>%n exemptions</source>
        <translation>
            <numerusform>%n Ausnahme</numerusform>
            <numerusform>%n Ausnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>This station brings %1 with it.</source>
        <extracomment>%1 is «2 root CAs» or «1 exemption».</extracomment>
        <translation>Diese Station bringt %1 mit.</translation>
    </message>
    <message>
        <source>This station brings %1 and %2 with it.</source>
        <extracomment>%1 is «2 root CAs», %2 «1 exemption».</extracomment>
        <translation>Diese Station bringt %1 und %2 mit.</translation>
    </message>
    <message>
        <source>there are too many files in it, or too large ones</source>
        <translation>es sind zu viele oder zu große Dateien darin</translation>
    </message>
    <message>
        <source>it is full: certificates have to be deleted first</source>
        <translation>er ist voll: Zuerst müssen Zertifikate gelöscht werden</translation>
    </message>
    <message>
        <source>%1 is a link. What it leads to is neither used nor changed; put the real one in its place.</source>
        <extracomment>%1 is a file or folder.</extracomment>
        <translation>%1 ist ein Verweis. Wohin er führt, wird weder verwendet noch geändert; legen Sie das Echte an seine Stelle.</translation>
    </message>
    <message>
        <source>%1 belongs to somebody else on this computer, so it is neither used nor changed.</source>
        <extracomment>%1 is a file or folder.</extracomment>
        <translation>%1 gehört jemand anderem auf diesem Rechner und wird weder verwendet noch geändert.</translation>
    </message>
    <message>
        <source>%1 may be written by others on this computer, so it is neither used nor changed. Look at what is in it before you take it over.</source>
        <extracomment>%1 is a file or folder.</extracomment>
        <translation>%1 dürfen andere auf diesem Rechner schreiben, deshalb wird es weder verwendet noch geändert. Sehen Sie sich an, was darin ist, bevor Sie es übernehmen.</translation>
    </message>
    <message>
        <source>%1 came with the station and was not taken over here, so it is neither used nor changed.</source>
        <extracomment>%1 is a file.</extracomment>
        <translation>%1 kam mit der Station und wurde hier nicht übernommen; es wird weder verwendet noch geändert.</translation>
    </message>
    <message>
        <source>«%1» is a root CA that its file rejects for servers. In the User Trust Store it vouches for none, even where the System Trust Store would trust it.</source>
        <extracomment>%1 is the name of a certificate.</extracomment>
        <translation>„%1“ ist eine Root-CA, die ihre Datei für Server ablehnt. Im User Trust Store bürgt sie für keinen, auch wenn der System Trust Store ihr vertrauen würde.</translation>
    </message>
    <message>
        <source>%1 stands more than once in Allowed Hosts. A row that rejects holds; else it is asked again.</source>
        <extracomment>%1 is a host and port.</extracomment>
        <translation>%1 steht mehrmals in Allowed Hosts. Eine ablehnende Zeile gilt; sonst wird erneut gefragt.</translation>
    </message>
    <message>
        <source>This is a Java key store (JKS or JCEKS). Export the root CA&apos;s certificate from it, with Java&apos;s keytool or on the station, and import that.</source>
        <translation>Das ist ein Java-Keystore (JKS oder JCEKS). Exportieren Sie das Zertifikat der Root CA daraus, mit dem keytool von Java oder auf der Station, und importieren Sie dieses.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <extracomment>How a certificate is signed: %1 is a hash such as «SHA-256», %2 a kind of key such as «ECDSA»</extracomment>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This is too large to be a station&apos;s key store. 64 MiB is the limit, for PEM and PKCS#12 16 MiB.</source>
        <translation>Das ist zu groß für den Schlüsselspeicher einer Station. Die Grenze ist 64 MiB, bei PEM und PKCS#12 16 MiB.</translation>
    </message>
    <message>
        <source>This is no key store, or it is damaged. JKS, JCEKS, PKCS#12 and certificates as PEM or DER can be read.</source>
        <translation>Das ist kein Schlüsselspeicher, oder er ist beschädigt. Gelesen werden JKS, JCEKS, PKCS#12 und Zertifikate als PEM oder DER.</translation>
    </message>
    <message>
        <source>This is a BCFKS, the key store of a station in FIPS mode, which cannot be read here. Export its certificates as PEM, on the station or with Java&apos;s keytool.</source>
        <translation>Das ist ein BCFKS, der Schlüsselspeicher einer Station im FIPS-Modus; er kann hier nicht gelesen werden. Exportieren Sie seine Zertifikate als PEM, auf der Station oder mit Javas keytool.</translation>
    </message>
    <message>
        <source>This key store is cut short, so nothing of it is used. Copy it from the station again.</source>
        <translation>Dieser Schlüsselspeicher ist abgeschnitten, deshalb wird nichts daraus verwendet. Kopieren Sie ihn noch einmal von der Station.</translation>
    </message>
    <message>
        <source>This key store is of a version that nobody knows. JKS and JCEKS have versions 1 and 2.</source>
        <translation>Dieser Schlüsselspeicher hat eine unbekannte Version. Bei JKS und JCEKS gibt es die Versionen 1 und 2.</translation>
    </message>
    <message>
        <source>This key store is damaged: it does not hold as many entries as it says. Nothing of it is used; copy it from the station again.</source>
        <translation>Dieser Schlüsselspeicher ist beschädigt: Er enthält nicht so viele Einträge, wie er angibt. Nichts daraus wird verwendet; kopieren Sie ihn noch einmal von der Station.</translation>
    </message>
    <message>
        <source>This key store is damaged: what stands in it is no entry. Nothing of it is used; copy it from the station again.</source>
        <translation>Dieser Schlüsselspeicher ist beschädigt: Was darin steht, ist kein Eintrag. Nichts daraus wird verwendet; kopieren Sie ihn noch einmal von der Station.</translation>
    </message>
    <message>
        <source>A certificate in it is damaged, so nothing of it is used. Copy it from the station again.</source>
        <translation>Ein Zertifikat darin ist beschädigt, deshalb wird nichts daraus verwendet. Kopieren Sie ihn noch einmal von der Station.</translation>
    </message>
    <message>
        <source>This key store is locked: without its password none of its certificates can be seen.</source>
        <translation>Dieser Schlüsselspeicher ist verschlossen: Ohne sein Passwort ist keines seiner Zertifikate zu sehen.</translation>
    </message>
    <message>
        <source>The password given is not that of this key store, or somebody has changed the file.</source>
        <translation>Das angegebene Passwort ist nicht das dieses Schlüsselspeichers, oder jemand hat die Datei verändert.</translation>
    </message>
    <message>
        <source>To open this key store its password would have to be hashed more than five million times. Java does not open it either.</source>
        <translation>Um diesen Schlüsselspeicher zu öffnen, müsste sein Passwort über fünf Millionen Mal gehasht werden. Auch Java öffnet ihn nicht.</translation>
    </message>
    <message>
        <source>This key store is sealed in a way that cannot be opened here. Export its certificates as PEM.</source>
        <translation>Dieser Schlüsselspeicher ist auf eine Weise verschlossen, die hier nicht geöffnet werden kann. Exportieren Sie seine Zertifikate als PEM.</translation>
    </message>
    <message>
        <source>trusts no certificate</source>
        <translation>vertraut keinem Zertifikat</translation>
    </message>
    <message>
        <source>Store</source>
        <extracomment>A trust store of the station, by its file&apos;s name</extracomment>
        <translation>Store</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>Of a key store: JKS, JCEKS, PKCS#12, PEM</extracomment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Given</source>
        <extracomment>When a trust store of the station was given</extracomment>
        <translation>Angegeben</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>This station brings notes of what was tested and done elsewhere with it.</source>
        <translation>Diese Station bringt Notizen darüber mit, was anderswo mit ihr getestet und getan wurde.</translation>
    </message>
    <message>
        <source>%1: %2, trusts one certificate.</source>
        <extracomment>A trust store of the station that was read: %1 its file&apos;s name, %2 its kind</extracomment>
        <translation>%1: %2, vertraut einem Zertifikat.</translation>
    </message>
    <message>
        <source>%1: %2, trusts %3 certificates.</source>
        <extracomment>A trust store of the station that was read: %1 its file&apos;s name, %2 its kind</extracomment>
        <translation>%1: %2, vertraut %3 Zertifikaten.</translation>
    </message>
    <message>
        <source>%1 of %2 entries read: what follows a secret key cannot be found.</source>
        <translation>%1 von %2 Einträgen gelesen: Was auf einen geheimen Schlüssel folgt, lässt sich nicht finden.</translation>
    </message>
    <message>
        <source>Not verified, as no password was given.</source>
        <translation>Nicht geprüft, da kein Passwort angegeben wurde.</translation>
    </message>
</context>
</TS>
