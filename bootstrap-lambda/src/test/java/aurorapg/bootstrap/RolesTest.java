package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the server lets each login do, tried by the logins themselves. */
class RolesTest {

    /**
     * Login (owner, rw, ro), what the server says (ok, an error's SQLSTATE, or 01007: a warning that nothing was
     * granted), and the statement on this round's table.
     */
    private static final String CASES = """
            owner | ok    | SELECT * FROM %t
            owner | ok    | INSERT INTO %t (word) VALUES ('a')
            owner | ok    | TRUNCATE %t
            owner | ok    | ALTER TABLE %t ADD COLUMN more int
            owner | ok    | CREATE INDEX ON %t (word)
            owner | ok    | DROP TABLE %t CASCADE
            owner | ok    | CREATE TABLE made (id int REFERENCES %t)
            owner | ok    | CREATE VIEW seen AS SELECT * FROM %t
            owner | ok    | CREATE SEQUENCE counted
            owner | ok    | CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'
            owner | ok    | CREATE TYPE mood AS ENUM ('good')
            owner | ok    | CREATE TEMPORARY TABLE scratch (id int)
            owner | ok    | COMMENT ON TABLE %t IS 'tried'
            owner | ok    | SELECT count(*) FROM pg_stat_statements
            owner | 42501 | CREATE TABLE public.made (id int)
            owner | 42501 | CREATE SCHEMA other
            owner | 42501 | DROP SCHEMA public CASCADE
            owner | 42501 | CREATE ROLE mate
            owner | 42501 | CREATE DATABASE other
            owner | 42501 | CREATE EXTENSION pg_trgm
            owner | 42501 | ALTER SYSTEM SET work_mem = '1MB'
            owner | 42501 | SET ROLE %rw
            owner | 42501 | SET SESSION AUTHORIZATION master
            owner | 42501 | ALTER ROLE %ro SUPERUSER
            owner | 42501 | GRANT rds_superuser TO %owner
            owner | 42501 | ALTER DATABASE %db SET search_path TO public
            owner | 42501 | SELECT * FROM pg_authid
            owner | 42501 | COPY %t TO '/tmp/stolen'
            rw    | ok    | SELECT * FROM %t
            rw    | ok    | INSERT INTO %t (word) VALUES ('b')
            rw    | ok    | UPDATE %t SET word = 'c'
            rw    | ok    | DELETE FROM %t
            rw    | ok    | SELECT nextval('%t_id_seq')
            rw    | ok    | SELECT last_value FROM %t_id_seq
            rw    | ok    | SELECT * FROM %t_view
            rw    | ok    | SELECT * FROM %t FOR UPDATE
            rw    | ok    | CREATE TEMPORARY TABLE scratch (id int)
            rw    | ok    | SELECT count(*) FROM pg_stat_statements
            rw    | 42501 | TRUNCATE %t
            rw    | 42501 | ALTER TABLE %t ADD COLUMN more int
            rw    | 42501 | DROP TABLE %t
            rw    | 42501 | CREATE INDEX ON %t (word)
            rw    | 42501 | CREATE TRIGGER fired BEFORE INSERT ON %t FOR EACH ROW EXECUTE FUNCTION \
            suppress_redundant_updates_trigger()
            rw    | 42501 | CREATE TABLE app.made (id int)
            rw    | 42501 | CREATE TABLE public.made (id int)
            rw    | 42501 | CREATE VIEW app.seen AS SELECT 1
            rw    | 42501 | CREATE FUNCTION app.one() RETURNS int LANGUAGE sql AS 'SELECT 1'
            rw    | 42501 | SELECT setval('%t_id_seq', 1)
            rw    | 42501 | ALTER SEQUENCE %t_id_seq RESTART
            rw    | 42501 | DROP SCHEMA app CASCADE
            rw    | 01007 | GRANT SELECT ON %t TO PUBLIC
            rw    | 42501 | SET ROLE %owner
            rw    | 42501 | SET ROLE %ro
            rw    | 42501 | CREATE ROLE mate
            rw    | 42501 | GRANT %owner TO %rw
            rw    | 42501 | SELECT pg_stat_statements_reset()
            ro    | ok    | SELECT * FROM %t
            ro    | ok    | SELECT * FROM %t_view
            ro    | ok    | SELECT last_value FROM %t_id_seq
            ro    | ok    | SELECT count(*) FROM pg_stat_statements
            ro    | 42501 | INSERT INTO %t (id, word) VALUES (1000, 'd')
            ro    | 42501 | INSERT INTO %t (word) VALUES ('d')
            ro    | 42501 | UPDATE %t SET word = 'e'
            ro    | 42501 | DELETE FROM %t
            ro    | 42501 | TRUNCATE %t
            ro    | 42501 | DROP TABLE %t
            ro    | 42501 | SELECT * FROM %t FOR UPDATE
            ro    | 42501 | SELECT nextval('%t_id_seq')
            ro    | 42501 | CREATE TABLE app.made (id int)
            ro    | 42501 | CREATE TABLE public.made (id int)
            ro    | 42501 | CREATE TEMPORARY TABLE scratch (id int)
            ro    | 42501 | CREATE FUNCTION app.one() RETURNS int LANGUAGE sql AS 'SELECT 1'
            ro    | 42501 | CREATE SCHEMA other
            ro    | 42501 | SET ROLE %owner
            ro    | 42501 | SET ROLE %rw
            ro    | 42501 | SELECT pg_read_file('postgresql.conf')
            ro    | 42501 | ALTER ROLE %ro CREATEROLE
            """;

    @TestFactory
    Stream<DynamicNode> lets_each_login_do_its_work_and_nothing_else() throws SQLException {
        var example = Example.on(PostgresServer.shared());
        return IntStream.rangeClosed(1, 3).mapToObj(round -> DynamicContainer.dynamicContainer(
                "after run " + round, Stream.of(round).flatMap(number -> {
                    example.run();
                    createAsOwner(example, "t" + number);
                    // The tables of the earlier rounds are what an existing application has.
                    return IntStream.rangeClosed(1, number).mapToObj(n -> "t" + n)
                            .filter(table -> table.equals("t" + number) || number == 3)
                            .flatMap(table -> tries(example, table));
                })));
    }

    @Test
    void keeps_strangers_out_of_the_database() {
        var example = Example.on(PostgresServer.shared());
        var stranger = example.database() + "_stranger";
        example.admin("CREATE ROLE " + stranger + " LOGIN");
        assertEquals("ok", tried(() -> example.server().login(stranger, example.database()).close()));
        example.run();
        assertEquals("42501", tried(() -> example.server().login(stranger, example.database()).close()));
    }

    @Test
    void begins_each_session_in_the_schema_and_the_owners_in_its_role() throws SQLException {
        var example = Example.on(PostgresServer.shared());
        example.run();
        var event = example.event();
        for (var group : event.groups()) {
            try (var session = example.server().login(example.login(group), example.database());
                    var row = session.createStatement().executeQuery(
                            "SELECT current_setting('search_path'), current_schema(), current_user")) {
                row.next();
                assertEquals("app, public", row.getString(1));
                assertEquals("app", row.getString(2));
                assertEquals(group.equals(event.ownerRole()) ? group : example.login(group), row.getString(3));
            }
        }
    }

    @Test
    void lets_no_group_log_in() {
        var example = Example.on(PostgresServer.shared());
        example.run();
        for (var group : example.event().groups()) {
            assertEquals("28000", tried(() -> example.server().login(group, example.database()).close()));
        }
    }

    private static void createAsOwner(Example example, String table) {
        try (var session = example.server().login(example.login(example.event().ownerRole()), example.database());
                var statement = session.createStatement()) {
            statement.execute("CREATE TABLE %s (id serial PRIMARY KEY, word text)".formatted(table));
            statement.execute("CREATE VIEW %1$s_view AS SELECT * FROM %1$s".formatted(table));
            statement.execute("INSERT INTO %s (word) VALUES ('first')".formatted(table));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<DynamicNode> tries(Example example, String table) {
        var event = example.event();
        var groups = new HashMap<>(java.util.Map.of(
                "owner", event.ownerRole(), "rw", event.readWriteRole(), "ro", event.readOnlyRole()));
        var sessions = new HashMap<String, Connection>();
        var tests = new ArrayList<DynamicNode>();
        for (var line : CASES.lines().toList()) {
            var parts = line.split("\\|", 3);
            var sql = parts[2].strip().replace("%t", table).replace("%owner", event.ownerRole())
                    .replace("%rw", event.readWriteRole()).replace("%ro", event.readOnlyRole())
                    .replace("%db", example.database());
            tests.add(dynamicTest(parts[0] + ": " + sql, () -> {
                var session = sessions.computeIfAbsent(parts[0].strip(), key -> session(example, groups.get(key)));
                var allowed = parts[1].strip().equals("ok");
                // What works is undone; what does not may be a command that no transaction takes.
                session.setAutoCommit(!allowed);
                assertEquals(parts[1].strip(), tried(() -> {
                    try (var statement = session.createStatement()) {
                        statement.execute(sql);
                        if (allowed) {
                            session.rollback();
                        } else if (statement.getWarnings() != null) {
                            throw statement.getWarnings();
                        }
                    }
                }), sql);
            }));
        }
        tests.add(dynamicTest("done", () -> {
            for (var session : sessions.values()) {
                session.close();
            }
        }));
        return tests.stream();
    }

    private static Connection session(Example example, String group) {
        try {
            return example.server().login(example.login(group), example.database());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Try {
        void run() throws SQLException;
    }

    private static String tried(Try what) {
        try {
            what.run();
            return "ok";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
