package aurorapg.bootstrap;

import aurorapg.bootstrap.MasterSecret.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The cluster's database.
 *
 * @param host the writer's endpoint
 * @param port its port
 * @param database the database's name
 * @param authorities the certificate authorities to trust, in PEM
 */
record Cluster(String host, int port, String database, String authorities) {

    /** How sessions of the function show in {@code pg_stat_activity} and in the server's log. */
    static final String APPLICATION_NAME = "aurora-postgres-bootstrap";

    /** Longest wait for an address to answer, in seconds: after a failover the old one stays silent. */
    private static final long CONNECT = 5;

    /** Longest wait for a session, in seconds: TLS, the password and what the server does first. */
    private static final long LOGIN = 10;

    /** RDS' authorities as the jar carries them. */
    static String rdsAuthorities() {
        try (var pem = Cluster.class.getResourceAsStream("rds-authorities.pem")) {
            return new String(pem.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A new connection.
     *
     * @param remaining milliseconds until the deadline; no answer of the server is waited for any longer
     */
    Connection connect(Credentials credentials, long remaining) throws SQLException {
        // pgjdbc takes whole seconds: rounded up, what the function keeps for its answer covers the rest.
        long seconds = Math.max(1, (remaining + 999) / 1000);
        var properties = new Properties();
        properties.setProperty("user", credentials.username());
        properties.setProperty("password", credentials.password());
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslfactory", RdsSocketFactory.class.getName());
        properties.setProperty("sslfactoryarg", authorities);
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("ApplicationName", APPLICATION_NAME);
        properties.setProperty("connectTimeout", Long.toString(Math.min(CONNECT, seconds)));
        properties.setProperty("loginTimeout", Long.toString(Math.min(LOGIN, seconds)));
        // A second more than the server's own limit, whose error tells more.
        properties.setProperty("socketTimeout", Long.toString(seconds + 1));
        properties.setProperty("tcpKeepAlive", "true");
        // Not through DriverManager: it looks for drivers in the whole class path.
        return new Driver().connect(
                "jdbc:postgresql://%s:%d/%s".formatted(
                        host, port, URLEncoder.encode(database, StandardCharsets.UTF_8)),
                properties);
    }
}
