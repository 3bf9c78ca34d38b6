import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.mail.Address;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Mails as a station does: the library that a station has, set up as the slots of an account can only mean. Each line of the input is
 * one account, fields KEY=VALUE set off by spaces, values percent-encoded; each line of the output says what became of it.
 */
public class StationMail {
    public static void main(String[] arguments) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            Map<String, String> account = new HashMap<>();
            for (String field : line.trim().split(" ")) {
                int equals = field.indexOf('=');
                account.put(field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
            pool.execute(() -> tell(account));
        }
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.MINUTES);
    }

    private static void tell(Map<String, String> account) {
        String outcome = "passes";
        try {
            mail(account);
        } catch (Throwable fault) {
            Throwable cause = fault;
            while (cause.getCause() != null)
                cause = cause.getCause();
            outcome = "fails " + cause.getClass().getSimpleName() + ": " + cause.getMessage();
        }
        synchronized (System.out) {
            System.out.println(account.get("id") + " " + outcome.replaceAll("\\s+", " "));
            System.out.flush();
        }
    }

    private static void mail(Map<String, String> account) throws Exception {
        String protocol = account.get("protocol");
        String prefix = "mail." + protocol + ".";
        Properties settings = new Properties();
        String timeout = account.getOrDefault("timeout", protocol.equals("smtp") ? "10000" : "60000");
        settings.put(prefix + "connectiontimeout", timeout);
        settings.put(prefix + "timeout", timeout);
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "ssl.socketFactory", factory(account));
        settings.put(prefix + "ssl.socketFactory.fallback", "false");
        settings.put(prefix + "socketFactory.fallback", "false");
        if (account.get("mode").equals("ssl"))
            settings.put(prefix + "ssl.enable", "true");
        if (account.get("mode").equals("starttls")) {
            settings.put(prefix + "starttls.enable", "true");
            settings.put(prefix + "starttls.required", "true");
        }
        if (account.containsKey("tls"))
            settings.put(prefix + "ssl.protocols", account.get("tls"));
        if (account.containsKey("ehlo"))
            settings.put(prefix + "localhost", account.get("ehlo"));
        if ("oauth".equals(account.get("profile")))
            settings.put(prefix + "auth.mechanisms", "XOAUTH2");
        String user = account.get("user");
        if (protocol.equals("smtp") && user != null)
            settings.put("mail.smtp.auth", "true");
        Session session = Session.getInstance(settings);
        int port = Integer.parseInt(account.get("port"));
        if (protocol.equals("smtp"))
            send(session, account, port, user);
        else
            open(session, account, port, user);
    }

    private static void send(Session session, Map<String, String> account, int port, String user) throws Exception {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(account.get("from")));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(account.get("to")));
        message.setSubject("Alarm");
        message.setText("Alarm.");
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(account.get("host"), port, user, account.get("password"));
            transport.sendMessage(message, new Address[] {new InternetAddress(account.get("to"))});
        }
    }

    private static void open(Session session, Map<String, String> account, int port, String user) throws Exception {
        try (Store store = session.getStore(account.get("protocol"))) {
            store.connect(account.get("host"), port, user, account.get("password"));
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            inbox.close(false);
        }
    }

    private static SSLSocketFactory factory(Map<String, String> account) throws Exception {
        KeyStore trusted = KeyStore.getInstance(new File(account.get("store")), account.get("storepassword").toCharArray());
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
