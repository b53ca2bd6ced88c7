package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** pgaudit, on the machine's own server where that has it: the one from Maven Central does not. */
@ResourceLock(Resources.SYSTEM_OUT)
class AuditingTest {

    private static PostgresServer server;
    private Example example;

    @BeforeAll
    static void start() {
        var binaries = PostgresBinaries.installedWithAuditing();
        System.out.println("Auditing is tested with: " + binaries.map(PostgresBinaries::words)
                .orElse("nothing, the tests are skipped: no server in /usr/lib/postgresql has pgaudit"));
        System.out.println("Everything else is tested with: " + PostgresBinaries.embedded().words());
        Assumptions.assumeTrue(binaries.isPresent());
        server = PostgresServer.auditing(binaries.get());
    }

    @BeforeEach
    void allowAsRdsDoes() {
        server.admin("postgres", "GRANT SET ON PARAMETER pgaudit.log TO rds_superuser",
                "GRANT SET ON PARAMETER pgaudit.role TO rds_superuser");
        var template = Example.on(server);
        example = new Example(server, template.database(), new BootstrapEvent(
                "app", template.event().ownerRole(), template.event().readWriteRole(), template.event().readOnlyRole(),
                List.of("pg_stat_statements", "pgaudit")));
        server.admin("postgres", "DROP ROLE IF EXISTS rds_pgaudit");
    }

    @AfterEach
    void forget() {
        server.admin("postgres", "DROP DATABASE " + example.database());
    }

    @Test
    void writes_what_the_owner_and_the_master_user_do_into_the_servers_log() throws SQLException, IOException {
        var report = example.run();
        assertEquals(List.of(), Example.texts(report, "reported"));
        assertEquals("1.7", report.getAsJsonObject("versions").getAsJsonObject("extensions").get("pgaudit")
                .getAsString());
        try (var session = server.login(example.login(example.event().ownerRole()), example.database())) {
            session.createStatement().execute("CREATE TABLE watched_by_the_class (id int)");
            session.createStatement().execute("CREATE TABLE watched_by_the_role (id int)");
            session.createStatement().execute("GRANT SELECT ON watched_by_the_role TO rds_pgaudit");
            session.createStatement().execute("SELECT * FROM watched_by_the_class");
            session.createStatement().execute("SELECT * FROM watched_by_the_role");
        }
        var log = Files.readString(server.data.resolve("log"));
        assertTrue(log.contains("AUDIT: SESSION,1,1,DDL,CREATE TABLE,TABLE,app.watched_by_the_class"), log);
        assertTrue(log.contains("ROLE,GRANT,"), log);
        assertTrue(log.contains("READ,SELECT,TABLE,app.watched_by_the_role"), log);
        assertTrue(!log.contains("READ,SELECT,TABLE,app.watched_by_the_class"), log);
        var second = example.run();
        assertEquals(List.of(), Example.texts(second, "created"));
        assertEquals(List.of(), Example.texts(second, "changed"));
    }

    @Test
    void reports_a_role_setting_that_the_server_refuses_and_goes_on() {
        server.admin("postgres", "REVOKE SET ON PARAMETER pgaudit.role FROM rds_superuser");
        var report = example.run();
        assertEquals(List.of("The server did not let the master user set pgaudit.role (SQLSTATE 42501), so objects "
                + "are not audited by grants to rds_pgaudit: set pgaudit.role: rds_pgaudit in "
                + "database.instanceParameters."),
                Example.texts(report, "reported"));
        assertEquals(List.of(), Example.texts(report, "changed").stream().filter("pgaudit.role"::equals).toList());
        assertTrue(Example.texts(report, "changed").contains("pgaudit.log"));
        // The parameter group's setting makes the sentence go.
        server.admin("postgres", "ALTER SYSTEM SET pgaudit.role TO 'rds_pgaudit'", "SELECT pg_reload_conf()",
                "SELECT pg_sleep(0.2)");
        try {
            var second = example.run();
            assertEquals(List.of(), Example.texts(second, "reported"));
            assertTrue(Example.texts(second, "alreadyRight").contains("pgaudit.role"));
        } finally {
            server.admin("postgres", "ALTER SYSTEM RESET pgaudit.role", "SELECT pg_reload_conf()");
        }
    }

    @Test
    void fails_when_the_server_refuses_the_logging() {
        server.admin("postgres", "REVOKE SET ON PARAMETER pgaudit.log FROM rds_superuser");
        var before = Snapshot.of(example);
        var failure = assertThrows(BootstrapException.class, () -> example.run());
        assertTrue(failure.getMessage()
                .startsWith("Step \"pgaudit.log\" failed with SQLSTATE 42501: permission denied to "
                + "set parameter \"pgaudit.log\"; "), failure.getMessage());
        assertEquals(before, Snapshot.of(example));
    }

    @Test
    void fails_when_new_sessions_do_not_audit() {
        server.admin("postgres", "ALTER ROLE master SET pgaudit.log TO 'none'");
        try {
            var failure = assertThrows(BootstrapException.class, () -> example.run());
            assertEquals("Step \"auditing of new sessions\" failed: a new session does not log ddl and role; "
                    + "take the master user's own setting of pgaudit.log away.", failure.getMessage());
        } finally {
            server.admin("postgres", "ALTER ROLE master RESET pgaudit.log");
        }
    }

    @Test
    void looks_again_when_the_session_after_the_commit_is_killed() {
        var sessions = new int[1];
        example.run((credentials, remaining) -> {
            if (++sessions[0] == 2) {
                throw new SQLException("killed", "57P01");
            }
            return server.cluster(example.database()).connect(credentials, remaining);
        });
        assertEquals(3, sessions[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "all | all", "ddl, role, write | ddl, role, write", "ROLE,DDL | ROLE,DDL", "ddl | ddl, role",
        "role | ddl, role", "all, -role | ddl, role", "none | ddl, role"})
    void leaves_a_logging_that_is_wider(String before, String after) {
        server.admin("postgres", "ALTER DATABASE %s SET pgaudit.log TO '%s'".formatted(example.database(), before));
        example.run();
        assertEquals(List.of(after), server.ask(example.database(), "SHOW pgaudit.log"));
    }

    @Test
    void takes_the_audit_roles_login_away() {
        server.admin("postgres", "CREATE ROLE rds_pgaudit LOGIN");
        assertEquals(List.of("attributes of role \"rds_pgaudit\""), Example.texts(example.run(), "changed").stream()
                .filter(step -> step.contains("pgaudit\"")).toList());
        assertEquals(List.of("f"),
                server.ask("postgres", "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'rds_pgaudit'"));
    }
}
