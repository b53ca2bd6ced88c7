package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.bootstrap.SecretService.Answer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of a real server: each ends in the wanted state or in one sentence, and never in anything half done. */
@ResourceLock(Resources.SYSTEM_OUT)
class FaultsTest {

    private static final Answer RIGHT = Answer.password(PostgresServer.PASSWORD);
    private static final Answer WRONG = Answer.password("wr0ng-pa55word");

    /** Milliseconds that Lambda gives, of which the function keeps three thousand: long, and too short. */
    private static final long LONG = 30_000;
    private static final long SHORT = 4_500;

    private final PostgresServer server = PostgresServer.faulty();
    private Example example;

    @BeforeEach
    void prepare() {
        example = Example.on(server);
    }

    @Test
    @Tag("waits")
    void waits_for_a_server_that_is_not_there_yet() {
        server.stop();
        later(1_000, server::start);
        assertDone(invoke(LONG, RIGHT), "SQLSTATE 08001");
    }

    @Test
    @Tag("waits")
    void says_that_a_server_never_came() {
        server.stop();
        try {
            var run = invoke(SHORT, RIGHT);
            assertSentence(run,
                    "Step \"connect\" failed until the deadline with SQLSTATE 08001; check that the cluster");
        } finally {
            server.start();
        }
    }

    @Test
    @Tag("waits")
    void waits_for_a_name_that_is_not_there_yet() {
        try (var secrets = new SecretService(RIGHT)) {
            var run = Invocation.of(Invocation.environment("cluster.invalid", server.port, example.database(),
                    secrets.url()),
                    example.json().toString(), SHORT);
            assertSentence(run, "Step \"connect\" failed until the deadline with SQLSTATE 08001; ");
        }
    }

    @Test
    @Tag("waits")
    void leaves_a_server_that_takes_connections_and_never_answers_in_time() throws IOException {
        try (var silent = new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
                var secrets = new SecretService(RIGHT)) {
            var run = Invocation.of(Invocation.environment(
                    "localhost", silent.getLocalPort(), example.database(), secrets.url()),
                    example.json().toString(), SHORT);
            assertSentence(run, "Step \"connect\" failed until the deadline with SQLSTATE 08");
            assertTrue(run.milliseconds < SHORT, () -> run.milliseconds + " ms");
        }
    }

    @Test
    @Tag("waits")
    void starts_again_when_the_server_restarts_in_the_middle_of_a_statement() throws SQLException {
        var holder = server.admin(example.database());
        holder.createStatement().execute("BEGIN;" + Transaction.LOCK);
        later(1_000, server::restart);
        var run = invoke(LONG, RIGHT);
        assertDone(run, "waiting");
        assertTrue(run.output.contains("\"step\":\"lock\",\"result\":\"waiting\""), run.output);
    }

    @Test
    void reads_the_secret_again_when_the_password_was_rotated() {
        try (var secrets = new SecretService(WRONG, WRONG, RIGHT)) {
            assertDone(invoke(secrets, LONG), "SQLSTATE 28P01");
            assertEquals(3, secrets.calls.get());
        }
    }

    @Test
    @Tag("waits")
    void says_that_the_password_stays_wrong() {
        var run = invoke(SHORT, WRONG);
        assertSentence(run,
                "Step \"connect\" failed until the deadline with SQLSTATE 28P01: password authentication failed");
    }

    @Test
    void refuses_certificates_that_are_not_right_at_once() throws IOException {
        try {
            for (var bad : new Certificates.Issued[] {
                    Certificates.EXPIRED, Certificates.SELF_SIGNED, Certificates.OTHER_HOST}) {
                server.certificate(bad);
                var run = invoke(LONG, RIGHT);
                assertSentence(run, "Step \"connect\" failed with SQLSTATE 08006; the server's certificate is not one");
                assertTrue(run.milliseconds < 5_000, () -> run.milliseconds + " ms");
            }
        } finally {
            server.certificate(Certificates.SERVER);
        }
    }

    @Test
    void refuses_a_server_without_tls_at_once() {
        server.admin("postgres", "ALTER SYSTEM SET ssl TO off", "SELECT pg_reload_conf()", "SELECT pg_sleep(0.2)");
        try {
            assertSentence(invoke(LONG, RIGHT), "Step \"connect\" failed with SQLSTATE 08004; the server takes no TLS");
        } finally {
            server.admin("postgres", "ALTER SYSTEM RESET ssl", "SELECT pg_reload_conf()", "SELECT pg_sleep(0.2)");
        }
    }

    @Test
    void lets_two_functions_follow_each_other() {
        var one = CompletableFuture.supplyAsync(example::run);
        var other = example.run();
        var reports = new ArrayList<>(java.util.List.of(one.join(), other));
        reports.sort(java.util.Comparator.comparing(report -> report.getAsJsonArray("created").size()));
        assertEquals(0, reports.get(0).getAsJsonArray("created").size());
        assertEquals(0, reports.get(0).getAsJsonArray("changed").size());
        assertEquals(8, reports.get(1).getAsJsonArray("created").size());
    }

    @Test
    @Tag("waits")
    void waits_for_a_connection_when_all_are_taken() throws SQLException {
        server.admin("postgres", "DROP ROLE IF EXISTS guest", "CREATE ROLE guest LOGIN");
        var taken = new ArrayList<Connection>();
        while (taken.size() < 100) {
            try {
                taken.add(server.login("guest", "postgres"));
            } catch (SQLException e) {
                assertEquals("53300", e.getSQLState());
                break;
            }
        }
        later(1_000, () -> taken.forEach(FaultsTest::close));
        assertDone(invoke(LONG, RIGHT), "SQLSTATE 53300");
    }

    @Test
    @Tag("waits")
    void waits_for_a_writer_when_a_failover_made_it_a_reader() {
        example.admin("ALTER DATABASE %s SET default_transaction_read_only TO on".formatted(example.database()));
        later(1_000, () -> server.admin("postgres",
                "ALTER DATABASE %s RESET default_transaction_read_only".formatted(example.database())));
        assertDone(invoke(LONG, RIGHT), "SQLSTATE 25006");
    }

    @Test
    @Tag("waits")
    void ends_a_statement_that_would_outlast_the_deadline() throws SQLException {
        try (var other = server.admin(example.database())) {
            other.createStatement().execute("BEGIN; CREATE ROLE " + example.event().readWriteRole());
            var run = invoke(SHORT, RIGHT);
            assertSentence(run,
                    "Step \"role \"%s\"\" failed until the deadline with SQLSTATE 57014: canceling statement"
                    .formatted(example.event().readWriteRole()));
            assertTrue(run.milliseconds < SHORT, () -> run.milliseconds + " ms");
        }
    }

    @Test
    void starts_again_when_somebody_else_creates_the_same_role_just_then() throws SQLException {
        try (var other = server.admin(example.database())) {
            other.createStatement().execute("BEGIN; CREATE ROLE %1$s; GRANT %1$s TO master WITH ADMIN OPTION"
                    .formatted(example.event().readWriteRole()));
            later(500, () -> execute(other, "COMMIT"));
            assertDone(invoke(LONG, RIGHT), "SQLSTATE 23505");
        }
    }

    @Test
    @Tag("waits")
    void gives_up_on_the_lock_at_the_deadline() throws SQLException {
        try (var holder = server.admin(example.database())) {
            holder.createStatement().execute("BEGIN;" + Transaction.LOCK);
            var run = invoke(SHORT, RIGHT);
            assertSentence(run, "Step \"lock\" failed until the deadline with SQLSTATE 57014: ");
            assertTrue(run.milliseconds < SHORT, () -> run.milliseconds + " ms");
        }
    }

    @Test
    void gives_up_at_once_on_an_extension_that_is_not_there() {
        var json = example.json();
        json.getAsJsonArray("extensions").add("pgaudit");
        try (var secrets = new SecretService(RIGHT)) {
            var run = Invocation.of(environment(secrets), json.toString(), LONG);
            assertSentence(run,
                    "Step \"extension \"pgaudit\"\" failed with SQLSTATE 0A000: extension \"pgaudit\" is not "
                    + "available; take the extension out of database.bootstrap.extensions");
        }
    }

    @Test
    void gives_up_at_once_without_permission() {
        server.admin("postgres", "ALTER DATABASE %s OWNER TO rdsadmin".formatted(example.database()));
        assertSentence(invoke(LONG, RIGHT), "Step \"extension \"pg_stat_statements\"\" failed with SQLSTATE 42501: "
                + "permission denied to create extension \"pg_stat_statements\"; let the object's owner");
    }

    @Test
    void gives_up_at_once_without_the_database() {
        try (var secrets = new SecretService(RIGHT)) {
            var run = Invocation.of(Invocation.environment("localhost", server.port, "nowhere", secrets.url()),
                    example.json().toString(), LONG);
            assertSentence(run, "Step \"connect\" failed with SQLSTATE 3D000: database \"nowhere\" does not exist; ");
        }
    }

    @Test
    void refuses_roles_with_powers_of_their_own() {
        for (var power : new String[] {"SUPERUSER", "REPLICATION", "BYPASSRLS"}) {
            var role = example.event().readOnlyRole();
            example.admin("CREATE ROLE " + role + " " + power);
            assertSentence(invoke(LONG, RIGHT),
                    "Step \"roles\" failed: role %s exists and is a superuser, may replicate "
                    .formatted(role) + "or bypasses row security; choose other names");
            example.admin("DROP ROLE " + role);
        }
    }

    @Test
    void refuses_the_master_user_as_a_role() {
        var json = example.json();
        json.addProperty("readOnlyRole", "master");
        try (var secrets = new SecretService(RIGHT)) {
            assertSentence(Invocation.of(environment(secrets), json.toString(), LONG),
                    "Step \"roles\" failed: role \"master\" is the master user; choose other names");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | ResourceNotFoundException | HTTP 400 ResourceNotFoundException; check",
        "400 | AccessDeniedException | HTTP 400 AccessDeniedException; check that the",
        "400 | DecryptionFailure | HTTP 400 DecryptionFailure; check that the secret",
    })
    void gives_up_at_once_on_a_secret_that_it_cannot_have(int status, String type, String sentence) {
        assertSentence(invoke(LONG, Answer.error(status, type)), "Step \"master secret\" failed with " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "no json | the master secret is not a JSON object",
        "{\"username\":\"master\",\"password\":\"wr0ng-pa55word\" | the master secret is not a JSON object",
        "{\"password\":\"wr0ng-pa55word\"} | the secret has no text \"username\"",
        "{\"username\":\"master\"} | the secret has no text \"password\"",
        "{\"username\":\"master\",\"password\":\"\"} | the secret has no text \"password\"",
        "{\"username\":\"master\",\"password\":5} | the secret has no text \"password\"",
        "{\"username\":\"master\",\"password\":[\"wr0ng-pa55word\"]} | the secret has no text \"password\"",
    })
    void gives_up_at_once_on_a_secret_that_is_not_rds_own(String text, String sentence) {
        assertSentence(invoke(LONG, Answer.secret(text)), "Step \"master secret\" failed: " + sentence);
    }

    @Test
    void gives_up_at_once_on_a_secret_without_text() {
        assertSentence(invoke(LONG, new Answer(200, "{\"SecretBinary\":\"AAAA\"}", 0)),
                "Step \"master secret\" failed: the master secret is not a JSON object; correct it.");
    }

    @Test
    @Tag("waits")
    void waits_for_a_slow_secret_service() {
        assertDone(invoke(LONG, RIGHT.after(1_500)), "committed");
    }

    @Test
    @Tag("waits")
    void says_that_the_secret_service_does_not_answer() {
        var run = invoke(SHORT, RIGHT.after(10_000));
        assertSentence(run,
                "Step \"master secret\" failed until the deadline with ApiCallTimeoutException; check that the");
        assertTrue(run.milliseconds < SHORT, () -> run.milliseconds + " ms");
    }

    @ParameterizedTest
    @CsvSource({"400,ThrottlingException", "500,InternalServiceError", "503,ServiceUnavailable"})
    void waits_for_a_secret_service_in_trouble(int status, String type) {
        try (var secrets = new SecretService(Answer.error(status, type), Answer.error(status, type), RIGHT)) {
            assertDone(invoke(secrets, LONG), "HTTP %d %s".formatted(status, type));
            assertEquals(3, secrets.calls.get());
        }
    }

    @Test
    @Tag("waits")
    void says_that_the_secret_service_stays_in_trouble() {
        assertSentence(invoke(SHORT, Answer.error(500, "InternalServiceError")),
                "Step \"master secret\" failed until the deadline with HTTP 500 InternalServiceError; deploy again");
    }

    @Test
    void keeps_to_itself_what_a_defect_says() {
        var environment = Invocation.environment("localhost", server.port, example.database(), "http:// "
                + Invocation.SECRETS.get(1));
        assertSentence(Invocation.of(environment, example.json().toString(), LONG),
                "Step \"master secret\" failed with IllegalArgumentException; ");
        assertSentence(Invocation.of(null, example.json().toString(), LONG),
                "Step \"bootstrap\" failed with java.lang.NullPointerException at aurorapg.bootstrap.Environment.");
    }

    private Invocation invoke(long limit, Answer... answers) {
        try (var secrets = new SecretService(answers)) {
            return invoke(secrets, limit);
        }
    }

    private Invocation invoke(SecretService secrets, long limit) {
        return Invocation.of(environment(secrets), example.json().toString(), limit);
    }

    private java.util.Map<String, String> environment(SecretService secrets) {
        return Invocation.environment("localhost", server.port, example.database(), secrets.url());
    }

    /** The wanted state is there, after the fault was met. */
    private void assertDone(Invocation run, String met) {
        assertNull(run.failure, () -> run.failure.getMessage() + run.output);
        assertTrue(run.output.contains(met), run.output);
        assertEquals("0.1.0", run.answer.getAsJsonObject("versions").get("function").getAsString());
        var again = example.run();
        assertEquals(0, again.getAsJsonArray("created").size());
        assertEquals(0, again.getAsJsonArray("changed").size());
    }

    /** One sentence, also in the log, and nothing of ours is left behind. */
    private void assertSentence(Invocation run, String beginning) {
        assertNotNull(run.failure, run.output);
        var message = run.failure.getMessage();
        assertTrue(message.startsWith(beginning), message);
        assertTrue(message.endsWith("."), message);
        assertEquals(1, message.lines().count(), message);
        assertTrue(run.output.lines().reduce((one, next) -> next).orElseThrow()
                .startsWith("{\"level\":\"ERROR\",\"step\":\"bootstrap\",\"result\":\"failed\",\"message\":\"Step "),
                run.output);
        if (java.nio.file.Files.exists(server.data.resolve("postmaster.pid"))) {
            assertEquals(java.util.List.of(), server.ask(example.database(), """
                    SELECT rolname FROM pg_roles WHERE rolname LIKE '%s%%' AND NOT rolsuper AND NOT rolreplication
                     AND NOT rolbypassrls UNION ALL SELECT nspname FROM pg_namespace WHERE nspname = 'app'
                    """.formatted(example.database().replaceFirst("db$", "").replace("_", "\\_"))));
        }
    }

    private static void later(long milliseconds, Runnable what) {
        CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS).execute(what);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
