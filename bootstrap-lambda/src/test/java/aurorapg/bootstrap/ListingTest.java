package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What people read before they deploy is what runs. */
class ListingTest {

    @Test
    void lists_exactly_what_runs_on_a_fresh_database() {
        var example = Example.on(PostgresServer.shared());
        var ran = new ArrayList<String>();
        example.run(Spied.connector(example.server().cluster(example.database())::connect, sql -> {
            if (!sql.startsWith("SELECT") && !sql.startsWith("SHOW") && !sql.startsWith("SET LOCAL")
                    || sql.equals(Transaction.LOCK)) {
                ran.add(sql + ";");
            }
        }));
        ran.add(0, "BEGIN;");
        var json = example.json();
        json.addProperty("database", example.database());
        assertEquals(ran, new StatementsListing().apply(new Gson().toJson(json)).lines()
                .filter(line -> !line.startsWith("-- ")).toList());
    }

    @Test
    void shows_the_statements_that_were_read_and_approved() throws IOException {
        try (var approved = ListingTest.class.getResourceAsStream("listing.sql")) {
            assertEquals(new String(approved.readAllBytes(), StandardCharsets.UTF_8),
                    new StatementsListing().apply(withDatabase(EventTest.EVENT)));
        }
    }

    @Test
    void keeps_a_comment_on_one_line() {
        var listing = new StatementsListing()
                .apply(withDatabase(EventTest.EVENT.replace("\"app\"", "\"a\\n\\u0085b\"")));
        assertTrue(listing.contains("-- schema \"a\\u000a\\u0085b\"\n"), listing);
    }

    @Test
    void needs_the_databases_name() {
        for (var event : List.of(EventTest.EVENT, EventTest.EVENT.replaceFirst("\\{", "{\"database\":5,"),
                EventTest.EVENT.replaceFirst("\\{", "{\"database\":[],"))) {
            var failure = assertThrows(BootstrapException.class, () -> new StatementsListing().apply(event));
            assertEquals("Step \"event\" failed: \"database\" is not a string.", failure.getMessage());
        }
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void is_a_service_that_needs_neither_the_sdk_nor_the_driver() throws IOException {
        var here = new URL[] {
            StatementsListing.class.getProtectionDomain().getCodeSource().getLocation(),
            Gson.class.getProtectionDomain().getCodeSource().getLocation()};
        try (var isolated = new URLClassLoader(here, ClassLoader.getPlatformClassLoader())) {
            var service = ServiceLoader.load(Function.class, isolated).stream()
                    .filter(provider -> provider.type().getName().equals(StatementsListing.class.getName()))
                    .findFirst().orElseThrow().get();
            assertTrue(service.getClass().getClassLoader() == isolated);
            var listing = ((Function<String, String>) service).apply(withDatabase(EventTest.EVENT));
            assertEquals(new StatementsListing().apply(withDatabase(EventTest.EVENT)), listing);
        }
    }

    private static String withDatabase(String event) {
        return event.replaceFirst("\\{", "{\"database\":\"orders\",");
    }
}
