package aurorapg.plan.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class StackFileTextTest {

    private static final int[] NASTY =
            "'\"#:-?,[]{}&*!|>%@`\\ \t\n\r=<~.0123456789aeEoxXnN\u0000\u0007\u0085\u00a0\u2028\u2029\ufeffé漢😀"
                    .codePoints().toArray();

    @ParameterizedTest
    @ValueSource(strings = {"16.10", "00123", "0o17", "0x1F", "0b1", "1_000", "1e3", ".5", "10:30", "2026-01-01",
        "true", "Yes", "off", "null", "~", "", "<<", "=", ".inf", "- a", "# a", "a #b", "a: b", "a:", "%a", "'", "\"",
        "|", "{a: 1}"})
    void text_that_yaml_could_read_as_something_else_stays_text(String text) {
        assertEquals(text, readBack(text));
    }

    @Test
    void number_never_stands_without_quotes() {
        // Go's reader, which Pulumi uses, knows numbers that this one's does not.
        for (var text : List.of("0o17", "1e3", "16.10", "007", "+1", ".5", "-.Inf", "1.2.3")) {
            assertEquals("  a: \"" + text + "\"", text(text).lines().skip(2).findFirst().orElseThrow());
        }
    }

    @Test
    void any_text_comes_back_as_it_went() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(12), 0, NASTY.length).map(at -> NASTY[at]).collect(
                    StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            assertEquals(text, readBack(text));
        }
    }

    private static Object readBack(String value) {
        Map<String, Map<String, Object>> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(value));
        return read.get("config").get("a");
    }

    private static String text(String value) {
        var config = new JsonObject();
        config.addProperty("a", value);
        return StackFileText.of(List.of(), config);
    }
}
