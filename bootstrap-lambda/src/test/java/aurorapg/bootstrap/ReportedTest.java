package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What somebody else made is told and left alone. */
class ReportedTest {

    /** What a superuser does, how it is undone, and the sentence. %o is another role. */
    private static final String FOREIGN = """
            GRANT CONNECT ON DATABASE %db TO %o | REVOKE ALL ON DATABASE %db FROM %o | \
            role %o has CONNECT on database %db
            GRANT CREATE ON DATABASE %db TO %ro | REVOKE CREATE ON DATABASE %db FROM %ro | \
            role %ro has CREATE on database %db
            GRANT USAGE, CREATE ON SCHEMA app TO %o | REVOKE ALL ON SCHEMA app FROM %o | \
            role %o has CREATE, USAGE on schema app
            GRANT USAGE ON SCHEMA app TO PUBLIC | REVOKE ALL ON SCHEMA app FROM PUBLIC | PUBLIC has USAGE on schema app
            GRANT CREATE ON SCHEMA app TO %rw | REVOKE CREATE ON SCHEMA app FROM %rw | role %rw has CREATE on schema app
            GRANT USAGE ON SCHEMA public TO %o | REVOKE ALL ON SCHEMA public FROM %o | \
            role %o has USAGE on schema public
            GRANT SELECT ON app.t TO %o WITH GRANT OPTION | REVOKE ALL ON app.t FROM %o | \
            role %o has SELECT (may grant it on) on table app.t
            GRANT SELECT ON app.t TO %ro WITH GRANT OPTION | REVOKE GRANT OPTION FOR SELECT ON app.t FROM %ro | \
            role %ro has SELECT (may grant it on) on table app.t
            GRANT INSERT ON app.t TO %ro | REVOKE INSERT ON app.t FROM %ro | role %ro has INSERT on table app.t
            GRANT UPDATE ON SEQUENCE app.t_id_seq TO %rw | REVOKE UPDATE ON SEQUENCE app.t_id_seq FROM %rw | \
            role %rw has UPDATE on sequence app.t_id_seq
            GRANT USAGE ON SEQUENCE app.t_id_seq TO PUBLIC | REVOKE ALL ON SEQUENCE app.t_id_seq FROM PUBLIC | \
            PUBLIC has USAGE on sequence app.t_id_seq
            GRANT %rw TO %o | REVOKE %rw FROM %o | role %o is a member of role %rw
            GRANT %rw TO %ro_login | REVOKE %rw FROM %ro_login | role %ro_login is a member of role %rw
            GRANT rds_iam TO %ro | REVOKE rds_iam FROM %ro | role %ro is a member of role rds_iam
            GRANT %ro_login TO %o | REVOKE %ro_login FROM %o | role %o is a member of role %ro_login
            GRANT pg_monitor TO %ro WITH ADMIN OPTION | REVOKE pg_monitor FROM %ro | \
            role %ro is a member of role pg_monitor and may let others in
            ALTER DEFAULT PRIVILEGES FOR ROLE %owner IN SCHEMA app GRANT SELECT ON TABLES TO %o | \
            ALTER DEFAULT PRIVILEGES FOR ROLE %owner IN SCHEMA app REVOKE SELECT ON TABLES FROM %o | \
            what role %owner creates later in schema app opens itself to role %o: SELECT
            ALTER DEFAULT PRIVILEGES FOR ROLE %o IN SCHEMA app GRANT USAGE ON SEQUENCES TO PUBLIC | \
            ALTER DEFAULT PRIVILEGES FOR ROLE %o IN SCHEMA app REVOKE USAGE ON SEQUENCES FROM PUBLIC | \
            what role %o creates later in schema app opens itself to PUBLIC: USAGE
            ALTER DEFAULT PRIVILEGES FOR ROLE %owner GRANT DELETE ON TABLES TO %ro | \
            ALTER DEFAULT PRIVILEGES FOR ROLE %owner REVOKE DELETE ON TABLES FROM %ro | \
            what role %owner creates later in any schema opens itself to role %ro: DELETE
            ALTER TABLE app.t OWNER TO %o | ALTER TABLE app.t OWNER TO %owner | \
            sequence app.t_id_seq belongs to role %o, so %owner cannot change it; table app.t belongs to role %o, so \
            %owner cannot change it
            CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1' | DROP FUNCTION app.f | \
            function app.f belongs to role postgres, so %owner cannot change it
            GRANT SELECT ON app.t TO rdsadmin | REVOKE ALL ON app.t FROM rdsadmin | none
            GRANT SELECT ON app.t TO master | REVOKE ALL ON app.t FROM master | none
            """;

    @TestFactory
    Stream<DynamicTest> tells_what_somebody_else_granted_or_owns() {
        var example = Example.on(PostgresServer.shared());
        var other = example.database() + "_other";
        example.run();
        example.admin("CREATE ROLE " + other, "SET ROLE " + example.event().ownerRole(),
                "CREATE TABLE app.t (id serial)");
        return FOREIGN.lines().map(line -> RepairTest.named(example, line).replace("%o", other).split(" \\| ", 3))
                .map(parts -> dynamicTest(parts[0], () -> {
                    example.admin(parts[0]);
                    var before = Snapshot.of(example);
                    var report = example.run();
                    assertEquals(parts[2].equals("none") ? List.of() : List.of(parts[2].split("; ")),
                            Example.texts(report, "reported"));
                    assertEquals(List.of(), Example.texts(report, "changed"));
                    assertEquals(before, Snapshot.of(example));
                    example.admin(parts[1]);
                    assertEquals(List.of(), Example.texts(example.run(), "reported"));
                }));
    }

    @Test
    void tells_the_first_hundred_and_how_many_more_there_are() {
        var example = Example.on(PostgresServer.shared());
        example.run();
        example.admin(IntStream.range(0, 100).mapToObj("CREATE VIEW app.v%d AS SELECT 1"::formatted)
                .toArray(String[]::new));
        assertEquals(100, Example.texts(example.run(), "reported").size());
        example.admin("CREATE VIEW app.w1 AS SELECT 1", "CREATE VIEW app.w2 AS SELECT 1");
        var reported = Example.texts(example.run(), "reported");
        assertEquals(101, reported.size());
        assertEquals("and 2 more", reported.get(100));
    }

    @Test
    void fails_when_a_right_of_public_cannot_be_taken_away() {
        var example = Example.on(PostgresServer.shared());
        example.admin("REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT USAGE ON SCHEMA public TO rdsadmin WITH GRANT OPTION",
                "SET ROLE rdsadmin", "SET SESSION AUTHORIZATION DEFAULT",
                "CREATE ROLE %s_g".formatted(example.database()),
                "GRANT USAGE ON SCHEMA public TO %s_g WITH GRANT OPTION".formatted(example.database()),
                "SET ROLE %s_g".formatted(example.database()), "GRANT USAGE ON SCHEMA public TO PUBLIC");
        var before = Snapshot.of(example);
        var failure = assertThrows(BootstrapException.class, () -> example.run());
        assertTrue(failure.getMessage()
                .startsWith("Step \"PUBLIC closed out of schema \"public\"\" failed: its statements "
                + "ran, but their effect is not there; "), failure.getMessage());
        assertEquals(before, Snapshot.of(example));
    }

    @Test
    void scrubs_passwords_from_whatever_the_server_says() {
        var example = Example.on(PostgresServer.shared());
        var log = new Log(new PrintStream(OutputStream.nullOutputStream()));
        var secret = new MasterSecret(() -> "{\"username\":\"master\",\"password\":\"not exist\"}");
        var retry = new Retry(() -> 0, Thread::sleep, new java.util.Random(1), log, secret::forget);
        // The server's sentence has the password's text in it by chance; it could be by somebody's doing.
        Bootstrap.Connector connector = (credentials, remaining) -> example.server().cluster("nowhere").connect(
                new MasterSecret.Credentials("master", PostgresServer.PASSWORD), 5_000);
        var failure = assertThrows(BootstrapException.class, () ->
                new Bootstrap(secret, connector, () -> 5_000, retry, log).run(example.event(), "nowhere"));
        assertEquals("Step \"connect\" failed with SQLSTATE 3D000: database \"nowhere\" does ***; "
                + "check DATABASE_NAME: the cluster has no such database.", failure.getMessage());
    }
}
