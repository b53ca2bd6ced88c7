package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The event and the environment are read strictly. */
class EventTest {

    static final String EVENT = """
            {"schema":"app","ownerRole":"app_owner","readWriteRole":"app_rw","readOnlyRole":"app_ro",
             "extensions":["pg_stat_statements","pgaudit"]}""";

    @Test
    void reads_every_key() {
        assertEquals(
                new BootstrapEvent("app", "app_owner", "app_rw", "app_ro", List.of("pg_stat_statements", "pgaudit")),
                read(EVENT));
        assertTrue(read(EVENT).audits());
        assertFalse(read(EVENT.replace(",\"pgaudit\"", "")).audits());
        assertEquals(List.of("app_owner", "app_rw", "app_ro", "app_owner_login", "app_rw_login", "app_ro_login"),
                read(EVENT).roles());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"schema\":\"app\", | `` | \"schema\" is missing",
        "\"app_owner\" | 5 | \"ownerRole\" is not a string",
        "\"app_rw\" | null | \"readWriteRole\" is not a string",
        "\"app_ro\" | true | \"readOnlyRole\" is not a string",
        "\"app_ro\" | [\"a\"] | \"readOnlyRole\" is not a string",
        "\"app_owner\" | \"pg_x\" | \"ownerRole\" is a name that PostgreSQL or RDS keeps for itself",
        "\"app_rw\" | \"rds_x\" | \"readWriteRole\" is a name that PostgreSQL or RDS keeps for itself",
        "\"app_ro\" | \"none\" | \"readOnlyRole\" is a name that PostgreSQL or RDS keeps for itself",
        "\"app\" | \"pg_x\" | \"schema\" is a name that PostgreSQL keeps for itself",
        "\"app_ro\" | \"app_rw\" | must differ: app_owner, app_rw, app_rw",
        "\"app_ro\" | \"app_rw_login\" | must differ",
        "\"pgaudit\"] | \"pg_stat_statements\"] | \"extensions\" has a name twice",
        "\"pgaudit\"] | \"\"] | \"extensions\" has a name that is empty",
        "\"pgaudit\"] | 5] | \"extensions\" is not a list of strings",
        "[\"pg_stat_statements\",\"pgaudit\"] | \"pgaudit\" | \"extensions\" is not a list of strings",
        "\"extensions\" | \"extension\" | \"extension\" is unknown; \"extensions\" is missing",
        "\"schema\" | \"scheme\" | \"scheme\" is unknown; \"schema\" is missing",
    })
    void names_what_is_wrong(String from, String to, String words) {
        assertTrue(EVENT.contains(from), from);
        var failure = assertThrows(BootstrapException.class, () -> read(EVENT.replace(from, to)));
        assertTrue(failure.getMessage().startsWith("Step \"event\" failed: "), failure.getMessage());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    @Test
    void names_everything_at_once() {
        var failure = assertThrows(BootstrapException.class, () -> read("{\"b\":1,\"a\":2,\"schema\":3}"));
        assertEquals("Step \"event\" failed: \"a\" is unknown; \"b\" is unknown; \"schema\" is not a string; "
                + "\"ownerRole\" is missing; \"readWriteRole\" is missing; \"readOnlyRole\" is missing; "
                + "\"extensions\" is missing; "
                + "correct database.bootstrap in the stack's configuration.", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "5", "{", "{} {}", "{a:1}", "{'a':1}", "{\"a\":1,}", "null", "// x\n{}"})
    void takes_nothing_but_an_object(String text) {
        var failure = assertThrows(BootstrapException.class, () -> read(text));
        assertEquals("Step \"event\" failed: the event is not a JSON object; correct it.", failure.getMessage());
    }

    @Test
    void reads_the_environment() {
        var variables = Invocation.environment("host", 5432, "db", "http://127.0.0.1:1");
        var environment = Environment.read(variables);
        assertEquals(new Environment("arn:aws:secretsmanager:eu-west-1:111122223333:secret:test", "host", 5432, "db",
                "eu-west-1", "access-key", "secret-access-key", "session-token", Optional.of("http://127.0.0.1:1")),
                environment);
        assertEquals("Environment", environment.toString());
        variables.remove("AWS_ENDPOINT_URL_SECRETS_MANAGER");
        assertEquals(Optional.empty(), Environment.read(variables).secretsEndpoint());
    }

    @Test
    void names_every_missing_variable() {
        var failure = assertThrows(BootstrapException.class, () -> Environment.read(Map.of("CLUSTER_PORT", "")));
        assertEquals("Step \"environment\" failed: without MASTER_SECRET_ARN, CLUSTER_ENDPOINT, CLUSTER_PORT, "
                + "DATABASE_NAME, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN; "
                + "set these variables of the function.", failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1,true", "65535,true", "0,false", "65536,false", "123456,false", "x,false", "-5,false", "5432 ,true"})
    void takes_a_port_from_1_to_65535(String port, boolean right) {
        var variables = Invocation.environment("host", 5432, "db", "");
        variables.put("CLUSTER_PORT", port);
        if (right) {
            assertEquals(Integer.parseInt(port), Environment.read(variables).port());
        } else {
            var failure = assertThrows(BootstrapException.class, () -> Environment.read(variables));
            assertEquals("Step \"environment\" failed: CLUSTER_PORT is not a port from 1 to 65535.",
                    failure.getMessage());
        }
    }

    private static BootstrapEvent read(String text) {
        return BootstrapEvent.read(BootstrapEvent.object("event", text));
    }
}
