package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names chosen to break out of their quotes; what they would break is looked at afterwards. */
class HurtfulNamesTest {

    static Stream<List<String>> names() {
        return Stream.of(
                List.of("quo\"te'd", "o'ne\"", "t\"\"wo''", "th\"ree"),
                List.of("sp ace", " owner", "read write ", "read  only"),
                List.of("schéma 漢字", "propriétaire", "ЧтениеЗапись", "\uD83D\uDE00 only"),
                List.of("s".repeat(63), "o".repeat(63), "w".repeat(63), "漢".repeat(21)),
                List.of("select", "user", "table", "current_user"),
                List.of("x'; DROP TABLE precious; --", "a\"; DROP TABLE precious; --", "b$$; $do$ %I", "c/*"),
                List.of("line\nend", "tab\tbed", "back\\slash\\'", "e\\"),
                List.of("{fn now()}", "? :1 $1", "%s %I %%", "${env}"),
                List.of("UPPER", "Owner", "OWNER", "owner"),
                List.of("a,b", "b=c", "d/e", "PUBLIC*"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void are_names_like_any_other(List<String> names) throws SQLException {
        var server = PostgresServer.shared();
        var database = "db " + names.get(0).replaceAll("(?s)^(.{0,18}).*", "$1");
        var example = Example.on(server, database, new BootstrapEvent(
                names.get(0), names.get(1), names.get(2), names.get(3), List.of("pg_stat_statements")));
        example.admin("CREATE TABLE public.precious (id int)");
        example.run();
        var event = example.event();
        try (var session = server.login(example.login(event.ownerRole()), database)) {
            session.createStatement().execute("CREATE TABLE \"t'\"\"%I\" (id serial)");
            assertEquals(names.get(0), text(session, "SELECT current_schema()"));
        }
        // The table is there already when a right on it is taken, so that the loop over existing ones runs too.
        example.admin("REVOKE ALL ON ALL TABLES IN SCHEMA " + Names.identifier(event.schema()) + " FROM "
                + Names.identifier(event.readOnlyRole()));
        assertEquals(List.of("rights of " + Names.identifier(event.readOnlyRole()) + " on existing tables in schema "
                + Names.identifier(event.schema())), Example.texts(example.run(), "changed"));
        try (var session = server.login(example.login(event.readOnlyRole()), database)) {
            assertEquals("0", text(session, "SELECT count(*) FROM \"t'\"\"%I\""));
        }
        var third = example.run();
        assertEquals(List.of(), Example.texts(third, "changed"));
        assertEquals(List.of(), Example.texts(third, "created"));
        assertEquals(List.of(), Example.texts(third, "reported"));
        assertEquals(List.of("1"), server.ask(database, "SELECT count(*) FROM pg_class WHERE relname = 'precious'"));
        // Roles belong to the whole server: the next names must not find these.
        server.admin("postgres", "DROP DATABASE " + Names.identifier(database));
        event.roles().forEach(role -> server.admin("postgres", "DROP ROLE " + Names.identifier(role)));
    }

    private static String text(java.sql.Connection session, String query) throws SQLException {
        try (var row = session.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
