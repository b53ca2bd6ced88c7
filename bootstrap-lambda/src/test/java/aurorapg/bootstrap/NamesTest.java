package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** Names by the thousand, read back by the server itself where SQL is concerned. */
class NamesTest {

    private static Connection connection;

    @BeforeContainer
    static void connect() throws SQLException {
        connection = PostgresServer.shared().admin("postgres");
    }

    /** Up to 63 bytes of anything that UTF-8 can write, with more than their share of what hurts. */
    @Provide
    Arbitrary<String> names() {
        var hurts = Arbitraries.of('"', '\'', '\\', '%', '$', ';', '-', ' ', '\n', '{', '}', '?', '.', 'é', '漢', 'A');
        var any = Arbitraries.strings().withChars("\uD83D\uDE00").ofMaxLength(2)
                .filter(text -> text.isEmpty() || text.equals("\uD83D\uDE00"));
        return Arbitraries.oneOf(
                hurts.list().ofMaxSize(63).map(list -> list.stream().map(String::valueOf).reduce("", String::concat)),
                Arbitraries.strings().ascii().ofMaxLength(63),
                Arbitraries.strings().all().ofMaxLength(21),
                any.list().ofMaxSize(15).map(list -> String.join("", list)))
                .filter(name -> Names.wrongName(name).isEmpty());
    }

    @Property(tries = 500)
    void identifiers_come_back_from_the_server_as_they_are(@ForAll("names") String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            var row = statement.executeQuery("SELECT 1 AS " + Names.identifier(name));
            assertEquals(name, row.getMetaData().getColumnLabel(1));
        }
    }

    @Property(tries = 500)
    void literals_come_back_whatever_the_server_thinks_of_backslashes(
            @ForAll("names") String name, @ForAll boolean standard) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET standard_conforming_strings TO " + standard);
            var row = statement.executeQuery("SELECT " + Names.literal(name) + "::text");
            row.next();
            assertEquals(name, row.getString(1));
        }
    }

    @Property(tries = 1000)
    void a_login_is_a_name_that_begins_as_its_group_does(@ForAll("names") String name) {
        var login = Names.loginOf(name);
        assertEquals(Optional.empty(), Names.wrongName(login));
        assertTrue(login.endsWith("_login"));
        assertTrue(name.startsWith(login.substring(0, login.length() - 6)));
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes > 57 || login.equals(name + "_login"), "cut without need");
        // A character takes four bytes at most, so no more than three are left unused.
        assertTrue(bytes <= 57 || login.getBytes(StandardCharsets.UTF_8).length >= 60, "cut by more than it must be");
    }

    @Test
    void cuts_a_long_group_between_two_characters() {
        assertEquals("a".repeat(57) + "_login", Names.loginOf("a".repeat(63)));
        assertEquals("a".repeat(57) + "_login", Names.loginOf("a".repeat(57)));
        assertEquals("\uD83D\uDE00".repeat(14) + "_login", Names.loginOf("\uD83D\uDE00".repeat(15)));
        assertEquals("漢".repeat(19) + "_login", Names.loginOf("漢".repeat(20)));
    }

    @Test
    void refuses_what_the_server_would_cut_or_cannot_store() {
        assertFalse(Names.wrongName("a".repeat(63)).isPresent());
        assertEquals(Optional.of("is longer than 63 bytes"), Names.wrongName("a".repeat(64)));
        assertEquals(Optional.of("is longer than 63 bytes"), Names.wrongName("é".repeat(32)));
        assertEquals(Optional.of("is empty"), Names.wrongName(""));
        assertEquals(Optional.of("holds a character that PostgreSQL cannot store"), Names.wrongName("a\0"));
        assertEquals(Optional.of("holds a character that PostgreSQL cannot store"), Names.wrongName("\0a"));
        assertEquals(Optional.of("holds a character that PostgreSQL cannot store"), Names.wrongName("\uD83D"));
    }

    @Test
    void refuses_names_that_are_kept_for_others() {
        for (var name : new String[] {"pg_mine", "PG_mine", "rds_mine", "RDSadmin", "public", "Public", "none"}) {
            assertEquals(Optional.of("is a name that PostgreSQL or RDS keeps for itself"), Names.wrongRole(name), name);
        }
        for (var name : new String[] {"pg_mine", "information_schema"}) {
            assertEquals(Optional.of("is a name that PostgreSQL keeps for itself"), Names.wrongSchema(name), name);
        }
        for (var name : new String[] {"pgmine", "select", "p", "my rds", "publication"}) {
            assertEquals(Optional.empty(), Names.wrongRole(name), name);
            assertEquals(Optional.empty(), Names.wrongSchema(name), name);
        }
        assertEquals(Optional.empty(), Names.wrongSchema("public"));
        assertEquals(Optional.of("is empty"), Names.wrongSchema(""));
        assertEquals(Optional.of("is empty"), Names.wrongRole(""));
    }
}
