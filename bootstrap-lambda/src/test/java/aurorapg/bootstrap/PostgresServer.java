package aurorapg.bootstrap;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server of the tests' own with TLS, on loopback, with the roles that RDS brings and a master user who is
 * no superuser. {@code postgres} is let in without a password for the tests' own doings, and so is every login that a
 * bootstrap makes: RDS lets those in by tokens.
 */
final class PostgresServer {

    static final String MASTER = "master";
    static final String PASSWORD = "pa$$ w0rd'\"%+";

    /** Bytes; a run of all tests leaves 2 GB behind until its end. */
    private static final long ENOUGH = 4_000_000_000L;

    private static PostgresServer shared;
    private static PostgresServer faulty;
    private static PostgresServer auditing;

    final Path data;
    final int port;
    private final Path bin;

    private PostgresServer(PostgresBinaries binaries, String libraries) {
        try {
            bin = binaries.bin();
            data = Files.createTempDirectory(place(), "data-");
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            command("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
            Files.writeString(data.resolve("postgresql.conf"), """
                    listen_addresses = '127.0.0.1'
                    port = %d
                    unix_socket_directories = ''
                    fsync = off
                    password_encryption = 'scram-sha-256'
                    max_connections = 30
                    superuser_reserved_connections = 3
                    shared_preload_libraries = '%s'
                    ssl = on
                    ssl_cert_file = 'server.pem'
                    ssl_key_file = 'server.key'
                    """.formatted(port, libraries));
            Files.writeString(data.resolve("pg_hba.conf"), """
                    host    all postgres       127.0.0.1/32 trust
                    hostssl all +rds_superuser 127.0.0.1/32 scram-sha-256
                    hostssl all all            127.0.0.1/32 trust
                    """);
            certificate(Certificates.SERVER);
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        start();
        admin("postgres",
                "CREATE ROLE rdsadmin SUPERUSER",
                "CREATE ROLE rds_superuser",
                "GRANT pg_monitor, pg_signal_backend TO rds_superuser WITH ADMIN OPTION",
                "CREATE ROLE rds_iam",
                "GRANT rds_iam TO rds_superuser WITH ADMIN OPTION",
                "CREATE ROLE master LOGIN CREATEDB CREATEROLE PASSWORD " + Names.literal(PASSWORD),
                "GRANT rds_superuser TO master");
    }

    /** The server that tests share which leave it running and as it was. */
    static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = new PostgresServer(PostgresBinaries.embedded(), "pg_stat_statements");
        }
        return shared;
    }

    /** The server that one class of tests stops and spoils. */
    static synchronized PostgresServer faulty() {
        if (faulty == null) {
            faulty = new PostgresServer(PostgresBinaries.embedded(), "pg_stat_statements");
        }
        return faulty;
    }

    static synchronized PostgresServer auditing(PostgresBinaries binaries) {
        if (auditing == null) {
            auditing = new PostgresServer(binaries, "pg_stat_statements,pgaudit");
        }
        return auditing;
    }

    void start() {
        command("pg_ctl", "-D", data.toString(), "-l", data.resolve("log").toString(), "-w", "start");
    }

    void stop() {
        command("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
    }

    void restart() {
        stop();
        start();
    }

    /** Puts another certificate in; connections made later meet it. */
    void certificate(Certificates.Issued issued) throws IOException {
        Files.writeString(data.resolve("server.pem"), issued.certificatePem());
        var key = data.resolve("server.key");
        Files.writeString(key, issued.keyPem());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        if (Files.exists(data.resolve("postmaster.pid"))) {
            admin("postgres", "SELECT pg_reload_conf()", "SELECT pg_sleep(0.2)");
        }
    }

    /** A database that belongs to the master user, as a cluster's first one does. */
    void createDatabase(String name) {
        admin("postgres", "CREATE DATABASE " + Names.identifier(name) + " OWNER master");
        if (bin.toString().contains("embedded-13") || bin.toString().contains("embedded-14")) {
            // From 15 on, schema public belongs to whoever owns the database.
            admin(name, "ALTER SCHEMA public OWNER TO master");
        }
    }

    /** A superuser's session. */
    Connection admin(String database) throws SQLException {
        return login("postgres", database, "disable");
    }

    /** Runs statements as a superuser. */
    void admin(String database, String... statements) {
        try (var connection = admin(database); var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /** The first column of a query's rows, asked by a superuser. */
    List<String> ask(String database, String query) {
        try (var connection = admin(database); var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** A session of a login that a bootstrap made. */
    Connection login(String login, String database) throws SQLException {
        return login(login, database, "require");
    }

    Cluster cluster(String database) {
        return new Cluster("localhost", port, database, Certificates.AUTHORITY.certificatePem());
    }

    /** In memory where there is enough: the hundreds of databases that tests create are hundreds of files each. */
    private static Path place() throws IOException {
        var memory = Path.of("/dev/shm");
        return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ENOUGH
                ? memory
                : Path.of("target").toAbsolutePath();
    }

    private void close() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            stop();
        }
        PostgresBinaries.delete(data);
    }

    private Connection login(String login, String database, String sslmode) throws SQLException {
        var properties = new java.util.Properties();
        properties.setProperty("user", login);
        properties.setProperty("password", PASSWORD);
        properties.setProperty("sslmode", sslmode);
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/"
                + java.net.URLEncoder.encode(database, java.nio.charset.StandardCharsets.UTF_8), properties);
    }

    private void command(String program, String... arguments) {
        PostgresBinaries.run(bin.resolve(program), List.of(arguments), data);
    }
}
