package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What somebody has disturbed is brought back, by the one step that is about it. */
class RepairTest {

    /** What is done as the master user, and the steps that the next run reports, created or changed. */
    private static final String DISTURBANCES = """
            DROP EXTENSION pg_stat_statements | extension "pg_stat_statements"
            ALTER ROLE %owner LOGIN | attributes of role "%owner"
            ALTER ROLE %rw CREATEDB | attributes of role "%rw"
            ALTER ROLE %ro CREATEROLE | attributes of role "%ro"
            ALTER ROLE %ro NOINHERIT | attributes of role "%ro"
            ALTER ROLE %rw_login NOLOGIN | attributes of login "%rw_login"
            ALTER ROLE %ro_login CREATEROLE | attributes of login "%ro_login"
            ALTER ROLE %owner_login PASSWORD 'known' | none
            REVOKE %owner FROM %owner_login | membership of login "%owner_login" in "%owner"
            REVOKE %rw FROM %rw_login | membership of login "%rw_login" in "%rw"
            REVOKE INHERIT OPTION FOR %rw FROM %rw_login | options of membership of login "%rw_login" in "%rw"
            REVOKE SET OPTION FOR %owner FROM %owner_login | options of membership of login "%owner_login" in "%owner"
            REVOKE rds_iam FROM %ro_login | membership of login "%ro_login" in "rds_iam"
            REVOKE %owner FROM master | membership of the master user in "%owner"
            ALTER SCHEMA app OWNER TO master | owner of schema "app", *
            REVOKE CONNECT ON DATABASE %db FROM %owner | rights of "%owner" on database "%db"
            REVOKE TEMPORARY ON DATABASE %db FROM %rw | rights of "%rw" on database "%db"
            REVOKE CONNECT ON DATABASE %db FROM %ro | rights of "%ro" on database "%db"
            REVOKE CREATE ON SCHEMA app FROM %owner | rights of "%owner" on schema "app"
            REVOKE USAGE ON SCHEMA app FROM %rw | rights of "%rw" on schema "app"
            REVOKE USAGE ON SCHEMA app FROM %ro | rights of "%ro" on schema "app"
            REVOKE USAGE ON SCHEMA public FROM %ro | rights of "%ro" on schema "public"
            REVOKE INSERT ON app.t FROM %rw | rights of "%rw" on existing tables in schema "app"
            REVOKE SELECT ON app.v FROM %ro | rights of "%ro" on existing tables in schema "app"
            REVOKE USAGE ON SEQUENCE app.t_id_seq FROM %rw | rights of "%rw" on existing sequences in schema "app"
            REVOKE SELECT ON SEQUENCE app.t_id_seq FROM %ro | rights of "%ro" on existing sequences in schema "app"
            ALTER DEFAULT PRIVILEGES FOR ROLE %owner IN SCHEMA app REVOKE DELETE ON TABLES FROM %rw | \
            rights of "%rw" on later tables in schema "app"
            ALTER DEFAULT PRIVILEGES FOR ROLE %owner IN SCHEMA app REVOKE SELECT ON TABLES FROM %ro | \
            rights of "%ro" on later tables in schema "app"
            ALTER DEFAULT PRIVILEGES FOR ROLE %owner IN SCHEMA app REVOKE USAGE ON SEQUENCES FROM %rw | \
            rights of "%rw" on later sequences in schema "app"
            ALTER DEFAULT PRIVILEGES FOR ROLE %owner IN SCHEMA app REVOKE SELECT ON SEQUENCES FROM %ro | \
            rights of "%ro" on later sequences in schema "app"
            GRANT CONNECT ON DATABASE %db TO PUBLIC | PUBLIC closed out of database "%db"
            GRANT TEMPORARY ON DATABASE %db TO PUBLIC | PUBLIC closed out of database "%db"
            GRANT CREATE ON SCHEMA public TO PUBLIC | PUBLIC closed out of schema "public"
            GRANT USAGE ON SCHEMA public TO PUBLIC | PUBLIC closed out of schema "public"
            ALTER ROLE %rw_login IN DATABASE %db RESET search_path | search_path of login "%rw_login"
            ALTER ROLE %ro_login IN DATABASE %db SET search_path TO public, app | search_path of login "%ro_login"
            ALTER ROLE %owner_login IN DATABASE %db RESET role | role of login "%owner_login"
            DROP ROLE %ro_login | login "%ro_login", *
            """;

    @TestFactory
    Stream<DynamicTest> brings_back_what_was_disturbed_and_touches_nothing_else() {
        var example = Example.on(PostgresServer.shared());
        example.run();
        example.admin("SET ROLE " + example.event().ownerRole(),
                "CREATE TABLE app.t (id serial)", "CREATE VIEW app.v AS SELECT * FROM app.t");
        var wanted = Snapshot.of(example);
        // Memberships have options from 16 on.
        boolean options = Integer.parseInt(PostgresBinaries.VERSION.split("\\.")[0]) >= 16;
        return DISTURBANCES.lines().filter(line -> options || !line.contains(" OPTION FOR ")).map(line -> {
            var parts = named(example, line).split(" \\| ");
            return dynamicTest(parts[0], () -> {
                example.admin(("SET ROLE master;" + parts[0]).split(";"));
                var report = example.run();
                var done = Stream.of("created", "changed").flatMap(key -> Example.texts(report, key).stream()).toList();
                var expected = List.of(parts[1].split(", "));
                if (parts[1].equals("none")) {
                    assertEquals(List.of(), done);
                } else if (expected.contains("*")) {
                    assertEquals(expected.get(0), done.get(0));
                } else {
                    assertEquals(expected, done);
                }
                assertEquals(wanted, Snapshot.of(example));
                assertEquals(List.of(), Example.texts(report, "reported"));
            });
        });
    }

    @Test
    void takes_over_roles_and_a_schema_that_exist_already() {
        var example = Example.on(PostgresServer.shared());
        var other = Example.on(PostgresServer.shared());
        other.run();
        example.admin(named(example, "SET ROLE master;CREATE ROLE %owner LOGIN CREATEROLE PASSWORD 'known';"
                + "CREATE ROLE %rw_login NOLOGIN CREATEDB NOINHERIT;CREATE ROLE %ro;CREATE SCHEMA app").split(";"));
        var report = example.run();
        assertEquals(Snapshot.of(other).stream().filter(line -> !line.contains("password")).toList(),
                Snapshot.of(example).stream().filter(line -> !line.contains("password")).toList());
        assertEquals(List.of("attributes of role \"" + example.event().ownerRole() + "\"",
                        "attributes of login \"" + example.login(example.event().readWriteRole()) + "\"",
                        "owner of schema \"app\""),
                Example.texts(report, "changed").stream()
                        .filter(step -> !step.matches("(member|right|PUBLIC|search|role ).*"))
                        .toList());
    }

    @Test
    void opens_what_the_owner_created_before_the_first_run() {
        var example = Example.on(PostgresServer.shared());
        example.admin(named(example, "CREATE ROLE %owner;GRANT %owner TO master WITH ADMIN OPTION;"
                + "GRANT CREATE ON DATABASE %db TO %owner;SET ROLE %owner;CREATE SCHEMA app;"
                + "CREATE TABLE app.\"odd 'name\" (id serial);RESET ROLE;REVOKE CREATE ON DATABASE %db FROM %owner")
                .split(";"));
        example.run();
        var owner = example.event().ownerRole();
        assertEquals(List.of("%s=arwd/%s".formatted(example.event().readWriteRole(), owner),
                        "%s=r/%s".formatted(example.event().readOnlyRole(), owner)),
                example.server().ask(example.database(),
                        "SELECT unnest(relacl[2:]) FROM pg_class WHERE relname LIKE 'odd%e'"));
    }

    static String named(Example example, String text) {
        var event = example.event();
        return text.replace("%owner", event.ownerRole()).replace("%rw", event.readWriteRole())
                .replace("%ro", event.readOnlyRole()).replace("%db", example.database());
    }
}
