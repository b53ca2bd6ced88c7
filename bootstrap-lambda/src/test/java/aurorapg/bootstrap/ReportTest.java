package aurorapg.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the function says: its answer, its log, and what it keeps to itself. */
class ReportTest {

    @Test
    void answers_in_a_fixed_order() {
        var report = new Report();
        report.extension("pgaudit", "16.0");
        report.add("reported", "told");
        report.add("alreadyRight", "right");
        report.add("changed", "changed");
        report.add("created", "second");
        report.add("created", "first");
        report.server("16.8");
        report.extension("citext", "1.6");
        assertEquals("{\"created\":[\"second\",\"first\"],\"changed\":[\"changed\"],\"alreadyRight\":[\"right\"],"
                + "\"reported\":[\"told\"],\"versions\":{\"server\":\"16.8\",\"function\":\"0.1.0\","
                + "\"extensions\":{\"pgaudit\":\"16.0\",\"citext\":\"1.6\"}},\"milliseconds\":7}",
                report.toJson(7).toString());
    }

    @Test
    void logs_a_line_a_step() {
        var printed = new ByteArrayOutputStream();
        var log = new Log(new PrintStream(printed, true, StandardCharsets.UTF_8));
        log.step("role \"é<'\"", "created", 3);
        log.failed(new BootstrapException("One\nsentence."));
        assertEquals("{\"level\":\"INFO\",\"step\":\"role \\\"é<'\\\"\",\"result\":\"created\",\"milliseconds\":3}\n"
                + "{\"level\":\"ERROR\",\"step\":\"bootstrap\",\"result\":\"failed\","
                + "\"message\":\"One\\nsentence.\"}\n",
                printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void tells_the_version_of_the_pom() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        assertEquals(BootstrapHandler.VERSION, pom.replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1"));
    }

    @Test
    void keeps_the_credentials_until_they_are_forgotten_and_scrubs_all_of_them() throws StepException {
        int[] reads = {0};
        var secret = new MasterSecret(() -> "{\"username\":\"master\",\"password\":\"p-%d\"}".formatted(++reads[0]));
        assertEquals("p-1", secret.credentials().password());
        assertEquals("p-1", secret.credentials().password());
        secret.forget();
        assertEquals("p-2", secret.credentials().password());
        assertEquals("master", secret.credentials().username());
        assertEquals("*** *** p-3", secret.scrub("p-1 p-2 p-3"));
        assertEquals("Credentials", secret.credentials().toString());
    }

    @Test
    void needs_both_texts_of_a_secret() {
        for (var text : new String[] {"{\"username\":\"m\"}", "{\"username\":\"m\",\"password\":\"\"}",
            "{\"username\":\"m\",\"password\":5}", "{\"username\":\"m\",\"password\":{}}"}) {
            var failure = assertThrows(BootstrapException.class, () -> new MasterSecret(() -> text).credentials());
            assertEquals(
                    "Step \"master secret\" failed: the secret has no text \"password\"; put back RDS' own secret.",
                    failure.getMessage());
        }
        assertThrows(BootstrapException.class, () -> new MasterSecret(() -> null).credentials());
        var failure = assertThrows(StepException.class, () -> new MasterSecret(() -> {
            throw new IllegalStateException();
        }).credentials());
        assertEquals("master secret", failure.step());
    }
}
