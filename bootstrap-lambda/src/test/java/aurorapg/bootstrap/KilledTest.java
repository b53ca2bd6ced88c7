package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Killed before each statement that changes something, and before the commit. */
class KilledTest {

    private static final PostgresServer SERVER = PostgresServer.shared();

    private static List<String> wanted;
    private static List<String> statements;

    /** The end of the function's process, not of a connection: nothing in the function may catch it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeAll
    static void undisturbed() {
        var example = Example.on(SERVER);
        statements = new ArrayList<>();
        example.run(Spied.connector(SERVER.cluster(example.database())::connect, sql -> {
            if (changes(sql)) {
                statements.add(sql);
            }
        }));
        wanted = Snapshot.of(example);
        assertTrue(statements.size() > 30, () -> "too few to mean anything: " + statements);
    }

    @Test
    void leaves_nothing_when_the_function_is_killed_and_everything_after_the_next_run() {
        for (int point = 0; point < statements.size(); point++) {
            var example = Example.on(SERVER);
            var before = Snapshot.of(example);
            int last = point;
            var count = new AtomicInteger();
            assertThrows(Killed.class, () -> example.run(Spied.connector(
                    SERVER.cluster(example.database())::connect, sql -> {
                        if (changes(sql) && count.getAndIncrement() == last) {
                            throw new Killed();
                        }
                    })));
            assertEquals(before, Snapshot.of(example), statements.get(point));
            example.run();
            assertEquals(wanted, Snapshot.of(example), statements.get(point));
        }
    }

    @Test
    void reaches_the_wanted_state_when_the_server_ends_the_session() {
        for (int point = 0; point < statements.size(); point++) {
            var example = Example.on(SERVER);
            int last = point;
            var count = new AtomicInteger();
            var sessions = new AtomicInteger();
            Bootstrap.Connector connector = (credentials, remaining) -> {
                sessions.incrementAndGet();
                var real = SERVER.cluster(example.database()).connect(credentials, remaining);
                return Spied.connection(real, sql -> {
                    if (changes(sql) && count.getAndIncrement() == last) {
                        terminate(real);
                    }
                });
            };
            example.run(connector);
            assertEquals(wanted, Snapshot.of(example), statements.get(point));
            assertEquals(2, sessions.get(), statements.get(point));
        }
    }

    private static boolean changes(String sql) {
        return !sql.startsWith("SELECT") && !sql.startsWith("SET LOCAL") && !sql.startsWith("SHOW");
    }

    private static void terminate(Connection connection) throws SQLException {
        int process = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (var admin = SERVER.admin("postgres"); var statement = admin.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(%d)".formatted(process));
            var gone = false;
            while (!gone) {
                try (var rows = statement.executeQuery("SELECT FROM pg_stat_activity WHERE pid = " + process)) {
                    gone = !rows.next();
                }
            }
        }
    }
}
